// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../../tokens/types/Voucher.sol";

/// @notice What has become of a drop. One word, and another for its entropy.
struct Drop {
    /// Whether there is such a drop.
    bool exists;
    /// Whether its creator sells no more.
    bool ended;
    /// Whether it is known which ticket gets which item.
    bool revealed;
    /// Protocol fee of every ticket, basis points, whatever the market takes later.
    uint16 feeBps;
    /// Tickets sold; the next one has this number.
    uint32 sold;
    /// Tickets neither delivered nor refunded.
    uint32 open;
    /// Ticket n gets item (n + offset) modulo the number of items.
    uint32 offset;
    /// Block whose hash decides the offset, along with the creator's secret; zero before the sale was closed.
    uint64 entropyBlock;
    /// Hash of that block; zero before it was drawn.
    bytes32 entropy;
}

/// @notice Tickets that were bought together, by the number of the first one.
struct TicketSale {
    /// Whose they are.
    address buyer;
    /// How many there are, at most 64.
    uint8 quantity;
    /// Stage in which they were bought.
    uint8 stage;
    /// Bit i is set when the i-th of them was delivered or refunded.
    uint64 done;
}

/// @notice One ticket, and what has to be known to mint its item.
struct Delivery {
    /// Number of the first ticket that was bought together with it.
    uint32 first;
    /// Number of the ticket.
    uint32 ticket;
    /// When the creator's signature ends, unix seconds.
    uint64 deadline;
    /// The creator's signature over a `VoucherMint` whose recipient is this contract.
    bytes signature;
    /// What the item is.
    Voucher voucher;
    /// That the voucher stands at the ticket's place among the items.
    bytes32[] proof;
}
