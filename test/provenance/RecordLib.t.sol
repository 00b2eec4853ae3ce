// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {RecordProbe} from "../mocks/RecordProbe.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract RecordLibTest is SolidityTest {
    RecordProbe private immutable _PROBE = new RecordProbe();

    function testFuzz_TheAssetsOwnHashIsReadAndNoLaterOne(bytes32 own, bytes32 other, uint256 width) external view {
        bytes memory core = _core(_hex(own), _hex(other), width);
        assert(_PROBE.renderOf(core) == own);
    }

    function testFuzz_WhatIsCutShortIsNotRead(bytes32 own, uint256 length) external view {
        bytes memory core = _core(_hex(own), _hex(own), 1);
        uint256 needed = bytes("{\x22asset\x22:{\x22dims\x22:{\x22w\x22:1},\x22renderSha256\x22:\x22").length + 66 + 1;
        length = _bound(length, 0, core.length);
        assembly ("memory-safe") {
            mstore(core, length)
        }
        assert(_PROBE.renderOf(core) == (length < needed ? bytes32(0) : own));
    }

    function testFuzz_OneWrongDigitAndNothingIsRead(bytes32 own, uint256 at, uint8 digit) external view {
        bytes memory digits = bytes(_hex(own));
        digit = uint8(_bound(digit, 0, 255));
        bool isHex = (digit >= 0x30 && digit <= 0x39) || (digit >= 0x61 && digit <= 0x66);
        if (isHex) digit = 0x47;
        digits[2 + _bound(at, 0, 63)] = bytes1(digit);
        assert(_PROBE.renderOf(_core(string(digits), _hex(own), 7)) == 0);
    }

    function testFuzz_NoiseIsNoRecord(bytes calldata noise) external view {
        assert(_PROBE.renderOf(noise) == 0);
    }

    function _hex(bytes32 value) private pure returns (string memory) {
        return Strings.toHexString(uint256(value), 32);
    }

    function _core(string memory own, string memory other, uint256 width) private pure returns (bytes memory) {
        string memory asset = string.concat(
            "{\x22asset\x22:{\x22dims\x22:{\x22w\x22:",
            Strings.toString(width),
            "},\x22renderSha256\x22:\x22",
            own
        );
        return bytes(string.concat(asset, "\x22},\x22generation\x22:{\x22renderSha256\x22:\x22", other, "\x22}}"));
    }
}
