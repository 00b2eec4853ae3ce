import { understand } from '@daedal/engine/engine'
import { readGlb } from '@daedal/engine/model/read-glb'
import { modelPaths } from '@daedal/protocol/generation/model-file'
import { parsePlan } from '@daedal/protocol/generation/plan'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgeAsset } from '../testing/forge-asset.ts'
import { type MadeAsset, openStudio } from '../testing/make-asset.ts'
import { type Check, type CheckId, verifyAsset } from './verify.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const fromCar = ({ assetId, car }: { assetId: string; car: Uint8Array }) => verifyAsset({ assetId, source: { kind: 'car', bytes: car } })
const readingOf = ({ checks }: { checks: Check[] }, id: CheckId) => checks.find((check) => check.id === id)
const failing = ({ checks }: { checks: Check[] }) => checks.filter(({ state }) => state === 'fail').map(({ id }) => id)
const fileOf = (asset: MadeAsset, name: string) => asset.files.find(({ path }) => path === name)?.bytes as Uint8Array

/** The file with one bit of its binary part turned, `share` of the way into it. */
function flipped(glb: Uint8Array, share: number): Uint8Array {
  const copy = Uint8Array.from(glb)
  const binary = 28 + new DataView(glb.buffer, glb.byteOffset).getUint32(12, true)
  const at = binary + Math.floor((glb.length - binary) * share)
  copy[at] = (copy[at] as number) ^ 4
  return copy
}

describe('a world', { timeout: 120_000 }, () => {
  let world: MadeAsset
  beforeAll(async () => {
    const prompt = 'a walkable gallery'
    world = await studio.make({ plan: parsePlan(understand({ prompt }).plan), prompt, seed: 7 })
  }, 60_000)

  it('is itself the asset, with a still beside it, and is made again bit for bit', async () => {
    expect(world.core.asset).toMatchObject({
      kind: 'world',
      mime: 'model/gltf-binary',
      dims: { w: 768, h: 768 },
      renditions: [{ role: 'image', path: 'still.png', mime: 'image/png' }],
    })
    expect(world.files.map(({ path }) => path).sort()).toEqual(['asset.glb', 'metadata.json', 'provenance.json', 'still.png', 'thumb.webp'])
    const metadata = JSON.parse(new TextDecoder().decode(fileOf(world, 'metadata.json')))
    expect(metadata.image).toBe(`ipfs://${await studio.content.cidOf(fileOf(world, 'still.png'))}`)
    expect(metadata.animation_url).toBe(`ipfs://${metadata.asset.cid}`)
    const found = await fromCar(world)
    expect(failing(found)).toEqual([])
    expect(found.proof).toBe('reproduced')
    expect(readingOf(found, 'asset')).toMatchObject({ state: 'pass', reading: expect.stringMatching(/^asset\.glb, .*; still\.png, /) })
    expect(readingOf(found, 'pixels')).toMatchObject({
      state: 'pass',
      reading: expect.stringMatching(/^asset\.glb: [\d,]+ vertices, 1 texture, sha-256 .*; still\.png: 589,824 pixels, sha-256 /),
    })
    expect(readingOf(found, 'regeneration')).toMatchObject({
      state: 'pass',
      reading: expect.stringMatching(/^[\d,]+ vertices and 589,824 pixels equal, seed 7/),
    })
    expect(readingOf(found, 'label')).toMatchObject({ state: 'weak', reading: expect.stringContaining('file: algorithmicMedia') })
  })

  it('with one bit of its file turned is another file, and the reading names it', async () => {
    const changed = flipped(fileOf(world, 'asset.glb'), 0.9)
    const forged = await forgeAsset(studio, world, {
      picture: changed,
      core: ({ asset }) => void Object.assign(asset, { payloadSha256: world.core.asset.payloadSha256 }),
    })
    const found = await fromCar(forged)
    expect(failing(found)).toEqual(['asset', 'metadata', 'regeneration'])
    expect(readingOf(found, 'asset')?.reading).toMatch(/^asset\.glb hashes to 0x/)
    expect(readingOf(found, 'regeneration')?.reading).toMatch(/^asset\.glb is another model: “.+”, .+: 1 of [\d,]+ numbers differ/)
    expect(found.proof).toBeNull()
  })

  it('whose vertices a careful forger changed, record and all, is not what its plan makes', async () => {
    const forged = await forgeAsset(studio, world, { picture: flipped(fileOf(world, 'asset.glb'), 0.5) })
    const found = await fromCar(forged)
    expect(failing(found)).toEqual(['regeneration'])
    expect(readingOf(found, 'pixels')).toMatchObject({ state: 'weak', reading: expect.stringContaining('only making it again gives') })
    const truncated = await forgeAsset(studio, world, { picture: fileOf(world, 'asset.glb').slice(0, -8) })
    expect(readingOf(await fromCar(truncated), 'pixels')).toMatchObject({
      state: 'fail',
      reading: expect.stringContaining('asset.glb: the model cannot be decoded'),
    })
  })

  it('with another still, or without it, is found', async () => {
    const other = await studio.make({ size: 32 })
    const still = await fromCar(await forgeAsset(studio, world, { further: { path: 'still.png', bytes: fileOf(other, 'asset.png') } }))
    expect(failing(still)).toEqual(['pixels'])
    expect(readingOf(still, 'pixels')?.reading).toContain('still.png: the picture cannot be decoded: it is 32 × 32')
    const without = await fromCar(await forgeAsset(studio, world, { without: 'still.png' }))
    expect(readingOf(without, 'asset')).toMatchObject({ state: 'fail', reading: 'the folder has no still.png' })
  })

  it('holds a file that any reader of glTF opens', () => {
    const { json } = readGlb(fileOf(world, modelPaths.world))
    expect(json.asset.version).toBe('2.0')
    expect(json.scenes[0]?.extras).toMatchObject({ plan: { kind: 'world', place: 'gallery' } })
  })
})
