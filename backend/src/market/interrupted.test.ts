import { setTimeout as sleep } from 'node:timers/promises'
import type { Step } from '@daedal/protocol/market/api'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { sales } from './tables.ts'

const SALES = 12

/** A killed process leaves the database what a cut connection leaves: whole transactions or nothing. */
describe('an index that is interrupted at any moment', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let killer: pg.Client
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    killer = new pg.Client({ connectionString: server.database.url })
    await killer.connect()
  }, 300_000)
  afterAll(async () => {
    await killer.end()
    await server.stop()
    await chain.stop()
  })

  it('loses no sale, tells none twice, and gives numbers without a gap', async () => {
    const made: { hash: `0x${string}`; steps: Step[] }[] = []
    for (let at = 0; at < SALES; at++) {
      const { tokenId } = await chain.mint(person(1).address)
      const { hash } = await server.make({ by: 1, kind: 'listing', tokenId, price: BigInt(at) + 1n })
      made.push({ hash, steps: (await server.api.fulfillOrder({ hash, filler: person(2).address })).steps })
    }
    let cut = 0
    for (const { steps } of made) {
      await server.walk(2, steps)
      for (let wait = 0; wait < 8; wait++) {
        const { rowCount } = await killer.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
        cut += rowCount ?? 0
        await sleep(40)
      }
    }
    expect(cut).toBeGreaterThan(5)
    await vi.waitFor(
      async () => {
        for (const { hash } of made) expect((await server.api.order(hash)).status.state).toBe('filled')
      },
      { timeout: 30_000, interval: 200 },
    )
    expect(await server.db.select().from(sales)).toHaveLength(SALES)
    const log = await server.events()
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
    const told = log.filter(({ type }) => type === 'order.filled').map(({ data }) => data.orderHash)
    expect(told.toSorted()).toEqual(made.map(({ hash }) => hash).toSorted())
    expect(log.filter(({ type }) => type === 'order.cancelled')).toEqual([])
  })
})
