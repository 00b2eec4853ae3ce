import { dropCommitment, dropOffset, itemOfTicket } from '@daedal/protocol/market/drop'
import { type Address, type Hex, keccak256, toHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CollectionActs, useCollections } from '../testing/collections.ts'
import { DAY, type DropActs, PRICE, useDrops } from '../testing/drops.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'

const [creator, buyer, other] = [person(1).address, person(2).address, person(3).address]
/** A busy machine takes seconds to read a block. */
const SOON = { timeout: 20_000 }
const SECRET = keccak256(toHex('a secret that only a test knows'))

describe('drops', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  let drops: DropActs
  let contract: Address
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    acts = useCollections(chain)
    drops = useDrops(chain, server, acts)
    contract = chain.deployment.drops
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const typesOf = async (id: Hex) => (await drops.told(id)).map(({ type }) => type)

  it('without a secret go from the items to a token with its content, which everybody is told of as of any sale', async () => {
    const { tokens, vouchers } = await drops.items(1, 4, 'Lantern')
    const drop = await drops.layDown(1, vouchers)
    const { id } = drop
    expect(drop).toMatchObject({
      possible: true,
      recipient: contract,
      steps: [{ type: 'send', transaction: { to: contract, value: '0' } }],
    })
    const first = await server.api.drop(id, { minBlock: drop.block, account: buyer })
    expect(first).toMatchObject({
      id,
      state: 'live',
      creator,
      collection: chain.deployment.assetCollection,
      currency: zeroAddress,
      feeBps: 250,
      supply: 4,
      sold: 0,
      stages: [{ price: `${PRICE}`, state: 'live', sold: 0, left: 4 }],
      committed: false,
      revealBy: null,
      offset: 0,
      published: false,
      cover: null,
      items: null,
      terms: drop.terms,
      account: { address: buyer, open: 0, stages: [{ bought: 0, allowance: null, left: 4 }] },
    })
    expect(await drops.publish(1, drop, vouchers)).toEqual({ id, items: 4, lists: 0 })
    const { data: items } = await server.api.dropItems(id)
    expect(items).toMatchObject(
      tokens.map(({ id: asset }, item) => ({ item, asset, name: `Lantern ${item}`, ticket: item, minted: false })),
    )
    expect(items[0]?.image).toMatch(/^\/ipfs\//)
    expect((await server.api.drop(id)).cover).toEqual(items[0])

    const offered = await server.api.buyTickets(id, { account: buyer, quantity: 2 })
    const fee = (PRICE * 250n) / 10_000n
    expect(offered).toMatchObject({ stage: 0, quantity: 2, price: `${PRICE}`, total: `${2n * PRICE}`, fee: `${2n * fee}` })
    expect(offered.steps).toMatchObject([{ type: 'send', transaction: { to: contract, value: `${2n * PRICE}` } }])
    const bought = await server.walk(2, offered.steps)
    const held = await server.api.drop(id, { minBlock: bought, account: buyer })
    expect(held).toMatchObject({ sold: 2, stages: [{ sold: 2, left: 2 }], account: { open: 2, stages: [{ bought: 2, left: 2 }] } })
    const waiting = await server.api.dropTickets(id, { account: buyer })
    expect(waiting.data).toMatchObject([
      { ticket: 0, first: 0, stage: 0, buyer, price: `${PRICE}`, state: 'open', item: 0, asset: { name: 'Lantern 0' }, doneAt: null },
      { ticket: 1, first: 0, item: 1, asset: { asset: tokens[1]?.id } },
    ])

    const answer = await server.api.deliverTickets(id, { account: buyer })
    expect(answer).toMatchObject({ possible: true, tickets: [0, 1], assets: tokens.slice(0, 2).map((token) => token.id) })
    const block = await server.walk(2, answer.steps)
    const asset = tokens[0]?.id ?? ''
    await vi.waitFor(async () => expect(await server.api.asset(asset, { minBlock: block })).toMatchObject({ name: 'Lantern 0' }), SOON)
    expect(await server.api.asset(asset)).toMatchObject({ owner: buyer, creator, lastSale: { price: `${PRICE}`, currency: zeroAddress } })
    const royalty = (PRICE * 500n) / 10_000n
    const split = { seller: `${PRICE - fee - royalty}`, royalty: `${royalty}`, royaltyReceiver: creator, fee: `${fee}` }
    const history = await server.api.assetHistory(asset)
    const sold = { from: creator, to: buyer, price: `${PRICE}`, currency: zeroAddress, split, drop: id, auction: null, orderHash: null }
    expect(history.data.find(({ type }) => type === 'drop.delivered')).toMatchObject(sold)
    expect((await server.api.activity({ type: 'drop.delivered', account: buyer })).data).toHaveLength(2)
    const totals = await server.api.portfolio(creator)
    expect(totals).toMatchObject({ earned: `${2n * (PRICE - fee - royalty)}`, royalties: `${2n * royalty}` })
    expect((await server.api.portfolio(buyer)).spent).toBe(`${2n * PRICE}`)
    const collection = await server.api.collection(chain.deployment.assetCollection)
    expect(collection).toMatchObject({ volume: `${2n * PRICE}`, sales: 2 })
    const after = await server.api.drop(id, { account: buyer })
    expect(after).toMatchObject({ delivered: 2, account: { open: 0, delivered: 2 }, cover: { minted: true } })
    expect(await typesOf(id)).toEqual(['drop.created', 'drop.sold', 'drop.delivered', 'royalty.paid', 'drop.delivered', 'royalty.paid'])
    expect(await server.api.deliverTickets(id, { account: buyer })).toMatchObject({ possible: false, reason: 'MARKET_NO_TICKETS' })
    expect(await server.api.deliverTickets(id, { account: other, tickets: [0, 1] })).toMatchObject({
      possible: false,
      reason: 'MARKET_TICKET_DONE',
    })
    expect(await server.api.deliverTickets(id, { account: other, tickets: [3] })).toMatchObject({ reason: 'MARKET_NO_TICKETS' })
  })

  it('with a secret keep the items to themselves until it is told, and then deliver by what was drawn', async () => {
    const { tokens, vouchers } = await drops.items(1, 5, 'Veiled')
    const drop = await drops.layDown(1, vouchers, { commitment: dropCommitment(SECRET) })
    const { id } = drop
    await drops.publish(1, drop, vouchers)
    const hidden = { published: true, cover: null, items: null, offset: null, committed: true }
    expect(await server.api.drop(id)).toMatchObject({ ...hidden, state: 'live' })
    expect((await server.api.dropItems(id)).data).toEqual([])
    const ask = { account: buyer }
    expect(await server.api.closeDrop(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_NOTHING_SOLD' })
    await drops.buy(2, id, 2)
    const bought = await drops.buy(3, id)
    const tickets = await server.api.dropTickets(id, { minBlock: bought })
    expect(tickets.data.map(({ item, asset }) => [item, asset])).toEqual([0, 1, 2].map(() => [null, null]))
    expect(await server.api.closeDrop(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_SELLS' })
    expect(await server.api.deliverTickets(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_NOT_REVEALED' })
    expect(await server.api.endDropSale(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_NOT_DROP_CREATOR' })
    const ended = await drops.lead('endDropSale', 1, id)
    expect(await server.api.drop(id, { minBlock: ended })).toMatchObject({ ...hidden, state: 'revealing', ended: true })
    expect(await server.api.buyTickets(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_ENDED', steps: [] })
    expect(await server.api.drawDrop(id, ask)).toMatchObject({ possible: false, reason: 'MARKET_DROP_NOT_CLOSED' })
    await drops.lead('closeDrop', 3, id)
    await chain.mine(3)
    const drawn = await drops.lead('drawDrop', 3, id)
    const before = await server.api.drop(id, { minBlock: drawn })
    expect(before).toMatchObject({ ...hidden, state: 'revealing' })
    const block = await chain.client.getBlock({ blockNumber: BigInt(before.entropyBlock ?? 0) })
    expect(before.entropy).toBe(block.hash)
    await expect(drops.reveal(1, drop, keccak256('0x01'))).rejects.toThrow()
    const revealed = await drops.reveal(1, drop, SECRET)
    const offset = dropOffset(SECRET, before.entropy as Hex, 5)
    expect(await server.api.drop(id, { minBlock: revealed })).toMatchObject({ offset, state: 'delivering', cover: { name: 'Veiled 0' } })
    const { data: known } = await server.api.dropTickets(id)
    expect(known.map(({ asset }) => asset?.asset)).toEqual([0, 1, 2].map((ticket) => tokens[itemOfTicket(ticket, offset, 5)]?.id))
    const [item] = (await server.api.dropItems(id)).data
    expect(item?.ticket).toBe((5 - offset) % 5)
    // Anybody delivers anybody's.
    const last = await drops.deliver(7, id, { tickets: [2, 0, 1] })
    const over = await server.api.drop(id, { minBlock: last })
    expect(over).toMatchObject({ state: 'over', delivered: 3 })
    const owner = await server.api.asset(tokens[itemOfTicket(2, offset, 5)]?.id ?? '')
    expect(owner.owner).toBe(other)
  })

  it('give back what was not delivered in time, each purchase once', async () => {
    const { vouchers } = await drops.items(1, 3, 'Late')
    const drop = await drops.layDown(1, vouchers, { commitment: dropCommitment(SECRET), revealSeconds: 7_200, deliverSeconds: DAY })
    const { id } = drop
    await drops.buy(2, id, 2)
    const early = await server.api.refundTickets(id, { account: buyer })
    expect(early).toMatchObject({ possible: false, reason: 'MARKET_REFUND_TOO_SOON', first: 0, amount: `${2n * PRICE}` })
    expect(await server.api.refundTickets(id, { account: other })).toMatchObject({
      reason: 'MARKET_NOTHING_TO_REFUND',
      first: null,
      amount: '0',
    })
    await chain.pass(DAY + 7_200)
    await vi.waitFor(async () => expect((await server.api.drop(id)).state).toBe('over'), SOON)
    const before = await chain.client.getBalance({ address: buyer })
    const block = await drops.refund(7, id, 0)
    expect((await chain.client.getBalance({ address: buyer })) - before).toBe(2n * PRICE)
    const after = await server.api.drop(id, { minBlock: block, account: buyer })
    expect(after).toMatchObject({ refunded: 2, delivered: 0, account: { open: 0, refunded: 2 } })
    expect((await server.api.dropTickets(id)).data).toMatchObject([{ state: 'refunded' }, { state: 'refunded' }])
    expect(await server.api.refundTickets(id, { account: buyer, first: 0 })).toMatchObject({ reason: 'MARKET_NOTHING_TO_REFUND' })
    expect(await typesOf(id)).toEqual(['drop.created', 'drop.sold', 'drop.refunded'])
  })

  it('tell of an item that was minted early, got by nobody, and fetched by its creator', async () => {
    const { tokens, vouchers } = await drops.items(1, 2, 'Stray')
    const drop = await drops.layDown(1, vouchers)
    const [item] = await drops.sign(1, drop, vouchers)
    const [voucher] = vouchers
    if (!item || !voucher) throw new Error('no items')
    const early = await drops.mintEarly(3, drop, voucher, item)
    expect(await server.api.asset(tokens[0]?.id ?? '', { minBlock: early.block })).toMatchObject({ owner: contract })
    const ask = { account: creator, item: 0, to: other }
    await drops.publish(1, drop, vouchers)
    expect((await server.api.dropItems(drop.id)).data.map(({ minted, held }) => [minted, held])).toEqual([
      [true, true],
      [false, false],
    ])
    expect(await server.api.takeItemBack(drop.id, ask)).toMatchObject({ possible: false, reason: 'MARKET_REFUND_TOO_SOON', steps: [] })
    await chain.pass(Number(drop.terms.deliverBy) - (await drops.now()))
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const refusals = [
      { ...ask, account: other },
      { ...ask, item: 1 },
      { ...ask, item: 2 },
    ].map((body) => server.api.takeItemBack(drop.id, body))
    expect((await Promise.all(refusals)).map(({ reason }) => reason)).toEqual([
      'MARKET_NOT_DROP_CREATOR',
      'MARKET_ITEM_NOT_HELD',
      'MARKET_DROP_CONTENTS_MISSING',
    ])
    const back = await server.api.takeItemBack(drop.id, ask)
    expect(back.steps).toMatchObject([{ type: 'send', transaction: { to: contract, value: '0' } }])
    const block = await server.walk(1, back.steps)
    expect((await server.api.dropItems(drop.id, { minBlock: block })).data[0]).toMatchObject({ minted: true, held: false })
    expect(await server.api.asset(tokens[0]?.id ?? '', { minBlock: block })).toMatchObject({ owner: other })
    const told = (await server.events()).find(({ type }) => type === 'drop.reclaimed')
    expect(told).toMatchObject({ asset: tokens[0]?.id, accounts: [creator, other], chain: { block } })
  })

  it('keep what was never revealed their creator’s, and give back only what is a token already', async () => {
    const { tokens, vouchers } = await drops.items(1, 2, 'Never told')
    const drop = await drops.layDown(1, vouchers, { commitment: dropCommitment(SECRET), revealSeconds: 7_200, deliverSeconds: DAY })
    await drops.publish(1, drop, vouchers)
    const [item] = await drops.sign(1, drop, vouchers)
    const [voucher] = vouchers
    if (!item || !voucher) throw new Error('no items')
    await drops.mintEarly(1, drop, voucher, item)
    await chain.pass(Number(drop.terms.deliverBy) - (await drops.now()))
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const ask = { account: creator }
    expect(await server.api.takeItemBack(drop.id, { ...ask, item: 1 })).toMatchObject({ reason: 'MARKET_ITEM_NOT_HELD', steps: [] })
    const { steps } = await server.api.takeItemBack(drop.id, { ...ask, item: 0 })
    const block = await server.walk(1, steps)
    expect(await server.api.asset(tokens[0]?.id ?? '', { minBlock: block })).toMatchObject({ owner: creator, escrow: null })
  })

  it('deliver the others of a batch where the contract refuses one', async () => {
    const { tokens, vouchers } = await drops.items(1, 3, 'One is spoilt')
    const drop = await drops.layDown(1, vouchers)
    await drops.publish(1, drop, vouchers)
    await drops.buy(2, drop.id, 3)
    // The creator mints an item for itself, so that no ticket can get it.
    const [, spoilt] = tokens
    if (!spoilt) throw new Error('no items')
    await acts.send(1, acts.mintShared(1, spoilt))
    const prepared = await server.api.deliverTickets(drop.id, { account: other, tickets: [0, 1, 2] })
    expect(prepared).toMatchObject({ possible: true, tickets: [0, 2], assets: [tokens[0]?.id, tokens[2]?.id] })
    await server.index.waitFor(await server.walk(3, prepared.steps))
    const open = await server.api.dropTickets(drop.id, { state: 'open' })
    expect(open.data.map(({ ticket }) => ticket)).toEqual([1])
    const { data } = await server.api.dropTickets(drop.id, { state: 'delivered', account: buyer, limit: 1 })
    expect(data.map(({ ticket }) => ticket)).toEqual([0])
    expect(await server.api.deliverTickets(drop.id, { account: other, tickets: [1] })).toMatchObject({ possible: false, tickets: [1] })
  })

  it('in wrapped ether ask the buyer to wrap and to approve the contract', async () => {
    const { vouchers } = await drops.items(1, 2, 'Wrapped')
    const drop = await drops.layDown(1, vouchers, { currency: chain.deployment.wrappedEther })
    const answer = await server.api.buyTickets(drop.id, { account: person(5).address })
    expect(answer.steps).toMatchObject([
      { type: 'wrap', amount: `${PRICE}` },
      { type: 'approve', spender: contract, amount: `${PRICE}` },
      { type: 'send', transaction: { to: contract, value: '0' } },
    ])
    const block = await server.walk(5, answer.steps)
    expect(await server.api.drop(drop.id, { minBlock: block })).toMatchObject({ sold: 1 })
  })

  it('pay what an account does not take when it fetches it', async () => {
    const payee = await chain.mock('HostilePayee')
    const { vouchers } = await drops.items(1, 1, 'Unpaid')
    const paid = vouchers.map((voucher) => ({ ...voucher, terms: { ...voucher.terms, royaltyReceiver: payee.address } }))
    const drop = await drops.layDown(1, paid)
    await drops.publish(1, drop, paid)
    await payee.send(person(6).address, 'setMode', [1, zeroAddress, '0x'])
    await drops.buy(2, drop.id)
    const block = await drops.deliver(2, drop.id)
    const royalty = (PRICE * 500n) / 10_000n
    const waits = { payer: 'drops', contract, currency: zeroAddress, amount: `${royalty}` }
    expect((await server.api.pendingPayments(payee.address, { minBlock: block })).data).toEqual([waits])
    await payee.send(person(6).address, 'setMode', [0, zeroAddress, '0x'])
    const ready = await server.api.withdraw(payee.address, { payer: 'drops', currency: zeroAddress })
    expect(ready).toMatchObject({ possible: true, steps: [{ type: 'send', transaction: { to: contract } }] })
  })

  it('are the same in an index from scratch', async () => {
    expect(await rebuilt(chain, server)).toEqual(await rowsOf(server.db))
  })
})
