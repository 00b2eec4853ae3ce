// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC1155} from "@openzeppelin/contracts/interfaces/IERC1155.sol";

import {IRoyaltySplits} from "../../royalties/interfaces/IRoyaltySplits.sol";
import {ParentShare} from "../../royalties/types/ParentShare.sol";
import {Payee} from "../../royalties/types/Payee.sol";
import {ICreatorCollection} from "../../tokens/interfaces/ICreatorCollection.sol";
import {IEditionCollection} from "../../tokens/interfaces/IEditionCollection.sol";
import {IProvenanceRecords} from "../../tokens/interfaces/IProvenanceRecords.sol";
import {PackedTermsLib} from "../../tokens/types/PackedTerms.sol";
import {Parent} from "../../tokens/types/Parent.sol";
import {Terms} from "../../tokens/types/Terms.sol";
import {Voucher} from "../../tokens/types/Voucher.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {LoadedOrder} from "../types/Order.sol";
import {AskLib} from "./AskLib.sol";

/// @notice Whether a collection of ours would mint a voucher for the market, and which royalty would be due, found without minting it.
/// The reasons are those of the collection. Of a minter that does not answer like ours nothing is known before.
library MintLib {
    uint256 private constant MAX_PARENTS = 8;
    uint256 private constant MAX_PAID_PARENTS = 4;
    uint128 private constant MOST_UNITS = type(uint80).max;
    /// @dev Bits of a policy: others may derive from the token; they need its creator's approval.
    uint8 private constant DERIVATIVES = 1;
    uint8 private constant BY_APPROVAL = 2;

    /// @notice Reverts where the mint would.
    function requireMintable(
        Voucher calldata voucher,
        address market,
        LoadedOrder order,
        uint128 quantity
    ) internal view {
        (bool ours, uint256 tokenId) = _idOf(voucher, order);
        if (!ours) return;
        IProvenanceRecords records = IProvenanceRecords(order.collection());
        if (records.MARKET() != market) revert IProvenanceRecords.TokensNotMarket(market);
        if (_isEdition(order.collection())) _requireUnits(voucher, records, tokenId, quantity);
        else _requireToken(voucher, records, tokenId, quantity);
        if (!_exists(records, tokenId)) _requireAgreed(voucher, records, order.maker(), tokenId);
        if (tokenId != order.tokenId()) revert IMarket.MarketTokenNotDelivered(order.collection(), order.tokenId());
    }

    /// @notice Royalty that the collection will ask for once the voucher is minted, at a price. Nothing where it is not known yet.
    function royaltyOf(
        Voucher calldata voucher,
        LoadedOrder order,
        uint256 price
    ) internal view returns (address receiver, uint256 amount) {
        (bool ours, uint256 tokenId) = _idOf(voucher, order);
        IProvenanceRecords records = IProvenanceRecords(order.collection());
        if (!ours || _exists(records, tokenId)) return (address(0), 0);
        Terms calldata terms = voucher.terms;
        amount = PackedTermsLib.pack(terms, type(uint8).max).royaltyOn(price);
        if (amount != 0) receiver = _receiverOf(terms.royaltyReceiver, records, voucher.parents);
    }

    function _requireToken(
        Voucher calldata voucher,
        IProvenanceRecords records,
        uint256 tokenId,
        uint128 quantity
    ) private view {
        if (quantity > 1) revert IProvenanceRecords.TokensQuantityInvalid(quantity);
        if (voucher.maxSupply != 0) revert IProvenanceRecords.TokensSupplyInvalid(voucher.maxSupply);
        _requireContent(voucher);
        if (_exists(records, tokenId)) revert IProvenanceRecords.TokensMinted(tokenId);
        if (records.voucherRevoked(tokenId)) revert IProvenanceRecords.TokensVoucherRevoked(tokenId);
    }

    function _requireUnits(
        Voucher calldata voucher,
        IProvenanceRecords records,
        uint256 tokenId,
        uint128 quantity
    ) private view {
        if (records.voucherRevoked(tokenId)) revert IProvenanceRecords.TokensVoucherRevoked(tokenId);
        if (quantity == 0) revert IProvenanceRecords.TokensQuantityInvalid(quantity);
        _requireContent(voucher);
        uint256 left = voucher.maxSupply;
        if (_exists(records, tokenId)) {
            (uint256 minted, uint256 most) = IEditionCollection(address(records)).supplyOf(tokenId);
            if (most != voucher.maxSupply || records.rootOf(tokenId) != voucher.root)
                revert IEditionCollection.TokensVoucherDiffers(tokenId);
            left = most - minted;
        } else if (left == 0 || left > MOST_UNITS) {
            revert IProvenanceRecords.TokensSupplyInvalid(voucher.maxSupply);
        }
        if (quantity > left) revert IEditionCollection.TokensSupplyExceeded(tokenId, left, quantity);
    }

    function _requireContent(Voucher calldata voucher) private pure {
        if (voucher.coreHash == 0) revert IProvenanceRecords.TokensCoreHashZero();
        if (voucher.root == 0) revert IProvenanceRecords.TokensRootZero();
    }

    /// @dev Lineage and terms. Which bits a policy can have, and the terms that a collection has in common, are its own knowledge.
    function _requireAgreed(
        Voucher calldata voucher,
        IProvenanceRecords records,
        address creator,
        uint256 tokenId
    ) private view {
        Parent[] calldata parents = voucher.parents;
        uint256 count = parents.length;
        if (count > MAX_PARENTS) revert IProvenanceRecords.TokensTooManyParents(count, MAX_PARENTS);
        for (uint256 i = 0; i < count; ++i) {
            uint256 parent = parents[i].tokenId;
            for (uint256 j = 0; j < i; ++j)
                if (parents[j].tokenId == parent) revert IProvenanceRecords.TokensParentRepeated(parent);
            _requireLicensed({records: records, creator: creator, parent: parent, tokenId: tokenId});
            _requirePayees(records, parents[i]);
        }
        (bool own, uint256 only) = AskLib.ask(address(records), abi.encodeCall(ICreatorCollection.CREATOR, ()));
        if (own && only != uint160(creator))
            revert ICreatorCollection.TokensNotCollectionCreator(creator, address(uint160(only)));
        PackedTermsLib.pack(voucher.terms, type(uint8).max);
        if (!own && voucher.terms.royaltyBps > 0) _receiverOf(voucher.terms.royaltyReceiver, records, parents);
    }

    function _requireLicensed(
        IProvenanceRecords records,
        address creator,
        uint256 parent,
        uint256 tokenId
    ) private view {
        if (!_exists(records, parent)) revert IProvenanceRecords.TokensParentUnknown(parent);
        if (records.creatorOf(parent) == creator) return;
        uint8 policy = records.termsOf(parent).policy;
        if (policy & DERIVATIVES == 0) revert IProvenanceRecords.TokensDerivativeForbidden(parent);
        if (policy & BY_APPROVAL != 0 && !records.derivativeApproved(parent, tokenId))
            revert IProvenanceRecords.TokensDerivativeNotApproved(parent, tokenId);
    }

    function _requirePayees(IProvenanceRecords records, Parent calldata parent) private view {
        if (parent.payees.length == 0) return;
        address receiver = records.termsOf(parent.tokenId).royaltyReceiver;
        if (records.SPLITS().splitOf(parent.payees) != receiver)
            revert IProvenanceRecords.TokensPayeesFalse(parent.tokenId, receiver);
    }

    /// @dev Who is paid: the account that the creator named, or the split that it will share with those parents that ask for it.
    function _receiverOf(
        address own,
        IProvenanceRecords records,
        Parent[] calldata parents
    ) private view returns (address) {
        ParentShare[] memory shares = new ParentShare[](parents.length);
        uint256 paid;
        for (uint256 i = 0; i < parents.length; ++i) {
            Terms memory asked = records.termsOf(parents[i].tokenId);
            if (asked.remixBps == 0 || asked.royaltyReceiver == address(0)) continue;
            shares[paid] = ParentShare({
                receiver: asked.royaltyReceiver,
                remixBps: asked.remixBps,
                payees: parents[i].payees
            });
            ++paid;
        }
        if (paid == 0) return own;
        if (paid > MAX_PAID_PARENTS) revert IProvenanceRecords.TokensTooManyPaidParents(paid, MAX_PAID_PARENTS);
        assembly ("memory-safe") {
            mstore(shares, paid)
        }
        IRoyaltySplits splits = records.SPLITS();
        Payee[] memory payees = splits.lineageOf(own, shares);
        return payees.length == 1 ? own : splits.splitOf(payees);
    }

    /// @dev Id of the token of the voucher, and whether the collection answers like ours.
    function _idOf(Voucher calldata voucher, LoadedOrder order) private view returns (bool ours, uint256 tokenId) {
        bytes memory question = abi.encodeCall(IProvenanceRecords.tokenIdOf, (order.maker(), voucher.coreHash));
        return AskLib.ask(order.collection(), question);
    }

    function _isEdition(address collection) private view returns (bool) {
        bytes memory question = abi.encodeCall(IERC165.supportsInterface, (type(IERC1155).interfaceId));
        (, uint256 answer) = AskLib.ask(collection, question);
        return answer == 1;
    }

    /// @dev Also of a token that was burned.
    function _exists(IProvenanceRecords records, uint256 tokenId) private view returns (bool minted) {
        (minted, ) = AskLib.ask(address(records), abi.encodeCall(IProvenanceRecords.rootOf, (tokenId)));
    }
}
