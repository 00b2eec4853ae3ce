// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";

/// @notice The reference of ERC-4907: the owner replaces the user as it likes, a transfer forgets it, and the last second counts.
contract LentCollection is ERC721("Lent", "LENT"), ERC2981 {
    event UpdateUser(uint256 indexed tokenId, address indexed user, uint64 expires);

    mapping(uint256 tokenId => address user) private _users;
    mapping(uint256 tokenId => uint64 expires) private _ends;

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setRoyalty(address receiver, uint96 bps) external {
        _setDefaultRoyalty(receiver, bps);
    }

    function setUser(uint256 tokenId, address user, uint64 expires) external {
        _checkAuthorized(_ownerOf(tokenId), msg.sender, tokenId);
        (_users[tokenId], _ends[tokenId]) = (user, expires);
        emit UpdateUser(tokenId, user, expires);
    }

    function userOf(uint256 tokenId) external view returns (address) {
        return _ends[tokenId] >= block.timestamp ? _users[tokenId] : address(0);
    }

    function userExpires(uint256 tokenId) external view returns (uint256) {
        return _ends[tokenId];
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC721, ERC2981) returns (bool) {
        return interfaceId == 0xad092b5c || super.supportsInterface(interfaceId);
    }

    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        from = super._update(to, tokenId, auth);
        if (from != to && _users[tokenId] != address(0)) {
            delete _users[tokenId];
            delete _ends[tokenId];
            emit UpdateUser(tokenId, address(0), 0);
        }
    }
}
