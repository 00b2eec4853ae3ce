import { expect } from 'chai'
import { termsOf } from '../fixtures/collections.ts'
import { coreHashOf, coreOf, loadReproductions, otherRender, PROMPT, renderOf } from '../fixtures/reproductions.ts'
import { ethers, word } from '../fixtures/trade.ts'

const encode = (creator: string, coreHash: string, root: string) =>
  ethers.AbiCoder.defaultAbiCoder().encode(['address', 'bytes32', 'bytes32'], [creator, coreHash, root])

/** A token of the house collection with the questions that a buyer asks of it. */
async function loadLadder(label = 'lantern') {
  const world = await loadReproductions()
  const { house, creator } = world
  const ask = async (tokenId: bigint, root = word(`root ${label}`)) => ({
    kind: await house.proofKind(tokenId, coreHashOf(label)),
    verified: await house.verify(PROMPT, encode(creator.address, coreHashOf(label), root), coreOf(label)),
  })
  return { ...world, ask }
}
const CLAIMED = { kind: 0n, verified: false }
const REPRODUCED = { kind: 2n, verified: true }

describe('proofKind and verify', () => {
  it('it climbs to reproduced when enough agree, and not before', async () => {
    const { ask, submit, first, second, tokenId, house } = await loadLadder()
    expect(await ask(tokenId)).to.deep.equal(CLAIMED)
    await submit(first)
    expect(await ask(tokenId)).to.deep.equal(CLAIMED)
    await submit(second)
    expect(await ask(tokenId)).to.deep.equal(REPRODUCED)
    expect(await house.proofKind(tokenId, word('another record'))).to.equal(0n)
  })

  it('it stays where it is when they agree on another result than the record', async () => {
    const { ask, submit, reexecutors, tokenId } = await loadLadder()
    for (const by of reexecutors) await submit(by, { renderHash: otherRender })
    expect(await ask(tokenId)).to.deep.equal(CLAIMED)
  })

  it('it knows only the content that the token has', async () => {
    const { ask, submit, first, second, tokenId } = await loadLadder()
    for (const by of [first, second]) await submit(by)
    expect((await ask(tokenId, word('another root'))).verified).to.equal(false)
  })

  it('it stays reproduced through a sale and a burn', async () => {
    const { ask, submit, first, second, tokenId, house, creator, stranger } = await loadLadder()
    for (const by of [first, second]) await submit(by)
    await house.connect(creator).transferFrom(creator.address, stranger.address, tokenId)
    expect(await ask(tokenId)).to.deep.equal(REPRODUCED)
    await house.connect(stranger).burn(tokenId)
    expect(await ask(tokenId)).to.deep.equal(REPRODUCED)
  })

  it('it lets what was reproduced be put on record', async () => {
    const { submit, first, second, tokenId, house, creator, stranger } = await loadLadder()
    const data = encode(creator.address, coreHashOf('lantern'), word('root lantern'))
    const put = () => house.connect(stranger).addAigcData(tokenId, PROMPT, data, coreOf('lantern'))
    await expect(put()).to.be.revertedWithCustomError(house, 'TokensAigcDataUnproven')
    for (const by of [first, second]) await submit(by)
    await expect(put()).to.emit(house, 'AigcData')
  })

  describe('given the creator can still revise the token', () => {
    it('it cannot be reproduced', async () => {
      const { ask, submit, mintRevisable, registry, first } = await loadLadder('draft')
      const tokenId = await mintRevisable('draft')
      const draft = { tokenId, coreHash: coreHashOf('draft'), renderHash: renderOf('draft') }
      await expect(submit(first, draft)).to.be.revertedWithCustomError(registry, 'ProvenanceNotFrozen')
      expect(await ask(tokenId)).to.deep.equal(CLAIMED)
    })

    it('it is reproduced with the content that it was frozen with, and with none before', async () => {
      const { ask, submit, mintRevisable, house, creator, first, second } = await loadLadder('draft')
      const tokenId = await mintRevisable('draft')
      const draft = { tokenId, coreHash: coreHashOf('draft'), renderHash: renderOf('draft') }
      await house.connect(creator).revise(tokenId, word('last root'))
      await house.connect(creator).freeze(tokenId)
      for (const by of [first, second]) await submit(by, draft)
      expect((await ask(tokenId)).verified).to.equal(false)
      expect(await ask(tokenId, word('last root'))).to.deep.equal(REPRODUCED)
      await expect(house.connect(creator).revise(tokenId, word('root draft'))).to.be.revertedWithCustomError(house, 'TokensFrozen')
    })
  })

  describe('given an edition', () => {
    it('it climbs in the same way', async () => {
      const { registry, creator, first, second, submit } = await loadReproductions()
      const splits = await ethers.deployContract('RoyaltySplits')
      const parts = [creator.address, await splits.getAddress(), await registry.getAddress()] as const
      const editions = await ethers.deployContract('EditionCollection', [...parts, 'ipfs://editions'])
      const coreHash = coreHashOf('print')
      const voucher = {
        coreHash,
        root: word('root print'),
        promptCommitment: PROMPT,
        engineHash: word('engine'),
        terms: termsOf(creator, { policy: 0 }),
        parents: [],
        maxSupply: 10n,
      }
      await editions.connect(creator).mint(voucher, 5n)
      await registry.readRecord(coreOf('print'))
      const tokenId = await editions.tokenIdOf(creator.address, coreHash)
      const collection = (await editions.getAddress()) as `0x${string}`
      const print = { collection, tokenId, coreHash, renderHash: renderOf('print') }
      await submit(first, print)
      expect(await editions.proofKind(tokenId, coreHash)).to.equal(0n)
      await submit(second, print)
      expect(await editions.proofKind(tokenId, coreHash)).to.equal(2n)
    })
  })
})
