import {
  bulkRentalSignatures,
  bulkRentalTypedData,
  type RentalOffer,
  rentalOfferTypes,
  rentalsDomain,
} from '@daedal/protocol/market/rental-offer'
import { expect } from 'chai'
import { ETHER, hostileRentable, LOOK, loadRentals, NOBODY, netOf, PER_DAY, PLACE, TOKEN } from '../fixtures/rentals.ts'
import { DAY, ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const THREE = 3n * PER_DAY

describe('a rental that its owner, a past owner or a buyer ends early', () => {
  /** The seller's house token, let to the stranger for three days and put up for sale. */
  async function let_() {
    const scene = await loadRentals()
    const { stranger, seller, tokenId, orderOf, sign, market, buyer } = scene
    await scene.rent(await scene.offerOf(), { by: stranger })
    const expires = (await scene.now()) + 3n * DAY
    const order = await orderOf('listing', seller, tokenId, { endTime: 1n << 40n })
    const signature = await sign(seller, order)
    const buy = () => market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    return { ...scene, expires, order, buy }
  }

  it('a sale on the market keeps the user, and neither the new owner nor the past one can remove it', async () => {
    const { collection, tokenId, seller, buyer, stranger, expires, buy, at } = await let_()
    await buy()
    expect([await collection.ownerOf(tokenId), await collection.userOf(tokenId)]).to.deep.equal([buyer.address, stranger.address])
    for (const by of [buyer, seller])
      for (const user of [NOBODY, by.address])
        await expect(collection.connect(by).setUser(tokenId, user, 0n)).to.be.revertedWithCustomError(collection, 'TokensRented')
    await expect(collection.connect(buyer).burn(tokenId)).to.be.revertedWithCustomError(collection, 'TokensRented')
    await at(expires)
    await expect(collection.connect(seller).setUser(tokenId, seller.address, expires + DAY)).to.be.revertedWithCustomError(
      collection,
      'ERC721InsufficientApproval',
    )
    await collection.connect(buyer).setUser(tokenId, buyer.address, expires + DAY)
  })

  it('a buyer sees it as a lien, to the last second', async () => {
    const { marketAddress, order, collectionAddress, tokenId, stranger, buyer, expires } = await let_()
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    const selection = { tokenId, quantity: 0n, limit: PRICE }
    const rentals = async () => (await validator.quote(order, selection, buyer.address)).rentals.map((one) => Array.from(one as never))
    const lien = [[collectionAddress, tokenId, stranger.address, expires]]
    expect(await rentals()).to.deep.equal(lien)
    await networkHelpers.time.increaseTo(expires - 1n)
    expect(await rentals()).to.deep.equal(lien)
    await networkHelpers.time.increaseTo(expires)
    expect(await rentals()).to.deep.equal([])
  })

  it('a buyer who signed for a token that nobody rents is not given one that was let just before', async () => {
    const scene = await loadRentals()
    const { market, collectionAddress, tokenId, seller, buyer, stranger, orderOf, signForm, fund, rent, offerOf, at, now } = scene
    await fund(buyer, PRICE)
    const source = await ethers.deployContract('RentalState')
    const state = { source: (await source.getAddress()) as Hex, value: ethers.ZeroHash as Hex }
    const order = await orderOf('offer', buyer, tokenId, { collection: collectionAddress, endTime: 1n << 40n })
    const signature = await signForm(buyer, { form: 'state-order', order, state })
    const accept = () => market.connect(seller).fillInState(order, state, { tokenId, quantity: 0n, limit: 0n }, signature)
    await rent(await offerOf(), { by: stranger })
    const expires = (await now()) + 3n * DAY
    await expect(accept())
      .to.be.revertedWithCustomError(market, 'MarketStateChanged')
      .withArgs(await source.stateOf(collectionAddress, tokenId), ethers.ZeroHash)
    await at(expires)
    await accept()
  })

  it('a past owner lets nothing any more, and cannot make a term longer', async () => {
    const { rentals, rent, offerOf, buy, seller, buyer, stranger } = await let_()
    const offer = await offerOf()
    await buy()
    for (const taking of [{ by: stranger }, { by: stranger, dayCount: 1 }])
      await expect(rent(offer, taking))
        .to.be.revertedWithCustomError(rentals, 'MarketSellerNotOwner')
        .withArgs(seller.address, buyer.address)
  })

  it('the new owner is paid for a renewal, and the term goes on from the end of the old one', async () => {
    const { rentals, collection, tokenId, buy, buyer, stranger, offerOf, signOffer, requestOf, expires } = await let_()
    await buy()
    const offer = await offerOf({ owner: buyer.address as Hex })
    const request = await requestOf(offer, { by: stranger, signature: await signOffer(offer, buyer) })
    await expect(rentals.connect(stranger).rent(request, THREE, { value: THREE })).to.changeEtherBalances(ethers, [buyer], [netOf(THREE)])
    expect(await collection.userExpires(tokenId)).to.equal(expires + 3n * DAY)
  })

  it('the owner of a token in custody reaches neither token nor user before the end', async () => {
    const { rentals, foreign, foreignAddress, market, seller, buyer, foreignOffer, rent, at, now, orderOf, sign } = await loadRentals()
    await rent(await foreignOffer())
    const expires = (await now()) + 3n * DAY
    await expect(foreign.connect(seller).setUser(TOKEN, NOBODY, 0n)).to.be.revertedWithCustomError(foreign, 'ERC721InsufficientApproval')
    await expect(foreign.connect(seller).transferFrom(seller.address, buyer.address, TOKEN)).to.be.revert(ethers)
    await expect(rentals.connect(seller).release(foreignAddress, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketRentalRuns')
    await expect(rentals.connect(seller).giveBack(foreignAddress, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketNotTenant')
    await expect(rentals.connect(seller).releaseTo(foreignAddress, TOKEN, seller.address)).to.be.revertedWithCustomError(
      rentals,
      'MarketRentalRuns',
    )
    const order = await orderOf('listing', seller, TOKEN, { collection: foreignAddress })
    await expect(market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketSellerNotOwner',
    )
    await at(expires)
    await rentals.release(foreignAddress, TOKEN)
    expect(await foreign.ownerOf(TOKEN)).to.equal(seller.address)
  })
})

describe('a rental by a collection that lies about its users', () => {
  for (const [how, place] of [
    ['sets nobody', PLACE.nothing],
    ['sets somebody else', PLACE.otherUser],
    ['sets another time', PLACE.otherTime],
  ] as const)
    for (const promises of [false, true])
      it(`one that ${how} lets nothing and takes no money, ${promises ? 'with' : 'without'} a promise to keep users`, async () => {
        const scene = await loadRentals()
        const { rentals, rentalsAddress, seller, offerOf, rent } = scene
        const { collection, address } = await hostileRentable(scene)
        await collection.vow(promises)
        await collection.setPlace(place, NOBODY, '0x')
        await expect(rent(await offerOf({ collection: address, tokenId: TOKEN })))
          .to.be.revertedWithCustomError(rentals, 'MarketUserNotSet')
          .withArgs(address, TOKEN)
        expect(await collection.ownerOf(TOKEN)).to.equal(seller.address)
        expect(await ethers.provider.getBalance(rentalsAddress)).to.equal(0n)
      })

  for (const [how, place, reason] of [
    ['a reason', PLACE.reverts, 'no user for you'],
    ['none', PLACE.revertsBare, null],
  ] as const)
    it(`one that refuses with ${how} lets nothing`, async () => {
      const scene = await loadRentals()
      const { collection, address } = await hostileRentable(scene)
      await collection.setPlace(place, NOBODY, '0x')
      const refused = scene.rent(await scene.offerOf({ collection: address, tokenId: TOKEN }))
      if (reason) await expect(refused).to.be.revertedWith(reason)
      else await expect(refused).to.be.revertedWithoutReason(ethers)
    })

  for (const [how, look] of [
    ['refuses to', LOOK.reverts],
    ['answers less than a word when it should', LOOK.short],
    ['answers a megabyte when it should', LOOK.megabyte],
    ['answers no address when it should', LOOK.dirty],
    ['answers until when but does not', LOOK.nameless],
  ] as const)
    it(`one that ${how} say who uses a token lets nothing`, async () => {
      const scene = await loadRentals()
      const { collection, address } = await hostileRentable(scene)
      const offer = await scene.offerOf({ collection: address, tokenId: TOKEN })
      await collection.setLook(look)
      await expect(scene.rent(offer)).to.be.revertedWithCustomError(scene.rentals, 'MarketNotRentable').withArgs(address, TOKEN)
      await collection.setLook(LOOK.plain)
      await scene.rent(offer)
    })

  it('one that keeps the token, or gives it elsewhere, lets nothing', async () => {
    const scene = await loadRentals()
    const { rentals, offerOf, rent } = scene
    const { collection, address } = await hostileRentable(scene)
    await collection.stick(true)
    await expect(rent(await offerOf({ collection: address, tokenId: TOKEN })))
      .to.be.revertedWithCustomError(rentals, 'MarketTokenNotDelivered')
      .withArgs(address, TOKEN)
  })

  it('one that promises to keep users and does not cheats who rents from it, and nobody else', async () => {
    const scene = await loadRentals()
    const { rentals, rentalsAddress, collection: house, tokenId, seller, buyer, stranger, offerOf, rent } = scene
    const { collection, address } = await hostileRentable(scene)
    await collection.vow(true)
    await rent(await offerOf())
    const offer = await offerOf({ collection: address, tokenId: TOKEN })
    await rent(offer)
    expect(await collection.ownerOf(TOKEN)).to.equal(seller.address)
    // The seller throws the user out, and lets the token a second time.
    await collection.connect(seller).setUser(TOKEN, NOBODY, 0n)
    await rent(offer, { by: stranger })
    expect(await house.userOf(tokenId)).to.equal(buyer.address)
    expect(await ethers.provider.getBalance(rentalsAddress)).to.equal(await rentals.accruedFees(ETHER))
  })

  it('in custody its word about users counts for nothing: nobody rents the token of another, or ends its term', async () => {
    const scene = await loadRentals()
    const { rentals, seller, buyer, stranger, offerOf, rent, now } = scene
    const { collection, address } = await hostileRentable(scene)
    const offer = await offerOf({ collection: address, tokenId: TOKEN })
    await rent(offer)
    const expires = (await now()) + 3n * DAY
    // Anyone sets a user there. Here the term is that of who paid.
    await collection.connect(stranger).setUser(TOKEN, stranger.address, expires + DAY)
    await expect(rent(offer, { by: stranger }))
      .to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
      .withArgs(buyer.address, expires)
    await expect(rentals.connect(stranger).giveBack(address, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketNotTenant')
    // Declaring later that it keeps its users does not take the token out of custody.
    await collection.vow(true)
    await rent(offer, { dayCount: 1 })
    expect((await rentals.custodyOf(address, TOKEN)).expires).to.equal(expires + DAY)
    expect(await collection.userOf(TOKEN)).to.equal(buyer.address)
    // One that moves the token away lets it to nobody until it is back.
    await collection.seize(seller.address, TOKEN)
    await expect(rent(offer, { dayCount: 1 })).to.be.revertedWithCustomError(rentals, 'MarketTokenNotDelivered')
  })

  it('one that refuses to clear its user only delays the return to the end of the term', async () => {
    const scene = await loadRentals()
    const { rentals, seller, buyer, offerOf, rent, at, now } = scene
    const { collection, address } = await hostileRentable(scene)
    await rent(await offerOf({ collection: address, tokenId: TOKEN }))
    const expires = (await now()) + 3n * DAY
    await collection.setPlace(PLACE.reverts, NOBODY, '0x')
    await expect(rentals.connect(buyer).giveBack(address, TOKEN)).to.be.revertedWith('no user for you')
    await collection.setPlace(PLACE.nothing, NOBODY, '0x')
    await expect(rentals.connect(buyer).giveBack(address, TOKEN)).to.be.revertedWithCustomError(rentals, 'MarketUserNotSet')
    expect((await rentals.custodyOf(address, TOKEN)).owner).to.equal(seller.address)
    await at(expires)
    await rentals.release(address, TOKEN)
    expect(await collection.ownerOf(TOKEN)).to.equal(seller.address)
  })
})

describe('an offer to let replayed', () => {
  it('on another deployment, on another chain, or as an order of the market it is nothing', async () => {
    const { rentals, marketAddress, registry, collection, buyer, seller, offerOf, signOffer, rent, requestOf } = await loadRentals()
    const other = await ethers.deployContract('Rentals', [marketAddress, await registry.getAddress()])
    await collection.connect(seller).setApprovalForAll(await other.getAddress(), true)
    const offer = await offerOf()
    const here = await requestOf(offer)
    await expect(other.connect(buyer).rent(here, THREE, { value: THREE })).to.be.revertedWithCustomError(rentals, 'MarketSignatureInvalid')
    const types = { RentalOffer: [...rentalOfferTypes.RentalOffer] }
    const domain = rentalsDomain(31_337, (await rentals.getAddress()) as Hex)
    for (const wrong of [
      { ...domain, chainId: 1 },
      { ...domain, name: 'Daedal Market' },
      { ...domain, version: '2' },
      { ...domain, verifyingContract: marketAddress },
    ])
      await expect(rent(offer, { signature: await seller.signTypedData(wrong, types, offer) })).to.be.revertedWithCustomError(
        rentals,
        'MarketSignatureInvalid',
      )
    await rent(offer, { signature: await signOffer(offer) })
  })

  it('it lets the token again and again, but never twice at once, and each time for the price', async () => {
    const { rentals, collection, tokenId, seller, buyer, stranger, offerOf, rent, at, now } = await loadRentals()
    const offer = await offerOf({ maxDays: 3 })
    for (let round = 0; round < 3; round += 1) {
      await expect(rent(offer)).to.changeEtherBalances(ethers, [seller], [netOf(THREE)])
      const expires = (await now()) + 3n * DAY
      await expect(rent(offer, { by: stranger })).to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
      await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      await at(expires)
    }
    await rentals.connect(seller).cancelAllOf(0n)
    await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketOrderEpochPassed')
  })

  it('it is alive again when its token returns to who signed it, unless it was cancelled', async () => {
    const { rentals, collection, tokenId, seller, stranger, offerOf, rent } = await loadRentals()
    const offer = await offerOf()
    await collection.connect(seller).transferFrom(seller.address, stranger.address, tokenId)
    await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketSellerNotOwner')
    await collection.connect(stranger).transferFrom(stranger.address, seller.address, tokenId)
    await rent(offer, { dayCount: 1 })
    await rentals.connect(seller).cancel(0n, 1n)
    await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketOrderSpent')
  })

  it('an offer for a token in custody is that of who gave it, not of who else has signed', async () => {
    const { rentals, foreign, seller, stranger, foreignOffer, signOffer, rent, at, now } = await loadRentals()
    await foreign.connect(seller).transferFrom(seller.address, stranger.address, 2n)
    const theirs = await foreignOffer({ owner: stranger.address as Hex, tokenId: 2n })
    await rent(theirs, { signature: await signOffer(theirs, stranger) })
    await at((await now()) + 3n * DAY)
    // The token belongs to the contract by its collection; neither the old owner's offer nor the contract's own takes it.
    await expect(rent(await foreignOffer({ tokenId: 2n })))
      .to.be.revertedWithCustomError(rentals, 'MarketSellerNotOwner')
      .withArgs(seller.address, stranger.address)
    await expect(rent(await foreignOffer({ owner: (await rentals.getAddress()) as Hex, tokenId: 2n }))).to.be.revertedWithCustomError(
      rentals,
      'MarketSignatureInvalid',
    )
  })

  it('a node of a tree of offers is no offer, and a proof of another tree proves nothing', async () => {
    const { rentals, rentalsAddress, seller, foreignOffer, rent } = await loadRentals()
    const offers: RentalOffer[] = []
    for (const tokenId of [1n, 2n, 3n, 3n]) offers.push(await foreignOffer({ tokenId, minDays: 1 + offers.length }))
    const { domain, types, message } = bulkRentalTypedData(31_337, rentalsAddress, offers)
    const own = (await seller.signTypedData(domain as never, types as never, message as never)) as Hex
    const [first, second] = bulkRentalSignatures(offers, own) as [Hex, Hex]
    const mark = ethers.id('Daedal bulk signature').slice(0, 10)
    const uncle = ethers.dataSlice(first, 65 + 32, 65 + 64)
    const higher = ethers.concat([own, uncle, '0x000001', mark])
    for (const signature of [second, higher, ethers.concat([own, ethers.ZeroHash, uncle, '0x000002', mark])])
      await expect(rent(offers[0]!, { signature })).to.be.revertedWithCustomError(rentals, 'MarketSignatureInvalid')
    await rent(offers[0]!, { signature: first })
  })
})
