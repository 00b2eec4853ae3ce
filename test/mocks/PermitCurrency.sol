// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20, ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice An ERC-20 whose allowances can be signed (ERC-2612).
contract PermitCurrency is ERC20("Permit", "PRM"), ERC20Permit("Permit") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
