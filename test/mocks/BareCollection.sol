// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice A collection of before ERC-2981, with an owner.
contract BareCollection is ERC721("Bare", "BARE"), Ownable(msg.sender) {
    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }
}
