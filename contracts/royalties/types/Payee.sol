// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One who gets a share of a royalty.
struct Payee {
    /// Account that is paid.
    address account;
    /// Its share, basis points of what the split receives.
    uint16 bps;
}
