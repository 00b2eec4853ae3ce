import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import { LANE_BITS, unpackNonce } from '@daedal/protocol/market/nonce'
import { rentalOfferFromJson } from '@daedal/protocol/market/rental-offer'
import { LAST_MOMENT } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, getAddress, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { useCollections } from '../testing/collections.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'
import { DAY, ETHER, type RentalActs, useRentals } from '../testing/rentals.ts'
import { rentalSlots } from './rental-tables.ts'

/** Under load the index follows later. */
const until = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000 })

describe('rentals', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let rentals: RentalActs
  let contract: Address
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    rentals = useRentals(chain, server)
    contract = chain.deployment.rentals
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  /** Where an offer stands once what happened is judged. */
  const stands = (hash: Hex, state: string, reason: string | null) =>
    until(async () => expect(await server.api.rentalOffer(hash)).toMatchObject({ state, reason }))

  it('go from an approval and a signature to days that end, which everybody is told of', async () => {
    const { assetCollection } = chain.deployment
    const acts = useCollections(chain)
    const token = await acts.write(server.content, 1, assetCollection, { name: 'A cloak to borrow' })
    const { block: made } = await acts.send(1, acts.mintShared(1, token))
    await server.index.waitFor(made)
    const { tokenId } = token
    const owner = person(1).address
    const prepared = await rentals.prepare(1, tokenId, { minDays: 1, maxDays: 7 })
    expect(prepared.steps).toMatchObject([
      { type: 'approve', spender: contract, amount: null, transaction: { to: assetCollection, value: '0' } },
      { type: 'sign', typedData: { primaryType: 'RentalOffer', domain: { name: 'Daedal Rentals', verifyingContract: contract } } },
    ])
    expect(prepared.split).toMatchObject({ price: `${ETHER}`, royaltyBps: 500, feeBps: 250, royaltyReceiver: owner })
    const signature = await rentals.sign(1, prepared.offer)
    await expect(server.api.publishRentalOffer({ offer: prepared.offer, signature })).rejects.toMatchObject({ code: 'MARKET_NOT_APPROVED' })
    await server.walk(1, prepared.steps)
    const offer = await server.api.publishRentalOffer({ offer: prepared.offer, signature })
    expect(offer).toMatchObject({ hash: prepared.hash, state: 'active', reason: null, user: null, asset: token.id })
    expect(offer.split).toEqual(prepared.split)
    // The same again is the same.
    expect((await server.api.publishRentalOffer({ offer: prepared.offer, signature })).hash).toBe(offer.hash)
    expect((await rentals.prepare(1, tokenId)).steps.map(({ type }) => type)).toEqual(['sign'])

    const { prepared: asked, block } = await rentals.rent(2, offer.hash, { days: 2 })
    const [price, fee, royalty] = [2n * ETHER, ETHER / 20n, ETHER / 10n]
    expect(asked).toMatchObject({ user: person(2).address, renewal: false, custody: false, reason: null })
    expect(Number(asked.expires) - Number(asked.start)).toBe(2 * DAY)
    const split = { seller: `${price - fee - royalty}`, royalty: `${royalty}`, royaltyReceiver: owner, fee: `${fee}` }
    expect(asked.split).toMatchObject({ price: `${price}`, ...split })

    const { data: all } = await server.api.tenancies({ asset: token.id, minBlock: block })
    expect(all).toHaveLength(1)
    const [tenancy] = all
    expect(tenancy).toMatchObject({
      state: 'active',
      owner,
      renter: person(2).address,
      user: person(2).address,
      held: false,
      endedAt: null,
      payments: [
        { offerHash: offer.hash, renter: person(2).address, currency: zeroAddress, split: { price: `${price}`, ...split, feeBps: 250 } },
      ],
    })
    const expires = BigInt(tenancy?.expires ?? 0)
    expect(
      await chain.client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'userExpires', args: [tokenId] }),
    ).toBe(expires)
    expect((await server.api.asset(token.id)).user).toEqual({ account: person(2).address, expires: `${expires}` })
    await until(async () =>
      expect((await server.api.rentalOffer(offer.hash)).user).toEqual({ account: person(2).address, expires: `${expires}` }),
    )
    expect((await server.api.rentalOffers({ asset: token.id, free: true })).data).toEqual([])
    expect((await server.api.rentalOffers({ asset: token.id, free: false, state: 'active' })).data.map(({ hash }) => hash)).toEqual([
      offer.hash,
    ])

    // Nobody else can have it meanwhile; who has it can add days, whoever pays.
    expect(await server.api.rentAsset(offer.hash, { renter: person(3).address, days: 1 })).toMatchObject({
      possible: false,
      reason: 'MARKET_TOKEN_RENTED',
    })
    const { prepared: more, block: later } = await rentals.rent(3, offer.hash, { days: 1, user: person(2).address })
    expect(more).toMatchObject({ renewal: true, start: `${expires}`, expires: `${expires + BigInt(DAY)}` })
    const [longer] = (await server.api.tenancies({ user: person(2).address, minBlock: later })).data
    expect(longer).toMatchObject({ id: tenancy?.id, expires: `${expires + BigInt(DAY)}`, state: 'active' })
    expect(longer?.payments.map(({ renter }) => renter)).toEqual([person(3).address, person(2).address])
    expect(await server.api.rentAsset(offer.hash, { renter: person(2).address, days: 5 })).toMatchObject({ reason: 'MARKET_TERM_TOO_LONG' })

    await chain.pass(3 * DAY + 60)
    await until(async () => expect((await server.api.tenancies({ asset: token.id })).data[0]?.state).toBe('over'))
    expect((await server.api.asset(token.id)).user).toBeNull()
    await until(async () =>
      expect((await server.events()).filter(({ type, asset }) => type === 'rental.expired' && asset === token.id)).toHaveLength(1),
    )
    expect((await rentals.told(offer.hash)).map(({ type }) => type)).toEqual([
      'rental.offered',
      'rental.started',
      'royalty.paid',
      'rental.extended',
      'royalty.paid',
    ])
    const history = await server.api.assetHistory(token.id)
    expect(history.data.find(({ type }) => type === 'rental.started')).toMatchObject({
      from: owner,
      to: person(2).address,
      price: `${price}`,
      split,
    })
    expect((await server.api.portfolio(owner)).royalties).toBe(`${royalty + royalty / 2n}`)
  })

  it('end early when the user says so, and the token can be let again', async () => {
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId, { maxDays: 3 })
    const { block } = await rentals.rent(2, hash, { days: 3 })
    const { data } = await server.api.tenancies({ owner: person(1).address, state: 'active', minBlock: block })
    const tenancy = data.find((one) => one.tokenId === `${tokenId}`)
    expect(tenancy?.state).toBe('active')
    const place = { collection: chain.deployment.assetCollection, tokenId: `${tokenId}` }
    expect(await server.api.giveBack({ account: person(3).address, ...place })).toMatchObject({
      possible: false,
      reason: 'MARKET_NOT_TENANT',
    })
    expect(await server.api.releaseToken({ account: person(1).address, ...place })).toMatchObject({ reason: 'MARKET_TOKEN_NOT_HELD' })
    const answer = await server.api.giveBack({ account: person(2).address, ...place })
    expect(answer.possible).toBe(true)
    const ended = await server.walk(2, answer.steps)
    const after = (await server.api.tenancies({ asset: tenancy?.asset as string, minBlock: ended })).data
    expect(after).toMatchObject([{ id: tenancy?.id, state: 'ended', secondsLeft: 0 }])
    expect((await server.events()).filter(({ type, asset }) => type === 'rental.returned' && asset === tenancy?.asset)).toMatchObject([
      { accounts: [person(2).address, person(1).address], data: { expires: tenancy?.expires } },
    ])
    const again = await rentals.rent(4, hash, { days: 1 })
    const both = (await server.api.tenancies({ asset: tenancy?.asset as string, minBlock: again.block })).data
    expect(both.map(({ state, user }) => [state, user])).toEqual([
      ['active', person(4).address],
      ['ended', person(2).address],
    ])
  })

  it('stay with the token when it is sold, while the offer of the owner before does not', async () => {
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId)
    const { block } = await rentals.rent(2, hash)
    const { data } = await server.api.tenancies({ user: person(2).address, state: 'active', minBlock: block })
    const id = data.find((one) => one.tokenId === `${tokenId}`)?.id
    const moved = await chain.transfer(person(1).address, person(5).address, tokenId)
    await server.index.waitFor(moved.block)
    await stands(hash, 'inactive', 'MARKET_SELLER_NOT_OWNER')
    const asset = (await server.api.rentalOffer(hash)).asset
    expect((await server.api.tenancies({ asset, state: 'active' })).data.map((one) => one.id)).toEqual([id])
    const user = { address: chain.deployment.assetCollection, abi: assetCollectionAbi, functionName: 'userOf', args: [tokenId] } as const
    expect(await chain.client.readContract(user)).toBe(person(2).address)
    // The new owner lets the present user stay longer.
    const other = await rentals.offer(5, tokenId, { pricePerDay: 2n * ETHER })
    const added = await rentals.rent(2, other)
    const [tenancy] = (await server.api.tenancies({ asset, minBlock: added.block })).data
    expect(tenancy?.payments.map(({ offerHash }) => offerHash)).toEqual([other, hash])
  })

  it('let the owner set a user by itself, whose time a payment makes a tenancy', async () => {
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId)
    const { timestamp: time } = await chain.client.getBlock()
    const own = await rentals.setUser(1, tokenId, person(6).address, time + 3_600n)
    await server.index.waitFor(own.block)
    const { asset } = await server.api.rentalOffer(hash)
    await until(async () => expect((await server.api.rentalOffer(hash)).user?.account).toBe(person(6).address))
    expect((await server.api.tenancies({ asset })).data).toEqual([])
    const { block } = await rentals.rent(6, hash)
    const [tenancy] = (await server.api.tenancies({ asset, minBlock: block })).data
    expect(tenancy).toMatchObject({ user: person(6).address, start: `${time + 3_600n}`, expires: `${time + 3_600n + BigInt(DAY)}` })
    // The owner makes it longer for nothing.
    const longer = await rentals.setUser(1, tokenId, person(6).address, time + 10n * BigInt(DAY))
    const [after] = (await server.api.tenancies({ asset, minBlock: longer.block })).data
    expect(after).toMatchObject({ id: tenancy?.id, expires: `${time + 10n * BigInt(DAY)}` })
    // And as long as 64 bits can say, which must stop neither the index nor the judging of offers.
    const endless = await rentals.setUser(1, tokenId, person(6).address, (1n << 64n) - 1n)
    const [last] = (await server.api.tenancies({ asset, minBlock: endless.block })).data
    expect(last).toMatchObject({ id: tenancy?.id, state: 'active', expires: `${LAST_MOMENT}` })
    await until(async () => expect((await server.api.rentalOffer(hash)).user?.expires).toBe(`${LAST_MOMENT}`))
  })

  it('hold the token of a collection that does not keep its users, and give it back to whom it belongs', async () => {
    const foreign = await chain.mock('RentableCollection')
    await foreign.send(person(1).address, 'mint', [person(1).address, 7n])
    const prepared = await rentals.prepare(1, 7n, { collection: foreign.address })
    expect(prepared.steps[0]).toMatchObject({ type: 'approve', spender: contract })
    const hash = await rentals.offer(1, 7n, { collection: foreign.address })
    expect(await server.api.rentalOffer(hash)).toMatchObject({ name: null, image: null, state: 'active' })
    const { prepared: asked, block } = await rentals.rent(2, hash)
    expect(asked.custody).toBe(true)
    expect(await foreign.read('ownerOf', [7n])).toBe(contract)
    const { asset } = await server.api.rentalOffer(hash)
    const [tenancy] = (await server.api.tenancies({ asset, minBlock: block })).data
    expect(tenancy).toMatchObject({ held: true, owner: person(1).address, state: 'active' })
    const place = { collection: foreign.address, tokenId: '7' }
    expect(await server.api.releaseToken({ account: person(3).address, ...place })).toMatchObject({
      possible: false,
      reason: 'MARKET_RENTAL_RUNS',
    })
    await chain.pass(DAY + 60)
    const release = await server.api.releaseToken({ account: person(3).address, ...place })
    expect(release.possible).toBe(true)
    const freed = await server.walk(3, release.steps)
    expect(await foreign.read('ownerOf', [7n])).toBe(person(1).address)
    expect((await server.api.tenancies({ asset, minBlock: freed })).data).toMatchObject([{ held: false, state: 'over' }])
    await stands(hash, 'active', null)
    // Given back by its user before the time is over.
    const again = await rentals.rent(4, hash)
    await server.index.waitFor(again.block)
    const back = await server.api.giveBack({ account: person(4).address, ...place })
    const returned = await server.walk(4, back.steps)
    expect((await server.api.tenancies({ asset, minBlock: returned })).data[0]).toMatchObject({ held: false, state: 'ended' })
    expect((await server.events()).filter((entry) => entry.asset === asset).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['rental.released', 'rental.returned', 'rental.expired']),
    )
  })

  it('are paid in a currency after wrapping and approving, for the renter that was named', async () => {
    const { wrappedEther } = chain.deployment
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId, { currency: wrappedEther, renter: person(3).address, pricePerDay: ETHER / 10n })
    expect(await server.api.rentAsset(hash, { renter: person(2).address, days: 1 })).toMatchObject({ reason: 'MARKET_TAKER_NOT_ALLOWED' })
    const { prepared, block } = await rentals.rent(3, hash)
    expect(prepared.steps.map(({ type }) => type)).toEqual(['wrap', 'approve', 'send'])
    const { asset } = await server.api.rentalOffer(hash)
    expect((await server.api.tenancies({ asset, minBlock: block })).data[0]?.payments[0]?.currency).toBe(getAddress(wrappedEther))
    expect((await server.api.rentalOffers({ renter: person(2).address, asset })).data).toEqual([])
    expect((await server.api.rentalOffers({ renter: person(3).address, asset })).data).toHaveLength(1)
  })

  it('are offered until they are cancelled, one token at a time or all of a lane', async () => {
    const [first, second] = [await rentals.minted(1), await rentals.minted(1)]
    const [one, other] = [await rentals.offer(1, first), await rentals.offer(1, second)]
    await expect(server.api.cancelRentalOffer(one, { owner: person(2).address })).rejects.toMatchObject({
      code: 'MARKET_RENTAL_OFFER_UNKNOWN',
    })
    const cancel = await server.api.cancelRentalOffer(one, { owner: person(1).address })
    const block = await server.walk(1, cancel.steps)
    expect(await server.api.rentalOffer(one, { minBlock: block })).toMatchObject({
      state: 'cancelled',
      reason: 'MARKET_ORDER_SPENT',
      transactionHash: expect.stringMatching(/^0x/),
    })
    expect(await server.api.cancelRentalOffer(one, { owner: person(1).address })).toMatchObject({ reason: 'MARKET_ORDER_SPENT' })
    expect(await server.api.rentAsset(one, { renter: person(2).address, days: 1 })).toMatchObject({
      possible: false,
      reason: 'MARKET_ORDER_SPENT',
    })
    await stands(other, 'active', null)
    // Another offer for the token gets another bit, which was never cancelled.
    const anew = await rentals.offer(1, first)
    await stands(anew, 'active', null)
    const all = await rentals.call(1, 'cancelAllOf', [0n])
    expect(await server.api.rentalOffer(other, { minBlock: all.block })).toMatchObject({
      state: 'cancelled',
      reason: 'MARKET_ORDER_EPOCH_PASSED',
    })
    await stands(await rentals.offer(1, second), 'active', null)
  })

  it('go on in the next lane of an owner whose newest one is full, without a look at those before', async () => {
    const owner = person(6).address.toLowerCase() as Address
    const place = { owner, collection: chain.deployment.assetCollection.toLowerCase() as Address, lane: '700' }
    await server.db.insert(rentalSlots).values(Array.from({ length: LANE_BITS }, (_, bit) => ({ ...place, tokenId: String(bit), bit })))
    const { offer } = await rentals.prepare(6, await rentals.minted(6))
    expect(unpackNonce(BigInt(offer.nonce))).toEqual({ lane: 701n, epoch: 0n, bit: 0 })
  })

  it('are taken back by a reorg with everything that follows', async () => {
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId)
    const goBack = await chain.remember()
    const { block } = await rentals.rent(2, hash)
    const cancel = await server.api.cancelRentalOffer(hash, { owner: person(1).address })
    await server.index.waitFor(await server.walk(1, cancel.steps))
    const { asset } = await server.api.rentalOffer(hash)
    expect((await server.api.tenancies({ asset })).data).toHaveLength(1)
    await goBack()
    await chain.mine(3)
    await until(async () => expect((await server.api.tenancies({ asset })).data).toEqual([]))
    await stands(hash, 'active', null)
    expect((await rentals.told(hash)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['rental.started.retracted', 'rental.cancelled.retracted']),
    )
    expect(block).toBeGreaterThan(0)
  })

  it('refuse what the contract would, by the same name', async () => {
    const tokenId = await rentals.minted(1)
    const good = await rentals.prepare(1, tokenId)
    await server.walk(1, good.steps)
    const ask = (changes: object) => server.api.prepareRentalOffer({ ...wish, ...changes })
    const wish = { owner: person(1).address, collection: chain.deployment.assetCollection, tokenId: `${tokenId}`, pricePerDay: `${ETHER}` }
    await expect(ask({ minDays: 3, maxDays: 2 })).rejects.toMatchObject({ code: 'MARKET_TERM_INVALID' })
    await expect(ask({ maxDays: 366 })).rejects.toMatchObject({ code: 'MARKET_TERM_INVALID' })
    await expect(ask({ pricePerDay: '0' })).rejects.toMatchObject({ code: 'MARKET_PRICE_ZERO' })
    await expect(ask({ tokenId: '5' })).rejects.toMatchObject({ code: 'MARKET_TOKEN_UNKNOWN' })
    await expect(ask({ owner: person(2).address })).rejects.toMatchObject({ code: 'MARKET_SELLER_NOT_OWNER' })
    await expect(ask({ currency: person(7).address })).rejects.toMatchObject({ code: 'MARKET_CURRENCY_NOT_ALLOWED' })
    await expect(ask({ startTime: `${1n << 64n}` })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    await expect(ask({ pricePerDay: `${1n << 128n}` })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    const signature = await rentals.sign(2, good.offer)
    await expect(server.api.publishRentalOffer({ offer: good.offer, signature })).rejects.toMatchObject({
      code: 'MARKET_SIGNATURE_INVALID',
    })
    await expect(server.api.publishRentalOffer({ offer: good.offer, signature: '0x1234' })).rejects.toMatchObject({
      code: 'MARKET_SIGNATURE_MALFORMED',
    })
    await expect(server.api.publishRentalOffer({ offer: { ...good.offer, nonce: `${1n << 200n}` }, signature })).rejects.toMatchObject({
      code: 'MARKET_NONCE_INVALID',
    })
    await expect(server.api.rentAsset(`0x${'ab'.repeat(32)}`, { renter: person(2).address, days: 1 })).rejects.toMatchObject({
      code: 'MARKET_RENTAL_OFFER_UNKNOWN',
    })
    const hash = await rentals.offer(1, tokenId, { minDays: 2, maxDays: 4 })
    const offer = rentalOfferFromJson((await server.api.rentalOffer(hash)).offer)
    const own = (await server.api.rentalOffer(hash)).signature
    const cases = [
      { renter: 2, dayCount: 1 },
      { renter: 2, dayCount: 5 },
      { renter: 1, dayCount: 2 },
      { renter: 2, dayCount: 2, user: zeroAddress },
      { renter: 2, dayCount: 4 },
    ]
    for (const { renter, dayCount, user = person(renter).address } of cases) {
      const answer = await server.api.rentAsset(hash, { renter: person(renter).address, days: dayCount, user })
      const request = { offer, signature: own, dayCount, user }
      const why = await chain.client.readContract({
        address: contract,
        abi: rentalsAbi,
        functionName: 'why',
        args: [request, person(renter).address],
      })
      expect([dayCount, answer.possible]).toEqual([dayCount, why === '0x'])
    }
  })

  it('take an offer that its owner approved without signing, until it takes that back', async () => {
    const tokenId = await rentals.minted(1)
    const { offer, hash, steps } = await rentals.prepare(1, tokenId)
    await server.walk(1, steps)
    const approved = await rentals.call(1, 'approveOffer', [hash, true])
    await server.index.waitFor(approved.block)
    await server.api.publishRentalOffer({ offer, signature: '0x00' })
    await stands(hash, 'active', null)
    const taken = await rentals.call(1, 'approveOffer', [hash, false])
    await server.index.waitFor(taken.block)
    await stands(hash, 'inactive', 'MARKET_SIGNATURE_INVALID')
  })

  it('sleep while the market is paused, and wake up after it', async () => {
    const tokenId = await rentals.minted(1)
    const hash = await rentals.offer(1, tokenId)
    const { block } = await chain.pause('pause')
    await server.index.waitFor(block)
    await stands(hash, 'inactive', 'MARKET_PAUSED')
    await server.index.waitFor((await chain.pause('unpause')).block)
    await stands(hash, 'active', null)
  })

  it('come page by page, and the same from an index that begins anew', async () => {
    const first = await server.api.rentalOffers({ limit: 2, state: ['active', 'inactive'] })
    const rest = await server.api.rentalOffers({ limit: 100, state: ['active', 'inactive'], cursor: first.page.next as string })
    const every = await server.api.rentalOffers({ limit: 100, state: ['active', 'inactive'] })
    expect([...first.data, ...rest.data].map(({ hash }) => hash)).toEqual(every.data.map(({ hash }) => hash))
    const cheap = await server.api.rentalOffers({ limit: 100, sort: 'price' })
    const prices = cheap.data.map(({ offer }) => BigInt(offer.pricePerDay))
    expect(prices).toEqual([...prices].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    await expect(server.api.rentalOffers({ asset: 'nonsense' })).rejects.toMatchObject({ code: 'TOKENS_ASSET_ID_MALFORMED' })
    const page = await server.api.tenancies({ limit: 1 })
    expect((await server.api.tenancies({ limit: 1, cursor: page.page.next as string })).data).toHaveLength(1)
    const now = await rowsOf(server.db)
    expect(now.tenancies.length).toBeGreaterThan(5)
    expect(await rebuilt(chain, server)).toEqual(now)
  })
})
