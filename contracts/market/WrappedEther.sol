// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWrappedEther} from "./interfaces/IWrappedEther.sol";

/// @title Wrapped ether
/// @notice Behaves as WETH9, for chains that have none. On a public chain the canonical one is used.
contract WrappedEther is IWrappedEther {
    // ERC-20 names its constants so.
    // solhint-disable const-name-snakecase
    string public constant name = "Wrapped Ether";
    string public constant symbol = "WETH";
    uint8 public constant decimals = 18;
    // solhint-enable const-name-snakecase

    /// @inheritdoc IWrappedEther
    mapping(address account => uint256 amount) public balanceOf;
    /// @inheritdoc IWrappedEther
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    /// @notice Ether sent plainly is wrapped for the sender.
    receive() external payable {
        deposit();
    }

    /// @inheritdoc IWrappedEther
    function deposit() public payable {
        balanceOf[msg.sender] += msg.value;
        emit Deposit({account: msg.sender, amount: msg.value});
    }

    /// @inheritdoc IWrappedEther
    function withdraw(uint256 amount) external {
        uint256 balance = balanceOf[msg.sender];
        if (balance < amount) revert WrappedEtherBalanceTooLow(msg.sender, balance, amount);
        balanceOf[msg.sender] = balance - amount;
        emit Withdrawal({account: msg.sender, amount: amount});
        (bool success, ) = msg.sender.call{value: amount}("");
        if (!success) revert WrappedEtherWithdrawalFailed(msg.sender);
    }

    /// @inheritdoc IWrappedEther
    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval({owner: msg.sender, spender: spender, amount: amount});
        return true;
    }

    /// @inheritdoc IWrappedEther
    function transfer(address to, uint256 amount) external returns (bool) {
        return transferFrom({from: msg.sender, to: to, amount: amount});
    }

    /// @inheritdoc IWrappedEther
    function totalSupply() external view returns (uint256) {
        return address(this).balance;
    }

    /// @inheritdoc IWrappedEther
    function transferFrom(address from, address to, uint256 amount) public returns (bool) {
        uint256 balance = balanceOf[from];
        if (balance < amount) revert WrappedEtherBalanceTooLow(from, balance, amount);
        if (from != msg.sender) {
            uint256 allowed = allowance[from][msg.sender];
            if (allowed < amount) revert WrappedEtherAllowanceTooLow(msg.sender, allowed, amount);
            if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - amount;
        }
        balanceOf[from] = balance - amount;
        balanceOf[to] += amount;
        emit Transfer({from: from, to: to, amount: amount});
        return true;
    }
}
