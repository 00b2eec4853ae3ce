// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVoucherMinter} from "../../tokens/interfaces/IVoucherMinter.sol";
import {Voucher} from "../../tokens/types/Voucher.sol";

import {IMarket} from "../interfaces/IMarket.sol";

/// @notice Hands vouchers to the collection that knows them.
/// @dev A voucher is passed on as it stands in the calldata, from its first word to the end of the call: what follows it is not read.
/// Decoding and encoding it here would take a tenth of the contract. The collection checks every part of what it reads.
library VoucherLib {
    /// @notice EIP-712 struct hash of the voucher, by the collection that the maker named. One that lies about it lies to those who
    /// sign and buy its own tokens, and to nobody else.
    function hash(Voucher calldata voucher, address collection) internal view returns (bytes32 structHash) {
        if (collection.code.length == 0) revert IMarket.MarketCollectionUnknown(collection);
        bytes memory question = abi.encodePacked(IVoucherMinter.hashVoucher.selector, uint256(0x20), _raw(voucher));
        bool answered;
        assembly ("memory-safe") {
            answered := staticcall(gas(), collection, add(question, 0x20), mload(question), 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            structHash := mload(0x00)
        }
        if (!answered) revert IMarket.MarketVoucherUnknown(collection);
    }

    /// @notice Mints the voucher; answers the token's id. The collection's own reason is passed on.
    function mint(
        Voucher calldata voucher,
        address collection,
        address creator,
        address to,
        uint128 quantity
    ) internal returns (uint256 tokenId) {
        bytes memory question = bytes.concat(
            abi.encodeWithSelector(IVoucherMinter.mintFromMarket.selector, creator, 0x80, to, quantity),
            _raw(voucher)
        );
        assembly ("memory-safe") {
            if iszero(call(gas(), collection, 0x00, add(question, 0x20), mload(question), 0x00, 0x20)) {
                returndatacopy(question, 0x00, returndatasize())
                revert(question, returndatasize())
            }
            tokenId := mload(0x00)
        }
    }

    function _raw(Voucher calldata voucher) private pure returns (bytes calldata raw) {
        assembly ("memory-safe") {
            raw.offset := voucher
            raw.length := sub(calldatasize(), voucher)
        }
    }
}
