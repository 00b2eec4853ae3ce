import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import type { PrepareRentalOffer, RentAsset } from '@daedal/protocol/market/rental-api'
import { type RentalOfferJson, rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, encodeFunctionData, type Hex, parseEther } from 'viem'
import { type MarketChain, person } from './market-chain.ts'
import type { MarketServer } from './market-server.ts'

export const ETHER = parseEther('1')
export const DAY = 86_400

export type OfferWish = Omit<PrepareRentalOffer, 'owner' | 'collection' | 'tokenId' | 'pricePerDay'> & {
  collection?: Address
  pricePerDay?: bigint
}

/** What people do with rentals on a test chain, through the service. */
export function useRentals(chain: MarketChain, server: MarketServer) {
  const { chainId, rentals, assetCollection } = chain.deployment
  const sign = (by: number, offer: RentalOfferJson): Promise<Hex> =>
    person(by).signTypedData(rentalOfferTypedData(chainId, rentals, rentalOfferFromJson(offer)))
  const prepare = (by: number, tokenId: bigint, { collection = assetCollection, pricePerDay = ETHER, ...rest }: OfferWish = {}) =>
    server.api.prepareRentalOffer({
      owner: person(by).address,
      collection,
      tokenId: tokenId.toString(),
      pricePerDay: pricePerDay.toString(),
      ...rest,
    })
  return {
    sign,
    prepare,
    minted: async (by: number) => (await chain.mint(person(by).address)).tokenId,
    /** Signs and publishes an offer, with its approval before; answers its hash. */
    async offer(by: number, tokenId: bigint, wish: OfferWish = {}): Promise<Hex> {
      const { offer, steps } = await prepare(by, tokenId, wish)
      const block = await server.walk(by, steps)
      if (block) await server.index.waitFor(block)
      const { hash } = await server.api.publishRentalOffer({ offer, signature: await sign(by, offer) })
      return hash
    },
    /** Rents; answers the block and what was prepared. */
    async rent(by: number, hash: Hex, wish: Partial<RentAsset> = {}) {
      const prepared = await server.api.rentAsset(hash, { renter: person(by).address, days: 1, ...wish })
      if (!prepared.possible) throw new Error(`${prepared.reason} ${prepared.detail}`)
      return { prepared, block: await server.walk(by, prepared.steps) }
    },
    /** Past the service: sets a token's user as its owner may. */
    setUser: (from: number, tokenId: bigint, user: Address, expires: bigint) =>
      chain.send(person(from).address, {
        to: assetCollection,
        data: encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setUser', args: [tokenId, user, expires] }),
      }),
    /** Past the service: calls the contract itself. */
    call: (from: number, functionName: 'approveOffer' | 'cancelAllOf', args: readonly unknown[]) =>
      chain.send(person(from).address, { to: rentals, data: encodeFunctionData({ abi: rentalsAbi, functionName, args } as never) }),
    told: async (hash: Hex) => (await server.events()).filter(({ data }) => data.offerHash === hash),
  }
}
export type RentalActs = ReturnType<typeof useRentals>
