// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWorldRegistry} from "./interfaces/IWorldRegistry.sol";
import {Handover, World} from "./types/World.sol";

/// @title Registry of worlds
contract WorldRegistry is IWorldRegistry {
    /// @inheritdoc IWorldRegistry
    uint64 public constant HANDOVER_DELAY = 3 days;
    /// @inheritdoc IWorldRegistry
    uint256 public constant MAX_COLLECTIONS = 100;

    mapping(bytes32 worldId => World world) private _worlds;
    mapping(bytes32 worldId => Handover handover) private _handovers;
    /// @inheritdoc IWorldRegistry
    mapping(bytes32 worldId => mapping(address collection => bool accepted)) public accepts;

    modifier onlyOperator(bytes32 worldId) {
        _requireOperator(worldId);
        _;
    }

    /// @inheritdoc IWorldRegistry
    function register(bytes32 salt, bytes32 manifest, bytes32 keySet) external returns (bytes32 worldId) {
        worldId = worldIdOf(msg.sender, salt);
        if (_worlds[worldId].operator != address(0)) revert WorldsRegistered(worldId);
        _worlds[worldId].operator = msg.sender;
        emit WorldRegistered({worldId: worldId, operator: msg.sender, salt: salt});
        _setManifest(worldId, manifest);
        if (keySet != 0) _setKeySet(worldId, keySet);
    }

    /// @inheritdoc IWorldRegistry
    function setManifest(bytes32 worldId, bytes32 newManifest) external onlyOperator(worldId) {
        _setManifest(worldId, newManifest);
    }

    /// @inheritdoc IWorldRegistry
    function rotateKeySet(bytes32 worldId, bytes32 newKeySet) external onlyOperator(worldId) {
        _setKeySet(worldId, newKeySet);
    }

    /// @inheritdoc IWorldRegistry
    function acceptCollections(
        bytes32 worldId,
        address[] calldata collections,
        bool accepted
    ) external onlyOperator(worldId) {
        if (collections.length > MAX_COLLECTIONS) revert WorldsTooManyCollections(collections.length, MAX_COLLECTIONS);
        for (uint256 i = 0; i < collections.length; ++i) {
            address collection = collections[i];
            if (collection == address(0)) revert WorldsCollectionZero();
            if (accepts[worldId][collection] == accepted) continue;
            accepts[worldId][collection] = accepted;
            emit CollectionAccepted({worldId: worldId, collection: collection, accepted: accepted});
        }
    }

    /// @inheritdoc IWorldRegistry
    function announceHandover(bytes32 worldId, address to) external onlyOperator(worldId) {
        if (to == address(0) || to == msg.sender) revert WorldsOperatorInvalid(to);
        address before = _handovers[worldId].to;
        if (before != address(0)) emit HandoverCancelled({worldId: worldId, to: before});
        uint64 validFrom = uint64(block.timestamp) + HANDOVER_DELAY;
        _handovers[worldId] = Handover({to: to, validFrom: validFrom});
        emit HandoverAnnounced({worldId: worldId, to: to, validFrom: validFrom});
    }

    /// @inheritdoc IWorldRegistry
    function cancelHandover(bytes32 worldId) external onlyOperator(worldId) {
        address to = _handovers[worldId].to;
        if (to == address(0)) revert WorldsNoHandover(worldId);
        delete _handovers[worldId];
        emit HandoverCancelled({worldId: worldId, to: to});
    }

    /// @inheritdoc IWorldRegistry
    function acceptHandover(bytes32 worldId) external {
        Handover memory handover = _handovers[worldId];
        if (handover.to == address(0)) revert WorldsNoHandover(worldId);
        if (handover.to != msg.sender) revert WorldsNotSuccessor(msg.sender, worldId);
        if (block.timestamp < handover.validFrom) revert WorldsHandoverNotDue(handover.validFrom);
        address from = _worlds[worldId].operator;
        _worlds[worldId].operator = msg.sender;
        delete _handovers[worldId];
        emit OperatorChanged({worldId: worldId, from: from, to: msg.sender});
    }

    // Views

    /// @inheritdoc IWorldRegistry
    function worldOf(bytes32 worldId) external view returns (World memory) {
        return _worlds[worldId];
    }

    /// @inheritdoc IWorldRegistry
    function handoverOf(bytes32 worldId) external view returns (Handover memory) {
        return _handovers[worldId];
    }

    /// @inheritdoc IWorldRegistry
    function worldIdOf(address operator, bytes32 salt) public pure returns (bytes32) {
        return keccak256(abi.encode(operator, salt));
    }

    // Internal

    function _setManifest(bytes32 worldId, bytes32 newManifest) private {
        if (newManifest == 0) revert WorldsManifestZero();
        bytes32 oldManifest = _worlds[worldId].manifest;
        _worlds[worldId].manifest = newManifest;
        emit ManifestChanged({worldId: worldId, oldManifest: oldManifest, newManifest: newManifest});
    }

    function _setKeySet(bytes32 worldId, bytes32 newKeySet) private {
        bytes32 oldKeySet = _worlds[worldId].keySet;
        _worlds[worldId].keySet = newKeySet;
        emit KeySetRotated({worldId: worldId, oldKeySet: oldKeySet, newKeySet: newKeySet});
    }

    function _requireOperator(bytes32 worldId) private view {
        address operator = _worlds[worldId].operator;
        if (operator == address(0)) revert WorldsUnknown(worldId);
        if (operator != msg.sender) revert WorldsNotOperator(msg.sender, worldId);
    }
}
