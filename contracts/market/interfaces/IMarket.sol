// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../../tokens/types/Voucher.sol";

import {AssetState} from "../types/AssetState.sol";
import {Item} from "../types/Item.sol";
import {Nonce} from "../types/Nonce.sol";
import {Order, OrderKind} from "../types/Order.sol";
import {Permit} from "../types/Permit.sol";
import {Purchase} from "../types/Purchase.sol";
import {Royalty} from "../types/Royalty.sol";
import {Selection} from "../types/Selection.sol";
import {Shares} from "../types/Shares.sol";
import {Trait} from "../types/Trait.sol";
import {IPermit2} from "./IPermit2.sol";

/// @title Market
/// @notice Settles signed orders: the token to the buyer, the money to the seller, the royalty receiver and the protocol.
/// @dev Nothing can be upgraded. The owner sets a capped fee after a delay, allows currencies and pauses fills for a while;
/// it has no power over tokens, orders or money of others. Every error has a twin in `protocol/src/market/errors.ts`.
interface IMarket {
    // Orders

    /// @notice The order could be filled before `endTime` (unix seconds).
    error MarketOrderExpired(uint64 endTime);
    /// @notice The order can be filled from `startTime` (unix seconds) on.
    error MarketOrderNotStarted(uint64 startTime);
    /// @notice The order ends before or when it starts.
    error MarketOrderWindowInvalid(uint64 startTime, uint64 endTime);
    /// @notice The bit of the lane was spent by a fill or a cancellation.
    error MarketOrderSpent(uint64 lane, uint8 bit);
    /// @notice The maker has advanced the lane past the order's epoch.
    error MarketOrderEpochPassed(uint64 epoch, uint64 current);
    /// @notice The order names an epoch that the lane has not reached.
    error MarketOrderEpochAhead(uint64 epoch, uint64 current);
    /// @notice A lane has the bits 0 to 191; `bits` is the mask of a cancellation.
    error MarketBitOutOfRange(uint256 bits);
    /// @notice The nonce names a bit above 191, or is longer than lane, epoch and bit.
    error MarketNonceInvalid(uint256 nonce);
    /// @notice A word of the order does not fit its field, or the kind is unknown.
    error MarketOrderMalformed();
    /// @notice The price is zero, now or at the end.
    error MarketPriceZero();
    /// @notice The price moves; {fillAs} takes the limit up to which the filler agrees.
    error MarketPriceMoves(uint128 price, uint128 endPrice);
    /// @notice The order is for units or for any token of a collection; {fillAs} takes which.
    error MarketSelectionNeeded();
    /// @notice An order of this kind is not filled in this way.
    error MarketKindNotAllowed(OrderKind kind);
    /// @notice The order is for another token.
    error MarketTokenNotOffered(uint256 tokenId, uint256 offered);
    /// @notice The order has `left` units for whoever wants `quantity`; zero stands for an ERC-721 token.
    error MarketUnitsUnavailable(uint256 quantity, uint256 left);
    /// @notice The token is not in the tree of the trait, or the proof is not as long as the tree is high.
    error MarketProofInvalid(uint256 tokenId, bytes32 root);
    /// @notice The token is in another state than the maker signed.
    error MarketStateChanged(bytes32 found, bytes32 signed);
    /// @notice A bundle has between one and `most` items.
    error MarketBundleSize(uint256 items, uint256 most);
    /// @notice The order of a bundle names no token of its own.
    error MarketBundleNamesToken();
    /// @notice A sweep has between one and `most` orders.
    error MarketSweepSize(uint256 orders, uint256 most);
    /// @notice Fewer orders than the buyer wanted could be filled.
    error MarketSweepTooFew(uint256 filled, uint256 wanted);
    /// @notice Only the market itself calls this, within a sweep.
    error MarketNotSelf(address caller);
    /// @notice The order is for `taker` alone.
    error MarketTakerNotAllowed(address filler, address taker);
    /// @notice The filler made the order.
    error MarketMakerIsTaker(address maker);
    /// @notice The signature is well formed, but not the maker's.
    error MarketSignatureInvalid(address maker);
    /// @notice The signature has a wrong length, a high `s` or an unknown `v`.
    error MarketSignatureMalformed(uint256 length);

    // Token

    /// @notice There is no contract at the collection's address.
    error MarketCollectionUnknown(address collection);
    /// @notice Who sells, the maker of a listing or the taker of an offer, does not own the token.
    error MarketSellerNotOwner(address seller, address owner);
    /// @notice Who sells has fewer units than it has to give.
    error MarketUnitsTooFew(address seller, uint256 balance, uint256 needed);
    /// @notice The market may not move `account`'s token or currency, whose contract is `asset`.
    error MarketNotApproved(address account, address asset);
    /// @notice The collection knows no vouchers, or not this one.
    error MarketVoucherUnknown(address collection);
    /// @notice After the transfer the collection did not say that the buyer has the token or the units.
    error MarketTokenNotDelivered(address collection, uint256 tokenId);

    // Money

    /// @notice The ether sent is not the ether needed: the price of a listing in ether, nothing for an order in an ERC-20.
    error MarketWrongPayment(uint256 sent, uint256 needed);
    /// @notice The price is above what the filler pays at most.
    error MarketPriceAboveLimit(uint256 price, uint256 limit);
    /// @notice After fee and royalty less is left than the filler takes at least.
    error MarketProceedsBelowLimit(uint256 proceeds, uint256 limit);
    /// @notice A price so high that its shares do not fit a word.
    error MarketPriceTooHigh(uint256 price, uint256 most);
    /// @notice The filler did not take back the ether that it had sent too much.
    error MarketRefundFailed(address account, uint256 amount);
    /// @notice The currency is not on the list of allowed ones, not that of the sweep, or no longer a contract.
    error MarketCurrencyNotAllowed(address currency);
    /// @notice `account` has less of the currency than it has to pay.
    error MarketBalanceTooLow(address account, uint256 balance, uint256 needed);
    /// @notice The currency did not move exactly `amount` to `to`.
    error MarketPaymentFailed(address currency, address to, uint256 amount);
    /// @notice The protocol fee is above what the maker signed.
    error MarketFeeTooHigh(uint16 feeBps, uint16 maxFeeBps);
    /// @notice The royalty due is above what the maker signed.
    error MarketRoyaltyTooHigh(uint256 royalty, uint256 most);
    /// @notice With so little gas a royalty or a payment could be starved; send at least `needed` more at this point.
    error MarketGasTooLow(uint256 left, uint256 needed);
    /// @notice Nothing waits for the account.
    error MarketNothingPending(address account);
    /// @notice The account refused the ether it asked for.
    error MarketWithdrawalFailed(address account);

    // Administration

    /// @notice Fills are paused until `until` (unix seconds).
    error MarketPaused(uint64 until);
    /// @notice A pause can be started again at `from` (unix seconds).
    error MarketPauseTooSoon(uint64 from);
    /// @notice The protocol never takes more than `most` basis points.
    error MarketFeeAboveCap(uint16 feeBps, uint16 most);
    /// @notice The scheduled fee can be applied from `validFrom` (unix seconds) on.
    error MarketFeeNotDue(uint64 validFrom);
    /// @notice No fee is scheduled.
    error MarketFeeNotScheduled();
    /// @notice The fee receiver is the zero address.
    error MarketFeeReceiverZero();
    /// @notice There is no Permit2 at the address.
    error MarketPermit2Unknown(address permit2);

    /// @notice An order was filled, or a part of it, see {UnitsFilled}. The maker sold if it is a listing and bought otherwise. Amounts
    /// are in the smallest unit of the currency; the seller received `price - fee - royalty`.
    /// @param kindAndNonce The order's nonce, and above its 136 bits the order's kind.
    event OrderFilled(
        bytes32 indexed orderHash,
        address indexed maker,
        address indexed taker,
        uint256 kindAndNonce,
        address collection,
        uint256 tokenId,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver
    );
    /// @notice The {OrderFilled} that follows is for `quantity` units; `filled` of the maker's nonce are filled in all, and `left` of the
    /// order are not. The nonce is spent when none is left.
    event UnitsFilled(bytes32 indexed orderHash, address indexed maker, uint128 quantity, uint256 filled, uint256 left);
    /// @notice A bundle was sold. Each item counts for an equal part of the price, the last for what rounding leaves.
    /// @param kindAndNonce As in {OrderFilled}.
    event BundleFilled(
        bytes32 indexed orderHash,
        address indexed maker,
        address indexed taker,
        uint256 kindAndNonce,
        address currency,
        uint256 price,
        uint256 fee,
        Item[] items,
        Royalty[] royalties
    );
    /// @notice An order of a sweep could not be filled; `reason` is the error that {fillOrder} would revert with.
    event OrderSkipped(bytes32 indexed orderHash, address indexed taker, bytes reason);
    /// @notice A maker approved an order without signing it, or took that back.
    event OrderApproved(address indexed maker, bytes32 indexed orderHash, bool approved);
    /// @notice The maker spent `bits`: the mask of those of the lane that were open until now.
    event OrdersCancelled(address indexed maker, uint64 indexed lane, uint64 epoch, uint256 bits);
    /// @notice Every order of the lane with a lower epoch is dead.
    event LaneAdvanced(address indexed maker, uint64 indexed lane, uint64 epoch);
    /// @notice A fee can be applied from `validFrom` (unix seconds) on.
    event FeeScheduled(uint16 feeBps, uint64 validFrom);
    /// @notice The protocol fee of every fill from now on, basis points.
    event FeeChanged(uint16 feeBps);
    /// @notice The ether that the protocol had earned was paid out.
    event FeesWithdrawn(address to, uint256 amount);
    /// @notice A payee did not take its ether; it waits for {withdraw}.
    event PaymentCredited(address indexed account, uint256 amount);
    /// @notice A payee took what had waited for it.
    event PaymentWithdrawn(address indexed account, uint256 amount);
    /// @notice A currency was put on the list or taken from it.
    event CurrencyAllowed(address indexed currency, bool allowed);
    /// @notice Fills are paused until `until` (unix seconds); the present time when the pause was ended early.
    event Paused(uint64 until);

    /// @notice Fills an order for one ERC-721 token at a fixed price. A listing: the caller buys with `msg.value` wei or an allowed
    /// ERC-20. An offer: the caller, who owns the token, sells it for the ERC-20 of the maker.
    /// @param signature 65 bytes (r, s, v), 64 bytes (ERC-2098), what the maker's contract accepts by ERC-1271, one of these for a
    /// whole tree of orders (see `BulkSignatureLib`), or anything when the maker has approved the order.
    function fillOrder(Order calldata order, bytes calldata signature) external payable;

    /// @notice Fills any order for one token: units of an ERC-1155 token, a price that moves, a token of the caller's for a
    /// collection offer. Ether that the price leaves over is given back.
    function fillAs(Order calldata order, Selection calldata selection, bytes calldata signature) external payable;

    /// @notice Sells a token that has the trait to the maker of a `TraitOffer`, which is a collection offer narrowed to a tree of ids.
    /// @param proof Siblings from the leaf to the root.
    function fillTrait(
        Order calldata order,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature
    ) external payable;

    /// @notice Fills a `StateOrder`, whose maker wants the token only while it is in a state.
    function fillInState(
        Order calldata order,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature
    ) external payable;

    /// @notice Buys a token that is minted now: a `VoucherOrder`, the listing of a token that its creator has signed and not minted.
    function fillVoucher(
        Order calldata order,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature
    ) external payable;

    /// @notice Fills a `Bundle`: all of its items for one price.
    /// @param limit As in {Selection}.
    function fillBundle(
        Order calldata order,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature
    ) external payable;

    /// @notice Buys what can be had of several listings in one currency. Orders that cannot be filled are skipped, each with its
    /// reason in an event; what is not spent is given back.
    /// @param maxSpend Most that is spent; the ether sent, where the currency is native.
    /// @param minFilled Reverts when fewer orders were filled.
    function sweep(
        Purchase[] calldata purchases,
        address currency,
        uint256 maxSpend,
        uint256 minFilled
    ) external payable returns (uint256 filled);

    /// @notice One listing of a sweep. Only this contract, which keeps the lock and pays in ether afterwards.
    function settlePurchase(
        Purchase calldata purchase,
        address buyer,
        address currency,
        uint256 budget
    ) external returns (Shares memory shares);

    /// @notice Submits an allowance that the owner of a currency signed (ERC-2612), then calls this contract with `call_`, by the
    /// same sender with the same ether.
    function withPermit(Permit calldata permit, bytes calldata call_) external payable returns (bytes memory);

    /// @notice The same with an allowance that the owner signed for Permit2.
    function withPermit2(
        address owner,
        IPermit2.PermitSingle calldata permit,
        bytes calldata signature,
        bytes calldata call_
    ) external payable returns (bytes memory);

    /// @notice Approves an order of the caller's without a signature, for accounts that cannot sign, or takes that back.
    /// @param orderHash Its EIP-712 hash.
    function approveOrder(bytes32 orderHash, bool approved) external;

    /// @notice Cancels the caller's orders whose bits are in the mask, in the lane's present epoch. Bits already spent stay spent.
    function cancel(uint64 lane, uint256 bits) external;

    /// @notice Cancels every order that the caller has signed for the lane. Returns the epoch that new orders must name.
    function cancelAllOf(uint64 lane) external returns (uint64 epoch);

    /// @notice Pays the caller the ether that it could not be sent.
    function withdraw() external;

    /// @notice Pays the protocol's ether to the fee receiver. Anyone may call it.
    function withdrawFees() external;

    /// @notice Announces a fee, at most {MAX_FEE_BPS}. It can be applied two days later.
    function scheduleFee(uint16 feeBps) external;

    /// @notice Puts the scheduled fee into force once it is due. Anyone may call it.
    function applyFee() external;

    /// @notice Pauses fills for seven days; possible again thirty days after those have passed.
    function pause() external;

    /// @notice Ends a pause early. It does not bring the next one closer.
    function unpause() external;

    /// @notice Puts an ERC-20 on the list of currencies or takes it off.
    function allowCurrency(address currency, bool allowed) external;

    /// @notice The state of a maker's lane: orders must name `epoch`, and a set bit of `bitmap` is spent.
    function laneOf(address maker, uint64 lane) external view returns (uint64 epoch, uint192 bitmap);

    /// @notice Units that were filled of the maker's orders with the nonce.
    function filledOf(address maker, Nonce nonce) external view returns (uint256 quantity);

    /// @notice Whether the maker has approved the order without a signature.
    function orderApproved(address maker, bytes32 orderHash) external view returns (bool);

    /// @notice Protocol fee in force, basis points of the price.
    function feeBps() external view returns (uint16);

    /// @notice The announced fee in basis points and when it can be applied (unix seconds, 0 when none is).
    function scheduledFee() external view returns (uint16 feeBps, uint64 validFrom);

    /// @notice End of the present or the last pause, unix seconds.
    function pausedUntil() external view returns (uint64);

    /// @notice Whether fills are paused now.
    function isPaused() external view returns (bool);

    /// @notice What a fill would pay as royalty at the price: capped at {MAX_ROYALTY_BPS}; nothing when neither collection nor registry answers.
    function royaltyOf(
        address collection,
        uint256 tokenId,
        uint256 price
    ) external view returns (address receiver, uint256 amount);

    /// @notice Id of an order that is signed by itself: its EIP-712 hash.
    function hashOrder(Order calldata order) external view returns (bytes32);

    /// @notice Ether that waits for the account, wei.
    function pendingOf(address account) external view returns (uint256);

    /// @notice Ether that waits for all accounts together, wei.
    function pendingTotal() external view returns (uint256);

    /// @notice Ether that {withdrawFees} would pay, wei.
    function accruedFees() external view returns (uint256);

    /// @notice Whether orders may name the ERC-20. Native ether always pays listings.
    function currencyAllowed(address currency) external view returns (bool);

    /// @notice Where the protocol's fees go, for ever.
    function FEE_RECEIVER() external view returns (address);

    /// @notice Answers for royalties of collections without ERC-2981; zero for none.
    function ROYALTY_REGISTRY() external view returns (address);

    /// @notice Uniswap's Permit2; zero where there is none.
    function PERMIT2() external view returns (address);

    /// @notice Most items of a bundle.
    function MAX_BUNDLE() external view returns (uint256);

    /// @notice Most orders of a sweep.
    function MAX_SWEEP() external view returns (uint256);

    /// @notice Highest fee that can ever be taken, basis points.
    function MAX_FEE_BPS() external view returns (uint16);

    /// @notice Highest royalty that is ever paid, basis points.
    function MAX_ROYALTY_BPS() external view returns (uint16);
}
