import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Order } from '@daedal/protocol/market/order'
import type { Address, Hex } from 'viem'
import type { Quote, Transaction } from '../tokens/ports.ts'

/** The nonce word of a maker's lane. */
export type LaneWord = { epoch: bigint; bitmap: bigint }

/** What a transaction would cost, or why it would fail: our code for the contract's error, null for one that has none. */
export type Simulation = { gas: bigint; gasPriceWei: bigint } | { refused: ErrorCode | null; detail: string }

/** What the market asks of the chain, at its newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type ChainReader = {
  /** The newest block. `time` is in unix seconds. */
  head(): Promise<{ block: number; time: bigint }>
  /** Null when the token does not exist. */
  ownerOf(collection: Address, tokenId: bigint): Promise<Address | null>
  /** Whether the market may move the owner's token. */
  mayMove(collection: Address, owner: Address, tokenId: bigint): Promise<boolean>
  /** What an account has; the zero address as currency is the chain's own money. */
  balanceOf(currency: Address, account: Address): Promise<bigint>
  /** What the market may take of the account's currency. */
  allowance(currency: Address, account: Address): Promise<bigint>
  lane(maker: Address, lane: bigint): Promise<LaneWord>
  /** What ERC-2981 says, capped as the market caps it; receiver null when nothing is due. */
  royalty(collection: Address, tokenId: bigint, price: bigint): Promise<{ receiver: Address | null; amount: bigint }>
  feeBps(): Promise<number>
  paused(): Promise<boolean>
  /** Whether the contract at an address says that it signed a hash (ERC-1271); null when there is no contract. */
  contractSigned(account: Address, hash: Hex, signature: Hex): Promise<boolean | null>
  simulate(from: Address, transaction: MarketTransaction): Promise<Simulation>
}

/** A transaction to send. Wei. */
export type MarketTransaction = { to: Address; data: Hex; value: bigint }

/** Transactions of the market and its currency. */
export type MarketCalls = {
  fill(order: Order, signature: Hex): MarketTransaction
  /** Spends the order's bit, with every other order that shares it. */
  cancel(order: Order): MarketTransaction
  /** Ends every order of a lane that was signed so far. */
  advanceLane(lane: bigint): MarketTransaction
  approveToken(collection: Address): MarketTransaction
  approveCurrency(currency: Address, amount: bigint): MarketTransaction
  wrap(amount: bigint): MarketTransaction
}

/** Where the market trades. */
export type Venue = { chainId: number; market: Address; collection: Address; wrappedEther: Address }

/** Keeps what assets cost where assets are searched. */
export type SetQuotes = (tx: Transaction, quotes: readonly Quote[]) => Promise<void>

/** The index as far as the order book depends on it. */
export type IndexView = {
  /** Newest indexed block. */
  block(): number
  /** Throws CHAIN_UNAVAILABLE or CHAIN_MISMATCH when what the chain says now cannot be relied on. */
  check(): Promise<void>
  /** Resolves when the block is indexed. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}
