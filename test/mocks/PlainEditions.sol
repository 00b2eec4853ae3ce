// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @notice OpenZeppelin's ERC-1155.
contract PlainEditions is ERC1155("") {
    function mint(address to, uint256 tokenId, uint256 quantity) external {
        _mint(to, tokenId, quantity, "");
    }
}
