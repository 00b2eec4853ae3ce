// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Registry of token-bound accounts (ERC-6551)
/// @notice Makes the accounts and knows their addresses. The canonical one is 0x000000006551c19487814612e58FE06813775758 on every chain.
interface IAccountRegistry {
    /// @notice The account could not be made.
    error AccountCreationFailed();

    /// @notice An account was made.
    event ERC6551AccountCreated(
        address account,
        address indexed implementation,
        bytes32 salt,
        uint256 chainId,
        address indexed tokenContract,
        uint256 indexed tokenId
    );

    /// @notice Makes the account of a token unless it is there already, and says where it is.
    function createAccount(
        address implementation,
        bytes32 salt,
        uint256 chainId,
        address tokenContract,
        uint256 tokenId
    ) external returns (address account);

    /// @notice Address of the account of a token, made or not.
    function account(
        address implementation,
        bytes32 salt,
        uint256 chainId,
        address tokenContract,
        uint256 tokenId
    ) external view returns (address account);
}
