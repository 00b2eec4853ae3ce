// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC5313} from "@openzeppelin/contracts/interfaces/IERC5313.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {IRoyaltyRegistry} from "./interfaces/IRoyaltyRegistry.sol";
import {Payee} from "./types/Payee.sol";

/// @title Royalty registry
contract RoyaltyRegistry is IRoyaltyRegistry {
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant WHOLE = 10_000;
    /// @dev Highest royalty that the market ever pays, basis points.
    // solhint-disable-next-line private-vars-leading-underscore
    uint16 private constant MAX_BPS = 1_000;
    // solhint-disable-next-line private-vars-leading-underscore
    bytes32 private constant DEFAULT_ADMIN_ROLE = 0;

    /// @dev One word: receiver and basis points.
    mapping(address collection => Payee royalty) private _royalties;

    /// @inheritdoc IRoyaltyRegistry
    function setRoyalty(address collection, address receiver, uint16 bps) external {
        if (bps > MAX_BPS) revert RoyaltiesTooHigh(bps, MAX_BPS);
        if (bps > 0 && receiver == address(0)) revert RoyaltiesReceiverZero();
        if (!_controls(msg.sender, collection)) revert RoyaltiesNotCollectionOwner(msg.sender, collection);
        _royalties[collection] = Payee({account: receiver, bps: bps});
        emit RoyaltySet({collection: collection, by: msg.sender, receiver: receiver, bps: bps});
    }

    /// @inheritdoc IRoyaltyRegistry
    function royaltyInfo(
        address collection,
        uint256,
        uint256 salePrice
    ) external view returns (address receiver, uint256 amount) {
        Payee memory royalty = _royalties[collection];
        return (royalty.account, (salePrice * royalty.bps) / WHOLE);
    }

    /// @inheritdoc IRoyaltyRegistry
    function royaltyOf(address collection) external view returns (address receiver, uint16 bps) {
        Payee memory royalty = _royalties[collection];
        return (royalty.account, royalty.bps);
    }

    /// @dev Two questions, because collections know one or the other.
    function _controls(address account, address collection) private view returns (bool) {
        return
            _answers(collection, abi.encodeCall(IERC5313.owner, ()), uint160(account)) ||
            _answers(collection, abi.encodeCall(IAccessControl.hasRole, (DEFAULT_ADMIN_ROLE, account)), 1);
    }

    /// @dev Whether the answer is a word of that value. Nothing beyond two words is copied.
    function _answers(address collection, bytes memory question, uint256 value) private view returns (bool) {
        (bool success, bytes32 answer, ) = LowLevelCall.staticcallReturn64Bytes(collection, question);
        return success && LowLevelCall.returnDataSize() >= 0x20 && uint256(answer) == value;
    }
}
