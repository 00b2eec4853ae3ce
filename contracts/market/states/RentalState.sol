// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {IAssetStateSource} from "../interfaces/IAssetStateSource.sol";
import {IERC4907} from "../interfaces/IERC4907.sol";

/// @title Rental of a token
/// @notice Who may use the token and until when (ERC-4907). Zero while nobody may: a rental that has ended is no lien.
contract RentalState is IAssetStateSource {
    /// @inheritdoc IAssetStateSource
    function stateOf(address collection, uint256 tokenId) external view returns (bytes32) {
        uint256 user = _ask(collection, tokenId, IERC4907.userOf.selector);
        uint256 expires = _ask(collection, tokenId, IERC4907.userExpires.selector);
        if (user > type(uint160).max) revert MarketStateUnreadable(collection, tokenId);
        // A collection need not stop naming a user at the end, so the time is looked at as well.
        if (user == 0 || expires < block.timestamp) return 0;
        return keccak256(abi.encode(user, expires));
    }

    /// @dev One word about the token, and no more than two are copied.
    function _ask(address collection, uint256 tokenId, bytes4 question) private view returns (uint256) {
        (bool success, bytes32 answer, ) = LowLevelCall.staticcallReturn64Bytes(
            collection,
            abi.encodeWithSelector(question, tokenId)
        );
        if (!success || LowLevelCall.returnDataSize() != 0x20) revert MarketStateUnreadable(collection, tokenId);
        return uint256(answer);
    }
}
