import type { EventType } from '@daedal/protocol/worlds/events'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'

/** A transaction of the database. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Where in the chain an event stands. */
export type Position = { block: number; blockHash: Hex; timestamp: number; tx: Hex; logIndex: number }

/** An event as the chain gave it. */
export type RawEvent = Position & { address: Address; topics: Hex[]; data: Hex }

/** What every sale says. `nonce` is the maker's, which the sale spent, or a part of its units. */
export type Settlement = {
  orderHash: Hex
  maker: Address
  nonce: { lane: bigint; epoch: bigint; bit: number }
  seller: Address
  buyer: Address
  currency: Address
  price: bigint
  fee: bigint
}

/** What an event of our contracts says. Addresses are lower-case; `collection` is the token's contract. */
export type ChainFact =
  | {
      name: 'Provenance'
      collection: Address
      tokenId: bigint
      creator: Address
      coreHash: Hex
      root: Hex
      promptCommitment: Hex
      engineHash: Hex
      disclosure: number
      royaltyReceiver: Address
      royaltyBps: number
      remixBps: number
      /** Bits of the creator's terms, see {@link REVISABLE}. */
      policy: number
    }
  /** Before a mint: the token ids of the same collection that the creator built upon. */
  | { name: 'Derived'; collection: Address; tokenId: bigint; parents: readonly bigint[] }
  | { name: 'Transfer'; collection: Address; tokenId: bigint; from: Address; to: Address }
  | { name: 'Revised'; collection: Address; tokenId: bigint; oldRoot: Hex; newRoot: Hex }
  | { name: 'Frozen'; collection: Address; tokenId: bigint }
  /** The fill that follows is for units; `filled` of the maker's nonce are filled in all. */
  | { name: 'UnitsFilled'; orderHash: Hex; maker: Address; quantity: bigint; filled: bigint }
  | ({
      name: 'OrderFilled'
      collection: Address
      tokenId: bigint
      royalty: bigint
      royaltyReceiver: Address
    } & Settlement)
  | ({
      name: 'BundleFilled'
      items: readonly { collection: Address; tokenId: bigint; quantity: bigint }[]
      royalties: readonly { receiver: Address; amount: bigint }[]
    } & Settlement)
  /** An order of a sweep that could not be filled. */
  | { name: 'OrderSkipped'; orderHash: Hex; taker: Address }
  /** A maker approved an order without signing it, or took that back. */
  | { name: 'OrderApproved'; maker: Address; orderHash: Hex; approved: boolean }
  /** The maker spent the nonce bits of orders that named the epoch. */
  | { name: 'OrdersCancelled'; maker: Address; lane: bigint; epoch: bigint; bits: readonly number[] }
  | { name: 'LaneAdvanced'; maker: Address; lane: bigint; epoch: bigint }
  | { name: 'ApprovalChanged'; owner: Address }
  /** The fee, a pause or the allowed currencies: what concerns every order. */
  | { name: 'MarketChanged' }

export type ChainEvent = Position & ChainFact

/** Bit of a token's policy: its content may be revised until it is frozen. */
export const REVISABLE = 4
/** Bit of a token's policy: its creator allows generative training. */
export const TRAINABLE = 8

/** Reads a raw event; null when it is none that matters. */
export type DecodeEvent = (raw: RawEvent) => ChainEvent | null

/** A block's header. */
export type Header = { number: number; hash: Hex; parentHash: Hex; timestamp: number }

/** An entry for the event log. `at` is null for what did not happen on chain. */
export type LogDraft = {
  id?: string
  type: EventType
  asset: string | null
  accounts: readonly Address[]
  data: Record<string, unknown>
  at: Position | null
}

/** A domain's derived rows: made from events inside the transaction of their block, repaired after a reorg. */
export type Projection = {
  apply(tx: Transaction, events: readonly ChainEvent[]): Promise<LogDraft[]>
  /** The events are gone from the chain; `ancestor` is the newest block that stays. */
  retract(tx: Transaction, orphaned: readonly ChainEvent[], ancestor: number): Promise<void>
}

/** Which chain the index follows. */
export type IndexIdentity = { chainId: number; genesisHash: Hex; market: Address; collection: Address; deploymentBlock: number }

/** How far the index has come. `hash` is null before the first block. */
export type IndexCursor = { block: number; hash: Hex | null; timestamp: number }

/** The index's own rows. */
export type IndexStore = {
  /** The followed chain, or null before the first start. */
  identity(): Promise<IndexIdentity | null>
  /** Starts following a chain from nothing; orders and content stay. */
  reset(identity: IndexIdentity): Promise<void>
  cursor(): Promise<IndexCursor>
  /** Writes blocks with everything that follows from them, and the cursor, in one transaction. */
  commit(from: IndexCursor, to: Header, headers: readonly Header[], events: readonly RawEvent[]): Promise<void>
  /** Undoes everything after `ancestor`. */
  rewind(ancestor: Header): Promise<void>
  /** The header of an indexed block near the head. */
  header(block: number): Promise<Header | null>
}

/** What the market says of an asset: best open listing and offer, last sale. */
export type Quote = {
  collection: Address
  tokenId: string
  listing: { hash: Hex; price: string; currency: Address; endTime: string } | null
  offer: { hash: Hex; price: string; currency: Address } | null
  sale: { price: string; currency: Address; at: Date } | null
}
