import { expect } from 'chai'
import { ethers, loadCollections, networkHelpers, POLICY, word } from '../fixtures/collections.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { compact, type Mint, signMint, signTwoMints, type Voucher, voucherOf } from '../fixtures/vouchers.ts'

const FAR = 2n ** 40n
const anyone = ethers.ZeroAddress

/** A voucher for the house and the way to submit it. */
async function drafting() {
  const scene = await loadCollections()
  const { house, creator } = scene
  const voucher = voucherOf(creator, 'lazy')
  const tokenId = await house.tokenIdOf(creator.address, voucher.coreHash)
  const messageOf = (change: Partial<Mint> = {}): Mint => ({ voucher, recipient: anyone, quantity: 0n, deadline: FAR, ...change })
  const submit = (by: typeof creator, mint: Mint, signature: string, signer = creator.address) =>
    house.connect(by).mintVoucher(signer, mint.voucher, mint.recipient, mint.deadline, signature)
  return { ...scene, voucher, tokenId, messageOf, submit }
}

describe('mintFromMarket', () => {
  it('it mints to the first owner, and leaves creator and royalty to who signed', async () => {
    const { house, own, market, creator, buyer } = await loadCollections()
    for (const collection of [house, own]) {
      const voucher = voucherOf(creator, 'lazy')
      const id = await collection.tokenIdOf(creator.address, voucher.coreHash)
      const had = await collection.balanceOf(buyer.address)
      await expect(collection.connect(market).mintFromMarket(creator.address, voucher, buyer.address, 0n))
        .to.emit(collection, 'Transfer')
        .withArgs(ethers.ZeroAddress, buyer.address, id)
      expect(await collection.ownerOf(id)).to.equal(buyer.address)
      expect(await collection.balanceOf(buyer.address)).to.equal(had + 1n)
      expect(await collection.creatorOf(id)).to.equal(creator.address)
      expect(await collection.royaltyInfo(id, 10_000n)).to.deep.equal([creator.address, 750n])
      expect(await collection.rootOf(id)).to.equal(voucher.root)
    }
  })

  it('it is for the market alone', async () => {
    const { house, own, editions, creator } = await loadCollections()
    for (const collection of [house, own, editions])
      await expect(collection.connect(creator).mintFromMarket(creator.address, voucherOf(creator, 'lazy'), creator.address, 1n))
        .to.be.revertedWithCustomError(collection, 'TokensNotMarket')
        .withArgs(creator.address)
  })

  describe('when the voucher cannot be', () => {
    it('it reverts with its own name', async () => {
      const { house, own, market, creator, stranger, buyer, houseToken } = await loadCollections()
      const attempt = (voucher: Voucher, quantity = 0n, to = buyer.address, by = creator) =>
        house.connect(market).mintFromMarket(by.address, voucher, to, quantity)
      const good = voucherOf(creator, 'lazy')
      await expect(attempt(good, 2n)).to.be.revertedWithCustomError(house, 'TokensQuantityInvalid').withArgs(2n)
      await expect(attempt({ ...good, maxSupply: 1n }))
        .to.be.revertedWithCustomError(house, 'TokensSupplyInvalid')
        .withArgs(1n)
      await expect(attempt({ ...good, root: ethers.ZeroHash })).to.be.revertedWithCustomError(house, 'TokensRootZero')
      await expect(attempt(good, 0n, ethers.ZeroAddress)).to.be.revertedWithCustomError(house, 'ERC721InvalidReceiver')
      await expect(attempt(voucherOf(creator, 'house first')))
        .to.be.revertedWithCustomError(house, 'TokensMinted')
        .withArgs(houseToken)
      const parents = [{ tokenId: 7n, payees: [] }]
      await expect(attempt(voucherOf(creator, 'lazy', { parents }))).to.be.revertedWithCustomError(house, 'TokensParentUnknown')
      const inOwn = (voucher: Voucher, by = creator) => own.connect(market).mintFromMarket(by.address, voucher, buyer.address, 0n)
      await expect(inOwn(voucherOf(stranger, 'lazy'), stranger))
        .to.be.revertedWithCustomError(own, 'TokensNotCollectionCreator')
        .withArgs(stranger.address, creator.address)
      for (const terms of [{ royaltyBps: 749 }, { remixBps: 0 }, { policy: POLICY.training }, { royaltyReceiver: buyer.address }])
        await expect(inOwn(voucherOf(creator, 'lazy', { terms }))).to.be.revertedWithCustomError(own, 'TokensTermsDiffer')
    })
  })
})

describe('mintVoucher', () => {
  it('it mints to the recipient that was signed, whoever submits', async () => {
    const { house, own, creator, buyer, stranger, tokenId, messageOf } = await drafting()
    for (const collection of [house, own]) {
      const mint = messageOf({ recipient: buyer.address })
      const signature = await signMint(creator, collection, mint)
      await collection.connect(stranger).mintVoucher(creator.address, mint.voucher, buyer.address, FAR, signature)
      expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
      expect(await collection.creatorOf(tokenId)).to.equal(creator.address)
    }
  })

  it('it mints to the caller where anyone may', async () => {
    const { house, creator, stranger, tokenId, messageOf, submit } = await drafting()
    await submit(stranger, messageOf(), await signMint(creator, house, messageOf()))
    expect(await house.ownerOf(tokenId)).to.equal(stranger.address)
  })

  it("it takes the 64-byte form, a contract's word, and one signature for many", async () => {
    const { house, creator, stranger, messageOf, submit } = await drafting()
    await submit(stranger, messageOf(), compact(await signMint(creator, house, messageOf())))
    const wallet = await deployMock<'setMode'>('ContractWallet')
    const address = await wallet.getAddress()
    const ofWallet = messageOf({ voucher: voucherOf(creator, 'by a contract') })
    await submit(stranger, ofWallet, '0x1234', address)
    expect(await house.creatorOf(await house.tokenIdOf(address, word('by a contract')))).to.equal(address)
    await wallet.setMode(1)
    const refused = messageOf({ voucher: voucherOf(creator, 'refused') })
    await expect(submit(stranger, refused, '0x1234', address)).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
    const mints: [Mint, Mint] = [
      messageOf({ voucher: voucherOf(creator, 'one') }),
      messageOf({ voucher: voucherOf(creator, 'two'), recipient: stranger.address }),
    ]
    const signatures = await signTwoMints(creator, house, mints)
    await expect(submit(stranger, mints[0], signatures[1] as string)).to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
    for (const [index, mint] of mints.entries()) await submit(stranger, mint, signatures[index] as string)
    expect(await house.ownerOf(await house.tokenIdOf(creator.address, word('two')))).to.equal(stranger.address)
  })

  describe('when the signature does not fit', () => {
    it('it reverts with its own name', async () => {
      const { house, creator, stranger, buyer, messageOf, submit } = await drafting()
      const signature = await signMint(creator, house, messageOf())
      const changed = { ...messageOf().voucher, root: word('another root') }
      const dearer = voucherOf(creator, 'lazy', { terms: { royaltyReceiver: stranger.address } })
      for (const change of [{ recipient: buyer.address }, { deadline: FAR + 1n }, { voucher: changed }, { voucher: dearer }])
        await expect(submit(stranger, messageOf(change), signature))
          .to.be.revertedWithCustomError(house, 'TokensSignatureInvalid')
          .withArgs(creator.address)
      for (const length of [0, 63, 66])
        await expect(submit(stranger, messageOf(), `0x${'11'.repeat(length)}`))
          .to.be.revertedWithCustomError(house, 'TokensSignatureMalformed')
          .withArgs(length)
      const deadline = BigInt(await networkHelpers.time.latest()) + 50n
      const soon = messageOf({ deadline })
      const forSoon = await signMint(creator, house, soon)
      await networkHelpers.time.setNextBlockTimestamp(deadline)
      await expect(submit(stranger, soon, forSoon))
        .to.be.revertedWithCustomError(house, 'TokensSignatureExpired')
        .withArgs(deadline)
    })
  })
})

describe('revokeVouchers', () => {
  it('it stops the voucher everywhere, and says so', async () => {
    const { house, market, creator, stranger, buyer, voucher, tokenId, messageOf, submit } = await drafting()
    const signature = await signMint(creator, house, messageOf())
    expect(await house.voucherRevoked(tokenId)).to.equal(false)
    await expect(house.connect(creator).revokeVouchers([voucher.coreHash]))
      .to.emit(house, 'VoucherRevoked')
      .withArgs(tokenId, creator.address)
    expect(await house.voucherRevoked(tokenId)).to.equal(true)
    await expect(submit(stranger, messageOf(), signature))
      .to.be.revertedWithCustomError(house, 'TokensVoucherRevoked')
      .withArgs(tokenId)
    await expect(house.connect(market).mintFromMarket(creator.address, voucher, buyer.address, 0n))
      .to.be.revertedWithCustomError(house, 'TokensVoucherRevoked')
      .withArgs(tokenId)
  })

  it('it leaves the creator able to mint, and vouchers of others alone', async () => {
    const { house, creator, stranger, voucher, tokenId, messageOf, submit, mint } = await drafting()
    await house.connect(stranger).revokeVouchers([voucher.coreHash])
    await submit(stranger, messageOf(), await signMint(creator, house, messageOf()))
    expect(await house.ownerOf(tokenId)).to.equal(stranger.address)
    await house.connect(creator).revokeVouchers([word('later'), word('never')])
    const later = await mint(creator, 'later')
    expect(await house.ownerOf(later)).to.equal(creator.address)
  })
})
