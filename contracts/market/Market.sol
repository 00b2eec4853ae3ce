// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Voucher} from "../tokens/types/Voucher.sol";

import {IAssetStateSource} from "./interfaces/IAssetStateSource.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {FormLib} from "./libraries/FormLib.sol";
import {GasLib} from "./libraries/GasLib.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {SweepLib} from "./libraries/SweepLib.sol";
import {TokenLib} from "./libraries/TokenLib.sol";
import {VoucherLib} from "./libraries/VoucherLib.sol";
import {MarketOrders} from "./MarketOrders.sol";
import {MarketPayments} from "./MarketPayments.sol";
import {MarketPermits} from "./MarketPermits.sol";
import {MarketSettings} from "./MarketSettings.sol";
import {AssetState} from "./types/AssetState.sol";
import {Item} from "./types/Item.sol";
import {LoadedOrder, Order} from "./types/Order.sol";
import {PayList, PayListLib} from "./types/PayList.sol";
import {Purchase} from "./types/Purchase.sol";
import {Selection} from "./types/Selection.sol";
import {Shares} from "./types/Shares.sol";
import {Trait} from "./types/Trait.sol";

/// @title Market
contract Market is MarketOrders, MarketPermits {
    using VoucherLib for Voucher;

    /// @inheritdoc IMarket
    uint256 public constant MAX_BUNDLE = 30;
    /// @inheritdoc IMarket
    uint256 public constant MAX_SWEEP = 50;
    uint256 private constant _SWEEP_OVERHEAD = 10_000;

    /// @param owner Sets the fee, allows currencies and pauses.
    /// @param feeReceiver Gets every fee, for ever.
    /// @param initialFeeBps Fee in force from the start, basis points.
    /// @param currencies ERC-20s allowed from the start.
    /// @param royaltyRegistry Answers for collections without ERC-2981; zero for none.
    /// @param permit2 Uniswap's Permit2; zero where there is none.
    constructor(
        address owner,
        address feeReceiver,
        uint16 initialFeeBps,
        address[] memory currencies,
        address royaltyRegistry,
        address permit2
    )
        MarketSettings(owner, initialFeeBps, currencies)
        MarketPayments(feeReceiver, permit2)
        MarketOrders(royaltyRegistry)
    {}

    // Filling

    /// @inheritdoc IMarket
    function fillOrder(Order calldata signed, bytes calldata signature) external payable nonReentrant {
        LoadedOrder order = signed.load();
        order.requirePlain();
        (bytes32 orderHash, uint16 bps) = _open({
            order: order,
            filler: msg.sender,
            structHash: order.hashStruct(),
            withVoucher: false,
            signature: signature
        });
        _lanes.spend(order.maker(), order.nonce());
        uint256 price = order.price();
        uint256 needed = _isPayable(order) ? price : 0;
        if (msg.value != needed) revert MarketWrongPayment({sent: msg.value, needed: needed});
        (address seller, address buyer) = order.parties(msg.sender);
        TokenLib.deliver({
            collection: order.collection(),
            tokenId: order.tokenId(),
            quantity: 0,
            seller: seller,
            buyer: buyer
        });
        Shares memory shares = _share({order: order, tokenId: order.tokenId(), price: price, bps: bps});
        _payOut({currency: order.currency(), buyer: buyer, seller: seller, shares: shares});
        _emitFilled({order: order, orderHash: orderHash, filler: msg.sender, tokenId: order.tokenId(), shares: shares});
    }

    /// @inheritdoc IMarket
    function fillAs(
        Order calldata signed,
        Selection calldata selection,
        bytes calldata signature
    ) external payable nonReentrant {
        LoadedOrder order = signed.load();
        _requireOwnToken(order, selection);
        _fillAs({order: order, selection: selection, structHash: order.hashStruct(), signature: signature});
    }

    /// @inheritdoc IMarket
    function fillTrait(
        Order calldata signed,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature
    ) external payable nonReentrant {
        LoadedOrder order = signed.load();
        if (!order.isCollectionOffer()) revert MarketKindNotAllowed(order.kind());
        trait.requireMember(selection.tokenId, proof);
        _fillAs({
            order: order,
            selection: selection,
            structHash: FormLib.hashTraitOffer(order, trait),
            signature: signature
        });
    }

    /// @inheritdoc IMarket
    function fillInState(
        Order calldata signed,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature
    ) external payable nonReentrant {
        LoadedOrder order = signed.load();
        _requireOwnToken(order, selection);
        bytes32 found = IAssetStateSource(state.source).stateOf(order.collection(), selection.tokenId);
        if (found != state.value) revert MarketStateChanged(found, state.value);
        _fillAs({
            order: order,
            selection: selection,
            structHash: FormLib.hashStateOrder(order, state),
            signature: signature
        });
    }

    /// @inheritdoc IMarket
    function fillVoucher(
        Order calldata signed,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature
    ) external payable nonReentrant {
        LoadedOrder order = signed.load();
        if (!order.isListing()) revert MarketKindNotAllowed(order.kind());
        _requireOwnToken(order, selection);
        (bytes32 orderHash, uint16 bps) = _open({
            order: order,
            filler: msg.sender,
            structHash: FormLib.hashVoucherOrder(order, voucher.hash(order.collection())),
            withVoucher: true,
            signature: signature
        });
        _spend(order, orderHash, selection.quantity);
        uint256 price = _priceOf(order, selection);
        _mint(order, voucher, selection.quantity);
        _conclude({order: order, orderHash: orderHash, selection: selection, price: price, bps: bps});
    }

    /// @inheritdoc IMarket
    function fillBundle(
        Order calldata signed,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature
    ) external payable nonReentrant {
        LoadedOrder order = signed.load();
        if (items.length == 0 || items.length > MAX_BUNDLE) revert MarketBundleSize(items.length, MAX_BUNDLE);
        if (order.collection() != address(0) || order.tokenId() != 0 || order.quantity() != 0)
            revert MarketBundleNamesToken();
        if (order.isCollectionOffer()) revert MarketKindNotAllowed(order.kind());
        (bytes32 orderHash, uint16 bps) = _open({
            order: order,
            filler: msg.sender,
            structHash: FormLib.hashBundle(order, items),
            withVoucher: false,
            signature: signature
        });
        _lanes.spend(order.maker(), order.nonce());
        uint256 price = order.priceNow();
        _requireLimit(order, price, limit);
        (address seller, address buyer) = order.parties(msg.sender);
        (uint256 royalty, PayList royalties) = _deliverBundle({
            items: items,
            price: price,
            seller: seller,
            buyer: buyer
        });
        order.requireRoyaltyAccepted(price, royalty);
        (uint256 fee, uint256 proceeds) = ShareLib.split({price: price, feeBps: bps, royalty: royalty});
        if (!order.isListing() && proceeds < limit) revert MarketProceedsBelowLimit(proceeds, limit);
        _payBundle({
            currency: order.currency(),
            buyer: buyer,
            seller: seller,
            proceeds: proceeds,
            fee: fee,
            royalties: royalties
        });
        _emitBundle({order: order, orderHash: orderHash, items: items, price: price, fee: fee, royalties: royalties});
        if (msg.value > 0) _refund(msg.value - price);
    }

    /// @inheritdoc IMarket
    function sweep(
        Purchase[] calldata purchases,
        address currency,
        uint256 maxSpend,
        uint256 minFilled
    ) external payable nonReentrant returns (uint256 filled) {
        _requireSweep(purchases.length, currency, maxSpend);
        uint256 count = purchases.length;
        // Sellers who follow each other and equal creators are paid once.
        (PayList sellers, PayList creators) = (PayListLib.create(count), PayListLib.create(count));
        Shares memory shares;
        uint256 spent;
        uint256 fees;
        for (uint256 i = 0; i < count; ++i) {
            Purchase calldata purchase = purchases[i];
            GasLib.requireFor({cap: SweepLib.ORDER_GAS, overhead: _SWEEP_OVERHEAD});
            (bool settled, bytes memory reason) = SweepLib.settle({
                purchase: purchase,
                shares: shares,
                buyer: msg.sender,
                currency: currency,
                budget: maxSpend - spent
            });
            if (!settled) {
                // An order whose words do not fit has a hash as well: it must not stop the others.
                bytes32 orderHash = _hashTypedDataV4(purchase.order.hashWords());
                emit OrderSkipped({orderHash: orderHash, taker: msg.sender, reason: reason});
                continue;
            }
            unchecked {
                // No order costs more than what is left of the budget.
                ++filled;
                spent += shares.price;
                fees += shares.fee;
            }
            if (currency == address(0)) {
                sellers.follow(purchase.order.maker, shares.proceeds);
                creators.merge(shares.royaltyReceiver, shares.royalty);
            }
        }
        if (filled < minFilled) revert MarketSweepTooFew(filled, minFilled);
        if (currency == address(0)) {
            _sendAll(sellers);
            _sendAll(creators);
            _refund(maxSpend - spent);
        } else {
            _transfer({currency: currency, buyer: msg.sender, to: FEE_RECEIVER, amount: fees});
        }
    }

    /// @inheritdoc IMarket
    function settlePurchase(
        Purchase calldata purchase,
        address buyer,
        address currency,
        uint256 budget
    ) external returns (Shares memory shares) {
        if (msg.sender != address(this)) revert MarketNotSelf(msg.sender);
        (LoadedOrder order, uint128 quantity) = (purchase.order.load(), purchase.quantity);
        if (!order.isListing()) revert MarketKindNotAllowed(order.kind());
        if (order.currency() != currency) revert MarketCurrencyNotAllowed(order.currency());
        (bytes32 orderHash, uint16 bps) = _open({
            order: order,
            filler: buyer,
            structHash: order.hashStruct(),
            withVoucher: false,
            signature: purchase.signature
        });
        _spend(order, orderHash, quantity);
        uint256 price = ShareLib.priceOf(order.priceNow(), quantity == 0 ? 1 : quantity);
        if (price > budget) revert MarketPriceAboveLimit(price, budget);
        TokenLib.deliver({
            collection: order.collection(),
            tokenId: order.tokenId(),
            quantity: quantity,
            seller: order.maker(),
            buyer: buyer
        });
        shares = _share({order: order, tokenId: order.tokenId(), price: price, bps: bps});
        if (currency != address(0)) {
            _take({currency: currency, buyer: buyer, to: order.maker(), amount: shares.proceeds});
            _transfer({currency: currency, buyer: buyer, to: shares.royaltyReceiver, amount: shares.royalty});
        }
        _emitFilled({order: order, orderHash: orderHash, filler: buyer, tokenId: order.tokenId(), shares: shares});
    }

    // Internal

    function _fillAs(
        LoadedOrder order,
        Selection calldata selection,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        (bytes32 orderHash, uint16 bps) = _open({
            order: order,
            filler: msg.sender,
            structHash: structHash,
            withVoucher: false,
            signature: signature
        });
        _spend(order, orderHash, selection.quantity);
        uint256 price = _priceOf(order, selection);
        (address seller, address buyer) = order.parties(msg.sender);
        TokenLib.deliver({
            collection: order.collection(),
            tokenId: selection.tokenId,
            quantity: selection.quantity,
            seller: seller,
            buyer: buyer
        });
        _conclude({order: order, orderHash: orderHash, selection: selection, price: price, bps: bps});
    }

    /// @dev Has the token minted to the filler, and believes it only when the collection says so afterwards.
    function _mint(LoadedOrder order, Voucher calldata voucher, uint128 quantity) private {
        (address collection, uint256 tokenId) = (order.collection(), order.tokenId());
        uint256 before = quantity == 0 ? 0 : TokenLib.unitsOf(collection, tokenId, msg.sender);
        uint256 minted = voucher.mint({
            collection: collection,
            creator: order.maker(),
            to: msg.sender,
            quantity: quantity
        });
        if (minted != tokenId) revert MarketTokenNotDelivered(collection, tokenId);
        if (quantity == 0) return TokenLib.requireOwner(collection, tokenId, msg.sender);
        unchecked {
            // A balance that fell wraps around and is not the quantity either.
            if (TokenLib.unitsOf(collection, tokenId, msg.sender) - before != quantity)
                revert MarketTokenNotDelivered(collection, tokenId);
        }
    }

    function _requireSweep(uint256 count, address currency, uint256 maxSpend) private view {
        if (count == 0 || count > MAX_SWEEP) revert MarketSweepSize(count, MAX_SWEEP);
        uint256 needed = currency == address(0) ? maxSpend : 0;
        if (msg.value != needed) revert MarketWrongPayment({sent: msg.value, needed: needed});
        if (currency != address(0) && !currencyAllowed[currency]) revert MarketCurrencyNotAllowed(currency);
        _settings.requireOpen();
    }

    function _priceOf(LoadedOrder order, Selection calldata selection) private view returns (uint256 price) {
        price = ShareLib.priceOf(order.priceNow(), selection.quantity == 0 ? 1 : selection.quantity);
        _requireLimit(order, price, selection.limit);
    }

    /// @dev The filler of a listing pays no more than it wants, and has sent enough where it pays in ether.
    function _requireLimit(LoadedOrder order, uint256 price, uint256 limit) private view {
        if (order.isListing() && price > limit) revert MarketPriceAboveLimit(price, limit);
        bool native = _isPayable(order);
        if (native ? msg.value < price : msg.value != 0)
            revert MarketWrongPayment({sent: msg.value, needed: native ? price : 0});
    }

    function _requireOwnToken(LoadedOrder order, Selection calldata selection) private pure {
        if (!order.isCollectionOffer() && selection.tokenId != order.tokenId())
            revert MarketTokenNotOffered(selection.tokenId, order.tokenId());
    }

    /// @dev Shares the price, pays, tells, and gives back what was sent too much.
    function _conclude(
        LoadedOrder order,
        bytes32 orderHash,
        Selection calldata selection,
        uint256 price,
        uint16 bps
    ) private {
        Shares memory shares = _share({order: order, tokenId: selection.tokenId, price: price, bps: bps});
        (address seller, address buyer) = order.parties(msg.sender);
        if (!order.isListing() && shares.proceeds < selection.limit)
            revert MarketProceedsBelowLimit(shares.proceeds, selection.limit);
        _payOut({currency: order.currency(), buyer: buyer, seller: seller, shares: shares});
        _emitFilled({
            order: order,
            orderHash: orderHash,
            filler: msg.sender,
            tokenId: selection.tokenId,
            shares: shares
        });
        if (msg.value > price) _refund(msg.value - price);
    }

    /// @dev Each item counts for an equal part of the price, the last for what rounding leaves. Equal receivers are paid once.
    function _deliverBundle(
        Item[] calldata items,
        uint256 price,
        address seller,
        address buyer
    ) private returns (uint256 royalty, PayList royalties) {
        uint256 count = items.length;
        uint256 part = price / count;
        royalties = PayListLib.create(count);
        for (uint256 i = 0; i < count; ++i) {
            Item calldata item = items[i];
            TokenLib.deliver({
                collection: item.collection,
                tokenId: item.tokenId,
                quantity: item.quantity,
                seller: seller,
                buyer: buyer
            });
            (address receiver, uint256 due) = RoyaltyLib.dueOn({
                registry: ROYALTY_REGISTRY,
                collection: item.collection,
                tokenId: item.tokenId,
                price: i + 1 == count ? price - part * i : part
            });
            royalty += due;
            royalties.merge(receiver, due);
        }
    }

    function _payBundle(
        address currency,
        address buyer,
        address seller,
        uint256 proceeds,
        uint256 fee,
        PayList royalties
    ) private {
        bool native = currency == address(0);
        if (native) _send(seller, proceeds);
        else _take({currency: currency, buyer: buyer, to: seller, amount: proceeds});
        uint256 count = royalties.count();
        for (uint256 i = 0; i < count; ++i) {
            (address to, uint256 amount) = royalties.at(i);
            if (native) _send(to, amount);
            else _transfer({currency: currency, buyer: buyer, to: to, amount: amount});
        }
        if (!native) _transfer({currency: currency, buyer: buyer, to: FEE_RECEIVER, amount: fee});
    }

    function _sendAll(PayList payments) private {
        uint256 count = payments.count();
        for (uint256 i = 0; i < count; ++i) {
            (address to, uint256 amount) = payments.at(i);
            _send(to, amount);
        }
    }

    /// @dev Items and royalties stand in calldata and in memory as the event encodes them.
    function _emitBundle(
        LoadedOrder order,
        bytes32 orderHash,
        Item[] calldata items,
        uint256 price,
        uint256 fee,
        PayList royalties
    ) private {
        bytes32 topic = BundleFilled.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            let size := mul(items.length, 0x60)
            mstore(data, or(mload(add(order, 0x1a0)), shl(136, mload(order))))
            mstore(add(data, 0x20), mload(add(order, 0xc0)))
            mstore(add(data, 0x40), price)
            mstore(add(data, 0x60), fee)
            mstore(add(data, 0x80), 0xc0)
            mstore(add(data, 0xa0), add(0xe0, size))
            mstore(add(data, 0xc0), items.length)
            calldatacopy(add(data, 0xe0), items.offset, size)
            let list := add(0x20, shl(6, mload(royalties)))
            mcopy(add(add(data, 0xe0), size), royalties, list)
            log4(data, add(add(0xe0, size), list), topic, orderHash, mload(add(order, 0x20)), caller())
        }
    }
}
