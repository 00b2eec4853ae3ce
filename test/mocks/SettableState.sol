// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetStateSource} from "../../contracts/market/interfaces/IAssetStateSource.sol";

/// @notice A source of state that answers what it is told to.
contract SettableState is IAssetStateSource {
    mapping(address collection => mapping(uint256 tokenId => bytes32 state)) public stateOf;

    function set(address collection, uint256 tokenId, bytes32 state) external {
        stateOf[collection][tokenId] = state;
    }
}
