// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {IPermit2} from "./interfaces/IPermit2.sol";
import {MarketPayments} from "./MarketPayments.sol";
import {Permit} from "./types/Permit.sol";

/// @title Fills in the transaction that approves their currency
/// @dev A permit that fails is ignored: somebody may have submitted it first, and then the allowance is there. Where it is not, the
/// payment itself fails and says so. The one delegated call goes to this very contract, so it runs the code that a direct call would
/// run, with the same sender and the same ether, once.
abstract contract MarketPermits is MarketPayments {
    /// @inheritdoc IMarket
    function withPermit(Permit calldata permit, bytes calldata call_) external payable returns (bytes memory) {
        if (!currencyAllowed[permit.currency]) revert MarketCurrencyNotAllowed(permit.currency);
        try
            IERC20Permit(permit.currency).permit({
                owner: permit.owner,
                spender: address(this),
                value: permit.value,
                deadline: permit.deadline,
                v: permit.v,
                r: permit.r,
                s: permit.s
            })
        {} catch {} // solhint-disable-line no-empty-blocks
        return Address.functionDelegateCall(address(this), call_);
    }

    /// @inheritdoc IMarket
    function withPermit2(
        address owner,
        IPermit2.PermitSingle calldata permit,
        bytes calldata signature,
        bytes calldata call_
    ) external payable returns (bytes memory) {
        if (PERMIT2 == address(0)) revert MarketPermit2Unknown(PERMIT2);
        try IPermit2(PERMIT2).permit(owner, permit, signature) {} catch {} // solhint-disable-line no-empty-blocks
        return Address.functionDelegateCall(address(this), call_);
    }
}
