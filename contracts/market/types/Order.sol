// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {ShareLib} from "../libraries/ShareLib.sol";
import {Nonce} from "./Nonce.sol";

using OrderLib for Order global;

/// @notice What the maker of an order wants.
enum OrderKind {
    /// The maker sells.
    Listing,
    /// The maker buys the token that it names.
    Offer,
    /// The maker buys any token of the collection, or any with a trait.
    CollectionOffer
}

/// @notice What a maker signs (EIP-712). Its TypeScript twin is `protocol/src/market/order.ts`, field by field.
struct Order {
    /// Whether the maker sells or buys, and how the token is named.
    OrderKind kind;
    /// Account that signs.
    address maker;
    /// Only account that may fill; zero for anyone.
    address taker;
    /// ERC-721 or ERC-1155 contract; zero in a bundle, whose items name theirs.
    address collection;
    /// Token of the collection; zero in a collection offer and in a bundle.
    uint256 tokenId;
    /// Units of an ERC-1155 token, which may be filled in parts; zero for an ERC-721 token or a bundle.
    uint128 quantity;
    /// ERC-20 that pays; zero for native ether.
    address currency;
    /// What the buyer pays in all at `startTime`, in the smallest unit of the currency: for the token, for each unit, or for the bundle.
    uint128 price;
    /// The same at `endTime`. Between the two the price moves along a line; a fixed price has both equal.
    uint128 endPrice;
    /// First second in which the order can be filled, unix time.
    uint64 startTime;
    /// First second in which it can no longer be filled, unix time.
    uint64 endTime;
    /// Highest protocol fee the maker accepts, basis points.
    uint16 maxFeeBps;
    /// Highest royalty the maker accepts, basis points.
    uint16 maxRoyaltyBps;
    /// Lane, epoch and bit of the maker's nonces, see {Nonce}.
    Nonce nonce;
}

/// @notice Behaviour of an order.
library OrderLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)"
    );

    /// @notice The order in memory; reverts where a word does not fit its field.
    /// @dev Copied at once and checked together, which costs a third of decoding it field by field.
    function load(Order calldata self) internal pure returns (Order memory order) {
        bool fits;
        assembly ("memory-safe") {
            // An unused word in front, for {hashStruct}.
            order := add(mload(0x40), 0x20)
            mstore(0x40, add(order, 0x1c0))
            calldatacopy(order, self, 0x1c0)
            let accounts := or(mload(add(order, 0x20)), mload(add(order, 0x40)))
            accounts := or(or(accounts, mload(add(order, 0x60))), mload(add(order, 0xc0)))
            let amounts := or(or(mload(add(order, 0xa0)), mload(add(order, 0xe0))), mload(add(order, 0x100)))
            let times := or(mload(add(order, 0x120)), mload(add(order, 0x140)))
            let shares := or(mload(add(order, 0x160)), mload(add(order, 0x180)))
            let beyond := or(or(shr(160, accounts), shr(128, amounts)), or(shr(64, times), shr(16, shares)))
            fits := and(iszero(beyond), lt(mload(order), 3))
        }
        if (!fits) revert IMarket.MarketOrderMalformed();
    }

    /// @notice EIP-712 `hashStruct` of an order that was {load}ed.
    /// @dev In memory the fields stand as EIP-712 encodes them; the type hash goes into the word in front.
    function hashStruct(Order memory self) internal pure returns (bytes32 hash) {
        bytes32 typehash = TYPEHASH;
        assembly ("memory-safe") {
            let front := sub(self, 0x20)
            mstore(front, typehash)
            hash := keccak256(front, 0x1e0)
        }
    }

    /// @notice Whether the maker sells.
    function isListing(Order memory self) internal pure returns (bool listing) {
        assembly ("memory-safe") {
            listing := iszero(mload(self))
        }
    }

    /// @notice Reverts unless `filler` may fill the order now at the fee in force.
    function requireFillable(Order memory self, address filler, uint16 feeBps) internal view {
        if (self.price == 0 || self.endPrice == 0) revert IMarket.MarketPriceZero();
        (uint64 start, uint64 end) = (self.startTime, self.endTime);
        if (end <= start) revert IMarket.MarketOrderWindowInvalid(start, end);
        if (block.timestamp < start) revert IMarket.MarketOrderNotStarted(start);
        if (block.timestamp >= end) revert IMarket.MarketOrderExpired(end);
        if (self.taker != address(0) && self.taker != filler) revert IMarket.MarketTakerNotAllowed(filler, self.taker);
        if (self.maker == filler) revert IMarket.MarketMakerIsTaker(filler);
        if (feeBps > self.maxFeeBps) revert IMarket.MarketFeeTooHigh(feeBps, self.maxFeeBps);
    }

    /// @notice What the buyer pays now: for the token, for one unit, or for the bundle. Within the order's time.
    /// @dev Rounded in favour of the seller, whoever made the order, and never outside of the two prices that were signed.
    function priceNow(Order memory self) internal view returns (uint256) {
        (uint256 from, uint256 to) = (self.price, self.endPrice);
        if (from == to) return from;
        unchecked {
            // 128 bits times 64 bits.
            (uint256 elapsed, uint256 length) = (block.timestamp - self.startTime, self.endTime - self.startTime);
            if (from > to) return from - ((from - to) * elapsed) / length;
            return from + ((to - from) * elapsed + length - 1) / length;
        }
    }

    /// @notice Reverts when the royalty is above the highest that the maker signed for the price.
    function requireRoyaltyAccepted(Order memory self, uint256 price, uint256 royalty) internal pure {
        uint256 most = ShareLib.shareOf(price, self.maxRoyaltyBps);
        if (royalty > most) revert IMarket.MarketRoyaltyTooHigh(royalty, most);
    }

    /// @notice The nonce, and above it the kind, as events tell them.
    function kindAndNonce(Order memory self) internal pure returns (uint256 word) {
        word = Nonce.unwrap(self.nonce);
        assembly ("memory-safe") {
            word := or(word, shl(136, mload(self)))
        }
    }

    /// @notice Who gives the token, and who gets it and pays.
    function parties(Order memory self, address filler) internal pure returns (address seller, address buyer) {
        return self.isListing() ? (self.maker, filler) : (filler, self.maker);
    }
}
