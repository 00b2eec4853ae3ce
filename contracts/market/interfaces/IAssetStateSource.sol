// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Source of a token's state
/// @notice Answers for something that can change about a token while an order for it is open.
interface IAssetStateSource {
    /// @notice What the source watches did not answer as it should: it has no state that an order could name.
    error MarketStateUnreadable(address collection, uint256 tokenId);

    /// @notice The present state. Any change of what the source watches changes the answer.
    function stateOf(address collection, uint256 tokenId) external view returns (bytes32);
}
