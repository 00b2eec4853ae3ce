// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";

import {IERC7007} from "./interfaces/IERC7007.sol";
import {IProvenanceToken} from "./interfaces/IProvenanceToken.sol";
import {IVoucherMinter} from "./interfaces/IVoucherMinter.sol";
import {CoreLib} from "./libraries/CoreLib.sol";
import {MessageLib} from "./libraries/MessageLib.sol";
import {OwnedToken} from "./OwnedToken.sol";
import {Draft} from "./types/Draft.sol";
import {PackedTerms} from "./types/PackedTerms.sol";
import {Parent} from "./types/Parent.sol";
import {Terms} from "./types/Terms.sol";
import {TokenRecord, TokenRecordLib} from "./types/TokenRecord.sol";
import {Voucher} from "./types/Voucher.sol";

/// @title Provenance token
abstract contract ProvenanceToken is OwnedToken, IERC4906, IERC7007 {
    // Minting what a creator has signed

    /// @inheritdoc IVoucherMinter
    function mintFromMarket(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity
    ) external returns (uint256 tokenId) {
        _requireMarket();
        if (quantity > 1) revert TokensQuantityInvalid(quantity);
        return _mintVoucher(creator, voucher, to);
    }

    /// @inheritdoc IProvenanceToken
    function mintVoucher(
        address creator,
        Voucher calldata voucher,
        address to,
        uint64 deadline,
        bytes calldata signature
    ) external returns (uint256 tokenId) {
        (string memory name, string memory types) = MessageLib.voucherMintTypes();
        _requireSigned({
            account: creator,
            structHash: MessageLib.hashVoucherMint({voucher: voucher, recipient: to, quantity: 0, deadline: deadline}),
            deadline: deadline,
            name: name,
            types: types,
            signature: signature
        });
        return _mintVoucher(creator, voucher, to == address(0) ? msg.sender : to);
    }

    // Generated content

    /// @inheritdoc IERC7007
    function addAigcData(
        uint256 tokenId,
        bytes calldata prompt,
        bytes calldata aigcData,
        bytes calldata proof
    ) external {
        _requireOwned(tokenId);
        (uint256 named, bool proven) = _judge(prompt, aigcData, proof);
        if (!proven || named != tokenId) revert TokensAigcDataUnproven(tokenId);
        emit AigcData({tokenId: tokenId, prompt: prompt, aigcData: aigcData, proof: proof});
    }

    /// @inheritdoc IERC7007
    function verify(
        bytes calldata prompt,
        bytes calldata aigcData,
        bytes calldata proof
    ) external view returns (bool success) {
        (, success) = _judge(prompt, aigcData, proof);
    }

    // Views

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        return _metadataOf(tokenId);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual override(OwnedToken, IERC165) returns (bool) {
        return
            interfaceId == type(IERC7007).interfaceId ||
            interfaceId == 0x49064906 || // ERC-4906
            super.supportsInterface(interfaceId);
    }

    // Internal

    /// @dev Checks what a voucher asks for and keeps what has to be kept of it; answers the terms of the token.
    function _agree(
        address creator,
        uint256 tokenId,
        Terms calldata terms,
        Parent[] calldata parents
    ) internal virtual returns (PackedTerms);

    /// @dev Id of a token that its creator is about to mint itself.
    function _newId(address creator, Draft calldata draft) internal view returns (uint256 tokenId) {
        tokenId = _idOf({creator: creator, coreHash: draft.coreHash, root: draft.root});
        if (_tokens[tokenId].record.exists()) revert TokensMinted(tokenId);
    }

    /// @dev Writes a token whose terms are agreed. The caller adds it to the balance of its owner.
    function _create(uint256 tokenId, address creator, address to, Draft calldata draft, PackedTerms terms) internal {
        _tokens[tokenId].record = TokenRecordLib.ofToken(to, terms);
        _tokens[tokenId].root = draft.root;
        emit Transfer(address(0), to, tokenId);
        if (terms.policy() & TokenRecordLib.SOULBOUND != 0) emit Locked(tokenId);
        _announce({tokenId: tokenId, creator: creator, draft: draft, terms: terms});
    }

    function _announceContent(uint256 tokenId) internal override {
        emit MetadataUpdate(tokenId);
    }

    function _mintVoucher(address creator, Voucher calldata voucher, address to) private returns (uint256 tokenId) {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        if (voucher.maxSupply != 0) revert TokensSupplyInvalid(voucher.maxSupply);
        Draft calldata draft = _draftOf(voucher);
        tokenId = _newId(creator, draft);
        if (_tokens[tokenId].record.revoked()) revert TokensVoucherRevoked(tokenId);
        _derive(creator, tokenId, voucher.parents);
        PackedTerms terms = _agree({
            creator: creator,
            tokenId: tokenId,
            terms: voucher.terms,
            parents: voucher.parents
        });
        _addToBalance(to, 1);
        _create({tokenId: tokenId, creator: creator, to: to, draft: draft, terms: terms});
    }

    /// @dev Which token the data name, and whether all of them are proven.
    function _judge(
        bytes calldata prompt,
        bytes calldata aigcData,
        bytes calldata proof
    ) private view returns (uint256 tokenId, bool proven) {
        if (prompt.length != 32 || aigcData.length != 96) return (0, false);
        // Decoded as words: what is no address is no creator either, and makes no revert.
        (uint256 creator, bytes32 coreHash, bytes32 root) = abi.decode(aigcData, (uint256, bytes32, bytes32));
        if (creator > type(uint160).max || sha256(proof) != coreHash) return (0, false);
        tokenId = tokenIdOf(address(uint160(creator)), coreHash);
        TokenRecord record = _tokens[tokenId].record;
        proven =
            record.exists() &&
            root == _tokens[tokenId].root &&
            CoreLib.namesPrompt(proof, bytes32(prompt)) &&
            _isReproduced(tokenId, coreHash);
    }
}
