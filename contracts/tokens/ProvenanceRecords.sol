// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {BulkSignatureLib} from "../market/types/BulkSignature.sol";
import {SignatureLib, Verdict} from "../market/types/Signature.sol";
import {IReproductions} from "../provenance/interfaces/IReproductions.sol";
import {IRoyaltySplits} from "../royalties/interfaces/IRoyaltySplits.sol";

import {IProvenanceRecords} from "./interfaces/IProvenanceRecords.sol";
import {IVoucherMinter} from "./interfaces/IVoucherMinter.sol";
import {CidLib} from "./libraries/CidLib.sol";
import {MessageLib} from "./libraries/MessageLib.sol";
import {Draft} from "./types/Draft.sol";
import {PackedTerms} from "./types/PackedTerms.sol";
import {Parent} from "./types/Parent.sol";
import {Terms} from "./types/Terms.sol";
import {TokenRecord, TokenRecordLib} from "./types/TokenRecord.sol";
import {TokenState} from "./types/TokenState.sol";
import {Voucher} from "./types/Voucher.sol";

/// @title Provenance records
/// @dev No function is payable, so several can be called in one transaction.
abstract contract ProvenanceRecords is IProvenanceRecords, IVoucherMinter, EIP712, Multicall {
    // solhint-disable private-vars-leading-underscore
    uint256 private constant MAX_PARENTS = 8;
    uint8 private constant CLAIMED = 0;
    uint8 private constant REPRODUCED = 2;
    // solhint-enable private-vars-leading-underscore

    /// @inheritdoc IProvenanceRecords
    address public immutable MARKET;
    /// @inheritdoc IProvenanceRecords
    IRoyaltySplits public immutable SPLITS;
    /// @inheritdoc IProvenanceRecords
    address public immutable REPRODUCTIONS;

    mapping(uint256 tokenId => TokenState state) internal _tokens;
    mapping(uint256 parent => mapping(uint256 tokenId => bool approved)) private _derivatives;

    constructor(address market, IRoyaltySplits splits, address reproductions) EIP712("Daedal Tokens", "1") {
        if (market == address(0)) revert TokensMarketZero();
        MARKET = market;
        SPLITS = splits;
        REPRODUCTIONS = reproductions;
    }

    // Lineage

    /// @inheritdoc IProvenanceRecords
    function approveDerivative(uint256 parent, uint256 tokenId) external {
        _requireCreator(parent);
        _approveDerivative(parent, tokenId);
    }

    /// @inheritdoc IProvenanceRecords
    function approveDerivativeBySignature(
        uint256 parent,
        uint256 tokenId,
        uint64 deadline,
        bytes calldata signature
    ) external {
        (string memory name, string memory types) = MessageLib.derivativeApprovalTypes();
        _requireSigned({
            account: creatorOf(parent),
            structHash: MessageLib.hashDerivativeApproval(parent, tokenId, deadline),
            deadline: deadline,
            name: name,
            types: types,
            signature: signature
        });
        _approveDerivative(parent, tokenId);
    }

    // Changing

    /// @inheritdoc IProvenanceRecords
    function revise(uint256 tokenId, bytes32 newRoot) external {
        _requireCreator(tokenId);
        if (!_ownsAll(msg.sender, tokenId)) revert TokensNotOwner(msg.sender, tokenId);
        if (isFrozen(tokenId)) revert TokensFrozen(tokenId);
        if (newRoot == 0) revert TokensRootZero();
        bytes32 oldRoot = _tokens[tokenId].root;
        _tokens[tokenId].root = newRoot;
        emit Revised({tokenId: tokenId, oldRoot: oldRoot, newRoot: newRoot});
        _announceContent(tokenId);
    }

    /// @inheritdoc IProvenanceRecords
    function freeze(uint256 tokenId) external {
        if (creatorOf(tokenId) != msg.sender && !_ownsAll(msg.sender, tokenId))
            revert TokensNotCreatorOrOwner(msg.sender, tokenId);
        if (isFrozen(tokenId)) revert TokensFrozen(tokenId);
        _tokens[tokenId].record = _tokens[tokenId].record.frozen();
        emit Frozen(tokenId);
    }

    /// @inheritdoc IProvenanceRecords
    function revokeVouchers(bytes32[] calldata coreHashes) external {
        for (uint256 i = 0; i < coreHashes.length; ++i) {
            uint256 tokenId = tokenIdOf(msg.sender, coreHashes[i]);
            _tokens[tokenId].record = _tokens[tokenId].record.withoutVoucher();
            emit VoucherRevoked({tokenId: tokenId, creator: msg.sender});
        }
    }

    // Views

    /// @inheritdoc IProvenanceRecords
    function rootOf(uint256 tokenId) external view returns (bytes32) {
        _recordOf(tokenId);
        return _tokens[tokenId].root;
    }

    /// @inheritdoc IProvenanceRecords
    function termsOf(uint256 tokenId) external view returns (Terms memory) {
        uint8 policy = _recordOf(tokenId).policy();
        return _termsOf(tokenId).withPolicy(policy).unpack();
    }

    /// @inheritdoc IProvenanceRecords
    function derivativeApproved(uint256 parent, uint256 tokenId) external view returns (bool) {
        return _derivatives[parent][tokenId];
    }

    /// @inheritdoc IProvenanceRecords
    function proofKind(uint256 tokenId, bytes32 coreHash) external view returns (uint8) {
        bool named = tokenIdOf(creatorOf(tokenId), coreHash) == tokenId;
        return named && _isReproduced(tokenId, coreHash) ? REPRODUCED : CLAIMED;
    }

    /// @inheritdoc IProvenanceRecords
    function voucherRevoked(uint256 tokenId) external view returns (bool) {
        return _tokens[tokenId].record.revoked();
    }

    /// @inheritdoc IProvenanceRecords
    function isFrozen(uint256 tokenId) public view returns (bool) {
        return !_recordOf(tokenId).allows(TokenRecordLib.REVISABLE);
    }

    /// @inheritdoc IProvenanceRecords
    function creatorOf(uint256 tokenId) public view returns (address) {
        _recordOf(tokenId);
        return _creatorOf(tokenId);
    }

    /// @inheritdoc IVoucherMinter
    function hashVoucher(Voucher calldata voucher) external pure returns (bytes32) {
        return MessageLib.hashVoucher(voucher);
    }

    /// @inheritdoc IProvenanceRecords
    function tokenIdOf(address creator, bytes32 coreHash) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(creator, coreHash)));
    }

    // What the kinds of collection differ in

    /// @dev Creator of a minted token.
    function _creatorOf(uint256 tokenId) internal view virtual returns (address);

    /// @dev Terms of a minted token with its policy at the mint.
    function _termsOf(uint256 tokenId) internal view virtual returns (PackedTerms);

    /// @dev Whether nobody else owns anything of the token.
    function _ownsAll(address account, uint256 tokenId) internal view virtual returns (bool);

    /// @dev Tells indexers that the content was replaced.
    function _announceContent(uint256 tokenId) internal virtual;

    // Internal

    /// @dev Id of what a creator is about to mint. A record that was minted before is the caller's to find out.
    function _idOf(address creator, bytes32 coreHash, bytes32 root) internal pure returns (uint256) {
        if (coreHash == 0) revert TokensCoreHashZero();
        if (root == 0) revert TokensRootZero();
        return tokenIdOf(creator, coreHash);
    }

    /// @dev Emits the event of a first mint.
    function _announce(uint256 tokenId, address creator, Draft calldata draft, PackedTerms terms) internal {
        emit Provenance({
            tokenId: tokenId,
            creator: creator,
            coreHash: draft.coreHash,
            root: draft.root,
            promptCommitment: draft.promptCommitment,
            engineHash: draft.engineHash,
            terms: terms
        });
    }

    /// @dev Before the token exists: it cannot be its own parent. Records the parents, each of which allows the derivative. A parent exists before its child, so lineage has no circles.
    function _derive(address creator, uint256 tokenId, Parent[] calldata parents) internal {
        uint256 count = parents.length;
        if (count == 0) return;
        if (count > MAX_PARENTS) revert TokensTooManyParents(count, MAX_PARENTS);
        uint256[] memory ids = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 parent = parents[i].tokenId;
            for (uint256 j = 0; j < i; ++j) if (ids[j] == parent) revert TokensParentRepeated(parent);
            _requireLicensed({creator: creator, parent: parent, tokenId: tokenId});
            _requirePayees(parents[i]);
            ids[i] = parent;
        }
        emit Derived({tokenId: tokenId, parents: ids});
    }

    /// @dev The draft of a voucher, whose first four fields are those of a draft.
    function _draftOf(Voucher calldata voucher) internal pure returns (Draft calldata draft) {
        assembly ("memory-safe") {
            draft := voucher
        }
    }

    /// @dev The same of a function whose first four arguments are the fields of a draft, in order: they stand behind its selector.
    function _asDraft(bytes32, bytes32, bytes32, bytes32) internal pure returns (Draft calldata draft) {
        assembly ("memory-safe") {
            draft := 4
        }
    }

    /// @dev Accepts a signature of the message itself or of a tree that has it as a leaf. One that only ends like the second is looked
    /// at as the first.
    function _requireSigned(
        address account,
        bytes32 structHash,
        uint64 deadline,
        string memory name,
        string memory types,
        bytes calldata signature
    ) internal view {
        if (block.timestamp >= deadline) revert TokensSignatureExpired(deadline);
        bool bulk = BulkSignatureLib.isBulk(signature);
        if (bulk) {
            (bytes32 tree, bytes calldata own) = BulkSignatureLib.open({
                signature: signature,
                leaf: structHash,
                name: name,
                types: types
            });
            if (SignatureLib.verdictOn(account, _hashTypedDataV4(tree), own) == Verdict.Signed) return;
        }
        Verdict verdict = SignatureLib.verdictOn(account, _hashTypedDataV4(structHash), signature);
        if (verdict == Verdict.Signed) return;
        if (bulk || verdict == Verdict.OfAnother) revert TokensSignatureInvalid(account);
        revert TokensSignatureMalformed(signature.length);
    }

    function _requireCreator(uint256 tokenId) internal view {
        if (creatorOf(tokenId) != msg.sender) revert TokensNotCreator(msg.sender, tokenId);
    }

    function _requireMarket() internal view {
        if (msg.sender != MARKET) revert TokensNotMarket(msg.sender);
    }

    /// @dev Burned tokens keep their record; one that was never minted has none.
    function _recordOf(uint256 tokenId) internal view returns (TokenRecord record) {
        record = _tokens[tokenId].record;
        if (!record.exists()) revert TokensUnknown(tokenId);
    }

    /// @dev Address of the metadata, rebuilt from the root.
    function _metadataOf(uint256 tokenId) internal view returns (string memory) {
        return string.concat("ipfs://", CidLib.toCid(_tokens[tokenId].root), "/metadata.json");
    }

    function _isReproduced(uint256 tokenId, bytes32 coreHash) internal view returns (bool) {
        if (REPRODUCTIONS == address(0)) return false;
        return
            IReproductions(REPRODUCTIONS).isReproduced({
                collection: address(this),
                tokenId: tokenId,
                coreHash: coreHash
            });
    }

    function _approveDerivative(uint256 parent, uint256 tokenId) private {
        _derivatives[parent][tokenId] = true;
        emit DerivativeApproved({parent: parent, tokenId: tokenId});
    }

    /// @dev The creator of the parent may derive from it in any case; others need what its policy says.
    function _requireLicensed(address creator, uint256 parent, uint256 tokenId) private view {
        TokenRecord record = _tokens[parent].record;
        if (!record.exists()) revert TokensParentUnknown(parent);
        if (_creatorOf(parent) == creator) return;
        if (!record.allows(TokenRecordLib.DERIVATIVES)) revert TokensDerivativeForbidden(parent);
        if (record.allows(TokenRecordLib.DERIVATIVES_BY_APPROVAL) && !_derivatives[parent][tokenId])
            revert TokensDerivativeNotApproved(parent, tokenId);
    }

    /// @dev Payees that are named must be those behind the parent's receiver, so that nobody diverts what it is owed.
    function _requirePayees(Parent calldata parent) private view {
        if (parent.payees.length == 0) return;
        address receiver = _termsOf(parent.tokenId).receiver();
        if (SPLITS.splitOf(parent.payees) != receiver) revert TokensPayeesFalse(parent.tokenId, receiver);
    }
}
