import Type, { type Static } from 'typebox'
import { Address, AmountString, Cursor, described, enumOf, Hex32, HexBytes, nullable, pageOf, Timestamp, UintString } from '../scalars.ts'
import { Step } from './api.ts'
import { HouseAction } from './auction-api.ts'
import { PriceSplit } from './price.ts'
import { MAX_RENTAL_DAYS, RentalOfferJson } from './rental-offer.ts'

/** States of an offer to let. Only an `active` one can be taken, and only while nobody else uses the token. */
export const rentalOfferStates = ['pending', 'active', 'inactive', 'expired', 'cancelled'] as const
export type RentalOfferState = (typeof rentalOfferStates)[number]
/** States of a tenancy: its user may use the token, or no longer, be it that the time is over or that the user ended it early. */
export const tenancyStates = ['active', 'over', 'ended'] as const
export type TenancyState = (typeof tenancyStates)[number]

const exact = { additionalProperties: false } as const
const MinBlock = Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' }))
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 }))
const Asset = Type.Optional(Type.String({ maxLength: 200, description: 'CAIP-19 id' }))
const Days = (description: string) => Type.Integer({ minimum: 0, maximum: 65_535, description })

/** What is let, as far as the index knows it. */
const lot = {
  asset: Type.String({ description: 'CAIP-19 id' }),
  name: nullable(Type.String({ description: 'Of the asset; null when it is none of this index' })),
  image: nullable(Type.String({ description: 'Gateway path of its thumbnail, `/ipfs/…`' })),
}

/** Who uses a token, and until when. */
export const TokenUser = Type.Object({
  account: Address,
  expires: described(UintString, 'First second in which it is no longer the user, unix seconds'),
})
export type TokenUser = Static<typeof TokenUser>

/** A signed offer to let a token, with everything that is needed to take it without us. Amounts in the smallest unit of the currency. */
export const RentalOfferView = Type.Object({
  hash: Hex32,
  offer: RentalOfferJson,
  signature: HexBytes,
  ...lot,
  state: enumOf(rentalOfferStates),
  reason: nullable(Type.String({ description: 'Error code that says why the offer cannot be taken; null when it can' })),
  detail: nullable(Type.String({ description: 'One English sentence with the values' })),
  split: described(PriceSplit, 'Where the money of one day goes'),
  user: described(nullable(TokenUser), 'Who uses the token now; others can rent it from then on'),
  createdAt: Timestamp,
  checkedAtBlock: Type.Integer({ minimum: 0 }),
  transactionHash: nullable(described(Hex32, 'What cancelled it')),
})
export type RentalOfferView = Static<typeof RentalOfferView>
export const RentalOfferPage = pageOf(RentalOfferView)
export type RentalOfferPage = Static<typeof RentalOfferPage>

/** Orders of a list of offers: what was offered last, or what costs least for a day. */
export const rentalOfferSorts = ['newest', 'price'] as const

/** `GET /v1/rentals/offers`. Repeated states mean any of them. */
export const RentalOfferQuery = Type.Object(
  {
    asset: Asset,
    collection: Type.Optional(Address),
    owner: Type.Optional(Address),
    currency: Type.Optional(Address),
    renter: Type.Optional(described(Address, 'Only what this account may take: offers to anyone, and to it')),
    state: Type.Optional(
      Type.Union([enumOf(rentalOfferStates), Type.Array(enumOf(rentalOfferStates), { maxItems: rentalOfferStates.length })]),
    ),
    free: Type.Optional(Type.Boolean({ description: 'Only of tokens that nobody uses now, or only of others' })),
    sort: Type.Optional(Type.Unsafe<(typeof rentalOfferSorts)[number]>(Type.String({ enum: [...rentalOfferSorts], default: 'newest' }))),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type RentalOfferQuery = Static<typeof RentalOfferQuery>

/** `POST /v1/rentals/offers/prepare`: what to do to let a token. Limits are those of the contract, and refused by their codes. */
export const PrepareRentalOffer = Type.Object(
  {
    owner: Address,
    collection: Address,
    tokenId: UintString,
    currency: Type.Optional(described(Address, 'Ether when left out')),
    pricePerDay: AmountString,
    minDays: Type.Optional(Days('Fewest days at once; 1 when left out')),
    maxDays: Type.Optional(Days('Most days at once; 30 when left out')),
    renter: Type.Optional(described(Address, 'Who alone may rent; anyone when left out')),
    startTime: Type.Optional(described(UintString, 'Unix seconds; at once when left out')),
    durationSeconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 315_360_000, description: 'For how long the offer is open; 30 days when left out' }),
    ),
    lastExpiry: Type.Optional(described(UintString, 'No tenancy ends later, unix seconds; whatever the days allow when left out')),
  },
  exact,
)
export type PrepareRentalOffer = Static<typeof PrepareRentalOffer>
export const PreparedRentalOffer = Type.Object({
  hash: Hex32,
  offer: RentalOfferJson,
  split: described(PriceSplit, 'Where the money of one day goes'),
  steps: Type.Array(Step),
})
export type PreparedRentalOffer = Static<typeof PreparedRentalOffer>

/** `POST /v1/rentals/offers` */
export const PublishRentalOffer = Type.Object({ offer: RentalOfferJson, signature: HexBytes }, exact)
export type PublishRentalOffer = Static<typeof PublishRentalOffer>

/** `POST /v1/rentals/offers/{hash}/rent` */
export const RentAsset = Type.Object(
  {
    renter: described(Address, 'Who pays'),
    days: Days(`1 to ${MAX_RENTAL_DAYS}`),
    user: Type.Optional(described(Address, 'Who may use the token; the renter when left out')),
  },
  exact,
)
export type RentAsset = Static<typeof RentAsset>
export const PreparedRental = Type.Object({
  ...HouseAction.properties,
  user: Address,
  renewal: Type.Boolean({ description: 'Adds time to the tenancy that the user has' }),
  start: described(UintString, 'When what is paid for begins, unix seconds: as of now, so some seconds later in the chain'),
  expires: described(UintString, 'First second in which the user is no longer the user'),
  custody: Type.Boolean({ description: 'The contract holds the token meanwhile, because its collection does not keep users' }),
  split: described(PriceSplit, 'Where the money goes'),
})
export type PreparedRental = Static<typeof PreparedRental>

/** `POST /v1/rentals/offers/{hash}/cancel` */
export const CancelRentalOffer = Type.Object({ owner: Address }, exact)
export type CancelRentalOffer = Static<typeof CancelRentalOffer>

/** Something that was paid for a tenancy. */
export const RentalPayment = Type.Object({
  offerHash: Hex32,
  renter: described(Address, 'Who paid'),
  owner: described(Address, 'Who was paid: another than the tenancy’s owner where the token was sold with its user in it'),
  start: described(UintString, 'What was paid for begins then, unix seconds'),
  expires: UintString,
  currency: described(Address, 'Zero for ether'),
  split: PriceSplit,
  at: Timestamp,
  transactionHash: Hex32,
})
export type RentalPayment = Static<typeof RentalPayment>

/** Somebody's time with a token, from the first rental on through what was added to it. */
export const TenancyView = Type.Object({
  id: Type.String({ description: 'Place of its first rental in the chain' }),
  state: enumOf(tenancyStates),
  ...lot,
  collection: Address,
  tokenId: UintString,
  owner: described(Address, 'Who let it'),
  renter: described(Address, 'Who paid first'),
  user: Address,
  start: described(UintString, 'Unix seconds'),
  expires: described(
    UintString,
    'First second in which the user is no longer the user, as it was agreed on last; at most the last moment that clocks show',
  ),
  secondsLeft: Type.Integer({ minimum: 0, description: 'Until then; 0 when it is over' }),
  endedAt: nullable(described(UintString, 'When the user ended it early, unix seconds')),
  held: Type.Boolean({ description: 'The contract of rentals holds the token; once the time is over anyone can have it given back' }),
  payments: Type.Array(RentalPayment, { description: 'The newest first, at most 100' }),
})
export type TenancyView = Static<typeof TenancyView>
export const TenancyPage = pageOf(TenancyView)
export type TenancyPage = Static<typeof TenancyPage>

/** `GET /v1/rentals`: the newest first. Repeated states mean any of them. */
export const TenancyQuery = Type.Object(
  {
    asset: Asset,
    user: Type.Optional(Address),
    renter: Type.Optional(described(Address, 'Who paid first')),
    owner: Type.Optional(described(Address, 'Who let the token')),
    state: Type.Optional(Type.Union([enumOf(tenancyStates), Type.Array(enumOf(tenancyStates), { maxItems: tenancyStates.length })])),
    held: Type.Optional(Type.Boolean({ description: 'Only of tokens that the contract of rentals holds, or only of others' })),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type TenancyQuery = Static<typeof TenancyQuery>

/** `POST /v1/rentals/give-back`: what its user has to send to end a tenancy early. Nothing is refunded. */
export const GiveBack = Type.Object({ account: Address, collection: Address, tokenId: UintString }, exact)
export type GiveBack = Static<typeof GiveBack>

/** `POST /v1/rentals/release`: what to send to get a token out of the contract when its tenancy is over. */
export const ReleaseToken = Type.Object(
  { ...GiveBack.properties, to: Type.Optional(described(Address, 'Who gets it, for its owner alone to say; the owner when left out')) },
  exact,
)
export type ReleaseToken = Static<typeof ReleaseToken>
