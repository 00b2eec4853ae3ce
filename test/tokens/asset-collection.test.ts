import { unpackTerms } from '@daedal/protocol/tokens/terms'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { expect } from 'chai'
import { ethers, loadCollections, networkHelpers, POLICY, word } from '../fixtures/collections.ts'
import { signApproval } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`

/** The house collection; the seller holds its first token. */
async function loadHouse() {
  const scene = await loadCollections()
  return { ...scene, collection: scene.house, tokenId: scene.houseToken }
}

const child = (...ids: bigint[]) => ids.map((tokenId) => ({ tokenId, payees: [] as { account: string; bps: bigint }[] }))

/** Mints with every argument open. */
async function minting() {
  const trade = await loadHouse()
  const { collection, creator, termsOf } = trade
  const attempt = (change: {
    coreHash?: string
    root?: string
    terms?: object
    parents?: ReturnType<typeof child>
    by?: typeof creator
  }) => {
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
    const terms = { royaltyReceiver: creator.address, royaltyBps: 750, remixBps: 1_000, policy: 9, disclosure: 2 }
    await expect(attempt({ terms: { policy: POLICY.derivatives | POLICY.training } }))
      .to.emit(collection, 'Provenance')
      .withArgs(id, creator.address, word('open'), word('open root'), word('prompt'), word('engine'), (packed: bigint) => {
        expect(unpackTerms(packed)).to.deep.equal(terms)
        return true
      })
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
      const nobody = ethers.ZeroAddress
      await expect(ethers.deployContract('AssetCollection', [nobody, nobody, nobody, ''])).to.be.revertedWithCustomError(
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
        [{ policy: 32 }, 'TokensPolicyUnknown'],
        [{ royaltyBps: 1_001 }, 'TokensRoyaltyTooHigh'],
        [{ royaltyReceiver: ethers.ZeroAddress }, 'TokensRoyaltyReceiverZero'],
        [{ remixBps: 5_001 }, 'TokensRemixTooHigh'],
      ] as const)
        await expect(attempt({ terms }), error).to.be.revertedWithCustomError(collection, error)
      await attempt({ terms: { royaltyBps: 1_000, remixBps: 5_000, policy: 31, disclosure: 5 } })
    })
  })

  describe('when it names parents', () => {
    it('it takes those that exist and allow it', async () => {
      const { attempt, collection, mint, stranger, tokenId } = await minting()
      const second = await mint(stranger, 'second')
      const id = await collection.tokenIdOf(stranger.address, word('open'))
      await expect(attempt({ parents: child(tokenId, second), by: stranger }))
        .to.emit(collection, 'Derived')
        .withArgs(id, [tokenId, second])
    })

    it('it reverts for an unknown or repeated parent, or too many', async () => {
      const { attempt, collection, tokenId } = await minting()
      await expect(attempt({ parents: child(1n) }))
        .to.be.revertedWithCustomError(collection, 'TokensParentUnknown')
        .withArgs(1n)
      await expect(attempt({ parents: child(tokenId, tokenId) })).to.be.revertedWithCustomError(collection, 'TokensParentRepeated')
      await expect(attempt({ parents: child(...Array.from({ length: 9 }, (_, at) => BigInt(at))) }))
        .to.be.revertedWithCustomError(collection, 'TokensTooManyParents')
        .withArgs(9n, 8n)
    })

    it("it reverts when the parent's creator allows no derivatives", async () => {
      const { attempt, collection, mint, creator, stranger } = await minting()
      const closed = await mint(creator, 'closed', { policy: 0 })
      await expect(attempt({ parents: child(closed), by: stranger }))
        .to.be.revertedWithCustomError(collection, 'TokensDerivativeForbidden')
        .withArgs(closed)
      await attempt({ parents: child(closed) })
    })

    it('it asks for the approval of a creator that wants to give it', async () => {
      const { attempt, collection, mint, creator, stranger } = await minting()
      const parent = await mint(creator, 'asking', { policy: POLICY.derivatives | POLICY.byApproval })
      const derived = await collection.tokenIdOf(stranger.address, word('open'))
      await expect(attempt({ parents: child(parent), by: stranger }))
        .to.be.revertedWithCustomError(collection, 'TokensDerivativeNotApproved')
        .withArgs(parent, derived)
      await expect(collection.connect(stranger).approveDerivative(parent, derived)).to.be.revertedWithCustomError(
        collection,
        'TokensNotCreator',
      )
      await collection.connect(creator).approveDerivative(parent, derived)
      await attempt({ parents: child(parent), by: stranger })
    })

    it('it shares the royalty with parents that ask for a share, and keeps the creator apart', async () => {
      const { attempt, collection, splits, creator, stranger, tokenId } = await minting()
      const id = await collection.tokenIdOf(stranger.address, word('open'))
      const payees = await splits.lineageOf(stranger.address, [{ receiver: creator.address, remixBps: 1_000, payees: [] }])
      const split = await splits.splitOf([...payees].map(([account, bps]: [string, bigint]) => ({ account, bps })))
      await expect(attempt({ parents: child(tokenId), by: stranger })).to.emit(splits, 'SplitDeclared')
      expect(await collection.royaltyInfo(id, 10_000n)).to.deep.equal([split, 750n])
      expect((await collection.termsOf(id)).royaltyReceiver).to.equal(split)
      expect(await collection.creatorOf(id)).to.equal(stranger.address)
    })

    it('it keeps its own receiver when no parent asks for a share, or there is no royalty', async () => {
      const { attempt, collection, mint, creator, stranger, tokenId } = await minting()
      const free = await mint(creator, 'free', { remixBps: 0 })
      await attempt({ parents: child(free), by: stranger })
      expect((await collection.termsOf(await collection.tokenIdOf(stranger.address, word('open')))).royaltyReceiver).to.equal(
        stranger.address,
      )
      await attempt({ coreHash: word('unpaid'), parents: child(tokenId), by: stranger, terms: { royaltyBps: 0 } })
      expect((await collection.termsOf(await collection.tokenIdOf(stranger.address, word('unpaid')))).royaltyReceiver).to.equal(
        stranger.address,
      )
    })

    it('it takes the payees of a parent only when they are those behind its receiver', async () => {
      const { attempt, collection, splits, creator, stranger, other, tokenId } = await minting()
      const found = await splits.lineageOf(stranger.address, [{ receiver: creator.address, remixBps: 1_000, payees: [] }])
      const payees = [...found].map(([account, bps]: [string, bigint]) => ({ account, bps }))
      await attempt({ parents: child(tokenId), by: stranger })
      const parent = await collection.tokenIdOf(stranger.address, word('open'))
      const receiver = await splits.splitOf(payees)
      const grandchild = (moved: bigint) => {
        const [first, second] = [payees[0]!, payees[1]!]
        const table = [
          { ...first, bps: first.bps + moved },
          { ...second, bps: second.bps - moved },
        ]
        return attempt({ by: other, parents: [{ tokenId: parent, payees: table }] })
      }
      await expect(grandchild(1n)).to.be.revertedWithCustomError(collection, 'TokensPayeesFalse').withArgs(parent, receiver)
      await grandchild(0n)
    })

    it('it pays four parents at most', async () => {
      const { attempt, collection, mint, creator, stranger } = await minting()
      const parents: bigint[] = []
      for (let index = 0; index < 5; index += 1) parents.push(await mint(creator, `paid ${index}`))
      await expect(attempt({ parents: child(...parents), by: stranger }))
        .to.be.revertedWithCustomError(collection, 'TokensTooManyPaidParents')
        .withArgs(5n, 4n)
      await attempt({ parents: child(...parents.slice(1)), by: stranger })
    })
  })
})

describe('mintBatch', () => {
  const drafts = (...labels: string[]) =>
    labels.map((label) => ({
      coreHash: word(label),
      root: word(`root ${label}`),
      promptCommitment: word('prompt'),
      engineHash: word('engine'),
    }))

  it('it mints each draft to the creator on the same terms', async () => {
    const { collection, creator, termsOf } = await minting()
    const had = await collection.balanceOf(creator.address)
    await collection.connect(creator).mintBatch(drafts('a', 'b', 'c'), termsOf(creator, { policy: POLICY.training }))
    expect(await collection.balanceOf(creator.address)).to.equal(had + 3n)
    for (const label of ['a', 'b', 'c']) {
      const id = await collection.tokenIdOf(creator.address, word(label))
      expect(await collection.ownerOf(id)).to.equal(creator.address)
      expect(await collection.rootOf(id)).to.equal(word(`root ${label}`))
      expect((await collection.termsOf(id)).policy).to.equal(POLICY.training)
    }
  })

  it('it reverts as a whole when one of them was minted before', async () => {
    const { collection, creator, termsOf } = await minting()
    await expect(collection.connect(creator).mintBatch(drafts('a', 'a'), termsOf(creator))).to.be.revertedWithCustomError(
      collection,
      'TokensMinted',
    )
  })
})

describe('multicall', () => {
  it('it approves by signature and mints in one transaction, for the one who sends it', async () => {
    const { collection, mint, creator, stranger, termsOf } = await minting()
    const parent = await mint(creator, 'asking', { policy: POLICY.derivatives | POLICY.byApproval })
    const tokenId = await collection.tokenIdOf(stranger.address, word('open'))
    const approval = { parent, tokenId, deadline: 2n ** 40n }
    const signature = await signApproval(creator, collection, approval)
    await collection
      .connect(stranger)
      .multicall([
        collection.interface.encodeFunctionData('approveDerivativeBySignature', [parent, tokenId, approval.deadline, signature]),
        collection.interface.encodeFunctionData('mint', [word('open'), word('r'), word('p'), word('e'), termsOf(stranger), child(parent)]),
      ])
    expect(await collection.creatorOf(tokenId)).to.equal(stranger.address)
    expect(await collection.rootOf(tokenId)).to.equal(word('r'))
  })
})

describe('approveDerivativeBySignature', () => {
  it("it takes the signature of the parent's creator from anyone, until the deadline", async () => {
    const { collection, creator, stranger, tokenId } = await minting()
    const deadline = BigInt(await networkHelpers.time.latest()) + 10n ** 9n
    const approve = async (by: typeof creator, child: bigint, until = deadline) =>
      collection
        .connect(stranger)
        .approveDerivativeBySignature(
          tokenId,
          child,
          until,
          await signApproval(by, collection, { parent: tokenId, tokenId: child, deadline: until }),
        )
    await expect(approve(creator, 7n)).to.emit(collection, 'DerivativeApproved').withArgs(tokenId, 7n)
    expect(await collection.derivativeApproved(tokenId, 7n)).to.equal(true)
    await expect(approve(stranger, 8n)).to.be.revertedWithCustomError(collection, 'TokensSignatureInvalid').withArgs(creator.address)
    await expect(collection.approveDerivativeBySignature(tokenId, 8n, deadline, '0x1234'))
      .to.be.revertedWithCustomError(collection, 'TokensSignatureMalformed')
      .withArgs(2n)
    await networkHelpers.time.setNextBlockTimestamp(deadline)
    await expect(approve(creator, 9n)).to.be.revertedWithCustomError(collection, 'TokensSignatureExpired').withArgs(deadline)
  })
})
