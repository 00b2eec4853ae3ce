// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CurrencyDeclaration} from "../types/CurrencyDeclaration.sol";
import {FaucetStatus} from "../types/FaucetStatus.sol";
import {Pour} from "../types/Pour.sol";

/// @title Currency of a world
/// @notice An ERC-20 with permits (ERC-2612) whose emission was declared when it was made: how much there may be at any time, where it
/// comes from and how fast, and where it goes. The contract holds the world to it.
/// @dev Nobody owns it. There is no other way in than a faucet and no other way out than a sink: no free mint or burn, no pause and no
/// list of blocked accounts. What was drained makes room under the curve again, so the curve bounds what there is; what a faucet ever
/// emits is bounded by its own `total`. The supply and every flow can be rebuilt from {FaucetPoured} and {SinkDrained} alone.
/// What no standard names has an error here, each with a twin in `protocol/src/worlds/errors.ts`.
interface IWorldCurrency {
    /// @notice A text is empty or longer than `most` bytes.
    error WorldsCurrencyNameLength(uint256 length, uint256 most);
    /// @notice A curve has 1 to `most` points.
    error WorldsCurveLength(uint256 points, uint256 most);
    /// @notice The point is not later than the one before it.
    error WorldsCurveTimeNotRising(uint256 index, uint64 time, uint64 before);
    /// @notice The point allows less than the one before it.
    error WorldsCurveFalling(uint256 index, uint128 most, uint128 before);
    /// @notice The curve ends above the cap.
    error WorldsCurveAboveCap(uint128 most, uint128 cap);
    /// @notice There are 1 to `most` faucets.
    error WorldsFaucetCount(uint256 faucets, uint256 most);
    /// @notice There are 1 to `most` sinks.
    error WorldsSinkCount(uint256 sinks, uint256 most);
    /// @notice A faucet or a sink has no name, or that of another one.
    error WorldsNameInvalid(uint256 index, bytes32 name);
    /// @notice A faucet pours something in a window, and to one account something and no more than to all.
    error WorldsFaucetLimitsInvalid(uint256 faucetId, uint128 perWindow, uint128 perAccount);
    /// @notice The window of a faucet has no length.
    error WorldsFaucetWindowZero(uint256 faucetId);
    /// @notice There is no such faucet.
    error WorldsFaucetUnknown(uint256 faucetId);
    /// @notice There is no such sink.
    error WorldsSinkUnknown(uint256 sinkId);
    /// @notice The account was not appointed by the present operator of the world.
    error WorldsNotSource(address account, uint256 faucetId);
    /// @notice Nothing was to be poured or drained.
    error WorldsAmountZero();
    /// @notice The currency cannot be sent to its own contract, where nobody could use it.
    error WorldsReceiverIsCurrency();
    /// @notice A call pours 1 to `most` times.
    error WorldsPourCount(uint256 pours, uint256 most);
    /// @notice The curve has room for `room` at this second.
    error WorldsCurveExceeded(uint256 amount, uint256 room);
    /// @notice The faucet has `left` until its window ends.
    error WorldsWindowExhausted(uint256 faucetId, uint256 amount, uint256 left);
    /// @notice The faucet has `left` for this account until its window ends.
    error WorldsAccountExhausted(uint256 faucetId, address account, uint256 amount, uint256 left);
    /// @notice The faucet has `left` for ever.
    error WorldsFaucetDry(uint256 faucetId, uint256 amount, uint256 left);

    /// @notice An account pours from the faucet from now on, instead of the one before; zero for nobody. `operator` appointed it, and
    /// it pours only while `operator` is the operator of the world.
    event SourceAppointed(uint256 indexed faucetId, address indexed source, address indexed operator);
    /// @notice Currency came into being. `memo` says what for, in the world's own terms.
    event FaucetPoured(
        uint256 indexed faucetId,
        address indexed to,
        bytes32 indexed memo,
        uint256 amount,
        address source
    );
    /// @notice Currency went out of circulation. `by` is its holder, or who spent an allowance of it.
    event SinkDrained(uint256 indexed sinkId, address indexed from, bytes32 indexed memo, uint256 amount, address by);

    /// @notice Appoints the only account that may pour from a faucet; zero appoints nobody. Only the present operator of the world can,
    /// and an appointment ends with its office: after a handover the new operator appoints anew.
    function appoint(uint256 faucetId, address source) external;

    /// @notice Pours `amount` to `to`, within the curve and the faucet's limits. Only for the faucet's source.
    /// @dev Windows are fixed: at the seam of two, an account can get twice its limit within two seconds, once from each window.
    /// @param memo What it is for, in the world's own terms; zero for nothing.
    function pour(uint256 faucetId, address to, uint256 amount, bytes32 memo) external;

    /// @notice Pours to several, all or none, at most {MAX_POURS} in a call. Each counts as in {pour}.
    function pourMany(uint256 faucetId, Pour[] calldata pours) external;

    /// @notice Pays `amount` of the caller into a sink, where it ceases to be.
    /// @param memo What is paid for, in the world's own terms; zero for nothing.
    function drain(uint256 sinkId, uint256 amount, bytes32 memo) external;

    /// @notice The same of an account that has given the caller an allowance, which it lowers.
    function drainFrom(uint256 sinkId, address from, uint256 amount, bytes32 memo) external;

    /// @notice What was laid down when the currency was made.
    function declaration() external view returns (CurrencyDeclaration memory);

    /// @notice Most supply at a time, unix seconds; smallest unit.
    function curveAt(uint256 time) external view returns (uint256);

    /// @notice What the curve has room for at this block, smallest unit.
    function room() external view returns (uint256);

    /// @notice A faucet, its source, and what is left of its limits.
    function faucetOf(uint256 faucetId) external view returns (FaucetStatus memory);

    /// @notice Most that one pour to the account could be at this block, by every limit and the curve; smallest unit.
    function leftFor(uint256 faucetId, address account) external view returns (uint256);

    /// @notice Who may pour from the faucet; zero where nobody was appointed, or by a former operator.
    function sourceOf(uint256 faucetId) external view returns (address);

    /// @notice Everything that the faucet has poured, smallest unit.
    function emittedBy(uint256 faucetId) external view returns (uint256);

    /// @notice Name of the sink and everything that was paid into it, smallest unit.
    function sinkOf(uint256 sinkId) external view returns (bytes32 name, uint256 drained);

    /// @notice Everything that was paid into the sink, smallest unit.
    function drainedBy(uint256 sinkId) external view returns (uint256);

    /// @notice Registry that says who the operator of the world is.
    // solhint-disable-next-line func-name-mixedcase
    function REGISTRY() external view returns (address);

    /// @notice World whose currency this is.
    // solhint-disable-next-line func-name-mixedcase
    function WORLD_ID() external view returns (bytes32);

    /// @notice Unix second in which it was made, and the first window of every faucet began.
    // solhint-disable-next-line func-name-mixedcase
    function DECLARED_AT() external view returns (uint64);

    /// @notice More than this there never is, smallest unit.
    // solhint-disable-next-line func-name-mixedcase
    function CAP() external view returns (uint128);

    /// @notice Most pours of one call.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_POURS() external pure returns (uint256);
}
