// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice An ERC-20 whose `transfer` is as bad as it is told to be, and whose balances may shrink.
contract SplitCurrency is ERC20("Shared", "SHR") {
    enum Mode {
        Plain,
        NoAnswer,
        False,
        Fee,
        Blocks,
        CallsBefore
    }

    Mode private _mode;
    address private _target;
    bytes private _data;
    /// @notice Whether the call made while moving succeeded, and what it returned.
    bool public callSucceeded;
    bytes public callAnswer;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function shrink(address from, uint256 amount) external {
        _burn(from, amount);
    }

    function setMode(Mode mode, address target, bytes calldata data) external {
        (_mode, _target, _data) = (mode, target, data);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        Mode mode = _mode;
        if (mode == Mode.False) return false;
        require(mode != Mode.Blocks || to != _target, "blocked");
        if (mode == Mode.CallsBefore) (callSucceeded, callAnswer) = _target.call(_data);
        super.transfer(to, amount);
        if (mode == Mode.Fee) _burn(to, amount / 100);
        if (mode == Mode.NoAnswer) {
            assembly {
                return(0, 0)
            }
        }
        return true;
    }
}
