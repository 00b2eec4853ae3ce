// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-7007
/// @notice Verifiable tokens of generated content. https://eips.ethereum.org/EIPS/eip-7007
/// @dev Here `prompt` is the 32-byte commitment to the prompt, `aigcData` is `abi.encode(creator, coreHash, root)`, and `proof` is the
/// canonical core of the record, whose SHA-256 is `coreHash` and which names the commitment.
interface IERC7007 {
    /// @notice The data were found proven, at this time.
    event AigcData(uint256 indexed tokenId, bytes indexed prompt, bytes indexed aigcData, bytes proof);

    /// @notice Puts proven data on record. Anyone may; reverts unless {verify} accepts them for this token.
    function addAigcData(
        uint256 tokenId,
        bytes calldata prompt,
        bytes calldata aigcData,
        bytes calldata proof
    ) external;

    /// @notice Whether the token of creator and record has exactly this root, the record names the prompt's commitment, and independent
    /// parties have reproduced it.
    function verify(
        bytes calldata prompt,
        bytes calldata aigcData,
        bytes calldata proof
    ) external view returns (bool success);
}
