// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWorldCurrencyFactory} from "./interfaces/IWorldCurrencyFactory.sol";
import {IWorldRegistry} from "./interfaces/IWorldRegistry.sol";
import {CurrencyDeclaration} from "./types/CurrencyDeclaration.sol";
import {WorldCurrency} from "./WorldCurrency.sol";

/// @title Maker of currencies of worlds
contract WorldCurrencyFactory is IWorldCurrencyFactory {
    /// @inheritdoc IWorldCurrencyFactory
    address public immutable REGISTRY;

    /// @inheritdoc IWorldCurrencyFactory
    mapping(address currency => bytes32 worldId) public worldOf;
    /// @inheritdoc IWorldCurrencyFactory
    mapping(bytes32 worldId => uint256 count) public currencyCountOf;

    /// @param registry Says who the operator of a world is.
    constructor(IWorldRegistry registry) {
        REGISTRY = address(registry);
    }

    /// @inheritdoc IWorldCurrencyFactory
    function declareCurrency(
        bytes32 worldId,
        CurrencyDeclaration calldata declaration
    ) external returns (address currency) {
        _requireOperator(worldId);
        uint256 count = currencyCountOf[worldId];
        currencyCountOf[worldId] = count + 1;
        // The address holds the declaration as well, since that is part of what is deployed.
        bytes32 salt = keccak256(abi.encode(worldId, count));
        currency = address(
            new WorldCurrency{salt: salt}({registry: IWorldRegistry(REGISTRY), worldId: worldId, declared: declaration})
        );
        worldOf[currency] = worldId;
        emit CurrencyDeclared({worldId: worldId, currency: currency, creator: msg.sender, declaration: declaration});
    }

    function _requireOperator(bytes32 worldId) private view {
        address operator = IWorldRegistry(REGISTRY).worldOf(worldId).operator;
        if (operator == address(0)) revert IWorldRegistry.WorldsUnknown(worldId);
        if (operator != msg.sender) revert IWorldRegistry.WorldsNotOperator(msg.sender, worldId);
    }
}
