// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice An ERC-20 that returns nothing, returns false, or keeps a part of each transfer.
contract HostileToken {
    enum Mode {
        NoReturn,
        ReturnFalse,
        TransferFee
    }

    Mode public immutable MODE;
    mapping(address account => uint256 amount) public balanceOf;

    constructor(Mode mode) {
        MODE = mode;
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function allowance(address, address) external pure returns (uint256) {
        return type(uint256).max;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        if (MODE == Mode.ReturnFalse) {
            assembly {
                mstore(0x00, 0)
                return(0x00, 0x20)
            }
        }
        balanceOf[from] -= amount;
        balanceOf[to] += MODE == Mode.TransferFee ? amount - amount / 100 : amount;
    }
}
