// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a world lays down about its currency when it makes it. Nothing of it can be changed afterwards.
struct CurrencyDeclaration {
    /// Name of the currency, 1 to 31 bytes; it is the name of the domain under which permits are signed.
    string name;
    /// Its short name, 1 to 16 bytes.
    string symbol;
    /// More than this there never is, in the smallest unit (18 decimals).
    uint128 cap;
    /// Most supply at a time: 1 to 16 points, their times rising, their supplies never falling, none above the cap.
    CurvePoint[] curve;
    /// Where currency comes from: 1 to 16. A faucet's id is its place in this list.
    Faucet[] faucets;
    /// Where it goes: 1 to 16. A sink's id is its place in this list.
    Sink[] sinks;
}

/// @notice A point of the curve of emission. Between two points the curve is a straight line, rounded down; before the first it is
/// zero and after the last it stays.
struct CurvePoint {
    /// Unix second.
    uint64 time;
    /// Most supply at that second, in the smallest unit.
    uint128 most;
}

/// @notice A source of currency and its limits, each in the smallest unit.
struct Faucet {
    /// What it pays for, a short text or a hash; not zero, and once among the faucets.
    bytes32 name;
    /// Most that it pours in one window, to all accounts together; above zero.
    uint128 perWindow;
    /// Most that it pours to one account in one window; above zero, at most `perWindow`.
    uint128 perAccount;
    /// Most that it ever pours; zero where only the curve bounds it.
    uint128 total;
    /// Length of a window, seconds; above zero. The first begins when the currency is made, each next one where the one before ends.
    uint32 window;
}

/// @notice A way out of circulation.
struct Sink {
    /// What is paid for there, a short text or a hash; not zero, and once among the sinks.
    bytes32 name;
}
