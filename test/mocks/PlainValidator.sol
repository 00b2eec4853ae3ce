// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ITransferValidator} from "../../contracts/tokens/interfaces/ITransferValidator.sol";

/// @notice Refuses every transfer by one account.
contract PlainValidator is ITransferValidator {
    error Refused(address caller, address from, address to, uint256 tokenId);

    address private immutable REFUSED;

    constructor(address refused) {
        REFUSED = refused;
    }

    function validateTransfer(address caller, address from, address to, uint256 tokenId) external view {
        if (caller == REFUSED) revert Refused(caller, from, to, tokenId);
    }
}
