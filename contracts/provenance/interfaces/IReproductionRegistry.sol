// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Generator, GeneratorKind} from "../types/Generator.sol";
import {Reproduction, SignedReproduction} from "../types/Reproduction.sol";
import {IReproductions} from "./IReproductions.sol";

/// @title Registry of reproductions
/// @notice Counts who has generated the record of a token again. A token is reproduced when as many registered re-executors as the
/// threshold says have signed that they got exactly what the record says its asset decodes to.
/// @dev The owner chooses the re-executors and the threshold. It cannot count a reproduction that nobody signed, take one back, or
/// change what a token has reached. Nothing here can be upgraded. Every error has a twin in `protocol/src/provenance/errors.ts`.
interface IReproductionRegistry is IReproductions {
    // Reproductions

    /// @notice Nobody has shown the record of this hash yet; {readRecord} takes it.
    error ProvenanceRecordUnread(bytes32 coreHash);
    /// @notice These bytes are no record, or do not say what its asset decodes to.
    error ProvenanceRecordMalformed();
    /// @notice The hash of what came out is zero.
    error ProvenanceRenderHashZero();
    /// @notice The account is not registered, not any more, or not yet.
    error ProvenanceNotReexecutor(address account);
    /// @notice What the re-executor got for the record of this token is counted.
    error ProvenanceReproductionCounted(address collection, uint256 tokenId, address reexecutor);
    /// @notice The content of the token can still be replaced, or the contract does not say that it cannot.
    error ProvenanceNotFrozen(address collection, uint256 tokenId);
    /// @notice The signature is well formed, but not the re-executor's.
    error ProvenanceSignatureForeign(address reexecutor);
    /// @notice The signature has a wrong length, a high `s` or an unknown `v`.
    error ProvenanceSignatureMalformed(uint256 length);
    /// @notice A call takes at most `most` reproductions.
    error ProvenanceBatchSize(uint256 reproductions, uint256 most);
    /// @notice None of the reproductions changes anything; {why} says of each what is in the way.
    error ProvenanceNothingCounted();

    // Re-executors

    /// @notice The account is registered already.
    error ProvenanceReexecutorKnown(address account);
    /// @notice The threshold is outside of its bounds.
    error ProvenanceThresholdInvalid(uint8 threshold, uint8 least, uint8 most);

    // Engines and models

    /// @notice The publisher has published this hash before, and what it said stays.
    error ProvenanceGeneratorPublished(bytes32 hash, address publisher);
    /// @notice The hash of the engine or model, or the digest of its bundle, is zero.
    error ProvenanceGeneratorHashZero();
    /// @notice The licence is empty or longer than `most` bytes.
    error ProvenanceLicenceLength(uint256 length, uint256 most);

    /// @notice It was shown what the record of this hash says its asset decodes to.
    event RecordRead(bytes32 indexed coreHash, bytes32 renderHash);
    /// @notice A reproduction was counted, the `count`-th with this result for the record of the token.
    event ReproductionCounted(
        address indexed collection,
        uint256 indexed tokenId,
        address indexed reexecutor,
        bytes32 coreHash,
        bytes32 renderHash,
        uint256 count
    );
    /// @notice The reproduction that was just counted has another result than the record: evidence against one of the two.
    event ReproductionConflicted(
        address indexed collection,
        uint256 indexed tokenId,
        address indexed reexecutor,
        bytes32 coreHash,
        bytes32 renderHash,
        bytes32 recorded
    );
    /// @notice A re-executor has signed two results for one record. The first stays counted, and this is evidence against it.
    event ReexecutorContradicted(
        address indexed collection,
        uint256 indexed tokenId,
        address indexed reexecutor,
        bytes32 coreHash,
        bytes32 counted,
        bytes32 signed
    );
    /// @notice The token is reproduced from now on: `count` re-executors got what its record says, and `threshold` were asked for.
    event Reproduced(
        address indexed collection,
        uint256 indexed tokenId,
        bytes32 indexed coreHash,
        bytes32 renderHash,
        uint256 count,
        uint8 threshold
    );
    /// @notice The signatures of the account count from `since` on (unix seconds).
    event ReexecutorAdded(address indexed account, uint64 since);
    /// @notice The signatures of the account do not count any more. What was counted stays.
    event ReexecutorRemoved(address indexed account);
    /// @notice From now on a token is reproduced when a reproduction is counted that makes this many equal ones.
    event ThresholdChanged(uint8 threshold);
    /// @notice An account has said where an engine or model can be had, and under which terms.
    event GeneratorPublished(
        bytes32 indexed hash,
        address indexed publisher,
        GeneratorKind kind,
        bytes32 bundle,
        string licence
    );

    // Reproductions

    /// @notice Shows a record, so that reproductions of it can be counted: anyone may, and once is enough for ever.
    /// @dev The bytes prove themselves by their hash. Only what the asset decodes to is read; whether the rest is a sound record is for
    /// the re-executors to find out, who could not generate it otherwise.
    /// @param core Canonical core of the record (RFC 8785), of which the token's record hash is the SHA-256.
    /// @return coreHash That hash.
    /// @return renderHash SHA-256 of the decoded pixels, samples or vertices, by the record's `asset.renderSha256`.
    function readRecord(bytes calldata core) external returns (bytes32 coreHash, bytes32 renderHash);

    /// @notice Counts what a re-executor has signed; anyone may hand it in.
    /// @dev The token must be frozen, so that what was looked at is what stays. A signature that was given while it could change is
    /// nevertheless good afterwards, so a re-executor signs only for frozen tokens. A second result of the same re-executor is put on
    /// record as a contradiction and not counted.
    function submit(Reproduction calldata reproduction, address reexecutor, bytes calldata signature) external;

    /// @notice Does the same with several, and passes over those that cannot be counted, so that nobody stops the others by handing
    /// one in before.
    /// @return taken How many were counted or put on record.
    function submitMany(SignedReproduction[] calldata signed) external returns (uint256 taken);

    // Owner

    /// @notice Registers an account whose signatures count after {REEXECUTOR_DELAY}, so that everybody sees it coming.
    function addReexecutor(address account) external;

    /// @notice Lets no further signature of the account count, at once. What it was counted for stays, also where the threshold is not
    /// reached yet; if it comes back, it is not counted a second time there.
    function removeReexecutor(address account) external;

    /// @notice Changes how many must agree. What is reproduced stays so. A record that is short of the old threshold is judged by the new
    /// one when its next agreeing reproduction is counted: a lower threshold alone never makes a token reproduced.
    function setThreshold(uint8 newThreshold) external;

    // Engines and models

    /// @notice Says where an engine or model can be had and under which terms. Everyone speaks for itself and only once of one hash:
    /// nobody can take a hash from its maker, and nobody changes what was said. Whom to believe is up to the reader, who can hash the
    /// bundle.
    /// @param hash What tokens name as their engine: SHA-256 of the code, or a digest that names the model.
    /// @param bundle SHA-256 digest in the CIDv1 (dag-pb) of the directory with everything that is needed to run it.
    /// @param licence SPDX id, or another id of the terms; 1 to 64 bytes.
    function publishGenerator(bytes32 hash, GeneratorKind kind, bytes32 bundle, string calldata licence) external;

    // Views

    /// @notice Data of the error that {submit} would revert with; empty when it would not.
    function why(
        Reproduction calldata reproduction,
        address reexecutor,
        bytes calldata signature
    ) external view returns (bytes memory refusal);

    /// @notice Digest that a re-executor signs (EIP-712).
    function hashReproduction(Reproduction calldata reproduction) external view returns (bytes32);

    /// @notice What the record says its asset decodes to; zero when nobody has shown it.
    function renderOf(bytes32 coreHash) external view returns (bytes32 renderHash);

    /// @notice How many re-executors got this result for the record of the token.
    function countOf(
        address collection,
        uint256 tokenId,
        bytes32 coreHash,
        bytes32 renderHash
    ) external view returns (uint256);

    /// @notice The result of a re-executor that was counted for the record of the token; zero when none was.
    function resultOf(
        address collection,
        uint256 tokenId,
        bytes32 coreHash,
        address reexecutor
    ) external view returns (bytes32 renderHash);

    /// @notice Whether the signatures of the account count now.
    function isReexecutor(address account) external view returns (bool);

    /// @notice From when on the signatures of the account count, unix seconds; zero when it is not registered.
    function reexecutorSince(address account) external view returns (uint64);

    /// @notice How many accounts are registered, with those whose signatures do not count yet.
    function reexecutorCount() external view returns (uint256);

    /// @notice How many re-executors must agree.
    function threshold() external view returns (uint8);

    /// @notice What the publisher has said of an engine or model; empty where it said nothing.
    function generatorOf(bytes32 hash, address publisher) external view returns (Generator memory);

    /// @notice Least threshold: what one account says alone is its word and no reproduction by others.
    // solhint-disable-next-line func-name-mixedcase
    function MIN_THRESHOLD() external pure returns (uint8);

    /// @notice Highest threshold. There are hardly more parties that run an engine independently, so more would mean never.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_THRESHOLD() external pure returns (uint8);

    /// @notice How long a new re-executor waits, seconds.
    // solhint-disable-next-line func-name-mixedcase
    function REEXECUTOR_DELAY() external pure returns (uint64);

    /// @notice Most reproductions that one call takes.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_BATCH() external pure returns (uint256);
}
