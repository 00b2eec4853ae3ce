// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice An account with code that takes ether as badly as it is told to, and acts as told.
contract HostilePayee {
    enum Mode {
        Accepts,
        Rejects,
        BurnsGas,
        Megabyte,
        Calls,
        NeedsGas
    }

    Mode private _mode;
    address private _target;
    bytes private _data;
    /// @notice Whether the call made on receipt succeeded, and what it returned.
    bool public callSucceeded;
    bytes public callAnswer;

    receive() external payable {
        Mode mode = _mode;
        require(mode != Mode.Rejects, "no ether here");
        if (mode == Mode.BurnsGas) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.Megabyte) {
            assembly {
                return(0, 1000000)
            }
        }
        if (mode == Mode.Calls) {
            (bool success, bytes memory answer) = _target.call(_data);
            // Storing the answer costs more than a payee may use; four bytes fit.
            callSucceeded = success;
            if (answer.length >= 4) callAnswer = bytes.concat(bytes4(answer));
        }
        if (mode == Mode.NeedsGas) {
            uint256 left = gasleft();
            while (left - gasleft() < 40_000) left = left + 0;
        }
    }

    function setMode(Mode mode, address target, bytes calldata data) external {
        (_mode, _target, _data) = (mode, target, data);
    }

    /// @notice Calls as this account.
    function act(address target, uint256 value, bytes calldata data) external payable returns (bytes memory) {
        (bool success, bytes memory answer) = target.call{value: value}(data);
        if (!success) {
            assembly {
                revert(add(answer, 0x20), mload(answer))
            }
        }
        return answer;
    }
}
