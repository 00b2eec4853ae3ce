// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {GasLib} from "./GasLib.sol";

/// @notice Moves money so that no payee can stop a sale.
library PaymentLib {
    using SafeERC20 for IERC20;

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
    function transferExactly(address currency, address from, address to, uint256 amount) internal {
        uint256 before = IERC20(currency).balanceOf(to);
        transfer({currency: currency, from: from, to: to, amount: amount});
        unchecked {
            // A balance that fell wraps around and is not the amount either.
            if (IERC20(currency).balanceOf(to) - before != amount)
                revert IMarket.MarketPaymentFailed({currency: currency, to: to, amount: amount});
        }
    }

    /// @notice Moves an ERC-20 from payer to payee. One without a return value is accepted, one that answers false is not.
    function transfer(address currency, address from, address to, uint256 amount) internal {
        if (amount == 0 || from == to) return;
        IERC20 token = IERC20(currency);
        if (token.trySafeTransferFrom({from: from, to: to, value: amount})) return;
        uint256 balance = token.balanceOf(from);
        if (balance < amount) revert IMarket.MarketBalanceTooLow({account: from, balance: balance, needed: amount});
        if (token.allowance({owner: from, spender: address(this)}) < amount)
            revert IMarket.MarketNotApproved(from, currency);
        revert IMarket.MarketPaymentFailed({currency: currency, to: to, amount: amount});
    }
}
