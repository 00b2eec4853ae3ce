// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Delivery, Drop, TicketSale} from "../types/Drop.sol";
import {DropTerms} from "../types/DropTerms.sol";
import {IPayments} from "./IPayments.sol";

/// @title Drops
/// @notice Sells tickets for items that their creator has finished and committed to, in stages, before anyone knows which ticket gets
/// which item. The price of a ticket stays here until its item is delivered. What is not delivered in time is given back, so a creator
/// who never reveals, or withholds an item, is not paid for it.
/// @dev Nobody owns it and nothing can be upgraded. The market gives the fee, the currencies and the pause, which stops new drops and
/// sales only. Nothing of a drop's terms is stored: whoever calls brings them, and their hash is the drop. Items are ERC-721 vouchers
/// of a collection of ours, signed for this contract as recipient; a soulbound one cannot be delivered. Which item a ticket gets is
/// decided by the creator's secret and a block after the sale: neither the creator nor a buyer can know it before, but a creator who
/// does not like it may keep the secret, and then every ticket is refunded; so may whoever makes the block and the secret together.
/// What the market's own libraries refuse, they refuse with the errors of {IMarket}. Every error has a twin in
/// `protocol/src/market/errors.ts`.
interface IDrops is IPayments {
    // Terms

    /// @notice A drop has 1 to `most` items.
    error MarketDropSupply(uint32 supply, uint32 most);
    /// @notice A drop has 1 to `most` stages.
    error MarketDropStageCount(uint256 stages, uint256 most);
    /// @notice The stage ends before it starts, or starts before the one before it has ended.
    error MarketDropStageTimes(uint256 stage, uint64 start, uint64 end);
    /// @notice An end or a deadline of the drop is not between `least` and `most`.
    error MarketDropDeadline(uint64 time, uint64 least, uint64 most);
    /// @notice The market allows the collection as a currency.
    error MarketDropCollectionIsCurrency(address collection);
    /// @notice Only the creator of the drop may.
    error MarketNotDropCreator(address caller, address creator);
    /// @notice There is a drop with the very same terms.
    error MarketDropExists(bytes32 dropId);
    /// @notice There is no drop with these terms.
    error MarketDropUnknown(bytes32 dropId);

    // Tickets

    /// @notice The drop has no such stage.
    error MarketDropStageUnknown(uint256 stage, uint256 stages);
    /// @notice Tickets of the stage are sold from `start` on and before `end`.
    error MarketDropStageClosed(uint64 start, uint64 end);
    /// @notice The creator sells no more tickets.
    error MarketDropEnded(bytes32 dropId);
    /// @notice A purchase is of 1 to `most` tickets.
    error MarketTicketQuantity(uint256 quantity, uint256 most);
    /// @notice The account is not on the stage's list with that allowance.
    error MarketNotOnAllowlist(address account, uint32 allowance);
    /// @notice The account has bought `bought` in the stage and may buy `most`.
    error MarketWalletLimit(uint256 quantity, uint256 bought, uint256 most);
    /// @notice There are `left` tickets, in the stage or at all.
    error MarketTicketsTooFew(uint256 quantity, uint256 left);
    /// @notice The ticket is not one of those that were bought with the first one.
    error MarketTicketUnknown(uint32 first, uint32 ticket);
    /// @notice The ticket, and every other of the call, was delivered or refunded before.
    error MarketTicketDone(uint32 ticket);

    // Revealing and delivering

    /// @notice Tickets are still sold.
    error MarketDropSells(bytes32 dropId);
    /// @notice No ticket was sold.
    error MarketDropNothingSold(bytes32 dropId);
    /// @notice The drop has no commitment, so ticket n gets item n from the beginning.
    error MarketDropNotCommitted(bytes32 dropId);
    /// @notice A block was chosen and can still be drawn.
    error MarketDropClosed(uint64 entropyBlock);
    /// @notice No block was chosen yet.
    error MarketDropNotClosed(bytes32 dropId);
    /// @notice The block is not there yet, or its hash is lost after 256 more: then {closeDrop} chooses another.
    error MarketDropNotDrawn(uint64 entropyBlock);
    /// @notice It was drawn before.
    error MarketDropDrawn(bytes32 entropy);
    /// @notice It was revealed before.
    error MarketDropRevealed(uint32 offset);
    /// @notice It was not revealed yet.
    error MarketDropNotRevealed(bytes32 dropId);
    /// @notice The secret is not the one of the commitment.
    error MarketDropSecretWrong(bytes32 secret);
    /// @notice The time for it ended at `deadline`.
    error MarketDropTooLate(uint64 deadline);
    /// @notice A call delivers 1 to `most` tickets.
    error MarketDeliveryCount(uint256 deliveries, uint256 most);
    /// @notice The voucher is not the item with that index.
    error MarketItemWrong(uint256 item);
    /// @notice The token of the item is here already, with another content or other terms than the item has.
    error MarketItemDiffers(uint256 tokenId);
    /// @notice Tickets can still be delivered until `from`, and are refunded from then on.
    error MarketRefundTooSoon(uint64 from);
    /// @notice Every ticket of the purchase was delivered or refunded.
    error MarketNothingToRefund(uint32 first);

    /// @notice A creator laid down a drop.
    /// @param feeBps Protocol fee of every ticket, basis points.
    event DropCreated(
        bytes32 indexed dropId,
        address indexed creator,
        address indexed collection,
        DropTerms terms,
        uint16 feeBps
    );
    /// @notice Somebody bought tickets; what was paid, `quantity` times `price`, waits here.
    /// @param first Number of the first of them; the others follow.
    event TicketsSold(
        bytes32 indexed dropId,
        address indexed buyer,
        uint256 indexed stage,
        uint32 first,
        uint32 quantity,
        uint128 price
    );
    /// @notice The creator sells no more tickets than these.
    event DropSaleEnded(bytes32 indexed dropId, uint32 sold);
    /// @notice The sale is over, and the hash of that block will decide, along with the creator's secret.
    event DropClosed(bytes32 indexed dropId, uint64 entropyBlock);
    /// @notice The block's hash was kept.
    event DropDrawn(bytes32 indexed dropId, bytes32 entropy);
    /// @notice Ticket n gets item (n + offset) modulo the number of items.
    event DropRevealed(bytes32 indexed dropId, bytes32 secret, uint32 offset);
    /// @notice A ticket's item was minted and is its buyer's. The creator got `price - fee - royalty`; what it or the royalty's receiver
    /// did not take is in a {PaymentCredited} of the same transaction.
    event TicketDelivered(
        bytes32 indexed dropId,
        uint32 indexed ticket,
        address indexed buyer,
        uint32 item,
        uint256 tokenId,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver
    );
    /// @notice Tickets were given back to their buyer.
    /// @param first Number of the first ticket of the purchase.
    /// @param tickets Bit i is set for the i-th ticket of the purchase.
    /// @param credited The buyer did not take it, so it waits for {withdraw}.
    event TicketsRefunded(
        bytes32 indexed dropId,
        address indexed buyer,
        uint32 first,
        uint64 tickets,
        uint256 amount,
        bool credited
    );

    /// @notice The creator took a token of its own out that was minted to this contract and is no longer for anybody.
    event ItemTakenBack(address indexed collection, uint256 indexed tokenId, address indexed creator, address to);

    /// @notice Lays down a drop of the caller's. Returns its id.
    function createDrop(DropTerms calldata terms) external returns (bytes32 dropId);

    /// @notice Buys tickets in a stage for exactly their price: in ether sent along, in an ERC-20 this contract is approved for it.
    /// @param allowance How many tickets the list of the stage grants the caller; zero where there is no list.
    /// @param proof That it does; empty where there is no list.
    function buyTickets(
        DropTerms calldata terms,
        uint256 stage,
        uint32 quantity,
        uint32 allowance,
        bytes32[] calldata proof
    ) external payable;

    /// @notice Sells no more tickets. Only the creator; tickets that were sold stay good.
    function endSale(DropTerms calldata terms) external;

    /// @notice Chooses the block that decides, once nothing is sold any more; chooses another where that one was not drawn in time.
    /// Anyone may call it.
    function closeDrop(DropTerms calldata terms) external;

    /// @notice Keeps the hash of the block that was chosen: from the block after it on, for 255 blocks. Anyone may call it, and should,
    /// or a creator who sees that block could wait for another.
    function drawEntropy(DropTerms calldata terms) external;

    /// @notice Tells the secret, before the drop's `revealBy`.
    function reveal(DropTerms calldata terms, bytes32 secret) external;

    /// @notice Mints the items of tickets to their buyers and pays for them, at most {MAX_DELIVERIES}, before the drop's `deliverBy`.
    /// Anyone may call it, so a buyer needs nobody to get an item that was published, and cannot refuse it either. Tickets that were
    /// delivered or refunded meanwhile are passed over.
    function deliver(DropTerms calldata terms, Delivery[] calldata deliveries) external;

    /// @notice Gives back what a purchase paid for tickets that can no longer be delivered: after `revealBy` where nothing was revealed,
    /// and after `deliverBy`. Anyone may call it, also while the market is paused.
    function refund(DropTerms calldata terms, uint32 first) external;

    /// @notice Sends a token that was minted here from a voucher of the caller's, and was delivered to nobody, to `to`. Only the creator,
    /// after `deliverBy`: before, it may be somebody's.
    function takeBack(DropTerms calldata terms, bytes32 coreHash, address to) external;

    /// @notice Id of the drop with these terms.
    function dropIdOf(DropTerms calldata terms) external pure returns (bytes32);

    /// @notice What has become of a drop. Refused within a call of this contract that moves something.
    function dropOf(bytes32 dropId) external view returns (Drop memory);

    /// @notice Tickets that were bought together, by the number of the first; all zero for any other number. Refused like {dropOf}.
    function saleOf(bytes32 dropId, uint32 first) external view returns (TicketSale memory);

    /// @notice Tickets that an account bought in a stage.
    function boughtBy(bytes32 dropId, uint256 stage, address account) external view returns (uint256);

    /// @notice Tickets that a stage has sold.
    function soldIn(bytes32 dropId, uint256 stage) external view returns (uint256);

    /// @notice Answers for royalties of collections without ERC-2981; zero for none.
    // solhint-disable-next-line func-name-mixedcase
    function ROYALTY_REGISTRY() external view returns (address);

    /// @notice Most tickets of one purchase.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_TICKETS() external view returns (uint256);

    /// @notice Most deliveries of one call.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_DELIVERIES() external view returns (uint256);
}
