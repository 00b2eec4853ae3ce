import { createHash } from 'node:crypto'
import { type WorldPlan, worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { assess } from '../../measure/assess.ts'
import type { Picture } from '../../picture.ts'
import { RenderStopped } from '../../render-stopped.ts'
import { renderWorld } from '../render-world.ts'
import { chooseEye } from './choose-eye.ts'
import { readModel } from './read-model.ts'
import { stillOf } from './still-of.ts'
import { createTexture } from './texture.ts'

const HOURS = ['day', 'dusk', 'night'] as const
const planOf = (place: WorldPlan['place'], layout: string, time: WorldPlan['time']): WorldPlan => ({
  kind: 'world',
  engineVersion: 'golden',
  place,
  layout,
  time,
  density: 'any',
  props: [],
  accent: '',
})
const sha256 = ({ rgba }: Picture) => createHash('sha256').update(rgba).digest('hex')

describe('a still of a world', { timeout: 300_000 }, () => {
  it('of every place is the same pixels as ever, neither dark nor blown out, with much to see', async () => {
    const hashes: Record<string, string> = {}
    for (const [i, place] of worldPlaces.entries()) {
      const layout = worldLayouts[place][i % 2] as string
      const time = HOURS[i % 3] as WorldPlan['time']
      const picture = stillOf(renderWorld(planOf(place, layout, time), 7 + i, { groundSize: 128 }), { size: 96 })
      const name = `${place} ${layout} at ${time}`
      hashes[name] = sha256(picture)
      const { luminance, clipped, entropy } = assess(picture)
      expect(luminance, name).toBeGreaterThan(0.07)
      expect(luminance, name).toBeLessThan(0.9)
      expect(clipped, name).toBeLessThan(0.05)
      expect(entropy, name).toBeGreaterThan(5)
    }
    expect(new Set(Object.values(hashes)).size).toBe(worldPlaces.length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('is drawn from the file: with another ground it is another picture, and a changed hour is seen', () => {
    const world = renderWorld(planOf('village', 'lakeside', 'day'), 7, { groundSize: 64 })
    const still = sha256(stillOf(world, { size: 48 }))
    expect(sha256(stillOf({ glb: world.glb, ground: world.ground }, { size: 48 }))).toBe(still)
    const paved = { ...world.ground, rgb: new Uint8Array(world.ground.rgb.length).fill(200) }
    expect(sha256(stillOf({ glb: world.glb, ground: paved }, { size: 48 }))).not.toBe(still)
  })

  it('looks at what the plan asks for, plain within the frame', () => {
    const plan: WorldPlan = { ...planOf('village', 'lakeside', 'day'), props: ['fountain'] }
    for (const seed of [3, 4, 5]) {
      const { glb, ground } = renderWorld(plan, seed, { groundSize: 64 })
      const model = readModel(glb, ground)
      expect(model.asked).toHaveLength(1)
      const [place] = model.asked
      const eye = chooseEye(model, createTexture(model.ground), () => {})
      const way = [0, 1, 2].map((axis) => place![axis]! + (axis === 1 ? 1 : 0) - eye.at[axis]!)
      const along = (axis: readonly number[]) => way.reduce((sum, length, i) => sum + length * axis[i]!, 0)
      const depth = along(eye.forward)
      expect(depth).toBeGreaterThan(2)
      for (const axis of [eye.right, eye.up]) expect(Math.abs((along(axis) / depth) * eye.focal)).toBeLessThan(0.7)
    }
  })

  it('tells how far it is, and stops when asked', () => {
    const world = renderWorld(planOf('gallery', 'hall', 'day'), 3, { groundSize: 64 })
    const stages: [number, string][] = []
    stillOf(world, { size: 48, onProgress: (fraction, stage) => stages.push([fraction, stage]) })
    expect(stages[0]).toEqual([0, 'still'])
    expect(stages.at(-1)).toEqual([1, 'done'])
    let asked = 0
    expect(() => stillOf(world, { size: 48, shouldStop: () => ++asked > 40 })).toThrow(RenderStopped)
  })
})
