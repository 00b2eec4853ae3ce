// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Shares of an amount, and how a price is split.
library ShareLib {
    uint256 private constant WHOLE = 10_000;

    /// @notice `bps` basis points of the amount, rounded down: what is lost by rounding stays with the seller.
    function shareOf(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return (amount * bps) / WHOLE;
    }

    /// @notice Protocol fee and the seller's part of a price after a royalty. The three sum to the price.
    function split(
        uint256 price,
        uint256 feeBps,
        uint256 royalty
    ) internal pure returns (uint256 fee, uint256 proceeds) {
        fee = shareOf(price, feeBps);
        proceeds = price - fee - royalty;
    }
}
