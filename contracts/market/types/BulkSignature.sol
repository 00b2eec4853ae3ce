// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One signature for up to 1,024 messages of one type: their hashes are the leaves of a tree, and its EIP-712 type is
/// `Bulk<Type>(<Type>[2]…[2] tree)` with one `[2]` for each level, so a wallet shows every message.
/// @dev Layout, behind the account's own signature of whatever length: proof (32 bytes a level, leaf to root), index of the leaf
/// (2 bytes), height (1 byte), {MARK} (4 bytes). A node is the hash of 64 bytes and a leaf is an EIP-712 struct hash, whose
/// preimage begins with a type hash; the height is part of the signed type. So no node can stand for a leaf. A signature that
/// only happens to end like this is still looked at as an ordinary one by whoever calls.
library BulkSignatureLib {
    uint256 internal constant MAX_HEIGHT = 10;
    /// @dev First bytes of keccak256("Daedal bulk signature").
    bytes4 internal constant MARK = bytes4(keccak256("Daedal bulk signature"));
    uint256 private constant TAIL = 7;

    /// @notice Whether the signature has the layout of a bulk signature.
    function isBulk(bytes calldata signature) internal pure returns (bool) {
        uint256 length = signature.length;
        if (length < TAIL + 32 || bytes4(signature[length - 4:]) != MARK) return false;
        uint256 height = uint8(signature[length - 5]);
        uint256 index = uint16(bytes2(signature[length - TAIL:]));
        return height > 0 && height <= MAX_HEIGHT && length >= TAIL + 32 * height && index >> height == 0;
    }

    /// @notice Struct hash of the whole tree, and the account's own signature of it. Only where {isBulk}.
    /// @param leaf Struct hash of the one message.
    /// @param name Name of the message's type.
    /// @param types Definitions of that type and of all it refers to, in alphabetical order (EIP-712 `encodeType`).
    function open(
        bytes calldata signature,
        bytes32 leaf,
        string memory name,
        string memory types
    ) internal pure returns (bytes32 structHash, bytes calldata own) {
        uint256 end = signature.length - TAIL;
        uint256 index = uint16(bytes2(signature[end:]));
        uint256 height = uint8(signature[end + 2]);
        uint256 start = end - 32 * height;
        own = signature[:start];
        bytes memory dimensions;
        for (; start < end; start += 32) {
            bytes32 sibling = bytes32(signature[start:]);
            leaf = index & 1 == 0 ? _node(leaf, sibling) : _node(sibling, leaf);
            index >>= 1;
            dimensions = bytes.concat(dimensions, "[2]");
        }
        structHash = _node(keccak256(abi.encodePacked("Bulk", name, "(", name, dimensions, " tree)", types)), leaf);
    }

    function _node(bytes32 left, bytes32 right) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0x00, left)
            mstore(0x20, right)
            hash := keccak256(0x00, 0x40)
        }
    }
}
