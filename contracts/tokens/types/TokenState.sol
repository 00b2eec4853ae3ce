// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PackedTerms} from "./PackedTerms.sol";
import {TokenRecord} from "./TokenRecord.sol";

/// @notice All that a collection keeps of a token. A collection of one creator uses the first two words only.
struct TokenState {
    /// Owner or supply, policy and disclosure.
    TokenRecord record;
    /// SHA-256 digest in the CID of the content's directory.
    bytes32 root;
    /// What was agreed at the mint; the policy in the record is the one that holds.
    PackedTerms terms;
    /// Creator, where it is another than the royalty receiver.
    address creatorApart;
}
