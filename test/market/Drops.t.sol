// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DropStage} from "../../contracts/market/types/DropStage.sol";
import {DropTerms} from "../../contracts/market/types/DropTerms.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract DropsTest is SolidityTest {
    function accept(DropTerms calldata terms) external view returns (uint64) {
        terms.requireWithinLimits();
        return terms.lastEnd();
    }

    function idOf(DropTerms calldata terms) external pure returns (bytes32) {
        return terms.id();
    }

    function testFuzz_WhatIsAcceptedLeavesTimeForEverything(
        DropTerms memory terms,
        uint32[8] memory waits,
        uint32[8] memory lengths,
        uint8 count,
        uint32 reveal,
        uint32 delivery
    ) external {
        VM.warp(1_700_000_000);
        terms.supply = uint32(_bound(terms.supply, 0, 10_001));
        terms.stages = new DropStage[](_bound(count, 0, 9));
        uint64 time = uint64(block.timestamp);
        for (uint256 i = 0; i < terms.stages.length; ++i) {
            terms.stages[i].start = time + uint64(_bound(waits[i % 8], 0, 20 days));
            terms.stages[i].end = terms.stages[i].start + uint64(_bound(lengths[i % 8], 0, 20 days));
            time = terms.stages[i].end;
        }
        terms.revealBy = terms.commitment == 0 ? 0 : time + uint64(_bound(reveal, 0, 40 days));
        terms.deliverBy = (terms.commitment == 0 ? time : terms.revealBy) + uint64(_bound(delivery, 0, 100 days));
        try this.accept(terms) returns (uint64 last) {
            assert(terms.supply > 0 && terms.supply <= 10_000);
            assert(terms.stages.length > 0 && terms.stages.length <= 8);
            assert(last == terms.stages[terms.stages.length - 1].end && last > block.timestamp);
            assert(last <= block.timestamp + 180 days);
            // Whoever bought in the last second can still be told, and then be given, what the ticket gets.
            if (terms.commitment != 0) assert(terms.revealBy >= last + 1 hours && terms.revealBy <= last + 30 days);
            uint64 from = terms.commitment == 0 ? last : terms.revealBy;
            assert(terms.deliverBy >= from + 1 days && terms.deliverBy <= from + 90 days);
        } catch {
            assert(!_isFine(terms, time, reveal, delivery));
        }
    }

    /// @dev The limits again, in other words.
    function _isFine(
        DropTerms memory terms,
        uint64 last,
        uint32 reveal,
        uint32 delivery
    ) private view returns (bool fine) {
        uint256 count = terms.stages.length;
        fine = terms.supply > 0 && terms.supply <= 10_000 && count > 0 && count <= 8;
        for (uint256 i = 0; i < count; ++i) if (terms.stages[i].start == terms.stages[i].end) fine = false;
        if (last <= block.timestamp || last > block.timestamp + 180 days) fine = false;
        uint256 told = _bound(reveal, 0, 40 days);
        if (terms.commitment != 0 && (told < 1 hours || told > 30 days)) fine = false;
        uint256 given = _bound(delivery, 0, 100 days);
        if (given < 1 days || given > 90 days) fine = false;
    }

    function testFuzz_AnotherTermIsAnotherDrop(DropTerms memory terms, bytes32 salt, uint128 price) external view {
        bytes32 before = this.idOf(terms);
        if (salt != terms.salt) {
            bytes32 kept = terms.salt;
            terms.salt = salt;
            assert(this.idOf(terms) != before);
            terms.salt = kept;
        }
        if (terms.stages.length > 0 && terms.stages[0].price != price) {
            terms.stages[0].price = price;
            assert(this.idOf(terms) != before);
        }
    }

    function testFuzz_EveryItemIsSomeTicketsAndNoItemIsTwos(uint32 supply, uint256 seed) external pure {
        supply = uint32(_bound(supply, 1, 512));
        uint32 offset = uint32(seed % supply);
        bool[] memory given = new bool[](supply);
        for (uint256 ticket = 0; ticket < supply; ++ticket) {
            uint256 item = (ticket + offset) % supply;
            assert(!given[item]);
            given[item] = true;
        }
    }
}
