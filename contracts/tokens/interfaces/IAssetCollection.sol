// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Terms} from "../types/Terms.sol";

/// @title Asset collection
/// @notice ERC-721 tokens for generated assets. Each names the content and the record it stands for; anyone can mint what it made.
/// @dev There is no owner. ERC-721, ERC-2981, ERC-4906 and ERC-7572 come on top of this interface. Every error has a twin in
/// `protocol/src/tokens/errors.ts`.
interface IAssetCollection {
    /// @notice The creator has minted this record before; a burned token does not come back.
    error TokensMinted(uint256 tokenId);
    /// @notice The record's hash is zero.
    error TokensCoreHashZero();
    /// @notice The root of the content is zero.
    error TokensRootZero();
    /// @notice The disclosure is undeclared (0) or not one of the known numbers.
    error TokensDisclosureUnknown(uint8 disclosure);
    /// @notice A bit of the policy has no meaning.
    error TokensPolicyUnknown(uint8 policy);
    /// @notice The royalty is above the highest that is ever paid, basis points.
    error TokensRoyaltyTooHigh(uint16 royaltyBps, uint16 most);
    /// @notice There is a royalty but nobody to receive it.
    error TokensRoyaltyReceiverZero();
    /// @notice The share of derivatives is above the highest possible, basis points.
    error TokensRemixTooHigh(uint16 remixBps, uint16 most);
    /// @notice A token can name at most `most` parents.
    error TokensTooManyParents(uint256 parents, uint256 most);
    /// @notice The parent was never minted here.
    error TokensParentUnknown(uint256 parent);
    /// @notice The parent is named twice.
    error TokensParentRepeated(uint256 parent);
    /// @notice The creator of the parent allows no derivatives by others.
    error TokensDerivativeForbidden(uint256 parent);
    /// @notice The creator of the parent has not approved this derivative.
    error TokensDerivativeNotApproved(uint256 parent, uint256 tokenId);
    /// @notice Only the creator may do this.
    error TokensNotCreator(address account, uint256 tokenId);
    /// @notice Only the creator or the owner may do this.
    error TokensNotCreatorOrOwner(address account, uint256 tokenId);
    /// @notice The content is frozen: from the mint on, or since {freeze}.
    error TokensFrozen(uint256 tokenId);
    /// @notice The content of a sold token is not changed under its owner.
    error TokensNotOwner(address account, uint256 tokenId);
    /// @notice The built-in operator is the zero address.
    error TokensMarketZero();

    /// @notice A token was minted: what it stands for, by whom, and on which terms.
    event Provenance(
        uint256 indexed tokenId,
        address indexed creator,
        bytes32 indexed coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        address royaltyReceiver,
        uint16 royaltyBps,
        uint16 remixBps,
        uint8 policy,
        uint8 disclosure,
        uint256[] parents
    );
    /// @notice The content of a token was replaced by its creator. Both roots stay on record.
    event Revised(uint256 indexed tokenId, bytes32 oldRoot, bytes32 newRoot);
    /// @notice The content of a token can never change again.
    event Frozen(uint256 indexed tokenId);
    /// @notice The creator of the parent allows one derivative, whose id is known before its mint.
    event DerivativeApproved(uint256 indexed parent, uint256 indexed tokenId);
    /// @notice An owner has taken its tokens from the built-in operator, or given them back.
    event OperatorOptedOut(address indexed owner, bool optedOut);

    /// @notice Mints to the caller, who is the creator. The id is `uint256(keccak256(abi.encode(creator, coreHash)))`.
    /// No callback is made: a contract that mints must be able to hold ERC-721 tokens.
    /// @param coreHash SHA-256 of the record's canonical core.
    /// @param root SHA-256 digest in the CIDv1 (dag-pb) of the content's directory.
    /// @param promptCommitment Commitment to the prompt.
    /// @param engineHash SHA-256 of the code that generated the asset, or a digest that names the model.
    /// @param parents Tokens of this collection that the asset derives from.
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        Terms calldata terms,
        uint256[] calldata parents
    ) external returns (uint256 tokenId);

    /// @notice Replaces the content of a revisable token. Only its creator, while it still owns it.
    function revise(uint256 tokenId, bytes32 newRoot) external;

    /// @notice Ends revisions for ever. The creator or the owner.
    function freeze(uint256 tokenId) external;

    /// @notice Destroys the token. The owner or an operator of the owner. The record stays readable in the events.
    function burn(uint256 tokenId) external;

    /// @notice Lets one derivative of the caller's token be minted where the policy asks for approval.
    function approveDerivative(uint256 parent, uint256 tokenId) external;

    /// @notice Takes the caller's tokens from the built-in operator (true) or gives them back (false).
    function setOperatorOptOut(bool optedOut) external;

    /// @notice Whether the owner has taken its tokens from the built-in operator.
    function operatorOptedOut(address owner) external view returns (bool);

    /// @notice SHA-256 digest in the CID of the content's directory.
    function rootOf(uint256 tokenId) external view returns (bytes32);

    /// @notice Terms of the token.
    function termsOf(uint256 tokenId) external view returns (Terms memory);

    /// @notice Account that minted the token.
    function creatorOf(uint256 tokenId) external view returns (address);

    /// @notice Whether the content can never change again.
    function isFrozen(uint256 tokenId) external view returns (bool);

    /// @notice Whether the creator of the parent has approved the derivative.
    function derivativeApproved(uint256 parent, uint256 tokenId) external view returns (bool);

    /// @notice Id of what `creator` mints for a record.
    function tokenIdOf(address creator, bytes32 coreHash) external pure returns (uint256);

    /// @notice The built-in operator: it can move every token whose owner has not opted out.
    function MARKET() external view returns (address);
}
