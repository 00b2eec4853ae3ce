// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ShareLib} from "../libraries/ShareLib.sol";
import {RentalOffer} from "./RentalOffer.sol";

using RentalRequestLib for RentalRequest global;

/// @notice An offer, and how its taker takes it.
struct RentalRequest {
    /// What the owner signed.
    RentalOffer offer;
    /// 65 bytes (r, s, v), 64 bytes (ERC-2098), what the owner's contract accepts by ERC-1271, one of these for a whole tree of offers
    /// (see `BulkSignatureLib`), or anything when the owner has approved the offer.
    bytes signature;
    /// For how many days, of 24 hours.
    uint16 dayCount;
    /// Who may use the token: the renter or whom it rents for. The user that it has already, for a renewal.
    address user;
}

/// @notice What a request costs.
library RentalRequestLib {
    /// @notice Price of all days, in the smallest unit of the currency.
    function price(RentalRequest calldata self) internal pure returns (uint256) {
        return ShareLib.priceOf(self.offer.pricePerDay, self.dayCount);
    }
}
