// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplits} from "../../royalties/interfaces/IRoyaltySplits.sol";
import {PackedTerms} from "../types/PackedTerms.sol";
import {Terms} from "../types/Terms.sol";

/// @title Provenance records
/// @notice What every collection of Daedal keeps of its tokens: the content and the record that each stands for, its creator, its terms
/// and its lineage.
/// @dev There is no owner of a collection. Every error has a twin in `protocol/src/tokens/errors.ts`.
interface IProvenanceRecords {
    // Minting

    /// @notice The creator has minted this record before; a burned token does not come back.
    error TokensMinted(uint256 tokenId);
    /// @notice The record's hash is zero.
    error TokensCoreHashZero();
    /// @notice The root of the content is zero.
    error TokensRootZero();
    /// @notice The disclosure is undeclared (0) or not one of the known numbers.
    error TokensDisclosureUnknown(uint8 disclosure);
    /// @notice A bit of the policy has no meaning in this collection.
    error TokensPolicyUnknown(uint8 policy);
    /// @notice The royalty is above the highest that is ever paid, basis points.
    error TokensRoyaltyTooHigh(uint16 royaltyBps, uint16 most);
    /// @notice There is a royalty but nobody to receive it.
    error TokensRoyaltyReceiverZero();
    /// @notice The share of derivatives is above the highest possible, basis points.
    error TokensRemixTooHigh(uint16 remixBps, uint16 most);

    // Lineage

    /// @notice A token can name at most `most` parents.
    error TokensTooManyParents(uint256 parents, uint256 most);
    /// @notice At most `most` of the parents can ask for a share.
    error TokensTooManyPaidParents(uint256 parents, uint256 most);
    /// @notice The parent was never minted here.
    error TokensParentUnknown(uint256 parent);
    /// @notice The parent is named twice.
    error TokensParentRepeated(uint256 parent);
    /// @notice The payees are not those behind the parent's royalty receiver.
    error TokensPayeesFalse(uint256 parent, address receiver);
    /// @notice The creator of the parent allows no derivatives by others.
    error TokensDerivativeForbidden(uint256 parent);
    /// @notice The creator of the parent has not approved this derivative.
    error TokensDerivativeNotApproved(uint256 parent, uint256 tokenId);

    // Rights

    /// @notice Only the creator may do this.
    error TokensNotCreator(address account, uint256 tokenId);
    /// @notice Only the creator or the owner may do this.
    error TokensNotCreatorOrOwner(address account, uint256 tokenId);
    /// @notice The content is frozen: from the mint on, or since {freeze}.
    error TokensFrozen(uint256 tokenId);
    /// @notice The content of a sold token is not changed under its owner.
    error TokensNotOwner(address account, uint256 tokenId);
    /// @notice The token was never minted.
    error TokensUnknown(uint256 tokenId);
    /// @notice The built-in operator is the zero address.
    error TokensMarketZero();

    // Vouchers and signatures

    /// @notice Only the market may do this.
    error TokensNotMarket(address account);
    /// @notice The creator has revoked the voucher of the token.
    error TokensVoucherRevoked(uint256 tokenId);
    /// @notice The quantity is not possible: an ERC-721 token is one, of an ERC-1155 token there is at least one.
    error TokensQuantityInvalid(uint128 quantity);
    /// @notice The most units are not possible: none for an ERC-721 token, at least one for an ERC-1155 token, and below 2^80.
    error TokensSupplyInvalid(uint128 maxSupply);
    /// @notice The message was good until `deadline` (unix seconds).
    error TokensSignatureExpired(uint64 deadline);
    /// @notice The signature is well formed, but not the account's.
    error TokensSignatureInvalid(address account);
    /// @notice The signature has a wrong length, a high `s` or an unknown `v`.
    error TokensSignatureMalformed(uint256 length);

    /// @notice A token was minted for the first time: what it stands for, by whom, and on which terms. The receiver in the terms is the
    /// one that is paid; where parents ask for a share it is a split, which {IRoyaltySplits} has announced.
    event Provenance(
        uint256 indexed tokenId,
        address indexed creator,
        bytes32 indexed coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        PackedTerms terms
    );
    /// @notice A token that is minted in this transaction derives from others.
    event Derived(uint256 indexed tokenId, uint256[] parents);
    /// @notice The content of a token was replaced by its creator. Both roots stay on record.
    event Revised(uint256 indexed tokenId, bytes32 oldRoot, bytes32 newRoot);
    /// @notice The content of a token can never change again.
    event Frozen(uint256 indexed tokenId);
    /// @notice The creator of the parent allows one derivative, whose id is known before its mint.
    event DerivativeApproved(uint256 indexed parent, uint256 indexed tokenId);
    /// @notice The voucher of a token can no longer be minted.
    event VoucherRevoked(uint256 indexed tokenId, address indexed creator);
    /// @notice An owner has taken its tokens from the built-in operator, or given them back.
    event OperatorOptedOut(address indexed owner, bool optedOut);

    /// @notice Lets one derivative of the caller's token be minted where the policy asks for approval.
    function approveDerivative(uint256 parent, uint256 tokenId) external;

    /// @notice The same by the signature of the parent's creator: an EIP-712 `DerivativeApproval`. Anyone may submit it.
    /// @param deadline First second in which the signature is no longer good, unix time.
    /// @param signature 65 bytes (r, s, v), 64 bytes (ERC-2098), what the creator's contract accepts by ERC-1271, or one for many.
    function approveDerivativeBySignature(
        uint256 parent,
        uint256 tokenId,
        uint64 deadline,
        bytes calldata signature
    ) external;

    /// @notice Replaces the content of a revisable token. Only its creator, while it still owns all of it.
    function revise(uint256 tokenId, bytes32 newRoot) external;

    /// @notice Ends revisions for ever. The creator, or the owner of an ERC-721 token.
    function freeze(uint256 tokenId) external;

    /// @notice Makes the vouchers that the caller has signed for the records worthless: nobody can mint them, the market neither.
    /// The caller itself still can.
    function revokeVouchers(bytes32[] calldata coreHashes) external;

    /// @notice Takes the caller's tokens from the built-in operator (true) or gives them back (false).
    function setOperatorOptOut(bool optedOut) external;

    /// @notice Whether the owner has taken its tokens from the built-in operator.
    function operatorOptedOut(address owner) external view returns (bool);

    /// @notice SHA-256 digest in the CID of the content's directory.
    function rootOf(uint256 tokenId) external view returns (bytes32);

    /// @notice Terms of the token as they are now: the receiver is the one that is paid.
    function termsOf(uint256 tokenId) external view returns (Terms memory);

    /// @notice Account that made the token.
    function creatorOf(uint256 tokenId) external view returns (address);

    /// @notice Whether the content can never change again.
    function isFrozen(uint256 tokenId) external view returns (bool);

    /// @notice Whether the creator of the parent has approved the derivative.
    function derivativeApproved(uint256 parent, uint256 tokenId) external view returns (bool);

    /// @notice Whether the voucher of the token was revoked.
    function voucherRevoked(uint256 tokenId) external view returns (bool);

    /// @notice How well the generation of the token is proven, the index in `proofKinds` of `protocol/src/provenance/disclosure.ts`:
    /// 0 claimed by the creator, 2 reproduced by others.
    /// @param coreHash SHA-256 of the canonical core of the token's record; with another one the answer is 0.
    function proofKind(uint256 tokenId, bytes32 coreHash) external view returns (uint8);

    /// @notice Id of what `creator` mints for a record: `uint256(keccak256(abi.encode(creator, coreHash)))`.
    function tokenIdOf(address creator, bytes32 coreHash) external pure returns (uint256);

    /// @notice The built-in operator: it can move every token whose owner has not opted out, and mint what a creator has signed.
    function MARKET() external view returns (address);

    /// @notice Shares the royalties of derivatives among the creators of their lineage.
    function SPLITS() external view returns (IRoyaltySplits);

    /// @notice Registry of reproductions; zero where there is none, so that nothing counts as reproduced.
    function REPRODUCTIONS() external view returns (address);
}
