import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { type Hex, pad, toHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../testing/token-script.ts'
import { type ChainFact, INDEX_VERSION } from '../tokens/ports.ts'
import { setHeld } from '../tokens/set-held.ts'
import { setQuotes } from '../tokens/set-quotes.ts'
import { assets } from '../tokens/tables.ts'
import { eventLog } from '../worlds/tables.ts'
import { projectAuctions } from './project-auctions.ts'
import { projectOrders } from './project-orders.ts'
import { projectPayments } from './project-payments.ts'
import { createQuoteAssets } from './quote-assets.ts'
import { auctionBids, auctions, pendingPayments, royaltyPayments, sales } from './tables.ts'

const HOUSE = account(77)
const SELLER = account(1)

/** Two branches of blocks that follow the same beginning. */
const histories = fc.record({
  shared: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  lost: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  won: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
})

let index: IndexFixture
let scratch: IndexFixture
let tokens: Awaited<ReturnType<typeof writeToken>>[]
beforeAll(async () => {
  const quoteAssets = createQuoteAssets({ setQuotes, wrappedEther: account(99), now: () => new Date(1_700_000_000_000) })
  const projections = () => [
    projectOrders({ chainId: CHAIN_ID, quoteAssets }),
    projectAuctions({ chainId: CHAIN_ID, quoteAssets, setHeld }),
    projectPayments(),
  ]
  index = await startIndexFixture(projections())
  scratch = await startIndexFixture(projections())
  tokens = []
  for (let at = 0; at < 3; at++) tokens.push(await writeToken(index.content, { name: `Lot ${at}` }))
})
afterAll(() => Promise.all([index.stop(), scratch.stop()]))

type Auction = { id: Hex; amount: bigint | null; end: bigint; stage: 'open' | 'kept' | 'gone' }

/** A house in which only what can happen happens. Auctions are of units, so several are of one token. */
function createHouse(made: Auction[] = [], credits = new Map<string, bigint>()) {
  const credit = (number: number, amount: bigint): ChainFact => {
    const who = account(20 + (number % 3))
    credits.set(who, (credits.get(who) ?? 0n) + amount)
    return { name: 'PaymentCredited', contract: HOUSE, account: who, currency: zeroAddress, amount }
  }
  const place = ({ id }: Auction) => ({ auctionId: id, seller: SELLER })
  const factsOf = (number: number): ChainFact[] => {
    const open = made.filter(({ stage }) => stage === 'open')
    const auction = open[number % Math.max(1, open.length)]
    const kept = made.find(({ stage }) => stage === 'kept')
    const create = (): ChainFact[] => {
      const next: Auction = {
        id: pad(toHex(BigInt(made.length + 1)), { size: 32 }),
        amount: null,
        end: 5_000n + BigInt(number % 50),
        stage: 'open',
      }
      made.push(next)
      const { tokenId } = tokens[number % tokens.length] as (typeof tokens)[number]
      return [
        {
          name: 'AuctionCreated',
          ...place(next),
          collection: COLLECTION,
          tokenId,
          quantity: BigInt(number % 3),
          currency: zeroAddress,
          reserve: 10n,
          minIncrementBps: 500,
          feeBps: 250,
          startTime: 1n,
          endTime: next.end,
          extensionWindow: 60n,
          lastEnd: next.end + 600n,
        },
      ]
    }
    if (!auction) return create()
    const end = (stage: Auction['stage']) => Object.assign(auction, { stage })
    switch (Math.floor(number / 7) % 8) {
      case 0:
        return create()
      case 1:
      case 2:
      case 3: {
        auction.amount = (auction.amount ?? 10n) + BigInt(number % 9) + 1n
        if (number % 2) auction.end += 10n
        const bid: ChainFact = {
          name: 'BidPlaced',
          auctionId: auction.id,
          bidder: account(10 + (number % 4)),
          amount: auction.amount,
          endTime: auction.end,
        }
        return number % 5 ? [bid] : [credit(number, auction.amount), bid]
      }
      case 4: {
        if (auction.amount === null) {
          end('gone')
          return [{ name: 'AuctionCancelled', ...place(auction) }]
        }
        end('gone')
        const paid = { price: auction.amount, fee: 1n, royalty: BigInt(number % 2), royaltyReceiver: account(8) }
        return [{ name: 'AuctionSettled', ...place(auction), winner: account(10), ...paid }]
      }
      case 5: {
        const returned = number % 2 === 0
        end(returned ? 'gone' : 'kept')
        if (auction.amount === null) return [{ name: 'AuctionUnsold', ...place(auction), returned }]
        return [{ name: 'AuctionFailed', ...place(auction), bidder: account(10), refund: auction.amount, returned }]
      }
      case 6: {
        if (!kept) return []
        kept.stage = 'gone'
        return [{ name: 'AssetReclaimed', ...place(kept), to: account(5) }]
      }
      default: {
        const [owed] = [...credits].filter(([, amount]) => amount > 0n)
        if (!owed) return []
        credits.set(owed[0], 0n)
        return [{ name: 'PaymentWithdrawn', contract: HOUSE, account: owed[0] as Hex, currency: zeroAddress, amount: owed[1] }]
      }
    }
  }
  return {
    branch: () =>
      createHouse(
        made.map((auction) => ({ ...auction })),
        new Map(credits),
      ),
    blocks: (numbers: readonly (readonly number[])[]) => numbers.map((block) => block.flatMap(factsOf)),
  }
}

async function begin({ chain, store, database }: IndexFixture): Promise<void> {
  const contracts = {
    market: COLLECTION,
    collection: COLLECTION,
    editions: null,
    factory: null,
    auctions: HOUSE,
    reproductions: null,
    worlds: null,
    rentals: null,
    drops: null,
    currencies: null,
    version: INDEX_VERSION,
  }
  await store.reset({ chainId: CHAIN_ID, genesisHash: chain.block(0).header.hash, ...contracts, deploymentBlock: 1 })
  await database.db.delete(eventLog)
}

async function standing({ database: { db } }: IndexFixture) {
  return {
    auctions: await db.select().from(auctions).orderBy(asc(auctions.ord)),
    bids: await db.select().from(auctionBids).orderBy(asc(auctionBids.block), asc(auctionBids.logIndex)),
    pending: await db.select().from(pendingPayments).orderBy(asc(pendingPayments.account)),
    sales: await db.select().from(sales).orderBy(asc(sales.block), asc(sales.logIndex)),
    royalties: await db.select().from(royaltyPayments).orderBy(asc(royaltyPayments.block), asc(royaltyPayments.logIndex)),
    assets: (await db.select().from(assets).orderBy(asc(assets.ord))).map(({ id, auction, salePrice, saleAt }) => ({
      id,
      auction,
      salePrice,
      saleAt,
    })),
  }
}

it('auctions are after a reorg what an index from scratch has', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ shared, lost, won }) => {
      const house = createHouse()
      const blocks = [tokens.flatMap(({ facts }) => facts), ...house.blocks(shared)]
      const before = house.branch().blocks(lost)
      const after = house.branch().blocks(won)
      await begin(index)
      for (const [at, facts] of blocks.entries()) await index.commit(at + 1, facts)
      const kept = await standing(index)
      for (const [at, facts] of before.entries()) await index.commit(blocks.length + at + 1, facts, 'lost', at ? 'lost' : 'a')
      await index.store.rewind(index.chain.block(blocks.length).header)
      expect(await standing(index)).toEqual(kept)
      await begin(scratch)
      for (const [at, facts] of blocks.entries()) await scratch.commit(at + 1, facts)
      for (const [at, facts] of after.entries())
        for (const each of [index, scratch]) await each.commit(blocks.length + at + 1, facts, 'won', at ? 'won' : 'a')
      expect(await standing(index)).toEqual(await standing(scratch))
    }),
    { numRuns: 20, endOnFailure: true },
  )
})
