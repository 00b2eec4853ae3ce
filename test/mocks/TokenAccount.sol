// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @notice An account of ERC-6551 that counts what it did.
contract TokenAccount {
    uint256 public state;

    receive() external payable {}

    function act(address payable to, uint256 value) external {
        ++state;
        (bool success, ) = to.call{value: value}("");
        require(success, "not taken");
    }

    function execute(address to, bytes calldata data) external {
        ++state;
        (bool success, ) = to.call(data);
        require(success, "not done");
    }
}

/// @notice A registry of ERC-6551: one address for each implementation, salt, chain and token.
contract TokenAccountRegistry {
    function createAccount(
        address implementation,
        bytes32 salt,
        uint256 chainId,
        address tokenContract,
        uint256 tokenId
    ) external returns (address) {
        bytes memory args = abi.encode(salt, chainId, tokenContract, tokenId);
        return Clones.cloneDeterministicWithImmutableArgs({implementation: implementation, args: args, salt: salt});
    }

    function account(
        address implementation,
        bytes32 salt,
        uint256 chainId,
        address tokenContract,
        uint256 tokenId
    ) external view returns (address) {
        bytes memory args = abi.encode(salt, chainId, tokenContract, tokenId);
        return
            Clones.predictDeterministicAddressWithImmutableArgs({
                implementation: implementation,
                args: args,
                salt: salt
            });
    }
}
