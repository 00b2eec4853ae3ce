import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { coreHashOf, loadReproductions, otherRender, renderOf } from '../fixtures/reproductions.ts'
import { ethers, word } from '../fixtures/trade.ts'

const MAX_TRANSACTION_GAS = 16_777_216n
const RETURNS = 1
const REVERTS = 2
const IS_FROZEN = ethers.id('isFrozen(uint256)').slice(0, 10)
const yes = ethers.zeroPadValue('0x01', 32)

describe('submit', () => {
  it('it counts what a re-executor signed, whoever hands it in', async () => {
    const { registry, submit, first, collection, tokenId, countOf, reproductionOf } = await loadReproductions()
    const { coreHash, renderHash } = reproductionOf()
    const counted = submit(first)
    await expect(counted).to.emit(registry, 'ReproductionCounted').withArgs(collection, tokenId, first.address, coreHash, renderHash, 1)
    await expect(counted).not.to.emit(registry, 'ReproductionConflicted')
    expect(await countOf()).to.equal(1n)
    expect(await registry.resultOf(collection, tokenId, coreHash, first.address)).to.equal(renderHash)
  })

  it('it takes signatures of 64 bytes', async () => {
    const { registry, sign, first, reproductionOf, countOf } = await loadReproductions()
    const { compactSerialized } = ethers.Signature.from(await sign(first))
    expect(ethers.dataLength(compactSerialized)).to.equal(64)
    await registry.submit(reproductionOf(), first.address, compactSerialized)
    expect(await countOf()).to.equal(1n)
  })

  describe('given a re-executor has code', () => {
    it('it takes what ERC-1271 accepts', async () => {
      const { registry, add, reproductionOf, countOf } = await loadReproductions()
      const wallet = await deployMock<'isValidSignature'>('PickyWallet')
      await add(await wallet.getAddress())
      const digest = await registry.hashReproduction(reproductionOf())
      await registry.submit(reproductionOf(), await wallet.getAddress(), digest)
      expect(await countOf()).to.equal(1n)
    })

    it('it refuses with ProvenanceSignatureForeign what ERC-1271 does not', async () => {
      const { registry, add, reproductionOf, first, sign } = await loadReproductions()
      const wallet = await deployMock<'setMode'>('ContractWallet')
      const address = await wallet.getAddress()
      await add(address)
      // Refuses, a dirty answer, a short one, reverts, burns its gas.
      for (const mode of [1, 2, 3, 4, 5]) {
        await wallet.setMode(mode)
        await expect(registry.submit(reproductionOf(), address, await sign(first)), `mode ${mode}`)
          .to.be.revertedWithCustomError(registry, 'ProvenanceSignatureForeign')
          .withArgs(address)
      }
    })
  })

  describe('given fewer than the threshold agree', () => {
    it('it is not reproduced', async () => {
      const { registry, submit, first, second, isReproduced } = await loadReproductions()
      expect(await isReproduced()).to.equal(false)
      await expect(submit(first)).not.to.emit(registry, 'Reproduced')
      await expect(submit(second, { renderHash: otherRender })).not.to.emit(registry, 'Reproduced')
      expect(await isReproduced()).to.equal(false)
    })
  })

  describe('given as many as the threshold agree', () => {
    it('it is reproduced and announced once', async () => {
      const { registry, submit, first, second, isReproduced, collection, tokenId } = await loadReproductions()
      await submit(first)
      await expect(submit(second))
        .to.emit(registry, 'Reproduced')
        .withArgs(collection, tokenId, coreHashOf('lantern'), renderOf('lantern'), 2, 2)
      expect(await isReproduced()).to.equal(true)
    })

    it('it counts those that follow, without another announcement', async () => {
      const { registry, submit, first, second, third, isReproduced, countOf } = await loadReproductions()
      for (const by of [first, second]) await submit(by)
      await expect(submit(third)).not.to.emit(registry, 'Reproduced')
      expect(await countOf()).to.equal(3n)
      expect(await isReproduced()).to.equal(true)
    })
  })

  describe('when the result is another than that of the record', () => {
    it('it counts it apart and puts the conflict on record', async () => {
      const { registry, submit, first, second, countOf, reproductionOf, collection, tokenId } = await loadReproductions()
      await submit(first)
      await expect(submit(second, { renderHash: otherRender }))
        .to.emit(registry, 'ReproductionConflicted')
        .withArgs(collection, tokenId, second.address, coreHashOf('lantern'), otherRender, renderOf('lantern'))
        .and.to.emit(registry, 'ReproductionCounted')
        .withArgs(collection, tokenId, second.address, coreHashOf('lantern'), otherRender, 1)
      expect(await countOf()).to.equal(1n)
      expect(await countOf(reproductionOf({ renderHash: otherRender }))).to.equal(1n)
    })

    it('it never makes the token reproduced, however many agree', async () => {
      const { registry, submit, reexecutors, countOf, reproductionOf, isReproduced } = await loadReproductions()
      for (const by of reexecutors) await expect(submit(by, { renderHash: otherRender })).not.to.emit(registry, 'Reproduced')
      expect(await countOf(reproductionOf({ renderHash: otherRender }))).to.equal(4n)
      expect(await isReproduced()).to.equal(false)
    })
  })

  describe('when a re-executor hands in the same again', () => {
    it('it reverts with ProvenanceReproductionCounted', async () => {
      const { registry, submit, first, collection, tokenId, countOf } = await loadReproductions()
      await submit(first)
      await expect(submit(first))
        .to.be.revertedWithCustomError(registry, 'ProvenanceReproductionCounted')
        .withArgs(collection, tokenId, first.address)
      expect(await countOf()).to.equal(1n)
    })
  })

  describe('when a re-executor has signed two results', () => {
    it('it keeps the first and puts the contradiction on record, once', async () => {
      const { registry, submit, first, collection, tokenId, countOf, reproductionOf } = await loadReproductions()
      const core = coreHashOf('lantern')
      await submit(first, { renderHash: otherRender })
      const second = submit(first)
      await expect(second)
        .to.emit(registry, 'ReexecutorContradicted')
        .withArgs(collection, tokenId, first.address, core, otherRender, renderOf('lantern'))
      await expect(second).not.to.emit(registry, 'ReproductionCounted')
      expect(await countOf()).to.equal(0n)
      expect(await countOf(reproductionOf({ renderHash: otherRender }))).to.equal(1n)
      expect(await registry.resultOf(collection, tokenId, core, first.address)).to.equal(otherRender)
      for (const renderHash of [renderOf('lantern'), otherRender, word('a third render') as `0x${string}`])
        await expect(submit(first, { renderHash })).to.be.revertedWithCustomError(registry, 'ProvenanceReproductionCounted')
    })

    it('it takes nothing back that was reached', async () => {
      const { submit, first, second, countOf, isReproduced } = await loadReproductions()
      for (const by of [first, second]) await submit(by)
      await submit(first, { renderHash: otherRender })
      expect(await countOf()).to.equal(2n)
      expect(await isReproduced()).to.equal(true)
    })
  })

  describe('when the result is zero', () => {
    it('it reverts with ProvenanceRenderHashZero', async () => {
      const { registry, submit, first } = await loadReproductions()
      await expect(submit(first, { renderHash: ethers.ZeroHash as `0x${string}` })).to.be.revertedWithCustomError(
        registry,
        'ProvenanceRenderHashZero',
      )
    })
  })

  describe('when nobody has shown the record', () => {
    it('it reverts with ProvenanceRecordUnread', async () => {
      const { registry, submit, first } = await loadReproductions()
      for (const coreHash of [coreHashOf('unseen'), ethers.ZeroHash as `0x${string}`])
        await expect(submit(first, { coreHash })).to.be.revertedWithCustomError(registry, 'ProvenanceRecordUnread').withArgs(coreHash)
    })
  })

  describe('when the account is not registered', () => {
    it('it reverts with ProvenanceNotReexecutor', async () => {
      const { registry, submit, stranger, reproductionOf } = await loadReproductions()
      await expect(submit(stranger)).to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor').withArgs(stranger.address)
      await expect(registry.submit(reproductionOf(), ethers.ZeroAddress, '0x')).to.be.revertedWithCustomError(
        registry,
        'ProvenanceNotReexecutor',
      )
    })
  })

  describe('when the token is not frozen', () => {
    it('it reverts with ProvenanceNotFrozen, until it is', async () => {
      const { registry, submit, first, mintRevisable, house, creator, collection } = await loadReproductions()
      const tokenId = await mintRevisable('draft')
      const draft = { tokenId, coreHash: coreHashOf('draft'), renderHash: renderOf('draft') }
      await expect(submit(first, draft)).to.be.revertedWithCustomError(registry, 'ProvenanceNotFrozen').withArgs(collection, tokenId)
      await house.connect(creator).freeze(tokenId)
      await expect(submit(first, draft)).to.emit(registry, 'ReproductionCounted')
    })
  })

  describe('when the contract does not say that the token is frozen', () => {
    it('it reverts with ProvenanceNotFrozen', async () => {
      const { registry, submit, first, stranger, tokenId } = await loadReproductions()
      const contract = await deployMock<'setAnswer'>('Answerer')
      const collection = (await contract.getAddress()) as `0x${string}`
      for (const [mode, answer] of [
        [RETURNS, ethers.ZeroHash],
        [RETURNS, ethers.zeroPadValue('0x02', 32)],
        [RETURNS, '0x'],
        [RETURNS, ethers.dataSlice(yes, 1)],
        [REVERTS, yes],
      ] as const) {
        await contract.setAnswer(IS_FROZEN, mode, answer)
        await expect(submit(first, { collection }), `${mode} ${answer}`).to.be.revertedWithCustomError(registry, 'ProvenanceNotFrozen')
      }
      await expect(submit(first, { collection: stranger.address as `0x${string}` })).to.be.revertedWithCustomError(
        registry,
        'ProvenanceNotFrozen',
      )
      await expect(submit(first, { tokenId: tokenId + 1n })).to.be.revertedWithCustomError(registry, 'ProvenanceNotFrozen')
      await contract.setAnswer(IS_FROZEN, RETURNS, yes)
      await submit(first, { collection })
    })
  })

  describe('when the signature is malformed', () => {
    it('it reverts with ProvenanceSignatureMalformed', async () => {
      const { registry, sign, first, reproductionOf } = await loadReproductions()
      const signature = await sign(first)
      for (const broken of ['0x', ethers.dataSlice(signature, 0, 63), `${signature}00`, `${ethers.dataSlice(signature, 0, 64)}00`])
        await expect(registry.submit(reproductionOf(), first.address, broken), broken)
          .to.be.revertedWithCustomError(registry, 'ProvenanceSignatureMalformed')
          .withArgs(ethers.dataLength(broken))
    })
  })
})

describe('submitMany', () => {
  it('it counts them all, of several tokens', async () => {
    const { registry, signedOf, first, second, mint, isReproduced, reproductionOf } = await loadReproductions()
    const other = { tokenId: await mint('raft'), coreHash: coreHashOf('raft'), renderHash: renderOf('raft') }
    const signed = await Promise.all([signedOf(first), signedOf(first, other), signedOf(second), signedOf(second, other)])
    expect(await registry.submitMany.staticCall(signed)).to.equal(4n)
    await registry.submitMany(signed)
    expect(await isReproduced()).to.equal(true)
    expect(await isReproduced(reproductionOf(other))).to.equal(true)
  })

  it('it passes over those that cannot be counted', async () => {
    const { registry, signedOf, submit, stranger, first, second, third, countOf, isReproduced } = await loadReproductions()
    await submit(first)
    const broken = { ...(await signedOf(third)), signature: '0x' }
    const signed = [await signedOf(first), broken, await signedOf(stranger), await signedOf(second), await signedOf(second)]
    expect(await registry.submitMany.staticCall(signed)).to.equal(1n)
    await registry.submitMany(signed)
    expect(await countOf()).to.equal(2n)
    expect(await isReproduced()).to.equal(true)
  })

  describe('when none can be counted', () => {
    it('it reverts with ProvenanceNothingCounted', async () => {
      const { registry, signedOf, submit, first } = await loadReproductions()
      await submit(first)
      await expect(registry.submitMany([await signedOf(first)])).to.be.revertedWithCustomError(registry, 'ProvenanceNothingCounted')
      await expect(registry.submitMany([])).to.be.revertedWithCustomError(registry, 'ProvenanceNothingCounted')
    })
  })

  describe('when there are more than fit', () => {
    it('it reverts with ProvenanceBatchSize', async () => {
      const { registry, signedOf, first } = await loadReproductions()
      const signed = Array(65).fill(await signedOf(first))
      await expect(registry.submitMany(signed)).to.be.revertedWithCustomError(registry, 'ProvenanceBatchSize').withArgs(65, 64)
    })
  })

  it('it takes as many as fit within a fraction of the gas of a transaction', async () => {
    const { registry, signedOf, first, mint } = await loadReproductions()
    const signed = []
    for (let index = 0; index < 64; index += 1) {
      const label = `raft ${index}`
      signed.push(await signedOf(first, { tokenId: await mint(label), coreHash: coreHashOf(label), renderHash: renderOf(label) }))
    }
    const receipt = await (await registry.submitMany(signed)).wait()
    expect(receipt?.gasUsed).to.be.lessThan(MAX_TRANSACTION_GAS / 2n)
  })
})

describe('why', () => {
  it('it says beforehand what submit would revert with', async () => {
    const { registry, reproductionOf, sign, submit, first, second, stranger } = await loadReproductions()
    await submit(first)
    const good = reproductionOf()
    const nothing = reproductionOf({ renderHash: ethers.ZeroHash as `0x${string}` })
    for (const [reproduction, account, signature, error] of [
      [good, first.address, await sign(first), 'ProvenanceReproductionCounted'],
      [good, stranger.address, await sign(stranger), 'ProvenanceNotReexecutor'],
      [good, second.address, await sign(stranger), 'ProvenanceSignatureForeign'],
      [good, second.address, '0x00', 'ProvenanceSignatureMalformed'],
      [nothing, second.address, await sign(second, nothing), 'ProvenanceRenderHashZero'],
    ] as const) {
      const said = registry.interface.parseError(await registry.why(reproduction, account, signature))
      expect(said?.name).to.equal(error)
      await expect(registry.submit(reproduction, account, signature))
        .to.be.revertedWithCustomError(registry, error)
        .withArgs(...(said?.args ?? []))
    }
    expect(await registry.why(good, second.address, await sign(second))).to.equal('0x')
  })
})
