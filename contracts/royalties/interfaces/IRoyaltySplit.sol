// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payee} from "../types/Payee.sol";

/// @title Royalty split
/// @notice Holds royalties for its payees, who take their parts in any currency when they like. Its payees never change.
/// @dev What an account is owed is its share of all that the split ever received in the currency, rounded down, less what it was paid.
/// Less than one unit a payee waits for the next payment and is never lost to anybody: the payouts never exceed what was received.
/// Currencies are ether (zero) and any ERC-20, with these limits. One that keeps a fee of transfers is shared as it arrives, and its
/// payees get less by the fee. One whose balances grow by themselves shares the growth. One whose balances shrink shares what is left in
/// the order of asking. Every error has a twin in `protocol/src/royalties/errors.ts`.
interface IRoyaltySplit {
    /// @notice The account is no payee of this split.
    error RoyaltiesNotPayee(address account);
    /// @notice The payee has taken everything that it is owed so far.
    error RoyaltiesNothingDue(address account, address currency);
    /// @notice The payee did not take the money, or the currency did not give it. It stays due.
    error RoyaltiesPaymentFailed(address account, address currency, uint256 amount);
    /// @notice Less gas is left than a payee may need: it would be passed over although it takes its part.
    error RoyaltiesGasTooLow(uint256 left, uint256 needed);
    /// @notice This is the code that splits run, and no split itself.
    error RoyaltiesNotSplit();

    /// @notice A payee was paid.
    event Released(address indexed account, address indexed currency, uint256 amount);
    /// @notice A payee could not be paid when everybody was. It stays due.
    event Refused(address indexed account, address indexed currency, uint256 amount);

    /// @notice Takes ether, within 5,000 gas.
    receive() external payable;

    /// @notice Pays the payee what it is owed in a currency, zero for ether. Anyone may call; nobody else is touched.
    function release(address account, address currency) external returns (uint256 amount);

    /// @notice Pays every payee what it is owed in a currency, zero for ether. Anyone may call. A payee of ether gets 50,000 gas;
    /// one that does not take its part is passed over and can still be paid by {release}, which gives all gas there is. Reverts rather
    /// than pass over anybody for want of gas.
    function distribute(address currency) external returns (uint256 paid);

    /// @notice What the payee can take now in a currency, zero for ether.
    function dueTo(address account, address currency) external view returns (uint256);

    /// @notice What the payee was paid so far in a currency, zero for ether.
    function releasedTo(address account, address currency) external view returns (uint256);

    /// @notice What all payees were paid so far in a currency, zero for ether.
    function releasedTotal(address currency) external view returns (uint256);

    /// @notice Who shares, and how much each, by ascending account.
    function payees() external view returns (Payee[] memory);
}
