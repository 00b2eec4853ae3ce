// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IAssetStateSource} from "../../contracts/market/interfaces/IAssetStateSource.sol";
import {Payee} from "../../contracts/royalties/types/Payee.sol";
import {IVoucherMinter} from "../../contracts/tokens/interfaces/IVoucherMinter.sol";
import {Parent} from "../../contracts/tokens/types/Parent.sol";
import {Voucher} from "../../contracts/tokens/types/Voucher.sol";

/// @notice A collection that mints what its creators signed, and answers for a state that it is told.
contract VoucherCollection is ERC721("Vouchers", "VCH"), IVoucherMinter, IAssetStateSource {
    bytes32 private constant PAYEE = keccak256("Payee(address account,uint16 bps)");
    bytes32 private constant PARENT = keccak256(
        "Parent(uint256 tokenId,Payee[] payees)Payee(address account,uint16 bps)"
    );
    bytes32 private constant TERMS = keccak256(
        "Terms(address royaltyReceiver,uint16 royaltyBps,uint16 remixBps,uint8 policy,uint8 disclosure)"
    );
    bytes32 private constant VOUCHER = keccak256(
        "Voucher(bytes32 coreHash,bytes32 root,bytes32 promptCommitment,bytes32 engineHash,Terms terms,Parent[] parents,uint128 maxSupply)Parent(uint256 tokenId,Payee[] payees)Payee(address account,uint16 bps)Terms(address royaltyReceiver,uint16 royaltyBps,uint16 remixBps,uint8 policy,uint8 disclosure)"
    );

    address private immutable MARKET;
    /// @inheritdoc IAssetStateSource
    mapping(address collection => mapping(uint256 tokenId => bytes32 state)) public stateOf;

    constructor(address market) {
        MARKET = market;
    }

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setState(address collection, uint256 tokenId, bytes32 state) external {
        stateOf[collection][tokenId] = state;
    }

    /// @inheritdoc IVoucherMinter
    function mintFromMarket(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity
    ) external returns (uint256 tokenId) {
        require(msg.sender == MARKET && quantity == 0, "not to be minted");
        tokenId = uint256(keccak256(abi.encode(creator, voucher.coreHash)));
        _mint(to, tokenId);
    }

    /// @inheritdoc IVoucherMinter
    function hashVoucher(Voucher calldata voucher) external pure returns (bytes32) {
        bytes32[] memory parents = new bytes32[](voucher.parents.length);
        for (uint256 i = 0; i < parents.length; ++i) parents[i] = _hashParent(voucher.parents[i]);
        bytes32 terms = keccak256(abi.encode(TERMS, voucher.terms));
        bytes memory head = abi.encode(VOUCHER, voucher.coreHash, voucher.root, voucher.promptCommitment);
        bytes32 all = keccak256(abi.encodePacked(parents));
        return keccak256(bytes.concat(head, abi.encode(voucher.engineHash, terms, all, voucher.maxSupply)));
    }

    function _hashParent(Parent calldata parent) private pure returns (bytes32) {
        Payee[] calldata payees = parent.payees;
        bytes32[] memory hashes = new bytes32[](payees.length);
        for (uint256 i = 0; i < payees.length; ++i) hashes[i] = keccak256(abi.encode(PAYEE, payees[i]));
        return keccak256(abi.encode(PARENT, parent.tokenId, keccak256(abi.encodePacked(hashes))));
    }
}
