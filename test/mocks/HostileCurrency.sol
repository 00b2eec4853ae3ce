// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice An ERC-20 that moves money as badly as it is told to.
contract HostileCurrency is ERC20("Hostile", "BAD") {
    enum Mode {
        Plain,
        NoAnswer,
        False,
        Fee,
        Nothing,
        Extra,
        NoZero,
        Blocks,
        Calls,
        AnswersFalseTo
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

    function setMode(Mode mode, address target, bytes calldata data) external {
        (_mode, _target, _data) = (mode, target, data);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        Mode mode = _mode;
        if (mode == Mode.False) return false;
        if (mode == Mode.AnswersFalseTo && to == _target) return false;
        if (mode == Mode.Nothing) return true;
        require(mode != Mode.NoZero || amount > 0, "nothing to move");
        require(mode != Mode.Blocks || to != _target, "blocked");
        if (mode == Mode.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        super.transferFrom(from, to, amount);
        if (mode == Mode.Fee) _burn(to, amount / 100);
        if (mode == Mode.Extra) _mint(to, 1);
        if (mode == Mode.NoAnswer) {
            assembly {
                return(0, 0)
            }
        }
        return true;
    }
}
