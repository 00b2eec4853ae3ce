// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-4907
/// @notice A user of a token, apart from its owner, until a time. https://eips.ethereum.org/EIPS/eip-4907
interface IERC4907 {
    /// @notice The token has another user, or none where it is zero, until `expires` (unix seconds).
    event UpdateUser(uint256 indexed tokenId, address indexed user, uint64 expires);

    /// @notice Gives the token a user until `expires`, first second in which it is no longer the user, unix time. The owner or whom it
    /// approved, and only while there is no user, or to give the same user more time; a user may end its own time by naming nobody.
    function setUser(uint256 tokenId, address user, uint64 expires) external;

    /// @notice The user now; zero when there is none. A transfer does not change it.
    function userOf(uint256 tokenId) external view returns (address);

    /// @notice End of the last user's time, unix seconds.
    function userExpires(uint256 tokenId) external view returns (uint256);
}
