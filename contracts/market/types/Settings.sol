// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";

using SettingsLib for Settings global;

/// @notice What the owner can set, and what the market owes, in one word that every fill reads. Times are unix seconds.
struct Settings {
    /// Protocol fee in force, basis points.
    uint16 feeBps;
    /// Announced fee, basis points.
    uint16 nextFeeBps;
    /// When the announced fee can be applied; zero when none is announced.
    uint40 nextFeeFrom;
    /// End of the present or the last pause.
    uint40 pausedUntil;
    /// When the next pause may begin.
    uint40 pauseFrom;
    /// Ether that waits for payees, wei. All ether there is fits many times.
    uint104 owed;
}

/// @notice Limits and behaviour of the settings.
library SettingsLib {
    uint16 internal constant MAX_FEE_BPS = 500;
    uint40 internal constant FEE_DELAY = 2 days;
    uint40 internal constant PAUSE_LENGTH = 7 days;
    uint40 internal constant PAUSE_REST = 30 days;

    /// @notice Reverts above the highest fee that can ever be taken.
    function requireFeeWithinCap(uint16 feeBps) internal pure {
        if (feeBps > MAX_FEE_BPS) revert IMarket.MarketFeeAboveCap(feeBps, MAX_FEE_BPS);
    }

    /// @notice The fee in force; reverts while fills are paused.
    function requireOpen(Settings storage self) internal view returns (uint16 feeBps) {
        uint40 until = self.pausedUntil;
        feeBps = self.feeBps;
        if (block.timestamp < until) revert IMarket.MarketPaused(until);
    }

    /// @notice Ends a pause that runs. Returns whether one did.
    function unpause(Settings storage self) internal returns (bool ended) {
        ended = block.timestamp < self.pausedUntil;
        if (ended) self.pausedUntil = uint40(block.timestamp);
    }

    /// @notice Announces a fee; an earlier announcement is forgotten.
    function scheduleFee(Settings storage self, uint16 feeBps) internal returns (uint40 validFrom) {
        requireFeeWithinCap(feeBps);
        validFrom = uint40(block.timestamp) + FEE_DELAY;
        self.nextFeeBps = feeBps;
        self.nextFeeFrom = validFrom;
    }

    /// @notice Puts the announced fee into force once it is due.
    function applyFee(Settings storage self) internal returns (uint16 feeBps) {
        uint40 validFrom = self.nextFeeFrom;
        if (validFrom == 0) revert IMarket.MarketFeeNotScheduled();
        if (block.timestamp < validFrom) revert IMarket.MarketFeeNotDue(validFrom);
        feeBps = self.nextFeeBps;
        self.feeBps = feeBps;
        self.nextFeeFrom = 0;
    }

    /// @notice Begins a pause, and the rest after it.
    function pause(Settings storage self) internal returns (uint40 until) {
        if (block.timestamp < self.pauseFrom) revert IMarket.MarketPauseTooSoon(self.pauseFrom);
        until = uint40(block.timestamp) + PAUSE_LENGTH;
        self.pausedUntil = until;
        self.pauseFrom = until + PAUSE_REST;
    }
}
