// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

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
import {MarketPayments} from "./MarketPayments.sol";
import {MarketPermits} from "./MarketPermits.sol";
import {MarketSettings} from "./MarketSettings.sol";
import {AssetState} from "./types/AssetState.sol";
import {BulkSignatureLib} from "./types/BulkSignature.sol";
import {Item} from "./types/Item.sol";
import {Lane, Lanes} from "./types/Lane.sol";
import {Nonce} from "./types/Nonce.sol";
import {LoadedOrder, Order} from "./types/Order.sol";
import {PayList, PayListLib} from "./types/PayList.sol";
import {Purchase} from "./types/Purchase.sol";
import {Royalty} from "./types/Royalty.sol";
import {Selection} from "./types/Selection.sol";
import {Shares} from "./types/Shares.sol";
import {SignatureLib, Verdict} from "./types/Signature.sol";
import {Trait} from "./types/Trait.sol";

/// @title Market
contract Market is MarketPermits, EIP712 {
    using VoucherLib for Voucher;

    /// @inheritdoc IMarket
    uint256 public constant MAX_BUNDLE = 30;
    /// @inheritdoc IMarket
    uint256 public constant MAX_SWEEP = 50;
    uint256 private constant SWEEP_OVERHEAD = 10_000;
    /// @inheritdoc IMarket
    address public immutable ROYALTY_REGISTRY;

    Lanes private _lanes;
    /// @inheritdoc IMarket
    mapping(address maker => mapping(Nonce nonce => uint256 quantity)) public filledOf;
    /// @inheritdoc IMarket
    mapping(address maker => mapping(bytes32 orderHash => bool approved)) public orderApproved;

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
        EIP712("Daedal Market", "1")
    {
        ROYALTY_REGISTRY = royaltyRegistry;
    }

    // Filling

    /// @inheritdoc IMarket
    function fillOrder(Order calldata signed, bytes calldata signature) external payable nonReentrant {
        LoadedOrder order = signed.load();
        order.requirePlain();
        (bytes32 orderHash, uint16 bps) = _open(order, msg.sender, order.hashStruct(), false, signature);
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
        Shares memory shares = _share(order, order.tokenId(), price, bps);
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
        _fillAs(order, selection, order.hashStruct(), signature);
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
        _fillAs(order, selection, FormLib.hashTraitOffer(order, trait), signature);
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
        _fillAs(order, selection, FormLib.hashStateOrder(order, state), signature);
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
        (bytes32 orderHash, uint16 bps) = _open(
            order,
            msg.sender,
            FormLib.hashVoucherOrder(order, voucher.hash(order.collection())),
            true,
            signature
        );
        _spend(order, orderHash, selection.quantity);
        uint256 price = _priceOf(order, selection);
        uint256 tokenId = voucher.mint({
            collection: order.collection(),
            creator: order.maker(),
            to: msg.sender,
            quantity: selection.quantity
        });
        if (tokenId != order.tokenId()) revert MarketTokenNotDelivered(order.collection(), order.tokenId());
        if (selection.quantity == 0) TokenLib.requireOwner(order.collection(), tokenId, msg.sender);
        _conclude(order, orderHash, selection, price, bps);
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
        (bytes32 orderHash, uint16 bps) = _open(order, msg.sender, FormLib.hashBundle(order, items), false, signature);
        _lanes.spend(order.maker(), order.nonce());
        uint256 price = order.priceNow();
        _requireLimit(order, price, limit);
        (address seller, address buyer) = order.parties(msg.sender);
        (uint256 royalty, Royalty[] memory royalties) = _deliverBundle(items, price, seller, buyer);
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
        emit BundleFilled({
            orderHash: orderHash,
            maker: order.maker(),
            taker: msg.sender,
            kindAndNonce: order.kindAndNonce(),
            currency: order.currency(),
            price: price,
            fee: fee,
            items: items,
            royalties: royalties
        });
        if (msg.value > 0) _refund(msg.value - price);
    }

    /// @inheritdoc IMarket
    function sweep(
        Purchase[] calldata purchases,
        address currency,
        uint256 maxSpend,
        uint256 minFilled
    ) external payable nonReentrant returns (uint256 filled) {
        uint256 count = purchases.length;
        if (count == 0 || count > MAX_SWEEP) revert MarketSweepSize(count, MAX_SWEEP);
        uint256 needed = currency == address(0) ? maxSpend : 0;
        if (msg.value != needed) revert MarketWrongPayment({sent: msg.value, needed: needed});
        if (currency != address(0) && !currencyAllowed[currency]) revert MarketCurrencyNotAllowed(currency);
        _settings.requireOpen();
        // Sellers who follow each other and equal creators are paid once.
        (PayList memory sellers, PayList memory creators) = (PayListLib.create(count), PayListLib.create(count));
        uint256 spent;
        uint256 fees;
        for (uint256 i = 0; i < count; ++i) {
            GasLib.requireFor({cap: SweepLib.ORDER_GAS, overhead: SWEEP_OVERHEAD});
            (bool settled, Shares memory shares, bytes memory reason) = SweepLib.settle({
                purchase: purchases[i],
                buyer: msg.sender,
                currency: currency,
                budget: maxSpend - spent
            });
            if (!settled) {
                emit OrderSkipped({orderHash: hashOrder(purchases[i].order), taker: msg.sender, reason: reason});
                continue;
            }
            ++filled;
            spent += shares.price;
            fees += shares.fee;
            if (currency == address(0)) {
                sellers.follow(purchases[i].order.maker, shares.proceeds);
                creators.merge(shares.royaltyReceiver, shares.royalty);
            }
        }
        if (filled < minFilled) revert MarketSweepTooFew(filled, minFilled);
        if (currency == address(0)) {
            _sendAll(sellers.trimmed());
            _sendAll(creators.trimmed());
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
        (bytes32 orderHash, uint16 bps) = _open(order, buyer, order.hashStruct(), false, purchase.signature);
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
        shares = _share(order, order.tokenId(), price, bps);
        if (currency != address(0)) {
            _take({currency: currency, buyer: buyer, to: order.maker(), amount: shares.proceeds});
            _transfer({currency: currency, buyer: buyer, to: shares.royaltyReceiver, amount: shares.royalty});
        }
        _emitFilled({order: order, orderHash: orderHash, filler: buyer, tokenId: order.tokenId(), shares: shares});
    }

    // Approving and cancelling: open while fills are paused, and without the lock, since they only concern what the caller itself signs.

    /// @inheritdoc IMarket
    function approveOrder(bytes32 orderHash, bool approved) external {
        orderApproved[msg.sender][orderHash] = approved;
        emit OrderApproved({maker: msg.sender, orderHash: orderHash, approved: approved});
    }

    /// @inheritdoc IMarket
    function cancel(uint64 lane, uint256 bits) external {
        (Lane next, uint256 open) = _lanes.get(msg.sender, lane).cancel(bits);
        _lanes.set(msg.sender, lane, next);
        emit OrdersCancelled({maker: msg.sender, lane: lane, epoch: next.epoch(), bits: open});
    }

    /// @inheritdoc IMarket
    function cancelAllOf(uint64 lane) external returns (uint64 epoch) {
        Lane next = _lanes.get(msg.sender, lane).advance();
        _lanes.set(msg.sender, lane, next);
        epoch = next.epoch();
        emit LaneAdvanced({maker: msg.sender, lane: lane, epoch: epoch});
    }

    // Views

    /// @inheritdoc IMarket
    function laneOf(address maker, uint64 lane) external view returns (uint64 epoch, uint192 bitmap) {
        Lane word = _lanes.get(maker, lane);
        return (word.epoch(), word.bitmap());
    }

    /// @inheritdoc IMarket
    function royaltyOf(
        address collection,
        uint256 tokenId,
        uint256 price
    ) external view returns (address receiver, uint256 amount) {
        return
            RoyaltyLib.dueOn({
                registry: ROYALTY_REGISTRY,
                collection: collection,
                tokenId: tokenId,
                price: ShareLib.priceOf(price, 1)
            });
    }

    /// @inheritdoc IMarket
    function hashOrder(Order calldata order) public view returns (bytes32) {
        return _hashTypedDataV4(order.load().hashStruct());
    }

    // Internal

    /// @dev Everything that has to hold before anything is written: open, in time, for this filler, signed.
    function _open(
        LoadedOrder order,
        address filler,
        bytes32 structHash,
        bool withVoucher,
        bytes calldata signature
    ) private view returns (bytes32 orderHash, uint16 bps) {
        bps = _settings.requireOpen();
        order.requireFillable(filler, bps);
        orderHash = _hashTypedDataV4(structHash);
        address signer = SignatureLib.recover(orderHash, signature);
        if (signer != order.maker() || signer == address(0))
            _requireSignedOtherwise(order.maker(), orderHash, structHash, withVoucher, signature);
    }

    /// @dev By ERC-1271, by the maker's own transaction, or as one of many under one signature.
    function _requireSignedOtherwise(
        address maker,
        bytes32 orderHash,
        bytes32 structHash,
        bool withVoucher,
        bytes calldata signature
    ) private view {
        Verdict verdict = SignatureLib.verdictOn({account: maker, digest: orderHash, signature: signature});
        if (verdict == Verdict.Signed || orderApproved[maker][orderHash]) return;
        if (BulkSignatureLib.isBulk(signature)) {
            (bytes32 root, uint256 height, bytes calldata own) = BulkSignatureLib.climb(signature, structHash);
            bytes32 tree = keccak256(abi.encode(FormLib.bulkTypehash(height, withVoucher), root));
            verdict = SignatureLib.verdictOn(maker, _hashTypedDataV4(tree), own);
            if (verdict == Verdict.Signed) return;
        }
        if (verdict == Verdict.Malformed) revert MarketSignatureMalformed(signature.length);
        revert MarketSignatureInvalid(maker);
    }

    function _fillAs(
        LoadedOrder order,
        Selection calldata selection,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        (bytes32 orderHash, uint16 bps) = _open(order, msg.sender, structHash, false, signature);
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
        _conclude(order, orderHash, selection, price, bps);
    }

    /// @dev Spends the nonce, or a part of the units that it stands for. Orders that share a nonce share what was filled.
    function _spend(LoadedOrder order, bytes32 orderHash, uint128 quantity) private {
        if (order.quantity() != 0) {
            uint256 filled = filledOf[order.maker()][order.nonce()];
            uint256 left = order.quantity() > filled ? order.quantity() - filled : 0;
            if (quantity == 0 || quantity > left) revert MarketUnitsUnavailable(quantity, left);
            filledOf[order.maker()][order.nonce()] = filled + quantity;
            emit UnitsFilled({
                orderHash: orderHash,
                maker: order.maker(),
                quantity: quantity,
                filled: filled + quantity
            });
            if (quantity < left) return _lanes.get(order.maker(), order.nonce().lane()).requireOpen(order.nonce());
        } else if (quantity != 0) {
            revert MarketUnitsUnavailable(quantity, 0);
        }
        _lanes.spend(order.maker(), order.nonce());
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

    /// @dev Whether the filler pays in ether; an ERC-20 is on the list. An offer in ether cannot exist, since zero is never on it.
    function _isPayable(LoadedOrder order) private view returns (bool native) {
        native = order.isListing() && order.currency() == address(0);
        if (!native && !currencyAllowed[order.currency()]) revert MarketCurrencyNotAllowed(order.currency());
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
        Shares memory shares = _share(order, selection.tokenId, price, bps);
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

    function _share(
        LoadedOrder order,
        uint256 tokenId,
        uint256 price,
        uint16 bps
    ) private view returns (Shares memory shares) {
        shares.price = price;
        (shares.royaltyReceiver, shares.royalty) = RoyaltyLib.dueOn({
            registry: ROYALTY_REGISTRY,
            collection: order.collection(),
            tokenId: tokenId,
            price: price
        });
        order.requireRoyaltyAccepted(price, shares.royalty);
        (shares.fee, shares.proceeds) = ShareLib.split({price: price, feeBps: bps, royalty: shares.royalty});
    }

    /// @dev Each item counts for an equal part of the price, the last for what rounding leaves. Equal receivers are paid once.
    function _deliverBundle(
        Item[] calldata items,
        uint256 price,
        address seller,
        address buyer
    ) private returns (uint256 royalty, Royalty[] memory royalties) {
        uint256 count = items.length;
        uint256 part = price / count;
        PayList memory creators = PayListLib.create(count);
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
            creators.merge(receiver, due);
        }
        royalties = creators.trimmed();
    }

    function _payBundle(
        address currency,
        address buyer,
        address seller,
        uint256 proceeds,
        uint256 fee,
        Royalty[] memory royalties
    ) private {
        bool native = currency == address(0);
        if (native) _send(seller, proceeds);
        else _take({currency: currency, buyer: buyer, to: seller, amount: proceeds});
        for (uint256 i = 0; i < royalties.length; ++i) {
            (address to, uint256 amount) = (royalties[i].receiver, royalties[i].amount);
            if (native) _send(to, amount);
            else _transfer({currency: currency, buyer: buyer, to: to, amount: amount});
        }
        if (!native) _transfer({currency: currency, buyer: buyer, to: FEE_RECEIVER, amount: fee});
    }

    function _sendAll(Royalty[] memory payments) private {
        for (uint256 i = 0; i < payments.length; ++i) _send(payments[i].receiver, payments[i].amount);
    }

    /// @dev Written out for its gas: it runs in every sale. A test compares every word of it with what was paid.
    function _emitFilled(
        LoadedOrder order,
        bytes32 orderHash,
        address filler,
        uint256 tokenId,
        Shares memory shares
    ) private {
        bytes32 topic = OrderFilled.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            // Kind and nonce, collection, token, currency, price, fee, royalty, who receives it.
            mstore(data, or(mload(add(order, 0x1a0)), shl(136, mload(order))))
            mstore(add(data, 0x20), mload(add(order, 0x60)))
            mstore(add(data, 0x40), tokenId)
            mstore(add(data, 0x60), mload(add(order, 0xc0)))
            mstore(add(data, 0x80), mload(shares))
            mstore(add(data, 0xa0), mload(add(shares, 0x80)))
            mstore(add(data, 0xc0), mload(add(shares, 0x40)))
            mstore(add(data, 0xe0), mload(add(shares, 0x60)))
            log4(data, 0x100, topic, orderHash, mload(add(order, 0x20)), filler)
        }
    }
}
