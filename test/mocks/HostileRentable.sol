// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";

import {IProtectedTenancy} from "../../contracts/tokens/interfaces/IProtectedTenancy.sol";

/// @notice A collection with users that does what it is told to. Anyone sets a user, at any time.
contract HostileRentable is ERC721("Hostile", "BAD"), ERC2981 {
    enum Place {
        Plain,
        Nothing,
        OtherUser,
        OtherTime,
        Reverts,
        RevertsBare,
        Calls
    }
    enum Look {
        Plain,
        Reverts,
        BurnsGas,
        Megabyte,
        Short,
        Dirty,
        ForEver,
        NeedsGas,
        Nameless
    }

    Place private _place;
    Look private _look;
    bool private _promises;
    bool private _stuck;
    address private _target;
    bytes private _data;
    mapping(address account => bool refused) private _refused;
    mapping(uint256 tokenId => address user) private _users;
    mapping(uint256 tokenId => uint64 expires) private _ends;
    /// @notice Whether the call made while a user was set, or a token moved, succeeded, and what it returned.
    bool public callSucceeded;
    bytes public callAnswer;

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }

    function setRoyalty(address receiver, uint96 bps) external {
        _setDefaultRoyalty(receiver, bps);
    }

    function setPlace(Place place, address target, bytes calldata data) external {
        (_place, _target, _data) = (place, target, data);
    }

    function setLook(Look look) external {
        _look = look;
    }

    /// @notice Declares that users stay. They do not.
    function vow(bool promises) external {
        _promises = promises;
    }

    function refuse(address account, bool refused) external {
        _refused[account] = refused;
    }

    /// @notice Says that it moved tokens from now on, and does not.
    function stick(bool stuck) external {
        _stuck = stuck;
    }

    /// @notice Takes a token from whoever has it.
    function seize(address to, uint256 tokenId) external {
        _update(to, tokenId, address(0));
    }

    function setUser(uint256 tokenId, address user, uint64 expires) external {
        require(_place != Place.Reverts, "no user for you");
        if (_place == Place.RevertsBare) {
            assembly {
                revert(0, 0)
            }
        }
        if (_place == Place.Nothing) return;
        if (_place == Place.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        _users[tokenId] = _place == Place.OtherUser ? address(0xdead) : user;
        _ends[tokenId] = _place == Place.OtherTime ? expires + 1 : expires;
    }

    function userOf(uint256 tokenId) external view returns (address user) {
        if (_look == Look.Nameless) {
            assembly {
                revert(0, 0)
            }
        }
        user = _ends[tokenId] >= block.timestamp || _look == Look.ForEver ? _users[tokenId] : address(0);
        _answer(uint160(user));
    }

    function userExpires(uint256 tokenId) external view returns (uint256 expires) {
        expires = _ends[tokenId];
        if (_look != Look.Dirty) _answer(expires);
    }

    function tenancyOf(uint256 tokenId) external view returns (address, uint64) {
        return (_users[tokenId], _ends[tokenId]);
    }

    function transferFrom(address from, address to, uint256 tokenId) public override {
        require(!_refused[to], "not you");
        if (_stuck) return;
        if (_place == Place.Calls) (callSucceeded, callAnswer) = _target.call(_data);
        super.transferFrom(from, to, tokenId);
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC721, ERC2981) returns (bool) {
        // Most of what ERC-165 grants, so that a starved call would show.
        if (_look == Look.NeedsGas) {
            uint256 left = gasleft();
            for (uint256 i = 0; left - gasleft() < 26_500; ++i) left = (left + i) - i;
        }
        return
            (_promises && interfaceId == type(IProtectedTenancy).interfaceId) || super.supportsInterface(interfaceId);
    }

    function _answer(uint256 word) private view {
        Look look = _look;
        require(look != Look.Reverts, "not telling");
        assembly {
            mstore(0, word)
            if eq(look, 2) {
                invalid()
            }
            if eq(look, 3) {
                return(0, 1000000)
            }
            if eq(look, 4) {
                return(0, 31)
            }
            if eq(look, 5) {
                mstore(0, or(word, shl(255, 1)))
            }
            return(0, 32)
        }
    }
}
