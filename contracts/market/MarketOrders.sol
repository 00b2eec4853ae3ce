// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {FormLib} from "./libraries/FormLib.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {MarketSettings} from "./MarketSettings.sol";
import {BulkSignatureLib} from "./types/BulkSignature.sol";
import {Lane, Lanes} from "./types/Lane.sol";
import {Nonce} from "./types/Nonce.sol";
import {LoadedOrder, Order} from "./types/Order.sol";
import {Shares} from "./types/Shares.sol";
import {SignatureLib, Verdict} from "./types/Signature.sol";

/// @title What makers sign, and what of it is still alive
abstract contract MarketOrders is MarketSettings, EIP712 {
    /// @inheritdoc IMarket
    address public immutable ROYALTY_REGISTRY;

    Lanes internal _lanes;
    /// @inheritdoc IMarket
    mapping(address maker => mapping(Nonce nonce => uint256 quantity)) public filledOf;
    /// @inheritdoc IMarket
    mapping(address maker => mapping(bytes32 orderHash => bool approved)) public orderApproved;

    constructor(address royaltyRegistry) EIP712("Daedal Market", "1") {
        ROYALTY_REGISTRY = royaltyRegistry;
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
    ) internal view returns (bytes32 orderHash, uint16 bps) {
        bps = _settings.requireOpen();
        order.requireFillable(filler, bps);
        orderHash = _hashTypedDataV4(structHash);
        address signer = SignatureLib.recover(orderHash, signature);
        if (signer != order.maker() || signer == address(0))
            _requireSignedOtherwise({
                maker: order.maker(),
                orderHash: orderHash,
                structHash: structHash,
                withVoucher: withVoucher,
                signature: signature
            });
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

    /// @dev Spends the nonce, or a part of the units that it stands for. Orders that share a nonce share what was filled.
    function _spend(LoadedOrder order, bytes32 orderHash, uint128 quantity) internal {
        if (order.quantity() != 0) {
            uint256 filled = filledOf[order.maker()][order.nonce()];
            uint256 left = order.quantity() > filled ? order.quantity() - filled : 0;
            if (quantity == 0 || quantity > left) revert MarketUnitsUnavailable(quantity, left);
            unchecked {
                // Both stay within what was signed.
                filled += quantity;
                left -= quantity;
            }
            filledOf[order.maker()][order.nonce()] = filled;
            emit UnitsFilled({
                orderHash: orderHash,
                maker: order.maker(),
                quantity: quantity,
                filled: filled,
                left: left
            });
            if (left != 0) return _lanes.get(order.maker(), order.nonce().lane()).requireOpen(order.nonce());
        } else if (quantity != 0) {
            revert MarketUnitsUnavailable(quantity, 0);
        }
        _lanes.spend(order.maker(), order.nonce());
    }

    /// @dev Whether the filler pays in ether; an ERC-20 is on the list. An offer in ether cannot exist, since zero is never on it.
    function _isPayable(LoadedOrder order) internal view returns (bool native) {
        native = order.isListing() && order.currency() == address(0);
        if (!native && !currencyAllowed[order.currency()]) revert MarketCurrencyNotAllowed(order.currency());
    }

    function _share(
        LoadedOrder order,
        uint256 tokenId,
        uint256 price,
        uint16 bps
    ) internal view returns (Shares memory shares) {
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

    /// @dev Written out for its gas: it runs in every sale. A test compares every word of it with what was paid.
    function _emitFilled(
        LoadedOrder order,
        bytes32 orderHash,
        address filler,
        uint256 tokenId,
        Shares memory shares
    ) internal {
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
