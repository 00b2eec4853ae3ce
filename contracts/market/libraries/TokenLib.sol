// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/interfaces/IERC1155.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IMarket} from "../interfaces/IMarket.sol";

/// @notice Moves tokens from seller to buyer, and believes it only when the collection says so afterwards.
library TokenLib {
    /// @dev Most bytes of a collection's own reason that are passed on.
    uint256 private constant MAX_REASON = 1_024;

    /// @notice Moves the ERC-721 token, or units of the ERC-1155 token where `quantity` is not zero.
    function deliver(address collection, uint256 tokenId, uint128 quantity, address seller, address buyer) internal {
        if (quantity == 0) {
            _deliverToken({collection: collection, tokenId: tokenId, seller: seller, buyer: buyer});
        } else {
            _deliverUnits({collection: collection, tokenId: tokenId, quantity: quantity, seller: seller, buyer: buyer});
        }
    }

    /// @notice Reverts unless the collection names the buyer as the token's owner.
    function requireOwner(address collection, uint256 tokenId, address buyer) internal view {
        (bool answered, uint256 owner) = _ask(collection, IERC721.ownerOf.selector, tokenId);
        if (answered)
            if (owner == uint160(buyer)) return;
        if (collection.code.length == 0) revert IMarket.MarketCollectionUnknown(collection);
        revert IMarket.MarketTokenNotDelivered(collection, tokenId);
    }

    /// @notice Units of the ERC-1155 token that the account has; none where the collection does not answer.
    function unitsOf(address collection, uint256 tokenId, address account) internal view returns (uint256 units) {
        bytes4 selector = IERC1155.balanceOf.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 0x04), account)
            mstore(add(question, 0x24), tokenId)
            let answered := staticcall(gas(), collection, question, 0x44, 0x00, 0x20)
            if and(answered, gt(returndatasize(), 0x1f)) {
                units := mload(0x00)
            }
        }
    }

    /// @dev `transferFrom`, not `safeTransferFrom`: a buyer's callback could otherwise stop or re-enter a sale. A contract that buys
    /// chose to. The collection checks that `seller` owns the token; only when it refuses is the reason looked for. Written out for
    /// its gas: it runs in every sale.
    function _deliverToken(address collection, uint256 tokenId, address seller, address buyer) private {
        bytes4 selector = IERC721.transferFrom.selector;
        bool moved;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 0x04), seller)
            mstore(add(question, 0x24), buyer)
            mstore(add(question, 0x44), tokenId)
            moved := call(gas(), collection, 0x00, question, 0x64, 0x00, 0x00)
        }
        if (!moved) _explainToken(collection, tokenId, seller);
        requireOwner(collection, tokenId, buyer);
    }

    /// @dev ERC-1155 asks a contract that receives; the lock of the market is closed meanwhile.
    function _deliverUnits(
        address collection,
        uint256 tokenId,
        uint128 quantity,
        address seller,
        address buyer
    ) private {
        if (collection.code.length == 0) revert IMarket.MarketCollectionUnknown(collection);
        uint256 before = unitsOf(collection, tokenId, buyer);
        (bool moved, ) = collection.call(
            abi.encodeCall(IERC1155.safeTransferFrom, (seller, buyer, tokenId, quantity, ""))
        );
        if (!moved) _explainUnits({collection: collection, tokenId: tokenId, quantity: quantity, seller: seller});
        unchecked {
            // A balance that fell wraps around and is not the quantity either.
            if (unitsOf(collection, tokenId, buyer) - before != quantity)
                revert IMarket.MarketTokenNotDelivered(collection, tokenId);
        }
    }

    /// @dev Reverts with the market's own name for the reason where there is one, else with the collection's.
    function _explainToken(address collection, uint256 tokenId, address seller) private view {
        bytes memory reason = _reason();
        (bool known, uint256 owner) = _ask(collection, IERC721.ownerOf.selector, tokenId);
        if (known && owner != uint160(seller)) revert IMarket.MarketSellerNotOwner(seller, address(uint160(owner)));
        if (known) {
            (, uint256 approved) = _ask(collection, IERC721.getApproved.selector, tokenId);
            if (approved != uint160(address(this)) && !_approvedForAll(collection, seller))
                revert IMarket.MarketNotApproved(seller, collection);
        }
        _bubble(reason);
    }

    function _explainUnits(address collection, uint256 tokenId, uint128 quantity, address seller) private view {
        bytes memory reason = _reason();
        uint256 balance = unitsOf(collection, tokenId, seller);
        if (balance < quantity) revert IMarket.MarketUnitsTooFew(seller, balance, quantity);
        if (!_approvedForAll(collection, seller)) revert IMarket.MarketNotApproved(seller, collection);
        _bubble(reason);
    }

    /// @dev The function of the two standards is the same.
    function _approvedForAll(address collection, address seller) private view returns (bool) {
        return IERC721(collection).isApprovedForAll({owner: seller, operator: address(this)});
    }

    function _ask(
        address collection,
        bytes4 selector,
        uint256 tokenId
    ) private view returns (bool answered, uint256 word) {
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, tokenId)
            answered := staticcall(gas(), collection, 0x00, 0x24, 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            if answered {
                word := mload(0x00)
            }
        }
    }

    /// @dev What the last call answered, cut at a length that nobody can be made to pay for.
    function _reason() private pure returns (bytes memory reason) {
        assembly ("memory-safe") {
            let length := returndatasize()
            if gt(length, MAX_REASON) {
                length := MAX_REASON
            }
            reason := mload(0x40)
            mstore(reason, length)
            returndatacopy(add(reason, 0x20), 0x00, length)
            mstore(0x40, add(add(reason, 0x20), and(add(length, 0x1f), not(0x1f))))
        }
    }

    function _bubble(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
