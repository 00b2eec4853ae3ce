// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice An ERC-721 whose royaltyInfo answers as no honest one does.
contract HostileRoyalty is ERC721 {
    enum Mode {
        AbovePrice,
        Revert,
        BurnGas,
        ReturnMegabyte,
        ReturnOneWord,
        ZeroReceiver,
        None
    }

    Mode public mode;

    constructor() ERC721("Hostile", "HOSTILE") {}

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setMode(Mode mode_) external {
        mode = mode_;
    }

    function royaltyInfo(uint256, uint256 price) external view returns (address receiver, uint256 amount) {
        if (mode == Mode.AbovePrice) return (address(0xbeef), price + 1);
        if (mode == Mode.Revert) revert();
        if (mode == Mode.BurnGas) while (true) {}
        if (mode == Mode.ZeroReceiver) return (address(0), price / 20);
        uint256 length =
            mode == Mode.ReturnMegabyte
                ? 1048576
                : mode == Mode.ReturnOneWord
                    ? 32
                    : 64;
        assembly {
            return(0x00, length)
        }
    }
}
