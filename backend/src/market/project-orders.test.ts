import { orderKinds } from '@daedal/protocol/market/order'
import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { type Hex, pad, toHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../testing/token-script.ts'
import { type ChainFact, INDEX_VERSION } from '../tokens/ports.ts'
import { setQuotes } from '../tokens/set-quotes.ts'
import { assets } from '../tokens/tables.ts'
import { eventLog } from '../worlds/tables.ts'
import { projectOrders } from './project-orders.ts'
import { createQuoteAssets } from './quote-assets.ts'
import { orders, royaltyPayments, sales } from './tables.ts'

const MAKERS = 3
/** Bits 0 to 3 are spent by whole orders, two that share each; 4 to 6 by orders for units. */
const BITS = 7
const WHOLE = 4
const UNITS = 5n
/** Two orders share each bit; the second of units is for fewer. */
const SIBLINGS = 2
const hashOf = (maker: number, bit: number, sibling = 0): Hex =>
  pad(toHex(BigInt((maker * BITS + bit) * SIBLINGS + sibling + 1)), { size: 32 })
const quantityOf = (bit: number, sibling: number): bigint => (bit < WHOLE ? 0n : UNITS - BigInt(sibling) * 2n)

/** Two branches of blocks; of the first, `kept` stay. */
const histories = fc.record({
  shared: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
  lost: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  won: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
})

describe('the order book after a reorg', () => {
  let index: IndexFixture
  let scratch: IndexFixture
  let tokens: Awaited<ReturnType<typeof writeToken>>[]
  beforeAll(async () => {
    const quoteAssets = createQuoteAssets({ setQuotes, wrappedEther: account(99), now: () => new Date(1_700_000_000_000) })
    const projection = () => projectOrders({ chainId: CHAIN_ID, quoteAssets })
    index = await startIndexFixture([projection()])
    scratch = await startIndexFixture([projection()])
    tokens = []
    for (let at = 0; at < 3; at++) tokens.push(await writeToken(index.content, { name: `Token ${at}` }))
  })
  afterAll(() => Promise.all([index.stop(), scratch.stop()]))

  /** A chain on which only what can happen happens: a spent order is neither filled nor cancelled again. */
  const createWorld = (dead = new Set<Hex>(), epochs = [0n, 0n, 0n], sold = new Map<Hex, bigint>()) => {
    const kill = (maker: number, bits: number[]): number[] =>
      bits.filter((bit) => !dead.has(hashOf(maker, bit)) && dead.add(hashOf(maker, bit)))
    const settlement = (number: number, who: number, bit: number, orderHash: Hex) => ({
      orderHash,
      maker: account(who),
      nonce: { lane: 0n, epoch: 0n, bit },
      seller: account(who),
      buyer: account(9),
      currency: zeroAddress,
      price: BigInt(number % 1_000) + 1n,
      fee: 1n,
    })
    const royalty = { royalty: 1n, royaltyReceiver: account(8) }
    /** Some of the units of an order, or all that are left; the bit is spent with the last. */
    const fillUnits = (number: number, who: number, bit: number): ChainFact[] => {
      const sibling = number % SIBLINGS
      const before = sold.get(hashOf(who, bit)) ?? 0n
      const left = quantityOf(bit, sibling) - before
      if (dead.has(hashOf(who, bit)) || left <= 0n) return []
      const quantity = (BigInt(number) % left) + 1n
      const filled = before + quantity
      sold.set(hashOf(who, bit), filled)
      if (quantity === left) kill(who, [bit])
      const orderHash = hashOf(who, bit, sibling)
      const { tokenId } = tokens[bit % tokens.length] as (typeof tokens)[number]
      return [
        { name: 'UnitsFilled', orderHash, maker: account(who), quantity, filled },
        { name: 'OrderFilled', collection: COLLECTION, tokenId, ...settlement(number, who, bit, orderHash), ...royalty },
      ]
    }
    /** What a number makes happen: a sale, a cancellation, a lane that moves on, a transfer, an approval, a change of the market. */
    const factsOf = (number: number): ChainFact[] => {
      const who = number % MAKERS
      const maker = account(who)
      const token = tokens[Math.floor(number / 3) % tokens.length] as (typeof tokens)[number]
      const bit = Math.floor(number / 7) % BITS
      switch (Math.floor(number / 5) % 7) {
        case 0:
        case 1:
        case 2: {
          if (epochs[who] !== 0n) return []
          if (bit >= WHOLE) return fillUnits(number, who, bit)
          if (!kill(who, [bit]).length) return []
          const { tokenId } = tokens[bit % tokens.length] as (typeof tokens)[number]
          // Some that the book does not know, and some bundles.
          const sale = settlement(number, who, bit, number % 4 ? hashOf(who, bit) : pad('0x99', { size: 32 }))
          if (number % 3) return [{ name: 'OrderFilled', collection: COLLECTION, tokenId, ...sale, ...royalty }]
          const items = tokens.map((token) => ({ collection: COLLECTION, tokenId: token.tokenId, quantity: 0n }))
          return [{ name: 'BundleFilled', items, royalties: [{ receiver: account(7), amount: 2n }], ...sale }]
        }
        case 3:
          return [{ name: 'OrdersCancelled', maker, lane: 0n, epoch: epochs[who] ?? 0n, bits: kill(who, [bit, (bit + 1) % BITS]) }]
        case 4: {
          const epoch = (epochs[who] ?? 0n) + 1n
          epochs[who] = epoch
          kill(who, [0, 1, 2, 3, 4, 5, 6])
          return [{ name: 'LaneAdvanced', maker, lane: 0n, epoch }]
        }
        case 5:
          return [
            { name: 'Transfer', collection: COLLECTION, standard: 'erc721', tokenId: token.tokenId, from: maker, to: account(number % 5) },
          ]
        default:
          return [number % 2 ? { name: 'ApprovalChanged', owner: maker } : { name: 'MarketChanged' }]
      }
    }
    return {
      branch: () => createWorld(new Set(dead), [...epochs], new Map(sold)),
      blocks: (numbers: readonly (readonly number[])[]) => numbers.map((block) => block.flatMap(factsOf)),
    }
  }

  async function begin(of: IndexFixture): Promise<void> {
    const genesisHash = of.chain.block(0).header.hash
    const contracts = {
      market: COLLECTION,
      collection: COLLECTION,
      editions: null,
      factory: null,
      auctions: null,
      reproductions: null,
      worlds: null,
      rentals: null,
      drops: null,
      currencies: null,
      version: INDEX_VERSION,
    }
    await of.store.reset({ chainId: CHAIN_ID, genesisHash, ...contracts, deploymentBlock: 1 })
    const { db } = of.database
    await db.delete(orders)
    await db.delete(eventLog)
    const places = Array.from({ length: MAKERS * BITS * SIBLINGS }, (_, at) => ({
      maker: Math.floor(at / SIBLINGS / BITS),
      bit: Math.floor(at / SIBLINGS) % BITS,
      sibling: at % SIBLINGS,
    }))
    await db.insert(orders).values(
      places.map(({ maker, bit, sibling }) => ({
        hash: hashOf(maker, bit, sibling),
        quantity: quantityOf(bit, sibling).toString(),
        kind: orderKinds.indexOf('listing'),
        maker: account(maker),
        taker: zeroAddress,
        collection: COLLECTION,
        tokenId: (tokens[bit % tokens.length] as (typeof tokens)[number]).tokenId.toString(),
        currency: zeroAddress,
        price: String(100 + maker * BITS + bit),
        endPrice: String(100 + maker * BITS + bit),
        startTime: '0',
        endTime: '9999999999',
        maxFeeBps: 500,
        maxRoyaltyBps: 500,
        lane: '0',
        bit,
        epoch: '0',
        signature: '0x00' as const,
        createdAt: new Date(0),
        state: 'active' as const,
        checkedBlock: 0,
        feeBps: 250,
        royalty: '0',
      })),
    )
  }

  /** Everything that follows from the chain; orders that no event closed are judged again by what the chain says then. */
  async function standing({ database: { db } }: IndexFixture) {
    const book = await db.select().from(orders).orderBy(asc(orders.hash))
    const shown = await db.select().from(assets).orderBy(asc(assets.ord))
    const closed = book.filter(({ closedBy }) => closedBy !== null)
    return {
      sales: await db.select().from(sales).orderBy(asc(sales.block), asc(sales.logIndex), asc(sales.item)),
      royalties: await db.select().from(royaltyPayments).orderBy(asc(royaltyPayments.block), asc(royaltyPayments.logIndex)),
      filled: book.map(({ hash, filled, closedBy }) => [hash, closedBy, filled]),
      closed: closed.map(({ hash, state, reason, closedBy, closedBlock, closedTx }) => ({
        hash,
        state,
        reason,
        closedBy,
        closedBlock,
        closedTx,
      })),
      assets: shown.map(({ tokenId, owner, salePrice, saleAt }) => ({ tokenId, owner, salePrice, saleAt })),
    }
  }

  it('is what an index from scratch has, and marks every order that a lost branch closed', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ shared, lost, won }) => {
        const world = createWorld()
        const blocks = [tokens.flatMap(({ facts }) => facts), ...world.blocks(shared)]
        const before = world.branch().blocks(lost)
        const after = world.branch().blocks(won)
        await begin(index)
        for (const [at, facts] of blocks.entries()) await index.commit(at + 1, facts)
        for (const [at, facts] of before.entries()) await index.commit(blocks.length + at + 1, facts, 'lost', at ? 'lost' : 'a')
        await index.store.rewind(index.chain.block(blocks.length).header)
        const open = await index.database.db.select().from(orders)
        for (const { closedBy, state, dirty } of open) if (closedBy === null && state !== 'active') expect(dirty).toBe(true)
        await begin(scratch)
        for (const [at, facts] of blocks.entries()) await scratch.commit(at + 1, facts)
        for (const [at, facts] of after.entries())
          for (const each of [index, scratch]) await each.commit(blocks.length + at + 1, facts, 'won', at ? 'won' : 'a')
        expect(await standing(index)).toEqual(await standing(scratch))
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
