// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Permit2
/// @notice The part of Uniswap's Permit2 (allowance transfer) that the market and its validator use, https://github.com/Uniswap/permit2.
interface IPermit2 {
    /// @notice Allowance of one ERC-20.
    struct PermitDetails {
        address token;
        uint160 amount;
        uint48 expiration;
        uint48 nonce;
    }
    /// @notice What an owner signs.
    struct PermitSingle {
        PermitDetails details;
        address spender;
        uint256 sigDeadline;
    }

    /// @notice Sets the allowance that the owner signed.
    function permit(address owner, PermitSingle memory permitSingle, bytes calldata signature) external;

    /// @notice Moves an ERC-20 by the caller's allowance.
    function transferFrom(address from, address to, uint160 amount, address token) external;

    /// @notice What the spender may move of the user's until `expiration` (unix seconds), and the nonce of the next permit.
    function allowance(
        address user,
        address token,
        address spender
    ) external view returns (uint160 amount, uint48 expiration, uint48 nonce);
}
