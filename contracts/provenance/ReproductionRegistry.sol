// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {SignatureLib, Verdict} from "../market/types/Signature.sol";
import {IProvenanceRecords} from "../tokens/interfaces/IProvenanceRecords.sol";

import {Generators} from "./Generators.sol";
import {IReproductionRegistry} from "./interfaces/IReproductionRegistry.sol";
import {IReproductions} from "./interfaces/IReproductions.sol";
import {RecordLib} from "./libraries/RecordLib.sol";
import {Reexecutors} from "./Reexecutors.sol";
import {Reproduction, ReproductionLib, SignedReproduction} from "./types/Reproduction.sol";

/// @title Registry of reproductions
/// @dev No function is payable, so several can be called in one transaction: a record is shown and reproductions of it are counted. Other
/// contracts are only asked by static calls, so none of them can call back into anything that changes.
contract ReproductionRegistry is Reexecutors, Generators, EIP712, Multicall {
    /// @inheritdoc IReproductionRegistry
    uint256 public constant MAX_BATCH = 64;

    /// @inheritdoc IReproductionRegistry
    mapping(bytes32 coreHash => bytes32 renderHash) public renderOf;

    mapping(bytes32 claim => bool reproduced) private _reproduced;
    mapping(bytes32 claim => mapping(bytes32 renderHash => uint256 count)) private _counts;
    mapping(bytes32 claim => mapping(address reexecutor => bytes32 renderHash)) private _results;
    mapping(bytes32 claim => mapping(address reexecutor => bool contradicted)) private _contradicted;

    /// @param owner Chooses re-executors and threshold; a multisig.
    /// @param initialThreshold How many must agree.
    /// @param accounts Re-executors from the start.
    constructor(
        address owner,
        uint8 initialThreshold,
        address[] memory accounts
    ) Reexecutors(owner, initialThreshold, accounts) EIP712("Daedal Reproductions", "1") {}

    /// @inheritdoc IReproductionRegistry
    function readRecord(bytes calldata core) external returns (bytes32 coreHash, bytes32 renderHash) {
        (coreHash, renderHash) = (sha256(core), RecordLib.renderOf(core));
        if (renderHash == 0) revert ProvenanceRecordMalformed();
        if (renderOf[coreHash] != 0) return (coreHash, renderHash);
        renderOf[coreHash] = renderHash;
        emit RecordRead({coreHash: coreHash, renderHash: renderHash});
    }

    /// @inheritdoc IReproductionRegistry
    function submit(Reproduction calldata reproduction, address reexecutor, bytes calldata signature) external {
        bytes memory refusal = why(reproduction, reexecutor, signature);
        if (refusal.length > 0) {
            assembly ("memory-safe") {
                revert(add(refusal, 0x20), mload(refusal))
            }
        }
        _take(reproduction, reexecutor);
    }

    /// @inheritdoc IReproductionRegistry
    function submitMany(SignedReproduction[] calldata signed) external returns (uint256 taken) {
        if (signed.length > MAX_BATCH) revert ProvenanceBatchSize(signed.length, MAX_BATCH);
        for (uint256 i = 0; i < signed.length; ++i) {
            SignedReproduction calldata one = signed[i];
            if (why(one.reproduction, one.reexecutor, one.signature).length > 0) continue;
            _take(one.reproduction, one.reexecutor);
            ++taken;
        }
        if (taken == 0) revert ProvenanceNothingCounted();
    }

    // Views

    /// @inheritdoc IReproductions
    function isReproduced(address collection, uint256 tokenId, bytes32 coreHash) external view returns (bool) {
        return _reproduced[ReproductionLib.claimOf(collection, tokenId, coreHash)];
    }

    /// @inheritdoc IReproductionRegistry
    function hashReproduction(Reproduction calldata reproduction) external view returns (bytes32) {
        return _hashTypedDataV4(reproduction.hash());
    }

    /// @inheritdoc IReproductionRegistry
    function countOf(
        address collection,
        uint256 tokenId,
        bytes32 coreHash,
        bytes32 renderHash
    ) external view returns (uint256) {
        return _counts[ReproductionLib.claimOf(collection, tokenId, coreHash)][renderHash];
    }

    /// @inheritdoc IReproductionRegistry
    function resultOf(
        address collection,
        uint256 tokenId,
        bytes32 coreHash,
        address reexecutor
    ) external view returns (bytes32 renderHash) {
        return _results[ReproductionLib.claimOf(collection, tokenId, coreHash)][reexecutor];
    }

    /// @inheritdoc IReproductionRegistry
    function why(
        Reproduction calldata reproduction,
        address reexecutor,
        bytes calldata signature
    ) public view returns (bytes memory refusal) {
        if (reproduction.renderHash == 0) return abi.encodeWithSelector(ProvenanceRenderHashZero.selector);
        if (!isReexecutor(reexecutor)) return abi.encodeWithSelector(ProvenanceNotReexecutor.selector, reexecutor);
        if (renderOf[reproduction.coreHash] == 0)
            return abi.encodeWithSelector(ProvenanceRecordUnread.selector, reproduction.coreHash);
        (address collection, uint256 tokenId) = (reproduction.collection, reproduction.tokenId);
        if (_isSettled(reproduction, reexecutor))
            return abi.encodeWithSelector(ProvenanceReproductionCounted.selector, collection, tokenId, reexecutor);
        if (!_isFrozen(collection, tokenId))
            return abi.encodeWithSelector(ProvenanceNotFrozen.selector, collection, tokenId);
        return _signatureRefusal({structHash: reproduction.hash(), reexecutor: reexecutor, signature: signature});
    }

    // Internal

    /// @dev Counts what was found good, or puts a second result of the same re-executor on record.
    function _take(Reproduction calldata reproduction, address reexecutor) private {
        bytes32 claim = reproduction.claim();
        bytes32 renderHash = reproduction.renderHash;
        bytes32 counted = _results[claim][reexecutor];
        if (counted != 0) {
            _contradicted[claim][reexecutor] = true;
            emit ReexecutorContradicted({
                collection: reproduction.collection,
                tokenId: reproduction.tokenId,
                reexecutor: reexecutor,
                coreHash: reproduction.coreHash,
                counted: counted,
                signed: renderHash
            });
            return;
        }
        _results[claim][reexecutor] = renderHash;
        uint256 count = ++_counts[claim][renderHash];
        emit ReproductionCounted({
            collection: reproduction.collection,
            tokenId: reproduction.tokenId,
            reexecutor: reexecutor,
            coreHash: reproduction.coreHash,
            renderHash: renderHash,
            count: count
        });
        _conclude({reproduction: reproduction, reexecutor: reexecutor, claim: claim, count: count});
    }

    /// @dev What the count means: evidence against the record or its re-executor, or enough for the token.
    function _conclude(Reproduction calldata reproduction, address reexecutor, bytes32 claim, uint256 count) private {
        bytes32 recorded = renderOf[reproduction.coreHash];
        if (reproduction.renderHash != recorded) {
            emit ReproductionConflicted({
                collection: reproduction.collection,
                tokenId: reproduction.tokenId,
                reexecutor: reexecutor,
                coreHash: reproduction.coreHash,
                renderHash: reproduction.renderHash,
                recorded: recorded
            });
        } else if (count >= threshold && !_reproduced[claim]) {
            _reproduced[claim] = true;
            emit Reproduced({
                collection: reproduction.collection,
                tokenId: reproduction.tokenId,
                coreHash: reproduction.coreHash,
                renderHash: recorded,
                count: count,
                threshold: threshold
            });
        }
    }

    function _signatureRefusal(
        bytes32 structHash,
        address reexecutor,
        bytes calldata signature
    ) private view returns (bytes memory) {
        Verdict verdict = SignatureLib.verdictOn(reexecutor, _hashTypedDataV4(structHash), signature);
        if (verdict == Verdict.Malformed)
            return abi.encodeWithSelector(ProvenanceSignatureMalformed.selector, signature.length);
        if (verdict == Verdict.OfAnother)
            return abi.encodeWithSelector(ProvenanceSignatureForeign.selector, reexecutor);
        return "";
    }

    /// @dev Whether this result is counted already, or the re-executor has contradicted itself before.
    function _isSettled(Reproduction calldata reproduction, address reexecutor) private view returns (bool) {
        bytes32 claim = reproduction.claim();
        return _results[claim][reexecutor] == reproduction.renderHash || _contradicted[claim][reexecutor];
    }

    /// @dev A contract that answers anything else, or nothing, has no frozen token.
    function _isFrozen(address collection, uint256 tokenId) private view returns (bool) {
        (bool success, bytes32 answer, ) = LowLevelCall.staticcallReturn64Bytes(
            collection,
            abi.encodeCall(IProvenanceRecords.isFrozen, (tokenId))
        );
        return success && LowLevelCall.returnDataSize() >= 0x20 && uint256(answer) == 1;
    }
}
