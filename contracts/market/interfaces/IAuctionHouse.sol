// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Auction} from "../types/Auction.sol";
import {AuctionTerms} from "../types/AuctionTerms.sol";
import {IPayments} from "./IPayments.sol";

/// @title Auction house
/// @notice English auctions of an ERC-721 token or of units of an ERC-1155 token, in ether or in an ERC-20 that the market allows. The
/// house holds the asset and the highest bid until the end; then the winner has the one and the seller, the creator and the protocol
/// share the other, as in a sale on the market.
/// @dev Nobody owns it and nothing can be upgraded. The market gives the fee, the currencies and the pause, which stops new auctions and
/// bids only. Times are unix seconds, amounts in the smallest unit of the currency; the zero currency is ether. What the market's own
/// libraries refuse, they refuse with the errors of {IMarket}. Every error has a twin in `protocol/src/market/errors.ts`.
interface IAuctionHouse is IPayments {
    // Terms

    /// @notice An auction needs a reserve above zero.
    error MarketReserveZero();
    /// @notice The minimum increment is outside of the limits, basis points.
    error MarketIncrementInvalid(uint16 bps, uint16 least, uint16 most);
    /// @notice Bidding would open after `latest`.
    error MarketAuctionStartTooLate(uint64 start, uint64 latest);
    /// @notice The duration is outside of the limits, seconds.
    error MarketDurationInvalid(uint64 duration, uint64 least, uint64 most);
    /// @notice The extension window, or all extensions together, are longer than `most` seconds.
    error MarketExtensionTooLong(uint64 length, uint64 most);

    // Auctions

    /// @notice There is no such auction, or no longer.
    error MarketAuctionUnknown(bytes32 auctionId);
    /// @notice Bids are taken from `start` on.
    error MarketAuctionNotStarted(uint64 start);
    /// @notice Bids were taken before `end`.
    error MarketAuctionEnded(uint64 end);
    /// @notice The auction can be settled from `end` on.
    error MarketAuctionRuns(uint64 end);
    /// @notice The auction was settled; only its asset is still here and waits for {reclaim}.
    error MarketAuctionClosed(bytes32 auctionId);
    /// @notice The auction has a bid and can no longer be cancelled.
    error MarketAuctionHasBid(bytes32 auctionId, address bidder);
    /// @notice Only the seller may.
    error MarketNotSeller(address caller, address seller);
    /// @notice The seller does not bid on its own asset.
    error MarketSellerIsBidder(address seller);
    /// @notice The bid is below the reserve, or not far enough above the highest one.
    error MarketBidTooLow(uint256 amount, uint256 least);

    // Assets

    /// @notice The market allows the collection as a currency.
    error MarketCollectionIsCurrency(address collection);
    /// @notice The asset of the auction does not wait for its seller.
    error MarketAssetNotWaiting(bytes32 auctionId);
    /// @notice The house gives no asset to itself.
    error MarketReceiverIsHouse();
    /// @notice Units that the house did not fetch itself, or several tokens at once.
    error MarketUnitsUnasked(address collection);

    /// @notice A seller put an asset up; the house has it.
    /// @param feeBps Protocol fee of this auction, basis points, whatever the market takes later.
    /// @param start Bids are taken from then on.
    /// @param end Bids are taken before then, see {BidPlaced}.
    /// @param lastEnd The end is never moved beyond.
    event AuctionCreated(
        bytes32 indexed auctionId,
        address indexed seller,
        address indexed collection,
        uint256 tokenId,
        uint128 quantity,
        address currency,
        uint128 reserve,
        uint16 minIncrementBps,
        uint16 feeBps,
        uint64 start,
        uint64 end,
        uint64 extensionWindow,
        uint64 lastEnd
    );
    /// @notice A bid leads, and the one before it was given back.
    /// @param end End of the auction from now on.
    /// @param outbid Who led before; zero for the first bid. A bidder that raises its own bid is named here too.
    /// @param refund What was given back to it.
    /// @param refundCredited It did not take it, so it waits for {withdraw}, see {PaymentCredited}.
    event BidPlaced(
        bytes32 indexed auctionId,
        address indexed bidder,
        address indexed outbid,
        uint256 amount,
        uint64 end,
        uint256 refund,
        bool refundCredited
    );
    /// @notice The winner has the asset. The seller got `price - fee - royalty`; what it or the royalty's receiver did not take is in
    /// a {PaymentCredited} of the same transaction.
    event AuctionSettled(
        bytes32 indexed auctionId,
        address indexed seller,
        address indexed winner,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver
    );
    /// @notice The auction ended without a bid.
    /// @param returned Whether the seller has the asset; otherwise it waits for {reclaim}.
    event AuctionUnsold(bytes32 indexed auctionId, address indexed seller, bool returned);
    /// @notice The asset could not be given to the winner: nothing is sold, and the bid was given back.
    /// @param refund What the bidder got back.
    /// @param refundCredited It did not take it, so it waits for {withdraw}.
    /// @param returned Whether the seller has the asset; otherwise it waits for {reclaim}.
    event AuctionFailed(
        bytes32 indexed auctionId,
        address indexed seller,
        address indexed bidder,
        uint256 refund,
        bool refundCredited,
        bool returned
    );
    /// @notice The seller took the asset back before the first bid.
    event AuctionCancelled(bytes32 indexed auctionId, address indexed seller);
    /// @notice The seller had an asset that waited sent to `to`.
    event AssetReclaimed(bytes32 indexed auctionId, address indexed seller, address to);

    /// @notice Puts the caller's asset up. The caller has approved the house for it.
    /// @return auctionId Hash of the seller, how many auctions it had made before, and the terms: a bid can only meet the auction that
    /// its bidder saw, whatever becomes of a block.
    function createAuction(AuctionTerms calldata terms) external returns (bytes32 auctionId);

    /// @notice Gives the caller's asset back. Possible until the first bid, also while the market is paused.
    function cancelAuction(bytes32 auctionId) external;

    /// @notice Sends an asset that could be given neither to the winner nor to the seller. Only the seller may.
    function reclaim(bytes32 auctionId, address to) external;

    /// @notice Bids. In ether exactly `amount` is sent along; in an ERC-20 the house is approved for it. Who led before gets its bid back
    /// at once.
    function bid(bytes32 auctionId, uint128 amount) external payable;

    /// @notice Ends an auction whose time is over: asset and money go where they belong. Anyone may call it, also while the market is
    /// paused. Needs about 600,000 gas to start with, most of which an ordinary asset does not use.
    function settleAuction(bytes32 auctionId) external;

    /// @notice Moves an asset out. Only this contract, which thereby outlives a collection that refuses.
    function handOver(address collection, uint256 tokenId, uint128 quantity, address to) external;

    /// @notice An auction whose asset is here; all zero otherwise. Refused within a call of the house, as all that moves then is.
    function auctionOf(bytes32 auctionId) external view returns (Auction memory);

    /// @notice Least that the next bid has to be.
    function leastBid(bytes32 auctionId) external view returns (uint256);

    /// @notice Auctions that the seller has made.
    function auctionCountOf(address seller) external view returns (uint256);

    /// @notice Answers for royalties of collections without ERC-2981; zero for none.
    // solhint-disable-next-line func-name-mixedcase
    function ROYALTY_REGISTRY() external view returns (address);
}
