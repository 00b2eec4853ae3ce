// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice An ERC-20 that comes in and goes out as badly as it is told to.
contract EscrowCurrency is ERC20("Escrow", "ESC") {
    enum Mode {
        Plain,
        NoAnswer,
        False,
        Blocks,
        BurnsGas,
        Megabyte,
        Nothing,
        FalseButMoves,
        Fee,
        Calls,
        Unreadable,
        NeedsGas
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

    /// @param target Who is called, or is not paid; zero stands for everyone.
    function setMode(Mode mode, address target, bytes calldata data) external {
        (_mode, _target, _data) = (mode, target, data);
    }

    function balanceOf(address account) public view override returns (uint256) {
        require(_mode != Mode.Unreadable, "unreadable");
        return super.balanceOf(account);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        Mode mode = _mode;
        if (mode == Mode.False) return false;
        if (mode == Mode.Nothing) return true;
        require(mode != Mode.NeedsGas || gasleft() > 190_000, "not with so little");
        require(mode != Mode.Blocks || (_target != address(0) && to != _target), "blocked");
        if (mode == Mode.BurnsGas) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        super.transfer(to, amount);
        if (mode == Mode.NoAnswer) {
            assembly {
                return(0, 0)
            }
        }
        if (mode == Mode.Megabyte) {
            assembly {
                return(0, 1000000)
            }
        }
        return mode != Mode.FalseButMoves;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (_mode == Mode.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        super.transferFrom(from, to, amount);
        if (_mode == Mode.Fee) _burn(to, amount / 100);
        return true;
    }
}
