// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice A collection whose tokens can be rented as in the reference of ERC-4907, and whose metadata can be moved.
contract RentableCollection is ERC721("Rentable", "RENT") {
    /// @notice Who deployed it (ERC-173).
    address public immutable owner = msg.sender;

    mapping(uint256 tokenId => address user) private _users;
    mapping(uint256 tokenId => uint64 expires) public userExpires;
    mapping(uint256 tokenId => string uri) private _uris;

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setUser(uint256 tokenId, address user, uint64 expires) external {
        (_users[tokenId], userExpires[tokenId]) = (user, expires);
    }

    function setUri(uint256 tokenId, string calldata uri) external {
        _uris[tokenId] = uri;
    }

    function userOf(uint256 tokenId) external view returns (address) {
        return userExpires[tokenId] >= block.timestamp ? _users[tokenId] : address(0);
    }

    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        return _uris[tokenId];
    }
}
