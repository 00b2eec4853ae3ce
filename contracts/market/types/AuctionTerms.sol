// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAuctionHouse} from "../interfaces/IAuctionHouse.sol";

using AuctionTermsLib for AuctionTerms global;

/// @notice What a seller lays down for an auction. It cannot be changed afterwards.
struct AuctionTerms {
    /// ERC-721 or ERC-1155 contract.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint128 quantity;
    /// An ERC-20 that the market allows; zero for ether.
    address currency;
    /// Least first bid, in the smallest unit of the currency; above zero.
    uint128 reserve;
    /// How far a bid has to be above the one before it, basis points: 100 to 5,000.
    uint16 minIncrementBps;
    /// When bidding opens, unix seconds, at most 30 days ahead; a time that has passed, as zero, means at once.
    uint64 start;
    /// Seconds from there to the end: an hour to 30 days.
    uint64 duration;
    /// A bid in the last so many seconds moves the end to so many seconds after it; at most a day.
    uint64 extensionWindow;
    /// Seconds by which all bids together can move the end; at most 7 days.
    uint64 maxExtension;
}

/// @notice Limits of what a seller may lay down.
library AuctionTermsLib {
    uint16 internal constant LEAST_INCREMENT_BPS = 100;
    uint16 internal constant MOST_INCREMENT_BPS = 5_000;
    uint64 internal constant MOST_WAIT = 30 days;
    uint64 internal constant LEAST_DURATION = 1 hours;
    uint64 internal constant MOST_DURATION = 30 days;
    uint64 internal constant MOST_WINDOW = 1 days;
    uint64 internal constant MOST_EXTENSION = 7 days;

    /// @notice Reverts outside of the limits.
    function requireWithinLimits(AuctionTerms calldata self) internal view {
        if (self.reserve == 0) revert IAuctionHouse.MarketReserveZero();
        uint16 bps = self.minIncrementBps;
        if (bps < LEAST_INCREMENT_BPS || bps > MOST_INCREMENT_BPS)
            revert IAuctionHouse.MarketIncrementInvalid(bps, LEAST_INCREMENT_BPS, MOST_INCREMENT_BPS);
        uint64 latest = uint64(block.timestamp) + MOST_WAIT;
        if (self.start > latest) revert IAuctionHouse.MarketAuctionStartTooLate(self.start, latest);
        if (self.duration < LEAST_DURATION || self.duration > MOST_DURATION)
            revert IAuctionHouse.MarketDurationInvalid(self.duration, LEAST_DURATION, MOST_DURATION);
        if (self.extensionWindow > MOST_WINDOW)
            revert IAuctionHouse.MarketExtensionTooLong(self.extensionWindow, MOST_WINDOW);
        if (self.maxExtension > MOST_EXTENSION)
            revert IAuctionHouse.MarketExtensionTooLong(self.maxExtension, MOST_EXTENSION);
    }

    /// @notice When bidding opens, unix seconds.
    function opensAt(AuctionTerms calldata self) internal view returns (uint64) {
        return self.start > block.timestamp ? self.start : uint64(block.timestamp);
    }
}
