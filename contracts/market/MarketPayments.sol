// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {PaymentLib} from "./libraries/PaymentLib.sol";
import {MarketSettings} from "./MarketSettings.sol";
import {Shares} from "./types/Shares.sol";

/// @title How the market pays
/// @dev Ether is pushed, and credited where it is refused; an ERC-20 goes from payer to payees and is never held.
abstract contract MarketPayments is MarketSettings, ReentrancyGuardTransient {
    /// @inheritdoc IMarket
    address public immutable FEE_RECEIVER;
    /// @inheritdoc IMarket
    address public immutable PERMIT2;

    mapping(address account => uint256 amount) private _pending;

    constructor(address feeReceiver, address permit2) {
        if (feeReceiver == address(0)) revert MarketFeeReceiverZero();
        if (permit2 != address(0) && permit2.code.length == 0) revert MarketPermit2Unknown(permit2);
        FEE_RECEIVER = feeReceiver;
        PERMIT2 = permit2;
    }

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

    /// @dev Pays seller and creator, and the protocol where the currency is an ERC-20: its ether stays here until {withdrawFees}.
    /// A seller that is also the royalty receiver is paid once.
    function _payOut(address currency, address buyer, address seller, Shares memory shares) internal {
        (uint256 proceeds, uint256 royalty) = (shares.proceeds, shares.royalty);
        // Nobody is the receiver where there is no royalty, and nobody is no seller.
        if (shares.royaltyReceiver == seller) {
            unchecked {
                (proceeds, royalty) = (proceeds + royalty, 0);
            }
        }
        if (currency == address(0)) {
            _send(seller, proceeds);
            if (royalty != 0) _send(shares.royaltyReceiver, royalty);
        } else {
            _take({currency: currency, buyer: buyer, to: seller, amount: proceeds});
            _transfer({currency: currency, buyer: buyer, to: shares.royaltyReceiver, amount: royalty});
            _transfer({currency: currency, buyer: buyer, to: FEE_RECEIVER, amount: shares.fee});
        }
    }

    /// @dev Moves an ERC-20 to the seller, exactly.
    function _take(address currency, address buyer, address to, uint256 amount) internal {
        PaymentLib.transferExactly({permit2: PERMIT2, currency: currency, from: buyer, to: to, amount: amount});
    }

    /// @dev Moves an ERC-20.
    function _transfer(address currency, address buyer, address to, uint256 amount) internal {
        PaymentLib.transfer({permit2: PERMIT2, currency: currency, from: buyer, to: to, amount: amount});
    }

    /// @dev Sends ether, or keeps it for who did not take it.
    function _send(address to, uint256 amount) internal {
        if (PaymentLib.push(to, amount)) return;
        _pending[to] += amount;
        _settings.owed += SafeCast.toUint104(amount);
        emit PaymentCredited({account: to, amount: amount});
    }

    /// @dev Gives the filler back what it sent too much.
    function _refund(uint256 amount) internal {
        if (amount == 0) return;
        (bool taken, ) = msg.sender.call{value: amount}("");
        if (!taken) revert MarketRefundFailed(msg.sender, amount);
    }

    /// @dev What is not owed to a payee is the protocol's: the fee needs no write of its own.
    function _accruedFees() private view returns (uint256) {
        return address(this).balance - _settings.owed;
    }
}
