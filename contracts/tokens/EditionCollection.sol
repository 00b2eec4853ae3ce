// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC1155} from "@openzeppelin/contracts/interfaces/IERC1155.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/interfaces/IERC1155MetadataURI.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

import {IRoyaltySplits} from "../royalties/interfaces/IRoyaltySplits.sol";

import {IEditionCollection} from "./interfaces/IEditionCollection.sol";
import {IProvenanceRecords} from "./interfaces/IProvenanceRecords.sol";
import {IVoucherMinter} from "./interfaces/IVoucherMinter.sol";
import {MessageLib} from "./libraries/MessageLib.sol";
import {ProvenanceRecords} from "./ProvenanceRecords.sol";
import {SharedCollection} from "./SharedCollection.sol";
import {PackedTerms} from "./types/PackedTerms.sol";
import {TokenRecord, TokenRecordLib} from "./types/TokenRecord.sol";
import {Voucher} from "./types/Voucher.sol";

/// @title Edition collection
contract EditionCollection is IEditionCollection, SharedCollection, ERC1155 {
    // solhint-disable private-vars-leading-underscore
    /// @dev Neither soulbound nor validated: units are not told apart.
    uint8 private constant POLICIES = 15;
    uint128 private constant MOST_UNITS = type(uint80).max;
    // solhint-enable private-vars-leading-underscore

    /// @inheritdoc IProvenanceRecords
    mapping(address owner => bool optedOut) public operatorOptedOut;
    mapping(bytes32 message => mapping(address account => bool used)) private _used;

    /// @param market Built-in operator of every owner.
    /// @param splits Shares royalties with the creators of parents.
    /// @param reproductions Registry of reproductions; zero for none.
    /// @param contractURI_ Address of the JSON that describes the collection (ERC-7572).
    constructor(
        address market,
        IRoyaltySplits splits,
        address reproductions,
        string memory contractURI_
    ) ERC1155("") ProvenanceRecords(market, splits, reproductions) SharedCollection(contractURI_) {}

    // Minting

    /// @inheritdoc IEditionCollection
    function mint(Voucher calldata voucher, uint128 quantity) external returns (uint256 tokenId) {
        return _mintUnits({creator: msg.sender, voucher: voucher, to: msg.sender, quantity: quantity});
    }

    /// @inheritdoc IVoucherMinter
    function mintFromMarket(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity
    ) external returns (uint256 tokenId) {
        _requireMarket();
        _requireNotRevoked(tokenIdOf(creator, voucher.coreHash));
        return _mintUnits({creator: creator, voucher: voucher, to: to, quantity: quantity});
    }

    /// @inheritdoc IEditionCollection
    function mintVoucher(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity,
        uint64 deadline,
        bytes calldata signature
    ) external returns (uint256 tokenId) {
        bytes32 message = MessageLib.hashVoucherMint({
            voucher: voucher,
            recipient: to,
            quantity: quantity,
            deadline: deadline
        });
        (string memory name, string memory types) = MessageLib.voucherMintTypes();
        _requireSigned({
            account: creator,
            structHash: message,
            deadline: deadline,
            name: name,
            types: types,
            signature: signature
        });
        address account = to == address(0) ? msg.sender : to;
        tokenId = tokenIdOf(creator, voucher.coreHash);
        _requireNotRevoked(tokenId);
        if (_used[message][account]) revert TokensVoucherUsed(tokenId, account);
        _used[message][account] = true;
        _mintUnits({creator: creator, voucher: voucher, to: account, quantity: quantity});
    }

    /// @inheritdoc IEditionCollection
    function burn(address from, uint256 tokenId, uint256 quantity) external {
        _checkAuthorized(msg.sender, from);
        _burn({from: from, id: tokenId, value: quantity});
    }

    /// @inheritdoc IProvenanceRecords
    function setOperatorOptOut(bool optedOut) external {
        operatorOptedOut[msg.sender] = optedOut;
        emit OperatorOptedOut({owner: msg.sender, optedOut: optedOut});
    }

    // Views

    /// @inheritdoc IEditionCollection
    function supplyOf(uint256 tokenId) external view returns (uint256 minted, uint256 most) {
        TokenRecord record = _recordOf(tokenId);
        return (record.minted(), record.maxSupply());
    }

    /// @inheritdoc IERC1155MetadataURI
    function uri(uint256 tokenId) public view override returns (string memory) {
        _recordOf(tokenId);
        return _metadataOf(tokenId);
    }

    /// @inheritdoc IERC1155
    /// @dev The market is approved by every owner that has not opted out. One that has may still approve it in the ordinary way.
    function isApprovedForAll(address account, address operator) public view override returns (bool) {
        if (operator == MARKET && account != address(0) && !operatorOptedOut[account]) return true;
        return super.isApprovedForAll(account, operator);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC1155, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    // Internal

    function _ownsAll(address account, uint256 tokenId) internal view override returns (bool) {
        return balanceOf(account, tokenId) == _recordOf(tokenId).minted();
    }

    function _announceContent(uint256 tokenId) internal override {
        emit URI(_metadataOf(tokenId), tokenId);
    }

    function _mintUnits(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity
    ) private returns (uint256 tokenId) {
        if (quantity == 0) revert TokensQuantityInvalid(quantity);
        tokenId = _idOf({creator: creator, coreHash: voucher.coreHash, root: voucher.root});
        TokenRecord record = _tokens[tokenId].record;
        if (!record.exists()) record = _open(creator, tokenId, voucher);
        else if (record.maxSupply() != voucher.maxSupply || _tokens[tokenId].root != voucher.root)
            revert TokensVoucherDiffers(tokenId);
        uint256 left = record.maxSupply() - record.minted();
        if (quantity > left) revert TokensSupplyExceeded(tokenId, left, quantity);
        _tokens[tokenId].record = record.withMinted(quantity);
        // Last, since a contract that receives units is told of them.
        _mint({to: to, id: tokenId, value: quantity, data: ""});
    }

    /// @dev Lays down what holds for all units. The caller writes the record.
    function _open(address creator, uint256 tokenId, Voucher calldata voucher) private returns (TokenRecord record) {
        if (voucher.maxSupply == 0 || voucher.maxSupply > MOST_UNITS) revert TokensSupplyInvalid(voucher.maxSupply);
        _derive(creator, tokenId, voucher.parents);
        PackedTerms terms = _keepTerms({
            creator: creator,
            tokenId: tokenId,
            terms: voucher.terms,
            parents: voucher.parents,
            policies: POLICIES
        });
        _tokens[tokenId].root = voucher.root;
        _announce({tokenId: tokenId, creator: creator, draft: _draftOf(voucher), terms: terms});
        emit SupplyFixed({tokenId: tokenId, maxSupply: voucher.maxSupply});
        record = TokenRecordLib.ofEdition(voucher.maxSupply, terms);
        // What was revoked before the first mint stays revoked.
        if (_tokens[tokenId].record.revoked()) record = record.withoutVoucher();
    }

    function _requireNotRevoked(uint256 tokenId) private view {
        if (_tokens[tokenId].record.revoked()) revert TokensVoucherRevoked(tokenId);
    }
}
