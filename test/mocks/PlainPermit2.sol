// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

import {IPermit2} from "../../contracts/market/interfaces/IPermit2.sol";

/// @notice The part of Uniswap's Permit2 that holds allowances: amounts that expire, and transfers by them.
contract PlainPermit2 {
    struct Allowance {
        uint160 amount;
        uint48 expiration;
        uint48 nonce;
    }

    mapping(address owner => mapping(address token => mapping(address spender => Allowance granted))) public allowance;

    function approve(address token, address spender, uint160 amount, uint48 expiration) external {
        allowance[msg.sender][token][spender] = Allowance({amount: amount, expiration: expiration, nonce: 0});
    }

    /// @notice Takes any signature of 65 bytes for the owner's.
    function permit(address owner, IPermit2.PermitSingle calldata single, bytes calldata signature) external {
        require(signature.length == 65, "not signed");
        allowance[owner][single.details.token][single.spender] = Allowance({
            amount: single.details.amount,
            expiration: single.details.expiration,
            nonce: single.details.nonce + 1
        });
    }

    function transferFrom(address from, address to, uint160 amount, address token) external {
        Allowance storage granted = allowance[from][token][msg.sender];
        require(granted.amount >= amount && granted.expiration >= block.timestamp, "not allowed");
        granted.amount -= amount;
        require(IERC20(token).transferFrom({from: from, to: to, value: amount}), "not moved");
    }
}
