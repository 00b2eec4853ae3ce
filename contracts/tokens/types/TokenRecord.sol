// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PackedTerms} from "./PackedTerms.sol";

using TokenRecordLib for TokenRecord global;

/// @notice State of a token in one word, from the lowest bit: owner of an ERC-721 token (160), or most units (80) and minted units
/// (80) of an ERC-1155 token; policy (8), disclosure (8), whether an account is approved for the token (1), whether its voucher is
/// revoked (1).
/// @dev The disclosure of a minted token is never zero and survives its burning. Whatever a transfer has to know stands beside the
/// owner, which it reads in any case.
type TokenRecord is uint256;

/// @notice Behaviour of records.
library TokenRecordLib {
    uint8 internal constant DERIVATIVES = 1;
    uint8 internal constant DERIVATIVES_BY_APPROVAL = 2;
    uint8 internal constant REVISABLE = 4;
    uint8 internal constant SOULBOUND = 16;
    uint8 internal constant VALIDATED = 32;

    uint256 private constant POLICY_AT = 160;
    uint256 private constant DISCLOSURE_AT = 168;
    uint256 private constant APPROVED = 1 << 176;
    uint256 private constant REVOKED = 1 << 177;
    uint256 private constant OWNER = (1 << 160) - 1;
    uint256 private constant MINTED_AT = 80;
    uint256 private constant UNITS = (1 << 80) - 1;
    /// @dev Anything for which a transfer must do more than change the owner.
    uint256 private constant ENCUMBERED = APPROVED | ((uint256(SOULBOUND) | VALIDATED) << POLICY_AT);

    /// @notice Record of a token that is minted to `owner`.
    function ofToken(address account, PackedTerms terms) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(uint256(uint160(account)) | _declared(terms));
    }

    /// @notice Record of an edition of which nothing is minted yet.
    function ofEdition(uint256 most, PackedTerms terms) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(most | _declared(terms));
    }

    /// @notice Whether the token was ever minted.
    function exists(TokenRecord self) internal pure returns (bool) {
        return self.disclosure() != 0;
    }

    /// @notice Owner of the token; zero when it was burned or never minted.
    function owner(TokenRecord self) internal pure returns (address) {
        return address(uint160(TokenRecord.unwrap(self)));
    }

    /// @notice Most units that can ever be minted.
    function maxSupply(TokenRecord self) internal pure returns (uint256) {
        return TokenRecord.unwrap(self) & UNITS;
    }

    /// @notice Units minted so far, the burned ones among them.
    function minted(TokenRecord self) internal pure returns (uint256) {
        return (TokenRecord.unwrap(self) >> MINTED_AT) & UNITS;
    }

    /// @notice How it was made, by the creator's declaration.
    function disclosure(TokenRecord self) internal pure returns (uint8) {
        return uint8(TokenRecord.unwrap(self) >> DISCLOSURE_AT);
    }

    /// @notice The policy as it is now.
    function policy(TokenRecord self) internal pure returns (uint8) {
        return uint8(TokenRecord.unwrap(self) >> POLICY_AT);
    }

    /// @notice Whether the policy has the bit.
    function allows(TokenRecord self, uint8 bit) internal pure returns (bool) {
        return self.policy() & bit != 0;
    }

    /// @notice Whether an account is approved for the token.
    function approved(TokenRecord self) internal pure returns (bool) {
        return TokenRecord.unwrap(self) & APPROVED != 0;
    }

    /// @notice Whether the creator has revoked the voucher of the token.
    function revoked(TokenRecord self) internal pure returns (bool) {
        return TokenRecord.unwrap(self) & REVOKED != 0;
    }

    /// @notice Whether a transfer must do more than change the owner.
    function encumbered(TokenRecord self) internal pure returns (bool) {
        return TokenRecord.unwrap(self) & ENCUMBERED != 0;
    }

    /// @notice The record with another owner, and nobody approved.
    function withOwner(TokenRecord self, address to) internal pure returns (TokenRecord) {
        return TokenRecord.wrap((TokenRecord.unwrap(self) & ~(OWNER | APPROVED)) | uint160(to));
    }

    /// @notice The record with somebody approved, or nobody.
    function withApproval(TokenRecord self, bool given) internal pure returns (TokenRecord) {
        uint256 word = TokenRecord.unwrap(self) & ~APPROVED;
        return TokenRecord.wrap(given ? word | APPROVED : word);
    }

    /// @notice The record of a token whose content can never change again.
    function frozen(TokenRecord self) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(TokenRecord.unwrap(self) & ~(uint256(REVISABLE) << POLICY_AT));
    }

    /// @notice The record with its voucher revoked.
    function withoutVoucher(TokenRecord self) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(TokenRecord.unwrap(self) | REVOKED);
    }

    /// @notice The record with more units minted. The caller has checked that they are within the most.
    function withMinted(TokenRecord self, uint256 more) internal pure returns (TokenRecord) {
        return TokenRecord.wrap(TokenRecord.unwrap(self) + (more << MINTED_AT));
    }

    function _declared(PackedTerms terms) private pure returns (uint256) {
        return (uint256(terms.policy()) << POLICY_AT) | (uint256(terms.disclosure()) << DISCLOSURE_AT);
    }
}
