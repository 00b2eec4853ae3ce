// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/interfaces/IERC1155Receiver.sol";

import {IAuctionHouse} from "./interfaces/IAuctionHouse.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {GasLib} from "./libraries/GasLib.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {TokenLib} from "./libraries/TokenLib.sol";
import {Payments} from "./Payments.sol";
import {Auction} from "./types/Auction.sol";
import {AuctionTerms} from "./types/AuctionTerms.sol";
import {Shares} from "./types/Shares.sol";

/// @title Auction house
contract AuctionHouse is IAuctionHouse, Payments, IERC1155Receiver {
    /// @dev Gas for handing an asset over, several times what an ordinary one costs, and for reaching who does.
    uint256 private constant _HAND_OVER_GAS = 500_000;
    uint256 private constant _HAND_OVER_OVERHEAD = 5_000;

    /// @inheritdoc IAuctionHouse
    address public immutable ROYALTY_REGISTRY;

    mapping(bytes32 auctionId => Auction auction) private _auctions;
    /// @inheritdoc IAuctionHouse
    mapping(address seller => uint256 count) public auctionCountOf;

    /// @param market Whose fee, currencies, pause and fee receiver hold here.
    /// @param royaltyRegistry Answers for collections without ERC-2981; zero for none.
    constructor(IMarket market, address royaltyRegistry) Payments(market) {
        ROYALTY_REGISTRY = royaltyRegistry;
    }

    // Selling

    /// @inheritdoc IAuctionHouse
    function createAuction(AuctionTerms calldata terms) external nonReentrant returns (bytes32 auctionId) {
        _requireOpen();
        terms.requireWithinLimits();
        _requireCurrency(terms);
        _requireSellerOwns(terms);
        uint256 count = auctionCountOf[msg.sender];
        auctionId = keccak256(abi.encode(msg.sender, count, terms));
        auctionCountOf[msg.sender] = count + 1;
        _store(auctionId, terms);
        TokenLib.deliver({
            collection: terms.collection,
            tokenId: terms.tokenId,
            quantity: terms.quantity,
            seller: msg.sender,
            buyer: address(this)
        });
        _emitCreated(auctionId, terms);
    }

    /// @inheritdoc IAuctionHouse
    function cancelAuction(bytes32 auctionId) external nonReentrant {
        Auction memory auction = _find(auctionId);
        if (auction.closed) revert MarketAuctionClosed(auctionId);
        _requireSeller(auction);
        if (auction.bidder != address(0)) revert MarketAuctionHasBid(auctionId, auction.bidder);
        delete _auctions[auctionId];
        _deliver(auction, auction.seller);
        emit AuctionCancelled({auctionId: auctionId, seller: auction.seller});
    }

    /// @inheritdoc IAuctionHouse
    function reclaim(bytes32 auctionId, address to) external nonReentrant {
        Auction memory auction = _find(auctionId);
        if (!auction.closed) revert MarketAssetNotWaiting(auctionId);
        _requireSeller(auction);
        if (to == address(this)) revert MarketReceiverIsHouse();
        delete _auctions[auctionId];
        _deliver(auction, to);
        emit AssetReclaimed({auctionId: auctionId, seller: auction.seller, to: to});
    }

    // Buying

    /// @inheritdoc IAuctionHouse
    function bid(bytes32 auctionId, uint128 amount) external payable nonReentrant {
        _requireOpen();
        Auction storage auction = _auctions[auctionId];
        if (auction.seller == address(0)) revert MarketAuctionUnknown(auctionId);
        address outbid = auction.bidder;
        uint256 refund = outbid == address(0) ? 0 : auction.amount;
        address currency = auction.currency;
        uint64 end = auction.place(msg.sender, amount);
        _take(currency, amount);
        bool credited = refund != 0 && _pay({currency: currency, to: outbid, amount: refund});
        emit BidPlaced({
            auctionId: auctionId,
            bidder: msg.sender,
            amount: amount,
            end: end,
            outbid: outbid,
            refund: refund,
            refundCredited: credited
        });
    }

    // Settling

    /// @inheritdoc IAuctionHouse
    function settleAuction(bytes32 auctionId) external nonReentrant {
        Auction memory auction = _find(auctionId);
        if (auction.closed) revert MarketAuctionClosed(auctionId);
        if (block.timestamp < auction.end) revert MarketAuctionRuns(auction.end);
        // Closed before anything moves, and forgotten when the asset has left.
        _auctions[auctionId].closed = true;
        if (auction.bidder == address(0)) {
            bool back = _giveBack(auctionId, auction);
            emit AuctionUnsold({auctionId: auctionId, seller: auction.seller, returned: back});
            return;
        }
        Shares memory shares = _share(auction);
        if (_handOver(auction, auction.bidder)) _conclude(auctionId, auction, shares);
        else _fail(auctionId, auction);
    }

    /// @inheritdoc IAuctionHouse
    function handOver(address collection, uint256 tokenId, uint128 quantity, address to) external {
        if (msg.sender != address(this)) revert IMarket.MarketNotSelf(msg.sender);
        TokenLib.deliver({
            collection: collection,
            tokenId: tokenId,
            quantity: quantity,
            seller: address(this),
            buyer: to
        });
    }

    // Receiving

    /// @inheritdoc IERC1155Receiver
    /// @dev Units come in only while the house itself fetches them. Without a function for it, ERC-721 tokens that are sent safely are
    /// refused as well.
    function onERC1155Received(
        address operator,
        address,
        uint256,
        uint256,
        bytes calldata
    ) external view returns (bytes4) {
        if (operator != address(this) || !_reentrancyGuardEntered()) revert MarketUnitsUnasked(msg.sender);
        return IERC1155Receiver.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(
        address,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external view returns (bytes4) {
        revert MarketUnitsUnasked(msg.sender);
    }

    // Views

    /// @inheritdoc IAuctionHouse
    function auctionOf(bytes32 auctionId) external view nonReentrantView returns (Auction memory) {
        return _auctions[auctionId];
    }

    /// @inheritdoc IAuctionHouse
    function leastBid(bytes32 auctionId) external view nonReentrantView returns (uint256) {
        if (_auctions[auctionId].seller == address(0)) revert MarketAuctionUnknown(auctionId);
        return _auctions[auctionId].leastBid();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC1155Receiver).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    // Internal

    /// @dev A contract that is a currency cannot be a collection: moving a token of it would move what others have bid.
    function _requireCurrency(AuctionTerms calldata terms) private view {
        if (terms.currency != address(0) && !MARKET.currencyAllowed(terms.currency))
            revert IMarket.MarketCurrencyNotAllowed(terms.currency);
        if (MARKET.currencyAllowed(terms.collection)) revert MarketCollectionIsCurrency(terms.collection);
    }

    /// @dev Asked before the transfer as well: where a collection moves nothing and says nothing, a token that the house holds for
    /// another auction would count as delivered. For units the difference tells.
    function _requireSellerOwns(AuctionTerms calldata terms) private view {
        if (terms.collection.code.length == 0) revert IMarket.MarketCollectionUnknown(terms.collection);
        if (terms.quantity != 0) return;
        address owner = IERC721(terms.collection).ownerOf(terms.tokenId);
        if (owner != msg.sender) revert IMarket.MarketSellerNotOwner(msg.sender, owner);
    }

    function _requireSeller(Auction memory auction) private view {
        if (msg.sender != auction.seller) revert MarketNotSeller(msg.sender, auction.seller);
    }

    function _find(bytes32 auctionId) private view returns (Auction memory auction) {
        auction = _auctions[auctionId];
        if (auction.seller == address(0)) revert MarketAuctionUnknown(auctionId);
    }

    function _store(bytes32 auctionId, AuctionTerms calldata terms) private {
        // Every time is within two months, every span within its limit.
        uint40 start = uint40(terms.opensAt());
        uint40 end = start + uint40(terms.duration);
        _auctions[auctionId] = Auction({
            seller: msg.sender,
            start: start,
            end: end,
            minIncrementBps: terms.minIncrementBps,
            bidder: address(0),
            lastEnd: end + uint40(terms.maxExtension),
            extensionWindow: uint24(terms.extensionWindow),
            feeBps: MARKET.feeBps(),
            closed: false,
            amount: terms.reserve,
            quantity: terms.quantity,
            currency: terms.currency,
            collection: terms.collection,
            tokenId: terms.tokenId
        });
    }

    function _emitCreated(bytes32 auctionId, AuctionTerms calldata terms) private {
        Auction storage auction = _auctions[auctionId];
        emit AuctionCreated({
            auctionId: auctionId,
            seller: msg.sender,
            collection: terms.collection,
            tokenId: terms.tokenId,
            quantity: terms.quantity,
            currency: terms.currency,
            reserve: terms.reserve,
            minIncrementBps: terms.minIncrementBps,
            feeBps: auction.feeBps,
            start: auction.start,
            end: auction.end,
            extensionWindow: terms.extensionWindow,
            lastEnd: auction.lastEnd
        });
    }

    /// @dev Moves the asset out, or reverts. The reason of the collection is not passed on: the libraries of the market would look for
    /// one in approvals, which the house needs none of.
    function _deliver(Auction memory auction, address to) private {
        if (!_attempt({auction: auction, to: to, cap: gasleft()}))
            revert IMarket.MarketTokenNotDelivered(auction.collection, auction.tokenId);
    }

    /// @dev Moves the asset out where that can be done. The gas must be there, or whoever settles could make a good delivery fail by
    /// its gas limit.
    function _handOver(Auction memory auction, address to) private returns (bool delivered) {
        GasLib.requireFor({cap: _HAND_OVER_GAS, overhead: _HAND_OVER_OVERHEAD});
        return _attempt({auction: auction, to: to, cap: _HAND_OVER_GAS});
    }

    /// @dev What fails is undone as a whole, and nothing of what is returned is copied.
    function _attempt(Auction memory auction, address to, uint256 cap) private returns (bool delivered) {
        try
            this.handOver{gas: cap}({
                collection: auction.collection,
                tokenId: auction.tokenId,
                quantity: auction.quantity,
                to: to
            })
        {
            delivered = true;
        } catch {}
    }

    /// @dev Returns the asset to the seller, or leaves it for {reclaim}.
    function _giveBack(bytes32 auctionId, Auction memory auction) private returns (bool returned) {
        returned = _handOver(auction, auction.seller);
        if (returned) delete _auctions[auctionId];
    }

    function _share(Auction memory auction) private view returns (Shares memory shares) {
        shares.price = auction.amount;
        (shares.royaltyReceiver, shares.royalty) = RoyaltyLib.dueOn({
            registry: ROYALTY_REGISTRY,
            collection: auction.collection,
            tokenId: auction.tokenId,
            price: shares.price
        });
        (shares.fee, shares.proceeds) = ShareLib.split({
            price: shares.price,
            feeBps: auction.feeBps,
            royalty: shares.royalty
        });
    }

    /// @dev The winner has the asset: everyone else is paid.
    function _conclude(bytes32 auctionId, Auction memory auction, Shares memory shares) private {
        delete _auctions[auctionId];
        _accrue(auction.currency, shares.fee);
        if (shares.royalty != 0) _pay({currency: auction.currency, to: shares.royaltyReceiver, amount: shares.royalty});
        _pay({currency: auction.currency, to: auction.seller, amount: shares.proceeds});
        emit AuctionSettled({
            auctionId: auctionId,
            seller: auction.seller,
            winner: auction.bidder,
            price: shares.price,
            fee: shares.fee,
            royalty: shares.royalty,
            royaltyReceiver: shares.royaltyReceiver
        });
    }

    /// @dev The winner could not be given the asset: it gets its money back, and the seller the asset.
    function _fail(bytes32 auctionId, Auction memory auction) private {
        bool back = _giveBack(auctionId, auction);
        bool credited = _pay({currency: auction.currency, to: auction.bidder, amount: auction.amount});
        emit AuctionFailed({
            auctionId: auctionId,
            seller: auction.seller,
            bidder: auction.bidder,
            refund: auction.amount,
            refundCredited: credited,
            returned: back
        });
    }
}
