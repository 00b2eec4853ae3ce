// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Faucet} from "./CurrencyDeclaration.sol";

/// @notice A faucet at the present block.
struct FaucetStatus {
    /// As it was declared.
    Faucet declared;
    /// Who may pour from it; zero where nobody may.
    address source;
    /// Unix second at which the next window begins.
    uint64 windowEnd;
    /// What it has poured since the currency was made, smallest unit.
    uint256 emitted;
    /// What it may still pour in this window by its own limits, smallest unit. The curve may allow less.
    uint256 left;
}
