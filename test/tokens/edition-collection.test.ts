import { tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { expect } from 'chai'
import { ethers, loadCollections, POLICY, word } from '../fixtures/collections.ts'
import { type Mint, signMint, voucherOf } from '../fixtures/vouchers.ts'

const FAR = 2n ** 40n

/** An edition of ten that nobody has opened yet. */
async function edition(change: Parameters<typeof voucherOf>[2] = {}) {
  const scene = await loadCollections()
  const voucher = voucherOf(scene.creator, 'edition', { maxSupply: 10n, ...change })
  const tokenId = await scene.editions.tokenIdOf(scene.creator.address, voucher.coreHash)
  return { ...scene, voucher, tokenId }
}

describe('mint', () => {
  it('it opens an edition with its terms, and mints up to its supply', async () => {
    const { editions, creator, voucher, tokenId } = await edition()
    const first = editions.connect(creator).mint(voucher, 4n)
    await expect(first).to.emit(editions, 'Provenance')
    await expect(first).to.emit(editions, 'TransferSingle').withArgs(creator.address, ethers.ZeroAddress, creator.address, tokenId, 4n)
    expect(await editions.supplyOf(tokenId)).to.deep.equal([4n, 10n])
    expect(await editions.termsOf(tokenId)).to.deep.equal([creator.address, 750n, 1_000n, 1n, 2n])
    expect(await editions.uri(tokenId)).to.equal(tokenUriOfRoot(voucher.root as `0x${string}`))
    const second = editions.connect(creator).mint(voucher, 6n)
    await expect(second).not.to.emit(editions, 'Provenance')
    expect(await editions.balanceOf(creator.address, tokenId)).to.equal(10n)
    await expect(editions.connect(creator).mint(voucher, 1n))
      .to.be.revertedWithCustomError(editions, 'TokensSupplyExceeded')
      .withArgs(tokenId, 0n, 1n)
  })

  it('it shares royalties and names parents as in every collection', async () => {
    const { editions, splits, creator, stranger, voucher, tokenId } = await edition()
    await editions.connect(creator).mint(voucher, 1n)
    const child = voucherOf(stranger, 'child', { maxSupply: 2n, parents: [{ tokenId, payees: [] }] })
    const minted = editions.connect(stranger).mint(child, 1n)
    const id = await editions.tokenIdOf(stranger.address, child.coreHash)
    await expect(minted).to.emit(editions, 'Derived').withArgs(id, [tokenId])
    await expect(minted).to.emit(splits, 'SplitDeclared')
    expect((await editions.royaltyInfo(id, 10_000n))[0]).not.to.equal(stranger.address)
    expect(await editions.creatorOf(id)).to.equal(stranger.address)
  })

  describe('when something is wrong', () => {
    it('it reverts with its own name', async () => {
      const { editions, creator, voucher, tokenId } = await edition()
      const attempt = (change: object, quantity = 1n) => editions.connect(creator).mint({ ...voucher, ...change }, quantity)
      await expect(attempt({}, 0n)).to.be.revertedWithCustomError(editions, 'TokensQuantityInvalid').withArgs(0n)
      for (const maxSupply of [0n, 1n << 80n])
        await expect(attempt({ maxSupply })).to.be.revertedWithCustomError(editions, 'TokensSupplyInvalid').withArgs(maxSupply)
      await expect(attempt({}, 11n)).to.be.revertedWithCustomError(editions, 'TokensSupplyExceeded').withArgs(tokenId, 10n, 11n)
      await expect(attempt({ coreHash: ethers.ZeroHash })).to.be.revertedWithCustomError(editions, 'TokensCoreHashZero')
      for (const policy of [POLICY.soulbound, POLICY.validated])
        await expect(attempt({ terms: { ...voucher.terms, policy } })).to.be.revertedWithCustomError(editions, 'TokensPolicyUnknown')
      await attempt({})
      for (const change of [{ maxSupply: 11n }, { root: word('another') }])
        await expect(attempt(change)).to.be.revertedWithCustomError(editions, 'TokensVoucherDiffers').withArgs(tokenId)
    })
  })
})

describe('mintFromMarket', () => {
  it('it mints units until the supply is used up', async () => {
    const { editions, market, creator, buyer, stranger, voucher, tokenId } = await edition()
    const take = (to: string, quantity: bigint) => editions.connect(market).mintFromMarket(creator.address, voucher, to, quantity)
    await take(buyer.address, 3n)
    await take(stranger.address, 7n)
    expect(await editions.balanceOf(buyer.address, tokenId)).to.equal(3n)
    expect(await editions.creatorOf(tokenId)).to.equal(creator.address)
    await expect(take(buyer.address, 1n)).to.be.revertedWithCustomError(editions, 'TokensSupplyExceeded').withArgs(tokenId, 0n, 1n)
    await expect(take(buyer.address, 0n)).to.be.revertedWithCustomError(editions, 'TokensQuantityInvalid')
  })

  it('it refuses a revoked voucher, also after the creator has opened the edition', async () => {
    const { editions, market, creator, buyer, voucher, tokenId } = await edition()
    await editions.connect(creator).revokeVouchers([voucher.coreHash])
    const take = () => editions.connect(market).mintFromMarket(creator.address, voucher, buyer.address, 1n)
    await expect(take()).to.be.revertedWithCustomError(editions, 'TokensVoucherRevoked').withArgs(tokenId)
    await editions.connect(creator).mint(voucher, 1n)
    await expect(take()).to.be.revertedWithCustomError(editions, 'TokensVoucherRevoked').withArgs(tokenId)
  })
})

describe('mintVoucher', () => {
  const claim = async (recipient: string, quantity: bigint) => {
    const scene = await edition()
    const mint: Mint = { voucher: scene.voucher, recipient, quantity, deadline: FAR }
    const signature = await signMint(scene.creator, scene.editions, mint)
    const submit = (by: typeof scene.creator, units = quantity) =>
      scene.editions.connect(by).mintVoucher(scene.creator.address, mint.voucher, recipient, units, FAR, signature)
    return { ...scene, submit }
  }

  it('it gives the recipient its units once', async () => {
    const { buyer } = await loadCollections()
    const { editions, stranger, tokenId, submit } = await claim(buyer.address, 2n)
    await expect(submit(stranger, 3n)).to.be.revertedWithCustomError(editions, 'TokensSignatureInvalid')
    await submit(stranger)
    expect(await editions.balanceOf(buyer.address, tokenId)).to.equal(2n)
    for (const by of [stranger, buyer])
      await expect(submit(by)).to.be.revertedWithCustomError(editions, 'TokensVoucherUsed').withArgs(tokenId, buyer.address)
  })

  it('it gives each caller its units once where anyone may', async () => {
    const { editions, stranger, buyer, seller, tokenId, submit } = await claim(ethers.ZeroAddress, 4n)
    await submit(stranger)
    await submit(buyer)
    expect(await editions.balanceOf(buyer.address, tokenId)).to.equal(4n)
    await expect(submit(buyer)).to.be.revertedWithCustomError(editions, 'TokensVoucherUsed').withArgs(tokenId, buyer.address)
    await expect(submit(seller)).to.be.revertedWithCustomError(editions, 'TokensSupplyExceeded').withArgs(tokenId, 2n, 4n)
  })
})

describe('revise', () => {
  it('it is for the creator while it holds every unit', async () => {
    const { editions, creator, stranger, voucher, tokenId } = await edition({ terms: { policy: POLICY.revisable } })
    await editions.connect(creator).mint(voucher, 4n)
    const revised = editions.connect(creator).revise(tokenId, word('better'))
    await expect(revised).to.emit(editions, 'Revised').withArgs(tokenId, voucher.root, word('better'))
    await expect(revised)
      .to.emit(editions, 'URI')
      .withArgs(tokenUriOfRoot(word('better') as `0x${string}`), tokenId)
    await expect(editions.connect(stranger).revise(tokenId, word('x'))).to.be.revertedWithCustomError(editions, 'TokensNotCreator')
    await editions.connect(creator).safeTransferFrom(creator.address, stranger.address, tokenId, 1n, '0x')
    await expect(editions.connect(creator).revise(tokenId, word('x'))).to.be.revertedWithCustomError(editions, 'TokensNotOwner')
  })
})

describe('freeze', () => {
  it('it is for the creator while others hold units', async () => {
    const { editions, creator, stranger, voucher, tokenId } = await edition({ terms: { policy: POLICY.revisable } })
    await editions.connect(creator).mint(voucher, 4n)
    await editions.connect(creator).safeTransferFrom(creator.address, stranger.address, tokenId, 1n, '0x')
    await expect(editions.connect(stranger).freeze(tokenId)).to.be.revertedWithCustomError(editions, 'TokensNotCreatorOrOwner')
    await expect(editions.connect(creator).freeze(tokenId)).to.emit(editions, 'Frozen').withArgs(tokenId)
    expect(await editions.isFrozen(tokenId)).to.equal(true)
  })
})

describe('burn', () => {
  it('it destroys units for ever, for the owner or its operator', async () => {
    const { editions, creator, stranger, voucher, tokenId } = await edition()
    await editions.connect(creator).mint(voucher, 10n)
    await expect(editions.connect(stranger).burn(creator.address, tokenId, 1n)).to.be.revertedWithCustomError(
      editions,
      'ERC1155MissingApprovalForAll',
    )
    await editions.connect(creator).burn(creator.address, tokenId, 1n)
    await editions.connect(creator).setApprovalForAll(stranger.address, true)
    await editions.connect(stranger).burn(creator.address, tokenId, 2n)
    expect(await editions.balanceOf(creator.address, tokenId)).to.equal(7n)
    await expect(editions.connect(creator).mint(voucher, 1n)).to.be.revertedWithCustomError(editions, 'TokensSupplyExceeded')
  })
})

describe('setOperatorOptOut', () => {
  it('it takes the units from the market, until they are given back', async () => {
    const { editions, market, creator, buyer, voucher, tokenId } = await edition()
    await editions.connect(creator).mint(voucher, 10n)
    const move = () => editions.connect(market).safeTransferFrom(creator.address, buyer.address, tokenId, 1n, '0x')
    await move()
    await expect(editions.connect(creator).setOperatorOptOut(true)).to.emit(editions, 'OperatorOptedOut').withArgs(creator.address, true)
    await expect(move()).to.be.revertedWithCustomError(editions, 'ERC1155MissingApprovalForAll')
    await editions.connect(creator).setOperatorOptOut(false)
    await move()
  })
})
