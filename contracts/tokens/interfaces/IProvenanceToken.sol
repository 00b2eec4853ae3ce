// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../types/Voucher.sol";
import {IProvenanceRecords} from "./IProvenanceRecords.sol";

/// @title Provenance token
/// @notice An ERC-721 token that stands for a record and its content.
/// @dev ERC-721, ERC-2981, ERC-4906, ERC-4907, ERC-5192, ERC-7007, ERC-7572 and the hook of ERC-721C come on top of this interface.
interface IProvenanceToken is IProvenanceRecords {
    /// @notice The token is bound to its owner: it can be burned, not moved or lent.
    error TokensSoulbound(uint256 tokenId);
    /// @notice The token has a user until `expires` (unix seconds), whom nobody but the user itself can remove.
    error TokensRented(uint256 tokenId, uint64 expires);
    /// @notice The data are not those of the token, or nobody has reproduced its record.
    error TokensAigcDataUnproven(uint256 tokenId);
    /// @notice Only the creator of a collection that was made for it may set a transfer validator.
    error TokensValidatorForbidden(address account);
    /// @notice There is no contract at the validator's address.
    error TokensValidatorUnknown(address validator);

    /// @notice Mints what `creator` has signed, an EIP-712 `VoucherMint` with a quantity of zero. Anyone may call; the creator stays
    /// the creator. No callback is made: a contract that takes the token must be able to hold it.
    /// @param to Recipient that was signed; zero where anyone may mint, then the caller gets the token.
    /// @param deadline First second in which the signature is no longer good, unix time.
    /// @param signature 65 bytes (r, s, v), 64 bytes (ERC-2098), what the creator's contract accepts by ERC-1271, or one for many.
    function mintVoucher(
        address creator,
        Voucher calldata voucher,
        address to,
        uint64 deadline,
        bytes calldata signature
    ) external returns (uint256 tokenId);

    /// @notice Destroys the token, unless it has a user. The owner or an operator of the owner. The record stays.
    function burn(uint256 tokenId) external;
}
