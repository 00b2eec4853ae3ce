// SPDX-License-Identifier: MIT
// solhint-disable one-contract-per-file
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {ShareLib} from "../libraries/ShareLib.sol";
import {Nonce} from "./Nonce.sol";

using OrderLib for Order global;
using LoadedOrderLib for LoadedOrder global;

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

/// @notice An order in memory, every word of it checked to fit its field: where it begins.
type LoadedOrder is uint256;

/// @notice Reading an order.
library OrderLib {
    /// @notice The order in memory; reverts where a word does not fit its field.
    /// @dev Copied at once and checked together, which costs a third of decoding it field by field.
    function load(Order calldata self) internal pure returns (LoadedOrder order) {
        bool fits;
        assembly ("memory-safe") {
            // A free word in front, for {LoadedOrderLib-hashStruct}.
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

    /// @notice EIP-712 `hashStruct` of the words as they stand, whether they fit their fields or not.
    function hashWords(Order calldata self) internal pure returns (bytes32 hash) {
        bytes32 typehash = LoadedOrderLib.TYPEHASH;
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, typehash)
            calldatacopy(add(words, 0x20), self, 0x1c0)
            hash := keccak256(words, 0x1e0)
        }
    }
}

/// @notice Behaviour of an order.
library LoadedOrderLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)"
    );

    /// @notice EIP-712 `hashStruct`.
    /// @dev In memory the fields stand as EIP-712 encodes them; the type hash goes into the word in front.
    function hashStruct(LoadedOrder self) internal pure returns (bytes32 hash) {
        bytes32 typehash = TYPEHASH;
        assembly ("memory-safe") {
            let front := sub(self, 0x20)
            mstore(front, typehash)
            hash := keccak256(front, 0x1e0)
        }
    }

    /// @notice See {Order-kind}.
    function kind(LoadedOrder self) internal pure returns (OrderKind) {
        return OrderKind(_word(self, 0x00));
    }

    /// @notice Whether the maker sells.
    function isListing(LoadedOrder self) internal pure returns (bool) {
        return _word(self, 0x00) == uint256(OrderKind.Listing);
    }

    /// @notice Whether the maker buys any token of the collection.
    function isCollectionOffer(LoadedOrder self) internal pure returns (bool) {
        return _word(self, 0x00) == uint256(OrderKind.CollectionOffer);
    }

    /// @notice See {Order-maker}.
    function maker(LoadedOrder self) internal pure returns (address account) {
        assembly ("memory-safe") {
            account := mload(add(self, 0x20))
        }
    }

    /// @notice See {Order-collection}.
    function collection(LoadedOrder self) internal pure returns (address account) {
        assembly ("memory-safe") {
            account := mload(add(self, 0x60))
        }
    }

    /// @notice See {Order-tokenId}.
    function tokenId(LoadedOrder self) internal pure returns (uint256) {
        return _word(self, 0x80);
    }

    /// @notice See {Order-quantity}.
    function quantity(LoadedOrder self) internal pure returns (uint256) {
        return _word(self, 0xa0);
    }

    /// @notice See {Order-currency}.
    function currency(LoadedOrder self) internal pure returns (address account) {
        assembly ("memory-safe") {
            account := mload(add(self, 0xc0))
        }
    }

    /// @notice See {Order-price}.
    function price(LoadedOrder self) internal pure returns (uint256) {
        return _word(self, 0xe0);
    }

    /// @notice See {Order-endPrice}.
    function endPrice(LoadedOrder self) internal pure returns (uint256) {
        return _word(self, 0x100);
    }

    /// @notice See {Order-nonce}.
    function nonce(LoadedOrder self) internal pure returns (Nonce) {
        return Nonce.wrap(_word(self, 0x1a0));
    }

    /// @notice Reverts unless `filler` may fill the order now at the fee in force.
    function requireFillable(LoadedOrder self, address filler, uint256 feeBps) internal view {
        (uint256 start, uint256 end, uint256 taker) = (_word(self, 0x120), _word(self, 0x140), _word(self, 0x40));
        // Of 128 bits each.
        unchecked {
            if (self.price() * self.endPrice() == 0) revert IMarket.MarketPriceZero();
        }
        if (block.timestamp < start) _explainTime(uint64(start), uint64(end));
        if (block.timestamp >= end) _explainTime(uint64(start), uint64(end));
        if (taker != 0) {
            if (taker != uint160(filler)) revert IMarket.MarketTakerNotAllowed(filler, address(uint160(taker)));
        }
        if (_word(self, 0x20) == uint160(filler)) revert IMarket.MarketMakerIsTaker(filler);
        if (feeBps > _word(self, 0x160)) revert IMarket.MarketFeeTooHigh(uint16(feeBps), uint16(_word(self, 0x160)));
    }

    /// @notice Reverts unless the order is for one ERC-721 token, named in it, at a fixed price.
    function requirePlain(LoadedOrder self) internal pure {
        uint256 more = (self.price() ^ self.endPrice()) | self.quantity() | (_word(self, 0x00) >> 1);
        if (more == 0) return;
        if (self.price() != self.endPrice())
            revert IMarket.MarketPriceMoves(uint128(self.price()), uint128(self.endPrice()));
        revert IMarket.MarketSelectionNeeded();
    }

    /// @notice What the buyer pays now: for the token, for one unit, or for the bundle. Within the order's time.
    /// @dev Rounded in favour of the seller, whoever made the order, and never outside of the two prices that were signed.
    function priceNow(LoadedOrder self) internal view returns (uint256) {
        (uint256 from, uint256 to) = (self.price(), self.endPrice());
        if (from == to) return from;
        unchecked {
            // 128 bits times 64 bits.
            uint256 start = _word(self, 0x120);
            (uint256 elapsed, uint256 length) = (block.timestamp - start, _word(self, 0x140) - start);
            if (from > to) return from - ((from - to) * elapsed) / length;
            return from + ((to - from) * elapsed + length - 1) / length;
        }
    }

    /// @notice Reverts when the royalty is above the highest that the maker signed for the price.
    function requireRoyaltyAccepted(LoadedOrder self, uint256 atPrice, uint256 royalty) internal pure {
        uint256 most = ShareLib.shareOf(atPrice, _word(self, 0x180));
        if (royalty > most) revert IMarket.MarketRoyaltyTooHigh(royalty, most);
    }

    /// @notice Who gives the token, and who gets it and pays.
    function parties(LoadedOrder self, address filler) internal pure returns (address seller, address buyer) {
        return self.isListing() ? (self.maker(), filler) : (filler, self.maker());
    }

    function _explainTime(uint64 start, uint64 end) private view {
        if (end <= start) revert IMarket.MarketOrderWindowInvalid(start, end);
        if (block.timestamp < start) revert IMarket.MarketOrderNotStarted(start);
        revert IMarket.MarketOrderExpired(end);
    }

    function _word(LoadedOrder self, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(self, offset))
        }
    }
}
