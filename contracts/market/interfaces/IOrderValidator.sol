// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../../tokens/types/Voucher.sol";

import {AssetState} from "../types/AssetState.sol";
import {Item} from "../types/Item.sol";
import {Order} from "../types/Order.sol";
import {Quote} from "../types/Quote.sol";
import {Selection} from "../types/Selection.sol";
import {Trait} from "../types/Trait.sol";
import {IMarket} from "./IMarket.sol";

/// @title Order validator
/// @notice Tells wallets, indexers and aggregators whether the market would fill an order now and, if not, why not; and who would be
/// paid what.
/// @dev Reads only, and holds nothing. Errors are those of {IMarket}, or of the contract that the market would pass on: a collection's,
/// a source's of states. The ether that a fill needs counts as sent. What only the transfer itself would show stays unseen: a rule of a
/// collection beyond owner, approval and ERC-5192, a receiver that refuses ERC-1155 units, a currency that blocks an account.
/// However a contract that an order names behaves, an answer costs bounded gas and comes with a reason.
interface IOrderValidator {
    /// @notice A contract that the order names refuses without a reason, or uses up the gas of an answer.
    error MarketReasonMissing();

    /// @notice Why {IMarket-fillAs} would refuse the order and, with a selection of the whole order, {IMarket-fillOrder}: the data of
    /// the error, with its values. Empty when it can be filled. Needs about 12 million gas at worst.
    /// @param filler Who would send the transaction.
    function why(
        Order calldata order,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory reason);

    /// @notice Why {IMarket-fillTrait} would refuse the order, as {why}.
    function whyTrait(
        Order calldata order,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory reason);

    /// @notice Why {IMarket-fillInState} would refuse the order, as {why}.
    function whyInState(
        Order calldata order,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory reason);

    /// @notice Why {IMarket-fillVoucher} would refuse the order, as {why}.
    function whyVoucher(
        Order calldata order,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory reason);

    /// @notice Why {IMarket-fillBundle} would refuse the order, as {why}.
    function whyBundle(
        Order calldata order,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory reason);

    /// @notice Reverts with what {why} answers, or with nothing where that is {MarketReasonMissing}.
    function check(
        Order calldata order,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view;

    /// @notice Reverts with what {whyTrait} answers.
    function checkTrait(
        Order calldata order,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view;

    /// @notice Reverts with what {whyInState} answers.
    function checkInState(
        Order calldata order,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view;

    /// @notice Reverts with what {whyVoucher} answers.
    function checkVoucher(
        Order calldata order,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view;

    /// @notice Reverts with what {whyBundle} answers.
    function checkBundle(
        Order calldata order,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature,
        address filler
    ) external view;

    /// @notice What a fill of a plain order, a trait offer or an order in a state would move now. Whether it is signed, open and
    /// possible is not looked at; reverts as the market does where the order is out of its time or not for the filler.
    function quote(
        Order calldata order,
        Selection calldata selection,
        address filler
    ) external view returns (Quote memory);

    /// @notice The same for an order with a voucher. The royalty is the one that its terms lead to once it is minted; of a minter that
    /// is not ours it is what the collection answers before.
    function quoteVoucher(
        Order calldata order,
        Voucher calldata voucher,
        Selection calldata selection,
        address filler
    ) external view returns (Quote memory);

    /// @notice The same for a bundle.
    function quoteBundle(
        Order calldata order,
        Item[] calldata items,
        address filler
    ) external view returns (Quote memory);

    /// @notice The market whose fills are judged.
    // solhint-disable-next-line func-name-mixedcase
    function MARKET() external view returns (IMarket);
}
