// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {IProvenanceRecords} from "../../tokens/interfaces/IProvenanceRecords.sol";
import {IAssetStateSource} from "../interfaces/IAssetStateSource.sol";

/// @title Content of a token
/// @notice The root of the content where the collection has one for the token, otherwise the address of the metadata.
/// @dev What an address leads to can change without the address, except for addresses of content (ipfs://).
contract ContentState is IAssetStateSource {
    /// @dev Longest answer that is read. It holds a picture that is drawn on chain, and its hash costs less than 30,000 gas.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant MAX_LENGTH = 32_768;
    /// @dev Shortest text that the ABI can carry: its offset and its length.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant MIN_LENGTH = 0x40;

    /// @inheritdoc IAssetStateSource
    function stateOf(address collection, uint256 tokenId) external view returns (bytes32) {
        (bool success, bytes32 root, ) = LowLevelCall.staticcallReturn64Bytes(
            collection,
            abi.encodeCall(IProvenanceRecords.rootOf, (tokenId))
        );
        // Roots are never zero. Each kind of content is named in its hash, so that one never passes for the other.
        if (success && LowLevelCall.returnDataSize() == 0x20 && root != 0)
            return keccak256(abi.encode(IProvenanceRecords.rootOf.selector, root));
        success = LowLevelCall.staticcallNoReturn(collection, abi.encodeCall(IERC721Metadata.tokenURI, (tokenId)));
        uint256 length = LowLevelCall.returnDataSize();
        if (!success || length < MIN_LENGTH || length > MAX_LENGTH) revert MarketStateUnreadable(collection, tokenId);
        return keccak256(abi.encode(IERC721Metadata.tokenURI.selector, LowLevelCall.returnData()));
    }
}
