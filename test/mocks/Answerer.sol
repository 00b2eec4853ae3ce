// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A contract that answers each question with the bytes that it was given, and reverts for those it does not know.
contract Answerer {
    enum Mode {
        Silent,
        Returns,
        Reverts,
        BurnsGas
    }

    mapping(bytes4 question => Mode mode) private _modes;
    mapping(bytes4 question => bytes answer) private _answers;

    /// @notice Answers whatever is asked.
    fallback(bytes calldata) external returns (bytes memory) {
        Mode mode = _modes[msg.sig];
        require(mode != Mode.Silent, "what?");
        bytes memory answer = _answers[msg.sig];
        if (mode == Mode.Reverts) {
            assembly {
                revert(add(answer, 0x20), mload(answer))
            }
        }
        if (mode == Mode.BurnsGas) {
            assembly {
                invalid()
            }
        }
        return answer;
    }

    function setAnswer(bytes4 question, Mode mode, bytes calldata answer) external {
        (_modes[question], _answers[question]) = (mode, answer);
    }
}
