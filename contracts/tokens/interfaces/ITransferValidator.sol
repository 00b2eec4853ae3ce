// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Transfer validator
/// @notice Judges transfers of a collection (ERC-721C).
interface ITransferValidator {
    /// @notice Reverts when `caller` may not move the token of `from` to `to`.
    function validateTransfer(address caller, address from, address to, uint256 tokenId) external view;
}
