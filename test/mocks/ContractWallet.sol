// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A maker with code, whose ERC-1271 answers as told.
contract ContractWallet {
    enum Mode {
        Accepts,
        Refuses,
        DirtyAnswer,
        ShortAnswer,
        Reverts,
        BurnsGas,
        Megabyte,
        Calls
    }

    Mode private _mode;
    address private _target;
    bytes private _data;

    receive() external payable {}

    function setMode(Mode mode) external {
        _mode = mode;
    }

    /// @notice Calls while it is asked whether it signed, and has signed only where that call was refused.
    function setCall(address target, bytes calldata data) external {
        (_mode, _target, _data) = (Mode.Calls, target, data);
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        Mode mode = _mode;
        if (mode == Mode.Refuses) return 0xffffffff;
        require(mode != Mode.Reverts, "not signed");
        if (mode == Mode.BurnsGas) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.DirtyAnswer) {
            assembly {
                mstore(0, or(shl(224, 0x1626ba7e), 1))
                return(0, 32)
            }
        }
        if (mode == Mode.ShortAnswer) {
            assembly {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 4)
            }
        }
        if (mode == Mode.Megabyte) {
            assembly {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 1000000)
            }
        }
        if (mode == Mode.Calls) {
            (bool success, ) = _target.staticcall{gas: 300_000}(_data);
            if (success) return 0xffffffff;
        }
        return 0x1626ba7e;
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
