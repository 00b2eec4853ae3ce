// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The state of a token without which the maker's order is not to be filled: who rents it, what its account owns, its content.
struct AssetState {
    /// Contract that answers for the state, see {IAssetStateSource}.
    address source;
    /// What it must answer.
    bytes32 value;
}
