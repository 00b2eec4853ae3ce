// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../tokens/types/Voucher.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {IOrderValidator} from "./interfaces/IOrderValidator.sol";
import {DeliveryLib} from "./libraries/DeliveryLib.sol";
import {MintLib} from "./libraries/MintLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {Item} from "./types/Item.sol";
import {LoadedOrder, Order} from "./types/Order.sol";
import {PayList, PayListLib} from "./types/PayList.sol";
import {Purse, PurseLib} from "./types/Purse.sol";
import {Approval, Quote} from "./types/Quote.sol";
import {Royalty} from "./types/Royalty.sol";
import {Selection} from "./types/Selection.sol";

/// @title Who is paid what by a fill
/// @dev The market's arithmetic with the market's libraries, and its own answer for each royalty.
abstract contract OrderQuotes is IOrderValidator {
    using MintLib for Voucher;

    /// @inheritdoc IOrderValidator
    IMarket public immutable MARKET;

    constructor(IMarket market) {
        MARKET = market;
    }

    /// @inheritdoc IOrderValidator
    function quote(
        Order calldata signed,
        Selection calldata selection,
        address filler
    ) external view returns (Quote memory found) {
        LoadedOrder order = signed.load();
        _requireOwnToken(order, selection);
        uint16 bps = _requireFillable(order, filler);
        Item[] memory items = _only(order, selection);
        uint256 price = _priceOf(order, selection.quantity);
        found = _share({order: order, royalties: _royaltiesOf(items, price), price: price, bps: bps, filler: filler});
        _complete(order, found, items, true);
    }

    /// @inheritdoc IOrderValidator
    function quoteVoucher(
        Order calldata signed,
        Voucher calldata voucher,
        Selection calldata selection,
        address filler
    ) external view returns (Quote memory found) {
        LoadedOrder order = signed.load();
        if (!order.isListing()) revert IMarket.MarketKindNotAllowed(order.kind());
        _requireOwnToken(order, selection);
        uint16 bps = _requireFillable(order, filler);
        uint256 price = _priceOf(order, selection.quantity);
        found = _share({
            order: order,
            royalties: _mintedRoyalty(order, voucher, price),
            price: price,
            bps: bps,
            filler: filler
        });
        _complete(order, found, new Item[](0), true);
    }

    /// @inheritdoc IOrderValidator
    function quoteBundle(
        Order calldata signed,
        Item[] calldata items,
        address filler
    ) external view returns (Quote memory found) {
        LoadedOrder order = signed.load();
        _requireBundle(order, items.length);
        uint16 bps = _requireFillable(order, filler);
        uint256 price = order.priceNow();
        found = _share({order: order, royalties: _royaltiesOf(items, price), price: price, bps: bps, filler: filler});
        _complete(order, found, items, false);
    }

    function _requireOwnToken(LoadedOrder order, Selection calldata selection) internal pure {
        if (!order.isCollectionOffer() && selection.tokenId != order.tokenId())
            revert IMarket.MarketTokenNotOffered(selection.tokenId, order.tokenId());
    }

    function _requireBundle(LoadedOrder order, uint256 count) internal view {
        uint256 most = MARKET.MAX_BUNDLE();
        if (count == 0 || count > most) revert IMarket.MarketBundleSize(count, most);
        if (order.collection() != address(0) || order.tokenId() != 0 || order.quantity() != 0)
            revert IMarket.MarketBundleNamesToken();
        if (order.isCollectionOffer()) revert IMarket.MarketKindNotAllowed(order.kind());
    }

    function _requireFillable(LoadedOrder order, address filler) internal view returns (uint16 bps) {
        bps = MARKET.feeBps();
        order.requireFillable(filler, bps);
    }

    function _only(LoadedOrder order, Selection calldata selection) internal pure returns (Item[] memory items) {
        items = new Item[](1);
        items[0] = Item({collection: order.collection(), tokenId: selection.tokenId, quantity: selection.quantity});
    }

    function _priceOf(LoadedOrder order, uint128 quantity) internal view returns (uint256) {
        return ShareLib.priceOf(order.priceNow(), quantity == 0 ? 1 : quantity);
    }

    /// @dev Each item counts for an equal part of the price, the last for what rounding leaves.
    function _royaltiesOf(Item[] memory items, uint256 price) internal view returns (Royalty[] memory) {
        uint256 count = items.length;
        uint256 part = price / count;
        PayList creators = PayListLib.create(count);
        for (uint256 i = 0; i < count; ++i) {
            (address receiver, uint256 due) = MARKET.royaltyOf({
                collection: items[i].collection,
                tokenId: items[i].tokenId,
                price: i + 1 == count ? price - part * i : part
            });
            creators.merge(receiver, due);
        }
        return creators.toArray();
    }

    /// @dev A collection that does not yet know the token is followed by the terms that it will have.
    function _mintedRoyalty(
        LoadedOrder order,
        Voucher calldata voucher,
        uint256 price
    ) internal view returns (Royalty[] memory) {
        (address receiver, uint256 due) = MARKET.royaltyOf(order.collection(), order.tokenId(), price);
        if (receiver == address(0)) (receiver, due) = voucher.royaltyOf(order, price);
        PayList creators = PayListLib.create(1);
        if (receiver != address(MARKET)) creators.merge(receiver, due);
        return creators.toArray();
    }

    function _share(
        LoadedOrder order,
        Royalty[] memory royalties,
        uint256 price,
        uint16 bps,
        address filler
    ) internal view returns (Quote memory found) {
        uint256 royalty;
        for (uint256 i = 0; i < royalties.length; ++i) royalty += royalties[i].amount;
        (found.fee, found.proceeds) = ShareLib.split({price: price, feeBps: bps, royalty: royalty});
        (found.seller, found.buyer) = order.parties(filler);
        (found.price, found.currency, found.royalties) = (price, order.currency(), royalties);
        found.feeReceiver = MARKET.FEE_RECEIVER();
    }

    /// @dev In the order of the market: seller, creators, protocol. Of one token, a seller who is its creator is paid once.
    function _paymentsOf(Quote memory found, bool single) internal pure returns (Royalty[] memory) {
        PayList payments = PayListLib.create(found.royalties.length + 2);
        payments.append(found.seller, found.proceeds);
        for (uint256 i = 0; i < found.royalties.length; ++i) {
            Royalty memory royalty = found.royalties[i];
            if (single) payments.merge(royalty.receiver, royalty.amount);
            else payments.append(royalty.receiver, royalty.amount);
        }
        payments.append(found.feeReceiver, found.fee);
        return payments.toArray();
    }

    /// @dev Adds what has to be sent and allowed, and who uses the tokens.
    function _complete(LoadedOrder order, Quote memory found, Item[] memory items, bool single) internal view {
        bool native = found.currency == address(0);
        if (native && order.isListing()) found.value = found.price;
        uint256 count = items.length;
        found.approvals = new Approval[](native ? count : count + 1);
        for (uint256 i = 0; i < count; ++i)
            found.approvals[i] = Approval({
                account: found.seller,
                asset: items[i].collection,
                tokenId: items[i].tokenId,
                amount: items[i].quantity,
                operator: address(MARKET),
                given: DeliveryLib.isApproved(address(MARKET), items[i], found.seller)
            });
        if (!native) found.approvals[count] = _allowanceFor(found, single);
        found.rentals = DeliveryLib.rentalsOf(items);
    }

    function _allowanceFor(Quote memory found, bool single) internal view returns (Approval memory approval) {
        Purse memory purse = PurseLib.open(address(MARKET), found.currency, found.buyer);
        // Only the permission counts here.
        purse.balance = type(uint256).max;
        (approval.account, approval.asset, approval.operator) = (found.buyer, found.currency, address(MARKET));
        approval.given = true;
        Royalty[] memory payments = _paymentsOf(found, single);
        for (uint256 i = 0; i < payments.length; ++i) {
            if (payments[i].receiver != found.buyer) approval.amount += payments[i].amount;
            approval.given = purse.pay(payments[i].receiver, payments[i].amount) && approval.given;
        }
    }
}
