// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Parent} from "./Parent.sol";
import {Terms} from "./Terms.sol";

/// @notice A token that its creator has signed and that is minted when somebody takes it. Its id is known before.
struct Voucher {
    /// SHA-256 of the record's canonical core.
    bytes32 coreHash;
    /// SHA-256 digest in the CIDv1 (dag-pb) of the content's directory.
    bytes32 root;
    /// Commitment to the prompt.
    bytes32 promptCommitment;
    /// SHA-256 of the code that generated the asset, or a digest that names the model.
    bytes32 engineHash;
    /// What the creator asks for and declares.
    Terms terms;
    /// Tokens that the asset derives from.
    Parent[] parents;
    /// Most units that can ever be minted of an ERC-1155 token; zero for an ERC-721 token.
    uint128 maxSupply;
}
