import type { TypedDataToPrimitiveTypes } from 'abitype'
import type { Address, Hex } from 'viem'
import { hashTypedData } from 'viem'

/**
 * What a re-executor signs (EIP-712): it has generated the record of a token again, and this is what came out. Mirrors
 * `contracts/provenance/types/Reproduction.sol`, field by field.
 */
export const reproductionTypes = {
  Reproduction: [
    { name: 'collection', type: 'address' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'coreHash', type: 'bytes32' },
    { name: 'renderHash', type: 'bytes32' },
  ],
} as const
export type Reproduction = TypedDataToPrimitiveTypes<typeof reproductionTypes>['Reproduction']

/** The EIP-712 domain of reproductions: bound to the registry that counts them. */
export const reproductionDomain = (chainId: number, registry: Address) =>
  ({ name: 'Daedal Reproductions', version: '1', chainId, verifyingContract: registry }) as const

/** Digest that a re-executor signs. */
export const hashReproduction = (chainId: number, registry: Address, message: Reproduction): Hex =>
  hashTypedData({ domain: reproductionDomain(chainId, registry), types: reproductionTypes, primaryType: 'Reproduction', message })

/** Most reproductions that the registry takes in one call. */
export const MAX_REPRODUCTIONS = 64

/** Least and most re-executors that must agree. */
export const REPRODUCTION_THRESHOLD = { least: 2, most: 16 } as const

/** How long the signatures of a new re-executor do not count yet, seconds. */
export const REEXECUTOR_DELAY = 172_800

/** What generates, by the number that the registry has for it. */
export const generatorKinds = ['engine', 'model'] as const
