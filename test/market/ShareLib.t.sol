// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ShareLib} from "../../contracts/market/libraries/ShareLib.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract ShareLibTest is SolidityTest {
    function testFuzz_PartsSumToThePrice(uint128 price, uint16 fee, uint16 share) external pure {
        uint256 feeBps = _bound(fee, 0, 500);
        uint256 royalty = ShareLib.shareOf(price, _bound(share, 0, 1_000));
        (uint256 paid, uint256 proceeds) = ShareLib.split({price: price, feeBps: feeBps, royalty: royalty});
        assert(paid + royalty + proceeds == price);
    }

    function testFuzz_RoundingIsTheSellersGain(uint128 price, uint16 fee, uint16 share) external pure {
        uint256 feeBps = _bound(fee, 0, 500);
        uint256 royaltyBps = _bound(share, 0, 1_000);
        uint256 royalty = ShareLib.shareOf(price, royaltyBps);
        (, uint256 proceeds) = ShareLib.split({price: price, feeBps: feeBps, royalty: royalty});
        assert(proceeds * 10_000 >= uint256(price) * (10_000 - feeBps - royaltyBps));
        assert(proceeds * 10_000 < uint256(price) * (10_000 - feeBps - royaltyBps) + 20_000);
    }

    function testFuzz_AShareIsNeverAboveTheWhole(uint128 price, uint16 bps) external pure {
        assert(ShareLib.shareOf(price, _bound(bps, 0, 10_000)) <= price);
    }
}
