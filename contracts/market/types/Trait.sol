// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

import {IMarket} from "../interfaces/IMarket.sol";

using TraitLib for Trait global;

/// @notice The tokens that a trait offer is for: a Merkle tree of their ids. A leaf is the hash of the hash of the id, a node the hash
/// of its children in ascending order.
struct Trait {
    /// Root of the tree.
    bytes32 root;
    /// Number of nodes between a leaf and the root: the length of every proof. At most 32.
    uint8 height;
}

/// @notice Behaviour of a trait.
library TraitLib {
    uint256 private constant MAX_HEIGHT = 32;

    /// @notice Reverts unless the proof leads from the token to the root.
    function requireMember(Trait calldata self, uint256 tokenId, bytes32[] calldata proof) internal pure {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(tokenId))));
        bool fits = proof.length == self.height && self.height <= MAX_HEIGHT;
        if (!fits || !MerkleProof.verifyCalldata(proof, self.root, leaf))
            revert IMarket.MarketProofInvalid(tokenId, self.root);
    }
}
