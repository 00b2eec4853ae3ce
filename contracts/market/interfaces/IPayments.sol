// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "./IMarket.sol";

/// @title Payments of a contract beside the market
/// @notice What could not be pushed waits for whom it belongs to, in any currency, and fees wait for the protocol. The zero currency is
/// ether; amounts are in the smallest unit.
interface IPayments {
    /// @notice An account did not take its money; it waits for {withdraw}.
    event PaymentCredited(address indexed account, address indexed currency, uint256 amount);
    /// @notice An account took what had waited for it.
    event PaymentWithdrawn(address indexed account, address indexed currency, uint256 amount);
    /// @notice What the protocol had earned was paid out.
    event FeesWithdrawn(address to, address indexed currency, uint256 amount);

    /// @notice Pays the caller what it could not be paid.
    function withdraw(address currency) external;

    /// @notice Pays the protocol's fees to the fee receiver. Anyone may call it.
    function withdrawFees(address currency) external;

    /// @notice What waits for the account. Refused within a call of this contract that moves something.
    function pendingOf(address account, address currency) external view returns (uint256);

    /// @notice What {withdrawFees} would pay. Refused within a call of this contract that moves something.
    function accruedFees(address currency) external view returns (uint256);

    /// @notice The market whose fee, currencies and pause hold here.
    // solhint-disable-next-line func-name-mixedcase
    function MARKET() external view returns (IMarket);

    /// @notice Where the protocol's fees go, for ever.
    // solhint-disable-next-line func-name-mixedcase
    function FEE_RECEIVER() external view returns (address);
}
