// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {IPayments} from "./interfaces/IPayments.sol";
import {EscrowLib} from "./libraries/EscrowLib.sol";
import {PaymentLib} from "./libraries/PaymentLib.sol";

/// @title How contracts beside the market pay
/// @dev What can be pushed is pushed, and what is refused is credited, in ether and in ERC-20 alike. Fees stay here until
/// {withdrawFees}, so that a sale neither pays for their transfer nor hangs on it.
abstract contract Payments is IPayments, ReentrancyGuardTransient {
    /// @inheritdoc IPayments
    IMarket public immutable MARKET;
    /// @inheritdoc IPayments
    address public immutable FEE_RECEIVER;

    mapping(address account => mapping(address currency => uint256 amount)) private _pending;
    mapping(address currency => uint256 amount) private _fees;

    constructor(IMarket market) {
        MARKET = market;
        FEE_RECEIVER = market.FEE_RECEIVER();
    }

    /// @inheritdoc IPayments
    function withdraw(address currency) external nonReentrant {
        uint256 amount = _pending[msg.sender][currency];
        if (amount == 0) revert IMarket.MarketNothingPending(msg.sender);
        _pending[msg.sender][currency] = 0;
        _payOut({currency: currency, to: msg.sender, amount: amount});
        emit PaymentWithdrawn({account: msg.sender, currency: currency, amount: amount});
    }

    /// @inheritdoc IPayments
    function withdrawFees(address currency) external nonReentrant {
        uint256 amount = _fees[currency];
        if (amount == 0) revert IMarket.MarketNothingPending(FEE_RECEIVER);
        _fees[currency] = 0;
        _payOut({currency: currency, to: FEE_RECEIVER, amount: amount});
        emit FeesWithdrawn({to: FEE_RECEIVER, currency: currency, amount: amount});
    }

    /// @inheritdoc IPayments
    function pendingOf(address account, address currency) external view nonReentrantView returns (uint256) {
        return _pending[account][currency];
    }

    /// @inheritdoc IPayments
    function accruedFees(address currency) external view nonReentrantView returns (uint256) {
        return _fees[currency];
    }

    /// @dev Nothing new is begun while the market is paused.
    function _requireOpen() internal view {
        if (MARKET.isPaused()) revert IMarket.MarketPaused(MARKET.pausedUntil());
    }

    /// @dev Takes what the caller pays into this contract, exactly.
    function _take(address currency, uint256 amount) internal {
        uint256 needed = currency == address(0) ? amount : 0;
        if (msg.value != needed) revert IMarket.MarketWrongPayment({sent: msg.value, needed: needed});
        if (currency == address(0)) return;
        PaymentLib.transferExactly({
            permit2: address(0),
            currency: currency,
            from: msg.sender,
            to: address(this),
            amount: amount
        });
    }

    /// @dev Pays, or keeps it for who did not take it. Returns whether it was kept.
    function _pay(address currency, address to, uint256 amount) internal returns (bool credited) {
        if (currency == address(0) ? PaymentLib.push(to, amount) : EscrowLib.push(currency, to, amount)) return false;
        _pending[to][currency] += amount;
        emit PaymentCredited({account: to, currency: currency, amount: amount});
        return true;
    }

    /// @dev Keeps a fee for the protocol.
    function _accrue(address currency, uint256 fee) internal {
        if (fee != 0) _fees[currency] += fee;
    }

    function _payOut(address currency, address to, uint256 amount) private {
        bool taken;
        if (currency == address(0)) (taken, ) = to.call{value: amount}("");
        else taken = EscrowLib.send(currency, to, amount);
        if (!taken) revert IMarket.MarketWithdrawalFailed(to);
    }
}
