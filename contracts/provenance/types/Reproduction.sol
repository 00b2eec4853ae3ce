// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

using ReproductionLib for Reproduction global;

/// @notice What a re-executor signs: it has generated a record again, and this is what came out.
struct Reproduction {
    /// Contract of the token.
    address collection;
    /// Token within it.
    uint256 tokenId;
    /// SHA-256 of the record's canonical core.
    bytes32 coreHash;
    /// SHA-256 of what came out: the decoded pixels, samples or vertices.
    bytes32 renderHash;
}

/// @notice A reproduction with the account that signed it.
struct SignedReproduction {
    /// What was signed.
    Reproduction reproduction;
    /// Who signed.
    address reexecutor;
    /// 64 or 65 bytes of a key, or what a contract takes by ERC-1271.
    bytes signature;
}

/// @notice Keys and hashes of reproductions. The TypeScript twin is `protocol/src/provenance/reproduction.ts`.
library ReproductionLib {
    bytes32 private constant TYPEHASH = keccak256(
        "Reproduction(address collection,uint256 tokenId,bytes32 coreHash,bytes32 renderHash)"
    );

    /// @notice What the reproductions of one record of one token have in common.
    function claimOf(address collection, uint256 tokenId, bytes32 coreHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(collection, tokenId, coreHash));
    }

    /// @notice The same of a reproduction.
    function claim(Reproduction calldata self) internal pure returns (bytes32) {
        return claimOf(self.collection, self.tokenId, self.coreHash);
    }

    /// @notice Struct hash (EIP-712).
    function hash(Reproduction calldata self) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, self.collection, self.tokenId, self.coreHash, self.renderHash));
    }
}
