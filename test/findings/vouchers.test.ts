import type { Order } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { ethers, loadCollections, networkHelpers, word } from '../fixtures/collections.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { PRICE } from '../fixtures/trade.ts'
import { type Mint, signMint, signTwoMints, voucherOf } from '../fixtures/vouchers.ts'

const FAR = 2n ** 40n

/** A voucher that anyone may mint, signed for the house. */
async function signed(change: Partial<Mint> = {}) {
  const scene = await loadCollections()
  const mint: Mint = { voucher: voucherOf(scene.creator, 'lazy'), recipient: ethers.ZeroAddress, quantity: 0n, deadline: FAR, ...change }
  const signature = await signMint(scene.creator, scene.house, mint)
  const submit = (by = scene.stranger, creator = scene.creator) =>
    scene.house.connect(by).mintVoucher(creator.address, mint.voucher, mint.recipient, mint.deadline, signature)
  const tokenId = await scene.house.tokenIdOf(scene.creator.address, mint.voucher.coreHash)
  return { ...scene, message: mint, signature, submit, tokenId }
}

describe('a voucher minted twice, or after its end', () => {
  it('a voucher is minted once, also after its token was burned or sold on', async () => {
    const { house, market, creator, stranger, buyer, message, submit, tokenId } = await signed()
    await submit()
    const again = async () => {
      await expect(submit(buyer)).to.be.revertedWithCustomError(house, 'TokensMinted').withArgs(tokenId)
      await expect(house.connect(market).mintFromMarket(creator.address, message.voucher, buyer.address, 0n))
        .to.be.revertedWithCustomError(house, 'TokensMinted')
        .withArgs(tokenId)
    }
    await again()
    await house.connect(stranger).transferFrom(stranger.address, buyer.address, tokenId)
    await again()
    await house.connect(buyer).burn(tokenId)
    await again()
  })

  it('an expired and a revoked voucher are dead, whichever way they are minted', async () => {
    const deadline = BigInt(await networkHelpers.time.latest()) + 1_000_000n
    const { house, market, creator, buyer, message, submit, tokenId } = await signed({ deadline })
    await house.connect(creator).revokeVouchers([message.voucher.coreHash])
    await expect(submit()).to.be.revertedWithCustomError(house, 'TokensVoucherRevoked').withArgs(tokenId)
    await expect(house.connect(market).mintFromMarket(creator.address, message.voucher, buyer.address, 0n)).to.be.revertedWithCustomError(
      house,
      'TokensVoucherRevoked',
    )
    await networkHelpers.time.increaseTo(deadline)
    await expect(submit()).to.be.revertedWithCustomError(house, 'TokensSignatureExpired').withArgs(deadline)
  })

  it('two vouchers of the same record make one token', async () => {
    const { house, creator, stranger, message, submit, tokenId } = await signed()
    const cheaper = { ...message, voucher: { ...message.voucher, root: word('another root') } }
    const signature = await signMint(creator, house, cheaper)
    await submit()
    await expect(house.connect(stranger).mintVoucher(creator.address, cheaper.voucher, cheaper.recipient, FAR, signature))
      .to.be.revertedWithCustomError(house, 'TokensMinted')
      .withArgs(tokenId)
  })
})

describe('a voucher carried to another collection or chain', () => {
  it('a voucher of one collection is worth nothing in another', async () => {
    const { own, editions, creator, stranger, message, signature } = await signed()
    for (const attempt of [
      () => own.connect(stranger).mintVoucher(creator.address, message.voucher, message.recipient, FAR, signature),
      () => editions.connect(stranger).mintVoucher(creator.address, message.voucher, message.recipient, 0n, FAR, signature),
    ])
      await expect(attempt()).to.be.revertedWithCustomError(own, 'TokensSignatureInvalid').withArgs(creator.address)
  })

  it('a voucher of one clone is worth nothing in its sibling', async () => {
    const { own, creator, stranger, createOwn, message } = await signed()
    const sibling = await createOwn(creator, {}, word('sibling'))
    const signature = await signMint(creator, own, message)
    const submit = (collection: typeof own) =>
      collection.connect(stranger).mintVoucher(creator.address, message.voucher, message.recipient, FAR, signature)
    await expect(submit(sibling)).to.be.revertedWithCustomError(sibling, 'TokensSignatureInvalid')
    await submit(own)
  })

  it('a voucher of one chain is worth nothing on another', async () => {
    const { house, creator, stranger, message, chainId } = await signed()
    const elsewhere = await signMint(creator, house, message, chainId + 1n)
    await expect(
      house.connect(stranger).mintVoucher(creator.address, message.voucher, message.recipient, FAR, elsewhere),
    ).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
  })
})

describe('a voucher that a stranger submits first', () => {
  it('a stranger who comes first leaves the creator its id, name and royalty', async () => {
    const { house, creator, stranger, message, submit, tokenId } = await signed()
    await expect(submit(stranger, stranger)).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid').withArgs(stranger.address)
    await submit(stranger)
    expect(await house.ownerOf(tokenId)).to.equal(stranger.address)
    expect(await house.creatorOf(tokenId)).to.equal(creator.address)
    expect(await house.royaltyInfo(tokenId, 10_000n)).to.deep.equal([creator.address, 750n])
    expect(await house.rootOf(tokenId)).to.equal(message.voucher.root)
  })

  it('a stranger who mints the same record makes another token, and does not stop the first', async () => {
    const { house, stranger, message, submit, tokenId, termsOf } = await signed()
    const { coreHash, root } = message.voucher
    await house.connect(stranger).mint(coreHash, root, word('p'), word('e'), termsOf(stranger), [])
    await submit()
    expect(await house.ownerOf(tokenId)).to.equal(stranger.address)
    expect(await house.tokenIdOf(stranger.address, coreHash)).not.to.equal(tokenId)
  })

  it('a voucher for one account cannot be taken by another', async () => {
    const { buyer } = await loadCollections()
    const { house, stranger, creator, message, signature, submit, tokenId } = await signed({ recipient: buyer.address })
    for (const to of [stranger.address, ethers.ZeroAddress])
      await expect(house.connect(stranger).mintVoucher(creator.address, message.voucher, to, FAR, signature)).to.be.revertedWithCustomError(
        house,
        'TokensSignatureInvalid',
      )
    await submit(stranger)
    expect(await house.ownerOf(tokenId)).to.equal(buyer.address)
  })
})

describe('a voucher that its creator did not sign', () => {
  it('an inner node of a signed tree is no voucher, nor is a leaf with another proof', async () => {
    const { house, creator, stranger, message } = await signed()
    const second = { ...message, voucher: voucherOf(creator, 'second') }
    const [first] = (await signTwoMints(creator, house, [message, second])) as [string, string]
    const forged = { ...message, voucher: voucherOf(creator, 'forged') }
    const submit = (message: Mint, signature: string) =>
      house.connect(stranger).mintVoucher(creator.address, message.voucher, message.recipient, FAR, signature)
    await expect(submit(forged, first)).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
    const taller = `${first.slice(0, -10)}02${first.slice(-8)}`
    await expect(submit(message, taller)).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
    await submit(message, first)
  })

  it('a voucher from which the signature is cut never mints for account zero', async () => {
    const { house, stranger, message } = await signed()
    for (const signature of ['0x', `0x${'00'.repeat(65)}`, `0x${'00'.repeat(64)}`])
      await expect(
        house.connect(stranger).mintVoucher(ethers.ZeroAddress, message.voucher, message.recipient, FAR, signature),
      ).to.be.revertedWithCustomError(house, 'TokensSignatureMalformed')
  })

  it('a right to derive is not got by a voucher of somebody else', async () => {
    const { house, market, creator, stranger, mint } = await signed()
    const closed = await mint(creator, 'closed', { policy: 0 })
    const voucher = voucherOf(stranger, 'derived', { parents: [{ tokenId: closed, payees: [] }] })
    await expect(house.connect(market).mintFromMarket(stranger.address, voucher, creator.address, 0n))
      .to.be.revertedWithCustomError(house, 'TokensDerivativeForbidden')
      .withArgs(closed)
  })
})

describe('an order with a voucher filled again, elsewhere or after its end', () => {
  /** A listing of a token that is not minted yet, in a collection that the real market mints into. */
  async function lazy() {
    const goods = await loadGoods()
    const { market, collection, collectionAddress, creator, buyer, orderOf, signForm } = goods
    const voucher = voucherOf(creator, 'lazy')
    const tokenId = await collection.tokenIdOf(creator.address, voucher.coreHash)
    const sign = async (change: Partial<Order> = {}) => {
      const order = await orderOf('listing', creator, tokenId, { collection: collectionAddress, ...change })
      return { order, signature: await signForm(creator, { form: 'voucher-order', order, voucher: voucher as never }) }
    }
    const first = await sign()
    const buy = ({ order, signature } = first, by = buyer, shown = voucher) =>
      market.connect(by).fillVoucher(order, shown, { tokenId, quantity: 0n, limit: PRICE }, signature, { value: PRICE })
    return { ...goods, voucher, tokenId, sign, first, buy }
  }

  it('neither the same order nor another one of the voucher mints its token again', async () => {
    const { buy, sign, market, collection, tokenId, buyer } = await lazy()
    await buy()
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 0)
    await collection.connect(buyer).burn(tokenId)
    await expect(buy(await sign({ nonce: 1n })))
      .to.be.revertedWithCustomError(collection, 'TokensMinted')
      .withArgs(tokenId)
  })

  it('another collection of the same code mints nothing for it', async () => {
    const { buy, first, market, marketAddress, splitsAddress, creator } = await lazy()
    const parts = [marketAddress, splitsAddress, ethers.ZeroAddress, 'ipfs://twin'] as const
    const twin = (await (await ethers.deployContract('AssetCollection', [...parts])).getAddress()) as `0x${string}`
    await expect(buy({ ...first, order: { ...first.order, collection: twin } }))
      .to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
      .withArgs(creator.address)
  })

  it('a voucher with other terms, another root or other parents was not signed', async () => {
    const { buy, first, market, voucher, stranger, creator, tokenId, buyer } = await lazy()
    const terms = { ...voucher.terms, royaltyReceiver: stranger.address }
    for (const change of [{ terms }, { root: word('another') }, { parents: [{ tokenId: 1n, payees: [] }] }, { maxSupply: 1n }])
      await expect(buy(first, buyer, { ...voucher, ...change }))
        .to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
        .withArgs(creator.address)
    expect(first.order.tokenId).to.equal(tokenId)
  })

  it('it is dead once the voucher is revoked, or the order past its end', async () => {
    const { buy, sign, market, collection, creator, voucher, tokenId } = await lazy()
    await expect(buy(await sign({ startTime: 10n, endTime: 11n })))
      .to.be.revertedWithCustomError(market, 'MarketOrderExpired')
      .withArgs(11n)
    await collection.connect(creator).revokeVouchers([voucher.coreHash])
    await expect(buy()).to.be.revertedWithCustomError(collection, 'TokensVoucherRevoked').withArgs(tokenId)
  })

  it('a stranger who buys first pays for it, and leaves the creator its id, its name and its royalty', async () => {
    const { buy, first, collection, creator, stranger, tokenId } = await lazy()
    await expect(buy(first, stranger)).to.changeEtherBalances(ethers, [stranger, creator], [-PRICE, PRICE - PRICE / 40n])
    expect([await collection.ownerOf(tokenId), await collection.creatorOf(tokenId)]).to.deep.equal([stranger.address, creator.address])
    expect(await collection.royaltyInfo(tokenId, 10_000n)).to.deep.equal([creator.address, 750n])
  })
})
