// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A wallet, and a collection, that calls somewhere whenever it is asked something, and says yes only when the call went through.
contract CallingWallet {
    address private _target;
    bytes private _data;

    function setCall(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    // Asked by static calls, in which nothing can change: it tries all the same, so it is no view.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        return _call() ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }

    function isFrozen(uint256) external returns (bool) {
        return _call();
    }

    function _call() private returns (bool success) {
        (success, ) = _target.call(_data);
    }
}
