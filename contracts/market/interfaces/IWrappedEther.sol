// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Wrapped ether
/// @notice Ether as an ERC-20, one to one. The interface of WETH9.
interface IWrappedEther {
    /// @notice The account has less than it wants to move.
    error WrappedEtherBalanceTooLow(address account, uint256 balance, uint256 needed);
    /// @notice The spender may move less of the owner's than it wants to.
    error WrappedEtherAllowanceTooLow(address spender, uint256 allowance, uint256 needed);
    /// @notice The account refused the ether it asked for.
    error WrappedEtherWithdrawalFailed(address account);

    event Approval(address indexed owner, address indexed spender, uint256 amount);
    event Transfer(address indexed from, address indexed to, uint256 amount);
    event Deposit(address indexed account, uint256 amount);
    event Withdrawal(address indexed account, uint256 amount);

    /// @notice Wraps `msg.value` wei for the caller.
    function deposit() external payable;

    /// @notice Gives the caller its ether back.
    function withdraw(uint256 amount) external;

    /// @notice Lets the spender move up to `amount` of the caller's; the highest number means without limit.
    function approve(address spender, uint256 amount) external returns (bool);

    /// @notice Moves `amount` from the caller.
    function transfer(address to, uint256 amount) external returns (bool);

    /// @notice Moves `amount` from an owner that allowed it.
    function transferFrom(address from, address to, uint256 amount) external returns (bool);

    /// @notice Wei wrapped in all.
    function totalSupply() external view returns (uint256);

    /// @notice Wei wrapped for the account.
    function balanceOf(address account) external view returns (uint256);

    /// @notice What the spender may still move of the owner's.
    function allowance(address owner, address spender) external view returns (uint256);
}
