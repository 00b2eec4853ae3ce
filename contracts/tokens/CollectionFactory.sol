// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IRoyaltySplits} from "../royalties/interfaces/IRoyaltySplits.sol";

import {CreatorCollection} from "./CreatorCollection.sol";
import {ICollectionFactory} from "./interfaces/ICollectionFactory.sol";
import {CollectionTerms} from "./types/CollectionTerms.sol";
import {PackedTerms, PackedTermsLib} from "./types/PackedTerms.sol";

/// @title Collection factory
contract CollectionFactory is ICollectionFactory {
    // solhint-disable-next-line private-vars-leading-underscore
    uint8 private constant POLICIES = 63;
    /// @inheritdoc ICollectionFactory
    address public immutable IMPLEMENTATION;

    /// @dev The implementation has a fixed salt: its address follows from the factory's, and that of a collection from both.
    /// @param market Built-in operator of every token.
    /// @param splits Shares royalties; collections of one creator only ask it about payees.
    /// @param reproductions Registry of reproductions; zero for none.
    constructor(address market, IRoyaltySplits splits, address reproductions) {
        IMPLEMENTATION = address(new CreatorCollection{salt: 0}(market, splits, reproductions));
    }

    /// @inheritdoc ICollectionFactory
    function createCollection(CollectionTerms calldata terms, bytes32 salt) external returns (address collection) {
        collection = Clones.cloneDeterministicWithImmutableArgs({
            implementation: IMPLEMENTATION,
            args: _argsOf(msg.sender, terms),
            salt: salt
        });
        emit CollectionCreated({
            collection: collection,
            creator: msg.sender,
            name: terms.name,
            symbol: terms.symbol,
            contractURI: terms.contractURI,
            royaltyReceiver: terms.royaltyReceiver,
            royaltyBps: terms.royaltyBps,
            remixBps: terms.remixBps,
            policy: terms.policy,
            salt: salt
        });
    }

    /// @inheritdoc ICollectionFactory
    function collectionOf(
        address creator,
        CollectionTerms calldata terms,
        bytes32 salt
    ) external view returns (address collection) {
        return
            Clones.predictDeterministicAddressWithImmutableArgs({
                implementation: IMPLEMENTATION,
                args: _argsOf(creator, terms),
                salt: salt
            });
    }

    /// @dev What stands behind the code of a collection; the creator is part of it, and so of the address.
    function _argsOf(address creator, CollectionTerms calldata terms) private pure returns (bytes memory) {
        PackedTerms packed = PackedTermsLib.packShared({
            account: terms.royaltyReceiver,
            royalty: terms.royaltyBps,
            remix: terms.remixBps,
            bits: terms.policy,
            policies: POLICIES
        });
        return abi.encode(PackedTerms.unwrap(packed), creator, terms.name, terms.symbol, terms.contractURI);
    }
}
