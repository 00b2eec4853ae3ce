// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IRoyaltySplits} from "../royalties/interfaces/IRoyaltySplits.sol";

import {ICreatorCollection} from "./interfaces/ICreatorCollection.sol";
import {ICreatorToken} from "./interfaces/ICreatorToken.sol";
import {IERC7572} from "./interfaces/IERC7572.sol";
import {ProvenanceRecords} from "./ProvenanceRecords.sol";
import {ProvenanceToken} from "./ProvenanceToken.sol";
import {Draft} from "./types/Draft.sol";
import {PackedTerms, PackedTermsLib} from "./types/PackedTerms.sol";
import {Parent} from "./types/Parent.sol";
import {Terms} from "./types/Terms.sol";
import {TokenRecordLib} from "./types/TokenRecord.sol";

/// @title Creator collection
/// @dev The code behind all collections of one creator. Each is a clone with `abi.encode(terms, creator, name, symbol, contractURI)`
/// behind its code, which {CollectionFactory} has checked.
contract CreatorCollection is ICreatorCollection, ProvenanceToken, IERC2981, IERC7572 {
    /// @dev Where the arguments of a clone begin in its code.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant ARGS_AT = 0x2d;
    // solhint-disable-next-line private-vars-leading-underscore
    address private immutable SELF = address(this);

    address private _validator;

    /// @param market Built-in operator of every token.
    /// @param splits Shares royalties; here it only tells whether payees belong to a receiver.
    /// @param reproductions Registry of reproductions; zero for none.
    constructor(
        address market,
        IRoyaltySplits splits,
        address reproductions
    ) ERC721("", "") ProvenanceRecords(market, splits, reproductions) {}

    /// @inheritdoc ICreatorCollection
    function mint(
        bytes32 coreHash,
        bytes32 root,
        bytes32 promptCommitment,
        bytes32 engineHash,
        uint8 disclosure,
        Parent[] calldata parents
    ) external returns (uint256 tokenId) {
        PackedTerms terms = _termsOfCaller().withDisclosure(disclosure);
        Draft calldata draft = _asDraft(coreHash, root, promptCommitment, engineHash);
        tokenId = _newId(msg.sender, draft);
        _derive(msg.sender, tokenId, parents);
        _addToBalance(msg.sender, 1);
        _create({tokenId: tokenId, creator: msg.sender, to: msg.sender, draft: draft, terms: terms});
    }

    /// @inheritdoc ICreatorCollection
    function mintBatch(Draft[] calldata drafts, uint8 disclosure) external {
        PackedTerms terms = _termsOfCaller().withDisclosure(disclosure);
        for (uint256 i = 0; i < drafts.length; ++i) {
            Draft calldata draft = drafts[i];
            _create({
                tokenId: _newId(msg.sender, draft),
                creator: msg.sender,
                to: msg.sender,
                draft: draft,
                terms: terms
            });
        }
        _addToBalance(msg.sender, drafts.length);
    }

    /// @inheritdoc ICreatorToken
    function setTransferValidator(address validator) external override {
        if (_termsOfCaller().policy() & TokenRecordLib.VALIDATED == 0) revert TokensValidatorForbidden(msg.sender);
        if (validator != address(0) && validator.code.length == 0) revert TokensValidatorUnknown(validator);
        emit TransferValidatorUpdated({oldValidator: _validator, newValidator: validator});
        _validator = validator;
    }

    // Views

    /// @inheritdoc IERC7572
    function contractURI() external view returns (string memory uri) {
        (, , uri) = _texts();
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        (PackedTerms terms, ) = _args();
        return (terms.receiver(), terms.royaltyOn(salePrice));
    }

    /// @inheritdoc ICreatorCollection
    function creator() public view returns (address account) {
        (, account) = _args();
    }

    /// @inheritdoc ICreatorToken
    function getTransferValidator() public view override returns (address) {
        return _validator;
    }

    /// @inheritdoc IERC721Metadata
    function name() public view override returns (string memory text) {
        (text, , ) = _texts();
    }

    /// @inheritdoc IERC721Metadata
    function symbol() public view override returns (string memory text) {
        (, text, ) = _texts();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ProvenanceToken, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    // Internal

    /// @dev A voucher must say what holds here, or its creator has signed something else than its buyer gets.
    function _agree(
        address account,
        uint256 tokenId,
        Terms calldata terms,
        Parent[] calldata
    ) internal view override returns (PackedTerms packed) {
        (PackedTerms shared, address only) = _args();
        if (account != only) revert TokensNotCollectionCreator(account, only);
        packed = PackedTermsLib.pack(terms, type(uint8).max);
        if (PackedTerms.unwrap(packed) != PackedTerms.unwrap(shared.withDisclosure(terms.disclosure)))
            revert TokensTermsDiffer(tokenId);
    }

    function _creatorOf(uint256) internal view override returns (address) {
        return creator();
    }

    function _termsOf(uint256 tokenId) internal view override returns (PackedTerms terms) {
        (terms, ) = _args();
        return terms.withDisclosure(_tokens[tokenId].record.disclosure());
    }

    function _termsOfCaller() private view returns (PackedTerms terms) {
        address only;
        (terms, only) = _args();
        if (msg.sender != only) revert TokensNotCollectionCreator(msg.sender, only);
    }

    /// @dev The two words that a mint and a sale need, without copying the texts behind them.
    function _args() private view returns (PackedTerms terms, address account) {
        if (address(this) == SELF) revert TokensNotCollection();
        assembly ("memory-safe") {
            extcodecopy(address(), 0x00, ARGS_AT, 0x40)
            terms := mload(0x00)
            account := mload(0x20)
        }
    }

    function _texts()
        private
        view
        returns (string memory fullName, string memory shortName, string memory contractUri)
    {
        if (address(this) == SELF) revert TokensNotCollection();
        (, , fullName, shortName, contractUri) = abi.decode(
            Clones.fetchCloneArgs(address(this)),
            (uint256, address, string, string, string)
        );
    }
}
