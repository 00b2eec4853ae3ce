// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../../contracts/market/interfaces/IMarket.sol";
import {Lane} from "../../contracts/market/types/Lane.sol";
import {Nonce} from "../../contracts/market/types/Nonce.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract LaneTest is SolidityTest {
    function spend(Lane lane, uint64 epoch, uint8 bit) external pure returns (Lane) {
        Nonce nonce = _nonce(0, epoch, bit);
        lane.requireOpen(nonce);
        return lane.spend(nonce);
    }

    function requireOpen(Lane lane, Nonce nonce) external pure {
        lane.requireOpen(nonce);
    }

    function _nonce(uint64 lane, uint64 epoch, uint8 bit) private pure returns (Nonce) {
        return Nonce.wrap((uint256(lane) << 72) | (uint256(epoch) << 8) | bit);
    }

    function testFuzz_ANonceIsItsThreeParts(uint64 lane, uint64 epoch, uint8 bit) external pure {
        Nonce nonce = _nonce(lane, epoch, bit);
        assert(nonce.lane() == lane && nonce.epoch() == epoch && nonce.bit() == bit);
    }

    function testFuzz_ANonceWithMoreThanThreePartsOpensNothing(
        uint256 word,
        uint64 epoch,
        uint8 bit,
        uint120 more
    ) external {
        Lane lane = Lane.wrap((uint256(epoch) << 192) | (((word >> 64) << 64) >> 192));
        uint256 nonce = Nonce.unwrap(_nonce(0, epoch, bit)) | (uint256(more) << 136);
        if (more == 0 && bit < 192) return;
        VM.expectPartialRevert(IMarket.MarketNonceInvalid.selector);
        this.requireOpen(lane, Nonce.wrap(nonce));
    }

    function testFuzz_SpendingSetsOneBitAndIsPossibleOnce(uint256 word, uint8 anyBit) external {
        uint8 bit = uint8(_bound(anyBit, 0, 191));
        Lane lane = Lane.wrap(word & ~(uint256(1) << bit));
        Lane spent = this.spend(lane, lane.epoch(), bit);
        assert(Lane.unwrap(spent) ^ Lane.unwrap(lane) == uint256(1) << bit);
        VM.expectPartialRevert(IMarket.MarketOrderSpent.selector);
        this.spend(spent, spent.epoch(), bit);
    }

    function testFuzz_OnlyThePresentEpochSpends(uint256 word, uint64 epoch) external {
        Lane lane = Lane.wrap((word >> 192) << 192);
        if (epoch == lane.epoch()) return;
        VM.expectPartialRevert(
            epoch < lane.epoch() ? IMarket.MarketOrderEpochPassed.selector : IMarket.MarketOrderEpochAhead.selector
        );
        this.spend(lane, epoch, 0);
    }

    function testFuzz_CancellingKeepsTheEpochAndNamesWhatWasOpen(uint256 word, uint192 bits) external pure {
        Lane lane = Lane.wrap(word);
        (Lane next, uint256 open) = lane.cancel(bits);
        assert(next.epoch() == lane.epoch());
        assert(next.bitmap() == lane.bitmap() | bits);
        assert(open & lane.bitmap() == 0 && open | lane.bitmap() == next.bitmap());
    }

    function testFuzz_AdvancingOpensEveryBitOfTheNextEpoch(uint256 word) external pure {
        Lane lane = Lane.wrap(word >> 1);
        Lane next = lane.advance();
        assert(next.epoch() == lane.epoch() + 1 && next.bitmap() == 0);
    }
}
