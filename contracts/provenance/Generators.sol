// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IReproductionRegistry} from "./interfaces/IReproductionRegistry.sol";
import {Generator, GeneratorKind} from "./types/Generator.sol";

/// @title What publishers say of engines and models
abstract contract Generators is IReproductionRegistry {
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant MAX_LICENCE = 64;

    mapping(bytes32 hash => mapping(address publisher => Generator generator)) private _generators;

    /// @inheritdoc IReproductionRegistry
    function publishGenerator(bytes32 hash, GeneratorKind kind, bytes32 bundle, string calldata licence) external {
        if (hash == 0 || bundle == 0) revert ProvenanceGeneratorHashZero();
        uint256 length = bytes(licence).length;
        if (length == 0 || length > MAX_LICENCE) revert ProvenanceLicenceLength(length, MAX_LICENCE);
        if (_generators[hash][msg.sender].publishedAt != 0) revert ProvenanceGeneratorPublished(hash, msg.sender);
        _generators[hash][msg.sender] = Generator({
            kind: kind,
            publishedAt: uint64(block.timestamp),
            bundle: bundle,
            licence: licence
        });
        emit GeneratorPublished({hash: hash, publisher: msg.sender, kind: kind, bundle: bundle, licence: licence});
    }

    /// @inheritdoc IReproductionRegistry
    function generatorOf(bytes32 hash, address publisher) external view returns (Generator memory) {
        return _generators[hash][publisher];
    }
}
