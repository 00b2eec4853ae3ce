// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {Voucher} from "../tokens/types/Voucher.sol";

import {IAssetStateSource} from "./interfaces/IAssetStateSource.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {IOrderValidator} from "./interfaces/IOrderValidator.sol";
import {AskLib} from "./libraries/AskLib.sol";
import {DeliveryLib} from "./libraries/DeliveryLib.sol";
import {FormLib} from "./libraries/FormLib.sol";
import {MintLib} from "./libraries/MintLib.sol";
import {VoucherLib} from "./libraries/VoucherLib.sol";
import {OrderQuotes} from "./OrderQuotes.sol";
import {AssetState} from "./types/AssetState.sol";
import {BulkSignatureLib} from "./types/BulkSignature.sol";
import {Item} from "./types/Item.sol";
import {Lane, LaneLib} from "./types/Lane.sol";
import {LoadedOrder, Order} from "./types/Order.sol";
import {Purse, PurseLib} from "./types/Purse.sol";
import {Quote} from "./types/Quote.sol";
import {Royalty} from "./types/Royalty.sol";
import {Selection} from "./types/Selection.sol";
import {SignatureLib, Verdict} from "./types/Signature.sol";
import {Trait} from "./types/Trait.sol";

/// @title Order validator
/// @dev Each `check` walks through the fill of the same name in the market's order, with the market's own libraries and its present
/// state, so that the first thing in the way is the same. A table of dead orders in the tests compares both.
contract OrderValidator is OrderQuotes {
    using MintLib for Voucher;
    using VoucherLib for Voucher;

    // solhint-disable private-vars-leading-underscore
    /// @dev Gas for an answer. One contract that uses up what it gets leaves a sixty-fourth, which is enough to say so.
    uint256 private constant CHECK_GAS = 12_000_000;
    /// @dev Most bytes of a reason.
    uint256 private constant MAX_REASON = 1_024;

    bytes32 private immutable NAME_HASH;
    bytes32 private immutable VERSION_HASH;
    // solhint-enable private-vars-leading-underscore

    /// @param market The market whose fills are judged.
    constructor(IMarket market) OrderQuotes(market) {
        (, string memory name, string memory version, , , , ) = IERC5267(address(market)).eip712Domain();
        (NAME_HASH, VERSION_HASH) = (keccak256(bytes(name)), keccak256(bytes(version)));
    }

    // Reasons: the arguments go on to the check as they came, since encoding them anew would already refuse malformed ones. They
    // are named for those who read the ABI.

    /// @inheritdoc IOrderValidator
    function why(
        Order calldata order,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory) {
        (order, selection, signature, filler);
        return _reasonOf(this.check.selector);
    }

    /// @inheritdoc IOrderValidator
    function whyTrait(
        Order calldata order,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory) {
        (order, trait, proof, selection, signature, filler);
        return _reasonOf(this.checkTrait.selector);
    }

    /// @inheritdoc IOrderValidator
    function whyInState(
        Order calldata order,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory) {
        (order, state, selection, signature, filler);
        return _reasonOf(this.checkInState.selector);
    }

    /// @inheritdoc IOrderValidator
    function whyVoucher(
        Order calldata order,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory) {
        (order, voucher, selection, signature, filler);
        return _reasonOf(this.checkVoucher.selector);
    }

    /// @inheritdoc IOrderValidator
    function whyBundle(
        Order calldata order,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature,
        address filler
    ) external view returns (bytes memory) {
        (order, items, limit, signature, filler);
        return _reasonOf(this.checkBundle.selector);
    }

    // Checks

    /// @inheritdoc IOrderValidator
    function check(
        Order calldata signed,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view {
        LoadedOrder order = signed.load();
        _requireOwnToken(order, selection);
        _checkFill({
            order: order,
            selection: selection,
            structHash: order.hashStruct(),
            signature: signature,
            filler: filler
        });
    }

    /// @inheritdoc IOrderValidator
    function checkTrait(
        Order calldata signed,
        Trait calldata trait,
        bytes32[] calldata proof,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view {
        LoadedOrder order = signed.load();
        if (!order.isCollectionOffer()) revert IMarket.MarketKindNotAllowed(order.kind());
        trait.requireMember(selection.tokenId, proof);
        _checkFill({
            order: order,
            selection: selection,
            structHash: FormLib.hashTraitOffer(order, trait),
            signature: signature,
            filler: filler
        });
    }

    /// @inheritdoc IOrderValidator
    function checkInState(
        Order calldata signed,
        AssetState calldata state,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view {
        LoadedOrder order = signed.load();
        _requireOwnToken(order, selection);
        (address collection, uint256 tokenId) = (order.collection(), selection.tokenId);
        bytes32 found = bytes32(
            AskLib.askOr({
                target: state.source,
                question: abi.encodeCall(IAssetStateSource.stateOf, (collection, tokenId)),
                otherwise: abi.encodeWithSelector(IAssetStateSource.MarketStateUnreadable.selector, collection, tokenId)
            })
        );
        if (found != state.value) revert IMarket.MarketStateChanged(found, state.value);
        _checkFill({
            order: order,
            selection: selection,
            structHash: FormLib.hashStateOrder(order, state),
            signature: signature,
            filler: filler
        });
    }

    /// @inheritdoc IOrderValidator
    function checkVoucher(
        Order calldata signed,
        Voucher calldata voucher,
        Selection calldata selection,
        bytes calldata signature,
        address filler
    ) external view {
        LoadedOrder order = signed.load();
        if (!order.isListing()) revert IMarket.MarketKindNotAllowed(order.kind());
        _requireOwnToken(order, selection);
        bytes32 structHash = FormLib.hashVoucherOrder(order, voucher.hash(order.collection()));
        uint16 bps = _requireOpen({
            order: order,
            structHash: structHash,
            withVoucher: true,
            signature: signature,
            filler: filler
        });
        _requireUnspent(order, selection.quantity);
        uint256 price = _priceOf(order, selection.quantity);
        _requireLimit(order, price, selection.limit);
        voucher.requireMintable(address(MARKET), order, selection.quantity);
        Quote memory found = _share({
            order: order,
            royalties: _mintedRoyalty(order, voucher, price),
            price: price,
            bps: bps,
            filler: filler
        });
        _requireSettled(order, found, selection.limit, true);
    }

    /// @inheritdoc IOrderValidator
    function checkBundle(
        Order calldata signed,
        Item[] calldata items,
        uint256 limit,
        bytes calldata signature,
        address filler
    ) external view {
        LoadedOrder order = signed.load();
        _requireBundle(order, items.length);
        uint16 bps = _requireOpen({
            order: order,
            structHash: FormLib.hashBundle(order, items),
            withVoucher: false,
            signature: signature,
            filler: filler
        });
        _requireOpenNonce(order);
        uint256 price = order.priceNow();
        _requireLimit(order, price, limit);
        (address seller, address buyer) = order.parties(filler);
        DeliveryLib.requireDeliverable({market: address(MARKET), items: items, seller: seller, buyer: buyer});
        Quote memory found = _share({
            order: order,
            royalties: _royaltiesOf(items, price),
            price: price,
            bps: bps,
            filler: filler
        });
        _requireSettled(order, found, limit, false);
    }

    // Internal

    /// @dev Asks this contract itself what was asked, by another name.
    function _reasonOf(bytes4 question) private view returns (bytes memory reason) {
        bool fillable;
        (fillable, reason) = AskLib.queryWith({
            gasCap: CHECK_GAS,
            target: address(this),
            question: bytes.concat(question, msg.data[4:]),
            most: MAX_REASON
        });
        if (!fillable && reason.length == 0) reason = abi.encodeWithSelector(MarketReasonMissing.selector);
    }

    function _requireOpen(
        LoadedOrder order,
        bytes32 structHash,
        bool withVoucher,
        bytes calldata signature,
        address filler
    ) private view returns (uint16 bps) {
        uint64 until = MARKET.pausedUntil();
        if (block.timestamp < until) revert IMarket.MarketPaused(until);
        bps = _requireFillable(order, filler);
        _requireSigned(order.maker(), structHash, withVoucher, signature);
    }

    function _requireSigned(
        address maker,
        bytes32 structHash,
        bool withVoucher,
        bytes calldata signature
    ) private view {
        bytes32 orderHash = _digestOf(structHash);
        Verdict verdict = SignatureLib.verdictOn({account: maker, digest: orderHash, signature: signature});
        if (verdict == Verdict.Signed || MARKET.orderApproved(maker, orderHash)) return;
        if (BulkSignatureLib.isBulk(signature)) {
            (bytes32 root, uint256 height, bytes calldata own) = BulkSignatureLib.climb(signature, structHash);
            bytes32 tree = keccak256(abi.encode(FormLib.bulkTypehash(height, withVoucher), root));
            verdict = SignatureLib.verdictOn(maker, _digestOf(tree), own);
            if (verdict == Verdict.Signed) return;
        }
        if (verdict == Verdict.Malformed) revert IMarket.MarketSignatureMalformed(signature.length);
        revert IMarket.MarketSignatureInvalid(maker);
    }

    /// @dev Under the market's domain, on the chain that this one is on.
    function _digestOf(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = MessageHashUtils.toDomainSeparator({
            fields: hex"0f",
            nameHash: NAME_HASH,
            versionHash: VERSION_HASH,
            chainId: block.chainid,
            verifyingContract: address(MARKET),
            salt: 0
        });
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    function _requireUnspent(LoadedOrder order, uint128 quantity) private view {
        uint256 left;
        if (order.quantity() != 0) {
            uint256 filled = MARKET.filledOf(order.maker(), order.nonce());
            if (order.quantity() > filled) left = order.quantity() - filled;
            if (quantity == 0) revert IMarket.MarketUnitsUnavailable(quantity, left);
        }
        if (quantity > left) revert IMarket.MarketUnitsUnavailable(quantity, left);
        _requireOpenNonce(order);
    }

    function _requireOpenNonce(LoadedOrder order) private view {
        (uint64 epoch, uint192 bitmap) = MARKET.laneOf(order.maker(), order.nonce().lane());
        Lane.wrap((uint256(epoch) << LaneLib.BITS) | bitmap).requireOpen(order.nonce());
    }

    function _requireLimit(LoadedOrder order, uint256 price, uint256 limit) private view {
        if (order.isListing() && price > limit) revert IMarket.MarketPriceAboveLimit(price, limit);
        bool native = order.isListing() && order.currency() == address(0);
        if (!native && !MARKET.currencyAllowed(order.currency()))
            revert IMarket.MarketCurrencyNotAllowed(order.currency());
    }

    /// @dev What the fills of one token have in common.
    function _checkFill(
        LoadedOrder order,
        Selection calldata selection,
        bytes32 structHash,
        bytes calldata signature,
        address filler
    ) private view {
        uint16 bps = _requireOpen({
            order: order,
            structHash: structHash,
            withVoucher: false,
            signature: signature,
            filler: filler
        });
        _requireUnspent(order, selection.quantity);
        uint256 price = _priceOf(order, selection.quantity);
        _requireLimit(order, price, selection.limit);
        Item[] memory items = _only(order, selection);
        (address seller, address buyer) = order.parties(filler);
        DeliveryLib.requireDeliverable({market: address(MARKET), items: items, seller: seller, buyer: buyer});
        Quote memory found = _share({
            order: order,
            royalties: _royaltiesOf(items, price),
            price: price,
            bps: bps,
            filler: filler
        });
        _requireSettled(order, found, selection.limit, true);
    }

    /// @dev What can still stand in the way once the token has moved.
    function _requireSettled(LoadedOrder order, Quote memory found, uint256 limit, bool single) private view {
        order.requireRoyaltyAccepted(found.price, found.price - found.fee - found.proceeds);
        if (!order.isListing() && found.proceeds < limit)
            revert IMarket.MarketProceedsBelowLimit(found.proceeds, limit);
        if (found.currency == address(0)) return;
        Purse memory purse = PurseLib.open(address(MARKET), found.currency, found.buyer);
        Royalty[] memory payments = _paymentsOf(found, single);
        for (uint256 i = 0; i < payments.length; ++i) purse.requirePaid(payments[i].receiver, payments[i].amount);
    }
}
