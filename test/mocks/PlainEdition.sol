// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @notice What most editions are: OpenZeppelin's ERC-1155 with its ERC-2981.
contract PlainEdition is ERC1155("ipfs://edition"), ERC2981 {
    function mint(address to, uint256 tokenId, uint256 quantity) external {
        _mint({to: to, id: tokenId, value: quantity, data: ""});
    }

    function setRoyalty(address receiver, uint96 bps) external {
        _setDefaultRoyalty(receiver, bps);
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC1155, ERC2981) returns (bool) {
        return super.supportsInterface(interfaceId);
    }
}
