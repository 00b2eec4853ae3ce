// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice An allowance for the market that the owner of an ERC-20 signed (ERC-2612).
struct Permit {
    /// ERC-20 of the allowance.
    address currency;
    /// Who signed.
    address owner;
    /// How much, in the smallest unit of the currency.
    uint256 value;
    /// Last second in which it can be submitted, unix time.
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}
