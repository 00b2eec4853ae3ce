// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

import {IVoucherMinter} from "../../contracts/tokens/interfaces/IVoucherMinter.sol";
import {Voucher} from "../../contracts/tokens/types/Voucher.sol";

/// @notice A collection that says it has minted and has not.
contract EmptyMinter is ERC1155(""), IVoucherMinter {
    /// @inheritdoc IVoucherMinter
    function mintFromMarket(address, Voucher calldata, address, uint128) external pure returns (uint256) {
        return 1;
    }

    /// @inheritdoc IVoucherMinter
    function hashVoucher(Voucher calldata voucher) external pure returns (bytes32) {
        return voucher.coreHash;
    }
}
