// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CurveLib} from "../../contracts/worlds/libraries/CurveLib.sol";
import {CurrencyDeclaration, CurvePoint, Faucet, Sink} from "../../contracts/worlds/types/CurrencyDeclaration.sol";
import {WorldCurrency} from "../../contracts/worlds/WorldCurrency.sol";
import {WorldRegistry} from "../../contracts/worlds/WorldRegistry.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract WorldCurrencyTest is SolidityTest {
    using CurveLib for CurvePoint[];

    WorldRegistry private immutable _REGISTRY = new WorldRegistry();
    CurvePoint[] private _curve;

    /// @dev Rising points out of arbitrary numbers.
    function _draw(uint64[16] memory waits, uint128[16] memory rises, uint256 count) private {
        delete _curve;
        uint64 time = 0;
        uint128 most = 0;
        for (uint256 i = 0; i < count; ++i) {
            time += uint64(_bound(waits[i], 1, type(uint64).max / 16));
            most += uint128(_bound(rises[i], 0, type(uint128).max / 16));
            _curve.push(CurvePoint({time: time, most: most}));
        }
    }

    function testFuzz_TheCurveNeverFalls(
        uint64[16] memory waits,
        uint128[16] memory rises,
        uint256 count,
        uint64 a,
        uint64 b
    ) external {
        _draw(waits, rises, _bound(count, 1, 16));
        (uint64 first, uint64 second) = a < b ? (a, b) : (b, a);
        assert(_curve.at(first) <= _curve.at(second));
    }

    function testFuzz_TheCurveGoesThroughItsPointsAndNeverAboveTheLine(
        uint64[16] memory waits,
        uint128[16] memory rises,
        uint256 count,
        uint64 wait
    ) external {
        count = _bound(count, 2, 16);
        _draw(waits, rises, count);
        assert(_curve.at(_curve[0].time - 1) == 0);
        assert(_curve.at(type(uint256).max) == _curve[count - 1].most);
        for (uint256 i = 0; i < count; ++i) assert(_curve.at(_curve[i].time) == _curve[i].most);
        for (uint256 i = 1; i < count; ++i) {
            (CurvePoint memory left, CurvePoint memory right) = (_curve[i - 1], _curve[i]);
            uint256 span = right.time - left.time;
            uint256 passed = wait % span;
            uint256 risen = _curve.at(left.time + passed) - left.most;
            uint256 exact = uint256(right.most - left.most) * passed;
            // The largest whole number that is not above the line.
            assert(risen * span <= exact);
            assert((risen + 1) * span > exact);
        }
    }

    function testFuzz_SupplyStaysWithinTheCurveAndEachLimit(
        uint64[16] memory waits,
        uint128[16] memory rises,
        uint256 count,
        uint128[24] memory amounts,
        uint256 seed
    ) external {
        count = _bound(count, 1, 16);
        VM.warp(1);
        bytes32 worldId = _REGISTRY.register(bytes32(seed), "manifest", 0);
        WorldCurrency currency = _make(worldId, waits, rises, count, seed);
        currency.appoint(0, address(this));
        uint256 now_ = 1;
        for (uint256 i = 0; i < amounts.length; ++i) {
            now_ += amounts[i] % (type(uint64).max / 24);
            VM.warp(now_);
            address to = address(uint160(0x1000 + (amounts[i] % 3)));
            uint256 left = currency.leftFor(0, to);
            uint256 amount = i % 4 == 0 ? left : amounts[i] >> (seed % 100);
            uint256 before = currency.totalSupply();
            try currency.pour(0, to, amount, bytes32(i)) {
                assert(amount <= left && amount > 0);
                assert(currency.totalSupply() == before + amount);
            } catch {
                assert(amount > left || amount == 0);
                assert(currency.totalSupply() == before);
            }
            if (i % 3 == 2) _drain(currency, to, amounts[i]);
            assert(currency.totalSupply() <= currency.curveAt(now_));
            assert(currency.totalSupply() <= currency.CAP());
            assert(currency.room() == currency.curveAt(now_) - currency.totalSupply());
            assert(currency.totalSupply() == currency.emittedBy(0) - currency.drainedBy(0));
        }
    }

    function _make(
        bytes32 worldId,
        uint64[16] memory waits,
        uint128[16] memory rises,
        uint256 count,
        uint256 seed
    ) private returns (WorldCurrency) {
        _draw(waits, rises, count);
        CurrencyDeclaration memory declared;
        (declared.name, declared.symbol, declared.cap) = ("Gold", "GLD", _curve[count - 1].most);
        declared.curve = _curve;
        declared.faucets = new Faucet[](1);
        uint128 perWindow = uint128(_bound(seed, 1, type(uint128).max));
        declared.faucets[0] = Faucet({
            name: "quests",
            perWindow: perWindow,
            perAccount: uint128(_bound(seed >> 7, 1, perWindow)),
            total: seed % 2 == 0 ? 0 : uint128(seed >> 3),
            window: uint32(_bound(seed >> 11, 1, type(uint32).max))
        });
        declared.sinks = new Sink[](1);
        declared.sinks[0] = Sink({name: "repairs"});
        return new WorldCurrency({registry: _REGISTRY, worldId: worldId, declared: declared});
    }

    function _drain(WorldCurrency currency, address from, uint256 amount) private {
        uint256 balance = currency.balanceOf(from);
        if (balance == 0) return;
        VM.prank(from);
        currency.drain({sinkId: 0, amount: _bound(amount, 1, balance), memo: 0});
    }
}
