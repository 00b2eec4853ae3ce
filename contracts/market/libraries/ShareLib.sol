// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";

/// @notice Shares of an amount, and how a price is split.
library ShareLib {
    uint256 private constant WHOLE = 10_000;
    /// @dev A price below this times any share fits a word.
    uint256 private constant MAX_PRICE = type(uint256).max / type(uint16).max;

    /// @notice Price of several units; reverts where it could not be split without overflow.
    function priceOf(uint256 unitPrice, uint128 quantity) internal pure returns (uint256 price) {
        // Both have at most 128 bits.
        unchecked {
            price = unitPrice * quantity;
        }
        if (price > MAX_PRICE) revert IMarket.MarketPriceTooHigh(price, MAX_PRICE);
    }

    /// @notice `bps` basis points of the amount, rounded down: what is lost by rounding stays with the seller.
    /// @dev Amounts are prices: 128 bits, or the result of {priceOf}.
    function shareOf(uint256 amount, uint256 bps) internal pure returns (uint256) {
        unchecked {
            return (amount * bps) / WHOLE;
        }
    }

    /// @notice Protocol fee and the seller's part of a price after a royalty. The three sum to the price.
    /// @dev A fee is at most 5 % and a royalty at most 10 %, so nothing goes below zero.
    function split(
        uint256 price,
        uint256 feeBps,
        uint256 royalty
    ) internal pure returns (uint256 fee, uint256 proceeds) {
        fee = shareOf(price, feeBps);
        unchecked {
            proceeds = price - fee - royalty;
        }
    }
}
