// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RoyaltySplits} from "../../contracts/royalties/RoyaltySplits.sol";
import {ParentShare} from "../../contracts/royalties/types/ParentShare.sol";
import {Payee} from "../../contracts/royalties/types/Payee.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract RoyaltySplitsTest is SolidityTest {
    RoyaltySplits private immutable _SPLITS = new RoyaltySplits();

    function testFuzz_SharesSumToTheWhole(uint256 seed) external view {
        (address own, ParentShare[] memory parents) = _lineage(seed);
        Payee[] memory payees = _SPLITS.lineageOf(own, parents);
        uint256 sum;
        for (uint256 i = 0; i < payees.length; ++i) sum += payees[i].bps;
        assert(sum == 10_000);
        assert(payees.length >= 1 && payees.length <= 8);
    }

    function testFuzz_TheCreatorKeepsHalf(uint256 seed) external view {
        (address own, ParentShare[] memory parents) = _lineage(seed);
        Payee[] memory payees = _SPLITS.lineageOf(own, parents);
        uint256 kept;
        for (uint256 i = 0; i < payees.length; ++i) if (payees[i].account == own) kept += payees[i].bps;
        assert(kept >= 5_000);
    }

    function testFuzz_AccountsAscendAndNobodyGetsDust(uint256 seed) external view {
        (address own, ParentShare[] memory parents) = _lineage(seed);
        Payee[] memory payees = _SPLITS.lineageOf(own, parents);
        address last;
        for (uint256 i = 0; i < payees.length; ++i) {
            assert(payees[i].account > last && payees[i].bps >= 10);
            last = payees[i].account;
        }
    }

    function testFuzz_TheOrderOfParentsDoesNotMatter(uint256 seed, uint256 other) external view {
        (address own, ParentShare[] memory parents) = _lineage(seed);
        bytes32 before = keccak256(abi.encode(_SPLITS.lineageOf(own, parents)));
        for (uint256 i = parents.length; i > 1; --i) {
            uint256 j = uint256(keccak256(abi.encode(other, i))) % i;
            (parents[i - 1], parents[j]) = (parents[j], parents[i - 1]);
        }
        assert(keccak256(abi.encode(_SPLITS.lineageOf(own, parents))) == before);
    }

    function testFuzz_WhatIsDeclaredCanBeDeployed(uint256 seed) external {
        (address own, ParentShare[] memory parents) = _lineage(seed);
        Payee[] memory payees = _SPLITS.lineageOf(own, parents);
        address receiver = _SPLITS.declare(own, parents);
        assert(receiver == (payees.length == 1 ? own : _SPLITS.splitOf(payees)));
        if (payees.length > 1) assert(_SPLITS.deploy(payees) == receiver && receiver.code.length > 0);
    }

    /// @dev Up to four parents of up to eight payees. Accounts are few, so that many of them meet.
    function _lineage(uint256 seed) private view returns (address own, ParentShare[] memory parents) {
        own = address(uint160(1 + (seed % 12)));
        parents = new ParentShare[](uint256(keccak256(abi.encode(seed, "parents"))) % 5);
        for (uint256 i = 0; i < parents.length; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            parents[i].remixBps = uint16(word % 5_001);
            if (word >> 255 == 0) {
                parents[i].receiver = address(uint160(word >> 16) % 13);
                continue;
            }
            parents[i].payees = _table(word);
            parents[i].receiver = _SPLITS.splitOf(parents[i].payees);
        }
    }

    function _table(uint256 word) private pure returns (Payee[] memory payees) {
        payees = new Payee[](1 + ((word >> 128) % 8));
        uint16 left = 10_000;
        for (uint256 i = 0; i < payees.length; ++i) {
            uint16 bps = i + 1 == payees.length ? left : uint16(1 + ((word >> (i * 8)) % (left / 2)));
            left -= bps;
            payees[i] = Payee({account: address(uint160(1 + i * 2 + ((word >> (64 + i)) & 1))), bps: bps});
        }
    }
}
