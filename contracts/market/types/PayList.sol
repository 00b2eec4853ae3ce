// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Royalty} from "./Royalty.sol";

using PayListLib for PayList global;

/// @notice Who gets how much, collected in memory until it is paid.
struct PayList {
    /// As long as it can become.
    Royalty[] entries;
    /// How many are used.
    uint256 count;
}

/// @notice Behaviour of a list of payments.
library PayListLib {
    /// @notice An empty list.
    function create(uint256 most) internal pure returns (PayList memory list) {
        list.entries = new Royalty[](most);
    }

    /// @notice Adds a payment to that of an equal receiver, wherever it stands.
    function merge(PayList memory self, address receiver, uint256 amount) internal pure {
        if (amount == 0) return;
        for (uint256 i = 0; i < self.count; ++i)
            if (self.entries[i].receiver == receiver) {
                self.entries[i].amount += amount;
                return;
            }
        _push(self, receiver, amount);
    }

    /// @notice Adds a payment to the last one if its receiver is the same.
    function follow(PayList memory self, address receiver, uint256 amount) internal pure {
        uint256 count = self.count;
        if (count > 0 && self.entries[count - 1].receiver == receiver) self.entries[count - 1].amount += amount;
        else _push(self, receiver, amount);
    }

    /// @notice Adds a payment of its own.
    function append(PayList memory self, address receiver, uint256 amount) internal pure {
        _push(self, receiver, amount);
    }

    /// @notice The entries that are used. The list is not used afterwards.
    function trimmed(PayList memory self) internal pure returns (Royalty[] memory entries) {
        entries = self.entries;
        uint256 count = self.count;
        assembly ("memory-safe") {
            mstore(entries, count)
        }
    }

    function _push(PayList memory self, address receiver, uint256 amount) private pure {
        Royalty memory entry = self.entries[self.count++];
        (entry.receiver, entry.amount) = (receiver, amount);
    }
}
