// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {GasLib} from "./GasLib.sol";
import {ShareLib} from "./ShareLib.sol";

/// @notice What a sale owes to the creator, by ERC-2981.
library RoyaltyLib {
    /// @notice Highest royalty that is ever paid, basis points.
    uint16 internal constant MAX_BPS = 1_000;
    /// @dev Gas for `royaltyInfo`, and for reaching the collection.
    uint256 private constant CALL_GAS = 60_000;
    uint256 private constant CALL_OVERHEAD = 3_500;

    /// @notice Receiver and amount at a price. Nothing where the collection does not answer with two words within the gas, names
    /// no receiver, or names this contract, which could never spend it.
    function dueOn(
        address collection,
        uint256 tokenId,
        uint256 price
    ) internal view returns (address receiver, uint256 amount) {
        bytes memory question = abi.encodeCall(IERC2981.royaltyInfo, (tokenId, price));
        GasLib.requireFor({cap: CALL_GAS, overhead: CALL_OVERHEAD});
        uint256 account;
        assembly ("memory-safe") {
            // At most 64 bytes are copied, into scratch space, however much is returned.
            let answered := staticcall(CALL_GAS, collection, add(question, 0x20), mload(question), 0x00, 0x40)
            if and(answered, gt(returndatasize(), 0x3f)) {
                account := mload(0x00)
                amount := mload(0x20)
            }
        }
        if (account == 0 || account > type(uint160).max || account == uint160(address(this))) return (address(0), 0);
        uint256 most = ShareLib.shareOf(price, MAX_BPS);
        if (amount > most) amount = most;
        if (amount > 0) receiver = address(uint160(account));
    }
}
