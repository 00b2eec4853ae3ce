// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/interfaces/IERC1155.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IERC5192} from "../../tokens/interfaces/IERC5192.sol";
import {IProvenanceToken} from "../../tokens/interfaces/IProvenanceToken.sol";

import {IERC4907} from "../interfaces/IERC4907.sol";
import {IMarket} from "../interfaces/IMarket.sol";
import {Item} from "../types/Item.sol";
import {Rental} from "../types/Quote.sol";
import {AskLib} from "./AskLib.sol";

/// @notice Whether {TokenLib} could move a token, found without moving it: its reasons, by what the collection answers now.
library DeliveryLib {
    /// @notice Reverts as a transfer of every item in turn would.
    function requireDeliverable(address market, Item[] memory items, address seller, address buyer) internal view {
        for (uint256 i = 0; i < items.length; ++i) {
            address collection = items[i].collection;
            if (collection.code.length == 0) revert IMarket.MarketCollectionUnknown(collection);
            if (items[i].quantity == 0)
                _requireToken({market: market, items: items, at: i, seller: seller, buyer: buyer});
            else _requireUnits({market: market, items: items, at: i, seller: seller, buyer: buyer});
        }
    }

    /// @notice Whether the market may move the item.
    function isApproved(address market, Item memory item, address seller) internal view returns (bool) {
        if (item.quantity == 0) {
            bytes memory question = abi.encodeCall(IERC721.getApproved, (item.tokenId));
            (bool answered, uint256 account) = AskLib.ask(item.collection, question);
            if (answered && account == uint160(market)) return true;
        }
        // The function of the two standards is the same.
        (, uint256 approved) = AskLib.ask(item.collection, abi.encodeCall(IERC721.isApprovedForAll, (seller, market)));
        return approved == 1;
    }

    /// @notice Who uses the tokens besides their owners (ERC-4907): those that are used now.
    function rentalsOf(Item[] memory items) internal view returns (Rental[] memory rentals) {
        rentals = new Rental[](items.length);
        uint256 count;
        for (uint256 i = 0; i < items.length; ++i) {
            (address collection, uint256 tokenId) = (items[i].collection, items[i].tokenId);
            (, uint256 user) = AskLib.ask(collection, abi.encodeCall(IERC4907.userOf, (tokenId)));
            (, uint256 expires) = AskLib.ask(collection, abi.encodeCall(IERC4907.userExpires, (tokenId)));
            // A collection need not stop naming a user at the end, so the time is looked at as well.
            if (user == 0 || user > type(uint160).max || expires < block.timestamp) continue;
            rentals[count] = Rental({
                collection: collection,
                tokenId: tokenId,
                user: address(uint160(user)),
                expires: expires
            });
            ++count;
        }
        assembly ("memory-safe") {
            mstore(rentals, count)
        }
    }

    function _requireToken(
        address market,
        Item[] memory items,
        uint256 at,
        address seller,
        address buyer
    ) private view {
        Item memory item = items[at];
        uint256 owner = AskLib.askOr({
            target: item.collection,
            question: abi.encodeCall(IERC721.ownerOf, (item.tokenId)),
            otherwise: abi.encodeWithSelector(IMarket.MarketTokenNotDelivered.selector, item.collection, item.tokenId)
        });
        // What an item of the bundle has moved already is the buyer's.
        if (_quantityBefore(items, at) != 0 && owner == uint160(seller)) owner = uint160(buyer);
        if (owner != uint160(seller)) revert IMarket.MarketSellerNotOwner(seller, address(uint160(owner)));
        if (!isApproved(market, item, seller)) revert IMarket.MarketNotApproved(seller, item.collection);
        (, uint256 locked) = AskLib.ask(item.collection, abi.encodeCall(IERC5192.locked, (item.tokenId)));
        if (locked == 1) revert IProvenanceToken.TokensSoulbound(item.tokenId);
    }

    function _requireUnits(
        address market,
        Item[] memory items,
        uint256 at,
        address seller,
        address buyer
    ) private view {
        Item memory item = items[at];
        bytes memory otherwise = abi.encodeWithSelector(
            IMarket.MarketTokenNotDelivered.selector,
            item.collection,
            item.tokenId
        );
        AskLib.askOr(item.collection, abi.encodeCall(IERC1155.balanceOf, (buyer, item.tokenId)), otherwise);
        uint256 balance = AskLib.askOr(
            item.collection,
            abi.encodeCall(IERC1155.balanceOf, (seller, item.tokenId)),
            otherwise
        );
        uint256 moved = _quantityBefore(items, at);
        balance = balance > moved ? balance - moved : 0;
        if (balance < item.quantity) revert IMarket.MarketUnitsTooFew(seller, balance, item.quantity);
        if (!isApproved(market, item, seller)) revert IMarket.MarketNotApproved(seller, item.collection);
    }

    /// @dev How much of the same token stands in a bundle before an item; an ERC-721 token counts as one.
    function _quantityBefore(Item[] memory items, uint256 at) private pure returns (uint256 quantity) {
        for (uint256 i = 0; i < at; ++i) {
            if (items[i].collection != items[at].collection || items[i].tokenId != items[at].tokenId) continue;
            quantity += items[i].quantity == 0 ? 1 : items[i].quantity;
        }
    }
}
