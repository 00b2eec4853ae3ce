import { type Address, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { ETHER, type RentalActs, useRentals } from '../testing/rentals.ts'

describe('what an account spent and earned', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let rentals: RentalActs
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    rentals = useRentals(chain, server)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const figuresOf = async (account: Address, minBlock = 0) => {
    const { spent, earned, royalties } = await server.api.portfolio(account, { minBlock })
    return { spent: BigInt(spent), earned: BigInt(earned), royalties: BigInt(royalties) }
  }
  const [maker, renter, heir] = [person(1).address, person(2).address, person(3).address]
  const [fee, royalty] = [250n, 750n]
  const leftOf = (price: bigint) => price - (price * (fee + royalty)) / 10_000n

  it('counts rentals in ether and in wrapped ether, beside sales', async () => {
    const tokenId = await rentals.minted(1)
    const first = await rentals.rent(2, await rentals.offer(1, tokenId), { days: 2 })
    expect(await figuresOf(renter, first.block)).toEqual({ spent: 2n * ETHER, earned: 0n, royalties: 0n })
    expect(await figuresOf(maker)).toEqual({ spent: 0n, earned: leftOf(2n * ETHER), royalties: (2n * ETHER * royalty) / 10_000n })
    const price = parseEther('0.25')
    const wrapped = await rentals.offer(1, await rentals.minted(1), { currency: chain.deployment.wrappedEther, pricePerDay: price })
    const second = await rentals.rent(2, wrapped)
    expect((await figuresOf(renter, second.block)).spent).toBe(2n * ETHER + price)
    expect((await figuresOf(maker)).earned).toBe(leftOf(2n * ETHER) + leftOf(price))
    const { hash } = await server.make({ by: 1, kind: 'listing', tokenId: await rentals.minted(1), price: ETHER })
    const bought = await server.fill(2, hash)
    expect((await figuresOf(renter, bought)).spent).toBe(3n * ETHER + price)
    expect((await figuresOf(maker)).earned).toBe(leftOf(2n * ETHER) + leftOf(price) + leftOf(ETHER))
  })

  it('goes to who owns the token when its user pays for more days', async () => {
    const tokenId = await rentals.minted(1)
    await rentals.rent(2, await rentals.offer(1, tokenId))
    const before = await figuresOf(maker, (await chain.transfer(maker, heir, tokenId)).block)
    const { block } = await rentals.rent(2, await rentals.offer(3, tokenId, { pricePerDay: 2n * ETHER }))
    expect((await figuresOf(heir, block)).earned).toBe(leftOf(2n * ETHER))
    expect((await figuresOf(maker)).earned).toBe(before.earned)
    const [tenancy] = (await server.api.tenancies({ owner: maker, limit: 1 })).data
    expect(tenancy?.payments.map(({ owner }) => owner)).toEqual([heir, maker])
  })

  it('leaves out other money, which is not worth as much', async () => {
    const before = await figuresOf(renter)
    const currency = await chain.mock('PermitCurrency')
    await currency.send(renter, 'mint', [renter, ETHER])
    await chain.onMarket(person(0).address, 'allowCurrency', [currency.address, true])
    const { block } = await rentals.rent(
      2,
      await rentals.offer(1, await rentals.minted(1), { currency: currency.address, pricePerDay: 1n }),
    )
    expect(await figuresOf(renter, block)).toEqual(before)
  })

  it('is taken back by a reorg', async () => {
    const hash = await rentals.offer(1, await rentals.minted(1))
    const before = await figuresOf(renter)
    const goBack = await chain.remember()
    const { block } = await rentals.rent(2, hash)
    expect((await figuresOf(renter, block)).spent).toBe(before.spent + ETHER)
    await goBack()
    await chain.mine(3)
    await vi.waitFor(async () => expect(await figuresOf(renter)).toEqual(before), { timeout: 10_000, interval: 50 })
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
