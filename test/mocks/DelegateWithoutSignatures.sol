// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What an account may delegate to by EIP-7702: code, but no ERC-1271.
contract DelegateWithoutSignatures {
    receive() external payable {}

    function ping() external pure returns (uint256) {
        return 1;
    }
}
