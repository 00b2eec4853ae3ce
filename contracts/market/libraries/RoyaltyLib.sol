// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {IRoyaltyRegistry} from "../../royalties/interfaces/IRoyaltyRegistry.sol";
import {GasLib} from "./GasLib.sol";
import {ShareLib} from "./ShareLib.sol";

/// @notice What a sale owes to the creator: by ERC-2981, or by the registry for a collection without it.
library RoyaltyLib {
    /// @notice Highest royalty that is ever paid, basis points.
    uint16 internal constant MAX_BPS = 1_000;
    /// @dev Gas for an answer, and for reaching who gives it.
    uint256 private constant CALL_GAS = 60_000;
    uint256 private constant CALL_OVERHEAD = 3_500;

    /// @notice Receiver and amount at a price, capped. Nothing where neither the collection nor the registry answers with two words
    /// within the gas, or where the answer names no receiver, or this contract, which could never spend it.
    function dueOn(
        address registry,
        address collection,
        uint256 tokenId,
        uint256 price
    ) internal view returns (address receiver, uint256 amount) {
        (bool answered, uint256 account, uint256 due) = _askCollection(collection, tokenId, price);
        if (!answered) {
            if (registry == address(0)) return (address(0), 0);
            (account, due) = _ask(registry, abi.encodeCall(IRoyaltyRegistry.royaltyInfo, (collection, tokenId, price)));
        }
        // Zero wraps around and is above every account.
        unchecked {
            if (account - 1 >= type(uint160).max) return (address(0), 0);
        }
        if (account == uint160(address(this))) return (address(0), 0);
        uint256 most = ShareLib.shareOf(price, MAX_BPS);
        amount = due < most ? due : most;
        if (amount != 0) receiver = address(uint160(account));
    }

    /// @dev Written out for its gas: it is asked in every sale.
    function _askCollection(
        address collection,
        uint256 tokenId,
        uint256 price
    ) private view returns (bool answered, uint256 account, uint256 amount) {
        GasLib.requireFor({cap: CALL_GAS, overhead: CALL_OVERHEAD});
        bytes4 selector = IERC2981.royaltyInfo.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 0x04), tokenId)
            mstore(add(question, 0x24), price)
            // At most 64 bytes are copied, into scratch space, however much is returned.
            answered := staticcall(CALL_GAS, collection, question, 0x44, 0x00, 0x40)
            answered := and(answered, gt(returndatasize(), 0x3f))
            if answered {
                account := mload(0x00)
                amount := mload(0x20)
            }
        }
    }

    function _ask(
        address registry,
        bytes memory question
    ) private view returns (uint256 account, uint256 amount) {
        GasLib.requireFor({cap: CALL_GAS, overhead: CALL_OVERHEAD});
        assembly ("memory-safe") {
            let answered := staticcall(CALL_GAS, registry, add(question, 0x20), mload(question), 0x00, 0x40)
            if and(answered, gt(returndatasize(), 0x3f)) {
                account := mload(0x00)
                amount := mload(0x20)
            }
        }
    }
}
