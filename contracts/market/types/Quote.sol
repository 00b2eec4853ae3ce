// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Royalty} from "./Royalty.sol";

/// @notice Who gives and gets what if an order is filled now. Amounts in the smallest unit of the currency;
/// price = proceeds + royalties + fee. A price that moves is another one in the next second.
struct Quote {
    /// Who gives the token and is paid for it.
    address seller;
    /// Who gets the token and pays.
    address buyer;
    /// ERC-20 that pays; zero for ether.
    address currency;
    /// What the buyer pays in all.
    uint256 price;
    /// What the seller receives. A seller who is a royalty receiver too gets that royalty besides.
    uint256 proceeds;
    /// What the protocol receives.
    uint256 fee;
    /// Where the fee goes, at once or, in ether, when it is withdrawn from the market.
    address feeReceiver;
    /// Who receives which royalty, each account once.
    Royalty[] royalties;
    /// Ether that the filler has to send, wei; what the price has fallen by until then is given back.
    uint256 value;
    /// What the market must be allowed to move.
    Approval[] approvals;
    /// Tokens that come with a user, whom the sale does not remove.
    Rental[] rentals;
}

/// @notice A permission that a fill needs, and whether it is there.
struct Approval {
    /// Who gives it.
    address account;
    /// Collection or ERC-20.
    address asset;
    /// Token of the collection; zero for an ERC-20.
    uint256 tokenId;
    /// Units of an ERC-1155 token, or the amount of an ERC-20; zero for an ERC-721 token.
    uint256 amount;
    /// Who gets it: the market. Its permission to move an ERC-20 may also be one of Permit2.
    address operator;
    /// Whether it is there now, be it that the collection gives it by itself.
    bool given;
}

/// @notice The user of a token besides its owner (ERC-4907).
struct Rental {
    address collection;
    uint256 tokenId;
    /// Who uses the token.
    address user;
    /// When that ends, unix seconds.
    uint256 expires;
}
