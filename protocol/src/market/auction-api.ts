import Type, { type Static } from 'typebox'
import { Address, AmountString, Cursor, described, enumOf, Hex32, nullable, pageOf, Timestamp, UintString, WeiString } from '../scalars.ts'
import { Step } from './api.ts'
import { AuctionTermsJson } from './auction.ts'
import { PriceSplit } from './price.ts'

/**
 * States of an auction. `ended` is over and waits to be settled, which anyone can do; `failed` means that the winner could not be
 * given the asset and has its bid back.
 */
export const auctionStates = ['upcoming', 'live', 'ended', 'settled', 'unsold', 'failed', 'cancelled'] as const
export type AuctionState = (typeof auctionStates)[number]

/** How auctions end; `open` ones are not settled yet, whether or not their time is over. */
export const auctionOutcomes = ['open', 'settled', 'unsold', 'failed', 'cancelled'] as const

const exact = { additionalProperties: false } as const
const MinBlock = Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' }))
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 }))
const Seconds = (description: string) => Type.Integer({ minimum: 0, description })

/** A bid that was the highest when it was made. */
export const AuctionBid = Type.Object({
  bidder: Address,
  amount: AmountString,
  endTime: described(UintString, 'End of the auction from then on, unix seconds'),
  extended: Type.Boolean({ description: 'Whether it moved the end' }),
  at: Timestamp,
  block: Type.Integer({ minimum: 0 }),
  transactionHash: Hex32,
})
export type AuctionBid = Static<typeof AuctionBid>

/** An English auction of the house, as it stands at the moment of the answer. Amounts in the smallest unit of `currency`. */
export const AuctionView = Type.Object({
  id: Hex32,
  state: enumOf(auctionStates),
  asset: Type.String({ description: 'CAIP-19 id' }),
  name: nullable(Type.String({ description: 'Of the asset; null when it is none of this index' })),
  image: nullable(Type.String({ description: 'Gateway path of its thumbnail, `/ipfs/…`' })),
  collection: Address,
  tokenId: UintString,
  quantity: nullable(described(UintString, 'Units of an ERC-1155 token; null of an ERC-721 token')),
  seller: described(Address, 'Who put the asset up; the house owns it on chain meanwhile'),
  currency: described(Address, 'Zero for ether'),
  reserve: AmountString,
  minIncrementBps: Type.Integer(),
  startTime: described(UintString, 'Bids are taken from then on, unix seconds'),
  endTime: described(UintString, 'Bids are taken before then, unix seconds; late ones move it'),
  lastEndTime: described(UintString, 'The end is never moved beyond, unix seconds'),
  extensionSeconds: Seconds('A bid in the last so many seconds moves the end to so many seconds after it'),
  secondsToStart: Seconds('Left until bids are taken; 0 from then on'),
  secondsToEnd: Seconds('Left until the end; 0 when it is over'),
  highestBid: nullable(AuctionBid),
  bidCount: Type.Integer({ minimum: 0 }),
  leastBid: nullable(described(AmountString, 'Least that the next bid may be; null when none is taken any more')),
  split: nullable(PriceSplit),
  waiting: Type.Boolean({ description: 'The asset could be given to nobody and waits for its seller to reclaim it' }),
  createdAt: Timestamp,
  closedAt: nullable(Timestamp),
  transactionHash: nullable(described(Hex32, 'What closed it')),
})
export type AuctionView = Static<typeof AuctionView>
export const AuctionPage = pageOf(AuctionView)
export type AuctionPage = Static<typeof AuctionPage>

/** Bids of an auction, the newest first. */
export const AuctionBidPage = pageOf(AuctionBid)
export type AuctionBidPage = Static<typeof AuctionBidPage>

/** `GET /v1/auctions/{id}`: with its newest bids. `split` is of what it was sold for; before, of the highest bid or the reserve. */
export const AuctionDetail = Type.Object({ ...AuctionView.properties, bids: AuctionBidPage })
export type AuctionDetail = Static<typeof AuctionDetail>

/** Orders of a list: what ends first, or what was created last. */
export const auctionSorts = ['newest', 'ending'] as const

/** `GET /v1/auctions`. Repeated states mean any of them. */
export const AuctionQuery = Type.Object(
  {
    asset: Type.Optional(Type.String({ maxLength: 200, description: 'CAIP-19 id' })),
    collection: Type.Optional(Address),
    seller: Type.Optional(Address),
    bidder: Type.Optional(described(Address, 'Who has bid, whether or not it leads')),
    currency: Type.Optional(Address),
    state: Type.Optional(Type.Union([enumOf(auctionStates), Type.Array(enumOf(auctionStates), { maxItems: auctionStates.length })])),
    waiting: Type.Optional(Type.Boolean({ description: 'Only those whose asset waits for its seller, or only others' })),
    sort: Type.Optional(Type.Unsafe<(typeof auctionSorts)[number]>(Type.String({ enum: [...auctionSorts], default: 'newest' }))),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type AuctionQuery = Static<typeof AuctionQuery>

/** `GET /v1/auctions/{id}/bids` */
export const AuctionBidQuery = Type.Object({ cursor: Type.Optional(Cursor), limit: Limit, minBlock: MinBlock }, exact)
export type AuctionBidQuery = Static<typeof AuctionBidQuery>

/** `POST /v1/auctions/prepare`: what to send to put an asset up. Limits are those of the house, and refused by their codes. */
export const PrepareAuction = Type.Object(
  {
    seller: Address,
    collection: Address,
    tokenId: UintString,
    quantity: Type.Optional(described(UintString, 'Units of an ERC-1155 token')),
    currency: Type.Optional(described(Address, 'Ether when left out')),
    reserve: described(AmountString, 'Least first bid'),
    minIncrementBps: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 65_535, default: 500, description: 'How far a bid has to be above the one before it' }),
    ),
    startTime: Type.Optional(described(UintString, 'Unix seconds; at once when left out')),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295, default: 259_200 })),
    extensionSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295, default: 600 })),
    maxExtensionSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295, default: 86_400 })),
  },
  exact,
)
export type PrepareAuction = Static<typeof PrepareAuction>
export const PreparedAuction = Type.Object({
  id: described(Hex32, 'Of the auction, when it is the next that the seller creates'),
  terms: AuctionTermsJson,
  split: described(PriceSplit, 'Where the money goes when it is sold for the reserve'),
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(WeiString),
  steps: Type.Array(Step),
})
export type PreparedAuction = Static<typeof PreparedAuction>

/** What to send to the house, or why it would refuse. `steps` is empty when it would. */
export const HouseAction = Type.Object({
  possible: Type.Boolean(),
  reason: nullable(Type.String({ description: 'Error code that says why it is not possible' })),
  detail: nullable(Type.String({ description: 'One English sentence with the values' })),
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(WeiString),
  steps: Type.Array(Step),
})
export type HouseAction = Static<typeof HouseAction>

/** `POST /v1/auctions/{id}/bid` */
export const PlaceBid = Type.Object(
  { bidder: Address, amount: Type.Optional(described(AmountString, 'The least that is taken when left out')) },
  exact,
)
export type PlaceBid = Static<typeof PlaceBid>
export const PreparedBid = Type.Object({
  ...HouseAction.properties,
  amount: AmountString,
  leastBid: AmountString,
  split: described(PriceSplit, 'Where the money goes when it is sold for this bid'),
})
export type PreparedBid = Static<typeof PreparedBid>

/** `POST /v1/auctions/{id}/settle` and `…/cancel` */
export const ActOnAuction = Type.Object({ account: Address }, exact)
export type ActOnAuction = Static<typeof ActOnAuction>

/** `POST /v1/auctions/{id}/reclaim` */
export const ReclaimAsset = Type.Object(
  { account: Address, to: Type.Optional(described(Address, 'Who gets the asset; the account when left out')) },
  exact,
)
export type ReclaimAsset = Static<typeof ReclaimAsset>
