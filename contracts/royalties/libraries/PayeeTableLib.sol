// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplits} from "../interfaces/IRoyaltySplits.sol";
import {Payee} from "../types/Payee.sol";

/// @notice The table of payees that a split carries in its code: 22 bytes a payee, account (20) and basis points (2).
library PayeeTableLib {
    uint256 internal constant MAX_PAYEES = 8;
    uint256 internal constant WHOLE = 10_000;

    uint256 private constant ENTRY = 22;

    /// @notice Packs the payees.
    function encode(Payee[] memory payees) internal pure returns (bytes memory table) {
        uint256 length = payees.length * ENTRY;
        // Entries are written as whole words in ascending order, so there must be room behind the last one.
        table = new bytes(length + 0x20);
        for (uint256 i = 0; i < payees.length; ++i) {
            Payee memory payee = payees[i];
            uint256 word = (uint256(uint160(payee.account)) << 96) | (uint256(payee.bps) << 80);
            assembly ("memory-safe") {
                mstore(add(add(table, 0x20), mul(i, ENTRY)), word)
            }
        }
        assembly ("memory-safe") {
            mstore(table, length)
        }
    }

    /// @notice Unpacks the payees.
    function decode(bytes memory table) internal pure returns (Payee[] memory payees) {
        payees = new Payee[](table.length / ENTRY);
        for (uint256 i = 0; i < payees.length; ++i) {
            uint256 word;
            // An entry lies in the upper bytes of its word; what follows it is cut off below.
            assembly ("memory-safe") {
                word := mload(add(add(table, 0x20), mul(i, ENTRY)))
            }
            payees[i] = Payee({account: address(uint160(word >> 96)), bps: uint16(word >> 80)});
        }
    }

    /// @notice Reverts unless the payees are written in the one way that there is: accounts ascending, none twice, none zero,
    /// shares above zero that sum to the whole.
    function requireCanonical(Payee[] memory payees) internal pure {
        if (payees.length > MAX_PAYEES) revert IRoyaltySplits.RoyaltiesTooManyPayees(payees.length, MAX_PAYEES);
        uint256 sum;
        address last;
        for (uint256 i = 0; i < payees.length; ++i) {
            Payee memory payee = payees[i];
            // The first is compared with zero, so that nobody is the zero account.
            if (payee.account <= last) revert IRoyaltySplits.RoyaltiesPayeesUnordered(payee.account);
            if (payee.bps == 0) revert IRoyaltySplits.RoyaltiesShareZero(payee.account);
            last = payee.account;
            sum += payee.bps;
        }
        if (sum != WHOLE) revert IRoyaltySplits.RoyaltiesSharesNotWhole(sum);
    }
}
