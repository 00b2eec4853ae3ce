// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Protected tenancy
/// @notice What a collection with ERC-4907 declares by ERC-165 when a user stays until its time ends: while a tenancy runs, nobody but
/// the user ends it, whoever owns the token or may move it; it can only be made longer, for the same user. ERC-4907 itself lets an owner
/// replace the user at any time, and its reference forgets the user in a transfer.
interface IProtectedTenancy {
    /// @notice The user now and the first second in which it is no longer the user (unix seconds); both zero where there is none.
    function tenancyOf(uint256 tokenId) external view returns (address user, uint64 expires);
}
