import type { TypedDataToPrimitiveTypes } from 'abitype'
import Type, { type Static } from 'typebox'
import { type Address, type Hex, hashStruct, hashTypedData } from 'viem'
import { Address as AddressSchema, AmountString, described, UintString } from '../scalars.ts'
import { bulkData, bulkSignaturesOf } from './bulk-signature.ts'
import { requireFit } from './require-fit.ts'

/**
 * What the owner of a token signs to let it by the day (EIP-712). Mirrors `contracts/market/types/RentalOffer.sol`, field by field.
 * Times are unix seconds. A rental does not spend the offer: it is good until it ends or is cancelled.
 */
export const rentalOfferTypes = {
  RentalOffer: [
    { name: 'owner', type: 'address' },
    { name: 'collection', type: 'address' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'currency', type: 'address' },
    { name: 'pricePerDay', type: 'uint128' },
    { name: 'minDays', type: 'uint16' },
    { name: 'maxDays', type: 'uint16' },
    { name: 'renter', type: 'address' },
    { name: 'start', type: 'uint64' },
    { name: 'end', type: 'uint64' },
    { name: 'lastExpiry', type: 'uint64' },
    { name: 'maxFeeBps', type: 'uint16' },
    { name: 'maxRoyaltyBps', type: 'uint16' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const

/** A signed offer to let a token to whoever pays for the days. */
export type RentalOffer = TypedDataToPrimitiveTypes<typeof rentalOfferTypes>['RentalOffer']

/** An offer and how its taker takes it. Mirrors `contracts/market/types/RentalRequest.sol`. */
export type RentalRequest = { offer: RentalOffer; signature: Hex; dayCount: number; user: Address }

/** The EIP-712 domain of a Rentals deployment. */
export const rentalsDomain = (chainId: number, rentals: Address) =>
  ({ name: 'Daedal Rentals', version: '1', chainId, verifyingContract: rentals }) as const

/** Everything a wallet needs to sign an offer. */
export const rentalOfferTypedData = (chainId: number, rentals: Address, offer: RentalOffer) =>
  ({ domain: rentalsDomain(chainId, rentals), types: rentalOfferTypes, primaryType: 'RentalOffer', message: offer }) as const

/** The offer's id: its EIP-712 hash. */
export const hashRentalOffer = (chainId: number, rentals: Address, offer: RentalOffer): Hex =>
  hashTypedData(rentalOfferTypedData(chainId, rentals, offer))

/** EIP-712 `hashStruct` of an offer, which does not depend on the deployment: a leaf of a bulk signature. */
export const rentalOfferStructHash = (offer: RentalOffer): Hex =>
  hashStruct({ types: rentalOfferTypes, primaryType: 'RentalOffer', data: offer })

/** The typed data that signs several offers at once. */
export const bulkRentalTypedData = (chainId: number, rentals: Address, offers: readonly RentalOffer[]) => ({
  domain: rentalsDomain(chainId, rentals),
  ...bulkData(rentalOfferTypes, 'RentalOffer', offers),
})

/** The signature of each offer from the one signature of {@link bulkRentalTypedData}, in their order. */
export const bulkRentalSignatures = (offers: readonly RentalOffer[], signature: Hex): Hex[] =>
  bulkSignaturesOf(offers.map(rentalOfferStructHash), signature)

/** Most days of an offer. */
export const MAX_RENTAL_DAYS = 365
/** Most rentals of one call. */
export const MAX_RENTALS = 20

/** Seconds of a day that is let. */
export const RENTAL_DAY = 86_400n

const Uint16 = (description: string) => Type.Integer({ minimum: 0, maximum: 65_535, description })

/** An offer as JSON: big numbers are decimal strings, times are unix seconds as strings. */
export const RentalOfferJson = Type.Object(
  {
    owner: AddressSchema,
    collection: AddressSchema,
    tokenId: UintString,
    currency: described(AddressSchema, 'Zero for ether'),
    pricePerDay: AmountString,
    minDays: Uint16('Fewest days that are let at once'),
    maxDays: Uint16('Most days that are let at once, and that a tenancy may still last after a renewal'),
    renter: described(AddressSchema, 'Who alone may rent; zero for anyone'),
    start: UintString,
    end: described(UintString, 'First second in which the offer can no longer be taken'),
    lastExpiry: described(UintString, 'No tenancy under the offer ends later'),
    maxFeeBps: Uint16('Highest protocol fee that the owner accepts, basis points'),
    maxRoyaltyBps: Uint16('Highest royalty that the owner accepts, basis points of the price'),
    nonce: UintString,
  },
  { additionalProperties: false, description: 'A signed offer, see contracts/market/types/RentalOffer.sol' },
)
export type RentalOfferJson = Static<typeof RentalOfferJson>

/** Offer to JSON. */
export const rentalOfferToJson = (offer: RentalOffer): RentalOfferJson => ({
  ...offer,
  tokenId: offer.tokenId.toString(),
  pricePerDay: offer.pricePerDay.toString(),
  start: offer.start.toString(),
  end: offer.end.toString(),
  lastExpiry: offer.lastExpiry.toString(),
  nonce: offer.nonce.toString(),
})

/** JSON to offer. The caller has validated it against {@link RentalOfferJson}; throws RangeError when a number does not fit its type. */
export function rentalOfferFromJson(json: RentalOfferJson): RentalOffer {
  const offer = {
    ...json,
    tokenId: BigInt(json.tokenId),
    pricePerDay: BigInt(json.pricePerDay),
    start: BigInt(json.start),
    end: BigInt(json.end),
    lastExpiry: BigInt(json.lastExpiry),
    nonce: BigInt(json.nonce),
  }
  requireFit(rentalOfferTypes.RentalOffer, offer)
  return offer
}
