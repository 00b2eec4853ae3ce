// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A world as it is registered.
struct World {
    /// Who may change it; zero where there is no such world.
    address operator;
    /// SHA-256 digest in the CIDv1 (dag-pb) of the directory that holds the manifest.
    bytes32 manifest;
    /// SHA-256 of the canonical set of public keys (RFC 7517, RFC 8785) that sign its entitlement passes; zero where there are none.
    bytes32 keySet;
}

/// @notice An operator that is to take over.
struct Handover {
    /// Who takes over; zero where nobody does.
    address to;
    /// Unix second from which it can.
    uint64 validFrom;
}
