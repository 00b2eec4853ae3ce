// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {IRentals} from "./interfaces/IRentals.sol";
import {BulkSignatureLib} from "./types/BulkSignature.sol";
import {Lane, Lanes} from "./types/Lane.sol";
import {RentalOffer, RentalOfferLib} from "./types/RentalOffer.sol";
import {SignatureLib, Verdict} from "./types/Signature.sol";

/// @title What owners sign to let their tokens, and what of it is still alive
abstract contract RentalOffers is IRentals, EIP712 {
    Lanes private _lanes;
    /// @inheritdoc IRentals
    mapping(address owner => mapping(bytes32 offerHash => bool approved)) public offerApproved;

    constructor() EIP712("Daedal Rentals", "1") {}

    // Without the lock and while the market is paused, since they only concern what the caller itself signs.

    /// @inheritdoc IRentals
    function approveOffer(bytes32 offerHash, bool approved) external {
        offerApproved[msg.sender][offerHash] = approved;
        emit OfferApproved({owner: msg.sender, offerHash: offerHash, approved: approved});
    }

    /// @inheritdoc IRentals
    function cancel(uint64 lane, uint256 bits) external {
        (Lane next, uint256 open) = _lanes.get(msg.sender, lane).cancel(bits);
        _lanes.set(msg.sender, lane, next);
        emit OffersCancelled({owner: msg.sender, lane: lane, epoch: next.epoch(), bits: open});
    }

    /// @inheritdoc IRentals
    function cancelAllOf(uint64 lane) external returns (uint64 epoch) {
        Lane next = _lanes.get(msg.sender, lane).advance();
        _lanes.set(msg.sender, lane, next);
        epoch = next.epoch();
        emit LaneAdvanced({owner: msg.sender, lane: lane, epoch: epoch});
    }

    /// @inheritdoc IRentals
    function laneOf(address owner, uint64 lane) external view returns (uint64 epoch, uint192 bitmap) {
        Lane word = _lanes.get(owner, lane);
        return (word.epoch(), word.bitmap());
    }

    /// @inheritdoc IRentals
    function hashOffer(RentalOffer calldata offer) external view returns (bytes32) {
        return _hashTypedDataV4(offer.hashStruct());
    }

    // Internal

    /// @dev Signed, and not cancelled. It is not spent: the owner offers the token again and again, until it says otherwise.
    function _requireAlive(
        RentalOffer calldata offer,
        bytes calldata signature
    ) internal view returns (bytes32 offerHash) {
        bytes32 structHash = offer.hashStruct();
        offerHash = _hashTypedDataV4(structHash);
        _requireSigned({owner: offer.owner, offerHash: offerHash, structHash: structHash, signature: signature});
        _lanes.get(offer.owner, offer.nonce.lane()).requireOpen(offer.nonce);
    }

    /// @dev By itself, by the owner's own transaction, or as one of many under one signature.
    function _requireSigned(
        address owner,
        bytes32 offerHash,
        bytes32 structHash,
        bytes calldata signature
    ) private view {
        Verdict verdict = SignatureLib.verdictOn({account: owner, digest: offerHash, signature: signature});
        if (verdict == Verdict.Signed || offerApproved[owner][offerHash]) return;
        if (BulkSignatureLib.isBulk(signature)) {
            (bytes32 tree, bytes calldata own) = BulkSignatureLib.open({
                signature: signature,
                leaf: structHash,
                name: "RentalOffer",
                types: RentalOfferLib.TYPE
            });
            verdict = SignatureLib.verdictOn({account: owner, digest: _hashTypedDataV4(tree), signature: own});
            if (verdict == Verdict.Signed) return;
        }
        if (verdict == Verdict.Malformed) revert IMarket.MarketSignatureMalformed(signature.length);
        revert IMarket.MarketSignatureInvalid(owner);
    }
}
