// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice A collection that answers `royaltyInfo` and moves tokens as badly as it is told to.
contract HostileCollection is ERC721("Hostile", "BAD") {
    enum Royalty {
        Plain,
        Reverts,
        BurnsGas,
        Megabyte,
        OneWord,
        DirtyAddress,
        NeedsGas
    }
    enum Move {
        Plain,
        Nothing,
        ElseWhere,
        Calls,
        BurnsGas,
        Megabyte
    }

    Royalty private _royalty;
    Move private _move;
    address private _receiver;
    uint256 private _amount;
    address private _target;
    bytes private _data;
    /// @notice Whether the call made while moving succeeded, and what it returned.
    bool public callSucceeded;
    bytes public callAnswer;

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setRoyalty(Royalty royalty, address receiver, uint256 amount) external {
        (_royalty, _receiver, _amount) = (royalty, receiver, amount);
    }

    function setMove(Move move, address target, bytes calldata data) external {
        (_move, _target, _data) = (move, target, data);
    }

    function royaltyInfo(uint256, uint256) external view returns (address, uint256) {
        Royalty royalty = _royalty;
        require(royalty != Royalty.Reverts, "no royalty for you");
        uint256 amount = _amount;
        uint256 account = uint160(_receiver);
        if (royalty == Royalty.BurnsGas) {
            assembly {
                invalid()
            }
        }
        if (royalty == Royalty.Megabyte) {
            assembly {
                return(0, 1000000)
            }
        }
        if (royalty == Royalty.OneWord) {
            assembly {
                mstore(0, account)
                return(0, 32)
            }
        }
        if (royalty == Royalty.DirtyAddress) account |= 1 << 255;
        // Half of the gas that the market promises, so that a starved call would show.
        if (royalty == Royalty.NeedsGas) {
            uint256 left = gasleft();
            for (uint256 i = 0; left - gasleft() < 45_000; ++i) amount = (amount + i) - i;
        }
        assembly {
            mstore(0, account)
            mstore(32, amount)
            return(0, 64)
        }
    }

    function transferFrom(address from, address to, uint256 tokenId) public override {
        if (_move == Move.Nothing) return;
        if (_move == Move.BurnsGas) {
            assembly {
                invalid()
            }
        }
        if (_move == Move.Megabyte) {
            assembly {
                revert(0, 1000000)
            }
        }
        if (_move == Move.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        super.transferFrom(from, _move == Move.ElseWhere ? address(0xdead) : to, tokenId);
    }
}
