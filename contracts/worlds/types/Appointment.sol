// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Who pours from a faucet, and by whose word.
struct Appointment {
    /// Who may pour; zero for nobody.
    address source;
    /// Who appointed it; the appointment holds while this is the operator of the world.
    address operator;
}
