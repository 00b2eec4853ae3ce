// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CollectionTerms} from "../types/CollectionTerms.sol";

/// @title Collection factory
/// @notice Makes collections of one creator. The address of a collection follows from its creator, its terms and a salt, so it is known
/// before, and nobody else can take it.
interface ICollectionFactory {
    /// @notice A collection was made, with all that is laid down in it for ever.
    event CollectionCreated(
        address indexed collection,
        address indexed creator,
        string name,
        string symbol,
        string contractURI,
        address royaltyReceiver,
        uint16 royaltyBps,
        uint16 remixBps,
        uint8 policy,
        bytes32 salt
    );

    /// @notice Makes a collection of the caller.
    /// @param salt Tells collections with the same terms apart.
    function createCollection(CollectionTerms calldata terms, bytes32 salt) external returns (address collection);

    /// @notice Address of the collection that {createCollection} makes or has made for the creator.
    function collectionOf(
        address creator,
        CollectionTerms calldata terms,
        bytes32 salt
    ) external view returns (address collection);

    /// @notice Code that all collections share.
    function IMPLEMENTATION() external view returns (address);
}
