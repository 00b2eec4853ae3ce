// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A token that Rentals holds for a term.
struct Custody {
    /// Who gave the token and gets it back; zero where Rentals does not hold it.
    address owner;
    /// First second in which it can be given back, unix time.
    uint64 expires;
    /// Who may end the term early besides the user: who paid for the whole of it. The user, where several paid.
    address renter;
    /// Who may use the token.
    address user;
}
