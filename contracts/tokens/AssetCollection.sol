// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IAssetCollection} from "./interfaces/IAssetCollection.sol";
import {IERC7572} from "./interfaces/IERC7572.sol";
import {CidLib} from "./libraries/CidLib.sol";
import {Terms} from "./types/Terms.sol";
import {TokenRecord, TokenRecordLib} from "./types/TokenRecord.sol";

/// @title Asset collection
contract AssetCollection is IAssetCollection, IERC7572, IERC2981, IERC4906, ERC721 {
    /// @dev Bit of an owner's balance word: it has taken its tokens from the market. A transfer reads and writes that word anyway,
    /// so the market's built-in approval costs a sale no read of its own. No balance comes near it.
    // solhint-disable-next-line private-vars-leading-underscore
    uint128 private constant OPTED_OUT = 1 << 127;
    /// @inheritdoc IAssetCollection
    address public immutable MARKET;

    mapping(uint256 tokenId => bytes32 root) private _roots;
    mapping(uint256 tokenId => TokenRecord record) private _records;
    mapping(uint256 tokenId => address creator) private _creatorsApart;
    mapping(uint256 parent => mapping(uint256 tokenId => bool approved)) private _derivatives;
    string private _contractURI;

    /// @param market Built-in operator of every token.
    /// @param contractURI_ Address of the JSON that describes the collection (ERC-7572).
    constructor(address market, string memory contractURI_) ERC721("Daedal Assets", "DAEDAL") {
        if (market == address(0)) revert TokensMarketZero();
        MARKET = market;
        _contractURI = contractURI_;
        emit ContractURIUpdated();
    }

    // Creating

    /// @inheritdoc IAssetCollection
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        Terms calldata terms,
        uint256[] calldata parents
    ) external returns (uint256 tokenId) {
        if (coreHash == 0) revert TokensCoreHashZero();
        if (root == 0) revert TokensRootZero();
        tokenId = tokenIdOf(msg.sender, coreHash);
        if (_records[tokenId].exists()) revert TokensMinted(tokenId);
        _requireDerivable(tokenId, parents);

        TokenRecord record = TokenRecordLib.fromTerms(terms, msg.sender);
        _records[tokenId] = record;
        _roots[tokenId] = root;
        if (record.creatorApart()) _creatorsApart[tokenId] = msg.sender;
        _mint(msg.sender, tokenId);

        emit Provenance({
            tokenId: tokenId,
            creator: msg.sender,
            coreHash: coreHash,
            root: root,
            promptCommitment: promptCommitment,
            engineHash: engineHash,
            royaltyReceiver: terms.royaltyReceiver,
            royaltyBps: terms.royaltyBps,
            remixBps: terms.remixBps,
            policy: terms.policy,
            disclosure: terms.disclosure,
            parents: parents
        });
    }

    /// @inheritdoc IAssetCollection
    function approveDerivative(uint256 parent, uint256 tokenId) external {
        _requireCreator(parent);
        _derivatives[parent][tokenId] = true;
        emit DerivativeApproved({parent: parent, tokenId: tokenId});
    }

    // Changing

    /// @inheritdoc IAssetCollection
    function revise(uint256 tokenId, bytes32 newRoot) external {
        address owner = _requireOwned(tokenId);
        _requireCreator(tokenId);
        if (owner != msg.sender) revert TokensNotOwner(msg.sender, tokenId);
        if (isFrozen(tokenId)) revert TokensFrozen(tokenId);
        if (newRoot == 0) revert TokensRootZero();
        bytes32 oldRoot = _roots[tokenId];
        _roots[tokenId] = newRoot;
        emit Revised({tokenId: tokenId, oldRoot: oldRoot, newRoot: newRoot});
        emit MetadataUpdate(tokenId);
    }

    /// @inheritdoc IAssetCollection
    function freeze(uint256 tokenId) external {
        address owner = _requireOwned(tokenId);
        if (owner != msg.sender && creatorOf(tokenId) != msg.sender)
            revert TokensNotCreatorOrOwner(msg.sender, tokenId);
        if (isFrozen(tokenId)) revert TokensFrozen(tokenId);
        _records[tokenId] = _records[tokenId].without(TokenRecordLib.REVISABLE);
        emit Frozen(tokenId);
    }

    /// @inheritdoc IAssetCollection
    function burn(uint256 tokenId) external {
        // Root and record stay, so the id can never be minted again with an old listing still signed.
        _update({to: address(0), tokenId: tokenId, auth: msg.sender});
    }

    // Operators

    /// @inheritdoc IAssetCollection
    function setOperatorOptOut(bool optedOut) external {
        // Adding the bit again takes it away; the carry goes into bits that nothing reads.
        if (optedOut != operatorOptedOut(msg.sender)) _increaseBalance(msg.sender, OPTED_OUT);
        emit OperatorOptedOut({owner: msg.sender, optedOut: optedOut});
    }

    /// @inheritdoc IAssetCollection
    function operatorOptedOut(address owner) public view returns (bool) {
        return super.balanceOf(owner) & OPTED_OUT != 0;
    }

    /// @inheritdoc IERC721
    function balanceOf(address owner) public view override(ERC721, IERC721) returns (uint256) {
        return super.balanceOf(owner) & (OPTED_OUT - 1);
    }

    /// @inheritdoc IERC721
    /// @dev The market is approved by every owner that has not opted out. One that has may still approve it in the ordinary way.
    function isApprovedForAll(address owner, address operator) public view override(ERC721, IERC721) returns (bool) {
        if (operator == MARKET && owner != address(0) && !operatorOptedOut(owner)) return true;
        return super.isApprovedForAll(owner, operator);
    }

    // Views

    /// @inheritdoc ERC721
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        return string.concat("ipfs://", CidLib.toCid(_roots[tokenId]), "/metadata.json");
    }

    /// @inheritdoc IERC7572
    function contractURI() external view returns (string memory) {
        return _contractURI;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        TokenRecord record = _records[tokenId];
        return (record.receiver(), (salePrice * record.royaltyBps()) / 10_000);
    }

    /// @inheritdoc IAssetCollection
    function rootOf(uint256 tokenId) external view returns (bytes32) {
        _recordOf(tokenId);
        return _roots[tokenId];
    }

    /// @inheritdoc IAssetCollection
    function termsOf(uint256 tokenId) external view returns (Terms memory) {
        return _recordOf(tokenId).toTerms();
    }

    /// @inheritdoc IAssetCollection
    function creatorOf(uint256 tokenId) public view returns (address) {
        TokenRecord record = _recordOf(tokenId);
        return record.creatorApart() ? _creatorsApart[tokenId] : record.receiver();
    }

    /// @inheritdoc IAssetCollection
    function isFrozen(uint256 tokenId) public view returns (bool) {
        return !_recordOf(tokenId).allows(TokenRecordLib.REVISABLE);
    }

    /// @inheritdoc IAssetCollection
    function derivativeApproved(uint256 parent, uint256 tokenId) external view returns (bool) {
        return _derivatives[parent][tokenId];
    }

    /// @inheritdoc IAssetCollection
    function tokenIdOf(address creator, bytes32 coreHash) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(creator, coreHash)));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return
            interfaceId == type(IERC2981).interfaceId ||
            interfaceId == 0x49064906 || // ERC-4906
            super.supportsInterface(interfaceId);
    }

    // Internal

    /// @dev A parent exists before its child, so lineage has no circles.
    function _requireDerivable(uint256 tokenId, uint256[] calldata parents) private view {
        if (parents.length > TokenRecordLib.MAX_PARENTS)
            revert TokensTooManyParents(parents.length, TokenRecordLib.MAX_PARENTS);
        for (uint256 i = 0; i < parents.length; ++i) {
            for (uint256 j = 0; j < i; ++j) if (parents[j] == parents[i]) revert TokensParentRepeated(parents[i]);
            _requireLicensed({parent: parents[i], tokenId: tokenId});
        }
    }

    /// @dev The creator of the parent may derive from it in any case; others need what its policy says.
    function _requireLicensed(uint256 parent, uint256 tokenId) private view {
        TokenRecord record = _records[parent];
        if (!record.exists()) revert TokensParentUnknown(parent);
        if (creatorOf(parent) == msg.sender) return;
        if (!record.allows(TokenRecordLib.DERIVATIVES)) revert TokensDerivativeForbidden(parent);
        if (record.allows(TokenRecordLib.DERIVATIVES_BY_APPROVAL) && !_derivatives[parent][tokenId])
            revert TokensDerivativeNotApproved(parent, tokenId);
    }

    function _requireCreator(uint256 tokenId) private view {
        if (creatorOf(tokenId) != msg.sender) revert TokensNotCreator(msg.sender, tokenId);
    }

    /// @dev Burned tokens keep their record; one that was never minted has none.
    function _recordOf(uint256 tokenId) private view returns (TokenRecord record) {
        record = _records[tokenId];
        if (!record.exists()) revert ERC721NonexistentToken(tokenId);
    }
}
