// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IRoyaltySplit} from "./interfaces/IRoyaltySplit.sol";
import {PayeeTableLib} from "./libraries/PayeeTableLib.sol";
import {Payee} from "./types/Payee.sol";

/// @title Royalty split
/// @dev Runs behind clones that carry the table of payees in their code. The lock is for currencies that call out before balances
/// move: in between, what was received would be counted twice.
contract RoyaltySplit is IRoyaltySplit, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Gas for each payee of ether when all are paid, so that none can take it from the others.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant PUSH_GAS = 50_000;
    /// @dev What must be left before each payment: the payee's gas by EIP-150, the call with value to a new account, and the writes.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant GAS_NEEDED = 140_000;
    // solhint-disable-next-line private-vars-leading-underscore
    address private immutable SELF = address(this);

    /// @inheritdoc IRoyaltySplit
    mapping(address currency => uint256 amount) public releasedTotal;
    mapping(address account => mapping(address currency => uint256 amount)) private _released;

    /// @inheritdoc IRoyaltySplit
    receive() external payable {
        if (address(this) == SELF) revert RoyaltiesNotSplit();
    }

    /// @inheritdoc IRoyaltySplit
    function release(address account, address currency) external nonReentrant returns (uint256 amount) {
        amount = dueTo(account, currency);
        if (amount == 0) revert RoyaltiesNothingDue(account, currency);
        if (!_pay({account: account, currency: currency, amount: amount, gasLimit: gasleft()}))
            revert RoyaltiesPaymentFailed(account, currency, amount);
    }

    /// @inheritdoc IRoyaltySplit
    function distribute(address currency) external nonReentrant returns (uint256 paid) {
        Payee[] memory all = payees();
        for (uint256 i = 0; i < all.length; ++i) {
            address account = all[i].account;
            uint256 amount = _dueTo(all[i], currency);
            if (amount == 0) continue;
            // Else a call with little gas, such as the least at which the whole does not fail, would pass payees over.
            if (gasleft() < GAS_NEEDED) revert RoyaltiesGasTooLow(gasleft(), GAS_NEEDED);
            if (_pay({account: account, currency: currency, amount: amount, gasLimit: PUSH_GAS})) paid += amount;
            else emit Refused({account: account, currency: currency, amount: amount});
        }
    }

    /// @inheritdoc IRoyaltySplit
    function dueTo(address account, address currency) public view returns (uint256) {
        Payee[] memory all = payees();
        for (uint256 i = 0; i < all.length; ++i) if (all[i].account == account) return _dueTo(all[i], currency);
        revert RoyaltiesNotPayee(account);
    }

    /// @inheritdoc IRoyaltySplit
    function releasedTo(address account, address currency) external view returns (uint256) {
        return _released[account][currency];
    }

    /// @inheritdoc IRoyaltySplit
    function payees() public view returns (Payee[] memory) {
        if (address(this) == SELF) revert RoyaltiesNotSplit();
        return PayeeTableLib.decode(Clones.fetchCloneArgs(address(this)));
    }

    function _dueTo(Payee memory payee, address currency) private view returns (uint256) {
        uint256 balance = currency == address(0) ? address(this).balance : IERC20(currency).balanceOf(address(this));
        uint256 share = ((balance + releasedTotal[currency]) * payee.bps) / PayeeTableLib.WHOLE;
        // Only a currency whose balances shrink owes less than it paid, or more than there is.
        return Math.min(balance, Math.saturatingSub(share, _released[payee.account][currency]));
    }

    /// @dev Writes the payment down before it is made, and strikes it out when it was not taken.
    function _pay(address account, address currency, uint256 amount, uint256 gasLimit) private returns (bool taken) {
        releasedTotal[currency] += amount;
        _released[account][currency] += amount;
        if (currency == address(0)) {
            assembly ("memory-safe") {
                // Nothing of what is returned is copied.
                taken := call(gasLimit, account, amount, 0x00, 0x00, 0x00, 0x00)
            }
        } else {
            taken = IERC20(currency).trySafeTransfer(account, amount);
        }
        if (taken) {
            emit Released({account: account, currency: currency, amount: amount});
        } else {
            releasedTotal[currency] -= amount;
            _released[account][currency] -= amount;
        }
    }
}
