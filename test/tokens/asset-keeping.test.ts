import { tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { expect } from 'chai'
import { ethers, loadCollections, POLICY, word } from '../fixtures/collections.ts'
import { PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`

/** The house collection; the seller holds its first token. */
async function loadHouse() {
  const scene = await loadCollections()
  return { ...scene, collection: scene.house, tokenId: scene.houseToken }
}

describe('revise', () => {
  describe('given the token is revisable', () => {
    it('it replaces the root, keeps the old one in the event, and tells marketplaces', async () => {
      const { collection, mint, creator } = await loadHouse()
      const id = await mint(creator, 'draft', { policy: POLICY.revisable })
      const revised = collection.connect(creator).revise(id, word('better'))
      await expect(revised).to.emit(collection, 'Revised').withArgs(id, word('root draft'), word('better'))
      await expect(revised).to.emit(collection, 'MetadataUpdate').withArgs(id)
      expect(await collection.tokenURI(id)).to.equal(tokenUriOfRoot(word('better') as Hex))
    })

    it('it is for the creator that owns it alone', async () => {
      const { collection, mint, creator, stranger } = await loadHouse()
      const id = await mint(creator, 'draft', { policy: POLICY.revisable })
      await expect(collection.connect(stranger).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotCreator')
      await collection.connect(creator).transferFrom(creator.address, stranger.address, id)
      await expect(collection.connect(stranger).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotCreator')
      await expect(collection.connect(creator).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotOwner')
    })

    describe('when there is no new root', () => {
      it('it reverts with TokensRootZero, and the old one stays', async () => {
        const { collection, mint, creator } = await loadHouse()
        const id = await mint(creator, 'draft', { policy: POLICY.revisable })
        await expect(collection.connect(creator).revise(id, ethers.ZeroHash)).to.be.revertedWithCustomError(collection, 'TokensRootZero')
        expect(await collection.rootOf(id)).to.equal(word('root draft'))
      })
    })
  })

  describe('given the token is frozen', () => {
    it('it reverts with TokensFrozen', async () => {
      const { collection, mint, creator } = await loadHouse()
      const id = await mint(creator, 'final')
      await expect(collection.connect(creator).revise(id, word('x')))
        .to.be.revertedWithCustomError(collection, 'TokensFrozen')
        .withArgs(id)
    })
  })
})

describe('freeze', () => {
  it('it ends revisions for ever', async () => {
    const { collection, mint, creator } = await loadHouse()
    const id = await mint(creator, 'draft', { policy: POLICY.revisable | POLICY.training })
    await expect(collection.connect(creator).freeze(id)).to.emit(collection, 'Frozen').withArgs(id)
    expect(await collection.isFrozen(id)).to.equal(true)
    expect((await collection.termsOf(id)).policy).to.equal(POLICY.training)
    await expect(collection.connect(creator).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensFrozen')
  })

  it('it is for creator or owner, once', async () => {
    const { collection, mint, creator, stranger, seller } = await loadHouse()
    const id = await mint(creator, 'draft', { policy: POLICY.revisable })
    await expect(collection.connect(stranger).freeze(id)).to.be.revertedWithCustomError(collection, 'TokensNotCreatorOrOwner')
    await collection.connect(creator).transferFrom(creator.address, seller.address, id)
    await collection.connect(seller).freeze(id)
    await expect(collection.connect(creator).freeze(id)).to.be.revertedWithCustomError(collection, 'TokensFrozen')
  })
})

describe('burn', () => {
  it('it removes the token and keeps what it stood for', async () => {
    const { collection, seller, creator, tokenId } = await loadHouse()
    await collection.connect(seller).burn(tokenId)
    await expect(collection.ownerOf(tokenId)).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
    expect(await collection.creatorOf(tokenId)).to.equal(creator.address)
    expect(await collection.rootOf(tokenId)).to.equal(word('root house first'))
  })

  it('it is for the owner or whom it approved', async () => {
    const { collection, seller, stranger, tokenId } = await loadHouse()
    await expect(collection.connect(stranger).burn(tokenId)).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
    await collection.connect(seller).approve(stranger.address, tokenId)
    await collection.connect(stranger).burn(tokenId)
  })
})

describe('operators', () => {
  it('it trusts the market for every owner until the owner opts out', async () => {
    const { collection, market, seller } = await loadHouse()
    const marketAddress = market.address
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(true)
    await expect(collection.connect(seller).setOperatorOptOut(true)).to.emit(collection, 'OperatorOptedOut').withArgs(seller.address, true)
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(false)
    await collection.connect(seller).setApprovalForAll(marketAddress, true)
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(true)
  })

  it('it treats every other operator as usual', async () => {
    const { collection, seller, stranger, tokenId } = await loadHouse()
    await expect(collection.connect(stranger).transferFrom(seller.address, stranger.address, tokenId)).to.be.revertedWithCustomError(
      collection,
      'ERC721InsufficientApproval',
    )
    await collection.connect(seller).setApprovalForAll(stranger.address, true)
    await collection.connect(stranger).transferFrom(seller.address, stranger.address, tokenId)
    expect(await collection.ownerOf(tokenId)).to.equal(stranger.address)
  })
})

describe('views', () => {
  it("it rebuilds the metadata's address from the root", async () => {
    const { collection, mint, creator } = await loadHouse()
    for (const label of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const id = await mint(creator, label)
      expect(await collection.tokenURI(id)).to.equal(tokenUriOfRoot(word(`root ${label}`) as Hex))
    }
    expect(await collection.contractURI()).to.equal('ipfs://house')
  })

  it('it answers royalties by ERC-2981', async () => {
    const { collection, creator, tokenId } = await loadHouse()
    expect(await collection.royaltyInfo(tokenId, PRICE)).to.deep.equal([creator.address, (PRICE * 750n) / 10_000n])
    expect(await collection.royaltyInfo(tokenId, 13n)).to.deep.equal([creator.address, 0n])
  })

  it('it claims no more than was reproduced', async () => {
    const { collection, reproductions, creator, tokenId } = await loadHouse()
    const core = word('house first')
    expect(await collection.proofKind(tokenId, core)).to.equal(0n)
    await reproductions.confirm(await collection.getAddress(), tokenId, core)
    expect(await collection.proofKind(tokenId, core)).to.equal(2n)
    expect(await collection.proofKind(tokenId, word('another'))).to.equal(0n)
    const none = ethers.ZeroAddress
    const bare = await ethers.deployContract('AssetCollection', [creator.address, none, none, ''])
    await bare
      .connect(creator)
      .mint(core, word('r'), word('p'), word('e'), { royaltyReceiver: none, royaltyBps: 0, remixBps: 0, policy: 0, disclosure: 1 }, [])
    expect(await bare.proofKind(tokenId, core)).to.equal(0n)
  })

  it('it has no transfer validator and takes none', async () => {
    const { collection, creator } = await loadHouse()
    expect(await collection.getTransferValidator()).to.equal(ethers.ZeroAddress)
    await expect(collection.connect(creator).setTransferValidator(creator.address))
      .to.be.revertedWithCustomError(collection, 'TokensValidatorForbidden')
      .withArgs(creator.address)
  })

  it('it names its interfaces', async () => {
    const { collection } = await loadHouse()
    const ids = {
      ERC165: '0x01ffc9a7',
      ERC721: '0x80ac58cd',
      metadata: '0x5b5e139f',
      ERC2981: '0x2a55205a',
      ERC4906: '0x49064906',
      ERC721C: '0xad0d7f6c',
    }
    for (const [name, id] of Object.entries(ids)) expect(await collection.supportsInterface(id), name).to.equal(true)
    expect(await collection.supportsInterface('0xffffffff')).to.equal(false)
  })

  it('it reverts for tokens that never were', async () => {
    const { collection } = await loadHouse()
    for (const view of ['rootOf', 'termsOf', 'creatorOf', 'isFrozen'] as const)
      await expect(collection[view](7n), view).to.be.revertedWithCustomError(collection, 'TokensUnknown').withArgs(7n)
    await expect(collection.tokenURI(7n)).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
  })
})
