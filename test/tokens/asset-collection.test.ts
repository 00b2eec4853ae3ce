import { tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { expect } from 'chai'
import { ethers, loadTrade, POLICY, PRICE, word } from '../fixtures/trade.ts'

type Hex = `0x${string}`

/** Mints with every argument open. */
async function minting() {
  const trade = await loadTrade()
  const { collection, creator, termsOf } = trade
  const attempt = (change: { coreHash?: string; root?: string; terms?: object; parents?: bigint[]; by?: typeof creator }) => {
    const by = change.by ?? creator
    return collection
      .connect(by)
      .mint(
        change.coreHash ?? word('open'),
        change.root ?? word('open root'),
        word('prompt'),
        word('engine'),
        termsOf(by, change.terms),
        change.parents ?? [],
      )
  }
  return { ...trade, attempt }
}

describe('mint', () => {
  it('it makes a token to the creator, with root, terms and record named in the event', async () => {
    const { attempt, collection, creator } = await minting()
    const id = await collection.tokenIdOf(creator.address, word('open'))
    await expect(attempt({ terms: { policy: POLICY.derivatives | POLICY.training } }))
      .to.emit(collection, 'Provenance')
      .withArgs(id, creator.address, word('open'), word('open root'), word('prompt'), word('engine'), creator.address, 750, 1_000, 9, 2, [])
    expect(await collection.ownerOf(id)).to.equal(creator.address)
    expect(await collection.creatorOf(id)).to.equal(creator.address)
    expect(await collection.rootOf(id)).to.equal(word('open root'))
    expect(await collection.termsOf(id)).to.deep.equal([creator.address, 750n, 1_000n, 9n, 2n])
    expect(await collection.isFrozen(id)).to.equal(true)
  })

  it('it gives the token the id of creator and record, which nobody else can take', async () => {
    const { attempt, collection, creator, stranger } = await minting()
    await attempt({ by: stranger })
    await attempt({})
    const id = tokenIdOf(creator.address as Hex, word('open') as Hex)
    expect(await collection.tokenIdOf(creator.address, word('open'))).to.equal(id)
    expect(await collection.ownerOf(id)).to.equal(creator.address)
  })

  it('it makes the same record by another creator another token', async () => {
    const { collection, creator, stranger } = await minting()
    expect(await collection.tokenIdOf(creator.address, word('x'))).not.to.equal(await collection.tokenIdOf(stranger.address, word('x')))
  })

  describe('when the record was minted before', () => {
    it('it reverts with TokensMinted, also after it was burned', async () => {
      const { attempt, collection, creator } = await minting()
      await attempt({})
      const id = await collection.tokenIdOf(creator.address, word('open'))
      await expect(attempt({})).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(id)
      await collection.connect(creator).burn(id)
      await expect(attempt({})).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(id)
    })
  })

  describe('when something essential is missing', () => {
    it('it reverts with its own name', async () => {
      const { attempt, collection } = await minting()
      await expect(attempt({ coreHash: ethers.ZeroHash })).to.be.revertedWithCustomError(collection, 'TokensCoreHashZero')
      await expect(attempt({ root: ethers.ZeroHash })).to.be.revertedWithCustomError(collection, 'TokensRootZero')
      await expect(ethers.deployContract('AssetCollection', [ethers.ZeroAddress, ''])).to.be.revertedWithCustomError(
        collection,
        'TokensMarketZero',
      )
    })
  })

  describe('when terms are out of bounds', () => {
    it('it reverts with its own name', async () => {
      const { attempt, collection } = await minting()
      for (const [terms, error] of [
        [{ disclosure: 0 }, 'TokensDisclosureUnknown'],
        [{ disclosure: 6 }, 'TokensDisclosureUnknown'],
        [{ policy: 16 }, 'TokensPolicyUnknown'],
        [{ royaltyBps: 1_001 }, 'TokensRoyaltyTooHigh'],
        [{ royaltyReceiver: ethers.ZeroAddress }, 'TokensRoyaltyReceiverZero'],
        [{ remixBps: 5_001 }, 'TokensRemixTooHigh'],
      ] as const)
        await expect(attempt({ terms }), error).to.be.revertedWithCustomError(collection, error)
      await attempt({ terms: { royaltyBps: 1_000, remixBps: 5_000, policy: 15, disclosure: 5 } })
    })
  })

  describe('when it names parents', () => {
    it('it takes those that exist and allow it', async () => {
      const { attempt, collection, mint, stranger, tokenId } = await minting()
      const second = await mint(stranger, 'second')
      await expect(attempt({ parents: [tokenId, second], by: stranger })).to.emit(collection, 'Provenance')
    })

    it('it reverts for an unknown or repeated parent, or too many', async () => {
      const { attempt, collection, tokenId } = await minting()
      await expect(attempt({ parents: [1n] }))
        .to.be.revertedWithCustomError(collection, 'TokensParentUnknown')
        .withArgs(1n)
      await expect(attempt({ parents: [tokenId, tokenId] })).to.be.revertedWithCustomError(collection, 'TokensParentRepeated')
      await expect(attempt({ parents: Array.from({ length: 9 }, (_, at) => BigInt(at)) }))
        .to.be.revertedWithCustomError(collection, 'TokensTooManyParents')
        .withArgs(9n, 8n)
    })

    it("it reverts when the parent's creator allows no derivatives", async () => {
      const { attempt, collection, mint, creator, stranger } = await minting()
      const closed = await mint(creator, 'closed', { policy: 0 })
      await expect(attempt({ parents: [closed], by: stranger }))
        .to.be.revertedWithCustomError(collection, 'TokensDerivativeForbidden')
        .withArgs(closed)
      await attempt({ parents: [closed] })
    })

    it('it asks for the approval of a creator that wants to give it', async () => {
      const { attempt, collection, mint, creator, stranger } = await minting()
      const parent = await mint(creator, 'asking', { policy: POLICY.derivatives | POLICY.byApproval })
      const child = await collection.tokenIdOf(stranger.address, word('open'))
      await expect(attempt({ parents: [parent], by: stranger }))
        .to.be.revertedWithCustomError(collection, 'TokensDerivativeNotApproved')
        .withArgs(parent, child)
      await expect(collection.connect(stranger).approveDerivative(parent, child)).to.be.revertedWithCustomError(
        collection,
        'TokensNotCreator',
      )
      await collection.connect(creator).approveDerivative(parent, child)
      await attempt({ parents: [parent], by: stranger })
    })
  })
})

describe('revise', () => {
  describe('given the token is revisable', () => {
    it('it replaces the root, keeps the old one in the event, and tells marketplaces', async () => {
      const { collection, mint, creator } = await loadTrade()
      const id = await mint(creator, 'draft', { policy: POLICY.revisable })
      const revised = collection.connect(creator).revise(id, word('better'))
      await expect(revised).to.emit(collection, 'Revised').withArgs(id, word('root draft'), word('better'))
      await expect(revised).to.emit(collection, 'MetadataUpdate').withArgs(id)
      expect(await collection.tokenURI(id)).to.equal(tokenUriOfRoot(word('better') as Hex))
    })

    it('it is for the creator that owns it alone', async () => {
      const { collection, mint, creator, stranger } = await loadTrade()
      const id = await mint(creator, 'draft', { policy: POLICY.revisable })
      await expect(collection.connect(stranger).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotCreator')
      await collection.connect(creator).transferFrom(creator.address, stranger.address, id)
      await expect(collection.connect(stranger).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotCreator')
      await expect(collection.connect(creator).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensNotOwner')
    })
  })

  describe('given the token is frozen', () => {
    it('it reverts with TokensFrozen', async () => {
      const { collection, mint, creator } = await loadTrade()
      const id = await mint(creator, 'final')
      await expect(collection.connect(creator).revise(id, word('x')))
        .to.be.revertedWithCustomError(collection, 'TokensFrozen')
        .withArgs(id)
    })
  })
})

describe('freeze', () => {
  it('it ends revisions for ever', async () => {
    const { collection, mint, creator } = await loadTrade()
    const id = await mint(creator, 'draft', { policy: POLICY.revisable | POLICY.training })
    await expect(collection.connect(creator).freeze(id)).to.emit(collection, 'Frozen').withArgs(id)
    expect(await collection.isFrozen(id)).to.equal(true)
    expect((await collection.termsOf(id)).policy).to.equal(POLICY.training)
    await expect(collection.connect(creator).revise(id, word('x'))).to.be.revertedWithCustomError(collection, 'TokensFrozen')
  })

  it('it is for creator or owner, once', async () => {
    const { collection, mint, creator, stranger, seller } = await loadTrade()
    const id = await mint(creator, 'draft', { policy: POLICY.revisable })
    await expect(collection.connect(stranger).freeze(id)).to.be.revertedWithCustomError(collection, 'TokensNotCreatorOrOwner')
    await collection.connect(creator).transferFrom(creator.address, seller.address, id)
    await collection.connect(seller).freeze(id)
    await expect(collection.connect(creator).freeze(id)).to.be.revertedWithCustomError(collection, 'TokensFrozen')
  })
})

describe('burn', () => {
  it('it removes the token and keeps what it stood for', async () => {
    const { collection, seller, creator, tokenId } = await loadTrade()
    await collection.connect(seller).burn(tokenId)
    await expect(collection.ownerOf(tokenId)).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
    expect(await collection.creatorOf(tokenId)).to.equal(creator.address)
    expect(await collection.rootOf(tokenId)).to.equal(word('root first'))
  })

  it('it is for the owner or whom it approved', async () => {
    const { collection, seller, stranger, tokenId } = await loadTrade()
    await expect(collection.connect(stranger).burn(tokenId)).to.be.revertedWithCustomError(collection, 'ERC721InsufficientApproval')
    await collection.connect(seller).approve(stranger.address, tokenId)
    await collection.connect(stranger).burn(tokenId)
  })
})

describe('operators', () => {
  it('it trusts the market for every owner until the owner opts out', async () => {
    const { collection, marketAddress, seller } = await loadTrade()
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(true)
    await expect(collection.connect(seller).setOperatorOptOut(true)).to.emit(collection, 'OperatorOptedOut').withArgs(seller.address, true)
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(false)
    await collection.connect(seller).setApprovalForAll(marketAddress, true)
    expect(await collection.isApprovedForAll(seller.address, marketAddress)).to.equal(true)
  })

  it('it treats every other operator as usual', async () => {
    const { collection, seller, stranger, tokenId } = await loadTrade()
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
    const { collection, mint, creator } = await loadTrade()
    for (const label of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const id = await mint(creator, label)
      expect(await collection.tokenURI(id)).to.equal(tokenUriOfRoot(word(`root ${label}`) as Hex))
    }
    expect(await collection.contractURI()).to.equal('ipfs://collection')
  })

  it('it answers royalties by ERC-2981', async () => {
    const { collection, creator, tokenId } = await loadTrade()
    expect(await collection.royaltyInfo(tokenId, PRICE)).to.deep.equal([creator.address, (PRICE * 750n) / 10_000n])
    expect(await collection.royaltyInfo(tokenId, 13n)).to.deep.equal([creator.address, 0n])
  })

  it('it names its interfaces', async () => {
    const { collection } = await loadTrade()
    const ids = { ERC165: '0x01ffc9a7', ERC721: '0x80ac58cd', metadata: '0x5b5e139f', ERC2981: '0x2a55205a', ERC4906: '0x49064906' }
    for (const [name, id] of Object.entries(ids)) expect(await collection.supportsInterface(id), name).to.equal(true)
    expect(await collection.supportsInterface('0xffffffff')).to.equal(false)
  })

  it('it reverts for tokens that never were', async () => {
    const { collection } = await loadTrade()
    for (const view of ['tokenURI', 'rootOf', 'termsOf', 'creatorOf', 'isFrozen'] as const)
      await expect(collection[view](7n), view).to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
  })
})
