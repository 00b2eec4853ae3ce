// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payee} from "../types/Payee.sol";
import {PayeeTableLib} from "./PayeeTableLib.sol";

/// @notice Turns what parents ask into the payees of a derivative.
/// @dev An account and a number travel in one word, account above, so that the order of words is that of accounts. Claims are summed
/// before anything is rounded, and ties are broken by account: the order of the parents makes no difference.
library LineageLib {
    /// @dev What parents get together at most, and the least that one account gets, basis points.
    uint256 internal constant MAX_PARENTS_BPS = 5_000;
    uint256 internal constant DUST_BPS = 10;

    uint256 private constant NUMBER_BITS = 96;
    uint256 private constant NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    /// @dev A share in the top bits, the account's complement below: the larger word is the larger share, or the lower account.
    uint256 private constant SHARE_BITS = 160;

    /// @notice One claim: what a parent asks times the payee's share of the parent, both in basis points.
    function claim(address account, uint256 number) internal pure returns (uint256) {
        return (uint256(uint160(account)) << NUMBER_BITS) | number;
    }

    /// @notice Two lists of claims by ascending account as one, in which no account is twice.
    function merge(uint256[] memory a, uint256[] memory b) internal pure returns (uint256[] memory merged) {
        merged = new uint256[](a.length + b.length);
        uint256 count;
        uint256 last;
        (uint256 i, uint256 j) = (0, 0);
        // No index passes the end of what it counts, and no sum of claims comes near the account above it.
        unchecked {
            while (i + j < merged.length) {
                uint256 word;
                if (j == b.length || (i < a.length && a[i] < b[j])) (word, i) = (a[i], i + 1);
                else (word, j) = (b[j], j + 1);
                // An account has two claims at most, one from each list, and they meet here. None is zero.
                if (last >> NUMBER_BITS == word >> NUMBER_BITS) word = last + (word & NUMBER_MASK);
                else ++count;
                merged[count - 1] = word;
                last = word;
            }
        }
        assembly ("memory-safe") {
            mstore(merged, count)
        }
    }

    /// @notice The payees, `own` among them with all that nobody else gets.
    /// @param claims What others than `own` claim, merged.
    /// @param asked Sum of what the parents ask, basis points.
    function share(address own, uint256[] memory claims, uint256 asked) internal pure returns (Payee[] memory payees) {
        (uint256[] memory shares, uint256 count) = _largest(claims, asked);
        uint256[] memory table = new uint256[](count + 1);
        uint256 rest = PayeeTableLib.WHOLE;
        for (uint256 i = 0; i < count; ++i) {
            uint256 bps = shares[i] >> SHARE_BITS;
            rest -= bps;
            _insert({list: table, count: i, word: claim({account: address(~uint160(shares[i])), number: bps})});
        }
        _insert({list: table, count: count, word: claim({account: own, number: rest})});
        payees = new Payee[](count + 1);
        for (uint256 i = 0; i <= count; ++i) {
            uint256 word = table[count - i];
            payees[i] = Payee({account: address(uint160(word >> NUMBER_BITS)), bps: uint16(word)});
        }
    }

    /// @dev Scales claims to shares, leaves out what is dust, and keeps as many of the largest as there is room for beside the creator.
    function _largest(
        uint256[] memory claims,
        uint256 asked
    ) private pure returns (uint256[] memory shares, uint256 count) {
        // Claims are basis points of basis points. Asking for more than there is makes all of them smaller alike.
        uint256 divisor = PayeeTableLib.WHOLE * (asked > MAX_PARENTS_BPS ? asked : MAX_PARENTS_BPS);
        shares = new uint256[](PayeeTableLib.MAX_PAYEES - 1);
        for (uint256 i = 0; i < claims.length; ++i) {
            uint256 bps = ((claims[i] & NUMBER_MASK) * MAX_PARENTS_BPS) / divisor;
            if (bps < DUST_BPS) continue;
            uint256 word = (bps << SHARE_BITS) | uint160(~(claims[i] >> NUMBER_BITS));
            count = _insert({list: shares, count: count, word: word});
        }
    }

    /// @dev Puts a word into a descending list and returns how many it holds now. The smallest falls out of a full one.
    function _insert(uint256[] memory list, uint256 count, uint256 word) private pure returns (uint256) {
        if (count < list.length) ++count;
        else if (word < list[count - 1]) return count;
        unchecked {
            uint256 i = count - 1;
            for (; i > 0 && list[i - 1] < word; --i) list[i] = list[i - 1];
            list[i] = word;
        }
        return count;
    }
}
