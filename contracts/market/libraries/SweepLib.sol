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
    /// @dev Words of an order and the quantity, and what stands in front of them: buyer, currency, budget, where the purchase begins.
    uint256 private constant STATIC_SIZE = 15 * 32;

    /// @notice Settles one purchase or says why not.
    /// @dev The words of the order are copied as they stand, the signature behind them; they are decoded and checked where they arrive.
    function settle(
        Purchase calldata purchase,
        address buyer,
        address currency,
        uint256 budget
    ) internal returns (bool settled, Shares memory shares, bytes memory reason) {
        bytes calldata words;
        assembly ("memory-safe") {
            words.offset := purchase
            words.length := STATIC_SIZE
        }
        bytes memory question = bytes.concat(
            abi.encodeWithSelector(IMarket.settlePurchase.selector, 0x80, buyer, currency, budget),
            words,
            abi.encode(STATIC_SIZE + 0x20, purchase.signature.length),
            purchase.signature,
            bytes32(0)
        );
        assembly ("memory-safe") {
            settled := call(ORDER_GAS, address(), 0x00, add(question, 0x20), mload(question), 0x00, 0x00)
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
            }
        }
    }
}
