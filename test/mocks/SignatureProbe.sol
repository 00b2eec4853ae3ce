// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {SignatureLib} from "../../contracts/market/types/Signature.sol";

/// @notice Our recovery of signers and OpenZeppelin's, side by side; zero where a signature is refused.
contract SignatureProbe {
    function ours(bytes32 digest, bytes calldata signature) external view returns (address) {
        return SignatureLib.recover(digest, signature);
    }

    function theirs(bytes32 digest, bytes calldata signature) external pure returns (address signer) {
        ECDSA.RecoverError fault;
        if (signature.length == 64)
            (signer, fault, ) = ECDSA.tryRecover(digest, bytes32(signature[:32]), bytes32(signature[32:]));
        else (signer, fault, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (fault != ECDSA.RecoverError.NoError) signer = address(0);
    }
}
