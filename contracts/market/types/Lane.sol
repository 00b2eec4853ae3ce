// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {Nonce, NonceLib} from "./Nonce.sol";

using LaneLib for Lane global;
using LanesLib for Lanes global;

/// @notice State of one nonce lane of a maker in one word: the epoch in the upper 64 bits, the spent bits in the lower 192.
type Lane is uint256;

/// @notice Every lane of every maker. The key is the maker followed by the lane: one hash finds the word.
struct Lanes {
    mapping(uint256 key => Lane lane) words;
}

/// @notice Behaviour of a lane. One read and one write settle replay protection, cancellation and cancel-all.
library LaneLib {
    uint256 internal constant BITS = 192;
    uint256 private constant BITMAP_MASK = (1 << BITS) - 1;

    /// @notice Epoch that orders must name.
    function epoch(Lane self) internal pure returns (uint64) {
        return uint64(Lane.unwrap(self) >> BITS);
    }

    /// @notice Spent bits.
    function bitmap(Lane self) internal pure returns (uint192) {
        return uint192(Lane.unwrap(self) & BITMAP_MASK);
    }

    /// @notice Reverts when an order with the nonce is dead in this lane.
    function requireOpen(Lane self, Nonce nonce) internal pure {
        uint256 bit = nonce.bit();
        if (bit >= BITS) revert IMarket.MarketNonceInvalid(Nonce.unwrap(nonce));
        if (Nonce.unwrap(nonce) >> NonceLib.WIDTH != 0) revert IMarket.MarketNonceInvalid(Nonce.unwrap(nonce));
        if (nonce.epoch() != self.epoch()) _explainEpoch(nonce.epoch(), self.epoch());
        if ((Lane.unwrap(self) >> bit) & 1 != 0) revert IMarket.MarketOrderSpent(nonce.lane(), uint8(bit));
    }

    function _explainEpoch(uint64 named, uint64 current) private pure {
        if (named < current) revert IMarket.MarketOrderEpochPassed(named, current);
        revert IMarket.MarketOrderEpochAhead(named, current);
    }

    /// @notice The lane with the nonce's bit spent.
    function spend(Lane self, Nonce nonce) internal pure returns (Lane) {
        return Lane.wrap(Lane.unwrap(self) | (1 << nonce.bit()));
    }

    /// @notice The lane with the bits spent, and which of them were open before.
    function cancel(Lane self, uint256 bits) internal pure returns (Lane next, uint256 open) {
        if (bits > BITMAP_MASK) revert IMarket.MarketBitOutOfRange(bits);
        open = bits & ~Lane.unwrap(self);
        next = Lane.wrap(Lane.unwrap(self) | bits);
    }

    /// @notice The lane in its next epoch, with every bit open. The last epoch cannot be left.
    function advance(Lane self) internal pure returns (Lane) {
        return Lane.wrap(uint256(self.epoch() + 1) << BITS);
    }
}

/// @notice Finding lanes.
library LanesLib {
    /// @notice The lane's word.
    function get(Lanes storage self, address maker, uint64 lane) internal view returns (Lane) {
        return self.words[_key(maker, lane)];
    }

    /// @notice Replaces the lane's word.
    function set(Lanes storage self, address maker, uint64 lane, Lane word) internal {
        self.words[_key(maker, lane)] = word;
    }

    /// @notice Spends the nonce of the maker; reverts when it is dead.
    function spend(Lanes storage self, address maker, Nonce nonce) internal {
        uint256 key = _key(maker, nonce.lane());
        Lane word = self.words[key];
        word.requireOpen(nonce);
        self.words[key] = word.spend(nonce);
    }

    function _key(address maker, uint64 lane) private pure returns (uint256) {
        return (uint256(uint160(maker)) << 64) | lane;
    }
}
