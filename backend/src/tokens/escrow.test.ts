import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AuctionActs, HOUR, useAuctions } from '../testing/auctions.ts'
import { type CollectionActs, useCollections } from '../testing/collections.ts'
import { useDrops } from '../testing/drops.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

describe('what the market holds for somebody', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  let auctions: AuctionActs
  let house: Address
  const [seller, buyer] = [person(1).address, person(2).address]
  const idsOf = async (owner: Address, minBlock = 0) => (await server.api.assets({ owner, minBlock })).data.map(({ id }) => id)
  const ownedBy = async (account: Address) => (await server.api.portfolio(account)).owned
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
  const minted = async (name: string) => {
    const token = await acts.write(server.content, 1, chain.deployment.assetCollection, { name })
    await acts.send(1, acts.mintShared(1, token))
    return token
  }

  it('is its seller’s until an auction is settled, and says where it is', async () => {
    const token = await minted('Put up and sold')
    const { id, block } = await auctions.putUp(1, token.tokenId)
    const { data, total } = await server.api.assets({ owner: seller, minBlock: block })
    const escrow = { by: 'auction', contract: house, owner: seller }
    expect([total, data.map((asset) => [asset.id, asset.owner, asset.escrow])]).toEqual([1, [[token.id, house, escrow]]])
    expect((await server.api.asset(token.id)).escrow).toEqual(escrow)
    expect(await ownedBy(seller)).toBe(1)
    // What has left for the house is nothing a world may take as the seller's.
    expect((await server.api.accountAssets(seller)).data).toEqual([])
    await auctions.bid(2, id)
    await chain.pass(HOUR)
    await vi.waitFor(async () => expect((await server.api.auction(id)).state).toBe('ended'))
    expect(await idsOf(seller)).toEqual([token.id])
    const settled = await auctions.settle(id)
    expect([await idsOf(seller, settled), await idsOf(buyer)]).toEqual([[], [token.id]])
    expect((await server.api.asset(token.id)).escrow).toBeNull()
    expect([await ownedBy(seller), await ownedBy(buyer)]).toEqual([0, 1])
  })

  it('is listed once of units that are partly put up, and of all', async () => {
    const collection = chain.deployment.editionCollection
    const token = await acts.write(server.content, 1, collection, { name: 'In part under the hammer' })
    await acts.send(1, acts.mintUnits(1, token, 5n, 5n))
    await auctions.putUp(1, token.tokenId, { collection, quantity: '2' })
    const all = await auctions.putUp(1, token.tokenId, { collection, quantity: '3' })
    expect(await idsOf(seller, all.block)).toEqual([token.id])
    expect(await ownedBy(seller)).toBe(1)
    expect((await server.api.portfolio(seller)).holdings).toEqual([])
    expect((await server.api.asset(token.id)).escrow).toBeNull()
  })

  it('goes back and forth with a reorg', async () => {
    const token = await minted('Put up in vain')
    const before = await idsOf(seller, Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const { id, block } = await auctions.putUp(1, token.tokenId)
    await server.index.waitFor(block)
    const takeBack = await chain.remember()
    await auctions.bid(2, id)
    await chain.pass(HOUR)
    const settled = await auctions.settle(id)
    expect(await idsOf(seller, settled)).not.toContain(token.id)
    await takeBack()
    await chain.mine(5)
    await vi.waitFor(async () => expect(await idsOf(seller)).toEqual(before), { timeout: 10_000, interval: 50 })
    expect((await server.api.asset(token.id)).escrow).toMatchObject({ by: 'auction', owner: seller })
  })

  it('is nobody’s yet where a drop has it', async () => {
    const drops = useDrops(chain, server, acts)
    const { tokens, vouchers } = await drops.items(1, 1, 'Waits for a buyer')
    const drop = await drops.layDown(1, vouchers)
    const [item] = await drops.sign(1, drop, vouchers)
    const [voucher] = vouchers
    const [token] = tokens
    if (!item || !voucher || !token) throw new Error('no items')
    const { block } = await drops.mintEarly(3, drop, voucher, item)
    const contract = chain.deployment.drops
    expect((await server.api.asset(token.id, { minBlock: block })).escrow).toEqual({ by: 'drop', contract, owner: null })
    expect(await idsOf(seller)).not.toContain(token.id)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
