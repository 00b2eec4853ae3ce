// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IProvenanceRecords} from "../interfaces/IProvenanceRecords.sol";
import {Terms} from "./Terms.sol";

using PackedTermsLib for PackedTerms global;

/// @notice {Terms} in one word, from the lowest bit: royalty receiver (160), royalty in basis points (16), share of derivatives in basis
/// points (16), policy (8), disclosure (8); in storage also whether the creator is another than the receiver (1).
/// Its TypeScript twin is `protocol/src/tokens/terms.ts`.
type PackedTerms is uint256;

/// @notice Limits and behaviour of terms.
library PackedTermsLib {
    uint16 internal constant MAX_ROYALTY_BPS = 1_000;
    uint16 internal constant MAX_REMIX_BPS = 5_000;
    uint8 internal constant LAST_DISCLOSURE = 5;

    uint256 private constant ROYALTY_AT = 160;
    uint256 private constant REMIX_AT = 176;
    uint256 private constant POLICY_AT = 192;
    uint256 private constant DISCLOSURE_AT = 200;
    uint256 private constant APART = 1 << 208;
    uint256 private constant RECEIVER = (1 << 160) - 1;

    /// @notice Packs terms; reverts when they are out of bounds.
    /// @param policies Bits that a policy can have.
    function pack(Terms calldata terms, uint8 policies) internal pure returns (PackedTerms) {
        (address account, uint16 royalty) = (terms.royaltyReceiver, terms.royaltyBps);
        PackedTerms shared = packShared({
            account: account,
            royalty: royalty,
            remix: terms.remixBps,
            bits: terms.policy,
            policies: policies
        });
        return shared.withDisclosure(terms.disclosure);
    }

    /// @notice Packs what the tokens of a collection have in common: all but the disclosure.
    function packShared(
        address account,
        uint16 royalty,
        uint16 remix,
        uint8 bits,
        uint8 policies
    ) internal pure returns (PackedTerms) {
        if (bits & ~policies != 0) revert IProvenanceRecords.TokensPolicyUnknown(bits);
        if (royalty > MAX_ROYALTY_BPS) revert IProvenanceRecords.TokensRoyaltyTooHigh(royalty, MAX_ROYALTY_BPS);
        if (royalty > 0 && account == address(0)) revert IProvenanceRecords.TokensRoyaltyReceiverZero();
        if (remix > MAX_REMIX_BPS) revert IProvenanceRecords.TokensRemixTooHigh(remix, MAX_REMIX_BPS);
        uint256 word = uint256(uint160(account)) | (uint256(royalty) << ROYALTY_AT);
        return PackedTerms.wrap(word | (uint256(remix) << REMIX_AT) | (uint256(bits) << POLICY_AT));
    }

    /// @notice The terms that were packed.
    function unpack(PackedTerms self) internal pure returns (Terms memory) {
        return
            Terms({
                royaltyReceiver: self.receiver(),
                royaltyBps: self.royaltyBps(),
                remixBps: self.remixBps(),
                policy: self.policy(),
                disclosure: self.disclosure()
            });
    }

    /// @notice Who receives the royalty.
    function receiver(PackedTerms self) internal pure returns (address) {
        return address(uint160(PackedTerms.unwrap(self)));
    }

    /// @notice Royalty in basis points.
    function royaltyBps(PackedTerms self) internal pure returns (uint16) {
        return uint16(PackedTerms.unwrap(self) >> ROYALTY_AT);
    }

    /// @notice Royalty on a sale at the price.
    function royaltyOn(PackedTerms self, uint256 price) internal pure returns (uint256) {
        return (price * self.royaltyBps()) / 10_000;
    }

    /// @notice Share that derivatives owe, in basis points.
    function remixBps(PackedTerms self) internal pure returns (uint16) {
        return uint16(PackedTerms.unwrap(self) >> REMIX_AT);
    }

    /// @notice Policy at the mint.
    function policy(PackedTerms self) internal pure returns (uint8) {
        return uint8(PackedTerms.unwrap(self) >> POLICY_AT);
    }

    /// @notice How it was made, by the creator's declaration.
    function disclosure(PackedTerms self) internal pure returns (uint8) {
        return uint8(PackedTerms.unwrap(self) >> DISCLOSURE_AT);
    }

    /// @notice Whether the creator is another than the receiver and kept apart.
    function creatorApart(PackedTerms self) internal pure returns (bool) {
        return PackedTerms.unwrap(self) & APART != 0;
    }

    /// @notice The terms with a disclosure, which had none. Reverts when it is not one of the known numbers.
    function withDisclosure(PackedTerms self, uint8 code) internal pure returns (PackedTerms) {
        if (code == 0 || code > LAST_DISCLOSURE) revert IProvenanceRecords.TokensDisclosureUnknown(code);
        return PackedTerms.wrap(PackedTerms.unwrap(self) | (uint256(code) << DISCLOSURE_AT));
    }

    /// @notice The terms with another receiver.
    function withReceiver(PackedTerms self, address account) internal pure returns (PackedTerms) {
        return PackedTerms.wrap((PackedTerms.unwrap(self) & ~RECEIVER) | uint160(account));
    }

    /// @notice The terms with another policy.
    function withPolicy(PackedTerms self, uint8 bits) internal pure returns (PackedTerms) {
        uint256 word = PackedTerms.unwrap(self) & ~(uint256(type(uint8).max) << POLICY_AT);
        return PackedTerms.wrap(word | (uint256(bits) << POLICY_AT));
    }

    /// @notice The terms with the note that the creator is kept apart.
    function withCreatorApart(PackedTerms self) internal pure returns (PackedTerms) {
        return PackedTerms.wrap(PackedTerms.unwrap(self) | APART);
    }
}
