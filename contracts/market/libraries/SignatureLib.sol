// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IMarket} from "../interfaces/IMarket.sol";

/// @notice Whether a maker signed a digest.
library SignatureLib {
    /// @notice Accepts a 65-byte or a 64-byte (ERC-2098) signature with a low `s`, then ERC-1271 where the maker has code.
    /// @dev Recovery comes first: an account that delegates by EIP-7702 has code, often without ERC-1271, and still signs with
    /// its key. A maker without code is never accepted by ERC-1271, so a counterfactual wallet must be deployed first.
    function requireSigned(address maker, bytes32 digest, bytes calldata signature) internal view {
        (address signer, ECDSA.RecoverError fault) = _recover(digest, signature);
        bool recovered = fault == ECDSA.RecoverError.NoError;
        if (recovered && signer == maker) return;
        if (maker.code.length == 0) {
            if (recovered) revert IMarket.MarketSignatureInvalid(maker);
            revert IMarket.MarketSignatureMalformed(signature.length);
        }
        if (!SignatureChecker.isValidERC1271SignatureNowCalldata({signer: maker, hash: digest, signature: signature}))
            revert IMarket.MarketSignatureInvalid(maker);
    }

    function _recover(
        bytes32 digest,
        bytes calldata signature
    ) private pure returns (address signer, ECDSA.RecoverError fault) {
        if (signature.length == 64) {
            (signer, fault, ) = ECDSA.tryRecover(digest, bytes32(signature[:32]), bytes32(signature[32:]));
        } else {
            (signer, fault, ) = ECDSA.tryRecoverCalldata(digest, signature);
        }
    }
}
