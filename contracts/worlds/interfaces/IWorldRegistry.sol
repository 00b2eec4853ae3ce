// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Handover, World} from "../types/World.sol";

/// @title Registry of worlds
/// @notice Where a world says who runs it, what it is, which collections it takes assets of and which keys sign its entitlement passes.
/// @dev There is no owner of the registry: each world is its operator's alone. Anyone may register one, so a name in a manifest proves
/// nothing; the id does. Events tell everything that the views answer. Every error has a twin in `protocol/src/worlds/errors.ts`.
interface IWorldRegistry {
    /// @notice The operator has registered a world with this salt before.
    error WorldsRegistered(bytes32 worldId);
    /// @notice There is no such world.
    error WorldsUnknown(bytes32 worldId);
    /// @notice Only the operator of the world may do this.
    error WorldsNotOperator(address account, bytes32 worldId);
    /// @notice The root of the manifest is zero.
    error WorldsManifestZero();
    /// @notice The collection is the zero address.
    error WorldsCollectionZero();
    /// @notice A call takes at most `most` collections.
    error WorldsTooManyCollections(uint256 collections, uint256 most);
    /// @notice The operator that is to take over is nobody, or the present one.
    error WorldsOperatorInvalid(address operator);
    /// @notice No handover was announced.
    error WorldsNoHandover(bytes32 worldId);
    /// @notice The account is not the one that is to take over.
    error WorldsNotSuccessor(address account, bytes32 worldId);
    /// @notice The handover can be accepted from `validFrom` on (unix seconds).
    error WorldsHandoverNotDue(uint64 validFrom);

    /// @notice A world was registered. Its content is in the events that follow in the same transaction.
    event WorldRegistered(bytes32 indexed worldId, address indexed operator, bytes32 salt);
    /// @notice The manifest was replaced; `oldManifest` is zero at the registration.
    event ManifestChanged(bytes32 indexed worldId, bytes32 oldManifest, bytes32 newManifest);
    /// @notice The keys were replaced. Passes that were signed by the old ones are good no more from this block on.
    event KeySetRotated(bytes32 indexed worldId, bytes32 oldKeySet, bytes32 newKeySet);
    /// @notice The world takes assets of the collection, or does not any more.
    event CollectionAccepted(bytes32 indexed worldId, address indexed collection, bool accepted);
    /// @notice Somebody is to take over and can from `validFrom` on (unix seconds).
    event HandoverAnnounced(bytes32 indexed worldId, address indexed to, uint64 validFrom);
    /// @notice The handover to this account does not take place.
    event HandoverCancelled(bytes32 indexed worldId, address indexed to);
    /// @notice The world has another operator.
    event OperatorChanged(bytes32 indexed worldId, address indexed from, address indexed to);

    /// @notice Registers a world of the caller. Its id is known before and cannot be taken by anybody else.
    /// @param salt Tells the worlds of one operator apart.
    /// @param manifest SHA-256 digest in the CIDv1 (dag-pb) of the directory that holds the manifest.
    /// @param keySet SHA-256 of the canonical set of public keys that sign its passes; zero for none yet.
    function register(bytes32 salt, bytes32 manifest, bytes32 keySet) external returns (bytes32 worldId);

    /// @notice Replaces the manifest.
    function setManifest(bytes32 worldId, bytes32 newManifest) external;

    /// @notice Replaces the keys that sign the passes; zero takes them away, after which no pass of the world is good.
    function rotateKeySet(bytes32 worldId, bytes32 newKeySet) external;

    /// @notice Takes assets of these collections from now on, or stops. What is so already is left as it is.
    function acceptCollections(bytes32 worldId, address[] calldata collections, bool accepted) external;

    /// @notice Announces who takes over, after {HANDOVER_DELAY}; an earlier announcement is forgotten. Until then everything stays the
    /// present operator's.
    function announceHandover(bytes32 worldId, address to) external;

    /// @notice Takes an announcement back; only the present operator can.
    function cancelHandover(bytes32 worldId) external;

    /// @notice Takes over; only the announced account can, and it alone, so a world never ends up with an address that nobody has.
    function acceptHandover(bytes32 worldId) external;

    /// @notice Who runs the world, its manifest and its keys; empty where there is no such world.
    function worldOf(bytes32 worldId) external view returns (World memory);

    /// @notice Whether the world takes assets of the collection.
    function accepts(bytes32 worldId, address collection) external view returns (bool);

    /// @notice Who is to take over, and from when on.
    function handoverOf(bytes32 worldId) external view returns (Handover memory);

    /// @notice Id of the world that the operator registers, or has registered, with the salt.
    function worldIdOf(address operator, bytes32 salt) external pure returns (bytes32);

    /// @notice How long an announced handover waits, seconds.
    // solhint-disable-next-line func-name-mixedcase
    function HANDOVER_DELAY() external pure returns (uint64);

    /// @notice Most collections that one call takes.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_COLLECTIONS() external pure returns (uint256);
}
