// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
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
    /// @notice Accepts a 65-byte or a 64-byte (ERC-2098) signature with a low `s`, then ERC-1271 where the account has code.
    /// @dev Recovery comes first: an account that delegates by EIP-7702 has code, often without ERC-1271, and still signs with
    /// its key. An account without code is never accepted by ERC-1271, so a counterfactual wallet must be deployed first.
    function verdictOn(
        address account,
        bytes32 digest,
        bytes calldata signature
    ) internal view returns (Verdict verdict) {
        (address signer, bool wellFormed) = _recover(digest, signature);
        if (wellFormed && signer == account) return Verdict.Signed;
        if (account.code.length == 0) return wellFormed ? Verdict.OfAnother : Verdict.Malformed;
        return
            SignatureChecker.isValidERC1271SignatureNowCalldata({signer: account, hash: digest, signature: signature})
                ? Verdict.Signed
                : Verdict.OfAnother;
    }

    function _recover(
        bytes32 digest,
        bytes calldata signature
    ) private pure returns (address signer, bool wellFormed) {
        ECDSA.RecoverError fault;
        if (signature.length == 64) {
            (signer, fault, ) = ECDSA.tryRecover(digest, bytes32(signature[:32]), bytes32(signature[32:]));
        } else {
            (signer, fault, ) = ECDSA.tryRecoverCalldata(digest, signature);
        }
        wellFormed = fault == ECDSA.RecoverError.NoError;
    }
}
