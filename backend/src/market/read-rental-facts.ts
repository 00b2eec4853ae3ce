import { unpackNonce } from '@daedal/protocol/market/nonce'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { RentalOffer } from '@daedal/protocol/market/rental-offer'
import type { Address } from 'viem'
import type { RentalFacts } from './judge-rental.ts'
import type { ChainReader, RentalReader } from './ports.ts'
import type { VenueFacts } from './read-facts.ts'

export type RentalFactDeps = { chain: ChainReader; reader: RentalReader; rentals: Address }

/** Asks the chain, in one go, for everything that decides about an offer. Whether its signature still holds is for the caller to say. */
export async function readRentalFacts(
  { chain, reader, rentals }: RentalFactDeps,
  { owner, collection, tokenId, currency, pricePerDay, nonce }: RentalOffer,
  { now, feeBps, paused }: VenueFacts,
  signed = true,
): Promise<RentalFacts> {
  const parts = unpackNonce(nonce)
  const [lane, custody, tokenOwner, user, protects, isMoney, currencyAllowed, mayMove, royalty] = await Promise.all([
    parts ? reader.lane(owner, parts.lane) : { epoch: 0n, bitmap: 0n },
    reader.custody(collection, tokenId),
    chain.ownerOf(collection, tokenId),
    reader.user(collection, tokenId),
    reader.protects(collection),
    chain.currencyAllowed(collection),
    currency === NATIVE_CURRENCY || chain.currencyAllowed(currency),
    chain.mayMove(collection, owner, tokenId, rentals),
    chain.royalty(collection, tokenId, pricePerDay),
  ])
  // A custody that runs is what counts, whatever the collection says; one that is over waits for the next user, or to be released.
  const held = custody !== null
  const kept = custody && { account: now < custody.expires ? custody.user : null, expires: custody.expires }
  return {
    now,
    feeBps,
    paused,
    currencyAllowed,
    signed,
    lane,
    owner: custody?.owner ?? tokenOwner,
    user: kept ?? user,
    held,
    protects,
    isMoney,
    mayMove,
    royalty: { ...royalty, shares: null },
  }
}
