import type { Address, Hex32, HexBytes } from '@daedal/protocol/scalars'
import type { Client } from '@daedal/sdk/client'
import type { Log, TypedDataDomain } from 'viem'
import type { FlowTransaction } from './flow.ts'

/** EIP-712 data to sign. */
export type SignedData = {
  domain: TypedDataDomain
  types: Record<string, readonly { name: string; type: string }[]>
  primaryType: string
  message: Record<string, unknown>
}

/** What a flow needs of a wallet. `sign` and `send` ask the person. */
export type FlowWallet = {
  /** Resolves once the connection of the last visit is back, or will not come back. */
  ready(): Promise<void>
  account(): Address | null
  chainId(): number | null
  /** Asks the wallet to use the deployment's chain. */
  useChain(): Promise<void>
  sign(account: Address, data: SignedData): Promise<HexBytes>
  send(account: Address, transaction: FlowTransaction): Promise<Hex32>
}

/** A transaction as the chain knows it. Value in wei. */
export type ChainTransaction = { hash: Hex32; from: Address; to: Address | null; data: HexBytes; value: bigint; nonce: number }

/** What became of a transaction in a block. The fee in wei. */
export type ChainReceipt = { block: number; succeeded: boolean; networkFee: bigint; logs: readonly Log[] }

/** Why a transaction would fail or failed: one of our codes when there is one, and a sentence with the values. */
export type Refusal = { code: string | null; detail: string | null }

/** What a flow asks the chain, through the deployment's own node. Every call throws when no node answers. */
export type FlowChain = {
  block(): Promise<number>
  /** Number of transactions of an account: in the newest block, with those on their way, or at a block. */
  nonce(account: Address, at: 'latest' | 'pending' | number): Promise<number>
  balance(account: Address): Promise<bigint>
  /** Null while it is in no block. */
  receipt(hash: Hex32): Promise<ChainReceipt | null>
  /** Null when the node does not know it. */
  transaction(hash: Hex32): Promise<ChainTransaction | null>
  transactionsIn(block: number): Promise<ChainTransaction[]>
  /** Runs it without sending, at the newest block or after a given one; null when it goes through. */
  refusal(account: Address, transaction: FlowTransaction, block?: number): Promise<Refusal | null>
}

/** What a flow asks the service. */
export type FlowService = Pick<
  Client,
  | 'prepareOrder'
  | 'publishOrder'
  | 'fulfillOrder'
  | 'cancelOrders'
  | 'prepareMint'
  | 'signMint'
  | 'asset'
  | 'order'
  | 'portfolio'
  | 'auction'
  | 'prepareAuction'
  | 'placeBid'
  | 'settleAuction'
  | 'cancelAuction'
  | 'reclaimAsset'
  | 'pendingPayments'
  | 'withdraw'
  | 'prepareRentalOffer'
  | 'publishRentalOffer'
  | 'rentAsset'
  | 'cancelRentalOffer'
  | 'giveBack'
  | 'releaseToken'
  | 'rentalOffer'
  | 'tenancies'
  | 'drop'
  | 'prepareDrop'
  | 'publishDrop'
  | 'buyTickets'
  | 'deliverTickets'
  | 'refundTickets'
  | 'takeItemBack'
  | 'endDropSale'
  | 'closeDrop'
  | 'drawDrop'
>

/** Where the deployment's contracts are; null what it does not have. */
export type FlowVenue = {
  chainId: number
  market: Address
  collection: Address
  wrappedEther: Address
  auctionHouse: Address | null
  rentals: Address | null
  drops: Address | null
}

/** Everything the runner is given. */
export type FlowWorld = {
  wallet: FlowWallet
  chain: FlowChain
  service: FlowService
  venue: FlowVenue
  /** Milliseconds between two looks at the chain. */
  pollMs: number
  now(): number
  /** Lets only one tab of this site work on a flow; null when another one does. */
  exclusive<T>(work: () => Promise<T>): Promise<T | null>
  sleep(milliseconds: number): Promise<void>
}
