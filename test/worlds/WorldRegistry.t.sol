// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWorldRegistry} from "../../contracts/worlds/interfaces/IWorldRegistry.sol";
import {WorldRegistry} from "../../contracts/worlds/WorldRegistry.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract WorldRegistryTest is SolidityTest {
    WorldRegistry private immutable _REGISTRY = new WorldRegistry();

    function testFuzz_AnIdIsOfOneOperatorAndOneSalt(address a, bytes32 salt, address b, bytes32 other) external view {
        bool same = a == b && salt == other;
        assert((_REGISTRY.worldIdOf(a, salt) == _REGISTRY.worldIdOf(b, other)) == same);
    }

    function testFuzz_AHandoverIsAcceptedFromItsSecondOn(uint64 start, uint256 wait) external {
        start = uint64(_bound(start, 1, type(uint48).max));
        wait = _bound(wait, 0, 6 days);
        address successor = address(0xbeef);
        VM.warp(start);
        bytes32 id = _REGISTRY.register(bytes32(uint256(start)), "manifest", 0);
        _REGISTRY.announceHandover(id, successor);
        assert(_REGISTRY.handoverOf(id).validFrom == start + 3 days);
        VM.warp(start + wait);
        if (wait < 3 days) VM.expectPartialRevert(IWorldRegistry.WorldsHandoverNotDue.selector);
        VM.prank(successor);
        _REGISTRY.acceptHandover(id);
        assert(_REGISTRY.worldOf(id).operator == (wait < 3 days ? address(this) : successor));
    }
}
