// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Custody} from "../types/Custody.sol";
import {Lease} from "../types/Lease.sol";
import {RentalOffer} from "../types/RentalOffer.sol";
import {RentalRequest} from "../types/RentalRequest.sol";
import {AssetId, Usage} from "../types/Usage.sol";
import {IPayments} from "./IPayments.sol";

/// @title Rentals
/// @notice Lets ERC-721 tokens with ERC-4907 by the day, under offers that their owners sign. The owner, the creator and the protocol
/// share the price as in a sale on the market. A user cannot be removed before its time ends: a collection that promises so itself (see
/// {IProtectedTenancy}) keeps its token with the owner, who may sell it with the user in it; the token of any other collection is held
/// here for the term.
/// @dev Nobody owns it and nothing can be upgraded. The market gives the fee, the currencies and the pause, which stops new rentals and
/// renewals only. Times are unix seconds, a day is 24 hours, amounts are in the smallest unit of the currency; the zero currency is
/// ether. What the market's own libraries refuse, they refuse with the errors of {IMarket}, in which an offer is an order, its owner the
/// maker and its renter the taker. Every error has a twin in `protocol/src/market/errors.ts`.
interface IRentals is IPayments {
    // Offers

    /// @notice The offer has no day, or fewer at most than at least, or more than `most`.
    error MarketTermInvalid(uint16 minDays, uint16 maxDays, uint16 most);
    /// @notice The offer is for another number of days.
    error MarketDaysNotOffered(uint16 dayCount, uint16 minDays, uint16 maxDays);
    /// @notice The tenancy would end after `latest`: more days from now than the offer has at most, or after its last expiry.
    error MarketTermTooLong(uint256 expires, uint256 latest);
    /// @notice A rental is for somebody.
    error MarketUserZero();
    /// @notice A batch has between one and `most` rentals.
    error MarketBatchSize(uint256 rentals, uint256 most);

    // Tokens

    /// @notice Somebody else uses the token until `expires`; or its collection does not keep its users, and this one was not placed here.
    error MarketTokenRented(address user, uint256 expires);
    /// @notice The collection does not say who uses the token.
    error MarketNotRentable(address collection, uint256 tokenId);
    /// @notice Afterwards the collection did not say that the user is the one that was asked for, until the time that was.
    error MarketUserNotSet(address collection, uint256 tokenId);
    /// @notice The token is not held here.
    error MarketTokenNotHeld(address collection, uint256 tokenId);
    /// @notice The token can be released from `expires` on.
    error MarketRentalRuns(uint64 expires);
    /// @notice The term ended at `expires`; the token waits to be released.
    error MarketRentalOver(uint64 expires);
    /// @notice Only the user may, and who paid for the whole term.
    error MarketNotTenant(address caller);
    /// @notice Only who gave the token may.
    error MarketNotGiver(address caller, address owner);
    /// @notice A token is given neither to nobody nor to this contract.
    error MarketReceiverInvalid(address receiver);

    /// @notice A token was let. The owner got `price - fee - royalty`; what it or the royalty's receiver did not take is in a
    /// {PaymentCredited} of the same transaction.
    /// @param renter Who paid.
    /// @param user Who may use the token.
    /// @param start When the term began: the time of the block.
    /// @param expires First second in which the user is no longer the user.
    /// @param custody Whether this contract holds the token from now on, or goes on to after a term that is over.
    event RentalStarted(
        bytes32 indexed offerHash,
        address indexed owner,
        address indexed renter,
        address user,
        address collection,
        uint256 tokenId,
        uint64 start,
        uint64 expires,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver,
        bool custody
    );
    /// @notice The tenancy of the user that a token had was made longer. The rest as in {RentalStarted}.
    /// @param start When what was paid for begins: the end so far.
    /// @param custody Whether this contract holds the token.
    event RentalExtended(
        bytes32 indexed offerHash,
        address indexed owner,
        address indexed renter,
        address user,
        address collection,
        uint256 tokenId,
        uint64 start,
        uint64 expires,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address royaltyReceiver,
        bool custody
    );
    /// @notice A term in custody was ended early; the {TokenReleased} of the same transaction gives the token back.
    /// @param by The user, or who paid.
    /// @param expires When it would have ended.
    event RentalReturned(address indexed collection, uint256 indexed tokenId, address indexed by, uint64 expires);
    /// @notice A token left custody.
    /// @param owner Who had given it.
    /// @param to Who has it now.
    event TokenReleased(address indexed collection, uint256 indexed tokenId, address indexed owner, address to);
    /// @notice An owner approved an offer without signing it, or took that back.
    event OfferApproved(address indexed owner, bytes32 indexed offerHash, bool approved);
    /// @notice The owner spent `bits`: the mask of those of the lane that were open until now.
    event OffersCancelled(address indexed owner, uint64 indexed lane, uint64 epoch, uint256 bits);
    /// @notice Every offer of the lane with a lower epoch is dead.
    event LaneAdvanced(address indexed owner, uint64 indexed lane, uint64 epoch);

    /// @notice Rents a token for the request's user, or makes the tenancy of the user that it has longer, whoever pays for that. In ether
    /// exactly the price is sent along; in an ERC-20 this contract is approved for it. The owner has approved this contract for the token.
    /// @param limit Reverts when the price is higher.
    function rent(RentalRequest calldata request, uint256 limit) external payable;

    /// @notice Rents several tokens in one currency, all of them or none.
    /// @param limit Reverts when all prices together are higher.
    function rentMany(RentalRequest[] calldata requests, uint256 limit) external payable;

    /// @notice Ends the term of a token in custody early and gives it back to its owner. The user may, and who paid for the whole term.
    /// Nothing is refunded. With other tokens the user ends its time at the collection.
    function giveBack(address collection, uint256 tokenId) external;

    /// @notice Gives a token whose term in custody is over back to its owner. Anyone may call it, also while the market is paused.
    function release(address collection, uint256 tokenId) external;

    /// @notice The same to a receiver that the owner names, where the collection refuses the owner. Only the owner may.
    function releaseTo(address collection, uint256 tokenId, address to) external;

    /// @notice Approves an offer of the caller's without a signature, for accounts that cannot sign, or takes that back.
    /// @param offerHash Its EIP-712 hash.
    function approveOffer(bytes32 offerHash, bool approved) external;

    /// @notice Cancels the caller's offers whose bits are in the mask, in the lane's present epoch. Tenancies that run go on.
    function cancel(uint64 lane, uint256 bits) external;

    /// @notice Cancels every offer that the caller has signed for the lane. Returns the epoch that new offers must name.
    function cancelAllOf(uint64 lane) external returns (uint64 epoch);

    /// @notice What {rent} would agree on now; reverts as it would. Ether counts as sent. What only the collection itself would show
    /// stays unseen: whether it lets the user be set, and the token be moved.
    function check(RentalRequest calldata request, address renter) external view returns (Lease memory);

    /// @notice Why {rent} would refuse the request: the data of the error that {check} reverts with, at most 1,024 bytes. Empty when it
    /// would not.
    function why(RentalRequest calldata request, address renter) external view returns (bytes memory reason);

    /// @notice Who uses the tokens now, in their order, for a world that asks about many at once. A collection that is dead, or answers
    /// badly, has no users and stops nothing. Needs gas for the worst: about 115,000 for each token.
    function tenanciesOf(AssetId[] calldata assets) external view returns (Usage[] memory);

    /// @notice How a token is held here; all zero where it is not. Refused within a call of this contract that moves something.
    function custodyOf(address collection, uint256 tokenId) external view returns (Custody memory);

    /// @notice Id of an offer: its EIP-712 hash.
    function hashOffer(RentalOffer calldata offer) external view returns (bytes32);

    /// @notice The state of an owner's lane: offers must name `epoch`, and a set bit of `bitmap` is cancelled. It has nothing to do with
    /// the lanes of the market.
    function laneOf(address owner, uint64 lane) external view returns (uint64 epoch, uint192 bitmap);

    /// @notice Whether the owner has approved the offer without a signature.
    function offerApproved(address owner, bytes32 offerHash) external view returns (bool);

    /// @notice Answers for royalties of collections without ERC-2981; zero for none.
    // solhint-disable-next-line func-name-mixedcase
    function ROYALTY_REGISTRY() external view returns (address);

    /// @notice Most rentals of a batch.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_BATCH() external view returns (uint256);

    /// @notice Most days of an offer.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_DAYS() external view returns (uint16);
}
