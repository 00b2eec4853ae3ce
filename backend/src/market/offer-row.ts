import { openBulkOf } from '@daedal/protocol/market/bulk-signature'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import {
  hashRentalOffer,
  type RentalOffer,
  rentalOfferStructHash,
  rentalOfferToJson,
  rentalOfferTypes,
  rentalsDomain,
} from '@daedal/protocol/market/rental-offer'
import { type Address, getAddress, type Hex } from 'viem'
import type { SignedMessage, Signer } from './check-signature.ts'
import { secondsOf } from './fold-tenancies.ts'
import type { RentalFacts, RentalVerdict } from './judge-rental.ts'
import { splitOf } from './order-row.ts'
import type { RentalReader } from './ports.ts'
import { assetOfRental, type OfferRow } from './rental-entry.ts'

/** Where offers to let are taken. */
export type RentalVenue = { chainId: number; rentals: Address }
/** What the index shows of a token; null when it is none of this index, or not read yet. */
export type Lot = { name: string | null; image: string | null }

const lower = (address: Address) => address.toLowerCase() as Address

/** An offer and its signature, as what vouches for it is looked for. */
export const messageOf = (
  { chainId, rentals }: RentalVenue,
  reader: Pick<RentalReader, 'approved'>,
  offer: RentalOffer,
  signature: Hex,
): SignedMessage => {
  const hash = hashRentalOffer(chainId, rentals, offer)
  const structHash = rentalOfferStructHash(offer)
  const bulk = openBulkOf(
    { domain: rentalsDomain(chainId, rentals), types: rentalOfferTypes, primaryType: 'RentalOffer', structHash },
    signature,
  )
  return { account: offer.owner, hash, signature, bulk, approved: () => reader.approved(offer.owner, hash) }
}

/** Columns of what was signed. The nonce names a bit of a lane. */
export function signedOfferColumns(offer: RentalOffer, hash: Hex, signature: Hex, signedBy: Signer) {
  const nonce = unpackNonce(offer.nonce)
  if (!nonce) throw new RangeError(`nonce ${offer.nonce} names no bit of a lane`)
  const { tokenId, pricePerDay, start, end, lastExpiry, nonce: word, ...rest } = offer
  return {
    ...rest,
    hash,
    owner: lower(offer.owner),
    collection: lower(offer.collection),
    currency: lower(offer.currency),
    renter: lower(offer.renter),
    tokenId: tokenId.toString(),
    pricePerDay: pricePerDay.toString(),
    start: start.toString(),
    end: end.toString(),
    lastExpiry: lastExpiry.toString(),
    nonce: word.toString(),
    lane: nonce.lane.toString(),
    epoch: nonce.epoch.toString(),
    bit: nonce.bit,
    signature,
    signedBy,
  }
}

/** Columns of where an offer stands. */
export const judgedOfferColumns = (
  { state, reason, detail }: RentalVerdict,
  { feeBps, royalty, user }: RentalFacts,
  checkedBlock: number,
) => ({
  state,
  reason,
  detail,
  checkedBlock,
  feeBps,
  royalty: royalty.amount.toString(),
  royaltyReceiver: royalty.receiver && lower(royalty.receiver),
  user: user?.account ? lower(user.account) : null,
  userUntil: user?.account ? secondsOf(user.expires) : null,
})

/** The offer that a row holds. */
export const offerOfRow = (row: OfferRow): RentalOffer => ({
  owner: getAddress(row.owner),
  collection: getAddress(row.collection),
  tokenId: BigInt(row.tokenId),
  currency: getAddress(row.currency),
  pricePerDay: BigInt(row.pricePerDay),
  minDays: row.minDays,
  maxDays: row.maxDays,
  renter: getAddress(row.renter),
  start: BigInt(row.start),
  end: BigInt(row.end),
  lastExpiry: BigInt(row.lastExpiry),
  maxFeeBps: row.maxFeeBps,
  maxRoyaltyBps: row.maxRoyaltyBps,
  nonce: BigInt(row.nonce),
})

/** The public view of an offer at a moment, unix seconds. */
export function offerView(chainId: number, row: OfferRow, lot: Lot, at: number): RentalOfferView {
  // Time alone ends an offer, also while nobody has written that down yet.
  const over = row.closedBlock === null && row.state !== 'cancelled' && BigInt(row.end) <= BigInt(at)
  const ended = { state: 'expired', reason: 'MARKET_ORDER_EXPIRED', detail: `The offer ended at ${row.end}.` } as const
  const { state, reason, detail } = over ? ended : row
  return {
    hash: row.hash,
    offer: rentalOfferToJson(offerOfRow(row)),
    signature: row.signature,
    asset: assetOfRental(chainId, row),
    ...lot,
    state,
    reason,
    detail,
    split: splitOf(BigInt(row.pricePerDay), row.feeBps, { receiver: row.royaltyReceiver, amount: BigInt(row.royalty), shares: null }),
    user:
      row.user && row.userUntil !== null && row.userUntil > at ? { account: getAddress(row.user), expires: String(row.userUntil) } : null,
    createdAt: row.createdAt.toISOString(),
    checkedAtBlock: row.checkedBlock,
    transactionHash: row.closedTx,
  }
}
