// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../../contracts/market/interfaces/IMarket.sol";

/// @notice Takes no ether until it is told to.
contract Rejecter {
    error Rejected();

    bool public willing;

    receive() external payable {
        if (!willing) revert Rejected();
    }

    function setWilling(bool willing_) external {
        willing = willing_;
    }

    function withdrawFrom(IMarket market) external {
        market.withdraw();
    }
}
