import { traitOf, traitProof } from '@daedal/protocol/market/trait'
import { expect } from 'chai'
import { collectionTermsOf } from '../fixtures/collections.ts'
import { deployMock, type Mock } from '../fixtures/deploy-mock.ts'
import { loadGoods, PLAIN_BPS } from '../fixtures/goods.ts'
import { listed, listedHostile, NET } from '../fixtures/listed.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, nonceOf, POLICY, PRICE, word } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const SOULBOUND = 16
const VALIDATED = 32
const SALT = word('salt')
/** How a collection moves tokens, see `test/mocks/HostileCollection.sol`. */
const MOVE = { plain: 0, nothing: 1, elsewhere: 2 } as const
const NOBODY = ethers.ZeroAddress as Hex

describe('a collection that is none: an account, another standard, a token that does not move (Infinity H-06, H-07)', () => {
  it('an account without code sells nothing, neither tokens nor units', async () => {
    const { stranger } = await loadGoods()
    const collection = stranger.address as Hex
    const token = await listed({ collection })
    await expect(token.buy()).to.be.revertedWithCustomError(token.market, 'MarketCollectionUnknown').withArgs(collection)
    const { market, buyer, order, signature } = await listed({ collection, quantity: 1n })
    await expect(market.connect(buyer).fillAs(order, { tokenId: 1n, quantity: 1n, limit: PRICE }, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketCollectionUnknown')
      .withArgs(collection)
  })

  it('an ERC-20 is no collection, though it moves by the same name', async () => {
    const { wrappedAddress } = await loadGoods()
    const { buy, market, wrappedEther, seller, buyer } = await listed({ collection: wrappedAddress, tokenId: PRICE })
    const had = [await wrappedEther.balanceOf(seller.address), await wrappedEther.balanceOf(buyer.address)]
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(wrappedAddress, PRICE)
    expect([await wrappedEther.balanceOf(seller.address), await wrappedEther.balanceOf(buyer.address)]).to.deep.equal(had)
  })

  it('units are not sold as a token, and a token not as units', async () => {
    const { editionsAddress } = await loadGoods()
    const unit = await listed({ collection: editionsAddress })
    await expect(unit.buy()).to.be.revertedWithoutReason(ethers)
    const { market, buyer, seller, order, signature } = await listed({ quantity: 1n })
    await expect(market.connect(buyer).fillAs(order, { tokenId: 1n, quantity: 1n, limit: PRICE }, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketUnitsTooFew')
      .withArgs(seller.address, 0n, 1n)
  })

  for (const [title, move] of [
    ['silently does nothing', MOVE.nothing],
    ['gives the token to somebody else', MOVE.elsewhere],
  ] as const)
    it(`a transfer that ${title} is not paid for`, async () => {
      const { buy, market, hostile, hostileAddress, seller } = await listedHostile()
      await hostile.setMove(move, NOBODY, '0x')
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(hostileAddress, 1n)
      expect(await hostile.ownerOf(1n)).to.equal(seller.address)
    })
})

describe('units miscounted: none, too many, or fewer than paid for (Blur H-01)', () => {
  const UNIT = PRICE / 10n

  async function units(quantity = 10n) {
    const goods = await loadGoods()
    const terms = { collection: goods.editionsAddress, tokenId: 1n, quantity, price: UNIT }
    const { order, signature } = await goods.signed('listing', goods.seller, terms, { form: 'order' })
    const buy = (count: bigint) =>
      goods.market
        .connect(goods.buyer)
        .fillAs(order, { tokenId: 1n, quantity: count, limit: count * UNIT }, signature, { value: count * UNIT })
    return { ...goods, order, buy }
  }

  it('none, or more than are left, cannot be bought', async () => {
    const { buy, market } = await units()
    for (const quantity of [0n, 11n])
      await expect(buy(quantity)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(quantity, 10n)
    await buy(8n)
    for (const quantity of [0n, 3n])
      await expect(buy(quantity)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(quantity, 2n)
  })

  it('as many are moved as are paid for, to the last one', async () => {
    const { buy, editions, buyer, seller } = await units()
    for (const [quantity, held] of [
      [9n, 9n],
      [1n, 10n],
    ] as const) {
      const price = quantity * UNIT
      await expect(buy(quantity)).to.changeEtherBalances(
        ethers,
        [buyer, seller],
        [-price, price - (price * FEE_BPS) / 10_000n - (price * PLAIN_BPS) / 10_000n],
      )
      expect([await editions.balanceOf(buyer.address, 1n), await editions.balanceOf(seller.address, 1n)]).to.deep.equal([held, 100n - held])
    }
  })

  it('units that get lost on the way, or that the seller lacks, are not paid for', async () => {
    const { buy, market, editions, editionsAddress, seller } = await units(101n)
    await expect(buy(101n)).to.be.revertedWithCustomError(market, 'MarketUnitsTooFew').withArgs(seller.address, 100n, 101n)
    await editions.loseOnTheWay(1n)
    await expect(buy(2n)).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(editionsAddress, 1n)
    expect(await editions.balanceOf(seller.address, 1n)).to.equal(100n)
  })

  it('an order for a token sells no units', async () => {
    const { market, buyer, order, signature } = await listed()
    await expect(market.connect(buyer).fillAs(order, { tokenId: 1n, quantity: 1n, limit: PRICE }, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable')
      .withArgs(1n, 0n)
  })
})

describe('a buyer that is a contract and cannot hold an ERC-721 token', () => {
  it('it gets its token without being asked, and can neither stop nor enter the sale', async () => {
    const { market, marketAddress, plain, buyer, seller, order, signature } = await listed()
    const wallet = await deployMock<'act'>('ContractWallet')
    const data = market.interface.encodeFunctionData('fillOrder', [order, signature])
    await expect(wallet.connect(buyer).act(marketAddress, PRICE, data, { value: PRICE })).to.changeEtherBalance(ethers, seller, NET)
    expect(await plain.ownerOf(1n)).to.equal(await wallet.getAddress())
  })

  it('the market itself is never left with one', async () => {
    const { buy, market, marketAddress, plain, buyer } = await listed()
    await buy()
    expect([await plain.ownerOf(1n), await ethers.provider.getBalance(marketAddress)]).to.deep.equal([
      buyer.address,
      await market.accruedFees(),
    ])
  })
})

describe('a token whose state changed after it was listed (reNFT M-12)', () => {
  /** A listing of the house token, or another one, that holds in a state only. */
  async function committed(
    { market, collectionAddress, seller, buyer, signed }: Awaited<ReturnType<typeof loadGoods>>,
    source: { getAddress(): Promise<string>; stateOf(...of: [string, bigint]): Promise<string> },
    id: bigint,
  ) {
    const state = { source: (await source.getAddress()) as Hex, value: (await source.stateOf(collectionAddress, id)) as Hex }
    const terms = { collection: collectionAddress, tokenId: id }
    const { order, signature } = await signed('listing', seller, terms, { form: 'state-order', state })
    const buy = () =>
      market.connect(buyer).fillInState(order, state, { tokenId: id, quantity: 0n, limit: PRICE }, signature, { value: PRICE })
    return { state, buy }
  }

  /** The house token with an account that holds a plain token, and where its state is read. */
  async function withAccount() {
    const goods = await loadGoods()
    const { plain, collectionAddress, tokenId, seller } = goods
    const implementation = await (await deployMock<never>('TokenAccount')).getAddress()
    const registry = await deployMock<'createAccount' | 'account'>('TokenAccountRegistry')
    const source = await ethers.deployContract('AccountState', [await registry.getAddress(), implementation, SALT, 31_337n])
    const at = [implementation, SALT, 31_337n, collectionAddress, tokenId] as const
    await registry.createAccount(...at)
    const address = (await registry.account(...at)) as string
    const account = (await ethers.getContractAt('TokenAccount', address)) as unknown as Mock<'act' | 'execute'>
    await plain.connect(seller).transferFrom(seller.address, address, 1n)
    return { ...goods, source, address, account }
  }

  it('an account of a token that was emptied stops the sale (ERC-6551)', async () => {
    const goods = await withAccount()
    const { market, plain, plainAddress, collection, tokenId, seller, buyer, address, account, source } = goods
    const { buy, state } = await committed(goods, source, tokenId)
    // What others send it does not count; what it gives away does.
    await seller.sendTransaction({ to: address, value: 5n })
    const before = await networkHelpers.takeSnapshot()
    await buy()
    expect([await collection.ownerOf(tokenId), await plain.ownerOf(1n)]).to.deep.equal([buyer.address, address])
    await before.restore()
    await account.execute(plainAddress, plain.interface.encodeFunctionData('transferFrom', [address, seller.address, 1n]))
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketStateChanged').withArgs(ethers.toBeHex(1, 32), state.value)
  })

  it('what the account allowed others before it was listed can still be taken: its state does not show it', async () => {
    const goods = await withAccount()
    const { plain, plainAddress, collection, tokenId, seller, buyer, address, account, source } = goods
    await account.execute(plainAddress, plain.interface.encodeFunctionData('setApprovalForAll', [seller.address, true]))
    const { buy } = await committed(goods, source, tokenId)
    await plain.connect(seller).transferFrom(address, seller.address, 1n)
    await buy()
    expect([await collection.ownerOf(tokenId), await plain.ownerOf(1n)]).to.deep.equal([buyer.address, seller.address])
  })

  it('content that its creator revised stops the sale', async () => {
    const goods = await loadGoods()
    const { market, collection, collectionAddress, seller, mint } = goods
    const id = await mint(seller, 'revisable', { policy: POLICY.revisable })
    const source = await ethers.deployContract('ContentState')
    const { buy, state } = await committed(goods, source, id)
    await collection.connect(seller).revise(id, word('another'))
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketStateChanged')
      .withArgs(await source.stateOf(collectionAddress, id), state.value)
    await collection.connect(seller).revise(id, word('root revisable'))
    await buy()
  })

  it('a soulbound token is not sold', async () => {
    const { market, buyer, seller, collection, mint, orderOf, sign } = await loadGoods()
    const id = await mint(seller, 'badge', { policy: SOULBOUND })
    const order = await orderOf('listing', seller, id)
    await expect(market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE }))
      .to.be.revertedWithCustomError(collection, 'TokensSoulbound')
      .withArgs(id)
  })

  it('a collection that stopped transfers stops the sale with its own reason, and leaves the order alive', async () => {
    const { market, marketAddress, splitsAddress, creator, buyer, orderOf, sign } = await loadGoods()
    const factory = await ethers.deployContract('CollectionFactory', [marketAddress, splitsAddress, NOBODY])
    const terms = collectionTermsOf(creator, { policy: VALIDATED })
    await factory.connect(creator).createCollection(terms, SALT)
    const own = await ethers.getContractAt('CreatorCollection', await factory.collectionOf(creator.address, terms, SALT))
    await own.connect(creator).mint(word('own'), word('root'), word('prompt'), word('engine'), 2, [])
    const id = await own.tokenIdOf(creator.address, word('own'))
    const order = await orderOf('listing', creator, id, { collection: (await own.getAddress()) as Hex })
    const signature = await sign(creator, order)
    const validator = await deployMock<never>('PlainValidator', [marketAddress])
    await own.connect(creator).setTransferValidator(await validator.getAddress())
    const buy = () => market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    await expect(buy())
      .to.be.revertedWithCustomError(validator as never, 'Refused')
      .withArgs(marketAddress, creator.address, buyer.address, id)
    await own.connect(creator).setTransferValidator(NOBODY)
    await buy()
    expect(await own.ownerOf(id)).to.equal(buyer.address)
  })
})

describe('an offer met with a worthless, a foreign or a minted-again token', () => {
  const IDS = [1n, 3n]

  it('a token of another collection is none of this one, though it has the same id', async () => {
    const { market, buyer, seller, stranger, plain, plainAddress, signed } = await loadGoods()
    const other = await deployMock<'mint' | 'setApprovalForAll' | 'ownerOf'>('PlainCollection')
    await other.mint(stranger.address, 1n)
    await other.connect(stranger).setApprovalForAll(await market.getAddress(), true)
    const any = await signed('collection-offer', buyer, { collection: plainAddress }, { form: 'order' })
    const trait = traitOf(IDS)
    const some = await signed('collection-offer', buyer, { collection: plainAddress }, { form: 'trait-offer', trait })
    const [by, selection] = [market.connect(stranger), { tokenId: 1n, quantity: 0n, limit: 0n }]
    for (const accept of [
      () => by.fillAs(any.order, selection, any.signature),
      () => by.fillTrait(some.order, trait, traitProof(IDS, 1n) as Hex[], selection, some.signature),
    ])
      await expect(accept()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(stranger.address, seller.address)
    expect([await plain.ownerOf(1n), await other.ownerOf(1n)]).to.deep.equal([seller.address, stranger.address])
  })

  it('the trait of another collection, or another trait, was not signed', async () => {
    const { market, buyer, seller, plainAddress, collectionAddress, signed } = await loadGoods()
    const trait = traitOf(IDS)
    const { order, signature } = await signed('collection-offer', buyer, { collection: plainAddress }, { form: 'trait-offer', trait })
    const accept = (tokenId: bigint, shown = trait, ids = IDS, change = {}) =>
      market
        .connect(seller)
        .fillTrait({ ...order, ...change }, shown, traitProof(ids, tokenId) as Hex[], { tokenId, quantity: 0n, limit: 0n }, signature)
    for (const attempt of [
      () => accept(1n, trait, IDS, { collection: collectionAddress }),
      () => accept(2n, traitOf([1n, 2n]), [1n, 2n]),
      () => market.connect(seller).fillAs(order, { tokenId: 2n, quantity: 0n, limit: 0n }, signature),
    ])
      await expect(attempt()).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(buyer.address)
    await accept(3n)
  })

  it('a token minted a moment ago meets an offer for any of its collection, and none for a trait', async () => {
    const { market, buyer, stranger, mint, collection, collectionAddress, tokenId, signed } = await loadGoods()
    const trait = traitOf([tokenId])
    const some = await signed('collection-offer', buyer, { collection: collectionAddress }, { form: 'trait-offer', trait })
    const any = await signed('collection-offer', buyer, { collection: collectionAddress }, { form: 'order' })
    const worthless = await mint(stranger, 'worthless')
    const selection = { tokenId: worthless, quantity: 0n, limit: 0n }
    await expect(market.connect(stranger).fillTrait(some.order, trait, [], selection, some.signature))
      .to.be.revertedWithCustomError(market, 'MarketProofInvalid')
      .withArgs(worthless, trait.root)
    // In a collection that is open to everyone this is what such an offer asks for.
    await market.connect(stranger).fillAs(any.order, selection, any.signature)
    expect(await collection.ownerOf(worthless)).to.equal(buyer.address)
  })

  it('an id that was burned is never another token: it has one creator and one record for ever', async () => {
    const { market, buyer, seller, stranger, mint, collection, collectionAddress, signed } = await loadGoods()
    const wanted = await mint(seller, 'wanted')
    const terms = { collection: collectionAddress, tokenId: wanted }
    const { order, signature } = await signed('offer', buyer, terms, { form: 'order' })
    await collection.connect(seller).burn(wanted)
    await expect(mint(seller, 'wanted')).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(wanted)
    const copy = await mint(stranger, 'wanted')
    expect(copy).not.to.equal(wanted)
    await expect(market.connect(stranger).fillAs(order, { tokenId: copy, quantity: 0n, limit: 0n }, signature))
      .to.be.revertedWithCustomError(market, 'MarketTokenNotOffered')
      .withArgs(copy, wanted)
    await expect(market.connect(seller).fillOrder(order, signature))
      .to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
      .withArgs(wanted)
  })
})

describe('a rental that a sale removes, hides or outlives', () => {
  /** The house token, rented to the stranger for ten days. */
  async function rented() {
    const goods = await loadGoods()
    const { collection, seller, stranger, tokenId, orderOf, sign } = goods
    const expires = (await goods.now()) + 10n * DAY
    await collection.connect(seller).setUser(tokenId, stranger.address, expires)
    const order = await orderOf('listing', seller, tokenId, { endTime: 1n << 40n })
    const signature = await sign(seller, order)
    const buy = () => goods.market.connect(goods.buyer).fillOrder(order, signature, { value: PRICE })
    return { ...goods, expires, order, signature, buy }
  }

  it('the user stays through the sale until its time ends, and no owner can replace it', async () => {
    const { buy, collection, tokenId, seller, buyer, stranger, expires } = await rented()
    await buy()
    expect([await collection.ownerOf(tokenId), await collection.userOf(tokenId)]).to.deep.equal([buyer.address, stranger.address])
    const set = (by = buyer) => collection.connect(by).setUser(tokenId, by.address, expires + DAY)
    await networkHelpers.time.setNextBlockTimestamp(expires - 1n)
    await expect(set()).to.be.revertedWithCustomError(collection, 'TokensRented').withArgs(tokenId, expires)
    await networkHelpers.time.setNextBlockTimestamp(expires)
    await expect(set(seller)).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval').withArgs(seller.address, tokenId)
    await set()
    expect(await collection.userOf(tokenId)).to.equal(buyer.address)
  })

  it('it is shown to a buyer as a lien, to the last second', async () => {
    const { marketAddress, order, collectionAddress, tokenId, stranger, buyer, expires } = await rented()
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    const selection = { tokenId, quantity: 0n, limit: PRICE }
    const rentals = async () => (await validator.quote(order, selection, buyer.address)).rentals.map((one) => Array.from(one as never))
    expect(await rentals()).to.deep.equal([[collectionAddress, tokenId, stranger.address, expires]])
    await networkHelpers.time.increaseTo(expires - 1n)
    expect(await rentals()).to.deep.equal([[collectionAddress, tokenId, stranger.address, expires]])
    await networkHelpers.time.increaseTo(expires)
    expect(await rentals()).to.deep.equal([])
  })

  it('an order that was signed while nobody rented the token is dead while somebody does', async () => {
    const { market, collection, collectionAddress, tokenId, seller, buyer, stranger, signed, now } = await loadGoods()
    const source = await ethers.deployContract('RentalState')
    const state = { source: (await source.getAddress()) as Hex, value: ethers.ZeroHash as Hex }
    const terms = { collection: collectionAddress, tokenId, endTime: 1n << 40n, nonce: nonceOf(8) }
    const { order, signature } = await signed('offer', buyer, terms, { form: 'state-order', state })
    const accept = () => market.connect(seller).fillInState(order, state, { tokenId, quantity: 0n, limit: 0n }, signature)
    const expires = (await now()) + 10n * DAY
    await collection.connect(seller).setUser(tokenId, stranger.address, expires)
    await expect(accept())
      .to.be.revertedWithCustomError(market, 'MarketStateChanged')
      .withArgs(await source.stateOf(collectionAddress, tokenId), ethers.ZeroHash)
    await networkHelpers.time.setNextBlockTimestamp(expires)
    await accept()
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })
})
