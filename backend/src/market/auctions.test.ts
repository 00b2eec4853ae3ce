import { auctionHouseAbi } from '@daedal/protocol/market/abi.gen'
import { eq } from 'drizzle-orm'
import { type Address, encodeFunctionData, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AuctionActs, ETHER, HOUR, useAuctions } from '../testing/auctions.ts'
import { type CollectionActs, useCollections } from '../testing/collections.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'
import { assets } from '../tokens/tables.ts'

const lower = (address: Address) => address.toLowerCase()

describe('auctions', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  let auctions: AuctionActs
  let house: Address
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    acts = useCollections(chain)
    auctions = useAuctions(chain, server)
    house = chain.deployment.auctionHouse
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const typesOf = async (id: Hex) => (await auctions.told(id)).map(({ type }) => type)

  it('go from an approval to the sale, which everybody is told of as of any other', async () => {
    const collection = chain.deployment.assetCollection
    const token = await acts.write(server.content, 1, collection, { name: 'Under the hammer' })
    await acts.send(1, acts.mintShared(1, token))
    const { tokenId } = token
    const prepared = await auctions.prepare(1, tokenId)
    expect(prepared.steps).toMatchObject([
      { type: 'approve', spender: house, amount: null, transaction: { to: collection, value: '0' } },
      { type: 'send', transaction: { to: house, value: '0' } },
    ])
    expect(prepared.split).toMatchObject({ price: `${ETHER}`, royaltyBps: 500, feeBps: 250, royaltyReceiver: person(1).address })
    const created = await server.walk(1, prepared.steps)
    const { id } = prepared
    const seller = person(1).address
    const first = await server.api.auction(id, { minBlock: created })
    expect(first).toMatchObject({
      id,
      state: 'live',
      asset: token.id,
      name: 'Under the hammer',
      image: expect.stringMatching(/^\/ipfs\//),
      seller,
      quantity: null,
      currency: zeroAddress,
      reserve: `${ETHER}`,
      leastBid: `${ETHER}`,
      secondsToStart: 0,
      highestBid: null,
      bidCount: 0,
      waiting: false,
      closedAt: null,
    })
    expect(first.secondsToEnd).toBeGreaterThan(HOUR - 60)
    expect(first.split).toEqual(prepared.split)

    // The house owns it on chain; whose it is is said all the same.
    const shown = await server.api.asset(token.id)
    expect(shown.owner).toBe(house)
    expect(shown.auction).toMatchObject({ id, seller, reserve: `${ETHER}`, bid: null, outcome: null })
    const portfolio = await server.api.portfolio(seller)
    expect(portfolio.escrowed.map((auction) => auction.id)).toEqual([id])

    await auctions.bid(2, id)
    const second = await auctions.bid(3, id, (ETHER * 3n) / 2n)
    const led = await server.api.auction(id, { minBlock: second })
    expect(led).toMatchObject({
      bidCount: 2,
      highestBid: { bidder: person(3).address, amount: `${(ETHER * 3n) / 2n}` },
      leastBid: `${(ETHER * 3n * 105n) / 200n}`,
    })
    expect(led.bids.data.map(({ bidder }) => bidder)).toEqual([person(3).address, person(2).address])
    const ofHouse = { address: house, abi: auctionHouseAbi, args: [id] } as const
    expect(BigInt(led.leastBid ?? 0)).toBe(await chain.client.readContract({ ...ofHouse, functionName: 'leastBid' }))
    expect((await auctions.held(tokenId))?.bid).toBe(`${(ETHER * 3n) / 2n}`)
    await chain.pass(HOUR)
    await vi.waitFor(async () => expect((await server.api.auction(id)).state).toBe('ended'))
    const block = await auctions.settle(id)

    const price = (ETHER * 3n) / 2n
    const [fee, royalty] = [(price * 250n) / 10_000n, (price * 500n) / 10_000n]
    const sold = await server.api.auction(id, { minBlock: block })
    expect(sold).toMatchObject({ state: 'settled', leastBid: null, secondsToEnd: 0, waiting: false })
    const split = { seller: `${price - fee - royalty}`, royalty: `${royalty}`, royaltyReceiver: seller, fee: `${fee}` }
    expect(sold.split).toMatchObject({ price: `${price}`, ...split })
    const after = await server.api.asset(token.id)
    expect(after).toMatchObject({ owner: person(3).address, auction: null, lastSale: { price: `${price}`, currency: zeroAddress } })
    const history = await server.api.assetHistory(token.id)
    expect(history.data.find(({ type }) => type === 'auction.settled')).toMatchObject({
      from: seller,
      to: person(3).address,
      price: `${price}`,
      currency: zeroAddress,
      split,
      auction: id,
      orderHash: null,
      transactionHash: sold.transactionHash,
    })
    expect(await typesOf(id)).toEqual(['auction.created', 'auction.bid', 'auction.bid', 'auction.settled', 'royalty.paid'])
    expect((await auctions.told(id))[2]?.accounts).toEqual([seller, person(3).address, person(2).address])
    const totals = await server.api.portfolio(seller)
    expect(totals).toMatchObject({ escrowed: [], earned: `${price - fee - royalty}`, royalties: `${royalty}` })
    expect((await server.api.portfolio(person(3).address)).spent).toBe(`${price}`)
    expect(await server.api.collection(collection)).toMatchObject({ volume: `${price}`, sales: 1 })
  })

  it('keep orders of the seller asleep while the house has the token', async () => {
    const tokenId = await auctions.minted(4)
    const { hash } = await server.make({ by: 4, kind: 'listing', tokenId, price: ETHER })
    const { id, block } = await auctions.putUp(4, tokenId)
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_SELLER_NOT_OWNER',
      detail: `The token belongs to ${house}.`,
    })
    await expect(server.prepare({ by: 4, kind: 'listing', tokenId, price: ETHER })).rejects.toMatchObject({
      code: 'MARKET_SELLER_NOT_OWNER',
    })
    const { steps } = await server.api.cancelAuction(id, { account: person(4).address })
    const back = await server.walk(4, steps)
    expect((await server.api.order(hash, { minBlock: back })).status.state).toBe('active')
    expect(await server.api.auction(id)).toMatchObject({ state: 'cancelled', leastBid: null, waiting: false })
    expect(await auctions.held(tokenId)).toBeNull()
  })

  it('are extended by a late bid, which is told, and never beyond their last end', async () => {
    const tokenId = await auctions.minted(1)
    const { id, block } = await auctions.putUp(1, tokenId, { extensionSeconds: 600, maxExtensionSeconds: 700 })
    const { endTime, lastEndTime } = await server.api.auction(id, { minBlock: block })
    expect(BigInt(lastEndTime) - BigInt(endTime)).toBe(700n)
    await chain.pass(HOUR - 100)
    const first = await auctions.bid(2, id)
    const after = await server.api.auction(id, { minBlock: first })
    expect(after.bids.data).toMatchObject([{ extended: true, endTime: after.endTime }])
    expect(BigInt(after.endTime)).toBeGreaterThan(BigInt(endTime))
    await chain.pass(550)
    const last = await server.api.auction(id, { minBlock: await auctions.bid(3, id) })
    expect(last.endTime).toBe(lastEndTime)
    expect(await typesOf(id)).toEqual(['auction.created', 'auction.bid', 'auction.extended', 'auction.bid', 'auction.extended'])
    await chain.pass(700)
    await auctions.settle(id)
  })

  it('in wrapped ether ask the bidder to wrap and to approve the house', async () => {
    const tokenId = await auctions.minted(1)
    const currency = chain.deployment.wrappedEther
    const { id } = await auctions.putUp(1, tokenId, { currency })
    const answer = await server.api.placeBid(id, { bidder: person(5).address })
    expect(answer).toMatchObject({ possible: true, amount: `${ETHER}`, leastBid: `${ETHER}`, estimatedGas: null })
    expect(answer.steps).toMatchObject([
      { type: 'wrap', amount: `${ETHER}` },
      { type: 'approve', spender: house, amount: `${ETHER}` },
      { type: 'send', transaction: { to: house, value: '0' } },
    ])
    await server.walk(5, answer.steps)
    expect(await server.api.placeBid(id, { bidder: person(6).address, amount: `${10n ** 30n}` })).toMatchObject({
      possible: false,
      reason: 'MARKET_BALANCE_TOO_LOW',
      steps: [],
    })
    await chain.pass(HOUR)
    const block = await auctions.settle(id)
    expect((await server.api.auction(id, { minBlock: block })).state).toBe('settled')
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString()))
    expect(row).toMatchObject({ owner: lower(person(5).address), salePrice: `${ETHER}`, saleCurrency: lower(currency) })
  })

  it('of units are several at once, and an asset names the one that ends first', async () => {
    const collection = chain.deployment.editionCollection
    const token = await acts.write(server.content, 1, collection, { name: 'Many under the hammer' })
    await acts.send(1, acts.mintUnits(1, token, 10n, 10n))
    await expect(auctions.prepare(1, token.tokenId, { collection, quantity: '11' })).rejects.toMatchObject({ code: 'MARKET_UNITS_TOO_FEW' })
    await expect(auctions.prepare(1, token.tokenId, { collection })).rejects.toMatchObject({ code: 'MARKET_UNITS_UNAVAILABLE' })
    const late = await auctions.putUp(1, token.tokenId, { collection, quantity: '4', durationSeconds: 2 * HOUR })
    const again = await auctions.prepare(1, token.tokenId, { collection, quantity: '3' })
    expect(again.steps.map(({ type }) => type)).toEqual(['send'])
    expect(BigInt(again.estimatedGas ?? 0)).toBeGreaterThan(100_000n)
    const block = await server.walk(1, again.steps)
    const shown = await server.api.asset(token.id, { minBlock: block })
    expect(shown).toMatchObject({ owner: null, auction: { id: again.id } })
    const list = await server.api.auctions({ asset: token.id, sort: 'ending' })
    expect(list.data.map(({ id, quantity }) => [id, quantity])).toEqual([
      [again.id, '3'],
      [late.id, '4'],
    ])
    await auctions.bid(2, again.id, 9n * ETHER)
    await chain.pass(HOUR)
    await auctions.settle(again.id)
    await chain.pass(HOUR)
    const unsold = await auctions.settle(late.id)
    expect(await server.api.auction(late.id, { minBlock: unsold })).toMatchObject({
      state: 'unsold',
      waiting: false,
      split: { price: `${ETHER}` },
    })
    expect(await server.api.asset(token.id)).toMatchObject({ auction: null, lastSale: { price: `${3n * ETHER}` } })
    const holders = await server.api.assetHolders(token.id)
    expect(holders.data).toEqual([
      { account: person(1).address, units: '7' },
      { account: person(2).address, units: '3' },
    ])
    const [sold] = (await server.api.assetHistory(token.id)).data.filter(({ type }) => type === 'auction.settled')
    expect(sold).toMatchObject({ units: '3', price: `${9n * ETHER}` })
  })

  it('whose asset goes to nobody let the seller have it sent elsewhere', async () => {
    const collection = await chain.mock('GatedCollection')
    const [seller, winner, heir] = [person(1).address, person(2).address, person(3).address]
    await collection.send(seller, 'mint', [seller, 1n])
    const { id } = await auctions.putUp(1, 1n, { collection: collection.address })
    await auctions.bid(2, id)
    for (const account of [seller, winner]) await collection.send(seller, 'refuse', [account, true])
    await chain.pass(HOUR)
    const act = { account: seller }
    expect(await server.api.reclaimAsset(id, act)).toMatchObject({ possible: false, reason: 'MARKET_ASSET_NOT_WAITING' })
    const block = await auctions.settle(id)
    expect(await server.api.auction(id, { minBlock: block })).toMatchObject({
      state: 'failed',
      waiting: true,
      name: null,
      split: { royalty: '0' },
    })
    expect((await server.api.auctions({ waiting: true })).data.map((auction) => auction.id)).toEqual([id])
    expect((await server.api.portfolio(seller)).escrowed).toMatchObject([{ id, waiting: true }])
    expect(await server.api.settleAuction(id, act)).toMatchObject({ possible: false, reason: 'MARKET_AUCTION_CLOSED' })
    expect(await server.api.cancelAuction(id, act)).toMatchObject({ possible: false, reason: 'MARKET_AUCTION_CLOSED' })
    expect(await server.api.reclaimAsset(id, { account: winner })).toMatchObject({ possible: false, reason: 'MARKET_NOT_SELLER' })
    expect(await server.api.reclaimAsset(id, { ...act, to: house })).toMatchObject({ possible: false, reason: 'MARKET_RECEIVER_IS_HOUSE' })
    expect(await server.api.reclaimAsset(id, act)).toMatchObject({ possible: false, reason: 'MARKET_TOKEN_NOT_DELIVERED' })
    const { steps } = await server.api.reclaimAsset(id, { ...act, to: heir })
    const last = await server.walk(1, steps)
    expect(await server.api.auction(id, { minBlock: last })).toMatchObject({ state: 'failed', waiting: false })
    expect((await server.api.portfolio(seller)).escrowed).toEqual([])
    expect(await typesOf(id)).toEqual(['auction.created', 'auction.bid', 'auction.failed', 'auction.reclaimed'])
    await expect(server.api.reclaimAsset(id, act)).rejects.toMatchObject({ code: 'MARKET_AUCTION_UNKNOWN', status: 404 })
  })

  it('show what waits for an account that does not take its money, and how it gets it', async () => {
    const payee = await chain.mock('HostilePayee')
    const tokenId = await auctions.minted(1)
    const { id } = await auctions.putUp(1, tokenId)
    const by = person(6).address
    await payee.send(by, 'setMode', [1, zeroAddress, '0x'])
    const data = encodeFunctionData({ abi: auctionHouseAbi, functionName: 'bid', args: [id, ETHER] })
    const act = (to: Address, value: bigint, call: Hex) => payee.send(by, 'act', [to, value, call])
    await chain.ask('hardhat_setBalance', [payee.address, `0x${(10n * ETHER).toString(16)}`])
    await act(house, ETHER, data)
    const none = await server.api.withdraw(payee.address, { payer: 'auctionHouse', currency: zeroAddress })
    expect(none).toMatchObject({ possible: false, reason: 'MARKET_NOTHING_PENDING', steps: [] })
    const block = await auctions.bid(2, id)
    const waits = { payer: 'auctionHouse', contract: house, currency: zeroAddress, amount: `${ETHER}` }
    expect((await server.api.pendingPayments(payee.address, { minBlock: block })).data).toEqual([waits])
    const stubborn = await server.api.withdraw(payee.address, { payer: 'auctionHouse', currency: zeroAddress })
    expect(stubborn).toMatchObject({ possible: false, reason: 'MARKET_WITHDRAWAL_FAILED' })
    await payee.send(by, 'setMode', [0, zeroAddress, '0x'])
    const ready = await server.api.withdraw(payee.address, { payer: 'auctionHouse', currency: zeroAddress })
    const [step] = ready.steps
    if (step?.type !== 'send') throw new Error('nothing to send')
    const paid = await act(step.transaction.to, 0n, step.transaction.data)
    expect((await server.api.pendingPayments(payee.address, { minBlock: paid.block })).data).toEqual([])
    const ofMarket = await server.api.withdraw(payee.address, { payer: 'market', currency: chain.deployment.wrappedEther })
    expect(ofMarket).toMatchObject({ possible: false, reason: 'MARKET_NOTHING_PENDING' })
  })

  it('open again where a reorg takes the end, the bids or the auction itself away', async () => {
    const [kept, gone] = [await auctions.minted(1), await auctions.minted(1)]
    const { id, block } = await auctions.putUp(1, kept)
    const before = await server.api.auction(id, { minBlock: block })
    await auctions.bid(2, id)
    const takeBack = await chain.remember()
    const lost = await auctions.putUp(1, gone)
    await auctions.bid(3, id)
    await chain.pass(2 * HOUR)
    const settled = await auctions.settle(id)
    expect(await server.api.auction(id, { minBlock: settled })).toMatchObject({ state: 'settled', bidCount: 2 })
    await takeBack()
    await chain.mine(5)
    await vi.waitFor(async () => expect((await server.api.auction(id)).bidCount).toBe(1), { timeout: 10_000, interval: 50 })
    const after = await server.api.auction(id)
    expect(after).toMatchObject({
      endTime: before.endTime,
      highestBid: { bidder: person(2).address },
      closedAt: null,
      transactionHash: null,
    })
    expect(await auctions.held(kept)).toMatchObject({ id, bid: `${ETHER}` })
    await expect(server.api.auction(lost.id)).rejects.toMatchObject({ code: 'MARKET_AUCTION_UNKNOWN' })
    expect(await auctions.held(gone)).toBeNull()
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, kept.toString()))
    expect(row).toMatchObject({ owner: lower(house), saleAt: null })
    expect((await typesOf(id)).filter((type) => type.endsWith('.retracted')).sort()).toEqual([
      'auction.bid.retracted',
      'auction.settled.retracted',
      'royalty.paid.retracted',
    ])
  })

  it('are, in an index from nothing, what they are here', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })), 20_000)
    const scratch = await rebuilt(chain, server)
    expect(scratch).toEqual(await rowsOf(server.db))
    expect(scratch.auctions.length).toBeGreaterThan(7)
    expect(scratch.sales.length).toBeGreaterThan(3)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
