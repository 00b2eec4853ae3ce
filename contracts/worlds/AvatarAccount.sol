// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/interfaces/IERC1155Receiver.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/interfaces/IERC721Receiver.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IAvatarAccount} from "./interfaces/IAvatarAccount.sol";
import {IERC6551Account, IERC6551Executable} from "./interfaces/IERC6551.sol";
import {HoldingLib} from "./libraries/HoldingLib.sol";
import {Gear} from "./types/Gear.sol";

/// @title Account of an avatar
/// @dev What stands behind the proxies (ERC-1167) that the registry of ERC-6551 makes. Which token owns an account is at the end of the
/// code of its proxy.
contract AvatarAccount is
    IAvatarAccount,
    IERC6551Account,
    IERC6551Executable,
    IERC1271,
    IERC721Receiver,
    IERC1155Receiver
{
    using HoldingLib for Gear;

    /// @inheritdoc IAvatarAccount
    uint256 public constant MAX_GEAR = 16;
    /// @inheritdoc IAvatarAccount
    uint256 public constant HOLDING_GAS = HoldingLib.CALL_GAS;
    /// @dev How far up owners are followed when a token comes in.
    uint256 private constant _CYCLE_DEPTH = 8;
    /// @dev Where the proxy's code ends and the token begins: salt, chain, collection, token.
    uint256 private constant _TOKEN_OFFSET = 0x4d;

    address private immutable _IMPLEMENTATION = address(this);

    /// @inheritdoc IAvatarAccount
    uint256 public nonce;
    Gear[] private _gear;

    modifier onlyOwner() {
        address owner_ = owner();
        if (msg.sender != owner_) revert WorldsNotAccountOwner(msg.sender, owner_);
        _;
    }

    /// @dev What the implementation itself would take, nobody could get out again.
    modifier onlyAccount() {
        if (address(this) == _IMPLEMENTATION) revert WorldsNotAccount();
        _;
    }

    /// @inheritdoc IERC6551Account
    receive() external payable onlyAccount {}

    // Acting

    /// @inheritdoc IERC6551Executable
    /// @dev Counted before the call, so what is called sees the new state already.
    function execute(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation
    ) external payable onlyOwner returns (bytes memory) {
        if (operation != 0) revert WorldsOperationNotCall(operation);
        uint256 count = ++nonce;
        (bool success, bytes memory result) = to.call{value: value}(data);
        if (!success) LowLevelCall.bubbleRevert(result);
        emit AccountExecuted({
            to: to,
            value: value,
            selector: data.length < 4 ? bytes4(0) : bytes4(data),
            nonce: count
        });
        return result;
    }

    /// @inheritdoc IAvatarAccount
    function equip(Gear[] calldata gear) external onlyOwner {
        uint256 count = _gear.length + gear.length;
        if (gear.length == 0 || count > MAX_GEAR) revert WorldsGearCount(count, MAX_GEAR);
        uint256 acted = ++nonce;
        for (uint256 i = 0; i < gear.length; ++i) _equip(gear[i], acted);
    }

    /// @inheritdoc IAvatarAccount
    function unequip(Gear[] calldata gear) external onlyOwner {
        if (gear.length == 0) revert WorldsGearCount(0, MAX_GEAR);
        uint256 acted = ++nonce;
        for (uint256 i = 0; i < gear.length; ++i) _unequip(gear[i], acted);
    }

    // Receiving

    /// @inheritdoc IERC721Receiver
    /// @dev A token that is sent without asking (`transferFrom`) can still close a cycle; then both are lost.
    function onERC721Received(
        address,
        address,
        uint256 tokenId,
        bytes calldata
    ) external view onlyAccount returns (bytes4) {
        HoldingLib.requireNoCycle({collection: msg.sender, tokenId: tokenId, depth: _CYCLE_DEPTH});
        return IERC721Receiver.onERC721Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155Received(
        address,
        address,
        uint256,
        uint256,
        bytes calldata
    ) external view onlyAccount returns (bytes4) {
        return IERC1155Receiver.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(
        address,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external view onlyAccount returns (bytes4) {
        return IERC1155Receiver.onERC1155BatchReceived.selector;
    }

    // Views

    /// @inheritdoc IERC6551Account
    /// @dev What is equipped changes only with the count, so the count and what is held of it say everything. Zero while the account did
    /// nothing, as for one that was not made yet.
    function state() external view returns (uint256) {
        return nonce == 0 ? 0 : uint256(keccak256(abi.encode(nonce, held())));
    }

    /// @inheritdoc IERC6551Account
    function isValidSigner(address signer, bytes calldata) external view returns (bytes4) {
        bool valid = signer != address(0) && signer == owner();
        return valid ? IERC6551Account.isValidSigner.selector : bytes4(0);
    }

    /// @inheritdoc IERC1271
    /// @dev Recovered first: an owner that is delegated (EIP-7702) keeps signing with its key.
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        address owner_ = owner();
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(hash, signature);
        bool valid =
            owner_ != address(0) &&
                ((problem == ECDSA.RecoverError.NoError && recovered == owner_) ||
                    SignatureChecker.isValidERC1271SignatureNowCalldata(owner_, hash, signature));
        return valid ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    /// @inheritdoc IAvatarAccount
    function equipment() external view returns (Gear[] memory) {
        return _gear;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC6551Account).interfaceId ||
            interfaceId == type(IERC6551Executable).interfaceId ||
            interfaceId == type(IERC1271).interfaceId ||
            interfaceId == type(IERC721Receiver).interfaceId ||
            interfaceId == type(IERC1155Receiver).interfaceId ||
            interfaceId == type(IERC165).interfaceId;
    }

    /// @inheritdoc IAvatarAccount
    function held() public view returns (uint256[] memory amounts) {
        amounts = new uint256[](_gear.length);
        for (uint256 i = 0; i < amounts.length; ++i) amounts[i] = _gear[i].heldBy(address(this));
    }

    /// @inheritdoc IAvatarAccount
    function owner() public view returns (address) {
        (uint256 chainId, address tokenContract, uint256 tokenId) = token();
        return chainId == block.chainid ? HoldingLib.ownerOf(tokenContract, tokenId) : address(0);
    }

    /// @inheritdoc IERC6551Account
    function token() public view returns (uint256 chainId, address tokenContract, uint256 tokenId) {
        // Behind the code of the implementation stands no token.
        if (address(this) == _IMPLEMENTATION) return (0, address(0), 0);
        bytes memory footer = new bytes(0x60);
        assembly ("memory-safe") {
            extcodecopy(address(), add(footer, 0x20), _TOKEN_OFFSET, 0x60)
        }
        return abi.decode(footer, (uint256, address, uint256));
    }

    // Internal

    function _equip(Gear calldata gear, uint256 acted) private {
        if (_find(gear) != type(uint256).max) revert WorldsGearEquipped(gear.collection, gear.tokenId);
        if (gear.heldBy(address(this)) < (gear.quantity == 0 ? 1 : gear.quantity))
            revert WorldsGearNotHeld({collection: gear.collection, tokenId: gear.tokenId, quantity: gear.quantity});
        _gear.push(gear);
        emit GearEquipped({collection: gear.collection, tokenId: gear.tokenId, quantity: gear.quantity, nonce: acted});
    }

    function _unequip(Gear calldata gear, uint256 acted) private {
        uint256 index = _find(gear);
        if (index == type(uint256).max || _gear[index].quantity != gear.quantity)
            revert WorldsGearNotEquipped({collection: gear.collection, tokenId: gear.tokenId, quantity: gear.quantity});
        _gear[index] = _gear[_gear.length - 1];
        _gear.pop();
        emit GearUnequipped({
            collection: gear.collection,
            tokenId: gear.tokenId,
            quantity: gear.quantity,
            nonce: acted
        });
    }

    /// @dev Place of a token among what is equipped, or the largest number.
    function _find(Gear calldata gear) private view returns (uint256) {
        for (uint256 i = 0; i < _gear.length; ++i) {
            Gear storage one = _gear[i];
            if (one.tokenId == gear.tokenId && one.collection == gear.collection) return i;
        }
        return type(uint256).max;
    }
}
