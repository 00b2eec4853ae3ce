import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuctionActs, ETHER, HOUR, useAuctions, type Wish } from '../testing/auctions.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

describe('auctions', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let auctions: AuctionActs
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    auctions = useAuctions(chain, server)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })

  it('are refused by the code of what the house would refuse', async () => {
    const tokenId = await auctions.minted(1)
    const now = BigInt((await chain.client.getBlock()).timestamp)
    const refusals: [Wish, string][] = [
      [{ reserve: 0n }, 'MARKET_RESERVE_ZERO'],
      [{ reserve: 1n << 128n }, 'MARKET_PRICE_TOO_HIGH'],
      [{ minIncrementBps: 99 }, 'MARKET_INCREMENT_INVALID'],
      [{ minIncrementBps: 5_001 }, 'MARKET_INCREMENT_INVALID'],
      [{ startTime: `${now + 40n * 86_400n}` }, 'MARKET_AUCTION_START_TOO_LATE'],
      [{ durationSeconds: HOUR - 1 }, 'MARKET_DURATION_INVALID'],
      [{ durationSeconds: 2_592_001 }, 'MARKET_DURATION_INVALID'],
      [{ extensionSeconds: 86_401 }, 'MARKET_EXTENSION_TOO_LONG'],
      [{ maxExtensionSeconds: 604_801 }, 'MARKET_EXTENSION_TOO_LONG'],
      [{ currency: chain.deployment.auctionHouse }, 'MARKET_CURRENCY_NOT_ALLOWED'],
      [{ collection: chain.deployment.wrappedEther }, 'MARKET_COLLECTION_IS_CURRENCY'],
      [{ collection: chain.deployment.auctionHouse }, 'MARKET_COLLECTION_UNKNOWN'],
      [{ quantity: '1' }, 'MARKET_UNITS_UNAVAILABLE'],
      [{ startTime: `${1n << 64n}` }, 'REQUEST_INVALID'],
    ]
    for (const [wish, code] of refusals) await expect(auctions.prepare(1, tokenId, wish), code).rejects.toMatchObject({ code })
    await expect(auctions.prepare(2, tokenId)).rejects.toMatchObject({ code: 'MARKET_SELLER_NOT_OWNER' })
    await expect(auctions.prepare(1, tokenId + 1n)).rejects.toMatchObject({ code: 'MARKET_TOKEN_UNKNOWN' })
  })

  it('refuse bids, an early end and a late cancellation by code', async () => {
    const tokenId = await auctions.minted(1)
    const soon = BigInt((await chain.client.getBlock()).timestamp) + 1_000n
    const { id, block } = await auctions.putUp(1, tokenId, { startTime: soon.toString() })
    expect(await server.api.auction(id, { minBlock: block })).toMatchObject({ state: 'upcoming', leastBid: `${ETHER}` })
    const reasonOf = async (by: number, amount?: bigint) =>
      (await server.api.placeBid(id, { bidder: person(by).address, ...(amount && { amount: `${amount}` }) })).reason
    const account = person(1).address
    expect(await reasonOf(2)).toBe('MARKET_AUCTION_NOT_STARTED')
    await chain.pass(1_000)
    expect(await reasonOf(1)).toBe('MARKET_SELLER_IS_BIDDER')
    expect(await reasonOf(2, ETHER - 1n)).toBe('MARKET_BID_TOO_LOW')
    expect(await reasonOf(2, 1n << 128n)).toBe('MARKET_PRICE_TOO_HIGH')
    expect(await reasonOf(2, 10n ** 30n)).toBe('MARKET_BALANCE_TOO_LOW')
    await chain.pause('pause')
    expect(await reasonOf(2)).toBe('MARKET_PAUSED')
    await expect(auctions.prepare(1, await auctions.minted(1))).rejects.toMatchObject({ code: 'MARKET_PAUSED' })
    await chain.pause('unpause')
    expect((await server.api.settleAuction(id, { account })).reason).toBe('MARKET_AUCTION_RUNS')
    expect((await server.api.cancelAuction(id, { account: person(2).address })).reason).toBe('MARKET_NOT_SELLER')
    await auctions.bid(2, id)
    expect((await server.api.cancelAuction(id, { account })).reason).toBe('MARKET_AUCTION_HAS_BID')
    await chain.pass(2 * HOUR)
    expect(await reasonOf(3)).toBe('MARKET_AUCTION_ENDED')
    const unknown: Hex = `0x${'00'.repeat(32)}`
    await expect(server.api.auction(unknown)).rejects.toMatchObject({ code: 'MARKET_AUCTION_UNKNOWN', status: 404 })
    await expect(server.api.auctionBids(unknown)).rejects.toMatchObject({ code: 'MARKET_AUCTION_UNKNOWN', status: 404 })
    await expect(server.api.placeBid(unknown, { bidder: account })).rejects.toMatchObject({ code: 'MARKET_AUCTION_UNKNOWN' })
    await auctions.settle(id)
  })

  it('are found by asset, seller, bidder, state and currency, page by page in a stable order', async () => {
    const made: Hex[] = []
    let block = 0
    for (let at = 0; at < 5; at++) {
      const up = await auctions.putUp(7, await auctions.minted(7), {
        durationSeconds: HOUR + (5 - at) * 60,
        ...(at === 2 && { currency: chain.deployment.wrappedEther }),
      })
      made.push(up.id)
      block = up.block
    }
    const seller = person(7).address
    const pages = async (query: Parameters<typeof server.api.auctions>[0]) => {
      const found: Hex[] = []
      let cursor: string | undefined
      do {
        const page = await server.api.auctions({ seller, limit: 2, ...query, ...(cursor && { cursor }) })
        found.push(...page.data.map(({ id }) => id))
        cursor = page.page.next ?? undefined
      } while (cursor)
      return found
    }
    await server.api.auctions({ minBlock: block })
    expect(await pages({})).toEqual(made.toReversed())
    expect(await pages({ sort: 'ending' })).toEqual(made.toReversed())
    await auctions.bid(2, made[0] as Hex)
    const last = await auctions.bid(2, made[3] as Hex)
    await server.api.auctions({ minBlock: last })
    expect(await pages({ bidder: person(2).address })).toEqual([made[3], made[0]])
    expect(await pages({ state: ['live', 'ended'] })).toEqual(made.toReversed())
    expect(await pages({ state: 'settled' })).toEqual([])
    expect(await pages({ waiting: false })).toEqual(made.toReversed())
    expect(await pages({ currency: chain.deployment.wrappedEther })).toEqual([made[2]])
    expect(await pages({ collection: chain.deployment.editionCollection })).toEqual([])
    const [one] = (await server.api.auctions({ seller, limit: 1 })).data
    expect((await server.api.auctions({ asset: one?.asset ?? '' })).data.map(({ id }) => id)).toEqual([one?.id])
    await expect(server.api.auctions({ asset: 'nothing' })).rejects.toMatchObject({ code: 'TOKENS_ASSET_ID_MALFORMED' })
    const { page } = await server.api.auctions({ seller, limit: 1 })
    await expect(server.api.auctions({ limit: 1, cursor: page.next as string })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
    for (const by of [3, 4, 5]) await auctions.bid(by, made[1] as Hex)
    const bids = await server.api.auctionBids(made[1] as Hex, {
      limit: 2,
      minBlock: Number(await chain.client.getBlockNumber({ cacheTime: 0 })),
    })
    const rest = await server.api.auctionBids(made[1] as Hex, { limit: 2, cursor: bids.page.next as string })
    expect([...bids.data, ...rest.data].map(({ bidder }) => bidder)).toEqual([5, 4, 3].map((by) => person(by).address))
    expect(rest.page.next).toBeNull()
  })

  it('are read while the chain is down, with what the index knows', async () => {
    const { id, block } = await auctions.putUp(1, await auctions.minted(1))
    const before = await server.api.auction(id, { minBlock: block })
    chain.down()
    try {
      const { secondsToEnd: _, ...after } = await server.api.auction(id)
      expect(before).toMatchObject(after)
      expect(after.split).toMatchObject({ royaltyBps: 750, royaltyReceiver: person(1).address })
      const asked = server.api.placeBid(id, { bidder: person(2).address })
      await expect(asked).rejects.toMatchObject({ code: 'CHAIN_UNAVAILABLE', status: 503 })
    } finally {
      chain.back()
    }
  })

  it('left no complaint in the log but that the chain was down', () => {
    expect(server.problems.filter((problem) => !problem.includes('chain node does not answer'))).toEqual([])
  })
})
