// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

import {IProvenanceToken} from "../tokens/interfaces/IProvenanceToken.sol";
import {Terms} from "../tokens/types/Terms.sol";
import {Voucher} from "../tokens/types/Voucher.sol";
import {DropReveals} from "./DropReveals.sol";
import {DropSales} from "./DropSales.sol";
import {IDrops} from "./interfaces/IDrops.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {ShareLib} from "./libraries/ShareLib.sol";
import {TokenLib} from "./libraries/TokenLib.sol";
import {Delivery, Drop, TicketSale} from "./types/Drop.sol";
import {DropTerms} from "./types/DropTerms.sol";
import {Shares} from "./types/Shares.sol";

/// @title Drops
contract Drops is DropReveals {
    /// @inheritdoc IDrops
    uint256 public constant MAX_DELIVERIES = 16;
    /// @inheritdoc IDrops
    address public immutable ROYALTY_REGISTRY;

    /// @param market Whose fee, currencies, pause and fee receiver hold here.
    /// @param royaltyRegistry Answers for collections without ERC-2981; zero for none.
    constructor(IMarket market, address royaltyRegistry) DropSales(market) {
        ROYALTY_REGISTRY = royaltyRegistry;
    }

    /// @inheritdoc IDrops
    function deliver(DropTerms calldata terms, Delivery[] calldata deliveries) external nonReentrant {
        (bytes32 dropId, Drop storage drop) = _find(terms);
        uint256 count = deliveries.length;
        _requireDeliverable(dropId, drop, terms, count);
        (uint256 fees, uint256 proceeds, uint256 delivered) = (0, 0, 0);
        for (uint256 i = 0; i < count; ++i) {
            // One that somebody else delivered meanwhile must not stop the others.
            if (!_spend(dropId, deliveries[i].first, deliveries[i].ticket)) continue;
            ++delivered;
            Shares memory shares = _deliver(dropId, drop, terms, deliveries[i]);
            fees += shares.fee;
            proceeds += shares.proceeds;
            // A creator who keeps the royalty is paid once.
            if (shares.royaltyReceiver == terms.creator) proceeds += shares.royalty;
            else if (shares.royalty != 0)
                _pay({currency: terms.currency, to: shares.royaltyReceiver, amount: shares.royalty});
        }
        if (delivered == 0) revert MarketTicketDone(deliveries[0].ticket);
        drop.open -= uint32(delivered);
        _accrue(terms.currency, fees);
        if (proceeds != 0) _pay({currency: terms.currency, to: terms.creator, amount: proceeds});
    }

    /// @inheritdoc IDrops
    function refund(DropTerms calldata terms, uint32 first) external nonReentrant {
        (bytes32 dropId, Drop storage drop) = _find(terms);
        // Without a commitment everything is revealed from the beginning.
        uint64 from = terms.commitment != 0 && !drop.revealed ? terms.revealBy : terms.deliverBy;
        if (block.timestamp < from) revert MarketRefundTooSoon(from);
        TicketSale storage sale = _sales[dropId][first];
        uint256 all = (1 << sale.quantity) - 1;
        // The purchase has at most 64 tickets.
        uint64 left = uint64(all & ~uint256(sale.done));
        if (left == 0) revert MarketNothingToRefund(first);
        uint32 count;
        for (uint256 bits = left; bits != 0; bits &= bits - 1) ++count;
        sale.done |= left;
        drop.open -= count;
        uint256 amount = uint256(count) * terms.stages[sale.stage].price;
        bool credited = amount != 0 && _pay({currency: terms.currency, to: sale.buyer, amount: amount});
        emit TicketsRefunded({
            dropId: dropId,
            buyer: sale.buyer,
            first: first,
            tickets: left,
            amount: amount,
            credited: credited
        });
    }

    /// @inheritdoc IDrops
    function takeBack(DropTerms calldata terms, bytes32 coreHash, address to) external nonReentrant {
        _requireCreator(terms);
        _find(terms);
        if (block.timestamp < terms.deliverBy) revert MarketRefundTooSoon(terms.deliverBy);
        uint256 tokenId = IProvenanceToken(terms.collection).tokenIdOf(terms.creator, coreHash);
        TokenLib.deliver({
            collection: terms.collection,
            tokenId: tokenId,
            quantity: 0,
            seller: address(this),
            buyer: to
        });
        emit ItemTakenBack({collection: terms.collection, tokenId: tokenId, creator: terms.creator, to: to});
    }

    function _requireDeliverable(
        bytes32 dropId,
        Drop storage drop,
        DropTerms calldata terms,
        uint256 count
    ) private view {
        if (count == 0 || count > MAX_DELIVERIES) revert MarketDeliveryCount(count, MAX_DELIVERIES);
        if (block.timestamp >= terms.deliverBy) revert MarketDropTooLate(terms.deliverBy);
        if (terms.commitment != 0 && !drop.revealed) revert MarketDropNotRevealed(dropId);
    }

    /// @dev The ticket is marked before the collection is called.
    function _deliver(
        bytes32 dropId,
        Drop storage drop,
        DropTerms calldata terms,
        Delivery calldata delivery
    ) private returns (Shares memory shares) {
        TicketSale storage sale = _sales[dropId][delivery.first];
        uint256 item = (uint256(delivery.ticket) + drop.offset) % terms.supply;
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(item, delivery.voucher))));
        if (!MerkleProof.verifyCalldata(delivery.proof, terms.itemsRoot, leaf)) revert MarketItemWrong(item);
        uint256 tokenId = _mint(terms, delivery);
        TokenLib.deliver({
            collection: terms.collection,
            tokenId: tokenId,
            quantity: 0,
            seller: address(this),
            buyer: sale.buyer
        });
        shares = _share({terms: terms, tokenId: tokenId, price: terms.stages[sale.stage].price, bps: drop.feeBps});
        emit TicketDelivered({
            dropId: dropId,
            ticket: delivery.ticket,
            buyer: sale.buyer,
            item: uint32(item),
            tokenId: tokenId,
            price: shares.price,
            fee: shares.fee,
            royalty: shares.royalty,
            royaltyReceiver: shares.royaltyReceiver
        });
    }

    /// @dev Marks a ticket; false where it was marked before.
    function _spend(bytes32 dropId, uint32 first, uint32 ticket) private returns (bool open) {
        TicketSale storage sale = _sales[dropId][first];
        if (ticket < first || ticket - first >= sale.quantity) revert MarketTicketUnknown(first, ticket);
        // Within the purchase, so below 64.
        uint64 bit = uint64(1 << (ticket - first));
        open = sale.done & bit == 0;
        sale.done |= bit;
    }

    /// @dev Anyone can mint a voucher that is signed for this contract to this contract. Then it is here already; but so is what the
    /// creator minted from the same record with another content or other terms, and sent.
    function _mint(DropTerms calldata terms, Delivery calldata delivery) private returns (uint256 tokenId) {
        IProvenanceToken collection = IProvenanceToken(terms.collection);
        tokenId = collection.tokenIdOf(terms.creator, delivery.voucher.coreHash);
        try IERC721(terms.collection).ownerOf(tokenId) returns (address owner) {
            if (owner == address(this)) {
                _requireSame(collection, tokenId, delivery.voucher);
                return tokenId;
            }
        } catch {}
        collection.mintVoucher({
            creator: terms.creator,
            voucher: delivery.voucher,
            to: address(this),
            deadline: delivery.deadline,
            signature: delivery.signature
        });
    }

    /// @dev Who receives the royalty is not compared: it may be the split of a lineage, which the collection makes at the mint.
    function _requireSame(IProvenanceToken collection, uint256 tokenId, Voucher calldata voucher) private view {
        Terms memory found = collection.termsOf(tokenId);
        Terms calldata asked = voucher.terms;
        bool same =
            collection.rootOf(tokenId) == voucher.root &&
                found.royaltyBps == asked.royaltyBps &&
                found.remixBps == asked.remixBps &&
                found.policy == asked.policy &&
                found.disclosure == asked.disclosure;
        if (!same) revert MarketItemDiffers(tokenId);
    }

    function _share(
        DropTerms calldata terms,
        uint256 tokenId,
        uint256 price,
        uint16 bps
    ) private view returns (Shares memory shares) {
        shares.price = price;
        (shares.royaltyReceiver, shares.royalty) = RoyaltyLib.dueOn({
            registry: ROYALTY_REGISTRY,
            collection: terms.collection,
            tokenId: tokenId,
            price: price
        });
        (shares.fee, shares.proceeds) = ShareLib.split({price: price, feeBps: bps, royalty: shares.royalty});
    }
}
