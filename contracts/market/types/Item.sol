// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One part of a bundle.
struct Item {
    /// ERC-721 or ERC-1155 contract.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint128 quantity;
}
