// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Questions to contracts that nobody vouches for: with capped gas, and with no more of the answer than is wanted.
library AskLib {
    /// @dev Many times what an ordinary view costs.
    uint256 private constant CALL_GAS = 1_000_000;
    /// @dev Most bytes that are kept of a refusal.
    uint256 private constant MAX_REASON = 1_024;

    /// @notice At most `most` bytes of the answer, and whether there was one.
    function query(
        address target,
        bytes memory question,
        uint256 most
    ) internal view returns (bool answered, bytes memory answer) {
        return queryWith({gasCap: CALL_GAS, target: target, question: question, most: most});
    }

    /// @notice The same with another cap.
    function queryWith(
        uint256 gasCap,
        address target,
        bytes memory question,
        uint256 most
    ) internal view returns (bool answered, bytes memory answer) {
        assembly ("memory-safe") {
            answered := staticcall(gasCap, target, add(question, 0x20), mload(question), 0x00, 0x00)
            let length := returndatasize()
            if gt(length, most) {
                length := most
            }
            answer := mload(0x40)
            mstore(answer, length)
            returndatacopy(add(answer, 0x20), 0x00, length)
            mstore(0x40, add(add(answer, 0x20), and(add(length, 0x1f), not(0x1f))))
        }
    }

    /// @notice The first word of the answer; not answered where there is none.
    function ask(address target, bytes memory question) internal view returns (bool answered, uint256 word) {
        bytes memory answer;
        (answered, answer) = query({target: target, question: question, most: 32});
        answered = answered && answer.length == 32;
        if (answered) word = abi.decode(answer, (uint256));
    }

    /// @notice The first word of the answer. Reverts where there is none: with the reason of who was asked, else with `otherwise`.
    function askOr(address target, bytes memory question, bytes memory otherwise) internal view returns (uint256 word) {
        (bool answered, bytes memory answer) = query({target: target, question: question, most: MAX_REASON});
        if (answered && answer.length >= 32) return uint256(bytes32(answer));
        refuse(answered || answer.length == 0 ? otherwise : answer);
    }

    /// @notice Reverts with the bytes.
    function refuse(bytes memory reason) internal pure {
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
