// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplits} from "../../contracts/royalties/interfaces/IRoyaltySplits.sol";
import {ParentShare} from "../../contracts/royalties/types/ParentShare.sol";
import {Payee} from "../../contracts/royalties/types/Payee.sol";

/// @notice Splits as the collections see them: addresses that follow from payees. One's own work asks nothing of one; nothing is merged,
/// scaled or paid.
contract PlainSplits is IRoyaltySplits {
    event SplitDeclared(address indexed split, Payee[] payees);

    error PayeesNotWhole(uint256 sum);

    function declare(address own, ParentShare[] calldata parents) external returns (address receiver) {
        Payee[] memory payees = lineageOf(own, parents);
        if (payees.length == 1) return own;
        receiver = _addressOf(payees);
        emit SplitDeclared({split: receiver, payees: payees});
    }

    function splitOf(Payee[] calldata payees) external pure returns (address split) {
        uint256 sum;
        for (uint256 i = 0; i < payees.length; ++i) sum += payees[i].bps;
        if (sum != 10_000) revert PayeesNotWhole(sum);
        return _addressOf(payees);
    }

    function lineageOf(address own, ParentShare[] calldata parents) public pure returns (Payee[] memory payees) {
        payees = new Payee[](parents.length + 1);
        uint16 rest = 10_000;
        uint256 count = 1;
        for (uint256 i = 0; i < parents.length; ++i) {
            if (parents[i].receiver == own) continue;
            payees[count++] = Payee({account: parents[i].receiver, bps: parents[i].remixBps});
            rest -= parents[i].remixBps;
        }
        payees[0] = Payee({account: own, bps: rest});
        assembly ("memory-safe") {
            mstore(payees, count)
        }
    }

    function _addressOf(Payee[] memory payees) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode(payees)))));
    }
}
