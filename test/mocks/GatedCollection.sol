// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice A collection that gives tokens only to whom it likes.
contract GatedCollection is ERC721("Gated", "GATE") {
    mapping(address account => bool refused) private _refused;
    uint256 private _needed;

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function refuse(address account, bool refused) external {
        _refused[account] = refused;
    }

    /// @notice Gas without which no token is moved from now on.
    function need(uint256 needed) external {
        _needed = needed;
    }

    function transferFrom(address from, address to, uint256 tokenId) public override {
        require(!_refused[to], "not you");
        require(gasleft() >= _needed, "not with so little");
        super.transferFrom(from, to, tokenId);
    }
}
