// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IReproductions} from "../../contracts/provenance/interfaces/IReproductions.sol";

/// @notice A registry that believes whoever writes into it.
contract PlainReproductions is IReproductions {
    mapping(bytes32 claim => bool reproduced) private _claims;

    function confirm(address collection, uint256 tokenId, bytes32 coreHash) external {
        _claims[keccak256(abi.encode(collection, tokenId, coreHash))] = true;
    }

    function isReproduced(address collection, uint256 tokenId, bytes32 coreHash) external view returns (bool) {
        return _claims[keccak256(abi.encode(collection, tokenId, coreHash))];
    }
}
