import type { TokenStandard } from '@daedal/protocol/chains/caip'
import type { AuctionView } from '@daedal/protocol/market/auction-api'
import type { DropTerms } from '@daedal/protocol/market/drop'
import type { EventType } from '@daedal/protocol/worlds/events'
import type { SQL } from 'drizzle-orm'
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

/** Which token an event is about. `collection` is its contract, lower-case. */
export type TokenPlace = { collection: Address; tokenId: bigint; standard: TokenStandard }

/** Which record of which token was generated again, and what came out. */
export type Reproduced = { collection: Address; tokenId: bigint; coreHash: Hex; renderHash: Hex }

/** Which world an event is about. */
export type WorldPlace = { worldId: Hex }

/** Which auction an event is about, and whose. */
export type AuctionPlace = { auctionId: Hex; seller: Address }

/** Which drop an event is about. */
export type DropPlace = { dropId: Hex }
/** Which currency of a world an event is about: its contract, lower-case. */
export type CurrencyPlace = { currency: Address }

/** What a world declares about a currency, see contracts/worlds/types/CurrencyDeclaration.sol. */
export type CurrencyDeclaration = {
  title: string
  symbol: string
  cap: bigint
  curve: readonly { time: bigint; most: bigint }[]
  faucets: readonly { name: Hex; perWindow: bigint; perAccount: bigint; total: bigint; window: number }[]
  sinks: readonly { name: Hex }[]
}

/** What an event of our contracts says. Addresses are lower-case. */
export type ChainFact =
  /** A collection that is one creator's alone came to be, with what holds for all of its tokens. */
  | {
      name: 'CollectionCreated'
      collection: Address
      creator: Address
      title: string
      symbol: string
      contractUri: string
      royaltyReceiver: Address
      royaltyBps: number
      remixBps: number
      policy: number
    }
  | ({
      name: 'Provenance'
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
    } & TokenPlace)
  /** Before a mint: the token ids of the same collection that the creator built upon. */
  | ({ name: 'Derived'; parents: readonly bigint[] } & TokenPlace)
  | ({ name: 'Transfer'; from: Address; to: Address } & TokenPlace)
  | ({ name: 'Revised'; oldRoot: Hex; newRoot: Hex } & TokenPlace)
  | ({ name: 'Frozen' } & TokenPlace)
  /** The token is bound to its owner for ever. */
  | ({ name: 'Locked' } & TokenPlace)
  /** Who uses the token beside its owner until a moment, unix seconds; the zero address when nobody does any more. */
  | ({ name: 'UserChanged'; user: Address; expires: bigint } & TokenPlace)
  /** How many units of an edition there can ever be. */
  | ({ name: 'SupplyFixed'; maxSupply: bigint } & TokenPlace)
  /** The creator took back all vouchers for a token that nobody need have minted. */
  | ({ name: 'VoucherRevoked'; creator: Address } & TokenPlace)
  /** The token may derive from `parent`. */
  | ({ name: 'DerivativeApproved'; parent: bigint } & TokenPlace)
  /** Units of editions that moved together; from the zero address at a mint, to it when they are burned. */
  | { name: 'UnitsMoved'; collection: Address; from: Address; to: Address; moves: readonly { tokenId: bigint; units: bigint }[] }
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
  /** A seller put an asset up; the house has it. Times are unix seconds. */
  | ({
      name: 'AuctionCreated'
      collection: Address
      tokenId: bigint
      /** Zero for an ERC-721 token. */
      quantity: bigint
      currency: Address
      reserve: bigint
      minIncrementBps: number
      feeBps: number
      startTime: bigint
      endTime: bigint
      extensionWindow: bigint
      lastEnd: bigint
    } & AuctionPlace)
  /** A bid leads. `endTime` is that of the auction from then on. */
  | { name: 'BidPlaced'; auctionId: Hex; bidder: Address; amount: bigint; endTime: bigint }
  /** The winner has the asset. */
  | ({ name: 'AuctionSettled'; winner: Address; price: bigint; fee: bigint; royalty: bigint; royaltyReceiver: Address } & AuctionPlace)
  /** It ended without a bid; `returned` says whether the seller has the asset. */
  | ({ name: 'AuctionUnsold'; returned: boolean } & AuctionPlace)
  /** The winner could not be given the asset and has its bid back. */
  | ({ name: 'AuctionFailed'; bidder: Address; refund: bigint; returned: boolean } & AuctionPlace)
  | ({ name: 'AuctionCancelled' } & AuctionPlace)
  /** The seller had an asset that waited sent to `to`. */
  | ({ name: 'AssetReclaimed'; to: Address } & AuctionPlace)
  /** A token was let, or the tenancy of its user was made longer. Times are unix seconds. */
  | {
      name: 'RentalStarted' | 'RentalExtended'
      offerHash: Hex
      owner: Address
      renter: Address
      user: Address
      collection: Address
      tokenId: bigint
      start: bigint
      expires: bigint
      currency: Address
      price: bigint
      fee: bigint
      royalty: bigint
      royaltyReceiver: Address
      /** Whether the contract of rentals holds the token. */
      custody: boolean
    }
  /** A term in custody was ended early. */
  | { name: 'RentalReturned'; collection: Address; tokenId: bigint; by: Address; expires: bigint }
  /** A token left the custody of the contract of rentals. */
  | { name: 'TokenReleased'; collection: Address; tokenId: bigint; owner: Address; to: Address }
  /** An owner approved an offer to let without signing it, or took that back. */
  | { name: 'RentalOfferApproved'; owner: Address; offerHash: Hex; approved: boolean }
  /** The owner spent the nonce bits of offers to let that named the epoch. */
  | { name: 'RentalOffersCancelled'; owner: Address; lane: bigint; epoch: bigint; bits: readonly number[] }
  | { name: 'RentalLaneAdvanced'; owner: Address; lane: bigint; epoch: bigint }
  /** A creator laid down a drop. */
  | ({ name: 'DropCreated'; terms: DropTerms; feeBps: number } & DropPlace)
  /** Somebody bought the tickets from `first` on, each for `price`. */
  | ({ name: 'TicketsSold'; buyer: Address; stage: number; first: number; quantity: number; price: bigint } & DropPlace)
  | ({ name: 'DropSaleEnded'; sold: number } & DropPlace)
  /** The hash of a block to come will decide, along with the creator's secret. It may be told of another block later. */
  | ({ name: 'DropClosed'; entropyBlock: bigint } & DropPlace)
  | ({ name: 'DropDrawn'; entropy: Hex } & DropPlace)
  | ({ name: 'DropRevealed'; secret: Hex; offset: number } & DropPlace)
  /** A ticket's item is its buyer's, and the creator was paid. */
  | ({
      name: 'TicketDelivered'
      ticket: number
      buyer: Address
      item: number
      tokenId: bigint
      price: bigint
      fee: bigint
      royalty: bigint
      royaltyReceiver: Address
    } & DropPlace)
  /** Bit i of `tickets` is set where the i-th ticket from `first` on was given back. */
  | ({ name: 'TicketsRefunded'; buyer: Address; first: number; tickets: bigint; amount: bigint; credited: boolean } & DropPlace)
  /** A creator fetched a token from the contract of drops that no ticket got. */
  | { name: 'ItemTakenBack'; collection: Address; tokenId: bigint; creator: Address; to: Address }
  /** A re-executor got `renderHash` when it generated the record of a token again. */
  | ({ name: 'ReproductionCounted'; reexecutor: Address; count: bigint } & Reproduced)
  /** That reproduction has another result than the record. */
  | ({ name: 'ReproductionConflicted'; reexecutor: Address; recorded: Hex } & Reproduced)
  /** A re-executor has signed two results for one record: `counted`, and later `renderHash`. */
  | ({ name: 'ReexecutorContradicted'; reexecutor: Address; counted: Hex } & Reproduced)
  /** As many as the threshold asks for got what the record says. */
  | ({ name: 'TokenReproduced'; count: bigint; threshold: number } & Reproduced)
  | ({ name: 'WorldRegistered'; operator: Address; salt: Hex } & WorldPlace)
  | ({ name: 'WorldRevised'; oldManifest: Hex; newManifest: Hex } & WorldPlace)
  /** Zero hashes stand for no keys. */
  | ({ name: 'WorldRekeyed'; oldKeySet: Hex; newKeySet: Hex } & WorldPlace)
  /** The world takes assets of a collection, or does not any more. */
  | ({ name: 'WorldAccepts'; collection: Address; accepted: boolean } & WorldPlace)
  /** `to` can take over from a moment on, unix seconds. */
  | ({ name: 'HandoverAnnounced'; to: Address; validFrom: bigint } & WorldPlace)
  | ({ name: 'HandoverCancelled'; to: Address } & WorldPlace)
  | ({ name: 'WorldTransferred'; from: Address; to: Address } & WorldPlace)
  /** A currency of a world came to be, with all that was declared about it. Amounts are in its smallest unit. */
  | {
      name: 'CurrencyDeclared'
      currency: Address
      world: Hex
      creator: Address
      declaration: CurrencyDeclaration
    }
  /** Who pours from a faucet from now on, while `operator` runs the world; the zero address is nobody. */
  | ({ name: 'SourceAppointed'; faucet: number; source: Address; operator: Address } & CurrencyPlace)
  | ({ name: 'FaucetPoured'; faucet: number; to: Address; memo: Hex; amount: bigint; source: Address } & CurrencyPlace)
  | ({ name: 'SinkDrained'; sink: number; from: Address; memo: Hex; amount: bigint; by: Address } & CurrencyPlace)
  /** Currency went from one account to another. */
  | ({ name: 'CurrencyTransferred'; from: Address; to: Address; amount: bigint } & CurrencyPlace)
  /** A contract keeps money that it could not deliver, or has paid it out. The zero currency is ether. */
  | { name: 'PaymentCredited' | 'PaymentWithdrawn'; contract: Address; account: Address; currency: Address; amount: bigint }

export type ChainEvent = Position & ChainFact

/** Bits of a token's policy: others may build upon it; each time with its creator's approval only. */
export const DERIVABLE = 1
export const DERIVABLE_BY_APPROVAL = 2
/** Bit of a token's policy: its content may be revised until it is frozen. */
export const REVISABLE = 4
/** Bit of a token's policy: its creator allows generative training. */
export const TRAINABLE = 8

/** Bit of a token's policy: it stays with its first owner for ever. */
export const SOULBOUND = 16

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

/** Raised when more is kept of the events than before: the index is then made again from the chain's first block on. */
export const INDEX_VERSION = 4

/** Which chain the index follows, and what on it. Parts are null where the deployment has none. */
export type IndexIdentity = {
  chainId: number
  genesisHash: Hex
  market: Address
  collection: Address
  editions: Address | null
  factory: Address | null
  auctions: Address | null
  reproductions: Address | null
  worlds: Address | null
  rentals: Address | null
  drops: Address | null
  currencies: Address | null
  version: number
  deploymentBlock: number
}

/** How far the index has come. `hash` is null before the first block. */
export type IndexCursor = { block: number; hash: Hex | null; timestamp: number }

/** The index's own rows. */
export type IndexStore = {
  /** The followed chain, or null before the first start. */
  identity(): Promise<IndexIdentity | null>
  /** Starts following a chain from nothing; orders and content stay. */
  reset(identity: IndexIdentity): Promise<void>
  cursor(): Promise<IndexCursor>
  /** Collections and currencies that factories made, as far as the cursor: their events are followed. */
  made(): Promise<Address[]>
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

/** The auction for which the house holds an asset, or units of it: of several the one that ends first. */
export type HeldAuction = {
  id: Hex
  seller: Address
  currency: Address
  reserve: string
  /** Highest bid; null before the first. */
  bid: string | null
  startTime: number
  endTime: number
  /** Null while bids are taken, and until it is settled. */
  outcome: 'unsold' | 'failed' | null
}
/** What the market holds for accounts that gave it there. */
export type Escrow = {
  /** The auctions for which it does. */
  auctionsOf(account: Address): Promise<AuctionView[]>
  /** A query for `collection` and `token_id` of the tokens, and of those of which it holds units. The account is in lower case. */
  tokensOf(account: string): SQL
}
export type Held = { collection: Address; tokenId: string; auction: HeldAuction | null }
