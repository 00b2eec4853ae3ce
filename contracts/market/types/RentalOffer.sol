// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {IRentals} from "../interfaces/IRentals.sol";
import {ShareLib} from "../libraries/ShareLib.sol";
import {Nonce} from "./Nonce.sol";

using RentalOfferLib for RentalOffer global;

/// @notice What the owner of a token signs (EIP-712, domain "Daedal Rentals" version "1"): whoever pays may use it. An offer is good
/// for rental after rental until it ends or is cancelled. Times are unix seconds. The TypeScript twin is
/// `protocol/src/market/rental-offer.ts`.
struct RentalOffer {
    /// Who owns the token, signs and is paid.
    address owner;
    /// ERC-721 contract with ERC-4907.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
    /// An ERC-20 that the market allows; zero for ether.
    address currency;
    /// For 24 hours, in the smallest unit of the currency. Zero only where `renter` is named.
    uint128 pricePerDay;
    /// Fewest days that are let at once; above zero.
    uint16 minDays;
    /// Most days that are let at once, and that a tenancy may still last after a renewal; at most 365.
    uint16 maxDays;
    /// Who alone may rent; zero for anyone.
    address renter;
    /// From then on the offer can be taken.
    uint64 start;
    /// First second in which it can no longer be taken.
    uint64 end;
    /// No tenancy under the offer ends later.
    uint64 lastExpiry;
    /// Highest protocol fee that the owner accepts, basis points.
    uint16 maxFeeBps;
    /// Highest royalty that the owner accepts, basis points of the price.
    uint16 maxRoyaltyBps;
    /// Lane, epoch and bit of the owner's nonces for rentals, see {Nonce}. A rental does not spend it.
    Nonce nonce;
}

/// @notice Hash and limits of an offer.
library RentalOfferLib {
    /// @dev A token that was let by mistake, or by a signature that somebody was talked into, is free again after a year.
    uint16 internal constant MAX_DAYS = 365;
    string internal constant TYPE =
        "RentalOffer(address owner,address collection,uint256 tokenId,address currency,uint128 pricePerDay,uint16 minDays,uint16 maxDays,address renter,uint64 start,uint64 end,uint64 lastExpiry,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)";
    bytes32 private constant TYPEHASH = keccak256(
        "RentalOffer(address owner,address collection,uint256 tokenId,address currency,uint128 pricePerDay,uint16 minDays,uint16 maxDays,address renter,uint64 start,uint64 end,uint64 lastExpiry,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)"
    );

    /// @notice EIP-712 `hashStruct`.
    function hashStruct(RentalOffer calldata self) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, self));
    }

    /// @notice Reverts unless `renter` may take the offer now at the fee in force.
    function requireTakeable(RentalOffer calldata self, address renter, uint16 feeBps) internal view {
        if (self.end <= self.start) revert IMarket.MarketOrderWindowInvalid(self.start, self.end);
        if (block.timestamp < self.start) revert IMarket.MarketOrderNotStarted(self.start);
        if (block.timestamp >= self.end) revert IMarket.MarketOrderExpired(self.end);
        if (self.renter != address(0) && self.renter != renter)
            revert IMarket.MarketTakerNotAllowed(renter, self.renter);
        if (self.owner == renter) revert IMarket.MarketMakerIsTaker(renter);
        if (feeBps > self.maxFeeBps) revert IMarket.MarketFeeTooHigh(feeBps, self.maxFeeBps);
    }

    /// @notice Reverts unless the offer is for so many days.
    /// @dev An offer to anyone for nothing is what a phisher would have signed, and nobody who is named can be a stranger.
    function requireOffered(RentalOffer calldata self, uint16 dayCount) internal pure {
        if (self.pricePerDay == 0 && self.renter == address(0)) revert IMarket.MarketPriceZero();
        (uint16 least, uint16 most) = (self.minDays, self.maxDays);
        if (least == 0 || least > most || most > MAX_DAYS) revert IRentals.MarketTermInvalid(least, most, MAX_DAYS);
        if (dayCount < least || dayCount > most) revert IRentals.MarketDaysNotOffered(dayCount, least, most);
    }

    /// @notice End of a tenancy of so many days from `start` on. Reverts where the offer does not reach so far.
    function expiryOf(RentalOffer calldata self, uint256 start, uint16 dayCount) internal view returns (uint64) {
        uint256 expires = start + uint256(dayCount) * 1 days;
        uint256 latest = block.timestamp + uint256(self.maxDays) * 1 days;
        if (latest > self.lastExpiry) latest = self.lastExpiry;
        if (expires > latest) revert IRentals.MarketTermTooLong(expires, latest);
        return uint64(expires);
    }

    /// @notice Reverts when the royalty is above the highest that the owner signed for the price.
    function requireRoyaltyAccepted(RentalOffer calldata self, uint256 price, uint256 royalty) internal pure {
        uint256 most = ShareLib.shareOf(price, self.maxRoyaltyBps);
        if (royalty > most) revert IMarket.MarketRoyaltyTooHigh(royalty, most);
    }
}
