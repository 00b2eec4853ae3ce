// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {Order, OrderKind} from "../types/Order.sol";

/// @notice Moves the token of an order.
library TokenLib {
    /// @notice Moves the token from its owner to the buyer and asks the collection whether it did.
    /// @dev `transferFrom`, not `safeTransferFrom`: a buyer's callback could otherwise stop or re-enter a sale. A contract that buys
    /// chose to. The collection checks that `seller` owns the token; only when it refuses is the reason looked for.
    function deliver(Order memory order, address seller, address buyer) internal {
        IERC721 collection = IERC721(order.collection);
        if (order.collection.code.length == 0) revert IMarket.MarketCollectionUnknown(order.collection);
        (bool moved, bytes memory reason) = order.collection.call(
            abi.encodeCall(IERC721.transferFrom, (seller, buyer, order.tokenId))
        );
        if (!moved) _explain(order, seller, reason);
        if (collection.ownerOf(order.tokenId) != buyer)
            revert IMarket.MarketTokenNotDelivered(order.collection, order.tokenId);
    }

    /// @dev Reverts with the market's own name for the reason where there is one, else with the collection's.
    function _explain(Order memory order, address seller, bytes memory reason) private view {
        IERC721 collection = IERC721(order.collection);
        try collection.ownerOf(order.tokenId) returns (address owner) {
            if (owner != seller) {
                if (order.kind == OrderKind.Listing) revert IMarket.MarketMakerNotOwner(seller, owner);
                revert IMarket.MarketTakerNotOwner(seller, owner);
            }
            if (
                collection.getApproved(order.tokenId) != address(this) &&
                !collection.isApprovedForAll({owner: seller, operator: address(this)})
            ) revert IMarket.MarketNotApproved(seller, order.collection);
        } catch {
            // The collection does not know the token; its own words say so.
        }
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
