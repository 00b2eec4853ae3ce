import { assetKinds, canonicalBytes, parseCore } from '@daedal/protocol/provenance/core'
import { expect } from 'chai'
import fc from 'fast-check'
import { coreHashOf, coreOf, loadReproductions, renderOf } from '../fixtures/reproductions.ts'
import { ethers, networkHelpers, word } from '../fixtures/trade.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => ethers.hexlify(bytes))
/** What a creator would write to be taken for the key itself. */
const decoy = `,"renderSha256":"${word('decoy')}"`
const text = fc.oneof(fc.string({ maxLength: 90 }), fc.constant(decoy)).map((value) => value.normalize('NFC').slice(0, 90))
const fingerprint = fc.record({ alg: fc.constant('pdq256/1'), bits: hash, quality: fc.nat(100) })

/** Records of the schema, with decoys where a creator chooses the text. */
const anyCore = fc
  .record({
    own: hash,
    other: hash,
    kind: fc.constantFrom(...assetKinds),
    mime: text,
    said: text,
    print: fc.option(fingerprint),
    further: fc.array(hash, { maxLength: 3 }),
  })
  .map(({ own, other, kind, mime, said, print, further }) => {
    const account = '0x0000000000000000000000000000000000000001'
    return {
      schema: 'aigc-provenance/1',
      chain: 'eip155:31337',
      contract: account,
      creator: `did:pkh:eip155:31337:${account}`,
      asset: {
        kind,
        mime,
        payloadSha256: other,
        renderSha256: own,
        dims: { w: 768, h: 768 },
        fingerprint: print,
        watermark: { alg: said, payload: said },
        ...(further.length > 0 && {
          renditions: further.map((renderSha256) => ({ role: 'model', path: 'model.glb', mime, payloadSha256: other, renderSha256 })),
        }),
      },
      generation: {
        method: 'deterministic-local',
        engine: { name: said, version: '1', bundleCid: null, codeSha256: other },
        model: null,
        plan: { renderSha256: other, asset: { renderSha256: other } },
        params: { renderSha256: other },
        seed: '11',
        promptCommitment: other,
        promptDigests: { prompt: other, negative: null },
        providerManifest: null,
        reproducible: 'bit-exact',
      },
      inputs: [],
      declaration: { digitalSourceType: 'algorithmicMedia', humanContribution: 'none', depictsRealPerson: false },
      rights: {
        licence: 'CC0-1.0',
        derivatives: { allowed: true, approval: false, upBps: 0 },
        training: { mining: 'allowed', generativeTraining: 'allowed' },
      },
      moderation: { prompt: 'passed', output: 'passed' },
      quality: { profile: 'image/1', metrics: {} },
      createdAt: '2026-01-01T00:00:00Z',
      nonce: other,
    }
  })

const bytesOf = (value: string) => ethers.hexlify(ethers.toUtf8Bytes(value))
const good = `{"asset":{"dims":{"h":1,"w":1},"renderSha256":"${word('own')}"}}`

describe('readRecord', () => {
  it('it keeps what a record says its asset decodes to, whoever shows it', async () => {
    const { registry, stranger } = await loadReproductions()
    expect(await registry.renderOf(coreHashOf('new'))).to.equal(ethers.ZeroHash)
    const read = registry.connect(stranger).readRecord(coreOf('new'))
    await expect(read).to.emit(registry, 'RecordRead').withArgs(coreHashOf('new'), renderOf('new'))
    expect(await registry.renderOf(coreHashOf('new'))).to.equal(renderOf('new'))
  })

  it('it announces a record once', async () => {
    const { registry, stranger } = await loadReproductions()
    const shown = registry.connect(stranger)
    expect(await shown.readRecord.staticCall(coreOf('lantern'))).to.deep.equal([coreHashOf('lantern'), renderOf('lantern')])
    await expect(shown.readRecord(coreOf('lantern'))).not.to.emit(registry, 'RecordRead')
  })

  it('it reads what every record of the schema says of its asset', async () => {
    const { registry } = await loadReproductions()
    await fc.assert(
      fc.asyncProperty(anyCore, async (json) => {
        const core = parseCore(json)
        expect((await registry.readRecord.staticCall(canonicalBytes(core))).renderHash).to.equal(core.asset.renderSha256)
      }),
      { numRuns: 60 },
    )
  })

  it('it is not led astray by the same words elsewhere', async () => {
    const { registry } = await loadReproductions()
    const asset = { kind: 'scene', mime: decoy, renderSha256: word('own') }
    const core = { asset, generation: { plan: { renderSha256: word('decoy') } }, schema: decoy }
    expect((await registry.readRecord.staticCall(canonicalBytes(core))).renderHash).to.equal(word('own'))
  })

  it('it needs nothing behind what it reads, and every byte before', async () => {
    const { registry } = await loadReproductions()
    const least = `{"asset":{"renderSha256":"${word('own')}"`
    expect((await registry.readRecord.staticCall(bytesOf(least))).renderHash).to.equal(word('own'))
    for (const shorter of [least.slice(0, -1), least.slice(1), least.replace(':{', ':')])
      await expect(registry.readRecord(bytesOf(shorter)), shorter).to.be.revertedWithCustomError(registry, 'ProvenanceRecordMalformed')
  })

  describe('when the bytes are no record', () => {
    it('it reverts with ProvenanceRecordMalformed', async () => {
      const { registry } = await loadReproductions()
      await registry.readRecord.staticCall(bytesOf(good))
      for (const broken of [
        '',
        '{"asset":{',
        `{"plan":${good}}`,
        good.replace('asset', 'asses'),
        good.replace('renderSha256', 'rendersha256'),
        good.replace('"0x', '"0X'),
        good.replace(word('own'), word('own').slice(0, -1)),
        good.replace(word('own'), `${word('own')}0`),
        good.replace(word('own'), word('own').toUpperCase().replace('0X', '0x')),
        good.replace(word('own'), ethers.ZeroHash),
        // The neighbours of what digits are.
        ...['/', ':', '`', 'g', ' '].map((digit) => good.replace(word('own'), word('own').slice(0, -1) + digit)),
        good.slice(0, -3),
      ])
        await expect(registry.readRecord(bytesOf(broken)), broken).to.be.revertedWithCustomError(registry, 'ProvenanceRecordMalformed')
    })
  })
})

describe('publishGenerator', () => {
  const code = word('engine code')
  const bundle = word('engine bundle')

  it('it keeps what an account says of an engine, and of a model', async () => {
    const { registry, stranger } = await loadReproductions()
    const by = registry.connect(stranger)
    await expect(by.publishGenerator(code, 0, bundle, 'MIT'))
      .to.emit(registry, 'GeneratorPublished')
      .withArgs(code, stranger.address, 0, bundle, 'MIT')
    const now = BigInt(await networkHelpers.time.latest())
    expect(await registry.generatorOf(code, stranger.address)).to.deep.equal([0n, now, bundle, 'MIT'])
    await by.publishGenerator(word('weights'), 1, bundle, 'x'.repeat(64))
    expect((await registry.generatorOf(word('weights'), stranger.address)).kind).to.equal(1n)
    expect((await registry.generatorOf(word('unknown'), stranger.address)).publishedAt).to.equal(0n)
  })

  it('it lets every account speak for itself', async () => {
    const { registry, stranger, creator } = await loadReproductions()
    await registry.connect(stranger).publishGenerator(code, 0, word('false bundle'), 'CC0-1.0')
    await registry.connect(creator).publishGenerator(code, 0, bundle, 'MIT')
    expect((await registry.generatorOf(code, creator.address)).licence).to.equal('MIT')
    expect((await registry.generatorOf(code, stranger.address)).bundle).to.equal(word('false bundle'))
  })

  describe('when the account has spoken of it before', () => {
    it('it reverts with ProvenanceGeneratorPublished', async () => {
      const { registry, stranger } = await loadReproductions()
      const by = registry.connect(stranger)
      await by.publishGenerator(code, 0, bundle, 'MIT')
      await expect(by.publishGenerator(code, 0, word('another'), 'CC0-1.0'))
        .to.be.revertedWithCustomError(registry, 'ProvenanceGeneratorPublished')
        .withArgs(code, stranger.address)
      expect((await registry.generatorOf(code, stranger.address)).licence).to.equal('MIT')
    })
  })

  describe('when a hash is zero', () => {
    it('it reverts with ProvenanceGeneratorHashZero', async () => {
      const { registry } = await loadReproductions()
      for (const [first, second] of [
        [ethers.ZeroHash, bundle],
        [code, ethers.ZeroHash],
      ] as const)
        await expect(registry.publishGenerator(first, 0, second, 'MIT')).to.be.revertedWithCustomError(
          registry,
          'ProvenanceGeneratorHashZero',
        )
    })
  })

  describe('when the licence is empty or too long', () => {
    it('it reverts with ProvenanceLicenceLength', async () => {
      const { registry } = await loadReproductions()
      for (const length of [0, 65])
        await expect(registry.publishGenerator(code, 0, bundle, 'x'.repeat(length)))
          .to.be.revertedWithCustomError(registry, 'ProvenanceLicenceLength')
          .withArgs(length, 64)
    })
  })

  describe('when the number is no kind', () => {
    it('it reverts', async () => {
      const { registry } = await loadReproductions()
      await expect(registry.publishGenerator(code, 2, bundle, 'MIT')).to.be.revert(ethers)
    })
  })
})

describe('multicall', () => {
  it('it shows a record and counts its reproductions in one transaction', async () => {
    const { registry, creator, house, collection, first, second, signedOf, isReproduced, reproductionOf } = await loadReproductions()
    const coreHash = coreHashOf('raft')
    const tokenId = await house.tokenIdOf(creator.address, coreHash)
    const terms = { royaltyReceiver: creator.address, royaltyBps: 0, remixBps: 0, policy: 0, disclosure: 2 }
    await house.connect(creator).mint(coreHash, word('root'), word('p'), word('engine'), terms, [])
    const raft = { collection, tokenId, coreHash, renderHash: renderOf('raft') }
    const signed = [await signedOf(first, raft), await signedOf(second, raft)]
    await registry.multicall([
      registry.interface.encodeFunctionData('readRecord', [coreOf('raft')]),
      registry.interface.encodeFunctionData('submitMany', [signed]),
    ])
    expect(await isReproduced(reproductionOf(raft))).to.equal(true)
  })
})
