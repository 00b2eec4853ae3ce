// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {IAssetStateSource} from "../interfaces/IAssetStateSource.sol";
import {IERC6551Account, IERC6551Registry} from "../interfaces/IERC6551.sol";

/// @title Account of a token
/// @notice The state of the account that a token owns (ERC-6551): it changes whenever the account did something, so its owner cannot
/// take anything out unnoticed after an order was signed. What others send to it does not count, and neither does what those take out
/// whom the account itself allowed to before: look at its operators and allowances too.
/// @dev An account that does not exist yet did nothing, which is state 0; so is one that was just made.
contract AccountState is IAssetStateSource {
    /// @notice Where accounts are found: 0x000000006551c19487814612e58FE06813775758 on every chain that has the canonical one.
    address public immutable REGISTRY;
    /// @notice Code that the watched accounts run.
    address public immutable IMPLEMENTATION;
    /// @notice Tells the accounts of one token and one implementation apart.
    bytes32 public immutable SALT;
    /// @notice Chain of the tokens.
    uint256 public immutable CHAIN_ID;

    constructor(address registry, address implementation, bytes32 salt, uint256 chainId) {
        REGISTRY = registry;
        IMPLEMENTATION = implementation;
        SALT = salt;
        CHAIN_ID = chainId;
    }

    /// @inheritdoc IAssetStateSource
    function stateOf(address collection, uint256 tokenId) external view returns (bytes32) {
        address account = IERC6551Registry(REGISTRY).account({
            implementation: IMPLEMENTATION,
            salt: SALT,
            chainId: CHAIN_ID,
            tokenContract: collection,
            tokenId: tokenId
        });
        if (account.code.length == 0) return 0;
        (bool success, bytes32 state, ) = LowLevelCall.staticcallReturn64Bytes(
            account,
            abi.encodeCall(IERC6551Account.state, ())
        );
        if (!success || LowLevelCall.returnDataSize() != 0x20) revert MarketStateUnreadable(collection, tokenId);
        return state;
    }
}
