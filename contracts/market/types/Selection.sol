// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What the filler wants of an order, and at worst at which price.
struct Selection {
    /// Token that is given for a collection offer; otherwise the order's own.
    uint256 tokenId;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint128 quantity;
    /// For a listing the most that the filler pays in all; for an offer the least that it receives after fee and royalty.
    uint256 limit;
}
