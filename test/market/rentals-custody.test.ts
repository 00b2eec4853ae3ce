import { expect } from 'chai'
import { FOREIGN_BPS, feeOf, hostileRentable, loadRentals, NOBODY, netOf, PER_DAY, royaltyOf, TOKEN } from '../fixtures/rentals.ts'
import { DAY, ethers } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY
const NONE = [NOBODY, 0n, NOBODY, NOBODY]

/** The seller's foreign token, let to the buyer for three days. */
async function held() {
  const scene = await loadRentals()
  const offer = await scene.foreignOffer()
  await scene.rent(offer)
  const expires = (await scene.now()) + 3n * DAY
  const custody = async () => [...(await scene.rentals.custodyOf(scene.foreignAddress, TOKEN))]
  return { ...scene, offer, expires, custody }
}

describe('rent into custody', () => {
  it('it holds the token of a collection that does not keep users, and makes the user one', async () => {
    const scene = await loadRentals()
    const { rentals, rentalsAddress, foreign, foreignAddress, seller, buyer, stranger, creator, foreignOffer, rent, now } = scene
    const offer = await foreignOffer()
    const let_ = await rent(offer, { user: stranger.address })
    await expect(let_).to.changeEtherBalances(
      ethers,
      [buyer, seller, creator, rentalsAddress],
      [-THREE, netOf(THREE, FOREIGN_BPS), royaltyOf(THREE, FOREIGN_BPS), feeOf(THREE)],
    )
    const expires = (await now()) + 3n * DAY
    expect(await foreign.ownerOf(TOKEN)).to.equal(rentalsAddress)
    expect([await foreign.userOf(TOKEN), await foreign.userExpires(TOKEN)]).to.deep.equal([stranger.address, expires])
    expect([...(await rentals.custodyOf(foreignAddress, TOKEN))]).to.deep.equal([seller.address, expires, buyer.address, stranger.address])
    const [event] = await rentals.queryFilter(rentals.filters.RentalStarted())
    expect([event?.args.custody, event?.args.expires, event?.args.user]).to.deep.equal([true, expires, stranger.address])
  })

  it('it lets a token that it still holds again, without giving it back', async () => {
    const { rentals, rentalsAddress, foreign, seller, buyer, stranger, offer, expires, custody, requestOf, at } = await held()
    await at(expires)
    const request = await requestOf(offer, { by: stranger, user: buyer.address })
    await rentals.connect(stranger).rent(request, THREE, { value: THREE })
    expect(await custody()).to.deep.equal([seller.address, expires + 3n * DAY, stranger.address, buyer.address])
    expect([await foreign.ownerOf(TOKEN), await foreign.userOf(TOKEN)]).to.deep.equal([rentalsAddress, buyer.address])
    expect(await rentals.queryFilter(rentals.filters.RentalStarted())).to.have.length(2)
    expect(await rentals.queryFilter(rentals.filters.TokenReleased())).to.have.length(0)
  })

  it('it makes the term longer, and the token stays as long', async () => {
    const { rentals, foreign, foreignAddress, seller, buyer, stranger, offer, expires, custody, rent, requestOf, at } = await held()
    await expect(rent(offer, { by: stranger }))
      .to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
      .withArgs(buyer.address, expires)
    await at(expires - 1n)
    await rentals.connect(buyer).rent(await requestOf(offer), THREE, { value: THREE })
    expect(await custody()).to.deep.equal([seller.address, expires + 3n * DAY, buyer.address, buyer.address])
    expect(await foreign.userExpires(TOKEN)).to.equal(expires + 3n * DAY)
    const [event] = await rentals.queryFilter(rentals.filters.RentalExtended())
    expect([event?.args.start, event?.args.expires, event?.args.custody]).to.deep.equal([expires, expires + 3n * DAY, true])
    await at(expires + 3n * DAY - 1n)
    await expect(rentals.release(foreignAddress, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketRentalRuns')
    await at(expires + 3n * DAY)
    await rentals.release(foreignAddress, TOKEN)
  })

  it('it takes a token that was lent by the owner itself only when that time is over', async () => {
    const { rentals, foreign, seller, buyer, stranger, foreignOffer, requestOf, at, now } = await loadRentals()
    const until = (await now()) + DAY
    await foreign.connect(seller).setUser(TOKEN, buyer.address, until)
    const offer = await foreignOffer()
    for (const by of [buyer, stranger]) {
      const request = await requestOf(offer, { by })
      await expect(rentals.connect(by).rent(request, THREE, { value: THREE }))
        .to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
        .withArgs(buyer.address, until)
    }
    // The reference counts the last second in.
    const request = await requestOf(offer)
    const take = () => rentals.connect(buyer).rent(request, THREE, { value: THREE })
    await at(until)
    await expect(take()).to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
    await at(until + 1n)
    await take()
  })

  it('it reverts with MarketCollectionIsCurrency for what pays rentals', async () => {
    const { rentals, market, owner, foreignAddress, foreignOffer, rent } = await loadRentals()
    await market.connect(owner).allowCurrency(foreignAddress, true)
    await expect(rent(await foreignOffer()))
      .to.be.revertedWithCustomError(rentals, 'MarketCollectionIsCurrency')
      .withArgs(foreignAddress)
  })
})

describe('giveBack', () => {
  it('it gives the token back to its owner before the end, without a refund', async () => {
    const { rentals, foreign, foreignAddress, seller, buyer, stranger, offer, expires, custody, rent } = await held()
    const back = rentals.connect(buyer).giveBack(foreignAddress, TOKEN)
    await expect(back).to.changeEtherBalances(ethers, [buyer, seller], [0n, 0n])
    await expect(back).to.emit(rentals, 'RentalReturned').withArgs(foreignAddress, TOKEN, buyer.address, expires)
    await expect(back).to.emit(rentals, 'TokenReleased').withArgs(foreignAddress, TOKEN, seller.address, seller.address)
    expect([await foreign.ownerOf(TOKEN), await foreign.userOf(TOKEN)]).to.deep.equal([seller.address, NOBODY])
    expect(await custody()).to.deep.equal(NONE)
    await rent(offer, { by: stranger })
  })

  it('it may be called by the user, and by who paid for the whole term', async () => {
    const { rentals, foreign, foreignAddress, seller, buyer, stranger, foreignOffer, rent } = await loadRentals()
    const offer = await foreignOffer()
    for (const by of [buyer, stranger]) {
      await rent(offer, { user: stranger.address })
      await rent(offer, { user: stranger.address, dayCount: 1 })
      await rentals.connect(by).giveBack(foreignAddress, TOKEN)
      expect(await foreign.ownerOf(TOKEN)).to.equal(seller.address)
    }
  })

  it('it may be called by the user alone, where several paid', async () => {
    const { rentals, foreignAddress, owner, buyer, stranger, foreignOffer, rent } = await loadRentals()
    const offer = await foreignOffer()
    await rent(offer, { user: stranger.address })
    await rent(offer, { by: owner, user: stranger.address, dayCount: 1 })
    // Nor does paying once more bring the right back.
    await rent(offer, { user: stranger.address, dayCount: 1 })
    for (const by of [buyer, owner])
      await expect(rentals.connect(by).giveBack(foreignAddress, TOKEN))
        .to.be.revertedWithCustomError(rentals, 'MarketNotTenant')
        .withArgs(by.address)
    await rentals.connect(stranger).giveBack(foreignAddress, TOKEN)
  })

  describe('given the token is not held', () => {
    it('it reverts with MarketTokenNotHeld', async () => {
      const { rentals, foreignAddress, collectionAddress, tokenId, buyer, offerOf, rent } = await loadRentals()
      await rent(await offerOf())
      for (const [collection, token] of [
        [foreignAddress, TOKEN],
        [collectionAddress, tokenId],
      ] as const)
        await expect(rentals.connect(buyer).giveBack(collection, token))
          .to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
          .withArgs(collection, token)
    })
  })

  describe('given the term is over', () => {
    it('it reverts with MarketRentalOver from the very second', async () => {
      const { rentals, foreignAddress, buyer, expires, at } = await held()
      await at(expires)
      await expect(rentals.connect(buyer).giveBack(foreignAddress, TOKEN))
        .to.be.revertedWithCustomError(rentals, 'MarketRentalOver')
        .withArgs(expires)
    })
  })

  describe('when a stranger or the owner calls', () => {
    it('it reverts with MarketNotTenant', async () => {
      const { rentals, foreignAddress, seller, stranger, buyer, expires, at } = await held()
      for (const by of [seller, stranger])
        await expect(rentals.connect(by).giveBack(foreignAddress, TOKEN))
          .to.be.revertedWithCustomError(rentals, 'MarketNotTenant')
          .withArgs(by.address)
      await at(expires - 1n)
      await rentals.connect(buyer).giveBack(foreignAddress, TOKEN)
    })
  })
})

describe('release', () => {
  it('it gives the token back when the term is over, whoever calls', async () => {
    const { rentals, foreign, foreignAddress, seller, stranger, expires, custody, at } = await held()
    await at(expires)
    await expect(rentals.connect(stranger).release(foreignAddress, TOKEN))
      .to.emit(rentals, 'TokenReleased')
      .withArgs(foreignAddress, TOKEN, seller.address, seller.address)
    expect([await foreign.ownerOf(TOKEN), await foreign.userOf(TOKEN)]).to.deep.equal([seller.address, NOBODY])
    expect(await custody()).to.deep.equal(NONE)
    expect(await rentals.queryFilter(rentals.filters.RentalReturned())).to.have.length(0)
  })

  describe('given the token is not held', () => {
    it('it reverts with MarketTokenNotHeld', async () => {
      const { rentals, foreignAddress, expires, at } = await held()
      await expect(rentals.release(foreignAddress, 2n)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
      await at(expires)
      await rentals.release(foreignAddress, TOKEN)
      await expect(rentals.release(foreignAddress, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
    })
  })

  describe('given the term runs', () => {
    it('it reverts with MarketRentalRuns to the last second', async () => {
      const { rentals, foreignAddress, seller, expires, at } = await held()
      await at(expires - 1n)
      await expect(rentals.connect(seller).release(foreignAddress, TOKEN))
        .to.be.revertedWithCustomError(rentals, 'MarketRentalRuns')
        .withArgs(expires)
    })
  })

  describe('given the collection refuses the owner', () => {
    it('it reverts with MarketTokenNotDelivered, and the token goes on waiting', async () => {
      const scene = await loadRentals()
      const { rentals, rentalsAddress, seller, stranger, offerOf, rent, now, at } = scene
      const { collection, address } = await hostileRentable(scene)
      await rent(await offerOf({ collection: address, tokenId: TOKEN }))
      await at((await now()) + 3n * DAY)
      await collection.refuse(seller.address, true)
      await expect(rentals.release(address, TOKEN))
        .to.be.revertedWithCustomError(rentals, 'MarketTokenNotDelivered')
        .withArgs(address, TOKEN)
      // Nor does it help to say that the token was moved.
      await collection.refuse(seller.address, false)
      await collection.stick(true)
      await expect(rentals.release(address, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotDelivered')
      await collection.stick(false)
      await collection.refuse(seller.address, true)
      expect(await collection.ownerOf(TOKEN)).to.equal(rentalsAddress)
      await rentals.connect(seller).releaseTo(address, TOKEN, stranger.address)
      expect(await collection.ownerOf(TOKEN)).to.equal(stranger.address)
    })
  })
})

describe('releaseTo', () => {
  it('it gives the token to whom the owner names', async () => {
    const { rentals, foreign, foreignAddress, seller, stranger, expires, custody, at } = await held()
    await at(expires)
    await expect(rentals.connect(seller).releaseTo(foreignAddress, TOKEN, stranger.address))
      .to.emit(rentals, 'TokenReleased')
      .withArgs(foreignAddress, TOKEN, seller.address, stranger.address)
    expect(await foreign.ownerOf(TOKEN)).to.equal(stranger.address)
    expect(await custody()).to.deep.equal(NONE)
  })

  describe('given the token is not held, or its term runs', () => {
    it('it reverts with MarketTokenNotHeld or MarketRentalRuns', async () => {
      const { rentals, foreignAddress, seller, expires, at } = await held()
      const to = (tokenId: bigint) => rentals.connect(seller).releaseTo(foreignAddress, tokenId, seller.address)
      await expect(to(2n)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
      await at(expires - 1n)
      await expect(to(TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketRentalRuns').withArgs(expires)
    })
  })

  describe('when somebody else calls', () => {
    it('it reverts with MarketNotGiver', async () => {
      const { rentals, foreignAddress, seller, buyer, stranger, expires, at } = await held()
      await at(expires)
      for (const by of [buyer, stranger])
        await expect(rentals.connect(by).releaseTo(foreignAddress, TOKEN, by.address))
          .to.be.revertedWithCustomError(rentals, 'MarketNotGiver')
          .withArgs(by.address, seller.address)
    })
  })

  describe('when the receiver is nobody or the contract itself', () => {
    it('it reverts with MarketReceiverInvalid', async () => {
      const { rentals, rentalsAddress, foreignAddress, seller, expires, at } = await held()
      await at(expires)
      for (const to of [NOBODY, rentalsAddress])
        await expect(rentals.connect(seller).releaseTo(foreignAddress, TOKEN, to))
          .to.be.revertedWithCustomError(rentals, 'MarketReceiverInvalid')
          .withArgs(to)
    })
  })
})
