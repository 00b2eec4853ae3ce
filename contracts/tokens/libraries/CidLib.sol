// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Content identifiers of IPFS.
library CidLib {
    bytes32 private constant ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    /// @dev CIDv1, dag-pb, sha2-256, 32 bytes.
    uint256 private constant PREFIX = 0x01701220;
    /// @dev 36 bytes are 288 bits: 58 digits of five bits, the last filled with two zeros.
    uint256 private constant DIGITS = 58;
    uint256 private constant FILL = 2;

    /// @notice The CIDv1 (dag-pb, base32) whose sha2-256 digest is `root`.
    function toCid(bytes32 root) internal pure returns (string memory) {
        bytes memory text = new bytes(DIGITS + 1);
        text[0] = "b";
        for (uint256 i = 0; i < DIGITS; ++i) text[i + 1] = ALPHABET[_digit(uint256(root), i)];
        return string(text);
    }

    /// @dev Five bits of prefix and digest, counted from the front. The first 32 bits are the prefix.
    function _digit(uint256 root, uint256 index) private pure returns (uint256) {
        uint256 end = (index + 1) * 5;
        if (end <= 32) return (PREFIX >> (32 - end)) & 31;
        if (end < 37) return ((PREFIX << (end - 32)) | (root >> (288 - end))) & 31;
        if (end > 288) return (root << FILL) & 31;
        return (root >> (288 - end)) & 31;
    }
}
