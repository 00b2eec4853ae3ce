// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One royalty of a sale with several.
struct Royalty {
    address receiver;
    /// Smallest unit of the currency.
    uint256 amount;
}
