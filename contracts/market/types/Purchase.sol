// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Order} from "./Order.sol";

/// @notice One listing of a sweep.
struct Purchase {
    Order order;
    /// Units of an ERC-1155 token; zero for an ERC-721 token.
    uint128 quantity;
    /// As for {IMarket-fillOrder}.
    bytes signature;
}
