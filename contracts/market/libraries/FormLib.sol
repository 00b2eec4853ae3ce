// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetState} from "../types/AssetState.sol";
import {Item} from "../types/Item.sol";
import {LoadedOrder} from "../types/Order.sol";
import {Trait} from "../types/Trait.sol";

/// @notice The messages that a maker can sign: an order by itself, or together with what one kind of trade needs besides. All EIP-712
/// type hashes and struct hashes of the market but the order's own.
library FormLib {
    // Literals in full: the compiler hashes a literal once and anything composed of constants at each use.
    bytes32 private constant BUNDLE_TYPEHASH = keccak256(
        "Bundle(Order order,Item[] items)Item(address collection,uint256 tokenId,uint128 quantity)Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)"
    );
    bytes32 private constant TRAIT_OFFER_TYPEHASH = keccak256(
        "TraitOffer(Order order,Trait trait)Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)Trait(bytes32 root,uint8 height)"
    );
    bytes32 private constant STATE_ORDER_TYPEHASH = keccak256(
        "StateOrder(Order order,AssetState state)AssetState(address source,bytes32 value)Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)"
    );
    bytes32 private constant VOUCHER_ORDER_TYPEHASH = keccak256(
        "VoucherOrder(Order order,Voucher voucher)Order(uint8 kind,address maker,address taker,address collection,uint256 tokenId,uint128 quantity,address currency,uint128 price,uint128 endPrice,uint64 startTime,uint64 endTime,uint16 maxFeeBps,uint16 maxRoyaltyBps,uint256 nonce)Parent(uint256 tokenId,Payee[] payees)Payee(address account,uint16 bps)Terms(address royaltyReceiver,uint16 royaltyBps,uint16 remixBps,uint8 policy,uint8 disclosure)Voucher(bytes32 coreHash,bytes32 root,bytes32 promptCommitment,bytes32 engineHash,Terms terms,Parent[] parents,uint128 maxSupply)"
    );
    bytes32 private constant ITEM_TYPEHASH = keccak256("Item(address collection,uint256 tokenId,uint128 quantity)");
    bytes32 private constant TRAIT_TYPEHASH = keccak256("Trait(bytes32 root,uint8 height)");
    bytes32 private constant STATE_TYPEHASH = keccak256("AssetState(address source,bytes32 value)");
    /// @dev keccak256 of `BulkOrder(Order[2] tree)` with the definition of `Order` behind it, then with two, three, up to ten times `[2]`. Written out,
    /// since the strings would need three times the room; a test computes them anew.
    bytes private constant BULK_ORDER_TYPEHASHES =
        hex"a368d7de4298054a0c7eff77444a027b22e079270ecec544530e609d979e781c"
        hex"1f84c6d7bd2fc9c8c93b309fce886137c88a041179d21eaab16f058625df731d"
        hex"7334fdc3830e36326353aa0ecf5e1869f9daffcf720269a1cf7bfff31c19af1f"
        hex"f3208dc98d2b2f33a20efff2f9377db8e2d8cf35834dbc21221e86abddf9281e"
        hex"b38d41b74f7f0b9fd578458e8c3cf2eba4373776c6bd8600f6fbdba01203501d"
        hex"be1a53400420598773fbbe42cfe68af2bd963f2833cc69344d6b1309516bde88"
        hex"c1b44bfa9d9c8dda86053de5dca11285dd8a807cb2474ef6c8dadbba59c849c8"
        hex"64fa32ab4dc108d438a86de9fbdb8f1b2ebe8ff2d08bd6f4f78c59f809e58080"
        hex"743b99bf4c346ceecabb516d3bf5dc889930b55ae7c44c8be59a00bdf63a45b4"
        hex"b1234418664d166aea7b65dad7587f33bf1b5f00cd11d624713866ee05ea834f";
    /// @dev The same of `BulkVoucherOrder(VoucherOrder[2] tree)`, with all that a voucher order refers to.
    bytes private constant BULK_VOUCHER_ORDER_TYPEHASHES =
        hex"be3db839ab4e93667fd78488ac28d391d8ff5abcbe53af3d190c02562825ca31"
        hex"07dfc424c7d47f3fe85c048eeebdd61620353c59ec3821a874f42ecbd9335ed9"
        hex"66a157bfcc12553b4fbc7393d0dbb623d9db9f9509c9194749d8c5d664683410"
        hex"3636b1f730cdbfd66d16a25c5e729f13147bd07947d0c62e6c1ec7b6c3caae47"
        hex"5e7d8889f6691ead6e68f7210caea4ed3aa2c5f4dc5834138f7dfe2eab1923e7"
        hex"ccda47795a92e5f0ee9e984b39b2428d2ce5de6421c7030e18229e3cb5778a17"
        hex"7b5b4c9c1e75fa910a59a801578f24ae7cda055f48f54904e326703414643f44"
        hex"f415ecd9b5a0413e42bbb3e6f2fcd5e9c29d7790b613545dc13a8c0c5b46843c"
        hex"5dc5c2072e1b03e78e83d26c2ee0eff4598f7d9fd37ba87b90efac4d39278d64"
        hex"9e0eabbc56176c32c7690156f412a959547f03b3e1bd61d43c4597a4e1b9442a";

    /// @notice Type hash of a bulk signature of orders, or of orders with vouchers, of a height from 1 to 10.
    function bulkTypehash(uint256 height, bool withVoucher) internal pure returns (bytes32 typehash) {
        bytes memory table = withVoucher ? BULK_VOUCHER_ORDER_TYPEHASHES : BULK_ORDER_TYPEHASHES;
        assembly ("memory-safe") {
            typehash := mload(add(table, shl(5, height)))
        }
    }

    /// @notice Struct hash of an order for several tokens at once.
    function hashBundle(LoadedOrder order, Item[] calldata items) internal pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](items.length);
        for (uint256 i = 0; i < items.length; ++i) hashes[i] = keccak256(abi.encode(ITEM_TYPEHASH, items[i]));
        return _pair(BUNDLE_TYPEHASH, order, keccak256(abi.encodePacked(hashes)));
    }

    /// @notice Struct hash of an offer for any token with a trait.
    function hashTraitOffer(LoadedOrder order, Trait calldata trait) internal pure returns (bytes32) {
        return _pair(TRAIT_OFFER_TYPEHASH, order, keccak256(abi.encode(TRAIT_TYPEHASH, trait)));
    }

    /// @notice Struct hash of an order that holds only while the token is in a state.
    function hashStateOrder(LoadedOrder order, AssetState calldata state) internal pure returns (bytes32) {
        return _pair(STATE_ORDER_TYPEHASH, order, keccak256(abi.encode(STATE_TYPEHASH, state)));
    }

    /// @notice Struct hash of a listing whose token is minted when it is bought.
    function hashVoucherOrder(LoadedOrder order, bytes32 voucherHash) internal pure returns (bytes32) {
        return _pair(VOUCHER_ORDER_TYPEHASH, order, voucherHash);
    }

    function _pair(bytes32 typehash, LoadedOrder order, bytes32 second) private pure returns (bytes32) {
        return keccak256(abi.encode(typehash, order.hashStruct(), second));
    }
}
