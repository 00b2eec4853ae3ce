// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

using WindowLib for Window global;

/// @notice What was poured in the last window in which anything was.
struct Window {
    /// Number of the window, counted from zero at the declaration.
    uint64 index;
    /// Smallest unit.
    uint128 poured;
}

/// @notice How a window fills.
library WindowLib {
    /// @notice What was poured in the window with this number; nothing where the last one was another.
    function pouredIn(Window storage self, uint64 index) internal view returns (uint256) {
        return self.index == index ? self.poured : 0;
    }

    /// @notice Sets what was poured in the window with this number.
    function set(Window storage self, uint64 index, uint256 poured) internal {
        self.index = index;
        // At most what the faucet pours in a window, which has 128 bits.
        self.poured = uint128(poured);
    }
}
