// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Royalty registry
/// @notice Royalties of collections that do not answer ERC-2981 themselves.
interface IRoyaltyRegistry {
    /// @notice Receiver and amount for a sale of the collection's token at the price; nobody and zero when none is set.
    function royaltyInfo(
        address collection,
        uint256 tokenId,
        uint256 salePrice
    ) external view returns (address receiver, uint256 amount);
}
