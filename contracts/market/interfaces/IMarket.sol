// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Order} from "../types/Order.sol";

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
    /// @notice A lane has the bits 0 to 191; `bits` is the bit of an order or the mask of a cancellation.
    error MarketBitOutOfRange(uint256 bits);
    /// @notice The price is zero.
    error MarketPriceZero();
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
    /// @notice The maker of the listing does not own the token.
    error MarketMakerNotOwner(address maker, address owner);
    /// @notice The account that accepts the offer does not own the token.
    error MarketTakerNotOwner(address taker, address owner);
    /// @notice The market may not move `account`'s token or currency, whose contract is `asset`.
    error MarketNotApproved(address account, address asset);
    /// @notice After the transfer the collection named another owner than the buyer.
    error MarketTokenNotDelivered(address collection, uint256 tokenId);

    // Money

    /// @notice The ether sent is not the ether needed: the price of a listing in ether, nothing for an order in an ERC-20.
    error MarketWrongPayment(uint256 sent, uint256 needed);
    /// @notice The currency is not on the list of allowed ones.
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

    /// @notice An order was filled. Amounts are in the smallest unit of the currency; the seller received `price - fee - royalty`.
    event OrderFilled(
        bytes32 indexed orderHash,
        address indexed seller,
        address indexed buyer,
        address collection,
        uint256 tokenId,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver
    );
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

    /// @notice Fills an order. A listing: the caller buys with `msg.value` wei or an allowed ERC-20. An offer: the caller, who owns
    /// the token, sells it for the ERC-20 of the maker.
    /// @param signature 65 bytes (r, s, v), 64 bytes (ERC-2098), or what the maker's contract accepts by ERC-1271.
    function fill(Order calldata order, bytes calldata signature) external payable;

    /// @notice Cancels the caller's orders whose bits are in the mask, in the lane's present epoch. Bits already spent stay spent.
    function cancel(uint64 lane, uint256 bits) external;

    /// @notice Cancels every order that the caller has signed for the lane. Returns the epoch that new orders must name.
    function advanceLane(uint64 lane) external returns (uint64 epoch);

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

    /// @notice Protocol fee in force, basis points of the price.
    function feeBps() external view returns (uint16);

    /// @notice The announced fee in basis points and when it can be applied (unix seconds, 0 when none is).
    function scheduledFee() external view returns (uint16 feeBps, uint64 validFrom);

    /// @notice End of the present or the last pause, unix seconds.
    function pausedUntil() external view returns (uint64);

    /// @notice Whether fills are paused now.
    function isPaused() external view returns (bool);

    /// @notice What {fill} would pay as royalty at the price: capped at {MAX_ROYALTY_BPS}, nothing when the collection does not answer.
    function royaltyOf(
        address collection,
        uint256 tokenId,
        uint256 price
    ) external view returns (address receiver, uint256 amount);

    /// @notice The order's id: its EIP-712 hash.
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

    /// @notice Highest fee that can ever be taken, basis points.
    function MAX_FEE_BPS() external view returns (uint16);

    /// @notice Highest royalty that is ever paid, basis points.
    function MAX_ROYALTY_BPS() external view returns (uint16);
}
