import { randomBytes } from 'node:crypto'
import { understand } from '@daedal/engine/engine'
import { changePlan } from '@daedal/protocol/generation/plan'
import { CarIndexer } from '@ipld/car/indexer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MadeAsset, openStudio } from '../testing/make-asset.ts'
import { checkBlocks } from './verify/check-blocks.ts'
import type { Evidence } from './verify/evidence.ts'
import { readCar } from './verify/read-car.ts'
import { walkDag } from './verify/walk-dag.ts'
import { verifyAsset } from './verify.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
let asset: MadeAsset
/** Where each section and its content lie in the CAR. */
let sections: { cid: string; offset: number; blockOffset: number; end: number }[]
beforeAll(async () => {
  studio = await openStudio()
  // a picture without a model, drawn again in a moment: it is verified hundreds of times
  const { plan } = understand({ prompt: 'a space station', kind: 'scene' })
  asset = await studio.make({
    plan: changePlan({ ...plan, size: { w: 16, h: 16 } }, { family: 'space', composition: 'station', things: [] }),
  })
  sections = []
  for await (const { cid, offset, blockOffset, blockLength } of await CarIndexer.fromBytes(asset.car))
    sections.push({ cid: cid.toString(), offset, blockOffset, end: blockOffset + blockLength })
})
afterAll(() => studio.close())

/** A small fixed stream (mulberry32), so that a failure comes again. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = (copy[at] as number) ^ (1 << bit)
  return copy
}

const blocksOf = async (bytes: Uint8Array, expected?: string) => {
  const car = await readCar(bytes)
  const root = car.root
  const dag = root ? walkDag(car, root) : { sound: new Map(), places: new Map(), missing: [], unreadable: [] }
  return checkBlocks({ car, dag, cid: expected ?? root?.toString() ?? 'unknown' } as Evidence)
}

const verify = (bytes: Uint8Array) => verifyAsset({ assetId: asset.assetId, source: { kind: 'car', bytes } })

describe('a flipped bit', () => {
  it('in any of 200 places fails the verification, and the reading says where', async () => {
    const random = createRandom(20_261_127)
    for (let i = 0; i < 200; i++) {
      const at = Math.floor(random() * asset.car.length)
      const { counts, checks, proof } = await verify(flipped(asset.car, at, Math.floor(random() * 8)))
      const reading = checks.find(({ id, state }) => id === 'blocks' && state === 'fail')?.reading
      expect([at, counts.fail > 0, proof]).toEqual([at, true, null])
      expect([at, reading]).toEqual([at, expect.stringMatching(/byte|missing|root|header/)])
      const section = sections.find(({ blockOffset, end }) => at >= blockOffset && at < end)
      if (section) expect(reading).toContain(`bytes ${section.offset}–${section.end - 1} of the CAR`)
    }
  }, 120_000)

  it('anywhere in the header or in the head of a block is found', async () => {
    const heads = sections.flatMap(({ offset, blockOffset }) => Array.from({ length: blockOffset - offset }, (_, i) => offset + i))
    const header = Array.from({ length: sections[0]?.offset as number }, (_, i) => i)
    for (const at of [...header, ...heads])
      for (let bit = 0; bit < 8; bit++) {
        const { state } = await blocksOf(flipped(asset.car, at, bit), asset.cid)
        expect([at, bit, state]).toEqual([at, bit, 'fail'])
      }
  }, 120_000)

  it('in each file names that file', async () => {
    for (const { path } of asset.files) {
      const { links } = (await studio.content.stat(asset.cid)) as { links: { name: string; cid: string }[] }
      const section = sections.find(({ cid }) => cid === links.find(({ name }) => name === path)?.cid)
      if (!section) throw new Error(`no section holds ${path}`)
      for (const at of [section.blockOffset, Math.floor((section.blockOffset + section.end) / 2), section.end - 1]) {
        const { checks } = await verify(flipped(asset.car, at, 3))
        expect(checks.find(({ id }) => id === 'blocks')?.reading).toContain(`(${path}, bytes`)
      }
    }
  })

  it('in a large file names the bytes of that file', async () => {
    const big = await studio.pack([
      { path: 'asset.bin', bytes: new Uint8Array(randomBytes((3 << 20) + 5)) },
      { path: 'provenance.json', bytes: new TextEncoder().encode('{}') },
    ])
    const found = await blocksOf(big.car)
    expect(found).toMatchObject({ state: 'pass', reading: expect.stringContaining('7 of 7 blocks') })
    const places: string[] = []
    for await (const { blockOffset, blockLength } of await CarIndexer.fromBytes(big.car))
      places.push((await blocksOf(flipped(big.car, blockOffset + Math.floor(blockLength / 2), 0))).reading)
    expect(places[0]).toContain('the folder')
    expect(places[1]).toContain('(asset.bin, bytes')
    expect(places[2]).toContain('asset.bin bytes 0–1048575')
    expect(places[5]).toContain('asset.bin bytes 3145728–3145732')
    expect(places[6]).toContain('provenance.json')
  })
})

describe('a CAR', () => {
  it('that is cut short anywhere fails', async () => {
    const random = createRandom(7)
    const cuts = [0, 1, 58, 59, 60, asset.car.length - 1, ...sections.map(({ offset }) => offset), ...sections.map(({ end }) => end - 1)]
    for (let i = 0; i < 60; i++) cuts.push(Math.floor(random() * asset.car.length))
    for (const at of cuts) expect([at, (await verify(asset.car.subarray(0, at))).counts.fail > 0]).toEqual([at, true])
  }, 60_000)

  it('with a block taken out names what is missing', async () => {
    for (const { offset, end } of sections.slice(1)) {
      const without = new Uint8Array([...asset.car.subarray(0, offset), ...asset.car.subarray(end)])
      const { checks } = await verify(without)
      expect(checks.find(({ id }) => id === 'blocks')).toMatchObject({
        state: 'fail',
        reading: expect.stringMatching(/ of \S+ is missing$/),
      })
    }
  })

  it('in another order, or with a block twice, is the same content', async () => {
    const header = asset.car.subarray(0, sections[0]?.offset)
    const parts = sections.map(({ offset, end }) => asset.car.subarray(offset, end))
    expect((await verify(new Uint8Array(Buffer.concat([header, ...parts.toReversed()])))).proof).toBe('reproduced')
    expect((await verify(new Uint8Array(Buffer.concat([header, ...parts, parts[1] as Uint8Array])))).proof).toBe('reproduced')
  })

  it('with bytes or blocks that do not belong to it fails', async () => {
    const other = await studio.pack([{ path: 'asset.bin', bytes: new Uint8Array(randomBytes(40)) }])
    const surplus = other.car.subarray(59)
    const { checks } = await verify(new Uint8Array(Buffer.concat([asset.car, surplus])))
    expect(checks.find(({ id }) => id === 'blocks')).toMatchObject({
      state: 'fail',
      reading: expect.stringMatching(/^block 6 \(.*\) is no part of this content; and 1 more$/),
    })
    expect((await verify(new Uint8Array([...asset.car, 0]))).counts.fail).toBe(1)
  })
})
