import { bulkRentalSignatures, bulkRentalTypedData, type RentalOffer } from '@daedal/protocol/market/rental-offer'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadRentals, NOBODY, PER_DAY } from '../fixtures/rentals.ts'
import { DAY, ethers, nonceOf } from '../fixtures/trade.ts'

type Hex = `0x${string}`

describe('offers', () => {
  it('it takes signatures of 65 and 64 bytes', async () => {
    const { collection, tokenId, buyer, offerOf, signOffer, rent } = await loadRentals()
    const offer = await offerOf()
    const { serialized, compactSerialized } = ethers.Signature.from(await signOffer(offer))
    for (const signature of [serialized, compactSerialized]) {
      await rent(offer, { signature })
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      await collection.connect(buyer).setUser(tokenId, NOBODY, 0n)
    }
  })

  it('it takes one signature for many offers', async () => {
    const { rentalsAddress, chainId, foreign, foreignAddress, seller, buyer, offerOf, foreignOffer, rent } = await loadRentals()
    const offers: RentalOffer[] = []
    for (const tokenId of [1n, 2n, 3n]) offers.push(await foreignOffer({ tokenId, nonce: nonceOf(Number(tokenId)) }))
    offers.push(await offerOf(), await offerOf({ nonce: nonceOf(9) }))
    for (const some of [offers.slice(0, 1), offers]) {
      const { domain, types, message } = bulkRentalTypedData(Number(chainId), rentalsAddress, some)
      const own = (await seller.signTypedData(domain as never, types as never, message as never)) as Hex
      for (const [index, signature] of bulkRentalSignatures(some, own).entries()) {
        const offer = some[index] as RentalOffer
        if (index === 4) break
        await rent(offer, { signature, dayCount: index + 1 })
        if (offer.collection === foreignAddress) expect(await foreign.userOf(offer.tokenId)).to.equal(buyer.address)
      }
    }
  })

  it("it takes what the owner's contract accepts", async () => {
    const { rentals, rentalsAddress, collection, collectionAddress, tokenId, seller, buyer, offerOf, rent } = await loadRentals()
    const wallet = await deployMock<'act' | 'setMode'>('ContractWallet')
    const owner = (await wallet.getAddress()) as Hex
    await collection.connect(seller).transferFrom(seller.address, owner, tokenId)
    await wallet.act(collectionAddress, 0n, collection.interface.encodeFunctionData('setApprovalForAll', [rentalsAddress, true]))
    const offer = await offerOf({ owner })
    await expect(rent(offer, { signature: '0x' })).to.changeEtherBalances(ethers, [owner], [(3n * PER_DAY * 9_000n) / 10_000n])
    expect(await collection.userOf(tokenId)).to.equal(buyer.address)
    await wallet.setMode(1)
    await expect(rent(offer, { signature: '0x' }))
      .to.be.revertedWithCustomError(rentals, 'MarketSignatureInvalid')
      .withArgs(owner)
  })

  it('it takes what the key of a delegated account signed', async () => {
    const { collection, tokenId, seller, buyer, offerOf, rent } = await loadRentals()
    const delegate = await (await deployMock('PlainDelegate')).getAddress()
    const setCode = (code: string) => ethers.provider.send('hardhat_setCode', [seller.address, code])
    await setCode(`0xef0100${delegate.slice(2)}`)
    try {
      await rent(await offerOf())
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
    } finally {
      // A fixture that is made later begins where this ends.
      await setCode('0x')
    }
  })

  it('it takes an offer that the owner approved without a signature, until that is taken back', async () => {
    const { rentals, seller, offerOf, rent } = await loadRentals()
    const offer = await offerOf()
    const hash = await rentals.hashOffer(offer)
    await expect(rentals.connect(seller).approveOffer(hash, true)).to.emit(rentals, 'OfferApproved').withArgs(seller.address, hash, true)
    expect(await rentals.offerApproved(seller.address, hash)).to.equal(true)
    await rent(offer, { signature: '0x' })
    await expect(rentals.connect(seller).approveOffer(hash, false)).to.emit(rentals, 'OfferApproved').withArgs(seller.address, hash, false)
    await expect(rent(offer, { signature: '0x' }))
      .to.be.revertedWithCustomError(rentals, 'MarketSignatureMalformed')
      .withArgs(0)
    await rent(offer)
  })

  it('it hashes an offer as it is signed', async () => {
    const { rentals, seller, offerOf, signOffer } = await loadRentals()
    const offer = await offerOf()
    expect(ethers.recoverAddress(await rentals.hashOffer(offer), await signOffer(offer))).to.equal(seller.address)
  })

  describe("given the signature is another's", () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { rentals, seller, stranger, offerOf, signOffer, rent } = await loadRentals()
      const offer = await offerOf()
      await expect(rent(offer, { signature: await signOffer(offer, stranger) }))
        .to.be.revertedWithCustomError(rentals, 'MarketSignatureInvalid')
        .withArgs(seller.address)
    })
  })

  describe('given the signature has a wrong form', () => {
    it('it reverts with MarketSignatureMalformed', async () => {
      const { rentals, offerOf, signOffer, rent } = await loadRentals()
      const offer = await offerOf()
      const signature = await signOffer(offer)
      for (const shown of ['0x', signature.slice(0, -4), `${signature}00`])
        await expect(rent(offer, { signature: shown }))
          .to.be.revertedWithCustomError(rentals, 'MarketSignatureMalformed')
          .withArgs((shown.length - 2) / 2)
    })
  })

  describe('given the offer was changed after it was signed', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { rentals, wrappedAddress, stranger, buyer, offerOf, signOffer, rent, now } = await loadRentals()
      const offer = await offerOf({ renter: buyer.address as Hex, lastExpiry: (await now()) + 300n * DAY, nonce: nonceOf(3) })
      const signature = await signOffer(offer)
      const changes: Partial<RentalOffer>[] = [
        { currency: wrappedAddress },
        { pricePerDay: PER_DAY - 1n },
        { minDays: 2 },
        { maxDays: 31 },
        { renter: NOBODY },
        { start: offer.start - 1n },
        { end: offer.end + 1n },
        { lastExpiry: offer.lastExpiry + 1n },
        { maxFeeBps: 501 },
        { maxRoyaltyBps: 1_001 },
        { nonce: nonceOf(4) },
      ]
      for (const change of changes)
        await expect(rent({ ...offer, ...change }, { signature }), Object.keys(change)[0]).to.be.revertedWithCustomError(
          rentals,
          'MarketSignatureInvalid',
        )
      await expect(rent({ ...offer, owner: stranger.address as Hex }, { signature })).to.be.revertedWithCustomError(
        rentals,
        'MarketSignatureInvalid',
      )
      await rent(offer, { signature })
    })
  })

  describe('given somebody else approved the offer', () => {
    it('it reverts with MarketSignatureMalformed', async () => {
      const { rentals, buyer, offerOf, rent } = await loadRentals()
      const offer = await offerOf()
      await rentals.connect(buyer).approveOffer(await rentals.hashOffer(offer), true)
      await expect(rent(offer, { signature: '0x' })).to.be.revertedWithCustomError(rentals, 'MarketSignatureMalformed')
    })
  })
})

describe('cancel', () => {
  it('it ends the offers of the bits, and no others', async () => {
    const { rentals, seller, offerOf, rent } = await loadRentals()
    await expect(rentals.connect(seller).cancel(5n, 0b101n)).to.emit(rentals, 'OffersCancelled').withArgs(seller.address, 5n, 0n, 0b101n)
    // What was cancelled before is not named again.
    await expect(rentals.connect(seller).cancel(5n, 0b1100n)).to.emit(rentals, 'OffersCancelled').withArgs(seller.address, 5n, 0n, 0b1000n)
    expect([...(await rentals.laneOf(seller.address, 5n))]).to.deep.equal([0n, 0b1101n])
    for (const bit of [0, 2, 3])
      await expect(rent(await offerOf({ nonce: nonceOf(bit, 5n) })))
        .to.be.revertedWithCustomError(rentals, 'MarketOrderSpent')
        .withArgs(5n, bit)
    await rent(await offerOf({ nonce: nonceOf(1, 5n) }))
    expect([...(await rentals.laneOf(seller.address, 5n))]).to.deep.equal([0n, 0b1101n])
  })

  it('it ends no tenancy', async () => {
    const { rentals, collection, tokenId, foreign, seller, buyer, offerOf, foreignOffer, rent } = await loadRentals()
    await rent(await offerOf())
    await rent(await foreignOffer())
    await rentals.connect(seller).cancel(0n, 1n)
    expect([await collection.userOf(tokenId), await foreign.userOf(1n)]).to.deep.equal([buyer.address, buyer.address])
    await expect(rent(await offerOf())).to.be.revertedWithCustomError(rentals, 'MarketOrderSpent')
  })

  describe('when a bit is no bit of a lane', () => {
    it('it reverts with MarketBitOutOfRange, and an offer with it is never alive', async () => {
      const { rentals, seller, offerOf, rent } = await loadRentals()
      await expect(rentals.connect(seller).cancel(0n, 1n << 192n))
        .to.be.revertedWithCustomError(rentals, 'MarketBitOutOfRange')
        .withArgs(1n << 192n)
      for (const nonce of [192n, 255n, 1n << 136n])
        await expect(rent(await offerOf({ nonce })))
          .to.be.revertedWithCustomError(rentals, 'MarketNonceInvalid')
          .withArgs(nonce)
    })
  })
})

describe('cancelAllOf', () => {
  it('it ends every offer of the lane, and new ones name the next epoch', async () => {
    const { rentals, seller, offerOf, rent } = await loadRentals()
    await expect(rent(await offerOf({ nonce: nonceOf(0, 0n, 1n) })))
      .to.be.revertedWithCustomError(rentals, 'MarketOrderEpochAhead')
      .withArgs(1n, 0n)
    await rentals.connect(seller).cancel(0n, 1n)
    await expect(rentals.connect(seller).cancelAllOf(0n)).to.emit(rentals, 'LaneAdvanced').withArgs(seller.address, 0n, 1n)
    for (const bit of [0, 191])
      await expect(rent(await offerOf({ nonce: nonceOf(bit) })))
        .to.be.revertedWithCustomError(rentals, 'MarketOrderEpochPassed')
        .withArgs(0n, 1n)
    await rent(await offerOf({ nonce: nonceOf(0, 0n, 1n) }))
  })

  it("it leaves other lanes, other owners and the market's lanes alone", async () => {
    const { rentals, market, seller, stranger, offerOf, rent } = await loadRentals()
    await rentals.connect(stranger).cancelAllOf(0n)
    await rentals.connect(stranger).cancel(0n, 1n)
    await market.connect(seller).cancelAllOf(0n)
    await market.connect(seller).cancel(0n, 1n)
    await rentals.connect(seller).cancelAllOf(1n)
    expect([...(await rentals.laneOf(seller.address, 0n))]).to.deep.equal([0n, 0n])
    expect([...(await market.laneOf(seller.address, 1n))]).to.deep.equal([0n, 0n])
    await rent(await offerOf())
  })
})
