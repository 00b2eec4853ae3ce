// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Something that an avatar wears or carries, and promises to those who want to buy it.
struct Gear {
    /// ERC-721 or ERC-1155 contract.
    address collection;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint96 quantity;
    /// Token of the collection.
    uint256 tokenId;
}
