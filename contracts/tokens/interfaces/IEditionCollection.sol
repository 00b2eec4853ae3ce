// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../types/Voucher.sol";
import {IProvenanceRecords} from "./IProvenanceRecords.sol";

/// @title Edition collection
/// @notice ERC-1155 tokens of generated assets: of each there are as many as its creator has laid down at the first mint, or fewer.
interface IEditionCollection is IProvenanceRecords {
    /// @notice Only `left` more units can be minted.
    error TokensSupplyExceeded(uint256 tokenId, uint256 left, uint128 quantity);
    /// @notice The voucher names another content or another supply than the token has.
    error TokensVoucherDiffers(uint256 tokenId);
    /// @notice The account has had its units by this signature.
    error TokensVoucherUsed(uint256 tokenId, address account);

    /// @notice The first mint of a token has fixed how many units there can ever be.
    event SupplyFixed(uint256 indexed tokenId, uint128 maxSupply);

    /// @notice Mints units to the caller, who is the creator. The first mint fixes terms and supply; later ones name the same.
    function mint(Voucher calldata voucher, uint128 quantity) external returns (uint256 tokenId);

    /// @notice Mints what `creator` has signed, an EIP-712 `VoucherMint`: once for the recipient, or, where anyone may mint, once for
    /// each caller, until the supply is used up.
    /// @param to Recipient that was signed; zero where anyone may mint, then the caller gets the units.
    /// @param quantity Units at once, as signed.
    /// @param deadline First second in which the signature is no longer good, unix time.
    /// @param signature 65 bytes (r, s, v), 64 bytes (ERC-2098), what the creator's contract accepts by ERC-1271, or one for many.
    function mintVoucher(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity,
        uint64 deadline,
        bytes calldata signature
    ) external returns (uint256 tokenId);

    /// @notice Destroys units of `from`, who is the caller or has made it an operator. They cannot be minted again.
    function burn(address from, uint256 tokenId, uint256 quantity) external;

    /// @notice Units minted so far, the burned ones among them, and the most there can ever be.
    function supplyOf(uint256 tokenId) external view returns (uint256 minted, uint256 most);
}
