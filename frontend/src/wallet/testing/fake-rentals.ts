import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { packNonce } from '@daedal/protocol/market/nonce'
import { ANYONE, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { hashRentalOffer, type RentalOffer, rentalOfferToJson } from '@daedal/protocol/market/rental-offer'
import type { Address, Hex32, HexBytes } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type ContractEventName, encodeFunctionData, type Log, zeroAddress } from 'viem'
import type { LettingRequest } from '../rental-request.ts'
import { eventFrom } from './fake-event.ts'
import { buyer, creator, seller, venue } from './fake-world.ts'

export const rentals = venue.rentals as Address

/** What the seller lets. */
export const offer: RentalOffer = {
  owner: seller,
  collection: venue.collection,
  tokenId: 7n,
  currency: NATIVE_CURRENCY,
  pricePerDay: 100n,
  minDays: 1,
  maxDays: 30,
  renter: ANYONE,
  start: 0n,
  end: 10_000_000_000n,
  lastExpiry: 2n ** 64n - 1n,
  maxFeeBps: 500,
  maxRoyaltyBps: 1_000,
  nonce: packNonce({ lane: 2n, epoch: 0n, bit: 3 }),
}
export const offerJson = rentalOfferToJson(offer)
export const hashOf = (change: Partial<RentalOffer> = {}): Hex32 =>
  hashRentalOffer(venue.chainId, rentals, { ...offer, ...change }) as Hex32

type Of<K extends LettingRequest['kind']> = Extract<LettingRequest, { kind: K }>
const token = { collection: venue.collection, tokenId: '7' }

/** What a person asks for. The buyer lets its token, or rents the seller's for three days. */
export const asks = {
  let: { kind: 'let', ...token, pricePerDay: '100', minDays: 1, maxDays: 30, renter: null, durationSeconds: 86_400 } as Of<'let'>,
  rent: { kind: 'rent', offer: hashOf(), ...token, currency: NATIVE_CURRENCY, days: 3, amount: '300' } as Of<'rent' | 'add-days'>,
  cancel: { kind: 'cancel-let', offer: hashOf(), nonce: offerJson.nonce } as Of<'cancel-let'>,
  giveBack: { kind: 'give-back', ...token } as Of<'give-back' | 'release-token'>,
  release: { kind: 'release-token', ...token } as Of<'give-back' | 'release-token'>,
}

const send = (data: HexBytes, value = 0n, to: Address = rentals): Step => ({
  type: 'send',
  transaction: { to, data, value: value.toString() },
})

type Renting = { offer?: Partial<RentalOffer>; days?: number; user?: Address; limit?: bigint; value?: bigint; to?: Address }

/** Transactions, as the service prepares them. */
export const lettings = {
  rent: ({ offer: change = {}, days = 3, user = buyer, limit = 300n, value = 300n, to = rentals }: Renting = {}) => {
    const request = { offer: { ...offer, ...change }, signature: '0x1234' as const, dayCount: days, user }
    return send(encodeFunctionData({ abi: rentalsAbi, functionName: 'rent', args: [request, limit] }), value, to)
  },
  cancel: (lane = 2n, bits = 8n, value = 0n) =>
    send(encodeFunctionData({ abi: rentalsAbi, functionName: 'cancel', args: [lane, bits] }), value),
  cancelAll: () => send(encodeFunctionData({ abi: rentalsAbi, functionName: 'cancelAllOf', args: [2n] })),
  giveBack: (tokenId = 7n, collection = venue.collection) =>
    send(encodeFunctionData({ abi: rentalsAbi, functionName: 'giveBack', args: [collection, tokenId] })),
  release: (tokenId = 7n, collection = venue.collection) =>
    send(encodeFunctionData({ abi: rentalsAbi, functionName: 'release', args: [collection, tokenId] })),
  releaseTo: (to: Address) => send(encodeFunctionData({ abi: rentalsAbi, functionName: 'releaseTo', args: [venue.collection, 7n, to] })),
  setUser: ({ tokenId = 7n, user = zeroAddress, expires = 0n, to = venue.collection, value = 0n } = {} as Partial<UserChange>) =>
    send(encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setUser', args: [tokenId, user, expires] }), value, to),
  withdraw: (currency: Address) => send(encodeFunctionData({ abi: rentalsAbi, functionName: 'withdraw', args: [currency] })),
}
type UserChange = { tokenId: bigint; user: Address; expires: bigint; to: Address; value: bigint }

/** An event of the contract of rentals, of another contract when one is named. */
export const rentalEvent = (
  eventName: ContractEventName<typeof rentalsAbi>,
  args: Record<string, unknown>,
  address: Address = rentals,
): Log => eventFrom(rentalsAbi, eventName, args, address)

/** What the contract tells of a rental of the buyer's for three days. */
export const rented = {
  offerHash: hashOf(),
  owner: seller,
  renter: buyer,
  user: buyer,
  collection: venue.collection,
  tokenId: 7n,
  start: 1_000n,
  expires: 260_200n,
  currency: NATIVE_CURRENCY,
  price: 300n,
  fee: 7n,
  royalty: 15n,
  royaltyReceiver: creator,
  custody: false,
}
