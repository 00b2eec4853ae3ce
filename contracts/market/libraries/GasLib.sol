// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";

/// @notice Gas that a capped call must find.
library GasLib {
    /// @notice Reverts when a call could not be given its whole `cap`, after `overhead` for the call itself.
    /// @dev A call gets at most 63/64 of what is left (EIP-150) and silently less than asked: without this check the filler could
    /// choose a gas limit at which a royalty is not found or a payee does not get its money.
    function requireFor(uint256 cap, uint256 overhead) internal view {
        uint256 needed;
        // Of constants.
        unchecked {
            needed = cap + cap / 63 + overhead;
        }
        if (gasleft() < needed) revert IMarket.MarketGasTooLow(gasleft(), needed);
    }
}
