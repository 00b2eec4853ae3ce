// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Royalty} from "./Royalty.sol";

using PayListLib for PayList global;

/// @notice Who gets how much, collected in memory until it is paid: where the list begins. It stands there as the ABI encodes a
/// `Royalty[]`: how many there are, then receiver and amount of each.
type PayList is uint256;

/// @notice Behaviour of a list of payments.
/// @dev Written out for its gas: structs in memory cost several times what they hold, for every item of a bundle.
library PayListLib {
    /// @notice An empty list with room for `most` payments.
    function create(uint256 most) internal pure returns (PayList list) {
        assembly ("memory-safe") {
            list := mload(0x40)
            mstore(list, 0)
            mstore(0x40, add(add(list, 0x20), shl(6, most)))
        }
    }

    /// @notice How many payments there are.
    function count(PayList self) internal pure returns (uint256 length) {
        assembly ("memory-safe") {
            length := mload(self)
        }
    }

    /// @notice One payment.
    function at(PayList self, uint256 index) internal pure returns (address receiver, uint256 amount) {
        assembly ("memory-safe") {
            let entry := add(add(self, 0x20), shl(6, index))
            receiver := mload(entry)
            amount := mload(add(entry, 0x20))
        }
    }

    /// @notice Adds a payment to that of an equal receiver, wherever it stands. Nothing for an amount of zero.
    /// @dev Amounts are parts of one price or budget, so their sum fits.
    function merge(PayList self, address receiver, uint256 amount) internal pure {
        if (amount == 0) return;
        assembly ("memory-safe") {
            let entry := add(self, 0x20)
            let end := add(entry, shl(6, mload(self)))
            for {} lt(entry, end) {
                entry := add(entry, 0x40)
            } {
                if eq(mload(entry), receiver) {
                    break
                }
            }
            switch eq(entry, end)
            case 1 {
                mstore(entry, receiver)
                mstore(add(entry, 0x20), amount)
                mstore(self, add(mload(self), 1))
            }
            default {
                mstore(add(entry, 0x20), add(mload(add(entry, 0x20)), amount))
            }
        }
    }

    /// @notice Adds a payment to the last one if its receiver is the same.
    function follow(PayList self, address receiver, uint256 amount) internal pure {
        assembly ("memory-safe") {
            let length := mload(self)
            let entry := add(add(self, 0x20), shl(6, length))
            let last := sub(entry, 0x40)
            switch and(gt(length, 0), eq(mload(last), receiver))
            case 1 {
                mstore(add(last, 0x20), add(mload(add(last, 0x20)), amount))
            }
            default {
                mstore(entry, receiver)
                mstore(add(entry, 0x20), amount)
                mstore(self, add(length, 1))
            }
        }
    }

    /// @notice Adds a payment of its own.
    function append(PayList self, address receiver, uint256 amount) internal pure {
        assembly ("memory-safe") {
            let length := mload(self)
            let entry := add(add(self, 0x20), shl(6, length))
            mstore(entry, receiver)
            mstore(add(entry, 0x20), amount)
            mstore(self, add(length, 1))
        }
    }

    /// @notice The payments as an array of structs.
    function toArray(PayList self) internal pure returns (Royalty[] memory entries) {
        entries = new Royalty[](self.count());
        for (uint256 i = 0; i < entries.length; ++i) (entries[i].receiver, entries[i].amount) = self.at(i);
    }
}
