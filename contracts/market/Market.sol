// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {PaymentLib} from "./libraries/PaymentLib.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {SignatureLib} from "./libraries/SignatureLib.sol";
import {TokenLib} from "./libraries/TokenLib.sol";
import {Lane, LaneSlot} from "./types/Lane.sol";
import {Order} from "./types/Order.sol";
import {Settings, SettingsLib} from "./types/Settings.sol";

/// @title Market
contract Market is IMarket, EIP712, Ownable2Step, ReentrancyGuardTransient {
    /// @inheritdoc IMarket
    uint16 public constant MAX_FEE_BPS = SettingsLib.MAX_FEE_BPS;
    /// @inheritdoc IMarket
    uint16 public constant MAX_ROYALTY_BPS = RoyaltyLib.MAX_BPS;
    /// @inheritdoc IMarket
    address public immutable FEE_RECEIVER;

    mapping(address maker => mapping(uint64 lane => LaneSlot slot)) private _lanes;
    Settings private _settings;
    mapping(address account => uint256 amount) private _pending;
    /// @inheritdoc IMarket
    mapping(address currency => bool allowed) public currencyAllowed;

    /// @param owner Sets the fee, allows currencies and pauses.
    /// @param feeReceiver Gets every fee, for ever.
    /// @param initialFeeBps Fee in force from the start, basis points.
    /// @param currencies ERC-20s allowed from the start.
    constructor(
        address owner,
        address feeReceiver,
        uint16 initialFeeBps,
        address[] memory currencies
    ) EIP712("Daedal Market", "1") Ownable(owner) {
        if (feeReceiver == address(0)) revert MarketFeeReceiverZero();
        SettingsLib.requireFeeWithinCap(initialFeeBps);
        FEE_RECEIVER = feeReceiver;
        _settings.feeBps = initialFeeBps;
        emit FeeChanged(initialFeeBps);
        for (uint256 i = 0; i < currencies.length; ++i) _allowCurrency(currencies[i], true);
    }

    // Trading

    /// @inheritdoc IMarket
    function fill(Order memory order, bytes calldata signature) external payable nonReentrant {
        uint16 bps = _settings.requireOpen();
        order.requireFillable(msg.sender, bps);
        _requirePayable(order);
        bytes32 orderHash = _hashTypedDataV4(order.hashStruct());
        SignatureLib.requireSigned({maker: order.maker, digest: orderHash, signature: signature});
        (address royaltyReceiver, uint256 royalty) = RoyaltyLib.dueOn({
            collection: order.collection,
            tokenId: order.tokenId,
            price: order.price
        });
        order.requireRoyaltyAccepted(royalty);

        LaneSlot storage slot = _lanes[order.maker][order.lane];
        slot.lane = slot.lane.spend(order);

        (address seller, address buyer) = order.parties(msg.sender);
        TokenLib.deliver({order: order, seller: seller, buyer: buyer});
        (uint256 fee, uint256 proceeds) = ShareLib.split({price: order.price, feeBps: bps, royalty: royalty});
        _payOut({
            currency: order.currency,
            buyer: buyer,
            seller: seller,
            royaltyReceiver: royaltyReceiver,
            proceeds: proceeds,
            royalty: royalty,
            fee: fee
        });

        emit OrderFilled({
            orderHash: orderHash,
            seller: seller,
            buyer: buyer,
            collection: order.collection,
            tokenId: order.tokenId,
            currency: order.currency,
            price: order.price,
            fee: fee,
            royalty: royalty,
            royaltyReceiver: royaltyReceiver
        });
    }

    // Cancelling: open while fills are paused, and without the lock, since it only narrows what the caller itself has signed.

    /// @inheritdoc IMarket
    function cancel(uint64 lane, uint256 bits) external {
        LaneSlot storage slot = _lanes[msg.sender][lane];
        (Lane next, uint256 open) = slot.lane.cancel(bits);
        slot.lane = next;
        emit OrdersCancelled({maker: msg.sender, lane: lane, epoch: next.epoch(), bits: open});
    }

    /// @inheritdoc IMarket
    function advanceLane(uint64 lane) external returns (uint64 epoch) {
        LaneSlot storage slot = _lanes[msg.sender][lane];
        Lane next = slot.lane.advance();
        slot.lane = next;
        epoch = next.epoch();
        emit LaneAdvanced({maker: msg.sender, lane: lane, epoch: epoch});
    }

    // Taking out money

    /// @inheritdoc IMarket
    function withdraw() external nonReentrant {
        uint256 amount = _pending[msg.sender];
        if (amount == 0) revert MarketNothingPending(msg.sender);
        _pending[msg.sender] = 0;
        _settings.owed -= SafeCast.toUint104(amount);
        (bool taken, ) = msg.sender.call{value: amount}("");
        if (!taken) revert MarketWithdrawalFailed(msg.sender);
        emit PaymentWithdrawn({account: msg.sender, amount: amount});
    }

    /// @inheritdoc IMarket
    function withdrawFees() external nonReentrant {
        uint256 amount = _accruedFees();
        (bool taken, ) = FEE_RECEIVER.call{value: amount}("");
        if (!taken) revert MarketWithdrawalFailed(FEE_RECEIVER);
        emit FeesWithdrawn({to: FEE_RECEIVER, amount: amount});
    }

    // Administration

    /// @inheritdoc IMarket
    function scheduleFee(uint16 newFeeBps) external onlyOwner {
        emit FeeScheduled({feeBps: newFeeBps, validFrom: _settings.scheduleFee(newFeeBps)});
    }

    /// @inheritdoc IMarket
    function applyFee() external {
        emit FeeChanged(_settings.applyFee());
    }

    /// @inheritdoc IMarket
    function pause() external onlyOwner {
        emit Paused(_settings.pause());
    }

    /// @inheritdoc IMarket
    function unpause() external onlyOwner {
        if (_settings.unpause()) emit Paused(uint64(block.timestamp));
    }

    /// @inheritdoc IMarket
    function allowCurrency(address currency, bool allowed) external onlyOwner {
        _allowCurrency(currency, allowed);
    }

    // Views

    /// @inheritdoc IMarket
    function laneOf(address maker, uint64 lane) external view returns (uint64 epoch, uint192 bitmap) {
        Lane word = _lanes[maker][lane].lane;
        return (word.epoch(), word.bitmap());
    }

    /// @inheritdoc IMarket
    function feeBps() external view returns (uint16) {
        return _settings.feeBps;
    }

    /// @inheritdoc IMarket
    function scheduledFee() external view returns (uint16, uint64) {
        return (_settings.nextFeeBps, _settings.nextFeeFrom);
    }

    /// @inheritdoc IMarket
    function pausedUntil() external view returns (uint64) {
        return _settings.pausedUntil;
    }

    /// @inheritdoc IMarket
    function isPaused() external view returns (bool) {
        return block.timestamp < _settings.pausedUntil;
    }

    /// @inheritdoc IMarket
    function royaltyOf(
        address collection,
        uint256 tokenId,
        uint256 price
    ) external view returns (address receiver, uint256 amount) {
        return RoyaltyLib.dueOn({collection: collection, tokenId: tokenId, price: price});
    }

    /// @inheritdoc IMarket
    function hashOrder(Order memory order) external view returns (bytes32) {
        return _hashTypedDataV4(order.hashStruct());
    }

    /// @inheritdoc IMarket
    function pendingOf(address account) external view returns (uint256) {
        return _pending[account];
    }

    /// @inheritdoc IMarket
    function pendingTotal() external view returns (uint256) {
        return _settings.owed;
    }

    /// @inheritdoc IMarket
    /// @dev Within a fill the balance holds the buyer's ether, so the answer would be wrong: it is refused.
    function accruedFees() external view nonReentrantView returns (uint256) {
        return _accruedFees();
    }

    // Internal

    /// @dev The ether sent is the price of a listing in ether, and nothing otherwise; an ERC-20 is on the list. An offer in ether
    /// cannot exist, since zero is never on the list.
    function _requirePayable(Order memory order) private view {
        bool native = order.isListingInEther();
        uint256 needed = native ? order.price : 0;
        if (msg.value != needed) revert MarketWrongPayment({sent: msg.value, needed: needed});
        if (!native && !currencyAllowed[order.currency]) revert MarketCurrencyNotAllowed(order.currency);
    }

    /// @dev A seller that is also the royalty receiver is paid once. The fee in ether stays here until {withdrawFees}; an ERC-20 never does.
    function _payOut(
        address currency,
        address buyer,
        address seller,
        address royaltyReceiver,
        uint256 proceeds,
        uint256 royalty,
        uint256 fee
    ) private {
        if (royaltyReceiver == seller) (proceeds, royalty) = (proceeds + royalty, 0);
        if (currency == address(0)) {
            _send(seller, proceeds);
            if (royalty > 0) _send(royaltyReceiver, royalty);
        } else {
            PaymentLib.transferExactly({currency: currency, from: buyer, to: seller, amount: proceeds});
            PaymentLib.transfer({currency: currency, from: buyer, to: royaltyReceiver, amount: royalty});
            PaymentLib.transfer({currency: currency, from: buyer, to: FEE_RECEIVER, amount: fee});
        }
    }

    function _send(address to, uint256 amount) private {
        if (PaymentLib.push(to, amount)) return;
        _pending[to] += amount;
        _settings.owed += SafeCast.toUint104(amount);
        emit PaymentCredited({account: to, amount: amount});
    }

    function _allowCurrency(address currency, bool allowed) private {
        if (currency.code.length == 0) revert MarketCurrencyNotAllowed(currency);
        currencyAllowed[currency] = allowed;
        emit CurrencyAllowed({currency: currency, allowed: allowed});
    }

    /// @dev What is not owed to a payee is the protocol's: the fee needs no write of its own.
    function _accruedFees() private view returns (uint256) {
        return address(this).balance - _settings.owed;
    }
}
