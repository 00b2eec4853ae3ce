// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @notice Reads the canonical core of a record (RFC 8785 JSON).
library CoreLib {
    bytes private constant KEY = "\x22promptCommitment\x22:\x22";
    bytes private constant QUOTE = "\x22";

    /// @notice Whether the core names the commitment to its prompt.
    /// @dev The bytes that are looked for begin with a quoted key. Inside of a JSON string the quotes would be escaped, so only a key
    /// of that name matches.
    function namesPrompt(bytes calldata core, bytes32 commitment) internal pure returns (bool) {
        bytes memory wanted = bytes.concat(KEY, bytes(Strings.toHexString(uint256(commitment), 32)), QUOTE);
        bytes memory text = core;
        bytes32 digest = keccak256(wanted);
        for (uint256 at = 0; at + wanted.length <= text.length; ++at) {
            bytes32 found;
            assembly ("memory-safe") {
                found := keccak256(add(add(text, 0x20), at), mload(wanted))
            }
            if (found == digest) return true;
        }
        return false;
    }
}
