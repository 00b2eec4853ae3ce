// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IRoyaltySplits} from "../royalties/interfaces/IRoyaltySplits.sol";

import {IAssetCollection} from "./interfaces/IAssetCollection.sol";
import {ProvenanceRecords} from "./ProvenanceRecords.sol";
import {ProvenanceToken} from "./ProvenanceToken.sol";
import {SharedCollection} from "./SharedCollection.sol";
import {Draft} from "./types/Draft.sol";
import {PackedTerms} from "./types/PackedTerms.sol";
import {Parent} from "./types/Parent.sol";
import {Terms} from "./types/Terms.sol";

/// @title Asset collection
contract AssetCollection is IAssetCollection, ProvenanceToken, SharedCollection {
    /// @dev All but validated transfers: there is no one creator who could choose a validator.
    // solhint-disable-next-line private-vars-leading-underscore
    uint8 private constant POLICIES = 31;

    /// @param market Built-in operator of every token.
    /// @param splits Shares royalties with the creators of parents.
    /// @param reproductions Registry of reproductions; zero for none.
    /// @param contractURI_ Address of the JSON that describes the collection (ERC-7572).
    constructor(
        address market,
        IRoyaltySplits splits,
        address reproductions,
        string memory contractURI_
    )
        ERC721("Daedal Assets", "DAEDAL")
        ProvenanceRecords(market, splits, reproductions)
        SharedCollection(contractURI_)
    {}

    /// @inheritdoc IAssetCollection
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        Terms calldata terms,
        Parent[] calldata parents
    ) external returns (uint256 tokenId) {
        Draft calldata draft = _asDraft(coreHash, root, promptCommitment, engineHash);
        tokenId = _newId(msg.sender, draft);
        _derive(msg.sender, tokenId, parents);
        PackedTerms packed = _agree({creator: msg.sender, tokenId: tokenId, terms: terms, parents: parents});
        _addToBalance(msg.sender, 1);
        _create({tokenId: tokenId, creator: msg.sender, to: msg.sender, draft: draft, terms: packed});
    }

    /// @inheritdoc IAssetCollection
    function mintBatch(Draft[] calldata drafts, Terms calldata terms) external {
        Parent[] calldata nobody;
        assembly ("memory-safe") {
            nobody.offset := 0
            nobody.length := 0
        }
        for (uint256 i = 0; i < drafts.length; ++i) {
            Draft calldata draft = drafts[i];
            uint256 tokenId = _newId(msg.sender, draft);
            PackedTerms packed = _agree({creator: msg.sender, tokenId: tokenId, terms: terms, parents: nobody});
            _create({tokenId: tokenId, creator: msg.sender, to: msg.sender, draft: draft, terms: packed});
        }
        _addToBalance(msg.sender, drafts.length);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ProvenanceToken, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    function _agree(
        address creator,
        uint256 tokenId,
        Terms calldata terms,
        Parent[] calldata parents
    ) internal override returns (PackedTerms) {
        return _keepTerms({creator: creator, tokenId: tokenId, terms: terms, parents: parents, policies: POLICIES});
    }
}
