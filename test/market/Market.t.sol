// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Market} from "../../contracts/market/Market.sol";
import {IMarket} from "../../contracts/market/interfaces/IMarket.sol";
import {Nonce} from "../../contracts/market/types/Nonce.sol";
import {Order, OrderKind} from "../../contracts/market/types/Order.sol";
import {AssetCollection} from "../../contracts/tokens/AssetCollection.sol";
import {IRoyaltySplits} from "../../contracts/royalties/interfaces/IRoyaltySplits.sol";
import {Parent} from "../../contracts/tokens/types/Parent.sol";
import {Terms} from "../../contracts/tokens/types/Terms.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract MarketTest is SolidityTest {
    uint256 private constant SELLER_KEY = 0xA11CE;
    address private constant CREATOR = address(0xC0FFEE);
    address private constant BUYER = address(0xB0B);
    address private constant FEES = address(0xFEE5);

    function _listing(
        Market market,
        AssetCollection collection,
        uint128 price,
        uint16 royaltyBps
    ) private returns (Order memory order, bytes memory signature) {
        address seller = VM.addr(SELLER_KEY);
        VM.prank(CREATOR);
        uint256 tokenId = collection.mint({
            coreHash: keccak256("core"),
            root: keccak256("root"),
            promptCommitment: 0,
            engineHash: 0,
            terms: Terms({royaltyReceiver: CREATOR, royaltyBps: royaltyBps, remixBps: 0, policy: 0, disclosure: 2}),
            parents: new Parent[](0)
        });
        VM.prank(CREATOR);
        collection.transferFrom(CREATOR, seller, tokenId);
        order = Order({
            kind: OrderKind.Listing,
            maker: seller,
            taker: address(0),
            collection: address(collection),
            tokenId: tokenId,
            quantity: 0,
            currency: address(0),
            price: price,
            endPrice: price,
            startTime: 0,
            endTime: type(uint64).max,
            maxFeeBps: 500,
            maxRoyaltyBps: 1_000,
            nonce: Nonce.wrap(0)
        });
        signature = _sign(market.hashOrder(order));
    }

    function _sign(bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(SELLER_KEY, digest);
        return abi.encodePacked(r, s, v);
    }

    function _deploy(uint16 feeBps) private returns (Market market, AssetCollection collection) {
        market = new Market({
            owner: address(this),
            feeReceiver: FEES,
            initialFeeBps: feeBps,
            currencies: new address[](0),
            royaltyRegistry: address(0),
            permit2: address(0)
        });
        collection = new AssetCollection({
            market: address(market),
            splits: IRoyaltySplits(address(0)),
            reproductions: address(0),
            contractURI_: ""
        });
    }

    /// @notice Whatever the price, fee and royalty: the buyer pays the price, and exactly that is paid out or owed.
    function testFuzz_ASalePaysOutThePrice(uint128 anyPrice, uint16 fee, uint16 royalty) external {
        uint128 price = anyPrice == 0 ? 1 : anyPrice;
        uint16 feeBps = uint16(_bound(fee, 0, 500));
        uint16 royaltyBps = uint16(_bound(royalty, 0, 1_000));
        (Market market, AssetCollection collection) = _deploy(feeBps);
        (Order memory order, bytes memory signature) = _listing(market, collection, price, royaltyBps);
        VM.deal(BUYER, price);
        VM.prank(BUYER);
        market.fillOrder{value: price}(order, signature);

        assert(collection.ownerOf(order.tokenId) == BUYER);
        assert(BUYER.balance == 0);
        assert(CREATOR.balance == (uint256(price) * royaltyBps) / 10_000);
        assert(market.accruedFees() == (uint256(price) * feeBps) / 10_000);
        assert(order.maker.balance + CREATOR.balance + market.accruedFees() == price);
    }

    /// @notice No other signature, and no changed order under the same signature, sells.
    function testFuzz_AChangedOrderDoesNotSell(uint128 price, uint64 lane, uint8 bit, uint64 endTime) external {
        (Market market, AssetCollection collection) = _deploy(250);
        (Order memory order, bytes memory signature) = _listing(market, collection, 1 ether, 500);
        bytes32 signed = market.hashOrder(order);
        order.price = price == 0 ? 1 : price;
        order.endPrice = order.price;
        order.nonce = Nonce.wrap((uint256(lane) << 72) | _bound(bit, 0, 191));
        order.endTime = uint64(_bound(endTime, block.timestamp + 1, type(uint64).max));
        if (market.hashOrder(order) == signed) return;
        VM.deal(BUYER, order.price);
        VM.prank(BUYER);
        VM.expectPartialRevert(IMarket.MarketSignatureInvalid.selector);
        market.fillOrder{value: order.price}(order, signature);
    }

    /// @notice An order sells inside its window and nowhere else.
    function testFuzz_AnOrderSellsInItsWindowOnly(uint32 start, uint32 length, uint32 at) external {
        (Market market, AssetCollection collection) = _deploy(250);
        (Order memory order, ) = _listing(market, collection, 1 ether, 500);
        order.startTime = start;
        order.endTime = uint64(start) + length;
        bytes memory signature = _sign(market.hashOrder(order));
        VM.warp(at);
        VM.deal(BUYER, 1 ether);
        if (length == 0) VM.expectPartialRevert(IMarket.MarketOrderWindowInvalid.selector);
        else if (at < start) VM.expectPartialRevert(IMarket.MarketOrderNotStarted.selector);
        else if (at >= order.endTime) VM.expectPartialRevert(IMarket.MarketOrderExpired.selector);
        VM.prank(BUYER);
        market.fillOrder{value: 1 ether}(order, signature);
    }
}
