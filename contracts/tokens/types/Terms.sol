// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What the creator of a token asks for and declares.
struct Terms {
    /// Who receives the royalty. Where parents ask for a share, it is what this account shares with them.
    address royaltyReceiver;
    /// Royalty on each sale, basis points, at most 1,000.
    uint16 royaltyBps;
    /// Share that derivatives owe to this token's creator, basis points, at most 5,000.
    uint16 remixBps;
    /// Bits: 1 derivatives allowed, 2 derivatives need approval, 4 revisable, 8 generative training allowed; of an ERC-721 token also
    /// 16 soulbound; in a collection of one creator also 32 transfers may be validated.
    uint8 policy;
    /// IPTC digital source type, numbered as in `protocol/src/provenance/disclosure.ts`. Zero, undeclared, is refused.
    uint8 disclosure;
}
