// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetCollection} from "../interfaces/IAssetCollection.sol";
import {Terms} from "./Terms.sol";

using TokenRecordLib for TokenRecord global;

/// @notice What a token keeps beside its root, in one word, from the lowest bit: royalty receiver (160), royalty in basis points
/// (16), share of derivatives in basis points (16), policy (8), disclosure (8), whether the creator is another than the receiver (1).
/// The disclosure is never zero, so a word of zero means: never minted.
type TokenRecord is uint256;

/// @notice Limits and behaviour of terms and records.
library TokenRecordLib {
    uint16 internal constant MAX_ROYALTY_BPS = 1_000;
    uint16 internal constant MAX_REMIX_BPS = 5_000;
    uint256 internal constant MAX_PARENTS = 8;
    uint8 internal constant LAST_DISCLOSURE = 5;
    uint8 internal constant DERIVATIVES = 1;
    uint8 internal constant DERIVATIVES_BY_APPROVAL = 2;
    uint8 internal constant REVISABLE = 4;
    uint8 internal constant ALL_POLICIES = 15;

    uint256 private constant ROYALTY_AT = 160;
    uint256 private constant REMIX_AT = 176;
    uint256 private constant POLICY_AT = 192;
    uint256 private constant DISCLOSURE_AT = 200;
    uint256 private constant APART_AT = 208;

    /// @notice The record of new terms; reverts when they are out of bounds.
    function fromTerms(Terms calldata terms, address creator) internal pure returns (TokenRecord) {
        (uint8 disclosure, uint8 policy, uint16 remix) = (terms.disclosure, terms.policy, terms.remixBps);
        (uint16 royalty, address account) = (terms.royaltyBps, terms.royaltyReceiver);
        if (disclosure == 0 || disclosure > LAST_DISCLOSURE)
            revert IAssetCollection.TokensDisclosureUnknown(disclosure);
        if (policy > ALL_POLICIES) revert IAssetCollection.TokensPolicyUnknown(policy);
        if (royalty > MAX_ROYALTY_BPS) revert IAssetCollection.TokensRoyaltyTooHigh(royalty, MAX_ROYALTY_BPS);
        if (royalty > 0 && account == address(0)) revert IAssetCollection.TokensRoyaltyReceiverZero();
        if (remix > MAX_REMIX_BPS) revert IAssetCollection.TokensRemixTooHigh(remix, MAX_REMIX_BPS);
        uint256 word = uint256(uint160(account)) | (uint256(royalty) << ROYALTY_AT);
        word |= (uint256(remix) << REMIX_AT) | (uint256(policy) << POLICY_AT);
        word |= uint256(disclosure) << DISCLOSURE_AT;
        if (account != creator) word |= 1 << APART_AT;
        return TokenRecord.wrap(word);
    }

    /// @notice The terms of a record.
    function toTerms(TokenRecord self) internal pure returns (Terms memory) {
        uint256 word = TokenRecord.unwrap(self);
        return
            Terms({
                royaltyReceiver: self.receiver(),
                royaltyBps: self.royaltyBps(),
                remixBps: uint16(word >> REMIX_AT),
                policy: uint8(word >> POLICY_AT),
                disclosure: uint8(word >> DISCLOSURE_AT)
            });
    }

    /// @notice Who receives the royalty.
    function receiver(TokenRecord self) internal pure returns (address) {
        return address(uint160(TokenRecord.unwrap(self)));
    }

    /// @notice Royalty in basis points.
    function royaltyBps(TokenRecord self) internal pure returns (uint16) {
        return uint16(TokenRecord.unwrap(self) >> ROYALTY_AT);
    }

    /// @notice Whether the creator is another than the receiver and kept apart.
    function creatorApart(TokenRecord self) internal pure returns (bool) {
        return TokenRecord.unwrap(self) >> APART_AT != 0;
    }

    /// @notice Whether the token was ever minted.
    function exists(TokenRecord self) internal pure returns (bool) {
        return TokenRecord.unwrap(self) != 0;
    }

    /// @notice Whether the policy has the bit.
    function allows(TokenRecord self, uint8 bit) internal pure returns (bool) {
        return (TokenRecord.unwrap(self) >> POLICY_AT) & bit != 0;
    }

    /// @notice The record without the bit of the policy.
    function without(TokenRecord self, uint8 bit) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(TokenRecord.unwrap(self) & ~(uint256(bit) << POLICY_AT));
    }
}
