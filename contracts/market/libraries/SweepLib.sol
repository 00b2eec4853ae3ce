// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {Purchase} from "../types/Purchase.sol";
import {Shares} from "../types/Shares.sol";

/// @notice The call of the market to itself that keeps the orders of a sweep apart.
library SweepLib {
    /// @dev Gas for one order: several times what an ordinary token costs, so that one bad collection cannot eat the rest.
    uint256 internal constant ORDER_GAS = 400_000;
    /// @dev Most bytes of a reason that are kept.
    uint256 private constant MAX_REASON = 512;
    /// @dev Words of an order and the quantity, and of a purchase in front of the signature.
    uint256 private constant ORDER_SIZE = 15 * 32;

    /// @notice Settles one purchase into `shares` or says why not.
    /// @dev The words of the order are copied as they stand, the signature behind them; they are decoded and checked where they
    /// arrive. The memory is used again for every order.
    function settle(
        Purchase calldata purchase,
        Shares memory shares,
        address buyer,
        address currency,
        uint256 budget
    ) internal returns (bool settled, bytes memory reason) {
        bytes calldata signature = purchase.signature;
        bytes4 selector = IMarket.settlePurchase.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            let words := add(question, 0x04)
            mstore(words, 0x80)
            mstore(add(words, 0x20), buyer)
            mstore(add(words, 0x40), currency)
            mstore(add(words, 0x60), budget)
            words := add(words, 0x80)
            calldatacopy(words, purchase, ORDER_SIZE)
            mstore(add(words, ORDER_SIZE), add(ORDER_SIZE, 0x20))
            mstore(add(words, add(ORDER_SIZE, 0x20)), signature.length)
            calldatacopy(add(words, add(ORDER_SIZE, 0x40)), signature.offset, signature.length)
            let size := add(add(0x84, ORDER_SIZE), add(0x40, and(add(signature.length, 0x1f), not(0x1f))))
            settled := call(ORDER_GAS, address(), 0x00, question, size, 0x00, 0x00)
            switch settled
            case 1 {
                returndatacopy(shares, 0x00, 0xa0)
            }
            default {
                let length := returndatasize()
                if gt(length, MAX_REASON) {
                    length := MAX_REASON
                }
                reason := question
                mstore(reason, length)
                returndatacopy(add(reason, 0x20), 0x00, length)
                mstore(0x40, add(reason, add(0x20, and(add(length, 0x1f), not(0x1f)))))
            }
        }
    }
}
