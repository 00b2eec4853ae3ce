// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Where the money of a sale goes. Amounts in the smallest unit of the currency; price = proceeds + royalty + fee.
struct Shares {
    /// What the buyer pays.
    uint256 price;
    /// What the seller receives.
    uint256 proceeds;
    /// What the creator receives.
    uint256 royalty;
    /// Who receives the royalty; zero when there is none.
    address royaltyReceiver;
    /// What the protocol receives.
    uint256 fee;
}
