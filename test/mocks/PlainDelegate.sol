// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What an account may delegate to by EIP-7702: takes ether, knows no ERC-1271.
contract PlainDelegate {
    receive() external payable {}
}
