// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RecordLib} from "../../contracts/provenance/libraries/RecordLib.sol";

/// @notice What the registry reads in a record.
contract RecordProbe {
    function renderOf(bytes calldata core) external pure returns (bytes32) {
        return RecordLib.renderOf(core);
    }
}
