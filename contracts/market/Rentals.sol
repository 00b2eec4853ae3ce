// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IAuctionHouse} from "./interfaces/IAuctionHouse.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {IOrderValidator} from "./interfaces/IOrderValidator.sol";
import {IRentals} from "./interfaces/IRentals.sol";
import {AskLib} from "./libraries/AskLib.sol";
import {DeliveryLib} from "./libraries/DeliveryLib.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {TokenLib} from "./libraries/TokenLib.sol";
import {UserLib} from "./libraries/UserLib.sol";
import {Payments} from "./Payments.sol";
import {RentalOffers} from "./RentalOffers.sol";
import {Custody} from "./types/Custody.sol";
import {Item} from "./types/Item.sol";
import {Lease} from "./types/Lease.sol";
import {RentalOffer, RentalOfferLib} from "./types/RentalOffer.sol";
import {RentalRequest} from "./types/RentalRequest.sol";
import {Shares} from "./types/Shares.sol";
import {AssetId, Usage} from "./types/Usage.sol";

/// @title Rentals
contract Rentals is RentalOffers, Payments {
    /// @inheritdoc IRentals
    uint256 public constant MAX_BATCH = 20;
    /// @inheritdoc IRentals
    uint16 public constant MAX_DAYS = RentalOfferLib.MAX_DAYS;

    // solhint-disable private-vars-leading-underscore
    /// @dev Gas for an answer of {why}, and most bytes of it.
    uint256 private constant CHECK_GAS = 12_000_000;
    uint256 private constant MAX_REASON = 1_024;
    // solhint-enable private-vars-leading-underscore

    /// @inheritdoc IRentals
    address public immutable ROYALTY_REGISTRY;

    mapping(address collection => mapping(uint256 tokenId => Custody custody)) private _custodies;

    /// @param market Whose fee, currencies, pause and fee receiver hold here.
    /// @param royaltyRegistry Answers for collections without ERC-2981; zero for none.
    constructor(IMarket market, address royaltyRegistry) Payments(market) {
        ROYALTY_REGISTRY = royaltyRegistry;
    }

    // Renting. The money comes in first, for all rentals of a call together: none is paid with ether that has paid for another.

    /// @inheritdoc IRentals
    function rent(RentalRequest calldata request, uint256 limit) external payable nonReentrant {
        _requirePayable(request.offer.currency);
        _collect({currency: request.offer.currency, price: request.price(), limit: limit});
        _settle(request);
    }

    /// @inheritdoc IRentals
    function rentMany(RentalRequest[] calldata requests, uint256 limit) external payable nonReentrant {
        uint256 count = requests.length;
        if (count == 0 || count > MAX_BATCH) revert MarketBatchSize(count, MAX_BATCH);
        address currency = requests[0].offer.currency;
        _requirePayable(currency);
        uint256 price;
        for (uint256 i = 0; i < count; ++i) {
            if (requests[i].offer.currency != currency)
                revert IMarket.MarketCurrencyNotAllowed(requests[i].offer.currency);
            price += requests[i].price();
        }
        _collect({currency: currency, price: price, limit: limit});
        for (uint256 i = 0; i < count; ++i) _settle(requests[i]);
    }

    // Giving back

    /// @inheritdoc IRentals
    function giveBack(address collection, uint256 tokenId) external nonReentrant {
        Custody memory custody = _find(collection, tokenId);
        if (block.timestamp >= custody.expires) revert MarketRentalOver(custody.expires);
        if (msg.sender != custody.user && msg.sender != custody.renter) revert MarketNotTenant(msg.sender);
        delete _custodies[collection][tokenId];
        UserLib.clear(collection, tokenId);
        emit RentalReturned({collection: collection, tokenId: tokenId, by: msg.sender, expires: custody.expires});
        _handOut({collection: collection, tokenId: tokenId, owner: custody.owner, to: custody.owner});
    }

    /// @inheritdoc IRentals
    function release(address collection, uint256 tokenId) external nonReentrant {
        address owner = _end(collection, tokenId);
        _handOut({collection: collection, tokenId: tokenId, owner: owner, to: owner});
    }

    /// @inheritdoc IRentals
    function releaseTo(address collection, uint256 tokenId, address to) external nonReentrant {
        address owner = _end(collection, tokenId);
        if (msg.sender != owner) revert MarketNotGiver(msg.sender, owner);
        if (to == address(0) || to == address(this)) revert MarketReceiverInvalid(to);
        _handOut({collection: collection, tokenId: tokenId, owner: owner, to: to});
    }

    // Views

    /// @inheritdoc IRentals
    function check(
        RentalRequest calldata request,
        address renter
    ) external view nonReentrantView returns (Lease memory lease) {
        RentalOffer calldata offer = request.offer;
        _requirePayable(offer.currency);
        if (offer.currency != address(0)) _requireFunds(offer.currency, renter, request.price());
        lease = _examine(request, renter);
        Item memory item = Item({collection: offer.collection, tokenId: offer.tokenId, quantity: 0});
        if (!lease.held && !DeliveryLib.isApproved(address(this), item, offer.owner))
            revert IMarket.MarketNotApproved(offer.owner, offer.collection);
    }

    /// @inheritdoc IRentals
    function why(RentalRequest calldata request, address renter) external view returns (bytes memory reason) {
        // The arguments go on to the check as they came, since encoding them anew would already refuse malformed ones.
        (request, renter);
        bool possible;
        (possible, reason) = AskLib.queryWith({
            gasCap: CHECK_GAS,
            target: address(this),
            question: bytes.concat(this.check.selector, msg.data[4:]),
            most: MAX_REASON
        });
        if (possible) return "";
        if (reason.length == 0) reason = abi.encodeWithSelector(IOrderValidator.MarketReasonMissing.selector);
    }

    /// @inheritdoc IRentals
    function tenanciesOf(AssetId[] calldata assets) external view nonReentrantView returns (Usage[] memory usages) {
        usages = new Usage[](assets.length);
        for (uint256 i = 0; i < assets.length; ++i) {
            (address collection, uint256 tokenId) = (assets[i].collection, assets[i].tokenId);
            (usages[i].user, usages[i].expires) = UserLib.look(collection, tokenId);
            usages[i].custody = _custodies[collection][tokenId].owner != address(0);
        }
    }

    /// @inheritdoc IRentals
    function custodyOf(address collection, uint256 tokenId) external view nonReentrantView returns (Custody memory) {
        return _custodies[collection][tokenId];
    }

    // Internal

    function _requirePayable(address currency) private view {
        _requireOpen();
        if (currency != address(0) && !MARKET.currencyAllowed(currency))
            revert IMarket.MarketCurrencyNotAllowed(currency);
    }

    function _collect(address currency, uint256 price, uint256 limit) private {
        if (price > limit) revert IMarket.MarketPriceAboveLimit(price, limit);
        _take(currency, price);
    }

    /// @dev What {_collect} would find missing.
    function _requireFunds(address currency, address renter, uint256 price) private view {
        (, uint256 balance) = AskLib.ask(currency, abi.encodeCall(IERC20.balanceOf, (renter)));
        if (balance < price) revert IMarket.MarketBalanceTooLow({account: renter, balance: balance, needed: price});
        (, uint256 allowed) = AskLib.ask(currency, abi.encodeCall(IERC20.allowance, (renter, address(this))));
        if (allowed < price) revert IMarket.MarketNotApproved(renter, currency);
    }

    /// @dev One rental that is paid for already.
    function _settle(RentalRequest calldata request) private {
        RentalOffer calldata offer = request.offer;
        Lease memory lease = _examine(request, msg.sender);
        if (lease.custody) _takeIntoCustody(request, lease);
        UserLib.place({
            collection: offer.collection,
            tokenId: offer.tokenId,
            user: request.user,
            expires: lease.expires,
            owner: lease.custody ? address(this) : offer.owner
        });
        _distribute(offer, lease.shares);
        _emitLet(request, lease);
    }

    /// @dev Everything that has to hold before anything is written, and what then is agreed on.
    function _examine(RentalRequest calldata request, address renter) private view returns (Lease memory lease) {
        RentalOffer calldata offer = request.offer;
        uint16 bps = MARKET.feeBps();
        offer.requireTakeable(renter, bps);
        offer.requireOffered(request.dayCount);
        if (request.user == address(0)) revert MarketUserZero();
        lease.offerHash = _requireAlive(offer, request.signature);
        _findTerm(request, lease);
        _share(offer, lease.shares, request.price(), bps);
    }

    /// @dev From when to when, and where the token is meanwhile. A custody that runs is what counts, whatever the collection says; without
    /// one the collection says who uses the token.
    function _findTerm(RentalRequest calldata request, Lease memory lease) private view {
        RentalOffer calldata offer = request.offer;
        (address collection, uint256 tokenId) = (offer.collection, offer.tokenId);
        Custody storage custody = _custodies[collection][tokenId];
        address user;
        uint256 until;
        lease.held = custody.owner != address(0);
        if (lease.held) {
            _requireOwner(offer, custody.owner);
            TokenLib.requireOwner(collection, tokenId, address(this));
            lease.custody = true;
            if (block.timestamp < custody.expires) (user, until) = (custody.user, custody.expires);
        } else {
            if (collection.code.length == 0) revert IMarket.MarketCollectionUnknown(collection);
            _requireOwner(offer, IERC721(collection).ownerOf(tokenId));
            lease.custody = !UserLib.isProtected(collection);
            (user, until) = UserLib.userOf(collection, tokenId);
            _requireCustodial(lease.custody, collection);
        }
        lease.renewal = user != address(0);
        // Who pays may add time to the tenancy of the user that there is, and gives it to nobody else. Where nobody keeps a user, one that
        // was not placed here stays until its time is over.
        if (lease.renewal && (user != request.user || lease.custody != lease.held))
            revert MarketTokenRented(user, until);
        lease.start = uint64(lease.renewal ? until : block.timestamp);
        lease.expires = offer.expiryOf(lease.renewal ? until : block.timestamp, request.dayCount);
    }

    function _requireOwner(RentalOffer calldata offer, address owner) private pure {
        if (owner != offer.owner) revert IMarket.MarketSellerNotOwner(offer.owner, owner);
    }

    /// @dev A contract that is a currency is never held: giving a token of it back would move what belongs to others.
    function _requireCustodial(bool custody, address collection) private view {
        if (custody && MARKET.currencyAllowed(collection)) revert IAuctionHouse.MarketCollectionIsCurrency(collection);
    }

    function _share(RentalOffer calldata offer, Shares memory shares, uint256 price, uint16 bps) private view {
        shares.price = price;
        (shares.royaltyReceiver, shares.royalty) = RoyaltyLib.dueOn({
            registry: ROYALTY_REGISTRY,
            collection: offer.collection,
            tokenId: offer.tokenId,
            price: price
        });
        offer.requireRoyaltyAccepted(price, shares.royalty);
        (shares.fee, shares.proceeds) = ShareLib.split({price: price, feeBps: bps, royalty: shares.royalty});
    }

    /// @dev Writes down the term and fetches the token, where it is not here yet. Who did not pay for the whole term cannot end it for those
    /// who did.
    function _takeIntoCustody(RentalRequest calldata request, Lease memory lease) private {
        RentalOffer calldata offer = request.offer;
        Custody storage custody = _custodies[offer.collection][offer.tokenId];
        custody.expires = lease.expires;
        if (lease.renewal) {
            if (custody.renter != msg.sender) custody.renter = custody.user;
            return;
        }
        (custody.renter, custody.user) = (msg.sender, request.user);
        if (lease.held) return;
        custody.owner = offer.owner;
        TokenLib.deliver({
            collection: offer.collection,
            tokenId: offer.tokenId,
            quantity: 0,
            seller: offer.owner,
            buyer: address(this)
        });
    }

    function _distribute(RentalOffer calldata offer, Shares memory shares) private {
        address currency = offer.currency;
        _accrue(currency, shares.fee);
        if (shares.royalty != 0) _pay({currency: currency, to: shares.royaltyReceiver, amount: shares.royalty});
        if (shares.proceeds != 0) _pay({currency: currency, to: offer.owner, amount: shares.proceeds});
    }

    function _emitLet(RentalRequest calldata request, Lease memory lease) private {
        RentalOffer calldata offer = request.offer;
        if (lease.renewal)
            emit RentalExtended({
                offerHash: lease.offerHash,
                owner: offer.owner,
                renter: msg.sender,
                user: request.user,
                collection: offer.collection,
                tokenId: offer.tokenId,
                start: lease.start,
                expires: lease.expires,
                currency: offer.currency,
                price: lease.shares.price,
                fee: lease.shares.fee,
                royalty: lease.shares.royalty,
                royaltyReceiver: lease.shares.royaltyReceiver,
                custody: lease.custody
            });
        else
            emit RentalStarted({
                offerHash: lease.offerHash,
                owner: offer.owner,
                renter: msg.sender,
                user: request.user,
                collection: offer.collection,
                tokenId: offer.tokenId,
                start: lease.start,
                expires: lease.expires,
                currency: offer.currency,
                price: lease.shares.price,
                fee: lease.shares.fee,
                royalty: lease.shares.royalty,
                royaltyReceiver: lease.shares.royaltyReceiver,
                custody: lease.custody
            });
    }

    function _find(address collection, uint256 tokenId) private view returns (Custody memory custody) {
        custody = _custodies[collection][tokenId];
        if (custody.owner == address(0)) revert MarketTokenNotHeld(collection, tokenId);
    }

    /// @dev Forgets a custody whose term is over. Returns who gave the token.
    function _end(address collection, uint256 tokenId) private returns (address owner) {
        Custody memory custody = _find(collection, tokenId);
        if (block.timestamp < custody.expires) revert MarketRentalRuns(custody.expires);
        owner = custody.owner;
        delete _custodies[collection][tokenId];
    }

    /// @dev The reason of a collection that refuses is not passed on: the libraries of the market would look for one in approvals, which
    /// who holds a token needs none of.
    function _handOut(address collection, uint256 tokenId, address owner, address to) private {
        (bool moved, ) = collection.call(abi.encodeCall(IERC721.transferFrom, (address(this), to, tokenId)));
        if (!moved) revert IMarket.MarketTokenNotDelivered(collection, tokenId);
        TokenLib.requireOwner(collection, tokenId, to);
        emit TokenReleased({collection: collection, tokenId: tokenId, owner: owner, to: to});
    }
}
