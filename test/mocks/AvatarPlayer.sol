// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Receiver} from "@openzeppelin/contracts/interfaces/IERC721Receiver.sol";

import {IERC6551Account} from "../../contracts/worlds/interfaces/IERC6551.sol";

/// @notice A contract that owns an avatar, does several things in one transaction, and can act when it is called.
contract AvatarPlayer is IERC721Receiver {
    struct Act {
        address target;
        bytes data;
    }

    Act[] private _reactions;
    /// @notice State of the watched account before, between and after the last acts.
    uint256[] public states;
    /// @notice Error of the reaction that failed last.
    bytes public failure;

    /// @notice Whoever calls sees the reactions happen, once each.
    fallback() external payable {
        while (_reactions.length > 0) {
            Act memory reaction = _reactions[_reactions.length - 1];
            _reactions.pop();
            (bool success, bytes memory answer) = reaction.target.call(reaction.data);
            if (!success) failure = answer;
        }
    }

    receive() external payable {}

    function react(address target, bytes calldata data) external {
        _reactions.push(Act(target, data));
    }

    function actAll(IERC6551Account watched, Act[] calldata acts) external {
        delete states;
        states.push(watched.state());
        for (uint256 i = 0; i < acts.length; ++i) {
            (bool success, bytes memory answer) = acts[i].target.call(acts[i].data);
            if (!success) {
                assembly {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
            states.push(watched.state());
        }
    }

    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return IERC721Receiver.onERC721Received.selector;
    }
}
