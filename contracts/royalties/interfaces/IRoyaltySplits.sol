// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ParentShare} from "../types/ParentShare.sol";
import {Payee} from "../types/Payee.sol";

/// @title Royalty splits
/// @notice Shares royalties among the creators of a lineage. A split is a contract at an address that follows from its payees: it can
/// be paid before it exists, anyone may deploy it, anyone may distribute what it holds, and payees take their part themselves.
interface IRoyaltySplits {
    /// @notice The payees of a derivative: `own` keeps at least half, parents share the rest by what each asks, flattened.
    /// At most 4 parents and 8 payees; parents' shares are scaled to at most 5,000 basis points together, equal accounts are
    /// merged, shares under 10 basis points are dropped in favour of `own`.
    function lineageOf(address own, ParentShare[] calldata parents) external view returns (Payee[] memory payees);

    /// @notice Computes {lineageOf}, announces the payees in an event and returns the address that shares among them; `own` itself
    /// where no parent is owed anything. Nothing is deployed.
    function declare(address own, ParentShare[] calldata parents) external returns (address receiver);

    /// @notice Address of the split of the payees, deployed or not. Reverts when the shares do not sum to 10,000 basis points.
    function splitOf(Payee[] calldata payees) external view returns (address split);
}
