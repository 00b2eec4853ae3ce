// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

import {IMarket} from "./interfaces/IMarket.sol";
import {RoyaltyLib} from "./libraries/RoyaltyLib.sol";
import {Settings, SettingsLib} from "./types/Settings.sol";

/// @title What the market's owner can set
/// @dev All of it: a capped fee after a delay, a pause that ends by itself, and the list of currencies.
abstract contract MarketSettings is IMarket, Ownable2Step {
    /// @inheritdoc IMarket
    uint16 public constant MAX_FEE_BPS = SettingsLib.MAX_FEE_BPS;
    /// @inheritdoc IMarket
    uint16 public constant MAX_ROYALTY_BPS = RoyaltyLib.MAX_BPS;

    Settings internal _settings;
    /// @inheritdoc IMarket
    mapping(address currency => bool allowed) public currencyAllowed;

    constructor(address owner, uint16 initialFeeBps, address[] memory currencies) Ownable(owner) {
        SettingsLib.requireFeeWithinCap(initialFeeBps);
        _settings.feeBps = initialFeeBps;
        emit FeeChanged(initialFeeBps);
        for (uint256 i = 0; i < currencies.length; ++i) _allowCurrency(currencies[i], true);
    }

    /// @inheritdoc IMarket
    function scheduleFee(uint16 newFeeBps) external onlyOwner {
        emit FeeScheduled({feeBps: newFeeBps, validFrom: _settings.scheduleFee(newFeeBps)});
    }

    /// @inheritdoc IMarket
    function applyFee() external {
        emit FeeChanged(_settings.applyFee());
    }

    /// @inheritdoc IMarket
    function pause() external onlyOwner {
        emit Paused(_settings.pause());
    }

    /// @inheritdoc IMarket
    function unpause() external onlyOwner {
        if (_settings.unpause()) emit Paused(uint64(block.timestamp));
    }

    /// @inheritdoc IMarket
    function allowCurrency(address currency, bool allowed) external onlyOwner {
        _allowCurrency(currency, allowed);
    }

    /// @inheritdoc IMarket
    function feeBps() external view returns (uint16) {
        return _settings.feeBps;
    }

    /// @inheritdoc IMarket
    function scheduledFee() external view returns (uint16, uint64) {
        return (_settings.nextFeeBps, _settings.nextFeeFrom);
    }

    /// @inheritdoc IMarket
    function pausedUntil() external view returns (uint64) {
        return _settings.pausedUntil;
    }

    /// @inheritdoc IMarket
    function isPaused() external view returns (bool) {
        return block.timestamp < _settings.pausedUntil;
    }

    function _allowCurrency(address currency, bool allowed) private {
        if (currency.code.length == 0) revert MarketCurrencyNotAllowed(currency);
        currencyAllowed[currency] = allowed;
        emit CurrencyAllowed({currency: currency, allowed: allowed});
    }
}
