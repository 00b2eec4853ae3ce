// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {ParentShare} from "../royalties/types/ParentShare.sol";

import {IERC7572} from "./interfaces/IERC7572.sol";
import {ProvenanceRecords} from "./ProvenanceRecords.sol";
import {PackedTerms, PackedTermsLib} from "./types/PackedTerms.sol";
import {Parent} from "./types/Parent.sol";
import {Terms} from "./types/Terms.sol";

/// @title Shared collection
/// @notice A collection of many creators, which keeps the terms of each token.
abstract contract SharedCollection is ProvenanceRecords, IERC2981, IERC7572 {
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant MAX_PAID_PARENTS = 4;

    string private _contractURI;

    constructor(string memory contractURI_) {
        _contractURI = contractURI_;
        emit ContractURIUpdated();
    }

    /// @inheritdoc IERC7572
    function contractURI() external view returns (string memory) {
        return _contractURI;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        PackedTerms terms = _tokens[tokenId].terms;
        return (terms.receiver(), terms.royaltyOn(salePrice));
    }

    /// @dev Keeps the terms of a token that is about to be minted, and answers them with the receiver that will be paid.
    /// @param policies Bits that a policy can have.
    function _keepTerms(
        address creator,
        uint256 tokenId,
        Terms calldata terms,
        Parent[] calldata parents,
        uint8 policies
    ) internal returns (PackedTerms packed) {
        packed = PackedTermsLib.pack(terms, policies);
        if (parents.length > 0 && terms.royaltyBps > 0) packed = _shareWith(packed, parents);
        if (packed.receiver() == creator) {
            _tokens[tokenId].terms = packed;
        } else {
            _tokens[tokenId].terms = packed.withCreatorApart();
            _tokens[tokenId].creatorApart = creator;
        }
    }

    function _creatorOf(uint256 tokenId) internal view override returns (address) {
        PackedTerms terms = _tokens[tokenId].terms;
        return terms.creatorApart() ? _tokens[tokenId].creatorApart : terms.receiver();
    }

    function _termsOf(uint256 tokenId) internal view override returns (PackedTerms) {
        return _tokens[tokenId].terms;
    }

    /// @dev The terms with a receiver that shares with the parents that ask for it.
    function _shareWith(PackedTerms packed, Parent[] calldata parents) private returns (PackedTerms) {
        ParentShare[] memory shares = new ParentShare[](parents.length);
        uint256 paid;
        for (uint256 i = 0; i < parents.length; ++i) {
            PackedTerms asked = _tokens[parents[i].tokenId].terms;
            if (asked.remixBps() == 0 || asked.receiver() == address(0)) continue;
            shares[paid] = ParentShare({
                receiver: asked.receiver(),
                remixBps: asked.remixBps(),
                payees: parents[i].payees
            });
            ++paid;
        }
        if (paid == 0) return packed;
        if (paid > MAX_PAID_PARENTS) revert TokensTooManyPaidParents(paid, MAX_PAID_PARENTS);
        assembly ("memory-safe") {
            mstore(shares, paid)
        }
        return packed.withReceiver(SPLITS.declare(packed.receiver(), shares));
    }
}
