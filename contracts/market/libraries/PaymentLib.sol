// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IPermit2} from "../interfaces/IPermit2.sol";
import {GasLib} from "./GasLib.sol";

/// @notice Moves money so that no payee can stop a sale in ether, and no currency can pay less than it was asked to.
library PaymentLib {
    /// @dev Gas that a payee of ether may use, and what the call itself costs at most: cold, with value, to a new account.
    uint256 private constant PUSH_GAS = 50_000;
    uint256 private constant PUSH_OVERHEAD = 37_000;

    /// @notice Sends ether with capped gas, copying nothing of what is returned. Returns whether it was taken.
    function push(address to, uint256 amount) internal returns (bool taken) {
        GasLib.requireFor({cap: PUSH_GAS, overhead: PUSH_OVERHEAD});
        assembly ("memory-safe") {
            taken := call(PUSH_GAS, to, amount, 0x00, 0x00, 0x00, 0x00)
        }
    }

    /// @notice Moves an ERC-20 and checks that exactly the amount arrived.
    /// @dev Made for the seller, who gets most of a price: a currency that keeps a part of every transfer shows here, and the
    /// smaller payments of the same fill need no second look.
    function transferExactly(address permit2, address currency, address from, address to, uint256 amount) internal {
        uint256 before = _balanceOf(currency, to);
        transfer({permit2: permit2, currency: currency, from: from, to: to, amount: amount});
        unchecked {
            // A balance that fell wraps around and is not the amount either.
            if (_balanceOf(currency, to) - before != amount)
                revert IMarket.MarketPaymentFailed({currency: currency, to: to, amount: amount});
        }
    }

    /// @notice Moves an ERC-20 from payer to payee, by the market's own allowance or by that of Permit2. One without a return value
    /// is accepted, one that answers false is not. Nothing for an amount of zero, which some currencies refuse.
    function transfer(address permit2, address currency, address from, address to, uint256 amount) internal {
        if (amount == 0 || from == to) return;
        if (_transferFrom({currency: currency, from: from, to: to, amount: amount})) return;
        if (_transferByPermit2({permit2: permit2, currency: currency, from: from, to: to, amount: amount})) return;
        uint256 balance = _balanceOf(currency, from);
        if (balance < amount) revert IMarket.MarketBalanceTooLow({account: from, balance: balance, needed: amount});
        if (IERC20(currency).allowance({owner: from, spender: address(this)}) < amount)
            revert IMarket.MarketNotApproved(from, currency);
        revert IMarket.MarketPaymentFailed({currency: currency, to: to, amount: amount});
    }

    /// @dev Only currencies with code are on the list, and one that lost it moves nothing, which the balance of the seller shows.
    function _transferFrom(address currency, address from, address to, uint256 amount) private returns (bool moved) {
        bytes4 selector = IERC20.transferFrom.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 0x04), from)
            mstore(add(question, 0x24), to)
            mstore(add(question, 0x44), amount)
            moved := call(gas(), currency, 0x00, question, 0x64, 0x00, 0x20)
            if moved {
                moved := or(iszero(returndatasize()), and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)))
            }
        }
    }

    /// @dev Permit2 knows nothing of return values that are false, so the balance of the payee has to tell.
    function _transferByPermit2(
        address permit2,
        address currency,
        address from,
        address to,
        uint256 amount
    ) private returns (bool moved) {
        if (permit2 == address(0) || amount > type(uint160).max) return false;
        uint256 before = _balanceOf(currency, to);
        try IPermit2(permit2).transferFrom({from: from, to: to, amount: uint160(amount), token: currency}) {
            unchecked {
                moved = _balanceOf(currency, to) - before == amount;
            }
        } catch {
            moved = false;
        }
    }

    function _balanceOf(address currency, address account) private view returns (uint256 held) {
        bytes4 selector = IERC20.balanceOf.selector;
        bool answered;
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, account)
            answered := staticcall(gas(), currency, 0x00, 0x24, 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            held := mload(0x00)
        }
        if (!answered) revert IMarket.MarketCurrencyNotAllowed(currency);
    }
}
