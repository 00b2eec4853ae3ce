// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/interfaces/IERC1155.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAvatarAccount} from "../interfaces/IAvatarAccount.sol";
import {IERC6551Account} from "../interfaces/IERC6551.sol";
import {Gear} from "../types/Gear.sol";

/// @notice What accounts hold, asked of contracts that may answer anything, burn what they get, or not be there.
library HoldingLib {
    /// @notice Gas that one answer may cost.
    uint256 internal constant CALL_GAS = 50_000;
    /// @dev Gas for reaching who answers.
    uint256 private constant CALL_OVERHEAD = 3_500;

    /// @notice How much of something promised an account holds: 1 or 0 of a token, up to the promised quantity of units. Nothing where
    /// the collection does not answer within the gas.
    function heldBy(Gear memory self, address account) internal view returns (uint256) {
        if (self.quantity == 0) return _ownerOf(self.collection, self.tokenId, CALL_GAS) == account ? 1 : 0;
        bytes memory question = abi.encodeCall(IERC1155.balanceOf, (account, self.tokenId));
        (bool answered, uint256[3] memory words) = _ask({
            target: self.collection,
            question: question,
            size: 0x20,
            cap: CALL_GAS
        });
        return answered ? Math.min(words[0], self.quantity) : 0;
    }

    /// @notice Owner of a token, as its collection says; zero where it says nothing of the kind. Not capped: who asks has something to do
    /// with the token.
    function ownerOf(address collection, uint256 tokenId) internal view returns (address) {
        return _ownerOf(collection, tokenId, 0);
    }

    /// @notice Reverts where a token stands among the tokens that an account is owned through, as far as `depth` goes.
    /// @dev Whoever sends a token up its own chain of owners locks everything above it: the first owner would be its own.
    function requireNoCycle(address collection, uint256 tokenId, uint256 depth) internal view {
        address holder = address(this);
        for (uint256 i = 0; i < depth; ++i) {
            (bool answered, uint256[3] memory token) = _ask({
                target: holder,
                question: abi.encodeCall(IERC6551Account.token, ()),
                size: 0x60,
                cap: CALL_GAS
            });
            if (!answered || token[0] != block.chainid || token[1] > type(uint160).max) return;
            address owning = address(uint160(token[1]));
            if (owning == collection && token[2] == tokenId)
                revert IAvatarAccount.WorldsOwnershipCycle(collection, tokenId);
            holder = _ownerOf(owning, token[2], CALL_GAS);
        }
    }

    function _ownerOf(address collection, uint256 tokenId, uint256 cap) private view returns (address) {
        bytes memory question = abi.encodeCall(IERC721.ownerOf, (tokenId));
        (bool answered, uint256[3] memory words) = _ask({target: collection, question: question, size: 0x20, cap: cap});
        return answered && words[0] <= type(uint160).max ? address(uint160(words[0])) : address(0);
    }

    /// @dev Asks for `size` bytes, at most three words, and copies no more. A cap of zero is none. With a cap the gas must be there: a
    /// call gets at most 63/64 of what is left (EIP-150) and silently less than asked, so a gas limit could make something vanish.
    function _ask(
        address target,
        bytes memory question,
        uint256 size,
        uint256 cap
    ) private view returns (bool answered, uint256[3] memory words) {
        if (cap == 0) cap = gasleft();
        else _requireGas(cap + cap / 63 + CALL_OVERHEAD);
        assembly ("memory-safe") {
            answered := staticcall(cap, target, add(question, 0x20), mload(question), words, size)
            answered := and(answered, iszero(lt(returndatasize(), size)))
        }
    }

    function _requireGas(uint256 needed) private view {
        if (gasleft() < needed) revert IAvatarAccount.WorldsGasTooLow(gasleft(), needed);
    }
}
