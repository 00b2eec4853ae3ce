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
        for (uint256 i = 0; i < payees.length; ++i)
            table = bytes.concat(table, bytes20(payees[i].account), bytes2(payees[i].bps));
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
            // The first is compared with zero, so that nobody is the zero account.
            if (payees[i].account <= last) revert IRoyaltySplits.RoyaltiesPayeesUnordered(payees[i].account);
            if (payees[i].bps == 0) revert IRoyaltySplits.RoyaltiesShareZero(payees[i].account);
            last = payees[i].account;
            sum += payees[i].bps;
        }
        if (sum != WHOLE) revert IRoyaltySplits.RoyaltiesSharesNotWhole(sum);
    }
}
