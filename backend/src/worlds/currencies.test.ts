import type { CurrencyTransfer } from '@daedal/protocol/worlds/currency-api'
import { type Address, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { useCollections } from '../testing/collections.ts'
import { type CurrencyActs, FEES, GIFTS, QUESTS, REPAIRS, short, useCurrencies, whole } from '../testing/currencies.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { currencyRowsOf, rebuilt } from '../testing/rebuilt.ts'
import { readEvents } from './event-log.ts'

const HOUR = 3_600
const [OPERATOR, SOURCE, PLAYER, RIVAL, SUCCESSOR] = [1, 2, 3, 4, 5] as const
const NOTHING = short('')
const at = (who: number) => person(who).address

let chain: MarketChain
let server: MarketServer
let acts: CurrencyActs
beforeAll(async () => {
  chain = await startMarketChain()
  server = await startMarketServer(chain)
  acts = useCurrencies(chain)
}, 300_000)
afterAll(async () => {
  await server.stop()
  await chain.stop()
})

/** A currency whose faucets one account pours from. */
async function declared(name: string, by: number = OPERATOR) {
  const world = await acts.world.register(by, name)
  const { currency, declaration, sent } = await acts.declaring(by, world, { name })
  await acts.send(by, sent)
  let block = 0
  for (const faucet of [QUESTS, GIFTS]) ({ block } = await acts.send(by, acts.on(currency, 'appoint', [faucet, at(SOURCE)])))
  const pour = (faucet: number, to: number, amount: bigint, memo: Hex = NOTHING) =>
    acts.send(SOURCE, acts.on(currency, 'pour', [faucet, at(to), amount, memo]))
  const drain = (sink: number, from: number, amount: bigint, memo: Hex = NOTHING) =>
    acts.send(from, acts.on(currency, 'drain', [sink, amount, memo]))
  const transfer = (from: number, to: number, amount: bigint) => acts.send(from, acts.on(currency, 'transfer', [at(to), amount]))
  return { world, currency, declaration, block, pour, drain, transfer }
}

/** Types of the entries of the log that a follower of the currency gets. */
const typesOf = async (account: Address) => (await readEvents(server.db, { account, limit: 100 }, 0)).data.map(({ type }) => type)

async function everyTransfer(currency: Address, query: { account?: Address } = {}, limit = 2): Promise<CurrencyTransfer[]> {
  const all: CurrencyTransfer[] = []
  let cursor: string | undefined
  do {
    const { data, page } = await server.api.currencyTransfers(currency, { ...query, limit, ...(cursor && { cursor }) })
    all.push(...data)
    cursor = page.next ?? undefined
  } while (cursor)
  return all
}

describe('currencies of worlds', { timeout: 120_000 }, () => {
  it('are followed from their own block on, with all that was declared', async () => {
    const world = await acts.world.register(OPERATOR, 'Harbour')
    const { currency, declaration, sent } = await acts.declaring(OPERATOR, world)
    const { inOneBlock } = useCollections(chain)
    const block = await inOneBlock(OPERATOR, [
      sent,
      acts.on(currency, 'appoint', [QUESTS, at(OPERATOR)]),
      acts.on(currency, 'pour', [QUESTS, at(PLAYER), 7n, short('first')]),
    ])
    const detail = await server.api.currency(currency, { minBlock: block })
    const { timestamp } = await chain.client.getBlock({ blockNumber: BigInt(block) })
    expect(detail).toMatchObject({
      address: currency,
      name: 'Ember',
      symbol: 'EMB',
      decimals: 18,
      world,
      creator: at(OPERATOR),
      operator: at(OPERATOR),
      cap: `${whole(10_000)}`,
      supply: '7',
      poured: '7',
      drained: '0',
      holders: 1,
      declaredAt: new Date(Number(timestamp) * 1000).toISOString(),
      curve: declaration.curve.map(({ time, most }) => ({ time: `${time}`, most: `${most}` })),
      sinks: [
        { id: REPAIRS, name: short('repairs'), label: 'repairs', drained: '0', drains: 0 },
        { id: FEES, name: short('fees'), label: 'fees', drained: '0', drains: 0 },
      ],
    })
    expect(detail.faucets).toMatchObject([
      {
        id: QUESTS,
        label: 'quests',
        perWindow: `${whole(100)}`,
        perAccount: `${whole(40)}`,
        total: null,
        window: HOUR,
        source: at(OPERATOR),
        poured: '7',
        pours: 1,
      },
      {
        id: GIFTS,
        label: null,
        name: declaration.faucets[GIFTS]?.name,
        total: `${whole(1_200)}`,
        source: null,
        poured: '0',
        left: `${whole(900)}`,
      },
    ])
    const transfers = await server.api.currencyTransfers(currency)
    expect(transfers.data).toMatchObject([
      {
        kind: 'poured',
        from: null,
        to: at(PLAYER),
        amount: '7',
        flow: QUESTS,
        label: 'quests',
        by: at(OPERATOR),
        memo: short('first'),
        memoText: 'first',
        block,
      },
    ])
    await expect(server.api.currency(chain.deployment.market)).rejects.toMatchObject({ code: 'WORLDS_CURRENCY_UNKNOWN', status: 404 })
  })

  it('say now what the contract says now: supply, curve, limits and who may pour', async () => {
    const { currency, pour, drain, transfer } = await declared('Orchard')
    await pour(QUESTS, PLAYER, whole(40))
    await pour(QUESTS, RIVAL, whole(30))
    await pour(GIFTS, PLAYER, whole(600))
    await transfer(PLAYER, RIVAL, whole(5))
    const { block } = await drain(FEES, RIVAL, whole(35))
    const found = await server.api.currency(currency, { minBlock: block })
    const onChain = acts.read(currency)
    expect(BigInt(found.supply)).toBe(await onChain.supply())
    // The service's clock may be some seconds after the newest block's.
    expect(BigInt(found.allowed)).toBe(await onChain.curveAt(Number(found.asOf)))
    for (const faucet of [QUESTS, GIFTS]) {
      const { source, emitted, left, windowEnd } = await onChain.faucetOf(faucet)
      expect(found.faucets[faucet]).toMatchObject({ source, poured: `${emitted}`, left: `${left}`, windowEnds: `${windowEnd}` })
    }
    expect(found.holders).toBe(1)
    const { data } = await server.api.accountCurrencies(at(PLAYER))
    expect(data.find((one) => one.currency.address === currency)).toMatchObject({
      currency: { name: 'Orchard', symbol: 'EMB', decimals: 18 },
      balance: `${await onChain.balanceOf(at(PLAYER))}`,
    })
    expect((await server.api.accountCurrencies(at(RIVAL))).data.map((one) => one.currency.address)).not.toContain(currency)
    // In the next window the faucet has everything again, but never more than is left of its total.
    await chain.pass(25 * HOUR)
    const later = await server.api.currency(currency, { minBlock: block + 1 })
    expect(later.faucets.map(({ left }) => left)).toEqual([`${whole(100)}`, `${whole(600)}`])
  })

  it('can be rebuilt from their movements alone, to the last unit', async () => {
    const { currency, pour, drain, transfer } = await declared('Quarry')
    const pours = [PLAYER, RIVAL, SOURCE].map((to, step) => ({ to: at(to), amount: whole(10 + step), memo: short(`quest ${step}`) }))
    await acts.send(SOURCE, acts.on(currency, 'pourMany', [QUESTS, pours]))
    await pour(GIFTS, RIVAL, whole(300))
    await transfer(RIVAL, PLAYER, 1n)
    await transfer(PLAYER, PLAYER, whole(2))
    await drain(REPAIRS, RIVAL, whole(17), short('roof'))
    await acts.send(RIVAL, acts.on(currency, 'approve', [at(SOURCE), whole(100)]))
    await acts.send(SOURCE, acts.on(currency, 'drainFrom', [FEES, at(RIVAL), whole(50), NOTHING]))
    // Anybody can send nothing, also in the name of others: it is no movement.
    await acts.send(SUCCESSOR, acts.on(currency, 'transferFrom', [at(PLAYER), at(SUCCESSOR), 0n]))
    const { block } = await drain(REPAIRS, PLAYER, 3n)
    await server.index.waitFor(block)
    const movements = await everyTransfer(currency)
    expect(movements).toHaveLength(9)
    const balances = new Map<Address, bigint>()
    const flows = new Map<string, bigint>()
    for (const { kind, from, to, amount, flow } of movements) {
      if (from) balances.set(from, (balances.get(from) ?? 0n) - BigInt(amount))
      if (to) balances.set(to, (balances.get(to) ?? 0n) + BigInt(amount))
      if (flow !== null) flows.set(`${kind} ${flow}`, (flows.get(`${kind} ${flow}`) ?? 0n) + BigInt(amount))
    }
    const onChain = acts.read(currency)
    const supply = [...balances.values()].reduce((sum, balance) => sum + balance, 0n)
    expect(supply).toBe(await onChain.supply())
    expect(supply).toBeGreaterThan(0n)
    for (const [account, balance] of balances) expect(balance, account).toBe(await onChain.balanceOf(account))
    const sums = {
      source: await server.api.currencyFlows(currency, { by: 'source' }),
      sink: await server.api.currencyFlows(currency, { by: 'sink' }),
    }
    for (const faucet of [QUESTS, GIFTS]) {
      expect(flows.get(`poured ${faucet}`)).toBe(await onChain.emittedBy(faucet))
      expect(sums.source.data[faucet]).toMatchObject({
        day: null,
        kind: 'poured',
        id: faucet,
        amount: `${await onChain.emittedBy(faucet)}`,
      })
    }
    for (const sink of [REPAIRS, FEES]) {
      expect(flows.get(`drained ${sink}`)).toBe(await onChain.drainedBy(sink))
      expect(sums.sink.data[sink]).toMatchObject({ day: null, kind: 'drained', id: sink, amount: `${await onChain.drainedBy(sink)}` })
    }
    expect(sums.source.data.map(({ count }) => count)).toEqual([3, 1])
    expect(sums.sink.data.map(({ count }) => count)).toEqual([2, 1])
    expect(movements.find(({ kind, flow }) => kind === 'drained' && flow === FEES)).toMatchObject({
      from: at(RIVAL),
      to: null,
      by: at(SOURCE),
      memo: null,
    })
    expect(movements.find(({ kind }) => kind === 'transferred')).toMatchObject({ flow: null, label: null, by: null, memo: null })
    // The log tells of the same, to who asks for the currency.
    expect(await typesOf(currency)).toEqual([
      'currency.declared',
      'currency.appointed',
      'currency.appointed',
      ...movements.toReversed().map(({ kind }) => `currency.${kind}`),
    ])
    expect((await everyTransfer(currency, { account: at(SOURCE) })).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['poured', `${whole(12)}`],
    ])
  })

  it('tell what flowed on each day', async () => {
    const { currency, pour, drain } = await declared('Terraces')
    await pour(QUESTS, PLAYER, whole(1))
    await pour(QUESTS, PLAYER, whole(2))
    const first = new Date((await acts.now()) * 1000).toISOString().slice(0, 10)
    await chain.pass(2 * 24 * HOUR)
    await drain(REPAIRS, PLAYER, whole(2))
    const { block } = await pour(GIFTS, PLAYER, whole(4))
    const second = new Date((await acts.now()) * 1000).toISOString().slice(0, 10)
    const { data } = await server.api.currencyFlows(currency, { minBlock: block })
    expect(data.map(({ day, kind, id, amount, count }) => [day, kind, id, amount, count])).toEqual([
      [second, 'poured', GIFTS, `${whole(4)}`, 1],
      [second, 'drained', REPAIRS, `${whole(2)}`, 1],
      [first, 'poured', QUESTS, `${whole(3)}`, 2],
    ])
    const within = await server.api.currencyFlows(currency, { from: second, to: second })
    expect(within.data.map(({ day }) => day)).toEqual([second, second])
    const before = await server.api.currencyFlows(currency, { by: 'source', to: first })
    expect(before.data.map(({ amount }) => amount)).toEqual([`${whole(3)}`, '0'])
    for (const query of [
      { from: second, to: first },
      { from: '2020-01-01', to: '2022-01-01' },
    ])
      await expect(server.api.currencyFlows(currency, query)).rejects.toMatchObject({ code: 'REQUEST_INVALID', status: 400 })
  })

  it('have no source that a former operator appointed', async () => {
    const { world, currency } = await declared('Ferry')
    await acts.world.handOver(world, OPERATOR, SUCCESSOR)
    const seen = async (block?: number) =>
      (await server.api.currency(currency, block ? { minBlock: block } : {})).faucets.map(({ source }) => source)
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    expect(await seen()).toEqual([null, null])
    const appointed = await acts.send(SUCCESSOR, acts.on(currency, 'appoint', [GIFTS, at(RIVAL)]))
    expect(await seen(appointed.block)).toEqual([null, at(RIVAL)])
    expect((await acts.read(currency).faucetOf(GIFTS)).source).toBe(at(RIVAL))
    const dismissed = await acts.send(SUCCESSOR, acts.on(currency, 'appoint', [GIFTS, zeroAddress]))
    expect(await seen(dismissed.block)).toEqual([null, null])
    const { data } = await server.api.currencies({ operator: at(SUCCESSOR) })
    expect(data.map(({ address, creator }) => [address, creator])).toEqual([[currency, at(OPERATOR)]])
  })

  it('are found by world and by who declared them, page by page', async () => {
    const world = await acts.world.register(6, 'Market town')
    const made: Address[] = []
    for (const name of ['One', 'Two', 'Three']) {
      const { currency, sent } = await acts.declaring(6, world, { name })
      const { block } = await acts.send(6, sent)
      await server.index.waitFor(block)
      made.unshift(currency)
    }
    expect((await server.api.currencies({ creator: at(6) })).data.map(({ address }) => address)).toEqual(made)
    const first = await server.api.currencies({ world, limit: 2 })
    expect(first.data.map(({ address }) => address)).toEqual(made.slice(0, 2))
    const cursor = first.page.next as string
    const second = await server.api.currencies({ world, limit: 2, cursor })
    expect(second.data.map(({ address }) => address)).toEqual(made.slice(2))
    expect(second.page.next).toBeNull()
    await expect(server.api.currencies({ cursor })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
  })

  it('go with the block that declared them, and come back otherwise', async () => {
    const world = await acts.world.register(OPERATOR, 'Ruins')
    const restore = await chain.remember()
    const { currency, sent } = await acts.declaring(OPERATOR, world)
    await acts.send(OPERATOR, sent)
    await acts.send(OPERATOR, acts.on(currency, 'appoint', [QUESTS, at(SOURCE)]))
    const lost = await acts.send(SOURCE, acts.on(currency, 'pour', [QUESTS, at(PLAYER), whole(3), NOTHING]))
    expect((await server.api.currency(currency, { minBlock: lost.block })).supply).toBe(`${whole(3)}`)
    await restore()
    const other = await acts.declaring(OPERATOR, world, { name: 'Other' })
    await acts.send(OPERATOR, other.sent)
    await chain.mine(3)
    await vi.waitFor(async () => expect((await server.api.currency(other.currency)).name).toBe('Other'), { timeout: 20_000, interval: 200 })
    await expect(server.api.currency(currency)).rejects.toMatchObject({ code: 'WORLDS_CURRENCY_UNKNOWN' })
    expect((await typesOf(currency)).slice(-3)).toEqual([
      'currency.poured.retracted',
      'currency.appointed.retracted',
      'currency.declared.retracted',
    ])
    await acts.send(OPERATOR, acts.on(other.currency, 'appoint', [QUESTS, at(SOURCE)]))
    const again = await acts.send(SOURCE, acts.on(other.currency, 'pour', [QUESTS, at(PLAYER), whole(4), NOTHING]))
    expect((await server.api.currency(other.currency, { minBlock: again.block })).supply).toBe(`${whole(4)}`)
  })

  it('are the same in an index that begins now', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const here = await currencyRowsOf(server.db)
    expect(here.moved.length).toBeGreaterThan(15)
    expect((await rebuilt(chain, server)).currencies).toEqual(here)
    expect(server.problems).toEqual([])
  })
})
