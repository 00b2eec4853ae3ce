// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CurrencyDeclaration} from "../types/CurrencyDeclaration.sol";

/// @title Maker of currencies of worlds
/// @notice Where the operator of a world declares a currency and it is made. A currency that {worldOf} knows was declared by who ran
/// that world at the time; one that anybody else deployed is not known here.
/// @dev Nobody owns it, and it has no power over what it made. Every error has a twin in `protocol/src/worlds/errors.ts`; who is not
/// the operator is told so with the errors of {IWorldRegistry}.
interface IWorldCurrencyFactory {
    /// @notice A currency was made, with all that was declared about it. A world may have several.
    event CurrencyDeclared(
        bytes32 indexed worldId,
        address indexed currency,
        address indexed creator,
        CurrencyDeclaration declaration
    );

    /// @notice Makes a currency of the world, for ever as declared. Only the present operator of the world can.
    function declareCurrency(
        bytes32 worldId,
        CurrencyDeclaration calldata declaration
    ) external returns (address currency);

    /// @notice World of a currency that was made here; zero for any other address.
    function worldOf(address currency) external view returns (bytes32);

    /// @notice How many currencies were made for the world.
    function currencyCountOf(bytes32 worldId) external view returns (uint256);

    /// @notice Registry of the worlds.
    // solhint-disable-next-line func-name-mixedcase
    function REGISTRY() external view returns (address);
}
