import { parsePlan, render, understand } from '@daedal/engine/engine'
import { changePlan } from '@daedal/protocol/generation/plan'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodePicture } from '../../backend/src/adapters/media/encode-picture.ts'
import { accountDid } from '../../protocol/src/chains/caip.ts'
import { canonicalBytes, type ProvenanceCore, sha256Hex } from '../../protocol/src/provenance/core.ts'
import { forgeAsset } from '../testing/forge-asset.ts'
import { goldenSword, type MadeAsset, openStudio } from '../testing/make-asset.ts'
import { checkIds } from './verify/check.ts'
import { type Check, type CheckId, type VerifyOptions, verifyAsset } from './verify.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
let asset: MadeAsset
beforeAll(async () => {
  studio = await openStudio()
  asset = await studio.make({ size: 32 })
})
afterAll(() => studio.close())

const stranger = privateKeyToAccount(`0x${'22'.repeat(32)}`)
const fromCar = (assetId: string, bytes: Uint8Array, more: Partial<VerifyOptions> = {}) =>
  verifyAsset({ assetId, source: { kind: 'car', bytes }, ...more })
const stateOf = ({ checks }: { checks: Check[] }, id: CheckId) => checks.find((check) => check.id === id)
const failing = ({ checks }: { checks: Check[] }) => checks.filter(({ state }) => state === 'fail').map(({ id }) => id)

describe('an asset from a CAR', () => {
  it('holds, and is drawn again bit for bit', async () => {
    const heard: Check[] = []
    const found = await verifyAsset({ assetId: asset.assetId, source: { kind: 'car', bytes: asset.car } }, (check) => heard.push(check))
    expect(failing(found)).toEqual([])
    expect(found.proof).toBe('reproduced')
    expect(found.cid).toBe(asset.cid)
    expect(found.checks.map(({ id }) => id)).toEqual(checkIds)
    for (const id of ['blocks', 'core', 'token', 'binding', 'signature', 'asset', 'metadata', 'parents', 'pixels', 'regeneration'] as const)
      expect([id, stateOf(found, id)?.state]).toEqual([id, 'pass'])
    for (const id of ['root', 'terms', 'owner', 'prompt', 'c2pa'] as const) expect([id, stateOf(found, id)?.state]).toEqual([id, 'none'])
    expect(stateOf(found, 'root')?.reading).toContain('no RPC was given')
    expect(found.counts).toEqual({ pass: 10, weak: 2, none: 5, fail: 0 })
    // Each check begins, then ends once, in order.
    expect(heard.filter(({ state }) => state !== 'checking')).toEqual(found.checks)
    expect(heard[0]).toMatchObject({ id: 'blocks', state: 'checking' })
  })

  it('is a portrait of a changed plan as well as an item', async () => {
    const { plan } = understand({ prompt: 'a smiling fox wizard with glasses' })
    const portrait = changePlan({ ...plan, size: { w: 48, h: 48 } }, { headwear: 'crown', features: ['monocle'] })
    const made = await studio.make({ plan: portrait, prompt: 'a smiling fox wizard with glasses', seed: 77 })
    expect(made.core.asset).toMatchObject({ kind: 'avatar', dims: { w: 48, h: 48 } })
    expect(made.core.generation.plan).toMatchObject({ being: 'fox', headwear: 'crown', clothes: 'robe', features: ['monocle'] })
    const metadata = made.files.find(({ path }) => path === 'metadata.json')
    expect(JSON.parse(new TextDecoder().decode(metadata?.bytes)).attributes).toEqual(
      expect.arrayContaining([
        { trait_type: 'Kind', value: 'Avatar' },
        { trait_type: 'Being', value: 'Fox' },
        { trait_type: 'Headwear', value: 'Crown' },
        { trait_type: 'Feature', value: 'Monocle' },
      ]),
    )
    const found = await fromCar(made.assetId, made.car)
    expect(failing(found)).toEqual([])
    expect(found.proof).toBe('reproduced')
    expect(stateOf(found, 'regeneration')?.state).toBe('pass')
    // Another face is another picture: one setting changed in the record is found.
    const other = await forgeAsset(studio, made, {
      core: ({ generation }) => void Object.assign(generation, { plan: { ...generation.plan, expression: 'angry' } }),
    })
    expect(failing(await fromCar(other.assetId, other.car))).toEqual(['regeneration'])
  })

  it('draws again with the released engine what an earlier version drew', async () => {
    const plan = parsePlan({ ...understand({ prompt: 'a futuristic city at dusk' }).plan, size: { w: 48, h: 48 }, composition: 'skyline' })
    const made = await studio.make({ plan, prompt: 'a futuristic city at dusk', engineVersion: '1.0.0' })
    // this copy's code did not draw it
    expect(made.core.generation.engine).toEqual({ name: 'daedal', version: '1.0.0', bundleCid: null, codeSha256: null })
    const aged = ({ generation }: ProvenanceCore) => {
      // plans of that version had no things
      const { things: _, ...plan } = generation.plan as Record<string, unknown>
      Object.assign(generation, { plan })
    }
    const old = await forgeAsset(studio, made, { core: aged })
    const found = await fromCar(old.assetId, old.car)
    expect(failing(found)).toEqual([])
    expect(stateOf(found, 'engine')).toMatchObject({ state: 'weak', reading: expect.stringContaining('daedal 1.0.0, an earlier version') })
    expect(stateOf(found, 'regeneration')).toMatchObject({ state: 'pass', reading: expect.stringContaining('2,304 pixels equal') })
    const moved = await forgeAsset(studio, made, {
      core: (core) => {
        aged(core)
        Object.assign(core.generation, { seed: '12' })
      },
    })
    expect(failing(await fromCar(moved.assetId, moved.car))).toEqual(['regeneration'])
  })

  it('tells this copy of the engine from another', async () => {
    const { engine } = asset.core.generation
    const same = await fromCar(asset.assetId, asset.car, { engineCodeSha256: engine?.codeSha256 as `0x${string}` })
    expect(stateOf(same, 'engine')?.state).toBe('pass')
    const other = await fromCar(asset.assetId, asset.car, { engineCodeSha256: `0x${'0'.repeat(64)}` })
    expect(stateOf(other, 'engine')).toMatchObject({ state: 'weak', reading: expect.stringContaining('with other code') })
    expect(stateOf(other, 'regeneration')).toMatchObject({ state: 'pass', reading: expect.stringContaining('with other engine code') })

    const old = await forgeAsset(studio, asset, {
      core: ({ generation }) => {
        generation.engine = { name: 'daedal', version: '0.9.0', bundleCid: null, codeSha256: null }
      },
    })
    const aged = await fromCar(old.assetId, old.car)
    expect(failing(aged)).toEqual([])
    expect(stateOf(aged, 'engine')).toMatchObject({ state: 'none', reading: expect.stringContaining('recorded daedal 0.9.0') })
    expect(stateOf(aged, 'regeneration')?.state).toBe('none')
    expect(aged.proof).toBe('claimed')
  })

  it('takes the opening of a prompt, and refuses another', async () => {
    const opened = await fromCar(asset.assetId, asset.car, { opening: asset.opening })
    expect(stateOf(opened, 'prompt')).toMatchObject({ state: 'pass', reading: '“a golden sword”' })
    const other = { ...asset.opening, prompt: { ...asset.opening.prompt, text: 'a golden swore' } }
    expect(failing(await fromCar(asset.assetId, asset.car, { opening: other }))).toEqual(['prompt'])
    const salted = { ...asset.opening, prompt: { ...asset.opening.prompt, salt: `0x${'00'.repeat(16)}` as const } }
    expect(failing(await fromCar(asset.assetId, asset.car, { opening: salted }))).toEqual(['prompt'])

    const open = await studio.make({ size: 16, public: true })
    expect(stateOf(await fromCar(open.assetId, open.car), 'prompt')).toMatchObject({ state: 'pass', reading: '“a golden sword”, public' })
    const lied = await forgeAsset(studio, open, { metadata: (metadata) => void Object.assign(metadata, { prompt: 'a silver sword' }) })
    expect(failing(await fromCar(lied.assetId, lied.car))).toEqual(['prompt'])
  })

  it('is not the asset of another id', async () => {
    const next = asset.assetId.replace(/\d+$/, (id) => (BigInt(id) + 1n).toString())
    expect(failing(await fromCar(next, asset.car))).toEqual(['token'])
    expect(failing(await fromCar(asset.assetId.replace('eip155:31337', 'eip155:1'), asset.car))).toEqual(['binding'])
    expect(failing(await fromCar(asset.assetId.replace(/0x[0-9a-fA-F]{40}/, stranger.address), asset.car))).toEqual(['binding'])
    await expect(fromCar('eip155:1/erc20:0x00/1', asset.car)).rejects.toMatchObject({ code: 'TOKENS_ASSET_ID_MALFORMED' })
  })

  it('is cancelled', async () => {
    const stop = new AbortController()
    const work = verifyAsset({ assetId: asset.assetId, source: { kind: 'car', bytes: asset.car }, signal: stop.signal }, ({ id }) => {
      if (id === 'regeneration') stop.abort()
    })
    await expect(work).rejects.toMatchObject({ code: 'VERIFY_CANCELLED' })
  })
})

describe('a careful forgery', () => {
  const judge = async (forgery: Parameters<typeof forgeAsset>[2], id?: string) => {
    const forged = await forgeAsset(studio, asset, forgery)
    return fromCar(id ?? forged.assetId, forged.car)
  }

  it('signed by somebody else fails at the signature', async () => {
    const found = await judge({ signer: stranger })
    expect(failing(found)).toEqual(['signature'])
    expect(stateOf(found, 'signature')?.reading).toContain(stranger.address)
    expect(found.proof).toBeNull()
  })

  it('with a broken or a contract signature is not taken for a signed one', async () => {
    const broken = await judge({ envelope: ({ signature }) => void Object.assign(signature, { signature: `0x${'00'.repeat(65)}` }) })
    expect(failing(broken)).toEqual(['signature'])
    const long = await judge({ envelope: ({ signature }) => void Object.assign(signature, { signature: `0x${'ab'.repeat(96)}` }) })
    expect(stateOf(long, 'signature')?.state).toBe('none')
    expect(long.proof).toBeNull()
  })

  it('under another name fails at the token id that was asked for', async () => {
    const found = await judge(
      { core: (core) => void Object.assign(core, { creator: accountDid(31_337, stranger.address) }), signer: stranger },
      asset.assetId,
    )
    expect(failing(found)).toEqual(['token'])
  })

  it('with another signer beside the record fails at the binding', async () => {
    expect(failing(await judge({ envelope: ({ signature }) => void Object.assign(signature, { signer: stranger.address }) }))).toEqual([
      'binding',
    ])
  })

  it('with one pixel changed is named by its place', async () => {
    const { rgba } = render(goldenSword(32), 11)
    const at = (5 * 32 + 7) * 4
    rgba[at] = (rgba[at] as number) ^ 1
    const renderSha256 = sha256Hex(rgba)
    const { png } = await encodePicture({ width: 32, height: 32, data: rgba, renderSha256 })
    const honest = await judge({ picture: png })
    expect(failing(honest)).toEqual(['pixels'])
    const bold = await judge({ picture: png, core: (core) => void Object.assign(core.asset, { renderSha256 }) })
    expect(failing(bold)).toEqual(['regeneration'])
    expect(stateOf(bold, 'regeneration')?.reading).toBe('1 of 1,024 pixels differ, the first at (7, 5)')
  })

  it('with another seed or plan fails at the drawing', async () => {
    expect(failing(await judge({ core: ({ generation }) => void Object.assign(generation, { seed: '12' }) }))).toEqual(['regeneration'])
    expect(failing(await judge({ core: ({ generation }) => void Object.assign(generation, { seed: '4294967296' }) }))).toEqual([
      'regeneration',
    ])
    const plan = { ...asset.core.generation.plan, material: 'silver' }
    expect(failing(await judge({ core: ({ generation }) => void Object.assign(generation, { plan }) }))).toEqual(['regeneration'])
    const none = await judge({ core: ({ generation }) => void Object.assign(generation, { plan: { kind: 'teapot' } }) })
    expect(failing(none)).toEqual(['regeneration'])
  })

  it('of the hash, the digests or the label is found', async () => {
    const hash = `0x${'ab'.repeat(32)}`
    expect(failing(await judge({ envelope: (envelope) => void Object.assign(envelope, { coreHash: hash }) }))).toContain('core')
    expect(failing(await judge({ envelope: ({ asset: file }) => void Object.assign(file, { sha256: hash }) }))).toEqual(['asset'])
    expect(failing(await judge({ core: ({ generation }) => void Object.assign(generation, { promptCommitment: hash }) }))).toEqual([
      'prompt',
    ])
    expect(
      failing(await judge({ core: ({ declaration }) => void Object.assign(declaration, { digitalSourceType: 'digitalCreation' }) })),
    ).toEqual(['label'])
  })

  it('of the metadata is found, and a file that nothing names is told', async () => {
    for (const change of [{ licence: 'CC0-1.0' }, { image: 'ipfs://bafkreiother' }, { dataMiningPreference: 'allowed' }])
      expect(failing(await judge({ metadata: (metadata) => void Object.assign(metadata, change) }))).toEqual(['metadata'])
    const extra = await judge({ extra: [{ path: 'readme.txt', bytes: new Uint8Array([1]) }] })
    expect(stateOf(extra, 'metadata')).toMatchObject({ state: 'weak', reading: expect.stringContaining('readme.txt') })
  })

  it('of the record itself is no record', async () => {
    const twice = await judge({ record: (envelope) => new TextEncoder().encode(JSON.stringify(envelope, null, 1)) })
    expect(stateOf(twice, 'core')?.state).toBe('weak')
    const unknown = await judge({ record: (envelope) => canonicalBytes({ ...envelope, more: 1 }) })
    expect(failing(unknown)).toEqual(['core'])
    const float = await judge({ record: (envelope) => canonicalBytes({ ...envelope, core: { ...envelope.core, params: 0.5 } }) })
    expect(failing(float)).toEqual(['core'])
    const deep = await judge({ record: () => new TextEncoder().encode(`${'['.repeat(400_000)}${']'.repeat(400_000)}`) })
    expect(failing(deep)).toEqual(['core'])
    expect(failing(await judge({ without: 'provenance.json' }, asset.assetId))).toEqual(['core'])
    expect(deep.proof).toBeNull()
  })

  it('cannot write control characters into a reading', async () => {
    const found = await judge({
      core: ({ generation }) => void Object.assign(generation, { engine: { ...generation.engine, name: '\u001b[31mred\u202e' } }),
    })
    expect(stateOf(found, 'engine')?.reading).toMatch(/recorded {1,2}\[31mred/)
    expect(JSON.stringify(found.checks)).not.toMatch(/\\u001b|\u202e/)
  })
})
