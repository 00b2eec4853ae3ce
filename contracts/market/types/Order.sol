// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {ShareLib} from "../libraries/ShareLib.sol";

using OrderLib for Order global;

/// @notice What the maker of an order wants.
enum OrderKind {
    /// The maker sells its token at the price.
    Listing,
    /// The maker buys the token at the price.
    Offer
}

/// @notice What a maker signs (EIP-712). Its TypeScript twin is `protocol/src/market/order.ts`, field by field.
struct Order {
    /// Whether the maker sells or buys.
    OrderKind kind;
    /// Account that signs.
    address maker;
    /// Only account that may fill; zero for anyone.
    address taker;
    /// ERC-721 contract.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
    /// ERC-20 that pays; zero for native ether.
    address currency;
    /// What the buyer pays in all, in the smallest unit of the currency.
    uint128 price;
    /// First second in which the order can be filled, unix time.
    uint64 startTime;
    /// First second in which it can no longer be filled, unix time.
    uint64 endTime;
    /// Highest protocol fee the maker accepts, basis points.
    uint16 maxFeeBps;
    /// Highest royalty the maker accepts, basis points.
    uint16 maxRoyaltyBps;
    /// Nonce lane of the maker.
    uint64 lane;
    /// Bit of the lane that a fill spends, below 192. Orders that share it exclude each other.
    uint8 bit;
    /// Epoch of the lane when the order was signed.
    uint64 epoch;
}

/// @notice Behaviour of an order.
library OrderLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,address currency,uint128 price,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint64 lane,uint8 bit,uint64 epoch)"
    );

    /// @notice EIP-712 `hashStruct`.
    /// @dev In memory the fields stand as EIP-712 encodes them: the type hash is put in front for a moment instead of copying all.
    function hashStruct(Order memory self) internal pure returns (bytes32 hash) {
        bytes32 typehash = TYPEHASH;
        assembly ("memory-safe") {
            let front := sub(self, 0x20)
            let kept := mload(front)
            mstore(front, typehash)
            hash := keccak256(front, 0x1e0)
            mstore(front, kept)
        }
    }

    /// @notice Reverts unless `filler` may fill the order now at the fee in force.
    function requireFillable(Order memory self, address filler, uint16 feeBps) internal view {
        if (self.price == 0) revert IMarket.MarketPriceZero();
        if (self.endTime <= self.startTime) revert IMarket.MarketOrderWindowInvalid(self.startTime, self.endTime);
        if (block.timestamp < self.startTime) revert IMarket.MarketOrderNotStarted(self.startTime);
        if (block.timestamp >= self.endTime) revert IMarket.MarketOrderExpired(self.endTime);
        if (self.taker != address(0) && self.taker != filler) revert IMarket.MarketTakerNotAllowed(filler, self.taker);
        if (self.maker == filler) revert IMarket.MarketMakerIsTaker(filler);
        if (feeBps > self.maxFeeBps) revert IMarket.MarketFeeTooHigh(feeBps, self.maxFeeBps);
    }

    /// @notice Reverts when the royalty is above the highest that the maker signed.
    function requireRoyaltyAccepted(Order memory self, uint256 royalty) internal pure {
        uint256 most = ShareLib.shareOf(self.price, self.maxRoyaltyBps);
        if (royalty > most) revert IMarket.MarketRoyaltyTooHigh(royalty, most);
    }

    /// @notice Whether the buyer pays with the ether it sends.
    function isListingInEther(Order memory self) internal pure returns (bool) {
        return self.kind == OrderKind.Listing && self.currency == address(0);
    }

    /// @notice Who gives the token, and who gets it and pays.
    function parties(Order memory self, address filler) internal pure returns (address seller, address buyer) {
        return self.kind == OrderKind.Listing ? (self.maker, filler) : (filler, self.maker);
    }
}
