import type { Order } from '@daedal/protocol/market/order'
import type { Address, Hex } from 'viem'
import type { Quote, Transaction } from '../tokens/ports.ts'

/** The nonce word of a maker's lane. */
export type LaneWord = { epoch: bigint; bitmap: bigint }

/** Why a transaction would fail: the market's own error as our code, or what the chain said. */
export type Simulation = { gas: bigint; gasPriceWei: bigint } | { refused: string; detail: string }

/** What the market asks of the chain, at its newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type ChainReader = {
  /** Newest block's time, unix seconds. */
  time(): Promise<bigint>
  /** Null when the token does not exist. */
  ownerOf(collection: Address, tokenId: bigint): Promise<Address | null>
  /** Whether the market may move the owner's token. */
  mayMove(collection: Address, owner: Address, tokenId: bigint): Promise<boolean>
  balanceOf(currency: Address, account: Address): Promise<bigint>
  /** What the market may take of the account's currency. */
  allowance(currency: Address, account: Address): Promise<bigint>
  lane(maker: Address, lane: bigint): Promise<LaneWord>
  /** What ERC-2981 says, capped as the market caps it; receiver null when nothing is due. */
  royalty(collection: Address, tokenId: bigint, price: bigint): Promise<{ receiver: Address | null; amount: bigint }>
  feeBps(): Promise<number>
  paused(): Promise<boolean>
  /** Whether the maker's key or contract signed the order for this chain and market. */
  signed(order: Order, signature: Hex): Promise<boolean>
  simulate(from: Address, transaction: MarketTransaction): Promise<Simulation>
}

/** A transaction to send. Wei. */
export type MarketTransaction = { to: Address; data: Hex; value: bigint }

/** Transactions of the market and its currency. */
export type MarketCalls = {
  fill(order: Order, signature: Hex): MarketTransaction
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
