import { type Reproduction, reproductionDomain, reproductionTypes } from '@daedal/protocol/provenance/reproduction'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { coreHashOf, coreOf, loadReproductions, otherRender, renderOf, signReproduction } from '../fixtures/reproductions.ts'
import { DAY, ethers, networkHelpers, word } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** Functions that only the owner of the registry may call. */
const OWNERS = ['addReexecutor', 'removeReexecutor', 'renounceOwnership', 'setThreshold', 'transferOwnership']

const changingOf = (contract: {
  interface: { forEachFunction(each: (item: { name: string; stateMutability: string }) => void): void }
}) => {
  const names: string[] = []
  contract.interface.forEachFunction(({ name, stateMutability }) => {
    if (stateMutability !== 'view' && stateMutability !== 'pure') names.push(name)
  })
  return names.sort()
}

describe('a reproduction that counts twice, for another record or by nobody’s right', () => {
  it('a signature is good on one chain, at one registry, for one collection, token, record and result', async () => {
    const world = await loadReproductions()
    const { registry, owner, first, reexecutors, reproductionOf, mint, collection, sign } = world
    const signature = await sign(first)
    const addresses = reexecutors.map(({ address }) => address)
    const sibling = await ethers.deployContract('ReproductionRegistry', [owner.address, 2, addresses])
    await sibling.readRecord(coreOf('lantern'))
    await expect(sibling.submit(reproductionOf(), first.address, signature)).to.be.revertedWithCustomError(
      registry,
      'ProvenanceSignatureForeign',
    )
    const frozen = await deployMock<'setAnswer'>('Answerer')
    await frozen.setAnswer(ethers.id('isFrozen(uint256)').slice(0, 10), 1, ethers.zeroPadValue('0x01', 32))
    await mint('raft')
    const others: Partial<Reproduction>[] = [
      { collection: (await frozen.getAddress()) as Hex },
      { tokenId: await mint('boat') },
      { coreHash: coreHashOf('raft') },
      { renderHash: otherRender },
    ]
    for (const change of others)
      await expect(registry.submit(reproductionOf(change), first.address, signature), Object.keys(change)[0])
        .to.be.revertedWithCustomError(registry, 'ProvenanceSignatureForeign')
        .withArgs(first.address)
    const elsewhere = await signReproduction(first, registry, reproductionOf(), 1n)
    await expect(registry.submit(reproductionOf(), first.address, elsewhere)).to.be.revertedWithCustomError(
      registry,
      'ProvenanceSignatureForeign',
    )
    const [, name, version, chainId, contract] = await registry.eip712Domain()
    expect([name, version, chainId, contract]).to.deep.equal(['Daedal Reproductions', '1', 31_337n, await registry.getAddress()])
    expect(await world.countOf()).to.equal(0n)
    await registry.submit(reproductionOf({ collection }), first.address, signature)
  })

  it('one re-executor counts once, in whatever form, order and company its signatures come', async () => {
    const { registry, first, second, sign, signedOf, countOf, isReproduced, reproductionOf } = await loadReproductions()
    const signature = await sign(first)
    const compact = { ...(await signedOf(first)), signature: ethers.Signature.from(signature).compactSerialized }
    await registry.submitMany([await signedOf(first), compact, await signedOf(first), compact])
    expect(await countOf()).to.equal(1n)
    for (const form of [signature, compact.signature])
      await expect(registry.submit(reproductionOf(), first.address, form)).to.be.revertedWithCustomError(
        registry,
        'ProvenanceReproductionCounted',
      )
    // Under the name of another it is nobody's.
    await expect(registry.submit(reproductionOf(), second.address, signature)).to.be.revertedWithCustomError(
      registry,
      'ProvenanceSignatureForeign',
    )
    expect(await isReproduced()).to.equal(false)
  })

  it('the twin of a signature with a high s, and one with another v, are refused', async () => {
    const { registry, first, sign, reproductionOf, countOf } = await loadReproductions()
    const { r, s, v } = ethers.Signature.from(await sign(first))
    const high = ethers.toBeHex(ORDER - BigInt(s), 32)
    for (const twin of [
      ethers.concat([r, high, v === 27 ? '0x1c' : '0x1b']),
      ethers.concat([r, s, v === 27 ? '0x00' : '0x01']),
      ethers.concat([ethers.ZeroHash, ethers.ZeroHash, '0x1b']),
    ])
      await expect(registry.submit(reproductionOf(), first.address, twin), twin).to.be.revertedWithCustomError(
        registry,
        'ProvenanceSignatureMalformed',
      )
    expect(await countOf()).to.equal(0n)
  })

  it('an old signature of a removed re-executor stays worthless, and what it did before stays done', async () => {
    const { registry, owner, first, second, third, submit, sign, mint, reproductionOf, isReproduced } = await loadReproductions()
    const raft = { tokenId: await mint('raft'), coreHash: coreHashOf('raft'), renderHash: renderOf('raft') }
    const kept = await sign(first, reproductionOf(raft))
    for (const by of [first, second]) await submit(by)
    await registry.connect(owner).removeReexecutor(first.address)
    await networkHelpers.time.increase(30n * DAY)
    await expect(registry.submit(reproductionOf(raft), first.address, kept)).to.be.revertedWithCustomError(
      registry,
      'ProvenanceNotReexecutor',
    )
    for (const by of [second, third]) await submit(by, raft)
    expect([await isReproduced(), await isReproduced(reproductionOf(raft))]).to.deep.equal([true, true])
  })

  it('an owner cannot bring in voices of its own from one block to the next', async () => {
    const { registry, owner, newcomer, stranger, sign, reproductionOf, isReproduced, submit } = await loadReproductions()
    for (const { address } of [newcomer, stranger]) await registry.connect(owner).addReexecutor(address)
    const signed = await Promise.all(
      [newcomer, stranger].map(async (by) => ({ reproduction: reproductionOf(), reexecutor: by.address, signature: await sign(by) })),
    )
    await expect(registry.submitMany(signed)).to.be.revertedWithCustomError(registry, 'ProvenanceNothingCounted')
    await networkHelpers.time.increase(2n * DAY - 10n)
    await expect(submit(newcomer)).to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor')
    expect(await isReproduced()).to.equal(false)
  })

  it('the owner has no function that marks, takes back or counts', async () => {
    const { registry } = await loadReproductions()
    const free = ['acceptOwnership', 'multicall', 'publishGenerator', 'readRecord', 'submit', 'submitMany']
    expect(changingOf(registry)).to.deep.equal([...OWNERS, ...free].sort())
    registry.interface.forEachFunction(({ name, payable }) => expect(payable, name).to.equal(false))
  })

  it('a threshold that moves around an open count reproduces nothing by itself', async () => {
    const { registry, owner, first, second, third, fourth, submit, countOf, isReproduced } = await loadReproductions()
    const by = registry.connect(owner)
    await submit(first)
    for (const threshold of [16, 2, 3]) await by.setThreshold(threshold)
    await submit(second)
    for (const threshold of [2, 16, 2, 4]) await by.setThreshold(threshold)
    expect([await countOf(), await isReproduced()]).to.deep.equal([2n, false])
    await submit(third)
    expect(await isReproduced()).to.equal(false)
    await submit(fourth)
    expect(await isReproduced()).to.equal(true)
    for (const threshold of [16, 2]) await by.setThreshold(threshold)
    expect(await isReproduced()).to.equal(true)
  })

  it('zero hashes are neither a record nor a result', async () => {
    const { registry, submit, first, second, isReproduced, reproductionOf } = await loadReproductions()
    const zero = ethers.ZeroHash as Hex
    for (const by of [first, second]) {
      await expect(submit(by, { renderHash: zero })).to.be.revertedWithCustomError(registry, 'ProvenanceRenderHashZero')
      await expect(submit(by, { coreHash: zero })).to.be.revertedWithCustomError(registry, 'ProvenanceRecordUnread')
      await expect(submit(by, { coreHash: zero, renderHash: zero })).to.be.revertedWithCustomError(registry, 'ProvenanceRenderHashZero')
    }
    expect(await isReproduced(reproductionOf({ coreHash: zero, renderHash: zero }))).to.equal(false)
  })

  it('nobody stops a batch by handing one of it in before, or by putting rubbish into it', async () => {
    const { registry, first, second, third, signedOf, submit, isReproduced, owner } = await loadReproductions()
    const signed = [await signedOf(first), await signedOf(second), await signedOf(third)]
    await submit(first)
    await registry.connect(owner).removeReexecutor(third.address)
    await registry.submitMany(signed)
    expect(await isReproduced()).to.equal(true)
    // A batch of nothing but repetitions is not paid for beyond the look at each of them.
    const many = Array.from({ length: 64 }, () => signed[0] as (typeof signed)[number])
    await expect(registry.submitMany(many)).to.be.revertedWithCustomError(registry, 'ProvenanceNothingCounted')
    await expect(registry.submitMany([...many, many[0] as (typeof many)[number]])).to.be.revertedWithCustomError(
      registry,
      'ProvenanceBatchSize',
    )
  })

  it('a wallet and a collection that call back while they are asked change nothing and are not believed', async () => {
    const { registry, owner, add, reproductionOf, signedOf, first, countOf } = await loadReproductions()
    const wallet = await deployMock<'setCall'>('CallingWallet')
    const address = (await wallet.getAddress()) as Hex
    await add(address)
    await registry.connect(owner).transferOwnership(address)
    const again = registry.interface.encodeFunctionData('submitMany', [[await signedOf(first)]])
    const nested = registry.interface.encodeFunctionData('submit', [reproductionOf(), address, '0x'])
    const taken = registry.interface.encodeFunctionData('acceptOwnership')
    for (const data of [again, nested, taken]) {
      await wallet.setCall(await registry.getAddress(), data)
      await expect(registry.submit(reproductionOf(), address, '0x')).to.be.revertedWithCustomError(registry, 'ProvenanceSignatureForeign')
      const foreign = reproductionOf({ collection: address })
      await expect(registry.submit(foreign, first.address, (await signedOf(first, foreign)).signature)).to.be.revertedWithCustomError(
        registry,
        'ProvenanceNotFrozen',
      )
    }
    expect([await countOf(), await registry.owner()]).to.deep.equal([0n, owner.address])
    // The same wallet is believed where its call changes nothing.
    await wallet.setCall(await registry.getAddress(), registry.interface.encodeFunctionData('threshold'))
    await registry.submit(reproductionOf(), address, '0x')
    expect(await countOf()).to.equal(1n)
  })

  it('a collection that lies about itself reaches nothing for another', async () => {
    const { first, second, submit, isReproduced, reproductionOf } = await loadReproductions()
    const liar = await deployMock<'setAnswer'>('Answerer')
    await liar.setAnswer(ethers.id('isFrozen(uint256)').slice(0, 10), 1, ethers.zeroPadValue('0x01', 32))
    const collection = (await liar.getAddress()) as Hex
    for (const by of [first, second]) await submit(by, { collection })
    expect(await isReproduced(reproductionOf({ collection }))).to.equal(true)
    expect(await isReproduced()).to.equal(false)
  })

  it('an answer that is a byte short is not made whole by what was in memory before', async () => {
    const { add, registry, stranger, reproductionOf } = await loadReproductions()
    // The account that was looked up last lies where the answer goes: its last byte would be the missing one.
    let [key, signer] = [0n, new ethers.Wallet(word('key 0'))]
    while (!signer.address.toLowerCase().endsWith('01')) {
      key += 1n
      signer = new ethers.Wallet(word(`key ${key}`))
    }
    await add(signer.address)
    const short = await deployMock<'setAnswer'>('Answerer')
    const reproduction = reproductionOf({ collection: (await short.getAddress()) as Hex })
    const types = { Reproduction: reproductionTypes.Reproduction.map((field) => ({ ...field })) }
    const domain = reproductionDomain(31_337, (await registry.getAddress()) as Hex)
    const signature = await signer.signTypedData(domain, types, reproduction)
    const submit = () => registry.connect(stranger).submit(reproduction, signer.address, signature)
    await short.setAnswer(ethers.id('isFrozen(uint256)').slice(0, 10), 1, `0x${'00'.repeat(31)}`)
    await expect(submit()).to.be.revertedWithCustomError(registry, 'ProvenanceNotFrozen')
    await short.setAnswer(ethers.id('isFrozen(uint256)').slice(0, 10), 1, ethers.zeroPadValue('0x01', 32))
    await submit()
  })

  it('a record that claims the picture of another is not reproduced by those who draw what it really makes', async () => {
    const { registry, reexecutors, submit, mint, isReproduced, reproductionOf } = await loadReproductions()
    const fake = { tokenId: await mint('fake'), coreHash: coreHashOf('fake') }
    for (const by of reexecutors)
      await expect(submit(by, { ...fake, renderHash: word('what its plan draws') as Hex })).to.emit(registry, 'ReproductionConflicted')
    expect(await isReproduced(reproductionOf(fake))).to.equal(false)
  })
})

describe('a world that is taken over, or named before its operator does', () => {
  async function loadWorlds() {
    const [operator, stranger, other] = await ethers.getSigners()
    if (!operator || !stranger || !other) throw new Error('no accounts')
    const registry = await ethers.deployContract('WorldRegistry')
    return { registry, operator, stranger, other, worldId: await registry.worldIdOf(operator.address, word('salt')) }
  }

  it('an id cannot be taken by whoever sees it coming', async () => {
    const { registry, operator, stranger, worldId } = await loadWorlds()
    await registry.connect(stranger).register(word('salt'), word('copied'), word('keys'))
    expect((await registry.worldOf(worldId)).operator).to.equal(ethers.ZeroAddress)
    await registry.connect(operator).register(word('salt'), word('manifest'), word('keys'))
    expect((await registry.worldOf(worldId)).operator).to.equal(operator.address)
  })

  it('a successor whose turn was taken back, or came too early, takes nothing', async () => {
    const { registry, operator, stranger, other, worldId } = await loadWorlds()
    const mine = registry.connect(operator)
    await mine.register(word('salt'), word('manifest'), word('keys'))
    await mine.announceHandover(worldId, stranger.address)
    await expect(registry.connect(stranger).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsHandoverNotDue')
    await networkHelpers.time.increase(3n * DAY)
    await mine.announceHandover(worldId, other.address)
    await expect(registry.connect(stranger).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNotSuccessor')
    // The wait of the first announcement does not count for the second.
    await expect(registry.connect(other).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsHandoverNotDue')
    await mine.cancelHandover(worldId)
    await networkHelpers.time.increase(3n * DAY)
    await expect(registry.connect(other).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNoHandover')
    expect((await registry.worldOf(worldId)).operator).to.equal(operator.address)
  })

  it('a handover that was accepted cannot be accepted again, nor undone by the former operator', async () => {
    const { registry, operator, stranger, worldId } = await loadWorlds()
    const mine = registry.connect(operator)
    await mine.register(word('salt'), word('manifest'), word('keys'))
    await mine.announceHandover(worldId, stranger.address)
    await networkHelpers.time.increase(3n * DAY)
    await registry.connect(stranger).acceptHandover(worldId)
    await expect(registry.connect(stranger).acceptHandover(worldId)).to.be.revertedWithCustomError(registry, 'WorldsNoHandover')
    for (const act of [() => mine.cancelHandover(worldId), () => mine.announceHandover(worldId, operator.address)])
      await expect(act()).to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
  })

  it('nobody but an operator has a function over a world', async () => {
    const { registry } = await loadWorlds()
    expect(changingOf(registry)).to.deep.equal(
      ['acceptCollections', 'acceptHandover', 'announceHandover', 'cancelHandover', 'register', 'rotateKeySet', 'setManifest'].sort(),
    )
  })
})
