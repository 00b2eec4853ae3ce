// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Answers `tokenURI` with as many bytes as it is told, more than storage could hold.
contract LongAnswerer {
    uint256 private _length;

    function setLength(uint256 length) external {
        _length = length;
    }

    function tokenURI(uint256) external view {
        uint256 length = _length;
        assembly {
            mstore(0, 0x20)
            mstore(0x20, sub(length, 0x40))
            return(0, length)
        }
    }
}
