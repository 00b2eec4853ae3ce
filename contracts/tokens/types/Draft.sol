// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a token is about to stand for.
struct Draft {
    /// SHA-256 of the record's canonical core.
    bytes32 coreHash;
    /// SHA-256 digest in the CIDv1 (dag-pb) of the content's directory.
    bytes32 root;
    /// Commitment to the prompt.
    bytes32 promptCommitment;
    /// SHA-256 of the code that generated the asset, or a digest that names the model.
    bytes32 engineHash;
}
