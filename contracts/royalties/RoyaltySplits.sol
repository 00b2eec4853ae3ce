// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IRoyaltySplit} from "./interfaces/IRoyaltySplit.sol";
import {IRoyaltySplits} from "./interfaces/IRoyaltySplits.sol";
import {LineageLib} from "./libraries/LineageLib.sol";
import {PayeeTableLib} from "./libraries/PayeeTableLib.sol";
import {RoyaltySplit} from "./RoyaltySplit.sol";
import {ParentShare} from "./types/ParentShare.sol";
import {Payee} from "./types/Payee.sol";

/// @title Royalty splits
contract RoyaltySplits is IRoyaltySplits {
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant MAX_PARENTS = 4;
    /// @dev The table is part of the code that is deployed, so it alone makes the address.
    // solhint-disable-next-line private-vars-leading-underscore
    bytes32 private constant SALT = 0;

    /// @inheritdoc IRoyaltySplits
    address public immutable IMPLEMENTATION = address(new RoyaltySplit());

    /// @inheritdoc IRoyaltySplits
    function declare(address own, ParentShare[] calldata parents) external returns (address receiver) {
        Payee[] memory payees = _lineageOf(own, parents);
        if (payees.length == 1) return own;
        receiver = _splitOf(PayeeTableLib.encode(payees));
        emit SplitDeclared({split: receiver, payees: payees});
    }

    /// @inheritdoc IRoyaltySplits
    function distribute(Payee[] calldata payees, address currency) external returns (address split) {
        split = deploy(payees);
        IRoyaltySplit(payable(split)).distribute(currency);
    }

    /// @inheritdoc IRoyaltySplits
    function deploy(Payee[] calldata payees) public returns (address split) {
        bytes memory table = _tableOf(payees);
        split = _splitOf(table);
        if (split.code.length > 0) return split;
        Clones.cloneDeterministicWithImmutableArgs({implementation: IMPLEMENTATION, args: table, salt: SALT});
        emit SplitDeployed({split: split, payees: payees});
    }

    /// @inheritdoc IRoyaltySplits
    function lineageOf(address own, ParentShare[] calldata parents) external view returns (Payee[] memory payees) {
        return _lineageOf(own, parents);
    }

    /// @inheritdoc IRoyaltySplits
    function splitOf(Payee[] calldata payees) external view returns (address split) {
        return _splitOf(_tableOf(payees));
    }

    function _lineageOf(address own, ParentShare[] calldata parents) private view returns (Payee[] memory) {
        if (parents.length > MAX_PARENTS) revert RoyaltiesTooManyParents(parents.length, MAX_PARENTS);
        uint256[] memory claims;
        uint256 asked;
        for (uint256 i = 0; i < parents.length; ++i) {
            ParentShare calldata parent = parents[i];
            // One's own earlier work asks nothing of one, nor does it make the part of the other parents smaller.
            if (parent.receiver == own || parent.remixBps == 0 || _unpayable(parent.receiver)) continue;
            asked += parent.remixBps;
            claims = LineageLib.merge(claims, _claimsOf(own, parent));
        }
        if (claims.length > 0 && _unpayable(own)) revert RoyaltiesAccountUnpayable(own);
        return LineageLib.share({own: own, claims: claims, asked: asked});
    }

    /// @dev The claims of one parent: its receiver's, or those of the payees behind it, except what comes back to `own`.
    function _claimsOf(address own, ParentShare calldata parent) private view returns (uint256[] memory claims) {
        uint256 asked = parent.remixBps;
        if (parent.payees.length == 0) {
            claims = new uint256[](1);
            claims[0] = LineageLib.claim({account: parent.receiver, number: asked * PayeeTableLib.WHOLE});
            return claims;
        }
        Payee[] memory payees = parent.payees;
        address split = _splitOf(_tableOf(payees));
        if (split != parent.receiver) revert RoyaltiesPayeesFalse(parent.receiver, split);
        claims = new uint256[](payees.length);
        uint256 count;
        for (uint256 i = 0; i < payees.length; ++i) {
            Payee memory payee = payees[i];
            if (payee.account == own) continue;
            claims[count] = LineageLib.claim({account: payee.account, number: asked * payee.bps});
            ++count;
        }
        assembly ("memory-safe") {
            mstore(claims, count)
        }
    }

    /// @dev The table of payees who were given by a caller.
    function _tableOf(Payee[] memory payees) private view returns (bytes memory) {
        PayeeTableLib.requireCanonical(payees);
        for (uint256 i = 0; i < payees.length; ++i) {
            address account = payees[i].account;
            if (_unpayable(account)) revert RoyaltiesAccountUnpayable(account);
        }
        return PayeeTableLib.encode(payees);
    }

    function _splitOf(bytes memory table) private view returns (address) {
        return
            Clones.predictDeterministicAddressWithImmutableArgs({
                implementation: IMPLEMENTATION,
                args: table,
                salt: SALT
            });
    }

    function _unpayable(address account) private view returns (bool) {
        return account == address(0) || account == address(this) || account == IMPLEMENTATION;
    }
}
