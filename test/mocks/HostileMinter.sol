// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {Voucher} from "../../contracts/tokens/types/Voucher.sol";

/// @notice A collection that mints vouchers as badly as it is told to, whoever signed them.
contract HostileMinter is ERC721("Hostile", "BAD") {
    enum Mode {
        Plain,
        Nothing,
        Elsewhere,
        Calls,
        KeepsWhatIsSent
    }

    Mode private _mode;
    address private _target;
    bytes private _data;
    /// @notice Whether the call made while minting succeeded, and what it returned.
    bool public callSucceeded;
    bytes public callAnswer;

    function setMode(Mode mode, address target, bytes calldata data) external {
        (_mode, _target, _data) = (mode, target, data);
    }

    function mintVoucher(
        address creator,
        Voucher calldata voucher,
        address to,
        uint64,
        bytes calldata
    ) external returns (uint256 tokenId) {
        tokenId = tokenIdOf(creator, voucher.coreHash);
        if (_mode == Mode.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        if (_mode == Mode.Nothing) return tokenId;
        _mint(_mode == Mode.Elsewhere ? address(0xdead) : to, tokenId);
    }

    function transferFrom(address from, address to, uint256 tokenId) public override {
        if (_mode == Mode.KeepsWhatIsSent) return;
        super.transferFrom(from, to, tokenId);
    }

    function tokenIdOf(address creator, bytes32 coreHash) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(creator, coreHash)));
    }
}
