// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

import {IDrops} from "./interfaces/IDrops.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {Payments} from "./Payments.sol";
import {Drop, TicketSale} from "./types/Drop.sol";
import {DropStage} from "./types/DropStage.sol";
import {DropTerms} from "./types/DropTerms.sol";

/// @title How tickets of drops are sold
abstract contract DropSales is IDrops, Payments {
    /// @inheritdoc IDrops
    uint256 public constant MAX_TICKETS = 64;

    mapping(bytes32 dropId => Drop drop) internal _drops;
    mapping(bytes32 dropId => mapping(uint32 first => TicketSale sale)) internal _sales;
    /// @inheritdoc IDrops
    mapping(bytes32 dropId => mapping(uint256 stage => mapping(address account => uint256 count))) public boughtBy;
    /// @inheritdoc IDrops
    mapping(bytes32 dropId => mapping(uint256 stage => uint256 count)) public soldIn;

    constructor(IMarket market) Payments(market) {}

    /// @inheritdoc IDrops
    function createDrop(DropTerms calldata terms) external nonReentrant returns (bytes32 dropId) {
        _requireOpen();
        _requireCreator(terms);
        terms.requireWithinLimits();
        if (terms.currency != address(0) && !MARKET.currencyAllowed(terms.currency))
            revert IMarket.MarketCurrencyNotAllowed(terms.currency);
        if (terms.collection.code.length == 0) revert IMarket.MarketCollectionUnknown(terms.collection);
        // Moving a token of a contract that is a currency would move what others have paid.
        if (MARKET.currencyAllowed(terms.collection)) revert MarketDropCollectionIsCurrency(terms.collection);
        dropId = terms.id();
        Drop storage drop = _drops[dropId];
        if (drop.exists) revert MarketDropExists(dropId);
        uint16 feeBps = MARKET.feeBps();
        (drop.exists, drop.feeBps) = (true, feeBps);
        emit DropCreated({
            dropId: dropId,
            creator: msg.sender,
            collection: terms.collection,
            terms: terms,
            feeBps: feeBps
        });
    }

    /// @inheritdoc IDrops
    function buyTickets(
        DropTerms calldata terms,
        uint256 stage,
        uint32 quantity,
        uint32 allowance,
        bytes32[] calldata proof
    ) external payable nonReentrant {
        _requireOpen();
        (bytes32 dropId, Drop storage drop) = _find(terms);
        if (drop.ended) revert MarketDropEnded(dropId);
        if (stage >= terms.stages.length) revert MarketDropStageUnknown(stage, terms.stages.length);
        if (quantity == 0 || quantity > MAX_TICKETS) revert MarketTicketQuantity(quantity, MAX_TICKETS);
        DropStage calldata sells = terms.stages[stage];
        if (block.timestamp < sells.start || block.timestamp >= sells.end)
            revert MarketDropStageClosed(sells.start, sells.end);
        _count({dropId: dropId, stage: stage, quantity: quantity, most: _mostFor(sells, allowance, proof)});
        _requireLeft(quantity, terms.supply - drop.sold);
        if (sells.cap != 0) _requireLeft(quantity, sells.cap - soldIn[dropId][stage]);
        soldIn[dropId][stage] += quantity;
        _sell({dropId: dropId, drop: drop, stage: stage, quantity: quantity, price: sells.price});
        _take(terms.currency, uint256(quantity) * sells.price);
    }

    /// @inheritdoc IDrops
    function endSale(DropTerms calldata terms) external nonReentrant {
        _requireCreator(terms);
        (bytes32 dropId, Drop storage drop) = _find(terms);
        if (drop.ended) revert MarketDropEnded(dropId);
        drop.ended = true;
        emit DropSaleEnded({dropId: dropId, sold: drop.sold});
    }

    /// @inheritdoc IDrops
    function dropIdOf(DropTerms calldata terms) external pure returns (bytes32) {
        return terms.id();
    }

    /// @inheritdoc IDrops
    function dropOf(bytes32 dropId) external view nonReentrantView returns (Drop memory) {
        return _drops[dropId];
    }

    /// @inheritdoc IDrops
    function saleOf(bytes32 dropId, uint32 first) external view nonReentrantView returns (TicketSale memory) {
        return _sales[dropId][first];
    }

    function _find(DropTerms calldata terms) internal view returns (bytes32 dropId, Drop storage drop) {
        dropId = terms.id();
        drop = _drops[dropId];
        if (!drop.exists) revert MarketDropUnknown(dropId);
    }

    function _requireCreator(DropTerms calldata terms) internal view {
        if (msg.sender != terms.creator) revert MarketNotDropCreator(msg.sender, terms.creator);
    }

    /// @dev What the caller may buy in the stage in all. Whether it is on the list is looked at first.
    function _mostFor(
        DropStage calldata stage,
        uint32 allowance,
        bytes32[] calldata proof
    ) private view returns (uint256 most) {
        most = stage.perWallet == 0 ? type(uint256).max : stage.perWallet;
        if (stage.allowlistRoot == 0) return most;
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(msg.sender, allowance))));
        if (!MerkleProof.verifyCalldata(proof, stage.allowlistRoot, leaf))
            revert MarketNotOnAllowlist(msg.sender, allowance);
        if (allowance < most) most = allowance;
    }

    function _count(bytes32 dropId, uint256 stage, uint32 quantity, uint256 most) private {
        uint256 bought = boughtBy[dropId][stage][msg.sender];
        if (bought + quantity > most) revert MarketWalletLimit(quantity, bought, most);
        boughtBy[dropId][stage][msg.sender] = bought + quantity;
    }

    function _requireLeft(uint256 quantity, uint256 left) private pure {
        if (quantity > left) revert MarketTicketsTooFew(quantity, left);
    }

    /// @dev The tickets are the buyer's before anything is paid: a currency that calls back finds them sold.
    function _sell(bytes32 dropId, Drop storage drop, uint256 stage, uint32 quantity, uint128 price) private {
        uint32 first = drop.sold;
        // At most 8 stages, 64 tickets and 10,000 items.
        _sales[dropId][first] = TicketSale({
            buyer: msg.sender,
            quantity: uint8(quantity),
            stage: uint8(stage),
            done: 0
        });
        (drop.sold, drop.open) = (first + quantity, drop.open + quantity);
        emit TicketsSold({
            dropId: dropId,
            buyer: msg.sender,
            stage: stage,
            first: first,
            quantity: quantity,
            price: price
        });
    }
}
