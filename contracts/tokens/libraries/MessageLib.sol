// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payee} from "../../royalties/types/Payee.sol";
import {Parent} from "../types/Parent.sol";
import {Terms} from "../types/Terms.sol";
import {Voucher} from "../types/Voucher.sol";

/// @notice The messages that a creator signs for a collection (EIP-712). Their TypeScript twin is `protocol/src/tokens/messages.ts`.
library MessageLib {
    string private constant PAYEE = "Payee(address account,uint16 bps)";
    string private constant PARENT = "Parent(uint256 tokenId,Payee[] payees)";
    string private constant TERMS =
        "Terms(address royaltyReceiver,uint16 royaltyBps,uint16 remixBps,uint8 policy,uint8 disclosure)";
    string private constant VOUCHER =
        "Voucher(bytes32 coreHash,bytes32 root,bytes32 promptCommitment,bytes32 engineHash,Terms terms,Parent[] parents,uint128 maxSupply)";
    string private constant VOUCHER_MINT =
        "VoucherMint(Voucher voucher,address recipient,uint128 quantity,uint64 deadline)";
    string private constant DERIVATIVE_APPROVAL = "DerivativeApproval(uint256 parent,uint256 tokenId,uint64 deadline)";

    bytes32 private constant PAYEE_TYPEHASH = keccak256(bytes(PAYEE));
    bytes32 private constant TERMS_TYPEHASH = keccak256(bytes(TERMS));
    bytes32 private constant PARENT_TYPEHASH = keccak256(abi.encodePacked(PARENT, PAYEE));
    bytes32 private constant VOUCHER_TYPEHASH = keccak256(abi.encodePacked(VOUCHER, PARENT, PAYEE, TERMS));
    bytes32 private constant VOUCHER_MINT_TYPEHASH = keccak256(
        abi.encodePacked(VOUCHER_MINT, PARENT, PAYEE, TERMS, VOUCHER)
    );
    uint256 private constant TERMS_LENGTH = 0xa0;
    uint256 private constant PAYEE_LENGTH = 0x40;
    bytes32 private constant DERIVATIVE_APPROVAL_TYPEHASH = keccak256(bytes(DERIVATIVE_APPROVAL));

    /// @notice Name and definitions for a bulk signature of mints.
    function voucherMintTypes() internal pure returns (string memory name, string memory types) {
        return ("VoucherMint", string(abi.encodePacked(PARENT, PAYEE, TERMS, VOUCHER, VOUCHER_MINT)));
    }

    /// @notice Name and definitions for a bulk signature of approvals.
    function derivativeApprovalTypes() internal pure returns (string memory name, string memory types) {
        return ("DerivativeApproval", DERIVATIVE_APPROVAL);
    }

    /// @notice Struct hash of a voucher.
    /// @dev Words are hashed as they stand in calldata: one with dirty bits makes a hash that nobody signs.
    function hashVoucher(Voucher calldata voucher) internal pure returns (bytes32 hash) {
        bytes32 typehash = VOUCHER_TYPEHASH;
        bytes32 terms = _hashWords(TERMS_TYPEHASH, _offsetOf(voucher.terms), TERMS_LENGTH);
        bytes32 parents = _hashParents(voucher.parents);
        uint256 most = voucher.maxSupply;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typehash)
            calldatacopy(add(free, 0x20), voucher, 0x80)
            mstore(add(free, 0xa0), terms)
            mstore(add(free, 0xc0), parents)
            mstore(add(free, 0xe0), most)
            hash := keccak256(free, 0x100)
        }
    }

    /// @notice Struct hash of the permission to mint a voucher.
    /// @param recipient Only account that the tokens may go to; zero for anyone.
    /// @param quantity Units of an ERC-1155 token; zero for an ERC-721 token.
    /// @param deadline First second in which it is no longer good, unix time.
    function hashVoucherMint(
        Voucher calldata voucher,
        address recipient,
        uint128 quantity,
        uint64 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(VOUCHER_MINT_TYPEHASH, hashVoucher(voucher), recipient, quantity, deadline));
    }

    /// @notice Struct hash of the approval of a derivative.
    function hashDerivativeApproval(uint256 parent, uint256 tokenId, uint64 deadline) internal pure returns (bytes32) {
        return keccak256(abi.encode(DERIVATIVE_APPROVAL_TYPEHASH, parent, tokenId, deadline));
    }

    function _hashParents(Parent[] calldata parents) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](parents.length);
        for (uint256 i = 0; i < parents.length; ++i)
            hashes[i] = keccak256(abi.encode(PARENT_TYPEHASH, parents[i].tokenId, _hashPayees(parents[i].payees)));
        return _hashList(hashes);
    }

    function _hashPayees(Payee[] calldata payees) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](payees.length);
        for (uint256 i = 0; i < payees.length; ++i) {
            uint256 at;
            Payee calldata payee = payees[i];
            assembly ("memory-safe") {
                at := payee
            }
            hashes[i] = _hashWords(PAYEE_TYPEHASH, at, PAYEE_LENGTH);
        }
        return _hashList(hashes);
    }

    function _hashList(bytes32[] memory hashes) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(add(hashes, 0x20), shl(5, mload(hashes)))
        }
    }

    function _hashWords(bytes32 typehash, uint256 offset, uint256 length) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typehash)
            calldatacopy(add(free, 0x20), offset, length)
            hash := keccak256(free, add(length, 0x20))
        }
    }

    function _offsetOf(Terms calldata terms) private pure returns (uint256 offset) {
        assembly ("memory-safe") {
            offset := terms
        }
    }
}
