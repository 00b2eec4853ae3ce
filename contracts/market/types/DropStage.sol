// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A time in which tickets of a drop are sold.
struct DropStage {
    /// Tickets are sold from then on, unix seconds.
    uint64 start;
    /// Tickets are sold before then, unix seconds.
    uint64 end;
    /// Price of a ticket, in the smallest unit of the drop's currency; zero gives tickets away.
    uint128 price;
    /// Most tickets that one account buys in the stage; zero for no limit.
    uint32 perWallet;
    /// Most tickets that the stage sells; zero for as many as are left.
    uint32 cap;
    /// Root of a Merkle tree of the accounts that may buy and how many each may; zero for everyone. A leaf is the hash of the hash of
    /// `abi.encode(account, allowance)`, and of two nodes the lower one comes first.
    bytes32 allowlistRoot;
}
