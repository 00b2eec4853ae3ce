// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IWorldCurrency} from "./interfaces/IWorldCurrency.sol";
import {IWorldRegistry} from "./interfaces/IWorldRegistry.sol";
import {CurveLib} from "./libraries/CurveLib.sol";
import {DeclarationLib} from "./libraries/DeclarationLib.sol";
import {Appointment} from "./types/Appointment.sol";
import {CurrencyDeclaration, CurvePoint, Faucet, Sink} from "./types/CurrencyDeclaration.sol";
import {FaucetStatus} from "./types/FaucetStatus.sol";
import {Pour} from "./types/Pour.sol";
import {Window} from "./types/Window.sol";

/// @title Currency of a world
contract WorldCurrency is IWorldCurrency, ERC20, ERC20Permit {
    using CurveLib for CurvePoint[];
    using DeclarationLib for CurrencyDeclaration;

    /// @inheritdoc IWorldCurrency
    uint256 public constant MAX_POURS = 100;

    /// @inheritdoc IWorldCurrency
    address public immutable REGISTRY;
    /// @inheritdoc IWorldCurrency
    bytes32 public immutable WORLD_ID;
    /// @inheritdoc IWorldCurrency
    uint64 public immutable DECLARED_AT;
    /// @inheritdoc IWorldCurrency
    uint128 public immutable CAP;

    // Written by the constructor alone.
    CurvePoint[] private _curve;
    Faucet[] private _faucets;
    Sink[] private _sinks;

    mapping(uint256 faucetId => Appointment appointment) private _appointments;
    mapping(uint256 faucetId => Window window) private _windows;
    mapping(uint256 faucetId => mapping(address account => Window window)) private _windowsOf;
    /// @inheritdoc IWorldCurrency
    mapping(uint256 faucetId => uint256 amount) public emittedBy;
    /// @inheritdoc IWorldCurrency
    mapping(uint256 sinkId => uint256 amount) public drainedBy;

    /// @param registry Says who the operator of the world is.
    /// @param worldId World whose currency this is.
    /// @param declared All that is ever laid down about it.
    constructor(
        IWorldRegistry registry,
        bytes32 worldId,
        CurrencyDeclaration memory declared
    ) ERC20(declared.name, declared.symbol) ERC20Permit(declared.validName()) {
        declared.requireValid();
        REGISTRY = address(registry);
        WORLD_ID = worldId;
        DECLARED_AT = uint64(block.timestamp);
        CAP = declared.cap;
        for (uint256 i = 0; i < declared.curve.length; ++i) _curve.push(declared.curve[i]);
        for (uint256 i = 0; i < declared.faucets.length; ++i) _faucets.push(declared.faucets[i]);
        for (uint256 i = 0; i < declared.sinks.length; ++i) _sinks.push(declared.sinks[i]);
    }

    // In

    /// @inheritdoc IWorldCurrency
    function appoint(uint256 faucetId, address source) external {
        _requireFaucet(faucetId);
        address operator = _operator();
        if (msg.sender != operator) revert IWorldRegistry.WorldsNotOperator(msg.sender, WORLD_ID);
        _appointments[faucetId] = Appointment({source: source, operator: operator});
        emit SourceAppointed({faucetId: faucetId, source: source, operator: operator});
    }

    /// @inheritdoc IWorldCurrency
    function pour(uint256 faucetId, address to, uint256 amount, bytes32 memo) external {
        _requireSource(faucetId);
        _pour({faucetId: faucetId, to: to, amount: amount, memo: memo});
    }

    /// @inheritdoc IWorldCurrency
    function pourMany(uint256 faucetId, Pour[] calldata pours) external {
        uint256 count = pours.length;
        if (count == 0 || count > MAX_POURS) revert WorldsPourCount(count, MAX_POURS);
        _requireSource(faucetId);
        for (uint256 i = 0; i < count; ++i) {
            Pour calldata one = pours[i];
            _pour({faucetId: faucetId, to: one.to, amount: one.amount, memo: one.memo});
        }
    }

    // Out

    /// @inheritdoc IWorldCurrency
    function drain(uint256 sinkId, uint256 amount, bytes32 memo) external {
        _drain({sinkId: sinkId, from: msg.sender, amount: amount, memo: memo});
    }

    /// @inheritdoc IWorldCurrency
    function drainFrom(uint256 sinkId, address from, uint256 amount, bytes32 memo) external {
        _spendAllowance(from, msg.sender, amount);
        _drain({sinkId: sinkId, from: from, amount: amount, memo: memo});
    }

    // Views

    /// @inheritdoc IWorldCurrency
    function declaration() external view returns (CurrencyDeclaration memory) {
        return
            CurrencyDeclaration({
                name: name(),
                symbol: symbol(),
                cap: CAP,
                curve: _curve,
                faucets: _faucets,
                sinks: _sinks
            });
    }

    /// @inheritdoc IWorldCurrency
    function curveAt(uint256 time) external view returns (uint256) {
        return _curve.at(time);
    }

    /// @inheritdoc IWorldCurrency
    function faucetOf(uint256 faucetId) external view returns (FaucetStatus memory) {
        address source = sourceOf(faucetId);
        (Faucet memory faucet, uint64 index) = _present(faucetId);
        return
            FaucetStatus({
                declared: faucet,
                source: source,
                windowEnd: DECLARED_AT + (index + 1) * faucet.window,
                emitted: emittedBy[faucetId],
                left: Math.min(_leftInWindow(faucetId, faucet, index), _leftEver(faucetId, faucet))
            });
    }

    /// @inheritdoc IWorldCurrency
    function leftFor(uint256 faucetId, address account) external view returns (uint256) {
        _requireFaucet(faucetId);
        (Faucet memory faucet, uint64 index) = _present(faucetId);
        uint256 ofFaucet = Math.min(_leftInWindow(faucetId, faucet, index), _leftEver(faucetId, faucet));
        uint256 ofAccount = faucet.perAccount - _windowsOf[faucetId][account].pouredIn(index);
        return Math.min(room(), Math.min(ofFaucet, ofAccount));
    }

    /// @inheritdoc IWorldCurrency
    function sinkOf(uint256 sinkId) external view returns (bytes32 name, uint256 drained) {
        _requireSink(sinkId);
        return (_sinks[sinkId].name, drainedBy[sinkId]);
    }

    /// @inheritdoc IWorldCurrency
    function sourceOf(uint256 faucetId) public view returns (address) {
        _requireFaucet(faucetId);
        Appointment memory appointment = _appointments[faucetId];
        return appointment.operator == _operator() ? appointment.source : address(0);
    }

    /// @inheritdoc IWorldCurrency
    /// @dev The curve never falls, so what was within it once still is.
    function room() public view returns (uint256) {
        return _curve.at(block.timestamp) - totalSupply();
    }

    // Internal

    /// @inheritdoc ERC20
    function _update(address from, address to, uint256 amount) internal override {
        if (to == address(this)) revert WorldsReceiverIsCurrency();
        super._update(from, to, amount);
    }

    function _pour(uint256 faucetId, address to, uint256 amount, bytes32 memo) private {
        if (amount == 0) revert WorldsAmountZero();
        uint256 space = room();
        if (amount > space) revert WorldsCurveExceeded(amount, space);
        _count({faucetId: faucetId, account: to, amount: amount});
        _mint(to, amount);
        emit FaucetPoured({faucetId: faucetId, to: to, memo: memo, amount: amount, source: msg.sender});
    }

    /// @dev Counts an amount against every limit of the faucet.
    function _count(uint256 faucetId, address account, uint256 amount) private {
        (Faucet memory faucet, uint64 index) = _present(faucetId);
        uint256 left = _leftEver(faucetId, faucet);
        if (amount > left) revert WorldsFaucetDry({faucetId: faucetId, amount: amount, left: left});
        left = _leftInWindow(faucetId, faucet, index);
        if (amount > left) revert WorldsWindowExhausted({faucetId: faucetId, amount: amount, left: left});
        Window storage ofAccount = _windowsOf[faucetId][account];
        uint256 had = ofAccount.pouredIn(index);
        if (amount > faucet.perAccount - had)
            revert WorldsAccountExhausted({
                faucetId: faucetId,
                account: account,
                amount: amount,
                left: faucet.perAccount - had
            });
        emittedBy[faucetId] += amount;
        _windows[faucetId].set(index, faucet.perWindow - left + amount);
        ofAccount.set(index, had + amount);
    }

    function _drain(uint256 sinkId, address from, uint256 amount, bytes32 memo) private {
        _requireSink(sinkId);
        if (amount == 0) revert WorldsAmountZero();
        drainedBy[sinkId] += amount;
        _burn(from, amount);
        emit SinkDrained({sinkId: sinkId, from: from, memo: memo, amount: amount, by: msg.sender});
    }

    function _requireFaucet(uint256 faucetId) private view {
        if (faucetId >= _faucets.length) revert WorldsFaucetUnknown(faucetId);
    }

    function _requireSink(uint256 sinkId) private view {
        if (sinkId >= _sinks.length) revert WorldsSinkUnknown(sinkId);
    }

    function _requireSource(uint256 faucetId) private view {
        if (msg.sender != sourceOf(faucetId)) revert WorldsNotSource(msg.sender, faucetId);
    }

    /// @dev Asked each time, so that a handover of the world moves the power over its faucets as well.
    function _operator() private view returns (address) {
        return IWorldRegistry(REGISTRY).worldOf(WORLD_ID).operator;
    }

    /// @dev A faucet, and the number of the window that is open.
    function _present(uint256 faucetId) private view returns (Faucet memory faucet, uint64 index) {
        faucet = _faucets[faucetId];
        index = (uint64(block.timestamp) - DECLARED_AT) / faucet.window;
    }

    function _leftInWindow(uint256 faucetId, Faucet memory faucet, uint64 index) private view returns (uint256) {
        return faucet.perWindow - _windows[faucetId].pouredIn(index);
    }

    function _leftEver(uint256 faucetId, Faucet memory faucet) private view returns (uint256) {
        return faucet.total == 0 ? type(uint256).max : faucet.total - emittedBy[faucetId];
    }
}
