// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Gear} from "../types/Gear.sol";

/// @title Account of an avatar
/// @notice What a token owns (ERC-6551), and whoever owns the token controls. The owner equips what it promises with the avatar; {state}
/// changes whenever the account acts and whenever something equipped is no longer there, so an order that commits to it is filled only
/// while all of it is.
/// @dev What comes in changes nothing, or a stranger could kill an order with a gift. What is not equipped is not promised: besides by
/// {execute}, tokens leave by an approval that the account gave, by an order or permit that its owner signs for it (ERC-1271), or by a
/// built-in operator of their collection. Ether leaves by {execute} alone, which the state shows; ERC-20 tokens also by allowances and
/// signed permits, which it does not, and they cannot be equipped. Approvals and allowances of the account outlive a sale of the avatar:
/// a buyer looks at them first and takes them back afterwards. What the owner signed as itself ends with its ownership.
/// A signature is the owner's own over the very hash: one over something that does not name the account is good for all accounts of
/// the same owner. Every error has a twin in `protocol/src/worlds/errors.ts`.
interface IAvatarAccount {
    /// @notice This is the implementation; only its accounts can be used.
    error WorldsNotAccount();
    /// @notice Only the owner of the token may do this.
    error WorldsNotAccountOwner(address caller, address owner);
    /// @notice The account calls and does nothing else: `operation` must be 0.
    error WorldsOperationNotCall(uint8 operation);
    /// @notice The account would come to own, by itself or through other accounts, the token that owns it, and nobody could use either.
    error WorldsOwnershipCycle(address collection, uint256 tokenId);
    /// @notice An avatar has at most `most` things equipped, and each call names at least one.
    error WorldsGearCount(uint256 count, uint256 most);
    /// @notice The account does not hold that.
    error WorldsGearNotHeld(address collection, uint256 tokenId, uint96 quantity);
    /// @notice The token is equipped already.
    error WorldsGearEquipped(address collection, uint256 tokenId);
    /// @notice Exactly this is not equipped.
    error WorldsGearNotEquipped(address collection, uint256 tokenId, uint96 quantity);
    /// @notice With so little gas left a collection could not answer, and what is held would seem lost.
    error WorldsGasTooLow(uint256 left, uint256 needed);

    /// @notice The account called `to`; `selector` is the beginning of what it said, zero where that was shorter than four bytes.
    event AccountExecuted(address indexed to, uint256 value, bytes4 selector, uint256 nonce);
    /// @notice Something was equipped.
    event GearEquipped(address indexed collection, uint256 indexed tokenId, uint96 quantity, uint256 nonce);
    /// @notice Something was taken off.
    event GearUnequipped(address indexed collection, uint256 indexed tokenId, uint96 quantity, uint256 nonce);

    /// @notice Promises what the account holds. Only for the owner; at most {MAX_GEAR} at a time, each token once.
    function equip(Gear[] calldata gear) external;

    /// @notice Takes promises back; each exactly as it was made. Only for the owner. What left the account is taken off as well.
    function unequip(Gear[] calldata gear) external;

    /// @notice Who owns the token and controls the account; zero on another chain than the token's, and where there is no owner.
    function owner() external view returns (address);

    /// @notice What is promised, whether it is still there or not.
    function equipment() external view returns (Gear[] memory);

    /// @notice How much of each thing equipped the account holds, in the order of {equipment}: 1 or 0 of a token, up to the promised
    /// quantity of units. A collection that does not answer within {HOLDING_GAS} counts as 0.
    function held() external view returns (uint256[] memory);

    /// @notice How often the account acted: the first part of its {state}.
    function nonce() external view returns (uint256);

    /// @notice Most things that are equipped at a time.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_GEAR() external pure returns (uint256);

    /// @notice Gas that a collection has to say what the account holds.
    // solhint-disable-next-line func-name-mixedcase
    function HOLDING_GAS() external pure returns (uint256);
}
