// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @notice What a look at a signature tells.
enum Verdict {
    /// The account signed.
    Signed,
    /// Well formed, but not the account's.
    OfAnother,
    /// A wrong length, a high `s` or an unknown `v`.
    Malformed
}

/// @notice Whether an account signed a digest. Shared by every contract that takes signatures.
library SignatureLib {
    /// @dev Half of the order of secp256k1, rounded up: a signature with a higher `s` has a twin.
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1;

    /// @notice Accepts a 65-byte or a 64-byte (ERC-2098) signature with a low `s`, then ERC-1271 where the account has code.
    /// @dev Recovery comes first: an account that delegates by EIP-7702 has code, often without ERC-1271, and still signs with
    /// its key. An account without code is never accepted by ERC-1271, so a counterfactual wallet must be deployed first.
    function verdictOn(
        address account,
        bytes32 digest,
        bytes calldata signature
    ) internal view returns (Verdict verdict) {
        address signer = recover(digest, signature);
        if (signer == account && account != address(0)) return Verdict.Signed;
        if (account.code.length == 0) return signer == address(0) ? Verdict.Malformed : Verdict.OfAnother;
        return
            SignatureChecker.isValidERC1271SignatureNowCalldata({signer: account, hash: digest, signature: signature})
                ? Verdict.Signed
                : Verdict.OfAnother;
    }

    /// @notice Who signed; zero when the signature is malformed.
    /// @dev Written out for its gas: it runs in every sale. Accepts and refuses what OpenZeppelin's `ECDSA.tryRecover` does, which a
    /// test compares.
    function recover(bytes32 digest, bytes calldata signature) internal view returns (address signer) {
        assembly ("memory-safe") {
            // digest, v, r, s: what the precompile reads.
            let question := mload(0x40)
            let formed := 1
            switch signature.length
            case 65 {
                mstore(add(question, 0x20), byte(0, calldataload(add(signature.offset, 0x40))))
                calldatacopy(add(question, 0x40), signature.offset, 0x40)
            }
            case 64 {
                let word := calldataload(add(signature.offset, 0x20))
                mstore(add(question, 0x20), add(shr(255, word), 27))
                mstore(add(question, 0x40), calldataload(signature.offset))
                mstore(add(question, 0x60), shr(1, shl(1, word)))
            }
            default {
                formed := 0
            }
            if and(formed, lt(mload(add(question, 0x60)), HALF_ORDER)) {
                mstore(question, digest)
                // It answers nothing where `v` is neither 27 nor 28 or nobody can have signed.
                pop(staticcall(gas(), 0x01, question, 0x80, 0x00, 0x20))
                if returndatasize() {
                    signer := mload(0x00)
                }
            }
        }
    }
}
