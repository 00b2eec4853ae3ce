// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Draft} from "../types/Draft.sol";
import {Parent} from "../types/Parent.sol";
import {IProvenanceToken} from "./IProvenanceToken.sol";

/// @title Creator collection
/// @notice ERC-721 tokens of one creator, whose terms are laid down in the code of the collection: nobody can change them, there is
/// nothing to initialise, and a royalty is answered without reading storage.
/// @dev Its tokens have one royalty receiver. A derivative's parents are of the same creator, so there is nobody to share with.
interface ICreatorCollection is IProvenanceToken {
    /// @notice Only the creator of the collection may do this.
    error TokensNotCollectionCreator(address account, address creator);
    /// @notice The voucher asks for other terms than those of the collection.
    error TokensTermsDiffer(uint256 tokenId);
    /// @notice This is the code behind the collections, not a collection.
    error TokensNotCollection();

    /// @notice Mints to the caller, who must be the creator of the collection. Parameters as in {IAssetCollection-mint}.
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        uint8 disclosure,
        Parent[] calldata parents
    ) external returns (uint256 tokenId);

    /// @notice Mints several tokens without parents to the caller, who must be the creator of the collection.
    function mintBatch(Draft[] calldata drafts, uint8 disclosure) external;

    /// @notice The only creator.
    function creator() external view returns (address);
}
