// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-5192
/// @notice Tokens that cannot be moved. https://eips.ethereum.org/EIPS/eip-5192
interface IERC5192 {
    /// @notice The token can no longer be moved. Emitted by a mint; a token without this event can be moved.
    event Locked(uint256 tokenId);
    /// @notice The token can be moved again. Never happens here.
    event Unlocked(uint256 tokenId);

    /// @notice Whether the token cannot be moved. Reverts for a token without owner.
    function locked(uint256 tokenId) external view returns (bool);
}
