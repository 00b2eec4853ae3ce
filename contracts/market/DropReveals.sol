// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DropSales} from "./DropSales.sol";
import {IDrops} from "./interfaces/IDrops.sol";
import {Drop} from "./types/Drop.sol";
import {DropTerms} from "./types/DropTerms.sol";

/// @title How it is decided which ticket gets which item
/// @dev The creator committed to a secret before, and the block is chosen before it exists: neither can be fitted to the other.
abstract contract DropReveals is DropSales {
    /// @dev Blocks from the choice to the one that decides, so that who chooses it does not make it.
    uint64 private constant _AHEAD = 2;
    /// @dev Blocks after which a block's hash is lost.
    uint64 private constant _KEPT = 256;

    /// @inheritdoc IDrops
    function closeDrop(DropTerms calldata terms) external {
        (bytes32 dropId, Drop storage drop) = _find(terms);
        if (terms.commitment == 0) revert MarketDropNotCommitted(dropId);
        if (drop.sold == 0) revert MarketDropNothingSold(dropId);
        if (!drop.ended && drop.sold < terms.supply && block.timestamp < terms.lastEnd())
            revert MarketDropSells(dropId);
        if (drop.entropy != 0) revert MarketDropDrawn(drop.entropy);
        if (drop.entropyBlock != 0 && block.number <= drop.entropyBlock + _KEPT)
            revert MarketDropClosed(drop.entropyBlock);
        drop.entropyBlock = uint64(block.number) + _AHEAD;
        emit DropClosed({dropId: dropId, entropyBlock: drop.entropyBlock});
    }

    /// @inheritdoc IDrops
    function drawEntropy(DropTerms calldata terms) external {
        (bytes32 dropId, Drop storage drop) = _find(terms);
        if (drop.entropyBlock == 0) revert MarketDropNotClosed(dropId);
        if (drop.entropy != 0) revert MarketDropDrawn(drop.entropy);
        bytes32 entropy = blockhash(drop.entropyBlock);
        if (entropy == 0) revert MarketDropNotDrawn(drop.entropyBlock);
        drop.entropy = entropy;
        emit DropDrawn({dropId: dropId, entropy: entropy});
    }

    /// @inheritdoc IDrops
    function reveal(DropTerms calldata terms, bytes32 secret) external {
        (bytes32 dropId, Drop storage drop) = _find(terms);
        if (terms.commitment == 0) revert MarketDropNotCommitted(dropId);
        if (drop.revealed) revert MarketDropRevealed(drop.offset);
        if (block.timestamp >= terms.revealBy) revert MarketDropTooLate(terms.revealBy);
        if (drop.entropy == 0) revert MarketDropNotDrawn(drop.entropyBlock);
        if (keccak256(abi.encode(secret)) != terms.commitment) revert MarketDropSecretWrong(secret);
        // Below the number of items. The remainder of 256 bits is as good as even.
        uint32 offset = uint32(uint256(keccak256(abi.encode(secret, drop.entropy))) % terms.supply);
        (drop.revealed, drop.offset) = (true, offset);
        emit DropRevealed({dropId: dropId, secret: secret, offset: offset});
    }
}
