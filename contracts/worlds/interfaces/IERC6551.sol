// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Token-bound account (ERC-6551)
/// @dev Its ERC-165 id is 0x6faff5f1.
interface IERC6551Account {
    /// @notice Takes ether.
    receive() external payable;

    /// @notice The token that owns the account. It never changes.
    function token() external view returns (uint256 chainId, address tokenContract, uint256 tokenId);

    /// @notice A number that changes whenever the account changes in a way that somebody could count on.
    function state() external view returns (uint256);

    /// @notice 0x523e3260 if the signer may act for the account, otherwise zero.
    function isValidSigner(address signer, bytes calldata context) external view returns (bytes4 magicValue);
}

/// @title Execution by a token-bound account (ERC-6551)
/// @dev Its ERC-165 id is 0x51945447.
interface IERC6551Executable {
    /// @notice Makes the account do something, and hands its reason on where that fails.
    /// @param operation 0 is a call.
    function execute(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation
    ) external payable returns (bytes memory result);
}
