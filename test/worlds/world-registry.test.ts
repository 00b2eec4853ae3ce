import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import type { BaseContract, EventLog } from 'ethers'
import { DAY, ethers, networkHelpers, word } from '../fixtures/trade.ts'

const [MANIFEST, KEYS, SALT] = [word('manifest'), word('keys'), word('salt')]
const ZERO = ethers.ZeroHash

async function deployWorlds() {
  const [operator, successor, stranger] = (await ethers.getSigners()) as [HardhatEthersSigner, HardhatEthersSigner, HardhatEthersSigner]
  const registry = await ethers.deployContract('WorldRegistry')
  await registry.connect(operator).register(SALT, MANIFEST, KEYS)
  const worldId = await registry.worldIdOf(operator.address, SALT)
  const now = async () => BigInt(await networkHelpers.time.latest())
  const announce = async (to = successor.address) => {
    const announced = registry.connect(operator).announceHandover(worldId, to)
    await announced
    return { announced, validFrom: (await now()) + 3n * DAY }
  }
  return { registry, operator, successor, stranger, worldId, now, announce, mine: registry.connect(operator) }
}
const load = () => networkHelpers.loadFixture(deployWorlds)

describe('register', () => {
  it('it makes the caller the operator of a world with an id known before', async () => {
    const { registry, stranger } = await load()
    const worldId = await registry.worldIdOf(stranger.address, SALT)
    expect(worldId).to.equal(ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(['address', 'bytes32'], [stranger.address, SALT])))
    const registered = registry.connect(stranger).register(SALT, MANIFEST, KEYS)
    await expect(registered).to.emit(registry, 'WorldRegistered').withArgs(worldId, stranger.address, SALT)
    await expect(registered).to.emit(registry, 'ManifestChanged').withArgs(worldId, ZERO, MANIFEST)
    await expect(registered).to.emit(registry, 'KeySetRotated').withArgs(worldId, ZERO, KEYS)
    expect(await registry.worldOf(worldId)).to.deep.equal([stranger.address, MANIFEST, KEYS])
  })

  it('it announces no keys where there are none', async () => {
    const { registry, stranger } = await load()
    await expect(registry.connect(stranger).register(SALT, MANIFEST, ZERO)).not.to.emit(registry, 'KeySetRotated')
    expect((await registry.worldOf(await registry.worldIdOf(stranger.address, SALT))).keySet).to.equal(ZERO)
  })

  it('it keeps the worlds of one operator apart', async () => {
    const { registry, mine, operator, worldId } = await load()
    await mine.register(word('second'), word('second manifest'), ZERO)
    const second = await registry.worldIdOf(operator.address, word('second'))
    await mine.rotateKeySet(second, word('second keys'))
    expect(await registry.worldOf(worldId)).to.deep.equal([operator.address, MANIFEST, KEYS])
    expect(await registry.worldOf(second)).to.deep.equal([operator.address, word('second manifest'), word('second keys')])
  })

  describe('when the operator has used the salt before', () => {
    it('it reverts with WorldsRegistered, also after it handed the world over', async () => {
      const { registry, mine, worldId, announce, successor } = await load()
      const again = () => mine.register(SALT, MANIFEST, KEYS)
      await expect(again()).to.be.revertedWithCustomError(registry, 'WorldsRegistered').withArgs(worldId)
      await announce()
      await networkHelpers.time.increase(3n * DAY)
      await registry.connect(successor).acceptHandover(worldId)
      await expect(again()).to.be.revertedWithCustomError(registry, 'WorldsRegistered').withArgs(worldId)
    })
  })

  describe('when there is no manifest', () => {
    it('it reverts with WorldsManifestZero', async () => {
      const { registry, stranger } = await load()
      await expect(registry.connect(stranger).register(SALT, ZERO, KEYS)).to.be.revertedWithCustomError(registry, 'WorldsManifestZero')
    })
  })
})

describe('setManifest', () => {
  it('it replaces the manifest and names both', async () => {
    const { registry, mine, worldId } = await load()
    await expect(mine.setManifest(worldId, word('next')))
      .to.emit(registry, 'ManifestChanged')
      .withArgs(worldId, MANIFEST, word('next'))
    expect((await registry.worldOf(worldId)).manifest).to.equal(word('next'))
  })

  describe('when there is no manifest', () => {
    it('it reverts with WorldsManifestZero', async () => {
      const { registry, mine, worldId } = await load()
      await expect(mine.setManifest(worldId, ZERO)).to.be.revertedWithCustomError(registry, 'WorldsManifestZero')
    })
  })
})

describe('rotateKeySet', () => {
  it('it replaces the keys, takes them away, and names both', async () => {
    const { registry, mine, worldId } = await load()
    for (const [before, after] of [
      [KEYS, word('next keys')],
      [word('next keys'), ZERO],
    ] as const) {
      await expect(mine.rotateKeySet(worldId, after)).to.emit(registry, 'KeySetRotated').withArgs(worldId, before, after)
      expect((await registry.worldOf(worldId)).keySet).to.equal(after)
    }
  })
})

describe('acceptCollections', () => {
  it('it takes collections in and lets them go, and leaves the rest', async () => {
    const { registry, mine, worldId, successor, stranger } = await load()
    await mine.acceptCollections(worldId, [successor.address, stranger.address], true)
    await mine.acceptCollections(worldId, [stranger.address], false)
    expect([await registry.accepts(worldId, successor.address), await registry.accepts(worldId, stranger.address)]).to.deep.equal([
      true,
      false,
    ])
    expect(await registry.accepts(word('another world'), successor.address)).to.equal(false)
  })

  it('it announces only what changes', async () => {
    const { registry, mine, worldId, stranger } = await load()
    await expect(mine.acceptCollections(worldId, [stranger.address], false)).not.to.emit(registry, 'CollectionAccepted')
    for (const accepted of [true, false]) {
      const changed = mine.acceptCollections(worldId, [stranger.address, stranger.address], accepted)
      await expect(changed).to.emit(registry, 'CollectionAccepted').withArgs(worldId, stranger.address, accepted)
      expect((await (await changed).wait())?.logs.length).to.equal(1)
    }
  })

  describe('when one is the zero address', () => {
    it('it reverts with WorldsCollectionZero', async () => {
      const { registry, mine, worldId, stranger } = await load()
      for (const accepted of [true, false])
        await expect(mine.acceptCollections(worldId, [stranger.address, ethers.ZeroAddress], accepted)).to.be.revertedWithCustomError(
          registry,
          'WorldsCollectionZero',
        )
    })
  })

  describe('when there are more than fit', () => {
    it('it reverts with WorldsTooManyCollections', async () => {
      const { registry, mine, worldId } = await load()
      const some = (count: number) => Array.from({ length: count }, (_, index) => ethers.toBeHex(index + 1, 20))
      await mine.acceptCollections(worldId, some(100), true)
      await expect(mine.acceptCollections(worldId, some(101), true))
        .to.be.revertedWithCustomError(registry, 'WorldsTooManyCollections')
        .withArgs(101, 100)
    })
  })
})

describe('announceHandover', () => {
  it('it names who can take over three days later, and changes nothing yet', async () => {
    const { registry, operator, worldId, announce, successor } = await load()
    const { announced, validFrom } = await announce()
    await expect(announced).to.emit(registry, 'HandoverAnnounced').withArgs(worldId, successor.address, validFrom)
    await expect(announced).not.to.emit(registry, 'HandoverCancelled')
    expect(await registry.handoverOf(worldId)).to.deep.equal([successor.address, validFrom])
    expect((await registry.worldOf(worldId)).operator).to.equal(operator.address)
  })

  it('it replaces an earlier announcement and begins the wait again', async () => {
    const { registry, worldId, announce, successor, stranger } = await load()
    await announce()
    await networkHelpers.time.increase(3n * DAY)
    const { announced, validFrom } = await announce(stranger.address)
    await expect(announced).to.emit(registry, 'HandoverCancelled').withArgs(worldId, successor.address)
    await expect(registry.connect(successor).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNotSuccessor')
    await expect(registry.connect(stranger).acceptHandover(worldId))
      .to.be.revertedWithCustomError(registry, 'WorldsHandoverNotDue')
      .withArgs(validFrom)
  })

  describe('when the successor is nobody or the operator', () => {
    it('it reverts with WorldsOperatorInvalid', async () => {
      const { registry, mine, worldId, operator } = await load()
      for (const to of [ethers.ZeroAddress, operator.address])
        await expect(mine.announceHandover(worldId, to)).to.be.revertedWithCustomError(registry, 'WorldsOperatorInvalid').withArgs(to)
    })
  })
})

describe('cancelHandover', () => {
  it('it takes the announcement back', async () => {
    const { registry, mine, worldId, announce, successor } = await load()
    await announce()
    await networkHelpers.time.increase(3n * DAY)
    await expect(mine.cancelHandover(worldId)).to.emit(registry, 'HandoverCancelled').withArgs(worldId, successor.address)
    expect(await registry.handoverOf(worldId)).to.deep.equal([ethers.ZeroAddress, 0n])
    await expect(registry.connect(successor).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNoHandover')
  })

  describe('when none was announced', () => {
    it('it reverts with WorldsNoHandover', async () => {
      const { registry, mine, worldId } = await load()
      await expect(mine.cancelHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNoHandover').withArgs(worldId)
    })
  })
})

describe('acceptHandover', () => {
  it('it makes the successor the operator, and the former one nothing', async () => {
    const { registry, mine, operator, worldId, announce, successor } = await load()
    const { validFrom } = await announce()
    await mine.rotateKeySet(worldId, word('keys meanwhile'))
    await networkHelpers.time.setNextBlockTimestamp(validFrom)
    await expect(registry.connect(successor).acceptHandover(worldId))
      .to.emit(registry, 'OperatorChanged')
      .withArgs(worldId, operator.address, successor.address)
    expect(await registry.worldOf(worldId)).to.deep.equal([successor.address, MANIFEST, word('keys meanwhile')])
    expect(await registry.handoverOf(worldId)).to.deep.equal([ethers.ZeroAddress, 0n])
    await expect(mine.setManifest(worldId, word('x'))).to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
    await registry.connect(successor).setManifest(worldId, word('x'))
  })

  describe('when it is too early', () => {
    it('it reverts with WorldsHandoverNotDue', async () => {
      const { registry, worldId, announce, successor } = await load()
      const { validFrom } = await announce()
      await networkHelpers.time.setNextBlockTimestamp(validFrom - 1n)
      await expect(registry.connect(successor).acceptHandover(worldId))
        .to.be.revertedWithCustomError(registry, 'WorldsHandoverNotDue')
        .withArgs(validFrom)
    })
  })

  describe('when somebody else calls', () => {
    it('it reverts with WorldsNotSuccessor', async () => {
      const { registry, worldId, announce, stranger, operator } = await load()
      await announce()
      await networkHelpers.time.increase(3n * DAY)
      for (const by of [stranger, operator])
        await expect(registry.connect(by).acceptHandover(worldId))
          .to.be.revertedWithCustomError(registry, 'WorldsNotSuccessor')
          .withArgs(by.address, worldId)
    })
  })

  describe('when none was announced', () => {
    it('it reverts with WorldsNoHandover', async () => {
      const { registry, worldId, stranger } = await load()
      await expect(registry.connect(stranger).acceptHandover(worldId))
        .to.be.revertedWithCustomError(registry, 'WorldsNoHandover')
        .withArgs(worldId)
    })
  })
})

describe('whatever the operator may do', () => {
  const acts = async () => {
    const world = await load()
    const { registry, stranger } = world
    const by = registry.connect(stranger)
    const of = (id: string) => [
      () => by.setManifest(id, word('x')),
      () => by.rotateKeySet(id, word('x')),
      () => by.acceptCollections(id, [stranger.address], true),
      () => by.announceHandover(id, stranger.address),
      () => by.cancelHandover(id),
    ]
    return { ...world, of }
  }

  it('it is refused to others with WorldsNotOperator', async () => {
    const { registry, worldId, stranger, announce, of } = await acts()
    // Who is to take over is no operator before it has.
    await announce(stranger.address)
    for (const act of of(worldId))
      await expect(act()).to.be.revertedWithCustomError(registry, 'WorldsNotOperator').withArgs(stranger.address, worldId)
  })

  it('it is refused with WorldsUnknown where there is no world', async () => {
    const { registry, of } = await acts()
    for (const act of of(word('nowhere')))
      await expect(act()).to.be.revertedWithCustomError(registry, 'WorldsUnknown').withArgs(word('nowhere'))
  })
})

describe('events', () => {
  it('it can be rebuilt from them alone', async () => {
    const { registry, mine, worldId, announce, successor, stranger } = await load()
    await mine.setManifest(worldId, word('next'))
    await mine.acceptCollections(worldId, [successor.address, stranger.address], true)
    await mine.acceptCollections(worldId, [successor.address], false)
    await announce(stranger.address)
    await announce()
    await networkHelpers.time.increase(3n * DAY)
    await registry.connect(successor).acceptHandover(worldId)
    await registry.connect(successor).rotateKeySet(worldId, word('new keys'))
    await registry.connect(successor).announceHandover(worldId, stranger.address)

    const world = { operator: '', manifest: ZERO, keySet: ZERO }
    const handover = { to: ethers.ZeroAddress, validFrom: 0n }
    const collections = new Map<string, boolean>()
    const none = () => Object.assign(handover, { to: ethers.ZeroAddress, validFrom: 0n })
    for (const { fragment, args } of (await (registry as unknown as BaseContract).queryFilter('*')) as EventLog[]) {
      if (args.worldId !== worldId) continue
      if (fragment.name === 'WorldRegistered') world.operator = args.operator
      if (fragment.name === 'ManifestChanged') world.manifest = args.newManifest
      if (fragment.name === 'KeySetRotated') world.keySet = args.newKeySet
      if (fragment.name === 'CollectionAccepted') collections.set(args.collection, args.accepted)
      if (fragment.name === 'HandoverAnnounced') Object.assign(handover, { to: args.to, validFrom: args.validFrom })
      if (fragment.name === 'HandoverCancelled') none()
      if (fragment.name === 'OperatorChanged') {
        world.operator = args.to
        none()
      }
    }
    expect(await registry.worldOf(worldId)).to.deep.equal(Object.values(world))
    expect(await registry.handoverOf(worldId)).to.deep.equal(Object.values(handover))
    expect(collections.size).to.equal(2)
    for (const [collection, accepted] of collections) expect(await registry.accepts(worldId, collection)).to.equal(accepted)
  })
})
