// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Registry of reproductions
/// @notice Knows which tokens' content was generated again, bit for bit, by independent parties.
interface IReproductions {
    /// @notice Whether enough registered parties have signed that they reproduced the record of the token.
    function isReproduced(address collection, uint256 tokenId, bytes32 coreHash) external view returns (bool);
}
