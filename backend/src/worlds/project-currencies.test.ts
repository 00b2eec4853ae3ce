import fc from 'fast-check'
import { type Address, type Hex, stringToHex, toHex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { currencyRowsOf } from '../testing/rebuilt.ts'
import { account, CHAIN_ID, COLLECTION } from '../testing/token-script.ts'
import { type ChainFact, INDEX_VERSION } from '../tokens/ports.ts'
import { projectCurrencies } from './project-currencies.ts'

const WORLD = toHex(1n, { size: 32 })
const FAUCETS = 2
const SINKS = 2
const nameOf = (text: string): Hex => stringToHex(text, { size: 32 })

const declared = (currency: Address): ChainFact => ({
  name: 'CurrencyDeclared',
  currency,
  world: WORLD,
  creator: account(1),
  declaration: {
    // Bytes that PostgreSQL does not take as text.
    title: `Ember\0`,
    symbol: 'EMB',
    cap: 1_000n,
    curve: [{ time: 2n ** 64n - 1n, most: 1_000n }],
    faucets: ['quests', 'gifts'].map((name) => ({ name: nameOf(name), perWindow: 10n, perAccount: 5n, total: 0n, window: 60 })),
    sinks: ['repairs', 'fees'].map((name) => ({ name: nameOf(name) })),
  },
})

/** Two branches of blocks that follow the same beginning. */
const branch = fc.array(fc.array(fc.nat(), { maxLength: 5 }), { minLength: 1, maxLength: 6 })
const histories = fc.record({ shared: branch, lost: branch, won: branch })

type Ledger = Map<Address, Map<number, bigint>>

/** Currencies that are declared, poured, given away and drained as their contracts would let them be. */
function createEconomy(ledger: Ledger = new Map()) {
  const factOf = (number: number): ChainFact => {
    const made = [...ledger.keys()]
    const currency = made[number % Math.max(1, made.length)]
    if (currency === undefined || number % 11 === 0) {
      const next = account(1_000 + made.length)
      ledger.set(next, new Map())
      return declared(next)
    }
    const balances = ledger.get(currency) as Map<number, bigint>
    const holders = [...balances].filter(([, balance]) => balance > 0n)
    const [from, balance] = holders[number % Math.max(1, holders.length)] ?? [0, 0n]
    const to = 10 + (number % 4)
    const amount = number % 3 === 0 ? balance : balance / 2n
    if (number % 7 === 0)
      return {
        name: 'SourceAppointed',
        currency,
        faucet: number % FAUCETS,
        source: number % 2 ? zeroAddress : account(to),
        operator: account(1),
      }
    if (amount === 0n || number % 2) {
      const poured = BigInt(1 + (number % 5))
      balances.set(to, (balances.get(to) ?? 0n) + poured)
      return {
        name: 'FaucetPoured',
        currency,
        faucet: number % FAUCETS,
        to: account(to),
        memo: zeroHash,
        amount: poured,
        source: account(2),
      }
    }
    balances.set(from, balance - amount)
    if (number % 4 === 0) {
      balances.set(to, (balances.get(to) ?? 0n) + amount)
      return { name: 'CurrencyTransferred', currency, from: account(from), to: account(to), amount }
    }
    return { name: 'SinkDrained', currency, sink: number % SINKS, from: account(from), memo: nameOf('roof'), amount, by: account(from) }
  }
  return {
    branch: () => createEconomy(new Map([...ledger].map(([currency, balances]) => [currency, new Map(balances)]))),
    blocks: (numbers: readonly (readonly number[])[]) => numbers.map((block) => block.map(factOf)),
    /** What everybody has by these books, without those who have nothing. */
    balances: () =>
      [...ledger].flatMap(([currency, balances]) =>
        [...balances].filter(([, balance]) => balance > 0n).map(([holder, balance]) => `${currency} ${account(holder)} ${balance}`),
      ),
  }
}

let index: IndexFixture
let scratch: IndexFixture
beforeAll(async () => {
  index = await startIndexFixture([projectCurrencies()])
  scratch = await startIndexFixture([projectCurrencies()])
})
afterAll(() => Promise.all([index.stop(), scratch.stop()]))

async function begin({ chain, store }: IndexFixture): Promise<void> {
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
    currencies: account(77),
    version: INDEX_VERSION,
  }
  await store.reset({ chainId: CHAIN_ID, genesisHash: chain.block(0).header.hash, ...contracts, deploymentBlock: 1 })
}

const standing = ({ database: { db } }: IndexFixture) => currencyRowsOf(db)

it('currencies are after a reorg what an index from scratch has', { timeout: 120_000 }, async () => {
  let most = 0
  let vanished = false
  await fc.assert(
    fc.asyncProperty(histories, async ({ shared, lost, won }) => {
      const economy = createEconomy()
      const blocks = economy.blocks(shared)
      const before = economy.branch().blocks(lost)
      const winner = economy.branch()
      const after = winner.blocks(won)
      await begin(index)
      for (const [at, facts] of blocks.entries()) await index.commit(at + 1, facts)
      const kept = await standing(index)
      for (const [at, facts] of before.entries()) await index.commit(blocks.length + at + 1, facts, 'lost', at ? 'lost' : 'a')
      const longer = await standing(index)
      await index.store.rewind(index.chain.block(blocks.length).header)
      expect(await standing(index)).toEqual(kept)
      expect(await index.store.made()).toEqual(kept.declared.map(({ address }) => address))
      vanished ||= longer.declared.length > kept.declared.length
      await begin(scratch)
      expect((await standing(scratch)).declared).toEqual([])
      for (const [at, facts] of blocks.entries()) await scratch.commit(at + 1, facts)
      for (const [at, facts] of after.entries())
        for (const each of [index, scratch]) await each.commit(blocks.length + at + 1, facts, 'won', at ? 'won' : 'a')
      const found = await standing(index)
      expect(found).toEqual(await standing(scratch))
      expect(found.balances.map(({ currency, account: holder, balance }) => `${currency} ${holder} ${balance}`).sort()).toEqual(
        winner.balances().sort(),
      )
      most = Math.max(most, found.moved.length)
    }),
    { numRuns: 25, endOnFailure: true },
  )
  // Not vacuous: some history has many movements, and some lost branch had a currency of its own.
  expect(most).toBeGreaterThan(8)
  expect(vanished).toBe(true)
})
