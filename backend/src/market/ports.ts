import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { PermitJson } from '@daedal/protocol/market/api'
import type { AuctionTerms } from '@daedal/protocol/market/auction'
import type { DropTerms } from '@daedal/protocol/market/drop'
import type { OrderForm } from '@daedal/protocol/market/forms'
import type { NonceParts } from '@daedal/protocol/market/nonce'
import type { Order } from '@daedal/protocol/market/order'
import type { Payer } from '@daedal/protocol/market/payments'
import type { RentalRequest } from '@daedal/protocol/market/rental-offer'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import type { Address, Hex } from 'viem'
import type { Held, Quote, Transaction } from '../tokens/ports.ts'

/** The nonce word of a maker's lane. */
export type LaneWord = { epoch: bigint; bitmap: bigint }

/** What a transaction would cost, or why it would fail: our code for the contract's error, null for one that has none. */
export type Refusal = { refused: ErrorCode | null; detail: string }
export type Simulation = { gas: bigint; gasPriceWei: bigint } | Refusal

/** Which token standards a contract says that it follows. */
export type Standards = { erc721: boolean; erc1155: boolean }

/** What the market asks of the chain, at its newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type ChainReader = {
  /** The newest block. `time` is in unix seconds. */
  head(): Promise<{ block: number; time: bigint }>
  /** Null when there is no contract, or one that follows neither. */
  standards(collection: Address): Promise<Standards | null>
  /** Null when the token does not exist. */
  ownerOf(collection: Address, tokenId: bigint): Promise<Address | null>
  /** Units of an ERC-1155 token. */
  unitsOf(collection: Address, account: Address, tokenId: bigint): Promise<bigint>
  /** Whether the market, or another operator, may move the owner's token, or its units. */
  mayMove(collection: Address, owner: Address, tokenId: bigint, operator?: Address): Promise<boolean>
  /** What an account has; the zero address as currency is the chain's own money. */
  balanceOf(currency: Address, account: Address): Promise<bigint>
  /** What the market may take of the account's currency, by itself or through Permit2; or what another spender may. */
  allowance(currency: Address, account: Address, spender?: Address): Promise<bigint>
  /** Whether orders may name an ERC-20. */
  currencyAllowed(currency: Address): Promise<boolean>
  lane(maker: Address, lane: bigint): Promise<LaneWord>
  /** Units that were filled of the nonce. */
  filled(maker: Address, nonce: bigint): Promise<bigint>
  /** Whether the maker approved an order without signing it. */
  approved(maker: Address, hash: Hex): Promise<boolean>
  /** What a source says of a token's state; null when it does not answer. */
  stateOf(source: Address, collection: Address, tokenId: bigint): Promise<Hex | null>
  /** What the collection takes for the hash of a voucher; null when it knows none. */
  voucherHash(collection: Address, voucher: Voucher): Promise<Hex | null>
  /** The token that the market would mint from a voucher now, or why it would not. */
  mintable(collection: Address, creator: Address, voucher: Voucher, quantity: bigint): Promise<{ tokenId: bigint } | Refusal>
  /** What ERC-2981 says, capped as the market caps it; receiver null when nothing is due. */
  royalty(collection: Address, tokenId: bigint, price: bigint): Promise<{ receiver: Address | null; amount: bigint }>
  feeBps(): Promise<number>
  paused(): Promise<boolean>
  /** Whether the contract at an address says that it signed a hash (ERC-1271); null when there is no contract. */
  contractSigned(account: Address, hash: Hex, signature: Hex): Promise<boolean | null>
  simulate(from: Address, transaction: MarketTransaction): Promise<Simulation>
}

/** What the auction house is asked, at the chain's newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type HouseReader = {
  /** An auction whose asset is there; null when there is none. */
  auction(id: Hex): Promise<HouseAuction | null>
  /** Auctions that the seller has made. */
  countOf(seller: Address): Promise<bigint>
  /** What a contract that pays keeps for an account. */
  pending(payer: Payer, account: Address, currency: Address): Promise<bigint>
}

/** An auction as the house keeps it. Times are unix seconds. */
export type HouseAuction = {
  seller: Address
  start: number
  end: number
  minIncrementBps: number
  /** Zero before the first bid, and then `amount` is the reserve. */
  bidder: Address
  amount: bigint
  feeBps: number
  closed: boolean
  currency: Address
  collection: Address
  tokenId: bigint
}

/** Transactions of the auction house, and of the ledgers of contracts that pay. */
export type HouseCalls = {
  create(terms: AuctionTerms): MarketTransaction
  bid(id: Hex, amount: bigint, currency: Address): MarketTransaction
  settle(id: Hex): MarketTransaction
  cancel(id: Hex): MarketTransaction
  reclaim(id: Hex, to: Address): MarketTransaction
  withdraw(payer: Payer, currency: Address): MarketTransaction
  /** One ERC-721 token, or all units of a collection: ERC-1155 knows no less. */
  approveToken(collection: Address, tokenId: bigint, units: boolean): MarketTransaction
  approveCurrency(currency: Address, amount: bigint): MarketTransaction
}

/** What the contract of rentals is asked, at the chain's newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type RentalReader = {
  /** The nonce word of an owner's lane for rentals. */
  lane(owner: Address, lane: bigint): Promise<LaneWord>
  /** Whether the owner approved an offer without signing it. */
  approved(owner: Address, hash: Hex): Promise<boolean>
  /** Who gave a token that the contract holds, and until when it stays; null when it does not hold it. */
  custody(collection: Address, tokenId: bigint): Promise<{ owner: Address; user: Address; renter: Address; expires: bigint } | null>
  /** Who uses a token now by its collection; `account` is null for nobody. Null when the collection does not say. */
  user(collection: Address, tokenId: bigint): Promise<{ account: Address | null; expires: bigint } | null>
  /** Whether a collection promises that a user stays until its time ends. */
  protects(collection: Address): Promise<boolean>
}

/** Transactions of the contract of rentals. */
export type RentalCalls = {
  /** At most the price; ether is sent along. */
  rent(request: RentalRequest, price: bigint): MarketTransaction
  /** Spends the bit of a lane, with every offer that shares it. */
  cancel(nonce: Pick<NonceParts, 'lane' | 'bit'>): MarketTransaction
  giveBack(collection: Address, tokenId: bigint): MarketTransaction
  /** The user of a token whose collection keeps its users ends its time there. */
  endAtCollection(collection: Address, tokenId: bigint): MarketTransaction
  /** To its owner, or to whom the owner names. */
  release(collection: Address, tokenId: bigint, to: Address | null): MarketTransaction
  /** One token, or all of a collection that gives it away and so forgets an approval for one. */
  approveToken(collection: Address, tokenId: bigint, all: boolean): MarketTransaction
  approveCurrency(currency: Address, amount: bigint): MarketTransaction
}

/** What the contract of drops is asked, at the chain's newest block. Every call throws CHAIN_UNAVAILABLE when no node answers. */
export type DropReader = {
  /** Null when there is no such drop. */
  drop(id: Hex): Promise<ChainDrop | null>
  /** Tickets that an account bought in a stage. */
  boughtBy(id: Hex, stage: number, account: Address): Promise<number>
  /** Tickets that a stage has sold. */
  soldIn(id: Hex, stage: number): Promise<number>
}

/** A drop as the contract keeps it. */
export type ChainDrop = { ended: boolean; sold: number; feeBps: number }

/** A ticket, and what has to be known to mint its item. Mirrors `contracts/market/types/Drop.sol`. */
export type Delivery = { first: number; ticket: number; deadline: bigint; signature: Hex; voucher: Voucher; proof: readonly Hex[] }

/** What an account is granted by the list of a stage; 0 and no proof where there is no list. */
export type Granted = { allowance: number; proof: readonly Hex[] }

/** Transactions of the contract of drops. */
export type DropCalls = {
  create(terms: DropTerms): MarketTransaction
  buy(terms: DropTerms, stage: number, quantity: number, granted: Granted): MarketTransaction
  end(terms: DropTerms): MarketTransaction
  close(terms: DropTerms): MarketTransaction
  draw(terms: DropTerms): MarketTransaction
  deliver(terms: DropTerms, deliveries: readonly Delivery[]): MarketTransaction
  refund(terms: DropTerms, first: number): MarketTransaction
  /** By the record of the item. */
  takeBack(terms: DropTerms, coreHash: Hex, to: Address): MarketTransaction
  approveCurrency(currency: Address, amount: bigint): MarketTransaction
}

/** What the directory of a token that is not minted yet shows; null when it is not here, or not that of the record. */
export type ShowRoot = (root: Hex, coreHash: Hex) => Promise<{ name: string; image: string } | null>

/** A transaction to send. Wei. */
export type MarketTransaction = { to: Address; data: Hex; value: bigint }

/** What a filler wants of an order: the token of an offer to many, units, and at worst at which price. */
export type Selected = { tokenId: bigint; quantity: bigint; limit: bigint; proof?: readonly Hex[] }

/** One listing of a sweep. */
export type Purchase = { order: Order; quantity: bigint; signature: Hex }

/** Transactions of the market and its currency. */
export type MarketCalls = {
  /** An ERC-721 token at a fixed price. */
  fillOrder(order: Order, signature: Hex): MarketTransaction
  /** Any form. A limit of a listing in ether is what is sent. */
  fill(form: OrderForm, selected: Selected, signature: Hex): MarketTransaction
  sweep(purchases: readonly Purchase[], currency: Address, maxSpend: bigint, minFilled: bigint): MarketTransaction
  /** The same call, in a transaction that first submits what the owner of a currency signed. */
  withPermit(permit: PermitJson, owner: Address, currency: Address, transaction: MarketTransaction): MarketTransaction
  /** Spends a bit, with every order that shares it. */
  cancel(nonce: Pick<NonceParts, 'lane' | 'bit'>): MarketTransaction
  /** Ends every order of a lane that was signed so far. */
  cancelAllOf(lane: bigint): MarketTransaction
  approveToken(collection: Address): MarketTransaction
  approveCurrency(currency: Address, amount: bigint): MarketTransaction
  wrap(amount: bigint): MarketTransaction
}

/** Where the market trades. `collection` is the house's own; others are traded by their standard. */
export type Venue = { chainId: number; market: Address; collection: Address; wrappedEther: Address }

/** Keeps what assets cost where assets are searched. */
export type SetQuotes = (tx: Transaction, quotes: readonly Quote[]) => Promise<void>

/** Keeps for which auctions the house holds assets where assets are shown. */
export type SetHeld = (tx: Transaction, held: Held) => Promise<void>

/** The index as far as the order book depends on it. */
export type IndexView = {
  /** Newest indexed block. */
  block(): number
  /** Its time, unix seconds. */
  time(): number
  /** Throws CHAIN_UNAVAILABLE or CHAIN_MISMATCH when what the chain says now cannot be relied on. */
  check(): Promise<void>
  /** Resolves when the block is indexed. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}
