// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {IERC4907} from "../../tokens/interfaces/IERC4907.sol";
import {IProtectedTenancy} from "../../tokens/interfaces/IProtectedTenancy.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IRentals} from "../interfaces/IRentals.sol";
import {Item} from "../types/Item.sol";
import {AskLib} from "./AskLib.sol";
import {DeliveryLib} from "./DeliveryLib.sol";
import {GasLib} from "./GasLib.sol";

/// @notice The users of tokens (ERC-4907): who they are, and placing them.
library UserLib {
    /// @dev What ERC-165 grants an answer.
    uint256 private constant PROMISE_GAS = 30_000;
    /// @dev Gas for a question of {look}, ten times what our own collections need, and for reaching who is asked.
    uint256 private constant LOOK_GAS = 50_000;
    uint256 private constant ASK_OVERHEAD = 5_000;

    /// @notice Whether the collection promises that a user stays until its time ends.
    function isProtected(address collection) internal view returns (bool) {
        bytes memory question = abi.encodeCall(IERC165.supportsInterface, (type(IProtectedTenancy).interfaceId));
        return _askCapped({gasCap: PROMISE_GAS, collection: collection, question: question}) == 1;
    }

    /// @notice The user now, and until when; nobody where there is none. Reverts where the collection does not say.
    function userOf(address collection, uint256 tokenId) internal view returns (address, uint256) {
        (bool named, bytes32 user) = _ask(collection, abi.encodeCall(IERC4907.userOf, (tokenId)));
        (bool timed, bytes32 expires) = _ask(collection, abi.encodeCall(IERC4907.userExpires, (tokenId)));
        if (!named || !timed || uint256(user) > type(uint160).max)
            revert IRentals.MarketNotRentable(collection, tokenId);
        return _present(uint256(user), uint256(expires));
    }

    /// @notice The same of a collection that nobody vouches for: with capped gas, and nobody where it does not say.
    function look(address collection, uint256 tokenId) internal view returns (address, uint256) {
        uint256 user = _askCapped(LOOK_GAS, collection, abi.encodeCall(IERC4907.userOf, (tokenId)));
        if (user > type(uint160).max) return (address(0), 0);
        return _present(user, _askCapped(LOOK_GAS, collection, abi.encodeCall(IERC4907.userExpires, (tokenId))));
    }

    /// @notice Makes the account the user until a time, and believes it only when the collection says so afterwards.
    /// @param owner Who must have approved this contract, where it does not hold the token itself.
    function place(address collection, uint256 tokenId, address user, uint64 expires, address owner) internal {
        (bool done, bytes memory refusal) = collection.call(abi.encodeCall(IERC4907.setUser, (tokenId, user, expires)));
        if (!done) {
            Item memory item = Item({collection: collection, tokenId: tokenId, quantity: 0});
            if (owner != address(this) && !DeliveryLib.isApproved(address(this), item, owner))
                revert IMarket.MarketNotApproved(owner, collection);
            AskLib.refuse(refusal);
        }
        (address placed, uint256 until) = userOf(collection, tokenId);
        if (placed != user || until != expires) revert IRentals.MarketUserNotSet(collection, tokenId);
    }

    /// @notice Ends the time of the user of a token that this contract holds.
    function clear(address collection, uint256 tokenId) internal {
        place({collection: collection, tokenId: tokenId, user: address(0), expires: 0, owner: address(this)});
    }

    /// @dev A collection need not stop naming a user at the end, so the time is looked at as well. The last second of one that counts its
    /// end in is still its user's.
    function _present(uint256 user, uint256 expires) private view returns (address, uint256) {
        if (user == 0 || expires < block.timestamp) return (address(0), 0);
        return (address(uint160(user)), expires);
    }

    function _ask(address collection, bytes memory question) private view returns (bool answered, bytes32 word) {
        (answered, word, ) = LowLevelCall.staticcallReturn64Bytes(collection, question);
        answered = answered && LowLevelCall.returnDataSize() == 32;
    }

    /// @dev The gas must be there, or whoever asks could choose a limit at which there is no answer. Zero where there is none.
    function _askCapped(uint256 gasCap, address collection, bytes memory question) private view returns (uint256 word) {
        GasLib.requireFor({cap: gasCap, overhead: ASK_OVERHEAD});
        (bool answered, bytes memory answer) = AskLib.queryWith({
            gasCap: gasCap,
            target: collection,
            question: question,
            most: 32
        });
        if (answered && answer.length == 32) word = uint256(bytes32(answer));
    }
}
