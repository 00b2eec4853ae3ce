// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PackedTerms, PackedTermsLib} from "../../contracts/tokens/types/PackedTerms.sol";
import {Tenancy, TenancyLib} from "../../contracts/tokens/types/Tenancy.sol";
import {Terms} from "../../contracts/tokens/types/Terms.sol";
import {TokenRecord, TokenRecordLib} from "../../contracts/tokens/types/TokenRecord.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract WordsTest is SolidityTest {
    function pack(Terms calldata terms) external pure returns (PackedTerms) {
        return PackedTermsLib.pack(terms, 63);
    }

    /// @dev A call of its own: within one, the compiler takes the time for constant.
    function isActive(Tenancy tenancy) external view returns (bool) {
        return tenancy.isActive();
    }

    function testFuzz_PackedTermsKeepEachField(Terms memory terms, address receiver, uint8 policy) external view {
        PackedTerms packed = this.pack(_within(terms));
        assert(keccak256(abi.encode(packed.unpack())) == keccak256(abi.encode(terms)));
        assert(!packed.creatorApart() && packed.withCreatorApart().creatorApart());
        assert(keccak256(abi.encode(packed.withCreatorApart().unpack())) == keccak256(abi.encode(terms)));
        terms.royaltyReceiver = receiver;
        terms.policy = policy;
        PackedTerms changed = packed.withReceiver(receiver).withPolicy(policy);
        assert(keccak256(abi.encode(changed.unpack())) == keccak256(abi.encode(terms)));
    }

    function testFuzz_RoyaltyIsAtMostATenth(Terms memory terms, uint128 price) external view {
        uint256 royalty = this.pack(_within(terms)).royaltyOn(price);
        assert(royalty == (uint256(price) * terms.royaltyBps) / 10_000 && royalty <= price / 10);
    }

    function testFuzz_ARecordKeepsWhatATransferDoesNotChange(
        Terms memory terms,
        address owner,
        address next,
        bool approved
    ) external view {
        PackedTerms packed = this.pack(_within(terms));
        TokenRecord record = TokenRecordLib.ofToken(owner, packed);
        assert(record.owner() == owner && record.exists() && !record.approved() && !record.revoked());
        assert(record.encumbered() == (terms.policy & 48 != 0));
        record = record.withApproval(approved);
        assert(record.approved() == approved && record.owner() == owner);
        assert(record.encumbered() == (approved || terms.policy & 48 != 0));
        record = record.withOwner(next);
        assert(record.owner() == next && !record.approved() && record.exists());
        assert(record.policy() == terms.policy && record.disclosure() == terms.disclosure);
        record = record.frozen().withoutVoucher();
        assert(record.policy() == terms.policy & ~uint8(4) && record.revoked() && record.owner() == next);
        assert(record.disclosure() == terms.disclosure);
    }

    function testFuzz_AnEditionCountsWithinItsSupply(
        Terms memory terms,
        uint80 most,
        uint80 first,
        uint80 second
    ) external view {
        uint256 one = _bound(first, 0, most);
        uint256 two = _bound(second, 0, most - one);
        TokenRecord record = TokenRecordLib.ofEdition(most, this.pack(_within(terms)));
        assert(record.maxSupply() == most && record.minted() == 0);
        record = record.withMinted(one).withMinted(two);
        assert(record.maxSupply() == most && record.minted() == one + two);
        assert(record.policy() == terms.policy && record.disclosure() == terms.disclosure && !record.revoked());
    }

    function testFuzz_ATenancyEndsInItsSecond(address user, uint64 expires) external {
        expires = uint64(_bound(expires, 1, type(uint64).max));
        Tenancy tenancy = TenancyLib.until(user, expires);
        assert(tenancy.user() == user && tenancy.expires() == expires);
        VM.warp(expires - 1);
        assert(this.isActive(tenancy) == (user != address(0)));
        VM.warp(expires);
        assert(!this.isActive(tenancy));
    }

    function _within(Terms memory terms) private pure returns (Terms memory) {
        terms.royaltyBps = uint16(_bound(terms.royaltyBps, 0, 1_000));
        terms.remixBps = uint16(_bound(terms.remixBps, 0, 5_000));
        terms.policy = uint8(_bound(terms.policy, 0, 63));
        terms.disclosure = uint8(_bound(terms.disclosure, 1, 5));
        if (terms.royaltyReceiver == address(0)) terms.royaltyBps = 0;
        return terms;
    }
}
