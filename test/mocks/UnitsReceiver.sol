// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";

/// @notice An account that calls as it was told when it receives units.
contract UnitsReceiver is ERC1155Holder {
    address private _target;
    bytes private _data;
    /// @notice Whether the call made on receipt succeeded, and the first bytes of what it returned.
    bool public callSucceeded;
    bytes4 public callAnswer;

    function setCall(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function onERC1155Received(
        address operator,
        address from,
        uint256 id,
        uint256 value,
        bytes memory data
    ) public override returns (bytes4) {
        if (_target != address(0)) {
            (bool success, bytes memory answer) = _target.call(_data);
            (callSucceeded, callAnswer) = (success, bytes4(answer));
        }
        return super.onERC1155Received(operator, from, id, value, data);
    }

    /// @notice Calls as this account.
    function act(address target, uint256 value, bytes calldata data) external payable returns (bytes memory) {
        (bool success, bytes memory answer) = target.call{value: value}(data);
        if (!success) {
            assembly {
                revert(add(answer, 0x20), mload(answer))
            }
        }
        return answer;
    }

    receive() external payable {}
}
