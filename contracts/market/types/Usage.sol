// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A token by its place.
struct AssetId {
    /// ERC-721 contract.
    address collection;
    /// Token of the collection.
    uint256 tokenId;
}

/// @notice Who uses a token now, by what its collection says.
struct Usage {
    /// The user (ERC-4907); zero where there is none now, or the collection does not say.
    address user;
    /// Whether Rentals holds the token, be it that the term is over and it waits to be released.
    bool custody;
    /// When that ends, unix seconds; zero where there is no user.
    uint256 expires;
}
