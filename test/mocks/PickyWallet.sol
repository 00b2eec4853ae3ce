// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A wallet that has signed whatever begins with the digest itself.
contract PickyWallet is IERC1271 {
    function isValidSignature(bytes32 digest, bytes calldata signature) external pure returns (bytes4) {
        return signature.length >= 32 && bytes32(signature) == digest ? IERC1271.isValidSignature.selector : bytes4(0);
    }

    /// @notice Calls as this account.
    function act(address target, uint256 value, bytes calldata data) external payable {
        (bool success, ) = target.call{value: value}(data);
        require(success, "refused");
    }

    receive() external payable {}
}
