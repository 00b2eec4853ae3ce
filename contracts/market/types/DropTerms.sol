// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDrops} from "../interfaces/IDrops.sol";
import {DropStage} from "./DropStage.sol";

using DropTermsLib for DropTerms global;

/// @notice What a creator lays down for a drop. Its hash is the drop's id, so nothing of it can be changed.
struct DropTerms {
    /// Who made the items, signs their vouchers and is paid.
    address creator;
    /// ERC-721 collection that mints vouchers: the shared one or the creator's own.
    address collection;
    /// An ERC-20 that the market allows; zero for ether.
    address currency;
    /// Number of items, and so of tickets: 1 to 10,000.
    uint32 supply;
    /// When what is not revealed can no longer be, unix seconds; zero without a commitment.
    uint64 revealBy;
    /// When what is not delivered can no longer be, unix seconds.
    uint64 deliverBy;
    /// Root of a Merkle tree of all items in the creator's order. A leaf is the hash of the hash of `abi.encode(index, voucher)`, and of
    /// two nodes the lower one comes first.
    bytes32 itemsRoot;
    /// Hash of the 32 bytes that, with a block to come, decide which ticket gets which item; zero where ticket n gets item n.
    bytes32 commitment;
    /// Tells drops with the same terms apart.
    bytes32 salt;
    /// In the order of time, one after the other: 1 to 8.
    DropStage[] stages;
}

/// @notice Limits of what a creator may lay down.
library DropTermsLib {
    uint32 internal constant MOST_ITEMS = 10_000;
    uint256 internal constant MOST_STAGES = 8;
    /// @dev From the creation to the end of the last stage.
    uint64 internal constant LONGEST_SALE = 180 days;
    uint64 internal constant LEAST_REVEAL = 1 hours;
    uint64 internal constant MOST_REVEAL = 30 days;
    uint64 internal constant LEAST_DELIVERY = 1 days;
    uint64 internal constant MOST_DELIVERY = 90 days;

    /// @notice Id of the drop.
    function id(DropTerms calldata self) internal pure returns (bytes32) {
        return keccak256(abi.encode(self));
    }

    /// @notice When the last stage ends, unless everything is sold before.
    function lastEnd(DropTerms calldata self) internal pure returns (uint64) {
        return self.stages[self.stages.length - 1].end;
    }

    /// @notice Reverts outside of the limits.
    function requireWithinLimits(DropTerms calldata self) internal view {
        if (self.supply == 0 || self.supply > MOST_ITEMS) revert IDrops.MarketDropSupply(self.supply, MOST_ITEMS);
        _requireStages(self);
        uint64 from = self.lastEnd();
        if (self.commitment == 0) {
            if (self.revealBy != 0) revert IDrops.MarketDropDeadline(self.revealBy, 0, 0);
        } else {
            _requireBetween(self.revealBy, from + LEAST_REVEAL, from + MOST_REVEAL);
            from = self.revealBy;
        }
        _requireBetween(self.deliverBy, from + LEAST_DELIVERY, from + MOST_DELIVERY);
    }

    /// @dev The last end is bounded, so that nothing that is added to it overflows.
    function _requireStages(DropTerms calldata self) private view {
        uint256 count = self.stages.length;
        if (count == 0 || count > MOST_STAGES) revert IDrops.MarketDropStageCount(count, MOST_STAGES);
        uint64 before;
        for (uint256 i = 0; i < count; ++i) {
            DropStage calldata stage = self.stages[i];
            if (stage.start < before || stage.end <= stage.start)
                revert IDrops.MarketDropStageTimes(i, stage.start, stage.end);
            before = stage.end;
        }
        uint64 now_ = uint64(block.timestamp);
        _requireBetween(before, now_ + 1, now_ + LONGEST_SALE);
    }

    function _requireBetween(uint64 time, uint64 least, uint64 most) private pure {
        if (time < least || time > most) revert IDrops.MarketDropDeadline(time, least, most);
    }
}
