// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetCollection} from "../interfaces/IAssetCollection.sol";
import {Terms} from "./Terms.sol";

using TokenRecordLib for TokenRecord global;

/// @notice What a token keeps beside its root, in one word.
struct TokenRecord {
    /// Royalty receiver. It is the creator too, unless `creatorApart`.
    address account;
    uint16 royaltyBps;
    uint16 remixBps;
    /// Bits as in {Terms}; freezing clears `REVISABLE`.
    uint8 policy;
    /// Never zero, so a word of zero means: never minted.
    uint8 disclosure;
    /// The creator is not the receiver and has a word of its own.
    bool creatorApart;
}

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

    /// @notice The record of new terms; reverts when they are out of bounds.
    function fromTerms(Terms calldata terms, address creator) internal pure returns (TokenRecord memory) {
        if (terms.disclosure == 0 || terms.disclosure > LAST_DISCLOSURE)
            revert IAssetCollection.TokensDisclosureUnknown(terms.disclosure);
        if (terms.policy > ALL_POLICIES) revert IAssetCollection.TokensPolicyUnknown(terms.policy);
        if (terms.royaltyBps > MAX_ROYALTY_BPS)
            revert IAssetCollection.TokensRoyaltyTooHigh(terms.royaltyBps, MAX_ROYALTY_BPS);
        if (terms.royaltyBps > 0 && terms.royaltyReceiver == address(0))
            revert IAssetCollection.TokensRoyaltyReceiverZero();
        if (terms.remixBps > MAX_REMIX_BPS) revert IAssetCollection.TokensRemixTooHigh(terms.remixBps, MAX_REMIX_BPS);
        return
            TokenRecord({
                account: terms.royaltyReceiver,
                royaltyBps: terms.royaltyBps,
                remixBps: terms.remixBps,
                policy: terms.policy,
                disclosure: terms.disclosure,
                creatorApart: terms.royaltyReceiver != creator
            });
    }

    /// @notice The terms of a record.
    function toTerms(TokenRecord memory self) internal pure returns (Terms memory) {
        return
            Terms({
                royaltyReceiver: self.account,
                royaltyBps: self.royaltyBps,
                remixBps: self.remixBps,
                policy: self.policy,
                disclosure: self.disclosure
            });
    }

    /// @notice Whether the token was ever minted.
    function exists(TokenRecord memory self) internal pure returns (bool) {
        return self.disclosure != 0;
    }

    /// @notice Whether the policy has the bit.
    function allows(TokenRecord memory self, uint8 bit) internal pure returns (bool) {
        return self.policy & bit != 0;
    }
}
