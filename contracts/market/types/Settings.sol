// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";

using SettingsLib for Settings global;

/// @notice What the owner can set, in one word. Times are unix seconds.
struct Settings {
    /// Protocol fee in force, basis points.
    uint16 feeBps;
    /// Announced fee, basis points.
    uint16 nextFeeBps;
    /// When the announced fee can be applied; zero when none is announced.
    uint64 nextFeeFrom;
    /// End of the present or the last pause.
    uint64 pausedUntil;
    /// When the next pause may begin.
    uint64 pauseFrom;
}

/// @notice Limits and behaviour of the settings.
library SettingsLib {
    uint16 internal constant MAX_FEE_BPS = 500;
    uint64 internal constant FEE_DELAY = 2 days;
    uint64 internal constant PAUSE_LENGTH = 7 days;
    uint64 internal constant PAUSE_REST = 30 days;

    /// @notice Reverts above the highest fee that can ever be taken.
    function requireFeeWithinCap(uint16 feeBps) internal pure {
        if (feeBps > MAX_FEE_BPS) revert IMarket.MarketFeeAboveCap(feeBps, MAX_FEE_BPS);
    }

    /// @notice Reverts while fills are paused.
    function requireOpen(Settings memory self) internal view {
        if (block.timestamp < self.pausedUntil) revert IMarket.MarketPaused(self.pausedUntil);
    }

    /// @notice Announces a fee; an earlier announcement is forgotten.
    function scheduleFee(Settings storage self, uint16 feeBps) internal returns (uint64 validFrom) {
        requireFeeWithinCap(feeBps);
        validFrom = uint64(block.timestamp) + FEE_DELAY;
        self.nextFeeBps = feeBps;
        self.nextFeeFrom = validFrom;
    }

    /// @notice Puts the announced fee into force once it is due.
    function applyFee(Settings storage self) internal returns (uint16 feeBps) {
        uint64 validFrom = self.nextFeeFrom;
        if (validFrom == 0) revert IMarket.MarketFeeNotScheduled();
        if (block.timestamp < validFrom) revert IMarket.MarketFeeNotDue(validFrom);
        feeBps = self.nextFeeBps;
        self.feeBps = feeBps;
        self.nextFeeFrom = 0;
    }

    /// @notice Begins a pause, and the rest after it.
    function pause(Settings storage self) internal returns (uint64 until) {
        if (block.timestamp < self.pauseFrom) revert IMarket.MarketPauseTooSoon(self.pauseFrom);
        until = uint64(block.timestamp) + PAUSE_LENGTH;
        self.pausedUntil = until;
        self.pauseFrom = until + PAUSE_REST;
    }
}
