// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../types/Voucher.sol";

/// @title Minter of vouchers
/// @notice A collection whose tokens the market may mint when they are bought for the first time.
interface IVoucherMinter {
    /// @notice Mints what `creator` has signed to its first owner, or more units of it. Only the market, which has checked the
    /// signature of an order that contains the voucher. The ERC-721 token, or `quantity` units of the ERC-1155 token.
    /// @dev Calls no code of `to` for an ERC-721 token.
    function mintFromMarket(
        address creator,
        Voucher calldata voucher,
        address to,
        uint128 quantity
    ) external returns (uint256 tokenId);

    /// @notice EIP-712 struct hash of the voucher: what its creator signs a part of.
    function hashVoucher(Voucher calldata voucher) external pure returns (bytes32);
}
