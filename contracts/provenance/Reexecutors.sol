// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

import {IReproductionRegistry} from "./interfaces/IReproductionRegistry.sol";

/// @title What the owner of the registry can set
/// @dev All of it: who the re-executors are, the new ones after a delay, and how many of them must agree.
abstract contract Reexecutors is IReproductionRegistry, Ownable2Step {
    /// @inheritdoc IReproductionRegistry
    uint8 public constant MIN_THRESHOLD = 2;
    /// @inheritdoc IReproductionRegistry
    uint8 public constant MAX_THRESHOLD = 16;
    /// @inheritdoc IReproductionRegistry
    uint64 public constant REEXECUTOR_DELAY = 2 days;

    /// @inheritdoc IReproductionRegistry
    mapping(address account => uint64 since) public reexecutorSince;
    /// @inheritdoc IReproductionRegistry
    uint256 public reexecutorCount;
    /// @inheritdoc IReproductionRegistry
    uint8 public threshold;

    /// @dev Those that are named here count at once.
    constructor(address owner, uint8 initialThreshold, address[] memory accounts) Ownable(owner) {
        _setThreshold(initialThreshold);
        for (uint256 i = 0; i < accounts.length; ++i) _add(accounts[i], uint64(block.timestamp));
    }

    /// @inheritdoc IReproductionRegistry
    function addReexecutor(address account) external onlyOwner {
        _add(account, uint64(block.timestamp) + REEXECUTOR_DELAY);
    }

    /// @inheritdoc IReproductionRegistry
    function removeReexecutor(address account) external onlyOwner {
        if (reexecutorSince[account] == 0) revert ProvenanceNotReexecutor(account);
        delete reexecutorSince[account];
        --reexecutorCount;
        emit ReexecutorRemoved(account);
    }

    /// @inheritdoc IReproductionRegistry
    function setThreshold(uint8 newThreshold) external onlyOwner {
        _setThreshold(newThreshold);
    }

    /// @inheritdoc IReproductionRegistry
    function isReexecutor(address account) public view returns (bool) {
        uint64 since = reexecutorSince[account];
        return since != 0 && block.timestamp >= since;
    }

    function _add(address account, uint64 since) private {
        if (reexecutorSince[account] != 0) revert ProvenanceReexecutorKnown(account);
        reexecutorSince[account] = since;
        ++reexecutorCount;
        emit ReexecutorAdded({account: account, since: since});
    }

    function _setThreshold(uint8 newThreshold) private {
        if (newThreshold < MIN_THRESHOLD || newThreshold > MAX_THRESHOLD)
            revert ProvenanceThresholdInvalid({threshold: newThreshold, least: MIN_THRESHOLD, most: MAX_THRESHOLD});
        threshold = newThreshold;
        emit ThresholdChanged(newThreshold);
    }
}
