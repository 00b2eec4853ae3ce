// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-7572
/// @notice Metadata of a whole contract.
interface IERC7572 {
    /// @notice The metadata changed.
    event ContractURIUpdated();

    /// @notice Address of a JSON document that describes the contract.
    function contractURI() external view returns (string memory);
}
