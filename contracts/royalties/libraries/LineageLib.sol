// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";

import {Payee} from "../types/Payee.sol";
import {PayeeTableLib} from "./PayeeTableLib.sol";

/// @notice Turns what parents ask into the payees of a derivative.
/// @dev Accounts with a number travel in one word, account above and number below, so that sorting words sorts accounts. Claims are
/// summed before anything is rounded, and ties are broken by account: the order of the parents makes no difference.
library LineageLib {
    using Arrays for uint256[];

    /// @dev What parents get together at most, and the least that one account gets, basis points.
    uint256 internal constant MAX_PARENTS_BPS = 5_000;
    uint256 internal constant DUST_BPS = 10;

    uint256 private constant NUMBER_BITS = 96;
    uint256 private constant NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    /// @dev A share in the top bits, the account's complement below: descending order is largest share first, lowest account first.
    uint256 private constant SHARE_SHIFT = 160;

    /// @notice One claim: `remixBps` of the derivative times the payee's basis points.
    function claim(address account, uint256 remixBps, uint256 bps) internal pure returns (uint256) {
        return (uint256(uint160(account)) << NUMBER_BITS) | (remixBps * bps);
    }

    /// @notice The payees, `own` among them with all that nobody else gets.
    /// @param claims What others than `own` claim, in any order, accounts possibly repeated.
    /// @param asked Sum of what the parents ask, basis points.
    function share(address own, uint256[] memory claims, uint256 asked) internal pure returns (Payee[] memory payees) {
        uint256[] memory shares = _largest(_merge(claims.sort(), asked));
        uint256[] memory table = new uint256[](shares.length + 1);
        uint256 rest = PayeeTableLib.WHOLE;
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 bps = shares[i] >> SHARE_SHIFT;
            rest -= bps;
            table[i] = claim({account: address(~uint160(shares[i])), remixBps: 1, bps: bps});
        }
        table[shares.length] = claim({account: own, remixBps: 1, bps: rest});
        table.sort();
        payees = new Payee[](table.length);
        for (uint256 i = 0; i < table.length; ++i)
            payees[i] = Payee({account: address(uint160(table[i] >> NUMBER_BITS)), bps: uint16(table[i])});
    }

    /// @dev Sums the sorted claims of each account, scales them, and leaves out what is dust.
    function _merge(uint256[] memory claims, uint256 asked) private pure returns (uint256[] memory shares) {
        // Claims are basis points of basis points. Asking for more than there is makes all of them smaller alike.
        uint256 divisor = PayeeTableLib.WHOLE * (asked > MAX_PARENTS_BPS ? asked : MAX_PARENTS_BPS);
        shares = new uint256[](claims.length);
        uint256 count;
        uint256 sum;
        for (uint256 i = 0; i < claims.length; ++i) {
            sum += claims[i] & NUMBER_MASK;
            uint256 account = claims[i] >> NUMBER_BITS;
            if (i + 1 < claims.length && claims[i + 1] >> NUMBER_BITS == account) continue;
            uint256 bps = (sum * MAX_PARENTS_BPS) / divisor;
            sum = 0;
            if (bps < DUST_BPS) continue;
            shares[count] = (bps << SHARE_SHIFT) | uint160(~account);
            ++count;
        }
        _shorten(shares, count);
    }

    /// @dev Keeps as many of the largest shares as there is room for beside the creator.
    function _largest(uint256[] memory shares) private pure returns (uint256[] memory) {
        if (shares.length < PayeeTableLib.MAX_PAYEES) return shares;
        shares.sort(_greater);
        _shorten(shares, PayeeTableLib.MAX_PAYEES - 1);
        return shares;
    }

    function _greater(uint256 a, uint256 b) private pure returns (bool) {
        return a > b;
    }

    /// @dev Drops the end of an array, which never becomes longer.
    function _shorten(uint256[] memory array, uint256 length) private pure {
        assembly ("memory-safe") {
            mstore(array, length)
        }
    }
}
