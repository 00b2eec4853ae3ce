import type { Address, Hex } from 'viem'
import type { Header, RawEvent } from '../../tokens/ports.ts'

/** What the index asks of a chain. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type ChainSource = {
  chainId(): Promise<number>
  /** A block's header, or null when the chain is shorter. */
  header(block: number | 'latest'): Promise<Header | null>
  hasCode(address: Address): Promise<boolean>
  /** Events of the given contracts, without their time. */
  logs(addresses: readonly Address[], from: number, to: number): Promise<Omit<RawEvent, 'timestamp'>[]>
  /** Which of these accounts gave, got, wrapped, unwrapped or approved a currency in these blocks. */
  touched(token: Address, accounts: readonly Address[], from: number, to: number): Promise<Address[]>
  /** Which of these contracts told anything in these blocks. */
  stirred(contracts: readonly Address[], from: number, to: number): Promise<Address[]>
}

/** The chain answered, but not for so many blocks at once. */
export class RangeTooLarge extends Error {}

/** A 32-byte topic's address, lower-case. */
export const addressOfTopic = (topic: Hex): Address => `0x${topic.slice(26).toLowerCase()}`
