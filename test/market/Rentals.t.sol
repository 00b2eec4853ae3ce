// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRentals} from "../../contracts/market/interfaces/IRentals.sol";
import {RentalOffer} from "../../contracts/market/types/RentalOffer.sol";
import {RentalRequest} from "../../contracts/market/types/RentalRequest.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract RentalsTest is SolidityTest {
    function expiry(RentalOffer calldata offer, uint256 start, uint16 dayCount) external view returns (uint64) {
        offer.requireOffered(dayCount);
        return offer.expiryOf(start, dayCount);
    }

    function price(RentalRequest calldata request) external pure returns (uint256) {
        return request.price();
    }

    function testFuzz_NoTermIsLongerThanTheOfferAllows(
        RentalOffer memory offer,
        uint16 dayCount,
        uint32 elapsed,
        uint32 running
    ) external {
        VM.warp(1_700_000_000 + uint256(elapsed));
        offer.pricePerDay = uint128(_bound(offer.pricePerDay, 1, type(uint128).max));
        offer.minDays = uint16(_bound(offer.minDays, 0, 400));
        offer.maxDays = uint16(_bound(offer.maxDays, 0, 400));
        offer.lastExpiry = uint64(_bound(offer.lastExpiry, block.timestamp, block.timestamp + 500 days));
        dayCount = uint16(_bound(dayCount, 0, 400));
        // A renewal begins when the tenancy that runs ends.
        uint256 start = block.timestamp + _bound(running, 0, 400 days);
        try this.expiry(offer, start, dayCount) returns (uint64 expires) {
            assert(expires == start + uint256(dayCount) * 1 days);
            assert(expires <= offer.lastExpiry);
            assert(expires <= block.timestamp + uint256(offer.maxDays) * 1 days);
            assert(dayCount >= offer.minDays && dayCount <= offer.maxDays && dayCount > 0 && offer.maxDays <= 365);
        } catch (bytes memory reason) {
            bytes4 code = bytes4(reason);
            assert(
                code == IRentals.MarketTermInvalid.selector ||
                    code == IRentals.MarketDaysNotOffered.selector ||
                    code == IRentals.MarketTermTooLong.selector
            );
            // Nothing that fits is refused.
            bool offered =
                offer.minDays > 0 && offer.minDays <= dayCount && dayCount <= offer.maxDays && offer.maxDays <= 365;
            uint256 end = start + uint256(dayCount) * 1 days;
            bool fits = end <= offer.lastExpiry && end <= block.timestamp + uint256(offer.maxDays) * 1 days;
            assert(!offered || !fits);
        }
    }

    function testFuzz_EveryDayCostsTheSame(RentalRequest memory request, uint16 dayCount) external view {
        request.dayCount = uint16(_bound(dayCount, 1, 365));
        assert(this.price(request) == uint256(request.offer.pricePerDay) * request.dayCount);
    }
}
