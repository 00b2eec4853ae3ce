// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Registry of token-bound accounts, the view of ERC-6551
interface IERC6551Registry {
    /// @notice Address of the account of a token, deployed or not.
    function account(
        address implementation,
        bytes32 salt,
        uint256 chainId,
        address tokenContract,
        uint256 tokenId
    ) external view returns (address);
}

/// @title Token-bound account, the view of ERC-6551 that tells states apart
interface IERC6551Account {
    /// @notice A number that changes whenever the account did something.
    function state() external view returns (uint256);
}
