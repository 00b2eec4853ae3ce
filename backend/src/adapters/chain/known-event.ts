import { LANE_BITS } from '@daedal/protocol/market/nonce'
import { AbiEventSignatureNotFoundError, type Address, DecodeLogDataMismatch, DecodeLogTopicsMismatch, type Hex } from 'viem'
import type { RawEvent } from '../../tokens/ports.ts'

/** Addresses are kept in lower case. */
export const lower = (address: Address) => address.toLowerCase() as Address

/** Topics of an event that has a name, which every one of our contracts has. */
export const topicsOf = ({ topics }: RawEvent) => topics as [Hex, ...Hex[]]

/** Null for an event whose signature or shape is not in the ABI. */
export function known<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (
      error instanceof AbiEventSignatureNotFoundError ||
      error instanceof DecodeLogTopicsMismatch ||
      error instanceof DecodeLogDataMismatch
    )
      return null
    throw error
  }
}

/** The bits of a lane that a mask names. */
export const setBits = (mask: bigint): number[] =>
  Array.from({ length: LANE_BITS }, (_, bit) => bit).filter((bit) => (mask >> BigInt(bit)) & 1n)
