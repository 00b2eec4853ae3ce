import { expect } from 'chai'
import { loadReproductions, otherRender, THRESHOLD } from '../fixtures/reproductions.ts'
import { DAY, ethers, networkHelpers } from '../fixtures/trade.ts'

const loadAlone = async () => {
  const world = await loadReproductions()
  const deploy = (threshold: number, accounts: string[]) =>
    ethers.deployContract('ReproductionRegistry', [world.owner.address, threshold, accounts])
  return { ...world, deploy }
}

describe('constructor', () => {
  it('it registers re-executors that count at once, and announces them and the threshold', async () => {
    const { deploy, owner, first, second, stranger } = await loadAlone()
    const registry = await deploy(3, [first.address, second.address])
    const made = registry.deploymentTransaction()
    const since = BigInt(await networkHelpers.time.latest())
    await expect(made).to.emit(registry, 'ReexecutorAdded').withArgs(first.address, since)
    await expect(made).to.emit(registry, 'ReexecutorAdded').withArgs(second.address, since)
    await expect(made).to.emit(registry, 'ThresholdChanged').withArgs(3)
    expect([await registry.owner(), await registry.threshold(), await registry.reexecutorCount()]).to.deep.equal([owner.address, 3n, 2n])
    expect(await registry.isReexecutor(first.address)).to.equal(true)
    expect(await registry.isReexecutor(stranger.address)).to.equal(false)
    expect(await registry.reexecutorSince(first.address)).to.equal(since)
  })

  describe('when one is named twice', () => {
    it('it reverts with ProvenanceReexecutorKnown', async () => {
      const { deploy, registry, first } = await loadAlone()
      await expect(deploy(2, [first.address, first.address]))
        .to.be.revertedWithCustomError(registry, 'ProvenanceReexecutorKnown')
        .withArgs(first.address)
    })
  })

  describe('when the threshold is out of bounds', () => {
    it('it reverts with ProvenanceThresholdInvalid', async () => {
      const { deploy, registry } = await loadAlone()
      for (const threshold of [0, 1, 17])
        await expect(deploy(threshold, [])).to.be.revertedWithCustomError(registry, 'ProvenanceThresholdInvalid').withArgs(threshold, 2, 16)
    })
  })
})

describe('addReexecutor', () => {
  it('it registers an account whose signatures count two days later', async () => {
    const { registry, owner, newcomer, submit, reproductionOf, sign } = await loadReproductions()
    const signature = await sign(newcomer)
    const added = registry.connect(owner).addReexecutor(newcomer.address)
    await added
    const since = BigInt(await networkHelpers.time.latest()) + 2n * DAY
    await expect(added).to.emit(registry, 'ReexecutorAdded').withArgs(newcomer.address, since)
    expect(await registry.reexecutorCount()).to.equal(5n)
    expect(await registry.isReexecutor(newcomer.address)).to.equal(false)
    await networkHelpers.time.setNextBlockTimestamp(since - 1n)
    await expect(submit(newcomer)).to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor')
    await networkHelpers.time.setNextBlockTimestamp(since)
    await registry.submit(reproductionOf(), newcomer.address, signature)
    expect(await registry.isReexecutor(newcomer.address)).to.equal(true)
  })

  it('it counts a signature that was made before', async () => {
    const { registry, newcomer, add, sign, reproductionOf, countOf } = await loadReproductions()
    const early = await sign(newcomer)
    await add(newcomer.address)
    await registry.submit(reproductionOf(), newcomer.address, early)
    expect(await countOf()).to.equal(1n)
  })

  it("it is the owner's alone", async () => {
    const { registry, stranger, first } = await loadReproductions()
    for (const by of [stranger, first])
      await expect(registry.connect(by).addReexecutor(by.address)).to.be.revertedWithCustomError(registry, 'OwnableUnauthorizedAccount')
  })

  describe('when the account is registered', () => {
    it('it reverts with ProvenanceReexecutorKnown, and moves no date', async () => {
      const { registry, owner, first } = await loadReproductions()
      const since = await registry.reexecutorSince(first.address)
      await expect(registry.connect(owner).addReexecutor(first.address))
        .to.be.revertedWithCustomError(registry, 'ProvenanceReexecutorKnown')
        .withArgs(first.address)
      expect(await registry.reexecutorSince(first.address)).to.equal(since)
    })
  })
})

describe('removeReexecutor', () => {
  it('it lets no further signature count, at once', async () => {
    const { registry, owner, first, submit } = await loadReproductions()
    await expect(registry.connect(owner).removeReexecutor(first.address)).to.emit(registry, 'ReexecutorRemoved').withArgs(first.address)
    expect([await registry.isReexecutor(first.address), await registry.reexecutorCount()]).to.deep.equal([false, 3n])
    await expect(submit(first)).to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor').withArgs(first.address)
  })

  it('it leaves what was counted, also short of the threshold', async () => {
    const { registry, owner, first, second, submit, countOf, isReproduced } = await loadReproductions()
    await submit(first)
    await registry.connect(owner).removeReexecutor(first.address)
    expect(await countOf()).to.equal(1n)
    await submit(second)
    await registry.connect(owner).removeReexecutor(second.address)
    expect(await isReproduced()).to.equal(true)
  })

  it('it removes one that does not count yet', async () => {
    const { registry, owner, newcomer } = await loadReproductions()
    await registry.connect(owner).addReexecutor(newcomer.address)
    await registry.connect(owner).removeReexecutor(newcomer.address)
    await networkHelpers.time.increase(3n * DAY)
    expect(await registry.isReexecutor(newcomer.address)).to.equal(false)
    expect(await registry.reexecutorCount()).to.equal(4n)
  })

  it("it is the owner's alone", async () => {
    const { registry, stranger, first } = await loadReproductions()
    for (const by of [stranger, first])
      await expect(registry.connect(by).removeReexecutor(first.address)).to.be.revertedWithCustomError(
        registry,
        'OwnableUnauthorizedAccount',
      )
  })

  describe('given the account comes back', () => {
    it('it is not counted a second time', async () => {
      const { registry, owner, first, submit, add, countOf } = await loadReproductions()
      await submit(first)
      await registry.connect(owner).removeReexecutor(first.address)
      await add(first.address)
      await expect(submit(first)).to.be.revertedWithCustomError(registry, 'ProvenanceReproductionCounted')
      expect(await countOf()).to.equal(1n)
    })
  })

  describe('when the account is not registered', () => {
    it('it reverts with ProvenanceNotReexecutor', async () => {
      const { registry, owner, stranger } = await loadReproductions()
      await expect(registry.connect(owner).removeReexecutor(stranger.address))
        .to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor')
        .withArgs(stranger.address)
      expect(await registry.reexecutorCount()).to.equal(4n)
    })
  })
})

describe('setThreshold', () => {
  it('it takes the numbers from 2 to 16', async () => {
    const { registry, owner } = await loadReproductions()
    for (const threshold of [16, 2]) {
      await expect(registry.connect(owner).setThreshold(threshold)).to.emit(registry, 'ThresholdChanged').withArgs(threshold)
      expect(await registry.threshold()).to.equal(threshold)
    }
  })

  it("it is the owner's alone", async () => {
    const { registry, stranger, first } = await loadReproductions()
    for (const by of [stranger, first])
      await expect(registry.connect(by).setThreshold(3)).to.be.revertedWithCustomError(registry, 'OwnableUnauthorizedAccount')
  })

  describe('when the number is out of bounds', () => {
    it('it reverts with ProvenanceThresholdInvalid', async () => {
      const { registry, owner } = await loadReproductions()
      for (const threshold of [0, 1, 17, 255])
        await expect(registry.connect(owner).setThreshold(threshold))
          .to.be.revertedWithCustomError(registry, 'ProvenanceThresholdInvalid')
          .withArgs(threshold, 2, 16)
      expect(await registry.threshold()).to.equal(THRESHOLD)
    })
  })

  describe('given it was raised', () => {
    it('it leaves what is reproduced', async () => {
      const { registry, owner, first, second, submit, isReproduced } = await loadReproductions()
      for (const by of [first, second]) await submit(by)
      await registry.connect(owner).setThreshold(4)
      expect(await isReproduced()).to.equal(true)
    })

    it('it asks for more where it was not reached', async () => {
      const { registry, owner, first, second, third, submit, isReproduced } = await loadReproductions()
      await submit(first)
      await registry.connect(owner).setThreshold(3)
      await submit(second)
      expect(await isReproduced()).to.equal(false)
      await submit(third)
      expect(await isReproduced()).to.equal(true)
    })
  })

  describe('given it was lowered', () => {
    it('it makes nothing reproduced by itself', async () => {
      const { registry, owner, first, second, submit, isReproduced } = await loadReproductions()
      await registry.connect(owner).setThreshold(4)
      for (const by of [first, second]) await submit(by)
      await registry.connect(owner).setThreshold(2)
      expect(await isReproduced()).to.equal(false)
    })

    it('it is met by the next that agrees, and by none that conflicts', async () => {
      const { registry, owner, first, second, third, fourth, submit, isReproduced } = await loadReproductions()
      await registry.connect(owner).setThreshold(4)
      for (const by of [first, second]) await submit(by)
      await registry.connect(owner).setThreshold(2)
      await submit(third, { renderHash: otherRender })
      expect(await isReproduced()).to.equal(false)
      await expect(submit(fourth)).to.emit(registry, 'Reproduced')
      expect(await isReproduced()).to.equal(true)
    })
  })
})

describe('ownership', () => {
  it('it moves in two steps', async () => {
    const { registry, owner, stranger } = await loadReproductions()
    await registry.connect(owner).transferOwnership(stranger.address)
    expect(await registry.owner()).to.equal(owner.address)
    await registry.connect(stranger).acceptOwnership()
    expect(await registry.owner()).to.equal(stranger.address)
  })

  it('it can be given up, after which the re-executors stay as they are', async () => {
    const { registry, owner, first, second, submit, isReproduced } = await loadReproductions()
    await registry.connect(owner).renounceOwnership()
    for (const by of [first, second]) await submit(by)
    expect(await isReproduced()).to.equal(true)
    await expect(registry.connect(owner).setThreshold(3)).to.be.revertedWithCustomError(registry, 'OwnableUnauthorizedAccount')
  })
})
