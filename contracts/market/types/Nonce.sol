// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

using NonceLib for Nonce global;

/// @notice Which nonce an order spends, in one word, from the lowest bit: bit of the lane (8 bits, below 192), epoch of the lane when
/// the order was signed (64), lane of the maker (64). The rest is zero. Orders that share all three exclude each other.
type Nonce is uint256;

/// @notice The parts of a nonce.
library NonceLib {
    uint256 internal constant WIDTH = 136;

    /// @notice Bit that a fill spends.
    function bit(Nonce self) internal pure returns (uint8) {
        return uint8(Nonce.unwrap(self));
    }

    /// @notice Epoch in which the order is alive.
    function epoch(Nonce self) internal pure returns (uint64) {
        return uint64(Nonce.unwrap(self) >> 8);
    }

    /// @notice Nonce lane of the maker.
    function lane(Nonce self) internal pure returns (uint64) {
        return uint64(Nonce.unwrap(self) >> 72);
    }
}
