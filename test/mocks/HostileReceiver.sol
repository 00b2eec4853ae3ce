// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A payee of ether that does what it can to stop or to tax a sale.
contract HostileReceiver {
    enum Mode {
        Reject,
        BurnGas,
        ReturnMegabyte
    }

    Mode public immutable MODE;

    constructor(Mode mode) {
        MODE = mode;
    }

    receive() external payable {
        if (MODE == Mode.Reject) revert();
        if (MODE == Mode.BurnGas) while (true) {}
        assembly {
            return(0x00, 1048576)
        }
    }
}
