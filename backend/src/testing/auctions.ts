import type { PrepareAuction } from '@daedal/protocol/market/auction-api'
import { eq } from 'drizzle-orm'
import { type Address, type Hex, parseEther } from 'viem'
import { assets } from '../tokens/tables.ts'
import { type MarketChain, person } from './market-chain.ts'
import type { MarketServer } from './market-server.ts'

export const ETHER = parseEther('1')
export const HOUR = 3_600

export type Wish = Omit<PrepareAuction, 'seller' | 'collection' | 'tokenId' | 'reserve'> & { collection?: Address; reserve?: bigint }

/** What people do with auctions on a test chain, through the service. */
export function useAuctions(chain: MarketChain, server: MarketServer) {
  /** What to send to put an asset up for an hour. */
  const prepare = (by: number, tokenId: bigint, { collection = chain.deployment.assetCollection, reserve = ETHER, ...rest }: Wish = {}) =>
    server.api.prepareAuction({
      seller: person(by).address,
      collection,
      tokenId: tokenId.toString(),
      reserve: reserve.toString(),
      durationSeconds: HOUR,
      ...rest,
    })
  return {
    prepare,
    minted: async (by: number) => (await chain.mint(person(by).address)).tokenId,
    /** Puts an asset up; answers the auction's id and the block. */
    async putUp(by: number, tokenId: bigint, wish: Wish = {}) {
      const { id, steps } = await prepare(by, tokenId, wish)
      return { id, block: await server.walk(by, steps) }
    },
    async bid(by: number, id: Hex, amount?: bigint): Promise<number> {
      const answer = await server.api.placeBid(id, { bidder: person(by).address, ...(amount && { amount: amount.toString() }) })
      if (!answer.possible) throw new Error(`${answer.reason} ${answer.detail}`)
      return server.walk(by, answer.steps)
    },
    /** Somebody who has nothing to do with it settles. */
    async settle(id: Hex, by = 7): Promise<number> {
      const answer = await server.api.settleAuction(id, { account: person(by).address })
      if (!answer.possible) throw new Error(`${answer.reason} ${answer.detail}`)
      return server.walk(by, answer.steps)
    },
    /** For which auction a token is held, as its row says. */
    held: async (tokenId: bigint) =>
      (await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString())))[0]?.auction ?? null,
    told: async (id: Hex) => (await server.events()).filter(({ data }) => data.auction === id),
  }
}
export type AuctionActs = ReturnType<typeof useAuctions>
