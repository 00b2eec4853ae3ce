// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IPermit2} from "../interfaces/IPermit2.sol";
import {AskLib} from "../libraries/AskLib.sol";

using PurseLib for Purse global;

/// @notice What a payer has of an ERC-20 and what the market may move of it, as payment after payment would leave it. The highest number
/// is a permission without limit.
struct Purse {
    address payer;
    address currency;
    uint256 balance;
    /// What the market may move itself.
    uint256 allowance;
    /// What it may move by Permit2.
    uint256 permitted;
}

/// @notice Pays on paper as {PaymentLib} does on chain.
library PurseLib {
    /// @notice What is there now. Reverts where the currency does not say so.
    function open(address market, address currency, address payer) internal view returns (Purse memory self) {
        (self.payer, self.currency) = (payer, currency);
        self.balance = AskLib.askOr({
            target: currency,
            question: abi.encodeCall(IERC20.balanceOf, (payer)),
            otherwise: abi.encodeWithSelector(IMarket.MarketCurrencyNotAllowed.selector, currency)
        });
        self.allowance = _allowance(currency, payer, market);
        self.permitted = _permitted({
            permit2: IMarket(market).PERMIT2(),
            currency: currency,
            payer: payer,
            market: market
        });
    }

    /// @notice Reverts where the payment would.
    function requirePaid(Purse memory self, address to, uint256 amount) internal pure {
        if (self.pay(to, amount)) return;
        if (self.balance < amount) revert IMarket.MarketBalanceTooLow(self.payer, self.balance, amount);
        revert IMarket.MarketNotApproved(self.payer, self.currency);
    }

    /// @notice Whether the payment could be made; then it is.
    /// @dev Permit2 moves no amount beyond 160 bits, however much it was permitted.
    function pay(Purse memory self, address to, uint256 amount) internal pure returns (bool paid) {
        if (amount == 0 || to == self.payer) return true;
        if (self.balance < amount) return false;
        if (self.allowance >= amount) self.allowance = _less(self.allowance, amount);
        else if (self.permitted >= amount && amount <= type(uint160).max)
            self.permitted = _less(self.permitted, amount);
        else return false;
        self.balance -= amount;
        return true;
    }

    function _less(uint256 permission, uint256 amount) private pure returns (uint256) {
        return permission == type(uint256).max ? permission : permission - amount;
    }

    /// @dev What Permit2 grants the market, and no more than the currency grants Permit2.
    function _permitted(
        address permit2,
        address currency,
        address payer,
        address market
    ) private view returns (uint256 amount) {
        if (permit2 == address(0)) return 0;
        uint48 expiration;
        (amount, expiration, ) = IPermit2(permit2).allowance({user: payer, token: currency, spender: market});
        if (block.timestamp > expiration) return 0;
        if (amount == type(uint160).max) amount = type(uint256).max;
        uint256 granted = _allowance(currency, payer, permit2);
        return amount < granted ? amount : granted;
    }

    function _allowance(address currency, address payer, address spender) private view returns (uint256 amount) {
        (, amount) = AskLib.ask(currency, abi.encodeCall(IERC20.allowance, (payer, spender)));
    }
}
