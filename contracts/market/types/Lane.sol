// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {Order} from "./Order.sol";

using LaneLib for Lane global;

/// @notice State of one nonce lane of a maker in one word: the epoch in the upper 64 bits, the spent bits in the lower 192.
type Lane is uint256;

/// @notice Where a lane is kept.
struct LaneSlot {
    Lane lane;
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

    /// @notice The lane after the order's fill; reverts when the order is dead in this lane.
    function spend(Lane self, Order memory order) internal pure returns (Lane) {
        if (order.bit >= BITS) revert IMarket.MarketBitOutOfRange(order.bit);
        uint64 current = self.epoch();
        if (order.epoch < current) revert IMarket.MarketOrderEpochPassed(order.epoch, current);
        if (order.epoch > current) revert IMarket.MarketOrderEpochAhead(order.epoch, current);
        uint256 mask = 1 << order.bit;
        if (Lane.unwrap(self) & mask != 0) revert IMarket.MarketOrderSpent(order.lane, order.bit);
        return Lane.wrap(Lane.unwrap(self) | mask);
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
