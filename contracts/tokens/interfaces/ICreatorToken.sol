// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Creator token
/// @notice The hook of ERC-721C: a contract that may refuse transfers. https://github.com/limitbreakinc/creator-token-standards
interface ICreatorToken {
    /// @notice Another contract judges transfers, or none where it is zero.
    event TransferValidatorUpdated(address oldValidator, address newValidator);

    /// @notice Sets the contract that judges transfers; zero for none.
    function setTransferValidator(address validator) external;

    /// @notice The contract that judges transfers; zero where none does.
    function getTransferValidator() external view returns (address validator);

    /// @notice Which function of the validator is called, and that it may not change anything.
    function getTransferValidationFunction() external view returns (bytes4 functionSignature, bool isViewFunction);
}
