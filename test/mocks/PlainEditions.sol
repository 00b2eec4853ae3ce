// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";

/// @notice OpenZeppelin's ERC-1155 with its ERC-2981, which can be told to move less than it is asked to.
contract PlainEditions is ERC1155(""), ERC2981 {
    uint256 private _lost;

    function mint(address to, uint256 tokenId, uint256 quantity) external {
        _mint(to, tokenId, quantity, "");
    }

    function setRoyalty(address receiver, uint96 bps) external {
        _setDefaultRoyalty(receiver, bps);
    }

    /// @notice Units that get lost on each way from now on.
    function loseOnTheWay(uint256 quantity) external {
        _lost = quantity;
    }

    function safeTransferFrom(
        address from,
        address to,
        uint256 tokenId,
        uint256 quantity,
        bytes memory data
    ) public override {
        super.safeTransferFrom(from, to, tokenId, quantity, data);
        if (_lost > 0) _burn(to, tokenId, _lost);
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC1155, ERC2981) returns (bool) {
        return super.supportsInterface(interfaceId);
    }
}
