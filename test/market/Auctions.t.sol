// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Auction} from "../../contracts/market/types/Auction.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract AuctionsTest is SolidityTest {
    Auction private _auction;

    /// @dev An auction within the limits that a seller may lay down, at a moment in which bids are taken.
    function _open(uint128 reserve, uint16 bps, uint24 window, uint32 extension, uint32 duration) private {
        VM.warp(1_700_000_000);
        delete _auction;
        _auction.seller = address(1);
        _auction.start = uint40(block.timestamp);
        _auction.end = uint40(block.timestamp + _bound(duration, 1 hours, 30 days));
        _auction.lastEnd = uint40(_auction.end + _bound(extension, 0, 7 days));
        _auction.minIncrementBps = uint16(_bound(bps, 100, 5_000));
        _auction.extensionWindow = uint24(_bound(window, 0, 1 days));
        _auction.amount = uint128(_bound(reserve, 1, type(uint96).max));
    }

    function testFuzz_EveryBidIsHigherByTheIncrementAtLeast(
        uint128 reserve,
        uint16 bps,
        uint128[8] memory extras
    ) external {
        _open({reserve: reserve, bps: bps, window: 0, extension: 0, duration: 0});
        uint256 before = 0;
        for (uint256 i = 0; i < extras.length; ++i) {
            uint256 least = _auction.leastBid();
            if (i == 0)
                assert(least == _auction.amount);
                // Never less than the increment says, and rounded up by less than one unit.
            else {
                uint256 exact = before * (10_000 + uint256(_auction.minIncrementBps));
                assert(least * 10_000 >= exact && least * 10_000 < exact + 10_000);
                assert(least > before);
            }
            before = least + _bound(extras[i], 0, type(uint64).max);
            _auction.place(address(uint160(2 + i)), uint128(before));
            assert(_auction.amount == before);
        }
    }

    function testFuzz_TheEndIsNeverEarlierAndNeverBeyondTheLast(
        uint24 window,
        uint32 extension,
        uint32 duration,
        uint32[8] memory waits
    ) external {
        _open({reserve: 1, bps: 100, window: window, extension: extension, duration: duration});
        for (uint256 i = 0; i < waits.length; ++i) {
            uint256 left = _auction.end - block.timestamp;
            VM.warp(block.timestamp + _bound(waits[i], 0, left - 1));
            uint40 before = _auction.end;
            uint40 end = _auction.place(address(uint160(2 + i)), uint128(_auction.leastBid()));
            assert(end == _auction.end && end >= before && end <= _auction.lastEnd);
            // Who is outbid late has the whole window, unless the last end cuts it.
            assert(end == _auction.lastEnd || end >= block.timestamp + _auction.extensionWindow);
            // A bid before the window moves nothing.
            if (before >= block.timestamp + _auction.extensionWindow) assert(end == before);
        }
    }
}
