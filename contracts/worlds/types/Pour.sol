// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One of several amounts that a faucet pours in one call.
struct Pour {
    /// Who gets it.
    address to;
    /// Smallest unit; above zero.
    uint256 amount;
    /// What it is for, in the world's own terms: a quest, a match, a hash of a record; zero for nothing.
    bytes32 memo;
}
