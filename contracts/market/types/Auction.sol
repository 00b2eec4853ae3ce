// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAuctionHouse} from "../interfaces/IAuctionHouse.sol";

using AuctionLib for Auction global;

/// @notice An auction whose asset the house holds. Times are unix seconds, amounts in the smallest unit of the currency.
struct Auction {
    /// Who put the asset up; zero where there is no such auction, or no longer.
    address seller;
    /// Bids are taken from then on.
    uint40 start;
    /// Bids are taken before then; late ones move it.
    uint40 end;
    /// How far a bid has to be above the one before it, basis points.
    uint16 minIncrementBps;
    /// Who leads; zero before the first bid.
    address bidder;
    /// The end is never moved beyond.
    uint40 lastEnd;
    /// A bid in the last so many seconds moves the end.
    uint24 extensionWindow;
    /// Protocol fee in basis points, as it was when the auction was created.
    uint16 feeBps;
    /// It is over and paid, and only the asset is still here: neither winner nor seller could be given it.
    bool closed;
    /// The highest bid; the reserve before the first.
    uint128 amount;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint128 quantity;
    /// ERC-20 that is bid; zero for ether.
    address currency;
    /// ERC-721 or ERC-1155 contract.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
}

/// @notice How bids move an auction on.
library AuctionLib {
    uint256 private constant WHOLE = 10_000;

    /// @notice Least that the next bid may be. It may be more than a bid can be, and then the last was the last.
    function leastBid(Auction storage self) internal view returns (uint256 least) {
        least = self.amount;
        if (self.bidder != address(0)) least += Math.ceilDiv(least * self.minIncrementBps, WHOLE);
    }

    /// @notice Makes the bid the highest, and moves the end where it is late. Reverts where it may not be.
    function place(Auction storage self, address bidder, uint128 amount) internal returns (uint40 end) {
        if (block.timestamp < self.start) revert IAuctionHouse.MarketAuctionNotStarted(self.start);
        end = self.end;
        if (block.timestamp >= end) revert IAuctionHouse.MarketAuctionEnded(end);
        if (bidder == self.seller) revert IAuctionHouse.MarketSellerIsBidder(bidder);
        uint256 least = self.leastBid();
        if (amount < least) revert IAuctionHouse.MarketBidTooLow(amount, least);
        // Of times far below the end of 40 bits.
        uint40 extended = uint40(block.timestamp) + self.extensionWindow;
        if (extended > end) {
            end = extended < self.lastEnd ? extended : self.lastEnd;
            self.end = end;
        }
        self.bidder = bidder;
        self.amount = amount;
    }
}
