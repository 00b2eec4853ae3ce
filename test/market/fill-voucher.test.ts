import { voucherOrderTypes } from '@daedal/protocol/market/forms'
import { type Order, type OrderKind, orderTypes } from '@daedal/protocol/market/order'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployGoods } from '../fixtures/goods.ts'
import { ethers, FEE_BPS, networkHelpers, PRICE, word } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

const FEE = (PRICE * FEE_BPS) / 10_000n

/** The goods, with collections of every kind that knows vouchers. */
async function deployMinters() {
  const goods = await deployGoods()
  const { creator, marketAddress, splitsAddress } = goods
  const parts = [marketAddress, splitsAddress, ethers.ZeroAddress] as const
  const factory = await ethers.deployContract('CollectionFactory', [...parts])
  const terms = { name: 'Own', symbol: 'OWN', contractURI: '', royaltyReceiver: creator.address, royaltyBps: 500, remixBps: 0, policy: 0 }
  await factory.connect(creator).createCollection(terms, ethers.ZeroHash)
  const own = await ethers.getContractAt('CreatorCollection', await factory.collectionOf(creator.address, terms, ethers.ZeroHash))
  const works = await ethers.deployContract('EditionCollection', [...parts, 'ipfs://works'])
  return { ...goods, own, works }
}
const loadMinters = () => networkHelpers.loadFixture(deployMinters)
type Minters = Awaited<ReturnType<typeof deployMinters>>

/** ethers' types know no read-only lists. */
const mutable = (voucher: Voucher) => ({
  ...voucher,
  parents: voucher.parents.map(({ tokenId, payees }) => ({ tokenId, payees: [...payees] })),
})

/** A listing of a token that is not minted yet. */
async function lazy(
  change: Partial<Order> = {},
  { kind = 'listing' as OrderKind, voucherChange = {}, maker = undefined as HardhatEthersSigner | undefined, world = loadMinters() } = {},
) {
  const scene: Minters = await world
  const { collection, collectionAddress, creator, buyer, market, signed } = scene
  const voucher = voucherOf(creator, 'lazy', voucherChange) as unknown as Voucher
  const tokenId = await collection.tokenIdOf(creator.address, voucher.coreHash)
  const terms = { collection: collectionAddress, tokenId, ...change }
  const { order, signature } = await signed(kind, maker ?? creator, terms, { form: 'voucher-order', voucher })
  const buy = ({ quantity = 0n, shown = voucher, by = buyer }: { quantity?: bigint; shown?: Voucher; by?: HardhatEthersSigner } = {}) => {
    const total = quantity === 0n ? order.price : quantity * order.price
    const selection = { tokenId: order.tokenId, quantity, limit: total }
    return market.connect(by).fillVoucher(order, mutable(shown), selection, signature, { value: total })
  }
  return { ...scene, order, signature, voucher, tokenId: order.tokenId, buy }
}

describe('fillVoucher', () => {
  it('it mints to the first buyer and pays the creator, in one transaction', async () => {
    const { buy, market, collection, tokenId, creator, buyer, voucher, order } = await lazy()
    const sale = buy()
    // The creator is also who the royalty is for: one payment.
    await expect(sale).to.changeEtherBalances(ethers, [buyer, creator], [-PRICE, PRICE - FEE])
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    expect(await collection.creatorOf(tokenId)).to.equal(creator.address)
    expect(await collection.rootOf(tokenId)).to.equal(voucher.root)
    const [filled] = await market.queryFilter(market.filters.OrderFilled())
    expect([filled?.args.maker, filled?.args.tokenId, filled?.args.kindAndNonce]).to.deep.equal([creator.address, tokenId, order.nonce])
  })

  it("it mints into the creator's own collection", async () => {
    const world = loadMinters()
    const { own, creator } = await world
    const tokenId = await own.tokenIdOf(creator.address, word('lazy'))
    const { buy, buyer } = await lazy(
      { collection: (await own.getAddress()) as `0x${string}`, tokenId },
      { world, voucherChange: { terms: { royaltyBps: 500, remixBps: 0, policy: 0 } } },
    )
    await buy()
    expect(await own.ownerOf(tokenId)).to.equal(buyer.address)
  })

  it('it mints units of an edition, to several buyers, until all are sold', async () => {
    const world = loadMinters()
    const { works, creator } = await world
    const tokenId = await works.tokenIdOf(creator.address, word('lazy'))
    const { buy, market, buyer, stranger } = await lazy(
      { collection: (await works.getAddress()) as `0x${string}`, tokenId, quantity: 5n },
      { world, voucherChange: { maxSupply: 5n } },
    )
    await expect(buy({ quantity: 2n })).to.changeEtherBalances(ethers, [buyer, creator], [-2n * PRICE, 2n * (PRICE - FEE)])
    await buy({ quantity: 3n, by: stranger })
    expect(await works.balanceOf(buyer.address, tokenId)).to.equal(2n)
    expect(await works.balanceOf(stranger.address, tokenId)).to.equal(3n)
    await expect(buy({ quantity: 1n }))
      .to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable')
      .withArgs(1n, 0n)
  })

  it('it pays the lineage of a derivative from the first sale on', async () => {
    const world = loadMinters()
    const { collection, splits, creator, stranger } = await world
    const parentId = (await world).tokenId
    const child = await collection.tokenIdOf(stranger.address, word('lazy'))
    const voucher = voucherOf(stranger, 'lazy', { parents: [{ tokenId: parentId, payees: [] }] }) as unknown as Voucher
    const { signed, market, collectionAddress, buyer } = await world
    const { order, signature } = await signed(
      'listing',
      stranger,
      { collection: collectionAddress, tokenId: child },
      { form: 'voucher-order', voucher },
    )
    const payees = await splits.lineageOf(stranger.address, [{ receiver: creator.address, remixBps: 1_000, payees: [] }])
    const split = await splits.splitOf([...payees].map(({ account, bps }) => ({ account, bps })))
    const royalty = (PRICE * 750n) / 10_000n
    const selection = { tokenId: child, quantity: 0n, limit: PRICE }
    await expect(market.connect(buyer).fillVoucher(order, mutable(voucher), selection, signature, { value: PRICE })).to.changeEtherBalances(
      ethers,
      [stranger, split],
      [PRICE - FEE - royalty, royalty],
    )
  })

  describe('when it is bought again', () => {
    it('it reverts with MarketOrderSpent', async () => {
      const { buy, market } = await lazy()
      await buy()
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent')
    })
  })

  describe('when the token was minted otherwise before', () => {
    it('it reverts with TokensMinted', async () => {
      const { buy, collection, creator, mint, tokenId } = await lazy()
      await mint(creator, 'lazy')
      await expect(buy()).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(tokenId)
    })
  })

  describe('when the voucher was revoked', () => {
    it('it reverts with TokensVoucherRevoked', async () => {
      const { buy, collection, creator, voucher, tokenId } = await lazy()
      await collection.connect(creator).revokeVouchers([voucher.coreHash])
      await expect(buy()).to.be.revertedWithCustomError(collection, 'TokensVoucherRevoked').withArgs(tokenId)
    })
  })

  describe('when a part of the voucher was changed', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { buy, market, voucher, stranger } = await lazy()
      const terms = { ...voucher.terms, royaltyReceiver: stranger.address as `0x${string}` }
      const other = word('other') as `0x${string}`
      for (const shown of [
        { ...voucher, terms },
        { ...voucher, root: other },
        { ...voucher, maxSupply: 1n },
        { ...voucher, engineHash: other },
      ])
        await expect(buy({ shown })).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
    })
  })

  describe('when somebody else than the creator lists it', () => {
    it('it reverts with MarketTokenNotDelivered', async () => {
      const world = loadMinters()
      const { stranger } = await world
      const { buy, market, collectionAddress, tokenId } = await lazy({}, { world, maker: stranger })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(collectionAddress, tokenId)
    })
  })

  describe('when the order names another token', () => {
    it('it reverts with MarketTokenNotDelivered', async () => {
      const { buy, market, collectionAddress } = await lazy({ tokenId: 5n })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(collectionAddress, 5n)
    })
  })

  describe('when the collection says it has minted units and has not', () => {
    it('it reverts with MarketTokenNotDelivered', async () => {
      const world = loadMinters()
      const { creator, buyer, market, marketAddress, chainId, orderOf } = await world
      const empty = await deployMock<'hashVoucher'>('EmptyMinter')
      const collection = (await empty.getAddress()) as `0x${string}`
      const voucher = voucherOf(creator, 'empty', { maxSupply: 5n })
      const order = await orderOf('listing', creator, 1n, { collection, quantity: 5n })
      // What this collection calls the hash of a voucher is its core hash: the maker signs what it says.
      const domain = { name: 'Daedal Market', version: '1', chainId, verifyingContract: marketAddress }
      const orderHash = ethers.TypedDataEncoder.hashStruct('Order', { Order: [...orderTypes.Order] }, order)
      const typehash = ethers.id(ethers.TypedDataEncoder.from(voucherOrderTypes as never).encodeType('VoucherOrder'))
      const structHash = ethers.keccak256(ethers.concat([typehash, orderHash, voucher.coreHash]))
      const digest = ethers.keccak256(ethers.concat(['0x1901', ethers.TypedDataEncoder.hashDomain(domain), structHash]))
      await market.connect(creator).approveOrder(digest, true)
      const selection = { tokenId: 1n, quantity: 2n, limit: 2n * PRICE }
      await expect(market.connect(buyer).fillVoucher(order, voucher, selection, '0x', { value: 2n * PRICE }))
        .to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered')
        .withArgs(collection, 1n)
    })
  })

  describe('when the collection knows no vouchers', () => {
    it('it reverts with MarketVoucherUnknown', async () => {
      const world = loadMinters()
      const { plainAddress } = await world
      const { buy, market } = await lazy({ collection: plainAddress }, { world })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketVoucherUnknown').withArgs(plainAddress)
    })
  })

  describe('when there is no collection', () => {
    it('it reverts with MarketCollectionUnknown', async () => {
      const world = loadMinters()
      const { stranger } = await world
      const { buy, market } = await lazy({ collection: stranger.address as `0x${string}` }, { world })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketCollectionUnknown').withArgs(stranger.address)
    })
  })

  describe('when the order is no listing', () => {
    it('it reverts with MarketKindNotAllowed', async () => {
      for (const [kind, number] of [
        ['offer', 1],
        ['collection-offer', 2],
      ] as const) {
        const { buy, market } = await lazy({}, { kind })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketKindNotAllowed').withArgs(number)
      }
    })
  })

  describe('when a stranger mints past the market', () => {
    it('it reverts with TokensNotMarket', async () => {
      const { collection, creator, stranger, voucher } = await lazy()
      await expect(collection.connect(stranger).mintFromMarket(creator.address, mutable(voucher), stranger.address, 0n))
        .to.be.revertedWithCustomError(collection, 'TokensNotMarket')
        .withArgs(stranger.address)
    })
  })
})
