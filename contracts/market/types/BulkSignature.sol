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
        (uint256 height, uint256 index, uint256 mark) = _tail(signature);
        return
            mark == uint32(MARK) &&
            height > 0 &&
            height <= MAX_HEIGHT &&
            index >> height == 0 &&
            signature.length >= TAIL + 32 * height;
    }

    /// @notice Root of the tree above a message, its height, and the account's own signature. Only where {isBulk}.
    /// @param leaf Struct hash of the message.
    function climb(
        bytes calldata signature,
        bytes32 leaf
    ) internal pure returns (bytes32 root, uint256 height, bytes calldata own) {
        uint256 index;
        (height, index, ) = _tail(signature);
        root = leaf;
        assembly ("memory-safe") {
            let end := sub(add(signature.offset, signature.length), TAIL)
            let at := sub(end, shl(5, height))
            own.offset := signature.offset
            own.length := sub(at, signature.offset)
            for {} lt(at, end) {
                at := add(at, 0x20)
            } {
                // The side of this node by the lowest bit that is left of the index: its place in scratch space.
                let side := shl(5, and(index, 1))
                mstore(side, root)
                mstore(xor(side, 0x20), calldataload(at))
                root := keccak256(0x00, 0x40)
                index := shr(1, index)
            }
        }
    }

    /// @notice Struct hash of the whole tree.
    /// @param name Name of the messages' type.
    /// @param types Definitions of that type and of all it refers to, in alphabetical order (EIP-712 `encodeType`).
    function hashTree(
        bytes32 root,
        uint256 height,
        string memory name,
        string memory types
    ) internal pure returns (bytes32) {
        bytes memory dimensions;
        for (uint256 i = 0; i < height; ++i) dimensions = bytes.concat(dimensions, "[2]");
        bytes32 typehash = keccak256(abi.encodePacked("Bulk", name, "(", name, dimensions, " tree)", types));
        return keccak256(abi.encode(typehash, root));
    }

    /// @notice {climb} and {hashTree} in one.
    function open(
        bytes calldata signature,
        bytes32 leaf,
        string memory name,
        string memory types
    ) internal pure returns (bytes32 structHash, bytes calldata own) {
        bytes32 root;
        uint256 height;
        (root, height, own) = climb(signature, leaf);
        structHash = hashTree({root: root, height: height, name: name, types: types});
    }

    /// @dev Height, index and mark from the last seven bytes. Nothing for a shorter signature.
    function _tail(bytes calldata signature) private pure returns (uint256 height, uint256 index, uint256 mark) {
        if (signature.length < TAIL + 32) return (0, 0, 0);
        assembly ("memory-safe") {
            let word := calldataload(sub(add(signature.offset, signature.length), 0x20))
            mark := and(word, 0xffffffff)
            height := and(shr(32, word), 0xff)
            index := and(shr(40, word), 0xffff)
        }
    }
}
