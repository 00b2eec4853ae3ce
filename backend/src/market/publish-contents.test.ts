import { dropCommitment } from '@daedal/protocol/market/drop'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { type Address, encodeFunctionData, type Hex, keccak256, parseAbi, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY, useCollections } from '../testing/collections.ts'
import { DAY, type DropActs, PRICE, useDrops } from '../testing/drops.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

const actAbi = parseAbi(['function act(address target, uint256 value, bytes data) payable returns (bytes)'])

describe('contents of a drop', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let drops: DropActs
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    drops = useDrops(chain, server, useCollections(chain))
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })

  it('are refused when they are not what the drop was laid down with', async () => {
    const { vouchers } = await drops.items(1, 3, 'Real')
    const { vouchers: others } = await drops.items(1, 3, 'Fake')
    const drop = await drops.layDown(1, vouchers)
    const publish = async (of: readonly Voucher[]) => server.api.publishDrop(drop.id, { items: await drops.sign(1, drop, of) })
    const [first, second, third] = vouchers as [Voucher, Voucher, Voucher]
    for (const [what, of] of Object.entries({
      others,
      'one other': [first, second, others[2] as Voucher],
      'another order': [second, first, third],
      'too few': [first, second],
      'too many': [...vouchers, third],
      'another royalty': [first, second, { ...third, terms: { ...third.terms, royaltyBps: 501 } }],
    }))
      await expect(publish(of), what).rejects.toMatchObject({ code: 'MARKET_DROP_CONTENTS_WRONG', status: 422 })
    const unknown: Hex = `0x${'00'.repeat(32)}`
    const items = await drops.sign(1, drop, vouchers)
    await expect(server.api.publishDrop(unknown, { items })).rejects.toMatchObject({ code: 'MARKET_DROP_UNKNOWN' })
    const [item, ...rest] = items as [(typeof items)[0], ...typeof items]
    const huge = { ...item, voucher: { ...item.voucher, maxSupply: (1n << 128n).toString() } }
    await expect(server.api.publishDrop(drop.id, { items: [huge, ...rest] })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    expect(await server.api.drop(drop.id)).toMatchObject({ published: false, items: null })
  })

  it('are refused when the creator did not let them be minted until the last delivery', async () => {
    const { vouchers } = await drops.items(1, 2, 'Unsigned')
    const drop = await drops.layDown(1, vouchers)
    const publish = (items: Awaited<ReturnType<DropActs['sign']>>) => server.api.publishDrop(drop.id, { items })
    const short = await drops.sign(1, drop, vouchers, BigInt(drop.terms.deliverBy) - 1n)
    await expect(publish(short)).rejects.toMatchObject({ code: 'TOKENS_SIGNATURE_EXPIRED' })
    const endless = await drops.sign(1, drop, vouchers, (1n << 64n) - 1n)
    const beyond = endless.map((item) => ({ ...item, deadline: (1n << 64n).toString() }))
    await expect(publish(beyond)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    const [good, last] = (await drops.sign(1, drop, vouchers)) as [(typeof short)[0], (typeof short)[0]]
    const [, foreign] = (await drops.sign(2, drop, vouchers)) as [(typeof short)[0], (typeof short)[0]]
    for (const [what, signature] of Object.entries({
      'another’s': foreign.signature,
      'of another item': good.signature,
      nothing: '0x' as Hex,
      'of another deadline': endless[1]?.signature as Hex,
    }))
      await expect(publish([good, { ...last, signature }]), what).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_INVALID' })
    const elsewhere = { terms: { ...drop.terms, collection: chain.deployment.editionCollection } }
    await expect(publish(await drops.sign(1, elsewhere, vouchers))).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_INVALID' })
    // Anyone can bring what is right, and bring it again with signatures that are good for longer.
    expect(await publish([good, last])).toMatchObject({ items: 2 })
    expect(await publish(endless)).toMatchObject({ items: 2 })
    await drops.buy(2, drop.id, 2)
    const block = await drops.deliver(2, drop.id)
    expect(await server.api.drop(drop.id, { minBlock: block })).toMatchObject({ delivered: 2 })
  })

  it('may be signed at once, in a tree', async () => {
    const { tokens, vouchers } = await drops.items(1, 5, 'Together')
    const drop = await drops.layDown(1, vouchers)
    const items = await drops.signMany(1, drop, vouchers)
    const swapped = items.map((item, at) => ({ ...item, signature: items[(at + 1) % 5]?.signature as Hex }))
    await expect(server.api.publishDrop(drop.id, { items: swapped })).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_INVALID' })
    expect(await server.api.publishDrop(drop.id, { items })).toMatchObject({ items: 5 })
    await drops.buy(2, drop.id, 5)
    await drops.deliver(2, drop.id)
    expect((await server.api.asset(tokens[4]?.id ?? '')).owner).toBe(person(2).address)
  })

  it('of a creator with a contract are signed as that contract says', async () => {
    const wallet = await chain.mock('ContractWallet')
    const { vouchers: written } = await drops.items(1, 2, 'Contracted')
    const vouchers = written.map((voucher) => ({ ...voucher, terms: { ...voucher.terms, royaltyReceiver: person(1).address } }))
    const prepared = await drops.prepare(1, vouchers, { creator: wallet.address })
    expect(prepared).toMatchObject({ possible: true })
    const [step] = prepared.steps
    if (step?.type !== 'send') throw new Error('nothing to send')
    const args = [step.transaction.to as Address, 0n, step.transaction.data as Hex] as const
    const { block } = await chain.send(person(1).address, {
      to: wallet.address,
      data: encodeFunctionData({ abi: actAbi, functionName: 'act', args }),
    })
    await server.index.waitFor(block)
    const items = (await drops.sign(1, prepared, vouchers)).map((item) => ({ ...item, signature: '0x1234' as Hex }))
    await wallet.send(person(1).address, 'setMode', [1])
    await expect(server.api.publishDrop(prepared.id, { items })).rejects.toMatchObject({ code: 'MARKET_SIGNATURE_INVALID' })
    await wallet.send(person(1).address, 'setMode', [0])
    expect(await server.api.publishDrop(prepared.id, { items })).toMatchObject({ items: 2 })
    await drops.buy(2, prepared.id)
    const delivered = await drops.deliver(2, prepared.id)
    expect(await server.api.drop(prepared.id, { minBlock: delivered })).toMatchObject({ delivered: 1 })
  })

  it('hold the lists, which say who may buy how many', async () => {
    const { vouchers } = await drops.items(1, 6, 'Listed')
    const entries = [2, 3, 4].map((index) => ({ account: person(index).address, allowance: index - 1 }))
    const [listed, stranger] = [person(3).address, person(6).address]
    const drop = await drops.layDown(1, vouchers, {
      stages: [
        { list: entries, perWallet: 5 },
        { cap: 2, price: `${PRICE * 2n}` },
      ],
    })
    const { id } = drop
    const items = await drops.sign(1, drop, vouchers)
    const ask = { account: listed, quantity: 1 }
    expect(await server.api.buyTickets(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_CONTENTS_MISSING' })
    expect((await server.api.drop(id, { account: listed })).account?.stages).toMatchObject([
      { allowance: null, left: 0 },
      { allowance: null, left: 2 },
    ])
    for (const lists of [
      [{ stage: 1, entries }],
      [{ stage: 7, entries }],
      [{ stage: 0, entries: entries.slice(1) }],
      [{ stage: 0, entries: entries.map((entry) => ({ ...entry, allowance: 5 })) }],
      [
        { stage: 0, entries },
        { stage: 0, entries },
      ],
    ])
      await expect(server.api.publishDrop(id, { items, lists })).rejects.toMatchObject({ code: 'MARKET_DROP_CONTENTS_WRONG' })
    expect(await server.api.publishDrop(id, { items, lists: [{ stage: 0, entries }] })).toEqual({ id, items: 6, lists: 1 })
    // Two leaves beside each other may change places without changing the root: what is known stays.
    const [first, second, third] = entries as [(typeof entries)[0], (typeof entries)[0], (typeof entries)[0]]
    await server.api.publishDrop(id, { items, lists: [{ stage: 0, entries: [second, first, third] }] })

    expect(await server.api.buyTickets(id, { account: stranger })).toMatchObject({ possible: false, reason: 'MARKET_NOT_ON_ALLOWLIST' })
    expect(await server.api.buyTickets(id, { ...ask, quantity: 3 })).toMatchObject({ possible: false, reason: 'MARKET_WALLET_LIMIT' })
    await drops.buy(3, id)
    await drops.buy(2, id)
    expect((await server.api.drop(id, { account: listed })).account?.stages).toMatchObject([{ bought: 1, allowance: 2, left: 1 }, {}])
    expect(await server.api.buyTickets(id, { ...ask, quantity: 2 })).toMatchObject({ possible: false, reason: 'MARKET_WALLET_LIMIT' })
    expect(await server.api.buyTickets(id, { ...ask, quantity: 0 })).toMatchObject({ possible: false, reason: 'MARKET_TICKET_QUANTITY' })
    expect(await server.api.buyTickets(id, { ...ask, quantity: 65 })).toMatchObject({ possible: false, reason: 'MARKET_TICKET_QUANTITY' })
    expect(await server.api.buyTickets(id, { ...ask, stage: 1 })).toMatchObject({ possible: false, reason: 'MARKET_DROP_STAGE_CLOSED' })
    expect(await server.api.buyTickets(id, { ...ask, stage: 2 })).toMatchObject({ possible: false, reason: 'MARKET_DROP_STAGE_UNKNOWN' })
    await chain.pause('pause')
    expect(await server.api.buyTickets(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_PAUSED' })
    await chain.pause('unpause')
    await chain.pass(DAY)
    const open = await server.api.buyTickets(id, { account: stranger, quantity: 3 })
    expect(open).toMatchObject({ possible: false, reason: 'MARKET_TICKETS_TOO_FEW', stage: 1, price: `${PRICE * 2n}` })
    await drops.buy(6, id, 2)
    expect(await server.api.buyTickets(id, { account: stranger })).toMatchObject({ possible: false, reason: 'MARKET_TICKETS_TOO_FEW' })
    await chain.pass(DAY)
    expect(await server.api.buyTickets(id, { account: stranger })).toMatchObject({ stage: null, reason: 'MARKET_DROP_STAGE_CLOSED' })
  })

  it('are asked for before a delivery, and nothing is prepared that cannot be', async () => {
    const { vouchers } = await drops.items(1, 2, 'Missing')
    const drop = await drops.layDown(1, vouchers)
    await drops.buy(2, drop.id)
    const answer = await server.api.deliverTickets(drop.id, { account: person(2).address })
    expect(answer).toMatchObject({ possible: false, reason: 'MARKET_DROP_CONTENTS_MISSING', tickets: [], assets: [], steps: [] })
    const now = await drops.now()
    const refusals: [Parameters<DropActs['prepare']>[2], string][] = [
      [{ stages: [{ start: `${now + 10}`, end: `${now + 10}` }] }, 'MARKET_DROP_STAGE_TIMES'],
      [{ stages: [{ end: `${now + 400 * DAY}` }] }, 'MARKET_DROP_DEADLINE'],
      [{ deliverSeconds: 10 }, 'MARKET_DROP_DEADLINE'],
      [{ commitment: dropCommitment(zeroHash), revealSeconds: 10 }, 'MARKET_DROP_DEADLINE'],
      [{ currency: chain.deployment.drops }, 'MARKET_CURRENCY_NOT_ALLOWED'],
      [{ collection: person(5).address }, 'MARKET_COLLECTION_UNKNOWN'],
      [{ collection: chain.deployment.wrappedEther }, 'MARKET_DROP_COLLECTION_IS_CURRENCY'],
    ]
    for (const [wish, reason] of refusals) expect(await drops.prepare(1, vouchers, wish), reason).toMatchObject({ possible: false, reason })
    const odd = { code: 'REQUEST_INVALID' }
    await expect(drops.prepare(1, vouchers, { stages: [{ end: `${1n << 64n}` }] })).rejects.toMatchObject(odd)
    await expect(drops.prepare(1, vouchers, { stages: [{ price: `${1n << 128n}` }] })).rejects.toMatchObject(odd)
    await expect(drops.prepare(1, vouchers, { deliverSeconds: 2 ** 70 })).rejects.toMatchObject(odd)
    const [first, second] = vouchers as [Voucher, Voucher]
    await expect(drops.prepare(1, [first, second, first])).rejects.toMatchObject({
      ...odd,
      message: 'Items 0 and 2 are of the same record.',
    })
    const bound = { ...second, terms: { ...second.terms, policy: POLICY.soulbound } }
    await expect(drops.prepare(1, [first, bound])).rejects.toMatchObject({ code: 'TOKENS_SOULBOUND' })
    const salt = keccak256('0x07')
    await drops.layDown(1, vouchers, { salt, stages: [{ start: `${now}`, end: `${now + DAY}` }] })
    const twice = await drops.prepare(1, vouchers, { salt, stages: [{ start: `${now}`, end: `${now + DAY}` }] })
    expect(twice).toMatchObject({ possible: false, reason: 'MARKET_DROP_EXISTS' })
  })

  it('of a thousand items are taken whole, and shown page by page', async () => {
    const [model] = (await drops.items(1, 1, 'Many')).vouchers as [Voucher]
    const vouchers = Array.from({ length: 1_024 }, (_, at) => ({
      ...model,
      coreHash: keccak256(`0x${(at + 1).toString(16).padStart(8, '0')}`),
    }))
    const drop = await drops.layDown(1, vouchers)
    const items = await drops.signMany(1, drop, vouchers)
    expect(await server.api.publishDrop(drop.id, { items })).toMatchObject({ items: 1_024 })
    const page = await server.api.dropItems(drop.id, { limit: 100 })
    const next = await server.api.dropItems(drop.id, { limit: 100, ...(page.page.next && { cursor: page.page.next }) })
    expect([page.data.length, next.data[0]?.item]).toEqual([100, 100])
  })
})
