// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Royalty registry
/// @notice Royalties of collections that do not answer ERC-2981 themselves, as set by those who control the collection.
/// @dev A collection is believed about who controls it: one that lies changes its own royalty and nobody else's. Nothing is checked
/// again later, so a royalty stays when the collection changes hands until the next owner sets another. There is no owner of the
/// registry. Every error has a twin in `protocol/src/royalties/errors.ts`.
interface IRoyaltyRegistry {
    /// @notice The account is neither the collection's `owner()` (ERC-173) nor has its DEFAULT_ADMIN_ROLE (AccessControl).
    error RoyaltiesNotCollectionOwner(address account, address collection);
    /// @notice The royalty is above the highest that is ever paid, basis points.
    error RoyaltiesTooHigh(uint256 bps, uint256 most);
    /// @notice There is a royalty but nobody to receive it.
    error RoyaltiesReceiverZero();

    /// @notice The royalty of a collection was set by an account that controls it.
    event RoyaltySet(address indexed collection, address indexed by, address receiver, uint16 bps);

    /// @notice Sets what every token of the collection pays, at most 1,000 basis points; 0 takes the royalty away.
    function setRoyalty(address collection, address receiver, uint16 bps) external;

    /// @notice Receiver and amount at a price, in the currency of the price and rounded down; nobody and 0 where none was set.
    /// @param tokenId Not looked at: a collection has one royalty here.
    function royaltyInfo(
        address collection,
        uint256 tokenId,
        uint256 salePrice
    ) external view returns (address receiver, uint256 amount);

    /// @notice Receiver and basis points as they were set.
    function royaltyOf(address collection) external view returns (address receiver, uint16 bps);
}
