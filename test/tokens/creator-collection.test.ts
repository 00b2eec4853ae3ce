import { unpackTerms } from '@daedal/protocol/tokens/terms'
import { expect } from 'chai'
import { collectionTermsOf, ethers, loadCollections, POLICY, word } from '../fixtures/collections.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'

describe('createCollection', () => {
  it('it makes a collection at the address that was known before, with all its terms in the event', async () => {
    const { factory, stranger } = await loadCollections()
    const terms = collectionTermsOf(stranger, { policy: POLICY.training, symbol: 'X' })
    const salt = word('salt')
    const address = await factory.collectionOf(stranger.address, terms, salt)
    await expect(factory.connect(stranger).createCollection(terms, salt))
      .to.emit(factory, 'CollectionCreated')
      .withArgs(address, stranger.address, 'Drifting Lanterns', 'X', 'ipfs://lanterns', stranger.address, 750, 1_000, 8, salt)
    const collection = await ethers.getContractAt('CreatorCollection', address)
    expect(await collection.creator()).to.equal(stranger.address)
    expect(await collection.name()).to.equal('Drifting Lanterns')
    expect(await collection.symbol()).to.equal('X')
  })

  it('it makes one for each salt and terms, and none twice', async () => {
    const { factory, creator, createOwn, own } = await loadCollections()
    const address = await own.getAddress()
    const others = [await createOwn(creator, {}, word('another')), await createOwn(creator, { royaltyBps: 1 })]
    expect(new Set([address, ...(await Promise.all(others.map((other) => other.getAddress())))]).size).to.equal(3)
    await expect(factory.connect(creator).createCollection(collectionTermsOf(creator), ethers.ZeroHash)).to.be.revert(ethers)
  })

  describe('when terms are out of bounds', () => {
    it('it reverts with its own name', async () => {
      const { factory, house, creator } = await loadCollections()
      for (const [change, error] of [
        [{ policy: 64 }, 'TokensPolicyUnknown'],
        [{ royaltyBps: 1_001 }, 'TokensRoyaltyTooHigh'],
        [{ royaltyReceiver: ethers.ZeroAddress }, 'TokensRoyaltyReceiverZero'],
        [{ remixBps: 5_001 }, 'TokensRemixTooHigh'],
      ] as const) {
        const attempt = factory.connect(creator).createCollection(collectionTermsOf(creator, change), ethers.ZeroHash)
        await expect(attempt, error).to.be.revertedWithCustomError(house, error)
      }
    })
  })
})

describe('mint', () => {
  it('it is for the creator, on the terms of the collection', async () => {
    const { own, creator, stranger } = await loadCollections()
    const mint = (by: typeof creator) => own.connect(by).mint(word('open'), word('root'), word('prompt'), word('engine'), 3, [])
    const id = await own.tokenIdOf(creator.address, word('open'))
    const terms = { royaltyReceiver: creator.address, royaltyBps: 750, remixBps: 1_000, policy: 1, disclosure: 3 }
    await expect(mint(creator))
      .to.emit(own, 'Provenance')
      .withArgs(id, creator.address, word('open'), word('root'), word('prompt'), word('engine'), (packed: bigint) => {
        expect(unpackTerms(packed)).to.deep.equal(terms)
        return true
      })
    expect(await own.ownerOf(id)).to.equal(creator.address)
    expect(await own.creatorOf(id)).to.equal(creator.address)
    expect(await own.termsOf(id)).to.deep.equal([creator.address, 750n, 1_000n, 1n, 3n])
    await expect(mint(stranger))
      .to.be.revertedWithCustomError(own, 'TokensNotCollectionCreator')
      .withArgs(stranger.address, creator.address)
  })

  it("it derives from the creator's own tokens without sharing", async () => {
    const { own, splits, creator, ownToken } = await loadCollections()
    const parents = [{ tokenId: ownToken, payees: [] }]
    const id = await own.tokenIdOf(creator.address, word('open'))
    const minted = own.connect(creator).mint(word('open'), word('root'), word('p'), word('e'), 2, parents)
    await expect(minted).to.emit(own, 'Derived').withArgs(id, [ownToken])
    await expect(minted).not.to.emit(splits, 'SplitDeclared')
    expect(await own.royaltyInfo(id, 10_000n)).to.deep.equal([creator.address, 750n])
  })

  describe('when something is wrong', () => {
    it('it reverts with its own name', async () => {
      const { own, creator, ownToken } = await loadCollections()
      const attempt = (coreHash: string, root: string, disclosure: number, parents: { tokenId: bigint; payees: [] }[] = []) =>
        own.connect(creator).mint(coreHash, root, word('p'), word('e'), disclosure, parents)
      await expect(attempt(ethers.ZeroHash, word('r'), 2)).to.be.revertedWithCustomError(own, 'TokensCoreHashZero')
      await expect(attempt(word('x'), ethers.ZeroHash, 2)).to.be.revertedWithCustomError(own, 'TokensRootZero')
      await expect(attempt(word('own first'), word('r'), 2))
        .to.be.revertedWithCustomError(own, 'TokensMinted')
        .withArgs(ownToken)
      for (const disclosure of [0, 6])
        await expect(attempt(word('x'), word('r'), disclosure)).to.be.revertedWithCustomError(own, 'TokensDisclosureUnknown')
      const itself = await own.tokenIdOf(creator.address, word('x'))
      await expect(attempt(word('x'), word('r'), 2, [{ tokenId: itself, payees: [] }]))
        .to.be.revertedWithCustomError(own, 'TokensParentUnknown')
        .withArgs(itself)
    })
  })
})

describe('mintBatch', () => {
  const drafts = ['a', 'b'].map((label) => ({
    coreHash: word(label),
    root: word(`root ${label}`),
    promptCommitment: word('prompt'),
    engineHash: word('engine'),
  }))

  it('it mints each draft to the creator', async () => {
    const { own, creator } = await loadCollections()
    const had = await own.balanceOf(creator.address)
    await own.connect(creator).mintBatch(drafts, 4)
    expect(await own.balanceOf(creator.address)).to.equal(had + 2n)
    for (const draft of drafts) {
      const id = await own.tokenIdOf(creator.address, draft.coreHash)
      expect(await own.rootOf(id)).to.equal(draft.root)
      expect((await own.termsOf(id)).disclosure).to.equal(4n)
    }
    await expect(own.connect(creator).mintBatch(drafts, 4)).to.be.revertedWithCustomError(own, 'TokensMinted')
  })

  it('it is for the creator', async () => {
    const { own, stranger } = await loadCollections()
    await expect(own.connect(stranger).mintBatch(drafts, 4)).to.be.revertedWithCustomError(own, 'TokensNotCollectionCreator')
  })
})

describe('setTransferValidator', () => {
  describe('given the collection was made for it', () => {
    it("it asks the validator about every transfer, the market's too, and about no burn", async () => {
      const { market, creator, stranger, createOwn, mintOwn } = await loadCollections()
      const collection = await createOwn(creator, { policy: POLICY.validated })
      const [first, second] = [await mintOwn('first', [], collection), await mintOwn('second', [], collection)]
      expect(await collection.getTransferValidator()).to.equal(ethers.ZeroAddress)
      expect(await collection.getTransferValidationFunction()).to.deep.equal([
        ethers.id('validateTransfer(address,address,address,uint256)').slice(0, 10),
        true,
      ])
      const move = (by: typeof creator, id: bigint) => collection.connect(by).transferFrom(creator.address, stranger.address, id)
      const validator = await deployMock('PlainValidator', [market.address])
      const address = await validator.getAddress()
      await expect(collection.connect(creator).setTransferValidator(address))
        .to.emit(collection, 'TransferValidatorUpdated')
        .withArgs(ethers.ZeroAddress, address)
      expect(await collection.getTransferValidator()).to.equal(address)
      await expect(move(market, first))
        .to.be.revertedWithCustomError(validator, 'Refused')
        .withArgs(market.address, creator.address, stranger.address, first)
      await move(creator, second)
      const own = await deployMock('PlainValidator', [creator.address])
      await collection.connect(creator).setTransferValidator(await own.getAddress())
      await expect(move(creator, first)).to.be.revertedWithCustomError(own, 'Refused')
      await collection.connect(creator).burn(first)
      await collection.connect(creator).setTransferValidator(ethers.ZeroAddress)
      await collection.connect(stranger).transferFrom(stranger.address, creator.address, second)
    })

    it('it is for the creator, and for contracts', async () => {
      const { creator, stranger, createOwn } = await loadCollections()
      const collection = await createOwn(creator, { policy: POLICY.validated })
      await expect(collection.connect(stranger).setTransferValidator(ethers.ZeroAddress)).to.be.revertedWithCustomError(
        collection,
        'TokensNotCollectionCreator',
      )
      await expect(collection.connect(creator).setTransferValidator(stranger.address))
        .to.be.revertedWithCustomError(collection, 'TokensValidatorUnknown')
        .withArgs(stranger.address)
    })
  })

  describe('given the collection was not made for it', () => {
    it('it reverts with TokensValidatorForbidden', async () => {
      const { own, creator } = await loadCollections()
      await expect(own.connect(creator).setTransferValidator(ethers.ZeroAddress)).to.be.revertedWithCustomError(
        own,
        'TokensValidatorForbidden',
      )
    })
  })
})

describe('views', () => {
  it('it answers what was laid down, also of tokens that never were for a royalty', async () => {
    const { own, creator, ownToken } = await loadCollections()
    expect(await own.contractURI()).to.equal('ipfs://lanterns')
    expect(await own.royaltyInfo(7n, 10_000n)).to.deep.equal([creator.address, 750n])
    expect(await own.isFrozen(ownToken)).to.equal(true)
    for (const view of ['rootOf', 'termsOf', 'creatorOf', 'isFrozen'] as const)
      await expect(own[view](7n), view).to.be.revertedWithCustomError(own, 'TokensUnknown').withArgs(7n)
  })

  it('it opts out of the market as in every collection', async () => {
    const { own, market, seller } = await loadCollections()
    const balance = await own.balanceOf(seller.address)
    expect(await own.isApprovedForAll(seller.address, market.address)).to.equal(true)
    await own.connect(seller).setOperatorOptOut(true)
    expect(await own.isApprovedForAll(seller.address, market.address)).to.equal(false)
    expect(await own.balanceOf(seller.address)).to.equal(balance)
    await own.connect(seller).setOperatorOptOut(false)
    expect(await own.isApprovedForAll(seller.address, market.address)).to.equal(true)
  })
})
