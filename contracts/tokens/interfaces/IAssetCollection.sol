// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Draft} from "../types/Draft.sol";
import {Parent} from "../types/Parent.sol";
import {Terms} from "../types/Terms.sol";
import {IProvenanceToken} from "./IProvenanceToken.sol";

/// @title Asset collection
/// @notice ERC-721 tokens of generated assets: anyone can mint what it made, on its own terms.
interface IAssetCollection is IProvenanceToken {
    /// @notice Mints to the caller, who is the creator. The id is `uint256(keccak256(abi.encode(creator, coreHash)))`.
    /// No callback is made: a contract that mints must be able to hold ERC-721 tokens.
    /// @param coreHash SHA-256 of the record's canonical core.
    /// @param root SHA-256 digest in the CIDv1 (dag-pb) of the content's directory.
    /// @param promptCommitment Commitment to the prompt.
    /// @param engineHash SHA-256 of the code that generated the asset, or a digest that names the model.
    /// @param parents Tokens of this collection that the asset derives from. What they ask is shared out of its royalty.
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        Terms calldata terms,
        Parent[] calldata parents
    ) external returns (uint256 tokenId);

    /// @notice Mints several tokens without parents to the caller, all on the same terms.
    function mintBatch(Draft[] calldata drafts, Terms calldata terms) external;
}
