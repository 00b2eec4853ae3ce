// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What sort of thing generates.
enum GeneratorKind {
    /// Code without weights.
    Engine,
    /// Weights, with the code that runs them.
    Model
}

/// @notice What a publisher has said of an engine or a model.
struct Generator {
    /// Engine or model.
    GeneratorKind kind;
    /// Unix second in which it was published; zero where it never was.
    uint64 publishedAt;
    /// SHA-256 digest in the CIDv1 (dag-pb) of the directory with everything that is needed to run it.
    bytes32 bundle;
    /// SPDX id, or another id of the terms.
    string licence;
}
