// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWorldCurrency} from "../interfaces/IWorldCurrency.sol";
import {CurrencyDeclaration, CurvePoint, Faucet, Sink} from "../types/CurrencyDeclaration.sol";

/// @notice What a world may declare about a currency.
library DeclarationLib {
    /// @dev What fits into one word with its length: the domain of permits keeps the name in the code.
    uint256 internal constant MAX_NAME_BYTES = 31;
    uint256 internal constant MAX_SYMBOL_BYTES = 16;
    uint256 internal constant MAX_POINTS = 16;
    uint256 internal constant MAX_FAUCETS = 16;
    uint256 internal constant MAX_SINKS = 16;

    /// @notice The name, or a revert where it is empty or too long.
    function validName(CurrencyDeclaration memory self) internal pure returns (string memory) {
        _requireLength(self.name, MAX_NAME_BYTES);
        return self.name;
    }

    /// @notice Reverts where the declaration says too little, too much, or contradicts itself, apart from the name.
    function requireValid(CurrencyDeclaration memory self) internal pure {
        _requireLength(self.symbol, MAX_SYMBOL_BYTES);
        _requireCurve(self.curve, self.cap);
        _requireFaucets(self.faucets);
        _requireSinks(self.sinks);
    }

    function _requireLength(string memory text, uint256 most) private pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > most) revert IWorldCurrency.WorldsCurrencyNameLength(length, most);
    }

    function _requireCurve(CurvePoint[] memory curve, uint128 cap) private pure {
        uint256 count = curve.length;
        if (count == 0 || count > MAX_POINTS) revert IWorldCurrency.WorldsCurveLength(count, MAX_POINTS);
        for (uint256 i = 1; i < count; ++i) {
            CurvePoint memory point = curve[i];
            CurvePoint memory before = curve[i - 1];
            if (point.time <= before.time)
                revert IWorldCurrency.WorldsCurveTimeNotRising({index: i, time: point.time, before: before.time});
            if (point.most < before.most)
                revert IWorldCurrency.WorldsCurveFalling({index: i, most: point.most, before: before.most});
        }
        // The curve never falls, so its end is its highest point.
        uint128 end = curve[count - 1].most;
        if (end > cap) revert IWorldCurrency.WorldsCurveAboveCap(end, cap);
    }

    function _requireFaucets(Faucet[] memory faucets) private pure {
        uint256 count = faucets.length;
        if (count == 0 || count > MAX_FAUCETS) revert IWorldCurrency.WorldsFaucetCount(count, MAX_FAUCETS);
        bytes32[] memory names = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) {
            Faucet memory faucet = faucets[i];
            names[i] = faucet.name;
            if (faucet.window == 0) revert IWorldCurrency.WorldsFaucetWindowZero(i);
            // With the most for one account above zero, the most for all is as well.
            if (faucet.perAccount == 0 || faucet.perAccount > faucet.perWindow)
                revert IWorldCurrency.WorldsFaucetLimitsInvalid({
                    faucetId: i,
                    perWindow: faucet.perWindow,
                    perAccount: faucet.perAccount
                });
        }
        _requireNames(names);
    }

    function _requireSinks(Sink[] memory sinks) private pure {
        uint256 count = sinks.length;
        if (count == 0 || count > MAX_SINKS) revert IWorldCurrency.WorldsSinkCount(count, MAX_SINKS);
        bytes32[] memory names = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) names[i] = sinks[i].name;
        _requireNames(names);
    }

    function _requireNames(bytes32[] memory names) private pure {
        for (uint256 i = 0; i < names.length; ++i) {
            bytes32 name = names[i];
            if (name == 0) revert IWorldCurrency.WorldsNameInvalid(i, name);
            for (uint256 j = 0; j < i; ++j) if (names[j] == name) revert IWorldCurrency.WorldsNameInvalid(i, name);
        }
    }
}
