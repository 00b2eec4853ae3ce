import { expect } from 'chai'
import { collectionTermsOf, ethers, loadCollections, networkHelpers, POLICY, word } from '../fixtures/collections.ts'

describe('a collection taken over, initialised again or rewritten', () => {
  it('the address of a collection cannot be taken by whoever sees it coming', async () => {
    const { factory, stranger, other } = await loadCollections()
    const terms = collectionTermsOf(other)
    const coming = await factory.collectionOf(other.address, terms, word('salt'))
    await factory.connect(stranger).createCollection(terms, word('salt'))
    expect(await ethers.provider.getCode(coming)).to.equal('0x')
    await factory.connect(other).createCollection(terms, word('salt'))
    const collection = await ethers.getContractAt('CreatorCollection', coming)
    expect(await collection.CREATOR()).to.equal(other.address)
  })

  it('a collection has nothing that a stranger could initialise, and no function that changes its terms', async () => {
    const { own } = await loadCollections()
    const changing: string[] = []
    own.interface.forEachFunction(({ name, stateMutability }) => {
      if (stateMutability !== 'view' && stateMutability !== 'pure') changing.push(name)
    })
    expect(changing.sort()).to.deep.equal([
      'addAigcData',
      'approve',
      'approveDerivative',
      'approveDerivativeBySignature',
      'burn',
      'freeze',
      'mint',
      'mintBatch',
      'mintFromMarket',
      'mintVoucher',
      'multicall',
      'revise',
      'revokeVouchers',
      'safeTransferFrom',
      'safeTransferFrom',
      'setApprovalForAll',
      'setOperatorOptOut',
      'setTransferValidator',
      'setUser',
      'transferFrom',
    ])
  })

  it('the code behind the collections is no collection', async () => {
    const { factory, market, creator } = await loadCollections()
    const code = await ethers.getContractAt('CreatorCollection', await factory.IMPLEMENTATION())
    const attempts = [
      () => code.connect(creator).mint(word('x'), word('r'), word('p'), word('e'), 2, []),
      () => code.connect(creator).setTransferValidator(ethers.ZeroAddress),
      () => code.connect(market).CREATOR(),
      () => code.name(),
      () => code.royaltyInfo(1n, 1n),
    ]
    for (const attempt of attempts) await expect(attempt()).to.be.revertedWithCustomError(code, 'TokensNotCollection')
  })

  it('no function of a collection takes ether, so several can be called at once', async () => {
    const { house, own, editions } = await loadCollections()
    for (const collection of [house, own, editions])
      collection.interface.forEachFunction(({ name, payable }) => expect(payable, name).to.equal(false))
  })
})

describe('a token moved by a right that has ended, or against its policy', () => {
  it('a call among several is of the one who sends them', async () => {
    const { house, stranger, seller, houseToken } = await loadCollections()
    const burn = house.interface.encodeFunctionData('burn', [houseToken])
    const nested = house.interface.encodeFunctionData('multicall', [[burn]])
    for (const call of [burn, nested])
      await expect(house.connect(stranger).multicall([call])).to.be.revertedWithCustomError(house, 'ERC721InsufficientApproval')
    await house.connect(seller).multicall([nested])
  })

  it('an approval ends with a transfer, a burn and its withdrawal, and its word is not left behind', async () => {
    const { house, seller, buyer, stranger, houseToken } = await loadCollections()
    await house.connect(seller).approve(stranger.address, houseToken)
    await house.connect(seller).transferFrom(seller.address, buyer.address, houseToken)
    expect(await house.getApproved(houseToken)).to.equal(ethers.ZeroAddress)
    const take = () => house.connect(stranger).transferFrom(buyer.address, stranger.address, houseToken)
    await expect(take()).to.be.revertedWithCustomError(house, 'ERC721InsufficientApproval')
    await house.connect(buyer).approve(stranger.address, houseToken)
    await house.connect(buyer).approve(ethers.ZeroAddress, houseToken)
    await expect(take()).to.be.revertedWithCustomError(house, 'ERC721InsufficientApproval')
    await house.connect(buyer).approve(stranger.address, houseToken)
    await take()
    expect(await house.ownerOf(houseToken)).to.equal(stranger.address)
  })

  it('an owner that opted out keeps its balance through mints, transfers and burns', async () => {
    const { house, market, seller, buyer, houseToken, mint } = await loadCollections()
    const had = await house.balanceOf(seller.address)
    await house.connect(seller).setOperatorOptOut(true)
    await house.connect(seller).setOperatorOptOut(true)
    await mint(seller, 'more')
    expect(await house.balanceOf(seller.address)).to.equal(had + 1n)
    await house.connect(seller).burn(houseToken)
    const rest = await house.tokenIdOf(seller.address, word('more'))
    await expect(house.connect(market).transferFrom(seller.address, buyer.address, rest)).to.be.revertedWithCustomError(
      house,
      'ERC721InsufficientApproval',
    )
    await house.connect(seller).transferFrom(seller.address, buyer.address, rest)
    expect(await house.balanceOf(seller.address)).to.equal(had - 1n)
    expect(await house.operatorOptedOut(seller.address)).to.equal(true)
  })

  it('a rented token is sold with its user, who is still there in the last second', async () => {
    const { house, market, seller, buyer, stranger, houseToken } = await loadCollections()
    const expires = BigInt(await networkHelpers.time.latest()) + 1_000n
    await house.connect(seller).setUser(houseToken, stranger.address, expires)
    await house.connect(market).transferFrom(seller.address, buyer.address, houseToken)
    await expect(house.connect(buyer).setUser(houseToken, buyer.address, expires)).to.be.revertedWithCustomError(house, 'TokensRented')
    await expect(house.connect(buyer).burn(houseToken)).to.be.revertedWithCustomError(house, 'TokensRented')
    await networkHelpers.time.increaseTo(expires - 1n)
    expect(await house.userOf(houseToken)).to.equal(stranger.address)
    await networkHelpers.time.increaseTo(expires)
    await house.connect(buyer).burn(houseToken)
  })

  it('a soulbound token leaves nobody by the market, a voucher or an operator', async () => {
    const { house, market, creator, seller, stranger, mint } = await loadCollections()
    const badge = await mint(creator, 'badge', { policy: POLICY.soulbound })
    await house.connect(creator).setApprovalForAll(stranger.address, true)
    for (const by of [market, stranger, creator])
      await expect(house.connect(by).transferFrom(creator.address, seller.address, badge))
        .to.be.revertedWithCustomError(house, 'TokensSoulbound')
        .withArgs(badge)
  })

  it('opting out again and again leaves the balance what it is', async () => {
    const { house: collection, seller, stranger, houseToken: tokenId } = await loadCollections()
    const mine = collection.connect(seller)
    for (let round = 0; round < 9; round += 1) {
      await mine.setOperatorOptOut(round % 2 === 0)
      await mine.setOperatorOptOut(round % 2 === 0)
      expect(await collection.operatorOptedOut(seller.address)).to.equal(round % 2 === 0)
      expect(await collection.balanceOf(seller.address)).to.equal(2n)
    }
    await mine.transferFrom(seller.address, stranger.address, tokenId)
    expect(await collection.balanceOf(seller.address)).to.equal(1n)
    expect(await collection.operatorOptedOut(seller.address)).to.equal(true)
    expect(await collection.operatorOptedOut(stranger.address)).to.equal(false)
  })
})

describe('a record minted under another’s name, or as its own parent', () => {
  it('a token cannot be its own parent', async () => {
    const { house, creator, termsOf } = await loadCollections()
    const itself = await house.tokenIdOf(creator.address, word('ouroboros'))
    await expect(
      house.connect(creator).mint(word('ouroboros'), word('r'), word('p'), word('e'), termsOf(creator), [{ tokenId: itself, payees: [] }]),
    )
      .to.be.revertedWithCustomError(house, 'TokensParentUnknown')
      .withArgs(itself)
  })

  it('somebody else’s record under one’s own name is another token', async () => {
    const { house: collection, creator, stranger, mint } = await loadCollections()
    const first = await mint(creator, 'same record')
    const second = await mint(stranger, 'same record')
    expect(second).not.to.equal(first)
    expect(await collection.creatorOf(first)).to.equal(creator.address)
    expect(await collection.creatorOf(second)).to.equal(stranger.address)
  })
})
