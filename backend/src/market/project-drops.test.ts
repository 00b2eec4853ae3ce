import { type DropTerms, dropIdOf, itemOfTicket } from '@daedal/protocol/market/drop'
import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { type Hex, keccak256, pad, toHex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../testing/token-script.ts'
import { type ChainFact, INDEX_VERSION } from '../tokens/ports.ts'
import { setQuotes } from '../tokens/set-quotes.ts'
import { assets } from '../tokens/tables.ts'
import { eventLog } from '../worlds/tables.ts'
import { dropSteps, drops, dropTickets } from './drop-tables.ts'
import { projectDrops } from './project-drops.ts'
import { projectOrders } from './project-orders.ts'
import { projectPayments } from './project-payments.ts'
import { createQuoteAssets } from './quote-assets.ts'
import { pendingPayments, royaltyPayments, sales } from './tables.ts'

const DROPS = account(78)
const CREATOR = account(1)
const SUPPLY = 9

/** Two branches of blocks that follow the same beginning. */
const branch = fc.array(fc.array(fc.nat(), { maxLength: 5 }), { minLength: 1, maxLength: 6 })
const histories = fc.record({ shared: branch, lost: branch, won: branch })

let index: IndexFixture
let scratch: IndexFixture
let tokens: Awaited<ReturnType<typeof writeToken>>[]
beforeAll(async () => {
  const quoteAssets = createQuoteAssets({ setQuotes, wrappedEther: account(99), now: () => new Date(1_700_000_000_000) })
  const projections = () => [
    projectOrders({ chainId: CHAIN_ID, quoteAssets }),
    projectDrops({ chainId: CHAIN_ID, quoteAssets }),
    projectPayments(),
  ]
  index = await startIndexFixture(projections())
  scratch = await startIndexFixture(projections())
  tokens = []
  for (let at = 0; at < 3; at++) tokens.push(await writeToken(index.content, { name: `Item ${at}` }))
})
afterAll(() => Promise.all([index.stop(), scratch.stop()]))

type Made = {
  terms: DropTerms
  purchases: { first: number; quantity: number; buyer: Hex; stage: number }[]
  done: number[]
  ended: boolean
  closed: number
  drawn: boolean
  offset: number | null
}

const termsOf = (salt: number): DropTerms => {
  const stage = { price: 7n, perWallet: 0, cap: 0, allowlistRoot: zeroHash }
  return {
    creator: CREATOR,
    collection: COLLECTION,
    currency: zeroAddress,
    supply: SUPPLY,
    revealBy: salt % 2 ? 3_000n : 0n,
    deliverBy: 5_000n,
    itemsRoot: keccak256('0x01'),
    commitment: salt % 2 ? keccak256('0x02') : zeroHash,
    salt: pad(toHex(salt), { size: 32 }),
    stages: [
      { ...stage, start: 1n, end: 1_000n },
      { ...stage, start: 1_000n, end: 2_000n, price: 9n },
    ],
  }
}

/** A contract of drops in which only what can happen happens. */
function createPaper(made: Made[] = []) {
  const create = (): ChainFact[] => {
    const terms = termsOf(made.length)
    made.push({ terms, purchases: [], done: [], ended: false, closed: 0, drawn: false, offset: made.length % 2 ? null : 0 })
    return [{ name: 'DropCreated', dropId: dropIdOf(terms), terms, feeBps: 250 }]
  }
  const soldOf = ({ purchases }: Made) => purchases.reduce((sum, { quantity }) => sum + quantity, 0)
  const waiting = ({ purchases, done }: Made) =>
    purchases.flatMap((purchase) =>
      Array.from({ length: purchase.quantity }, (_, at) => ({ ...purchase, ticket: purchase.first + at })).filter(
        ({ ticket }) => !done.includes(ticket),
      ),
    )
  const sell = (drop: Made, number: number): ChainFact[] => {
    const quantity = Math.min(1 + (number % 3), SUPPLY - soldOf(drop))
    if (!quantity || drop.ended) return []
    const bought = { first: soldOf(drop), quantity, buyer: account(10 + (number % 4)), stage: number % 2 }
    drop.purchases.push(bought)
    return [{ name: 'TicketsSold', dropId: dropIdOf(drop.terms), ...bought, price: drop.terms.stages[bought.stage]?.price ?? 0n }]
  }
  const deliver = (drop: Made, number: number): ChainFact[] => {
    const [ticket] = waiting(drop)
    if (!ticket || drop.offset === null) return []
    drop.done.push(ticket.ticket)
    const { tokenId } = tokens[number % tokens.length] as (typeof tokens)[number]
    const royalty = BigInt(number % 2)
    const delivered: ChainFact = {
      name: 'TicketDelivered',
      dropId: dropIdOf(drop.terms),
      ticket: ticket.ticket,
      buyer: ticket.buyer,
      item: itemOfTicket(ticket.ticket, drop.offset, SUPPLY),
      tokenId,
      price: drop.terms.stages[ticket.stage]?.price ?? 0n,
      fee: 1n,
      royalty,
      royaltyReceiver: account(8),
    }
    return number % 5
      ? [delivered]
      : [{ name: 'PaymentCredited', contract: DROPS, account: CREATOR, currency: zeroAddress, amount: 6n }, delivered]
  }
  const refund = (drop: Made): ChainFact[] => {
    const [one] = waiting(drop)
    if (!one) return []
    const given = waiting(drop).filter(({ first }) => first === one.first)
    drop.done.push(...given.map(({ ticket }) => ticket))
    const tickets = given.reduce((bits, { ticket }) => bits | (1n << BigInt(ticket - one.first)), 0n)
    return [
      { name: 'TicketsRefunded', dropId: dropIdOf(drop.terms), buyer: one.buyer, first: one.first, tickets, amount: 7n, credited: false },
    ]
  }
  const lead = (drop: Made, number: number): ChainFact[] => {
    const dropId = dropIdOf(drop.terms)
    if (!drop.ended && number % 3 === 0) {
      drop.ended = true
      return [{ name: 'DropSaleEnded', dropId, sold: soldOf(drop) }]
    }
    if (drop.terms.commitment === zeroHash || !drop.ended || drop.offset !== null) return []
    if (!drop.drawn && (drop.closed === 0 || number % 3 === 1)) {
      drop.closed = 100 + (number % 50)
      return [{ name: 'DropClosed', dropId, entropyBlock: BigInt(drop.closed) }]
    }
    if (!drop.drawn) {
      drop.drawn = true
      return [{ name: 'DropDrawn', dropId, entropy: keccak256(toHex(drop.closed)) }]
    }
    drop.offset = number % SUPPLY
    return [{ name: 'DropRevealed', dropId, secret: keccak256('0x03'), offset: drop.offset }]
  }
  const factsOf = (number: number): ChainFact[] => {
    const drop = made[number % Math.max(1, made.length)]
    if (!drop || (made.length < 3 && number % 6 === 0)) return create()
    switch (Math.floor(number / 7) % 8) {
      case 0:
      case 1:
      case 2:
        return sell(drop, number)
      case 3:
      case 4:
        return deliver(drop, number)
      case 5:
      case 6:
        return lead(drop, number)
      default:
        return refund(drop)
    }
  }
  return {
    branch: () => createPaper(structuredClone(made)),
    blocks: (numbers: readonly (readonly number[])[]) => numbers.map((block) => block.flatMap(factsOf)),
  }
}

async function begin({ chain, store, database }: IndexFixture): Promise<void> {
  const none = { editions: null, factory: null, auctions: null, reproductions: null, worlds: null, rentals: null, currencies: null }
  const contracts = { market: COLLECTION, collection: COLLECTION, ...none, drops: DROPS, version: INDEX_VERSION }
  await store.reset({ chainId: CHAIN_ID, genesisHash: chain.block(0).header.hash, ...contracts, deploymentBlock: 1 })
  await database.db.delete(eventLog)
}

async function standing({ database: { db } }: IndexFixture) {
  return {
    drops: await db.select().from(drops).orderBy(asc(drops.ord)),
    steps: await db.select().from(dropSteps).orderBy(asc(dropSteps.block), asc(dropSteps.logIndex)),
    tickets: await db.select().from(dropTickets).orderBy(asc(dropTickets.drop), asc(dropTickets.ticket)),
    pending: await db.select().from(pendingPayments).orderBy(asc(pendingPayments.account)),
    sales: await db.select().from(sales).orderBy(asc(sales.block), asc(sales.logIndex)),
    royalties: await db.select().from(royaltyPayments).orderBy(asc(royaltyPayments.block), asc(royaltyPayments.logIndex)),
    assets: (await db.select().from(assets).orderBy(asc(assets.ord))).map(({ id, salePrice, saleAt }) => ({ id, salePrice, saleAt })),
  }
}

it('drops are after a reorg what an index from scratch has', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ shared, lost, won }) => {
      const paper = createPaper()
      const blocks = [tokens.flatMap(({ facts }) => facts), ...paper.blocks(shared)]
      const before = paper.branch().blocks(lost)
      const after = paper.branch().blocks(won)
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
    { numRuns: 25, endOnFailure: true },
  )
})

/** Commits blocks of facts, and takes them back one by one: each time nothing of the block is left. */
it('every event of a drop is told, kept, and taken back with its block', async () => {
  await begin(index)
  await index.commit(
    1,
    tokens.flatMap(({ facts }) => facts),
  )
  const terms = termsOf(1)
  const dropId = dropIdOf(terms)
  const paid = { price: 7n, fee: 1n, royalty: 2n, royaltyReceiver: account(8) }
  const { tokenId } = tokens[0] as (typeof tokens)[number]
  const history: ChainFact[] = [
    { name: 'DropCreated', dropId, terms, feeBps: 250 },
    { name: 'TicketsSold', dropId, buyer: account(10), stage: 0, first: 0, quantity: 2, price: 7n },
    { name: 'TicketsSold', dropId, buyer: account(11), stage: 1, first: 2, quantity: 1, price: 9n },
    { name: 'DropSaleEnded', dropId, sold: 3 },
    { name: 'DropClosed', dropId, entropyBlock: 40n },
    { name: 'DropClosed', dropId, entropyBlock: 400n },
    { name: 'DropDrawn', dropId, entropy: keccak256('0x05') },
    { name: 'DropRevealed', dropId, secret: keccak256('0x06'), offset: 4 },
    { name: 'TicketDelivered', dropId, ticket: 1, buyer: account(10), item: 5, tokenId, ...paid },
    { name: 'TicketsRefunded', dropId, buyer: account(10), first: 0, tickets: 1n, amount: 7n, credited: true },
    { name: 'ItemTakenBack', collection: COLLECTION, tokenId, creator: CREATOR, to: account(4) },
  ]
  const before: Awaited<ReturnType<typeof standing>>[] = []
  for (const [at, fact] of history.entries()) {
    before.push(await standing(index))
    await index.commit(at + 2, [fact])
  }
  const { db } = index.database
  const [row] = await db.select().from(drops)
  expect(row).toMatchObject({
    id: dropId,
    committed: true,
    sold: 3,
    soldIn: [2, 1],
    delivered: 1,
    refunded: 1,
    ended: true,
    entropyBlock: 400,
    entropy: keccak256('0x05'),
    offset: 4,
  })
  const tickets = await db.select().from(dropTickets).orderBy(asc(dropTickets.ticket))
  expect(tickets.map(({ ticket, first, buyer, price, state }) => [ticket, first, buyer, price, state])).toEqual([
    [0, 0, account(10), '7', 'refunded'],
    [1, 0, account(10), '7', 'delivered'],
    [2, 2, account(11), '9', 'open'],
  ])
  expect(await db.select().from(sales)).toMatchObject([
    { drop: dropId, orderHash: null, auction: null, seller: CREATOR, buyer: account(10), price: '7', fee: '1', royalty: '2' },
  ])
  expect(await db.select().from(royaltyPayments)).toMatchObject([{ drop: dropId, receiver: account(8), amount: '2' }])
  const told = (await db.select().from(eventLog).orderBy(asc(eventLog.seq))).filter(({ type }) => !type.startsWith('asset.'))
  expect(told.map(({ type }) => type)).toEqual([
    'drop.created',
    'drop.sold',
    'drop.sold',
    'drop.ended',
    'drop.closed',
    'drop.closed',
    'drop.drawn',
    'drop.revealed',
    'drop.delivered',
    'royalty.paid',
    'drop.refunded',
    'drop.reclaimed',
  ])
  expect(told.find(({ type }) => type === 'drop.delivered')).toMatchObject({
    asset: tokens[0]?.id,
    accounts: [CREATOR, account(10), account(8)],
    data: { drop: dropId, ticket: 1, item: 5, price: '7', split: { seller: '4', royalty: '2', fee: '1' } },
  })
  expect(told.at(-2)?.data).toMatchObject({ first: 0, tickets: [0], amount: '7', credited: true })
  for (const [at, was] of [...before.entries()].reverse()) {
    await index.store.rewind(index.chain.block(at + 1).header)
    expect(await standing(index), history[at]?.name).toEqual(was)
  }
})
