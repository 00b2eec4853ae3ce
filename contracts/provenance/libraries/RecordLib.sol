// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Reads the canonical core of a record (RFC 8785 JSON).
library RecordLib {
    bytes10 private constant START = "{\x22asset\x22:{";
    bytes18 private constant KEY = "\x22renderSha256\x22:\x220x";
    bytes1 private constant QUOTE = "\x22";
    uint256 private constant START_LENGTH = 10;
    uint256 private constant KEY_LENGTH = 18;
    uint256 private constant DIGITS = 64;
    /// @dev The key, its digits and the quote behind them.
    uint256 private constant ENTRY_LENGTH = KEY_LENGTH + DIGITS + 1;

    /// @notice What the record says its asset decodes to; zero where it does not say so as the schema wants it.
    /// @dev Keys are sorted, so the asset comes first, and what stands before this key in it are numbers and strings. Inside of a
    /// string the quotes would be escaped, so the first match is the key of the asset. No plan or parameter behind it is looked at.
    function renderOf(bytes calldata core) internal pure returns (bytes32) {
        if (core.length < START_LENGTH + ENTRY_LENGTH || bytes10(core) != START) return 0;
        uint256 last = core.length - ENTRY_LENGTH;
        for (uint256 at = START_LENGTH; at <= last; ++at) {
            if (bytes18(_wordAt(core, at)) != KEY) continue;
            at += KEY_LENGTH;
            return core[at + DIGITS] == QUOTE ? _digest(core[at:at + DIGITS]) : bytes32(0);
        }
        return 0;
    }

    /// @dev Lower-case hex; zero where a digit is none.
    function _digest(bytes calldata digits) private pure returns (bytes32) {
        uint256 value = 0;
        for (uint256 i = 0; i < DIGITS; ++i) {
            uint8 digit = uint8(digits[i]);
            bool number = digit >= 0x30 && digit <= 0x39;
            if (!number && (digit < 0x61 || digit > 0x66)) return 0;
            value = (value << 4) | (digit - (number ? 0x30 : 0x57));
        }
        return bytes32(value);
    }

    function _wordAt(bytes calldata text, uint256 at) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := calldataload(add(text.offset, at))
        }
    }
}
