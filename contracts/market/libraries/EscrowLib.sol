// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

import {GasLib} from "./GasLib.sol";

/// @notice Pays out an ERC-20 that a contract holds, so that no currency and no payee can stop it. {PaymentLib} moves what others hold.
library EscrowLib {
    /// @dev Gas for moving, and for each of the two looks at the balance: several times what an ordinary currency needs.
    uint256 private constant MOVE_GAS = 200_000;
    uint256 private constant LOOK_GAS = 50_000;
    /// @dev For what surrounds the three calls, the first of which may be to a cold address.
    uint256 private constant OVERHEAD = 8_000;

    /// @notice Moves with capped gas. Returns whether it did.
    function push(address currency, address to, uint256 amount) internal returns (bool moved) {
        GasLib.requireFor({cap: MOVE_GAS + 2 * LOOK_GAS, overhead: OVERHEAD});
        return _move({currency: currency, to: to, amount: amount, moveGas: MOVE_GAS, lookGas: LOOK_GAS});
    }

    /// @notice Moves with all the gas there is, for a payee that asked. Returns whether it did.
    function send(address currency, address to, uint256 amount) internal returns (bool moved) {
        return _move({currency: currency, to: to, amount: amount, moveGas: gasleft(), lookGas: gasleft()});
    }

    /// @dev Only the own balance is believed. What the currency answers is not: one that says no and moves would be paid out of twice,
    /// one that says yes and does not would leave money here that is nobody's. A balance that fell by another amount counts as well,
    /// since a payee that is called could give a part back. One that cannot be read is zero: nothing is moved then.
    function _move(
        address currency,
        address to,
        uint256 amount,
        uint256 moveGas,
        uint256 lookGas
    ) private returns (bool moved) {
        uint256 before = _held(currency, lookGas);
        if (before == 0) return false;
        bytes4 selector = IERC20.transfer.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 0x04), to)
            mstore(add(question, 0x24), amount)
            pop(call(moveGas, currency, 0x00, question, 0x44, 0x00, 0x00))
        }
        moved = _held(currency, lookGas) < before;
    }

    function _held(address currency, uint256 lookGas) private view returns (uint256 held) {
        bytes4 selector = IERC20.balanceOf.selector;
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, address())
            let answered := staticcall(lookGas, currency, 0x00, 0x24, 0x00, 0x20)
            if and(answered, gt(returndatasize(), 0x1f)) {
                held := mload(0x00)
            }
        }
    }
}
