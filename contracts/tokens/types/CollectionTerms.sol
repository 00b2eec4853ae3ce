// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a creator lays down for all tokens of its own collection, for ever.
struct CollectionTerms {
    /// Name of the collection (ERC-721).
    string name;
    /// Short name of the collection (ERC-721).
    string symbol;
    /// Address of the JSON that describes the collection (ERC-7572).
    string contractURI;
    /// Who receives the royalty of every token.
    address royaltyReceiver;
    /// Royalty on each sale, basis points, at most 1,000.
    uint16 royaltyBps;
    /// Share that derivatives owe, basis points, at most 5,000.
    uint16 remixBps;
    /// Policy of every token, bits as in {Terms}.
    uint8 policy;
}
