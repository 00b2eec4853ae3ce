// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A payee that notes how much gas it was given, and a payer that gives as much as it is told to.
contract GasMeter {
    uint256 public gasSeen;

    receive() external payable {
        gasSeen = gasleft();
    }

    function pay(address to, uint256 gasLimit) external payable {
        (bool success, ) = to.call{value: msg.value, gas: gasLimit}("");
        require(success, "not taken");
    }
}
