// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payee} from "../../royalties/types/Payee.sol";

/// @notice A token that a new one derives from.
struct Parent {
    /// Token of the same collection.
    uint256 tokenId;
    /// Payees of the parent's royalty receiver when that is a split, so that all are paid by one split; empty when it is an account.
    Payee[] payees;
}
