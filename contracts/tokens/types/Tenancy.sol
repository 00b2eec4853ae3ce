// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

using TenancyLib for Tenancy global;

/// @notice The user of a token (ERC-4907) in one word, from the lowest bit: account (160), first second in which it is no longer the
/// user, unix time (64).
type Tenancy is uint256;

/// @notice Behaviour of tenancies.
library TenancyLib {
    uint256 private constant EXPIRES_AT = 160;

    /// @notice The tenancy of an account until a time.
    function until(address account, uint64 expiry) internal pure returns (Tenancy) {
        return Tenancy.wrap(uint256(uint160(account)) | (uint256(expiry) << EXPIRES_AT));
    }

    /// @notice The account that is or was the user.
    function user(Tenancy self) internal pure returns (address) {
        return address(uint160(Tenancy.unwrap(self)));
    }

    /// @notice First second in which it is no longer the user, unix time.
    function expires(Tenancy self) internal pure returns (uint64) {
        return uint64(Tenancy.unwrap(self) >> EXPIRES_AT);
    }

    /// @notice Whether there is a user now.
    function isActive(Tenancy self) internal view returns (bool) {
        return self.user() != address(0) && block.timestamp < self.expires();
    }

    /// @notice Whether a new tenancy would only give the same user more time.
    function isProlonged(Tenancy self, address account, uint64 expiry) internal pure returns (bool) {
        return account == self.user() && expiry > self.expires();
    }
}
