import type { RentalOffer } from '@daedal/protocol/market/rental-offer'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { feeOf, hostileRentable, LOOK, loadRentals, NOBODY, netOf, PER_DAY, royaltyOf, type Taking, TOKEN } from '../fixtures/rentals.ts'
import { DAY, ethers, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const THREE = 3n * PER_DAY
const DEAD = '0x000000000000000000000000000000000000dEaD'

describe('check', () => {
  it('it says what renting would agree on, and moves nothing', async () => {
    const { rentals, collection, tokenId, buyer, creator, offerOf, requestOf, now } = await loadRentals()
    const offer = await offerOf()
    const lease = await rentals.check(await requestOf(offer), buyer.address)
    const start = await now()
    expect([lease.offerHash, lease.start, lease.expires]).to.deep.equal([await rentals.hashOffer(offer), start, start + 3n * DAY])
    expect([lease.renewal, lease.custody, lease.held]).to.deep.equal([false, false, false])
    expect([...lease.shares]).to.deep.equal([THREE, netOf(THREE), royaltyOf(THREE), creator.address, feeOf(THREE)])
    expect(await collection.userOf(tokenId)).to.equal(NOBODY)
  })

  it('it says the same of a renewal', async () => {
    const { rentals, stranger, buyer, offerOf, requestOf, rent, now } = await loadRentals()
    const offer = await offerOf()
    await rent(offer)
    const end = (await now()) + 3n * DAY
    const lease = await rentals.check(await requestOf(offer, { dayCount: 1, user: buyer.address }), stranger.address)
    expect([lease.start, lease.expires, lease.renewal]).to.deep.equal([end, end + DAY, true])
  })

  it('it says the same of a token in custody', async () => {
    const { rentals, foreign, rentalsAddress, seller, stranger, foreignOffer, requestOf, rent, buyer } = await loadRentals()
    const offer = await foreignOffer()
    const terms = async (taking: Taking = {}) => {
      const { renewal, custody, held } = await rentals.check(await requestOf(offer, taking), buyer.address)
      return [renewal, custody, held]
    }
    expect(await terms()).to.deep.equal([false, true, false])
    await rent(offer)
    expect(await terms()).to.deep.equal([true, true, true])
    // What the owner allows no longer matters then.
    await foreign.connect(seller).setApprovalForAll(rentalsAddress, false)
    expect(await terms({ dayCount: 1 })).to.deep.equal([true, true, true])
    await expect(terms({ user: stranger.address })).to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
  })
})

describe('why', () => {
  it('it answers nothing when the token can be rented', async () => {
    const { rentals, wrappedAddress, buyer, offerOf, foreignOffer, requestOf, rent } = await loadRentals()
    for (const offer of [await offerOf(), await foreignOffer(), await offerOf({ currency: wrappedAddress })]) {
      expect(await rentals.why(await requestOf(offer), buyer.address)).to.equal('0x')
      await rent(offer)
    }
  })

  it('it answers what renting reverts with', async () => {
    const scene = await loadRentals()
    const { rentals, rentalsAddress, wrappedEther, market, owner, seller, buyer, stranger, wrappedAddress, moneyAddress } = scene
    const { mint, creator, foreign, offerOf, foreignOffer, requestOf, priceOf, signOffer, rent, now } = scene
    await rent(await foreignOffer({ tokenId: 2n }), { by: stranger })
    await foreign.connect(seller).setUser(3n, stranger.address, (await now()) + 100n * DAY)
    const unapproved = await mint(creator, 'unapproved')
    const without = await deployMock<'mint'>('PlainCollection')
    await without.mint(seller.address, TOKEN)
    const plain = (await without.getAddress()) as Hex
    const ofCreator = await offerOf({ owner: creator.address as Hex, tokenId: unapproved })
    await rentals.connect(seller).cancel(7n, 1n)
    await market.connect(owner).allowCurrency(moneyAddress, false)
    await wrappedEther.connect(buyer).approve(rentalsAddress, 10n * PRICE)
    const dead: [string, RentalOffer, Taking][] = [
      ['MarketOrderExpired', await offerOf({ end: await now() }), {}],
      ['MarketOrderNotStarted', await offerOf({ start: (await now()) + DAY }), {}],
      ['MarketTakerNotAllowed', await offerOf({ renter: stranger.address as Hex }), {}],
      ['MarketMakerIsTaker', await offerOf(), { by: seller }],
      ['MarketFeeTooHigh', await offerOf({ maxFeeBps: 0 }), {}],
      ['MarketRoyaltyTooHigh', await offerOf({ maxRoyaltyBps: 0 }), {}],
      ['MarketPriceZero', await offerOf({ pricePerDay: 0n }), {}],
      ['MarketTermInvalid', await offerOf({ minDays: 0 }), {}],
      ['MarketDaysNotOffered', await offerOf(), { dayCount: 31 }],
      ['MarketTermTooLong', await offerOf({ lastExpiry: await now() }), {}],
      ['MarketUserZero', await offerOf(), { user: NOBODY }],
      ['MarketSignatureInvalid', await offerOf(), { signature: await signOffer(await offerOf({ minDays: 2 })) }],
      ['MarketSignatureMalformed', await offerOf(), { signature: '0x1234' }],
      ['MarketOrderSpent', await offerOf({ nonce: nonceOf(0, 7n) }), {}],
      ['MarketOrderEpochAhead', await offerOf({ nonce: nonceOf(0, 0n, 1n) }), {}],
      ['MarketSellerNotOwner', await offerOf({ tokenId: unapproved }), {}],
      ['MarketNotApproved', ofCreator, { signature: await signOffer(ofCreator, creator) }],
      ['MarketTokenRented', await foreignOffer({ tokenId: 2n }), {}],
      ['MarketTokenRented', await foreignOffer({ tokenId: 3n }), { user: stranger.address }],
      ['MarketCurrencyNotAllowed', await offerOf({ currency: moneyAddress }), {}],
      ['MarketBalanceTooLow', await offerOf({ currency: wrappedAddress, pricePerDay: 50n * PRICE }), {}],
      ['MarketNotApproved', await offerOf({ currency: wrappedAddress, pricePerDay: 4n * PRICE }), {}],
      ['MarketCollectionUnknown', await offerOf({ collection: DEAD }), {}],
      ['MarketNotRentable', await offerOf({ collection: plain, tokenId: TOKEN }), {}],
      ['ERC721NonexistentToken', await foreignOffer({ tokenId: 99n }), {}],
    ]
    for (const [error, offer, taking] of dead) {
      const request = await requestOf(offer, taking)
      const renter = taking.by ?? buyer
      const answer = await rentals.why(request, renter.address)
      const known = error.startsWith('ERC721') ? foreign : rentals
      expect(answer.slice(0, 10), error).to.equal(known.interface.getError(error)?.selector)
      const value = offer.currency === NOBODY ? priceOf(offer, request.dayCount) : 0n
      const sent = await rentals
        .connect(renter)
        .rent.staticCall(request, ethers.MaxUint256, { value })
        .then(
          () => '0x',
          ({ data }: { data?: string }) => data,
        )
      expect(answer, error).to.equal(sent)
    }
    await market.connect(owner).pause()
    expect((await rentals.why(await requestOf(await offerOf()), buyer.address)).slice(0, 10)).to.equal(
      rentals.interface.getError('MarketPaused')?.selector,
    )
  })

  it('it answers MarketReasonMissing for a collection that says nothing', async () => {
    const scene = await loadRentals()
    const { rentals, seller, buyer, offerOf, requestOf } = scene
    const { collection, address } = await hostileRentable(scene)
    await collection.vow(true)
    expect(await rentals.why(await requestOf(await offerOf({ collection: address, tokenId: TOKEN })), buyer.address)).to.equal('0x')
    const mute = (await (await deployMock('Rejecter')).getAddress()) as Hex
    const offer = await offerOf({ owner: seller.address as Hex, collection: mute, tokenId: TOKEN })
    expect(await rentals.why(await requestOf(offer), buyer.address)).to.equal(ethers.id('MarketReasonMissing()').slice(0, 10))
  })
})

describe('tenanciesOf', () => {
  it('it says who uses each token, until when, and where it is', async () => {
    const { rentals, foreign, collectionAddress, tokenId, foreignAddress, seller, buyer, stranger, offerOf, foreignOffer, rent, now } =
      await loadRentals()
    await rent(await offerOf(), { user: stranger.address })
    const first = (await now()) + 3n * DAY
    await rent(await foreignOffer(), { dayCount: 5 })
    const second = (await now()) + 5n * DAY
    await foreign.connect(seller).setUser(2n, stranger.address, second)
    const assets = [
      { collection: foreignAddress, tokenId: TOKEN },
      { collection: foreignAddress, tokenId: 2n },
      { collection: foreignAddress, tokenId: 3n },
      { collection: collectionAddress, tokenId },
      { collection: collectionAddress, tokenId: 77n },
      { collection: foreignAddress, tokenId: TOKEN },
    ]
    const held = [buyer.address, true, second]
    expect((await rentals.tenanciesOf(assets)).map((usage) => [...usage])).to.deep.equal([
      held,
      [stranger.address, false, second],
      [NOBODY, false, 0n],
      [stranger.address, false, first],
      [NOBODY, false, 0n],
      held,
    ])
    expect([...(await rentals.tenanciesOf([]))]).to.deep.equal([])
  })

  it('it says nobody from the very second, and of a collection whose tokens keep their user in name', async () => {
    const scene = await loadRentals()
    const { rentals, collectionAddress, tokenId, buyer, offerOf, rent, now } = scene
    const { collection, address } = await hostileRentable(scene)
    await rent(await offerOf())
    const expires = (await now()) + 3n * DAY
    await collection.setUser(TOKEN, buyer.address, expires)
    await collection.setLook(LOOK.forEver)
    const assets = [
      { collection: collectionAddress, tokenId },
      { collection: address, tokenId: TOKEN },
    ]
    const users = async () => (await rentals.tenanciesOf(assets)).map(({ user }) => user)
    await networkHelpers.time.increaseTo(expires - 1n)
    expect(await users()).to.deep.equal([buyer.address, buyer.address])
    await networkHelpers.time.increaseTo(expires)
    expect(await users()).to.deep.equal([NOBODY, buyer.address])
    await networkHelpers.time.increaseTo(expires + 1n)
    expect(await users()).to.deep.equal([NOBODY, NOBODY])
    expect(await collection.userOf(TOKEN)).to.equal(buyer.address)
  })

  it('it is not broken by dead or hostile collections', async () => {
    const scene = await loadRentals()
    const { rentals, rentalsAddress, collectionAddress, tokenId, buyer, offerOf, rent, now } = scene
    await rent(await offerOf())
    const expires = (await now()) + 3n * DAY
    const living = { collection: collectionAddress, tokenId }
    for (const look of [LOOK.reverts, LOOK.burnsGas, LOOK.megabyte, LOOK.short, LOOK.dirty]) {
      const { collection, address } = await hostileRentable(scene)
      await collection.setUser(TOKEN, buyer.address, expires)
      await collection.setLook(look)
      const bad = { collection: address, tokenId: TOKEN }
      const dead = { collection: DEAD, tokenId: TOKEN }
      const assets = [dead, bad, living, bad, { collection: rentalsAddress, tokenId: 1n }]
      const usages = (await rentals.tenanciesOf(assets)).map((usage) => [...usage])
      const nobody = [NOBODY, false, 0n]
      expect(usages, String(look)).to.deep.equal([nobody, nobody, [buyer.address, false, expires], nobody, nobody])
      const many = Array.from({ length: 20 }, () => bad)
      expect(await rentals.tenanciesOf(many, { gasLimit: 60_000n + 20n * 115_000n })).to.have.length(20)
    }
  })

  it('it reverts with MarketGasTooLow rather than say nobody', async () => {
    const { rentals, collectionAddress, tokenId, buyer, offerOf, rent } = await loadRentals()
    await rent(await offerOf())
    const assets = [{ collection: collectionAddress, tokenId }]
    let answered = 0
    for (let gasLimit = 24_000n; gasLimit < 160_000n; gasLimit += 2_000n) {
      const users = await rentals.tenanciesOf(assets, { gasLimit }).then(
        (usages) => usages.map(({ user }) => user),
        () => null,
      )
      if (users === null) continue
      answered += 1
      expect(users).to.deep.equal([buyer.address])
    }
    expect(answered).to.be.greaterThan(5)
    await expect(rentals.tenanciesOf(assets, { gasLimit: 60_000n })).to.be.revertedWithCustomError(rentals, 'MarketGasTooLow')
  })
})

describe('custodyOf', () => {
  it('it is all zero for a token that is not held', async () => {
    const { rentals, foreignAddress, collectionAddress, tokenId, offerOf, rent } = await loadRentals()
    await rent(await offerOf())
    for (const [collection, id] of [
      [foreignAddress, TOKEN],
      [collectionAddress, tokenId],
    ] as const)
      expect([...(await rentals.custodyOf(collection, id))]).to.deep.equal([NOBODY, 0n, NOBODY, NOBODY])
  })
})
