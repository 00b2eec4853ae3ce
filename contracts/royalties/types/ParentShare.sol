// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payee} from "./Payee.sol";

/// @notice What a derivative owes to one parent.
struct ParentShare {
    /// Royalty receiver of the parent.
    address receiver;
    /// Share that the parent's creator asks of derivatives, basis points.
    uint16 remixBps;
    /// Payees of the receiver when it is itself a split, so that the lineage stays flat; empty when it is an account.
    Payee[] payees;
}
