// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Terms} from "../../contracts/tokens/types/Terms.sol";
import {TokenRecord, TokenRecordLib} from "../../contracts/tokens/types/TokenRecord.sol";
import {SolidityTest} from "../mocks/Vm.sol";

contract TokenRecordTest is SolidityTest {
    function pack(Terms calldata terms, address creator) external pure returns (TokenRecord) {
        return TokenRecordLib.fromTerms(terms, creator);
    }

    function testFuzz_ARecordKeepsItsTerms(Terms memory terms, address creator) external view {
        terms.royaltyBps = uint16(_bound(terms.royaltyBps, 0, 1_000));
        terms.remixBps = uint16(_bound(terms.remixBps, 0, 5_000));
        terms.policy = uint8(_bound(terms.policy, 0, 15));
        terms.disclosure = uint8(_bound(terms.disclosure, 1, 5));
        if (terms.royaltyReceiver == address(0)) terms.royaltyBps = 0;
        TokenRecord record = this.pack(terms, creator);
        assert(keccak256(abi.encode(record.toTerms())) == keccak256(abi.encode(terms)));
        assert(record.exists() && record.creatorApart() == (creator != terms.royaltyReceiver));
        TokenRecord frozen = record.without(TokenRecordLib.REVISABLE);
        terms.policy &= 11;
        assert(keccak256(abi.encode(frozen.toTerms())) == keccak256(abi.encode(terms)));
    }
}
