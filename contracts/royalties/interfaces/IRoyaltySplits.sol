// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ParentShare} from "../types/ParentShare.sol";
import {Payee} from "../types/Payee.sol";

/// @title Royalty splits
/// @notice Shares royalties among the creators of a lineage. A split is a contract at an address that follows from its payees: it can
/// be paid before it exists, anyone may deploy it, anyone may distribute what it holds, and payees take their part themselves.
/// @dev Payees are written in one way only, so that one table has one address: at most 8, accounts ascending and none zero, shares
/// above zero that sum to 10,000 basis points. There is no owner. Every error has a twin in `protocol/src/royalties/errors.ts`.
interface IRoyaltySplits {
    /// @notice A derivative names at most `most` parents.
    error RoyaltiesTooManyParents(uint256 parents, uint256 most);
    /// @notice A split has at most `most` payees.
    error RoyaltiesTooManyPayees(uint256 payees, uint256 most);
    /// @notice Accounts of payees ascend; this one is zero, a repetition, or stands too late.
    error RoyaltiesPayeesUnordered(address account);
    /// @notice The payee has a share of nothing.
    error RoyaltiesShareZero(address account);
    /// @notice The shares do not sum to 10,000 basis points.
    error RoyaltiesSharesNotWhole(uint256 sum);
    /// @notice Nobody could ever take what this account is paid: it is zero or a contract that makes splits.
    error RoyaltiesAccountUnpayable(address account);
    /// @notice The payees given for a parent's receiver are those of another split.
    error RoyaltiesPayeesFalse(address receiver, address split);

    /// @notice These payees share what `split` receives. Said each time that a derivative declares them.
    event SplitDeclared(address indexed split, Payee[] payees);
    /// @notice The split exists from now on; what it was paid before can be taken.
    event SplitDeployed(address indexed split, Payee[] payees);

    /// @notice The payees of a derivative: `own` keeps at least half, parents share the rest by what each asks, flattened.
    /// At most 4 parents and 8 payees; parents' shares are scaled to at most 5,000 basis points together, equal accounts are
    /// merged, shares under 10 basis points are dropped in favour of `own`.
    /// @dev The rules in full. A parent is owed nothing, and takes nothing from the others, when its receiver is `own`, when it asks
    /// nothing, or when its receiver could never be used (zero, this contract, the implementation). A receiver that is a split without
    /// its payees given is an account like any other, and shares among its payees later. What an account claims over all parents is
    /// summed, then scaled and rounded down once. When more than 7 accounts remain beside `own`, the smallest shares are dropped, of
    /// equal ones the highest account first; `own` gets what is dropped. So the order of the parents makes no difference.
    /// `own` alone, with 10,000 basis points, when nobody else is owed anything.
    function lineageOf(address own, ParentShare[] calldata parents) external view returns (Payee[] memory payees);

    /// @notice Computes {lineageOf}, announces the payees in an event and returns the address that shares among them; `own` itself
    /// where no parent is owed anything. Nothing is deployed.
    function declare(address own, ParentShare[] calldata parents) external returns (address receiver);

    /// @notice Deploys the split of the payees if it is not there yet. Anyone may.
    function deploy(Payee[] calldata payees) external returns (address split);

    /// @notice Deploys the split of the payees if it is not there yet, and pays them what is due in a currency (zero for ether).
    /// Anyone may. See {IRoyaltySplit-distribute}.
    function distribute(Payee[] calldata payees, address currency) external returns (address split);

    /// @notice Address of the split of the payees, deployed or not. Reverts when the shares do not sum to 10,000 basis points.
    function splitOf(Payee[] calldata payees) external view returns (address split);

    /// @notice The contract whose code every split runs.
    // solhint-disable-next-line func-name-mixedcase
    function IMPLEMENTATION() external view returns (address);
}
