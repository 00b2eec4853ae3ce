// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CurvePoint} from "../types/CurrencyDeclaration.sol";

/// @notice A curve of emission that {DeclarationLib} found valid: times rise, supplies never fall.
library CurveLib {
    /// @notice Most supply at a time, never above the straight line between the points around it.
    function at(CurvePoint[] storage self, uint256 time) internal view returns (uint256) {
        uint256 count = self.length;
        uint256 next = _after(self, time);
        if (next == 0) return 0;
        CurvePoint memory left = self[next - 1];
        if (next == count) return left.most;
        CurvePoint memory right = self[next];
        // 128 bits times 64 bits.
        uint256 risen = (uint256(right.most - left.most) * (time - left.time)) / (right.time - left.time);
        return left.most + risen;
    }

    /// @dev Place of the first point after a time, or the number of points.
    function _after(CurvePoint[] storage self, uint256 time) private view returns (uint256 low) {
        uint256 high = self.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (self[middle].time > time) high = middle;
            else low = middle + 1;
        }
    }
}
