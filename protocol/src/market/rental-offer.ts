import type { TypedDataToPrimitiveTypes } from 'abitype'
import { type Address, type Hex, hashStruct, hashTypedData } from 'viem'
import { bulkData, bulkSignaturesOf } from './bulk-signature.ts'

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
const structHashOfRentalOffer = (offer: RentalOffer): Hex =>
  hashStruct({ types: rentalOfferTypes, primaryType: 'RentalOffer', data: offer })

/** The typed data that signs several offers at once. */
export const bulkRentalTypedData = (chainId: number, rentals: Address, offers: readonly RentalOffer[]) => ({
  domain: rentalsDomain(chainId, rentals),
  ...bulkData(rentalOfferTypes, 'RentalOffer', offers),
})

/** The signature of each offer from the one signature of {@link bulkRentalTypedData}, in their order. */
export const bulkRentalSignatures = (offers: readonly RentalOffer[], signature: Hex): Hex[] =>
  bulkSignaturesOf(offers.map(structHashOfRentalOffer), signature)

/** Most days of an offer. */
export const MAX_RENTAL_DAYS = 365
/** Most rentals of one call. */
export const MAX_RENTALS = 20
