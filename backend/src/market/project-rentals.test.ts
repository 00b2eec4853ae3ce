import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { pad, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, createChainScript, writeToken } from '../testing/token-script.ts'
import { type ChainEvent, type ChainFact, INDEX_VERSION } from '../tokens/ports.ts'
import { setQuotes } from '../tokens/set-quotes.ts'
import { eventLog } from '../worlds/tables.ts'
import { foldTenancies, type TenancyEvent } from './fold-tenancies.ts'
import { projectOrders } from './project-orders.ts'
import { projectRentals } from './project-rentals.ts'
import { createQuoteAssets } from './quote-assets.ts'
import { rentalPayments, tenancies } from './rental-tables.ts'
import { royaltyPayments } from './tables.ts'

const RENTALS = account(78)
const OWNER = account(1)
const SECONDS = 1_700_000_000
const timeOf = (block: number) => SECONDS + block * 12

const letOf = (
  name: 'RentalStarted' | 'RentalExtended',
  tokenId: bigint,
  user: number,
  start: number,
  expires: number,
  changes: Partial<Extract<ChainFact, { name: 'RentalStarted' | 'RentalExtended' }>> = {},
): ChainFact => ({
  name,
  offerHash: pad('0x01', { size: 32 }),
  owner: OWNER,
  renter: account(user),
  user: account(user),
  collection: COLLECTION,
  tokenId,
  start: BigInt(start),
  expires: BigInt(expires),
  currency: zeroAddress,
  price: 100n,
  fee: 2n,
  royalty: 5n,
  royaltyReceiver: account(8),
  custody: false,
  ...changes,
})
const userChanged = (tokenId: bigint, user: `0x${string}`, expires: number): ChainFact => ({
  name: 'UserChanged',
  collection: COLLECTION,
  tokenId,
  standard: 'erc721',
  user,
  expires: BigInt(expires),
})

describe('tenancies of a token', () => {
  const events = (facts: readonly (readonly [number, ChainFact])[]) => {
    const script = createChainScript()
    return facts.map(([block, fact]) => {
      const { raw } = script.block(block, [fact])
      return script.decode(raw[0] as never) as ChainEvent as TenancyEvent
    })
  }
  it('take what is added to them, and begin anew after their time', () => {
    const found = foldTenancies(
      events([
        [1, letOf('RentalStarted', 1n, 2, timeOf(1), timeOf(5))],
        [2, letOf('RentalExtended', 1n, 2, timeOf(5), timeOf(9), { renter: account(3) })],
        [9, letOf('RentalStarted', 1n, 4, timeOf(9), timeOf(12))],
      ]),
    )
    expect(found).toMatchObject([
      { user: account(2), renter: account(2), start: timeOf(1), expires: timeOf(9), endedAt: null },
      { user: account(4), start: timeOf(9), expires: timeOf(12) },
    ])
    expect(found.map(({ payments }) => payments.map(({ renter }) => renter))).toEqual([[account(2), account(3)], [account(4)]])
  })
  it('are ended by their user alone, and not after their time', () => {
    const started = [1, letOf('RentalStarted', 1n, 2, timeOf(1), timeOf(5))] as const
    expect(foldTenancies(events([started, [3, userChanged(1n, zeroAddress, 0)]]))[0]?.endedAt).toBe(timeOf(3))
    expect(foldTenancies(events([started, [5, userChanged(1n, account(9), timeOf(20))]]))[0]?.endedAt).toBeNull()
    expect(foldTenancies(events([started, [3, userChanged(1n, account(2), timeOf(20))]]))[0]).toMatchObject({
      endedAt: null,
      expires: timeOf(20),
    })
  })
  it('end with the clocks where an owner names a time beyond them', () => {
    const started = [1, letOf('RentalStarted', 1n, 2, timeOf(1), timeOf(5))] as const
    const endless = { ...userChanged(1n, account(2), 0), expires: (1n << 64n) - 1n } as ChainFact
    expect(foldTenancies(events([started, [2, endless]]))[0]).toMatchObject({ endedAt: null, expires: 8_640_000_000_000 })
  })
  it('are held until the token is released, whatever its collection says of users', () => {
    const held = { custody: true }
    const facts = [
      [1, letOf('RentalStarted', 1n, 2, timeOf(1), timeOf(5), held)],
      [2, userChanged(1n, account(9), timeOf(90))],
      [6, letOf('RentalStarted', 1n, 3, timeOf(6), timeOf(9), held)],
      [7, { name: 'RentalReturned', collection: COLLECTION, tokenId: 1n, by: account(3), expires: BigInt(timeOf(9)) }],
      [7, { name: 'TokenReleased', collection: COLLECTION, tokenId: 1n, owner: OWNER, to: OWNER }],
    ] as const
    expect(foldTenancies(events(facts.slice(0, 3)))).toMatchObject([
      { held: false, endedAt: null, expires: timeOf(5) },
      { held: true, endedAt: null },
    ])
    expect(foldTenancies(events(facts))[1]).toMatchObject({ held: false, endedAt: timeOf(7) })
  })
})

/** Two branches of blocks that follow the same beginning. */
const histories = fc.record({
  shared: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  lost: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  won: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
})

let index: IndexFixture
let scratch: IndexFixture
let tokens: Awaited<ReturnType<typeof writeToken>>[]
beforeAll(async () => {
  const quoteAssets = createQuoteAssets({ setQuotes, wrappedEther: account(99), now: () => new Date(1_700_000_000_000) })
  const start = async () => {
    let fixture: IndexFixture | undefined
    const decode = (raw: Parameters<IndexFixture['chain']['decode']>[0]) => fixture?.chain.decode(raw) ?? null
    fixture = await startIndexFixture([
      projectOrders({ chainId: CHAIN_ID, quoteAssets }),
      projectRentals({ chainId: CHAIN_ID, rentals: RENTALS, decode }),
    ])
    return fixture
  }
  index = await start()
  scratch = await start()
  tokens = []
  for (let at = 0; at < 2; at++) tokens.push(await writeToken(index.content, { name: `Cloak ${at}` }))
})
afterAll(() => Promise.all([index.stop(), scratch.stop()]))

type Use = { user: number; expires: number; held: boolean; owned: boolean }

/** Tokens that are let and given back as they can be. */
function createLending(uses: (Use | null)[] = [null, null]) {
  const factsOf = (block: number, number: number): ChainFact[] => {
    const at = number % 2
    const { tokenId } = tokens[at] as (typeof tokens)[number]
    const use = uses[at] ?? null
    const now = timeOf(block)
    const length = 12 * (1 + (number % 5))
    const user = 10 + (number % 3)
    const released: ChainFact = { name: 'TokenReleased', collection: COLLECTION, tokenId, owner: OWNER, to: OWNER }
    if (!use || use.expires <= now) {
      if (use?.held && number % 3 === 0) {
        uses[at] = null
        return [released]
      }
      const held = use?.held || number % 4 === 0
      uses[at] = { user, expires: now + length, held, owned: false }
      const set = held ? [] : [userChanged(tokenId, account(user), now + length)]
      // The owner gives the token to a friend.
      if (!held && number % 7 === 0) {
        uses[at] = { user, expires: now + length, held, owned: true }
        return set
      }
      return [...set, letOf('RentalStarted', tokenId, user, now, now + length, { custody: held, royalty: BigInt(number % 2) })]
    }
    switch (number % 4) {
      case 0:
      case 1: {
        const expires = use.expires + length
        const set = use.held ? [] : [userChanged(tokenId, account(use.user), expires)]
        const longer = letOf('RentalExtended', tokenId, use.user, use.expires, expires, { custody: use.held, renter: account(user) })
        use.expires = expires
        return [...set, longer]
      }
      case 2: {
        const { expires, held, user: by } = use
        uses[at] = null
        if (!held) return [userChanged(tokenId, zeroAddress, 0)]
        return [{ name: 'RentalReturned', collection: COLLECTION, tokenId, by: account(by), expires: BigInt(expires) }, released]
      }
      default:
        if (use.held) return []
        use.expires += length
        return [userChanged(tokenId, account(use.user), use.expires)]
    }
  }
  return {
    branch: () => createLending(uses.map((use) => use && { ...use })),
    blocks: (first: number, numbers: readonly (readonly number[])[]) =>
      numbers.map((block, at) => block.flatMap((number) => factsOf(first + at, number))),
  }
}

async function begin({ chain, store, database }: IndexFixture): Promise<void> {
  const contracts = {
    market: COLLECTION,
    collection: COLLECTION,
    editions: null,
    factory: null,
    auctions: null,
    reproductions: null,
    worlds: null,
    rentals: RENTALS,
    drops: null,
    currencies: null,
    version: INDEX_VERSION,
  }
  await store.reset({ chainId: CHAIN_ID, genesisHash: chain.block(0).header.hash, ...contracts, deploymentBlock: 1 })
  await database.db.delete(eventLog)
}

async function standing({ database: { db } }: IndexFixture) {
  return {
    tenancies: await db.select().from(tenancies).orderBy(asc(tenancies.ord)),
    payments: await db.select().from(rentalPayments).orderBy(asc(rentalPayments.block), asc(rentalPayments.logIndex)),
    royalties: await db.select().from(royaltyPayments).orderBy(asc(royaltyPayments.block), asc(royaltyPayments.logIndex)),
  }
}

it('tells once of a tenancy that its user ended, whatever the owner does with the user in the same block', async () => {
  await begin(index)
  const [{ facts, tokenId }] = tokens as [(typeof tokens)[number]]
  await index.commit(1, facts)
  await index.commit(2, [letOf('RentalStarted', tokenId, 10, timeOf(2), timeOf(20))])
  await index.commit(3, [userChanged(tokenId, zeroAddress, 0), userChanged(tokenId, account(15), timeOf(30))])
  await index.commit(4, [userChanged(tokenId, account(16), timeOf(40))])
  const told = await index.database.db.select().from(eventLog).where(eq(eventLog.type, 'rental.returned'))
  expect(told.map(({ block, accounts }) => [block, accounts])).toEqual([[3, [account(10), OWNER]]])
})

it('tenancies are after a reorg what an index from scratch has', { timeout: 120_000 }, async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(histories, async ({ shared, lost, won }) => {
      const lending = createLending()
      const blocks = [tokens.flatMap(({ facts }) => facts), ...lending.blocks(2, shared)]
      const before = lending.branch().blocks(blocks.length + 1, lost)
      const after = lending.branch().blocks(blocks.length + 1, won)
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
      const found = await standing(index)
      expect(found).toEqual(await standing(scratch))
      most = Math.max(most, found.tenancies.length)
    }),
    { numRuns: 25, endOnFailure: true },
  )
  // Not vacuous: some history has several.
  expect(most).toBeGreaterThan(2)
})
