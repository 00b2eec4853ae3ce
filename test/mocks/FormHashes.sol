// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FormLib} from "../../contracts/market/libraries/FormLib.sol";
import {AssetState} from "../../contracts/market/types/AssetState.sol";
import {Item} from "../../contracts/market/types/Item.sol";
import {Nonce} from "../../contracts/market/types/Nonce.sol";
import {Order} from "../../contracts/market/types/Order.sol";
import {Trait} from "../../contracts/market/types/Trait.sol";

/// @notice What the market's libraries compute, to be compared with what others compute.
contract FormHashes {
    function bundle(Order calldata order, Item[] calldata items) external pure returns (bytes32) {
        return FormLib.hashBundle(order.load(), items);
    }

    function traitOffer(Order calldata order, Trait calldata trait) external pure returns (bytes32) {
        return FormLib.hashTraitOffer(order.load(), trait);
    }

    function stateOrder(Order calldata order, AssetState calldata state) external pure returns (bytes32) {
        return FormLib.hashStateOrder(order.load(), state);
    }

    function voucherOrder(Order calldata order, bytes32 voucherHash) external pure returns (bytes32) {
        return FormLib.hashVoucherOrder(order.load(), voucherHash);
    }

    function bulkTypehash(uint256 height, bool withVoucher) external pure returns (bytes32) {
        return FormLib.bulkTypehash(height, withVoucher);
    }

    function partsOf(Nonce nonce) external pure returns (uint64 lane, uint64 epoch, uint8 bit) {
        return (nonce.lane(), nonce.epoch(), nonce.bit());
    }

    function priceNow(Order calldata order) external view returns (uint256 price, uint256 time) {
        return (order.load().priceNow(), block.timestamp);
    }
}
