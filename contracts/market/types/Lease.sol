// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Shares} from "./Shares.sol";

/// @notice What a rental comes to. Times are unix seconds.
struct Lease {
    /// EIP-712 hash of the offer.
    bytes32 offerHash;
    /// When what is paid for begins: now, or for a renewal at the end so far.
    uint64 start;
    /// First second in which the user is no longer the user.
    uint64 expires;
    /// The user is the user already, and only its end moves.
    bool renewal;
    /// Rentals holds the token until then, because the collection does not promise to keep a user.
    bool custody;
    /// It holds it already.
    bool held;
    /// Where the money goes.
    Shares shares;
}
