import { dropCommitment } from '@daedal/protocol/market/drop'
import type { DropQuery } from '@daedal/protocol/market/drop-api'
import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CollectionActs, useCollections } from '../testing/collections.ts'
import { DAY, type DropActs, useDrops } from '../testing/drops.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

/** A busy machine takes seconds to read a block. */
const SOON = { timeout: 20_000 }
const SECRET: Hex = `0x${'5e'.repeat(32)}`
const unknown: Hex = `0x${'00'.repeat(32)}`

describe('drops', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  let drops: DropActs
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    acts = useCollections(chain)
    drops = useDrops(chain, server, acts)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const idsOf = async (query: DropQuery) => (await server.api.drops(query)).data.map(({ id }) => id)

  it('stand in one state at each moment, by which they are found', async () => {
    const { vouchers } = await drops.items(1, 2, 'Found')
    const start = (await drops.now()) + 3_600
    const stages = [{ start: `${start}`, end: `${start + DAY}` }]
    const plain = await drops.layDown(1, vouchers, { stages })
    const secret = await drops.layDown(1, vouchers, { stages, commitment: dropCommitment(SECRET) })
    const both = [secret.id, plain.id]
    const standing = async (expected: Record<Hex, string>) => {
      for (const id of both) {
        const { state } = await server.api.drop(id)
        expect(state).toBe(expected[id])
        for (const asked of ['upcoming', 'live', 'revealing', 'delivering', 'over'] as const)
          expect((await idsOf({ state: asked })).includes(id), `${asked} when ${state}`).toBe(asked === state)
      }
    }
    const become = (state: string) => vi.waitFor(async () => expect((await server.api.drop(secret.id)).state).toBe(state), SOON)
    await standing({ [plain.id]: 'upcoming', [secret.id]: 'upcoming' })
    await chain.pass(3_600)
    await become('live')
    await standing({ [plain.id]: 'live', [secret.id]: 'live' })
    for (const id of both) await drops.buy(2, id)
    await chain.pass(DAY)
    await become('revealing')
    await standing({ [plain.id]: 'delivering', [secret.id]: 'revealing' })
    await drops.publish(1, plain, vouchers)
    await drops.deliver(2, plain.id)
    await chain.pass(7 * DAY)
    await become('over')
    await standing({ [plain.id]: 'over', [secret.id]: 'over' })
    expect(await server.api.drop(secret.id)).toMatchObject({ refundFrom: secret.terms.revealBy, delivered: 0, refunded: 0 })
    expect(await idsOf({ state: ['over', 'live'] })).toEqual(both)
  })

  it('are found by creator, collection and who has tickets, page by page, the newest first', async () => {
    const own = await acts.factory.addressOf(4)
    await acts.send(4, acts.factory.create(4))
    const { vouchers: others } = await drops.items(4, 2, 'Own', own)
    const vouchers = others.map((voucher) => ({ ...voucher, terms: { ...voucher.terms, remixBps: 1_000 } }))
    const made: Hex[] = []
    for (let at = 0; at < 5; at++) made.unshift((await drops.layDown(4, vouchers, at === 2 ? {} : { collection: own })).id)
    const [creator, buyer] = [person(4).address, person(5).address]
    const inOwn = made.filter((_, at) => at !== 2)
    expect(await idsOf({ creator })).toEqual(made)
    expect(await idsOf({ collection: own })).toEqual(inOwn)
    expect(await idsOf({ creator, account: buyer })).toEqual([])
    for (const id of inOwn.slice(0, 2)) await drops.buy(5, id)
    expect(await idsOf({ account: buyer })).toEqual(inOwn.slice(0, 2))
    const seen: Hex[] = []
    let cursor: string | null = null
    do {
      const page = await server.api.drops({ creator, limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.data.map(({ id }) => id))
      cursor = page.page.next
    } while (cursor)
    expect(seen).toEqual(made)
    const { page } = await server.api.drops({ creator, limit: 1 })
    const cursorOf = { cursor: page.next ?? '', creator: buyer }
    await expect(server.api.drops(cursorOf)).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
    // Tokens of a creator's own collection have its terms, or none is minted.
    const odd = (await drops.layDown(4, others, { collection: own })).id
    await server.api.publishDrop(odd, { items: await drops.sign(4, await server.api.drop(odd), others) })
    await drops.buy(5, odd)
    const ask = { account: buyer }
    expect(await server.api.deliverTickets(odd, ask)).toMatchObject({ possible: false, reason: 'TOKENS_TERMS_DIFFER' })
    // A creator's own collection delivers as the shared one does.
    const [id] = inOwn as [Hex]
    const { terms } = await server.api.drop(id)
    await server.api.publishDrop(id, { items: await drops.sign(4, { terms }, vouchers) })
    const block = await drops.deliver(5, id)
    const { data } = await server.api.dropTickets(id, { minBlock: block })
    expect(data).toMatchObject([{ state: 'delivered', buyer, asset: { name: 'Own 0', minted: true } }])
  })

  it('list tickets of everybody and of an account page by page', async () => {
    const { vouchers } = await drops.items(1, 6, 'Ticketed')
    const { id } = await drops.layDown(1, vouchers)
    await drops.buy(2, id, 2)
    await drops.buy(3, id, 2)
    await drops.buy(2, id, 1)
    const account = person(2).address
    const first = await server.api.dropTickets(id, { account, limit: 2 })
    expect(first.data.map(({ ticket, first: of }) => [ticket, of])).toEqual([
      [0, 0],
      [1, 0],
    ])
    const second = await server.api.dropTickets(id, { account, limit: 2, cursor: first.page.next ?? '' })
    expect([second.data.map(({ ticket }) => ticket), second.page.next]).toEqual([[4], null])
    expect((await server.api.dropTickets(id)).data.map(({ ticket }) => ticket)).toEqual([0, 1, 2, 3, 4])
    await expect(server.api.dropTickets(id, { cursor: first.page.next ?? '' })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
  })

  it('that nobody laid down are refused by code everywhere', async () => {
    const ask = { account: person(1).address }
    for (const answer of [
      () => server.api.drop(unknown),
      () => server.api.dropTickets(unknown),
      () => server.api.dropItems(unknown),
      () => server.api.buyTickets(unknown, ask),
      () => server.api.deliverTickets(unknown, ask),
      () => server.api.refundTickets(unknown, ask),
      () => server.api.closeDrop(unknown, ask),
      () => server.api.drawDrop(unknown, ask),
      () => server.api.endDropSale(unknown, ask),
    ])
      await expect(answer()).rejects.toMatchObject({ code: 'MARKET_DROP_UNKNOWN', status: 404 })
    await expect(server.api.drop('0x12')).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
  })

  it('are taken back by a reorg, with what was sold of them', async () => {
    const back = await chain.remember()
    const { vouchers } = await drops.items(1, 2, 'Lost')
    const drop = await drops.layDown(1, vouchers)
    await drops.publish(1, drop, vouchers)
    await drops.buy(2, drop.id)
    await drops.deliver(2, drop.id)
    await back()
    await chain.mine(8)
    await vi.waitFor(() => expect(server.api.drop(drop.id)).rejects.toMatchObject({ code: 'MARKET_DROP_UNKNOWN' }), SOON)
    const told = (await drops.told(drop.id)).map(({ type }) => type)
    expect(told.filter((type) => type === 'drop.delivered.retracted')).toHaveLength(1)
    expect(
      (await server.api.activity({ type: 'drop.delivered', account: person(2).address })).data.map((entry) => entry.drop),
    ).not.toContain(drop.id)
  })
})
