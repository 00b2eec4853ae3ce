import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem'

const parameters = [{ type: 'address' }, { type: 'bytes32' }] as const

/** Token id = uint256(keccak256(abi.encode(creator, coreHash))): known before the mint and bound to creator and record. */
export const tokenIdOf = (creator: Address, coreHash: Hex): bigint =>
  BigInt(keccak256(encodeAbiParameters(parameters, [creator, coreHash])))
