// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Rental of a token, the views of ERC-4907
interface IERC4907 {
    /// @notice Who may use the token now; zero when nobody rents it or the rental has ended.
    function userOf(uint256 tokenId) external view returns (address);

    /// @notice When the rental ends or ended, unix seconds.
    function userExpires(uint256 tokenId) external view returns (uint256);
}
