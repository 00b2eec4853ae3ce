// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The tokens that a trait offer is for: a Merkle tree of their ids. A leaf is the hash of the hash of the id, a node the hash
/// of its children in ascending order.
struct Trait {
    /// Root of the tree.
    bytes32 root;
    /// Number of nodes between a leaf and the root: the length of every proof. At most 32.
    uint8 height;
}
