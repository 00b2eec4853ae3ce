import { createHash } from 'node:crypto'
import { type WorldPlan, worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { readGlb } from '../model/read-glb.ts'
import { RenderStopped } from '../render-stopped.ts'
import { renderWorld } from './render-world.ts'
import { MOST_TRIANGLES } from './triangles.ts'

type Wishes = Partial<WorldPlan> & Pick<WorldPlan, 'place' | 'layout'>

const planOf = (wishes: Wishes): WorldPlan => ({
  kind: 'world',
  engineVersion: 'golden',
  time: 'day',
  density: 'any',
  props: [],
  accent: '',
  ...wishes,
})
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const HOURS = ['day', 'dusk', 'night'] as const
/** A changed vertex or texel is a new engine version: then `npx vitest run <this file> -u` writes the file again. */
const cases: [name: string, wishes: Wishes, seed: number][] = worldPlaces.flatMap((place, i) =>
  worldLayouts[place].map((layout, k): [string, Wishes, number] => {
    const time = HOURS[(i + k) % 3]!
    const props = k === 0 ? [] : (['fountain', 'tent'] as const)
    return [`${place} ${layout} at ${time}`, { place, layout, time, props: [...props] }, 7 + i]
  }),
)

describe('golden worlds', { timeout: 300_000 }, () => {
  it('are the same vertices and pixels as ever, within the bounds of a world', async () => {
    const hashes: Record<string, string> = {}
    for (const [name, wishes, seed] of cases) {
      const { glb, canonical, counts } = renderWorld(planOf(wishes), seed, { groundSize: 128 })
      hashes[name] = sha256(canonical)
      expect(counts.triangles, name).toBeGreaterThan(5_000)
      expect(counts.triangles, name).toBeLessThanOrEqual(MOST_TRIANGLES)
      expect(counts.drawCalls, name).toBeLessThanOrEqual(60)
      expect(glb.length, name).toBeLessThan(3 * 1024 * 1024)
    }
    expect(new Set(Object.values(hashes)).size).toBe(cases.length)
    hashes['village at its full size'] = sha256(renderWorld(planOf({ place: 'village', layout: 'lakeside' }), 7).canonical)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })
})

describe('a world’s file', { timeout: 120_000 }, () => {
  const plan = planOf({ place: 'gallery', layout: 'hall', time: 'night' })
  const { glb, canonical, counts } = renderWorld(plan, 3, { groundSize: 128 })
  const { json, image } = readGlb(glb)
  const named = (start: string) => json.nodes.filter(({ name }) => name.startsWith(start))

  it('names its spawn, its points, seats, picture slots and colliders', () => {
    expect(named('spawn_')).toHaveLength(1)
    expect(named('poi_')).toHaveLength(counts.points)
    expect(named('seat_')).toHaveLength(counts.seats)
    expect(named('slot_')).toHaveLength(13)
    expect(named('slot_')[0]?.extras).toMatchObject({ kind: 'picture', width: 4.2, height: 2.7, facing: '+Z' })
    expect(named('collider_').length).toBeGreaterThan(10)
    expect(json.extensionsUsed).toEqual(['KHR_materials_unlit', 'OMI_physics_body', 'OMI_physics_shape', 'OMI_seat', 'OMI_spawn_point'])
    expect(json.scenes[0]?.extras).toMatchObject({ plan, walkableArea: counts.walkable, walkable: { cell: 0.5 } })
    const { runs } = json.scenes[0]!.extras!.walkable as { runs: number[] }
    const cells = runs.reduce((sum, length, i) => sum + (i % 2) * length, 0)
    expect(Math.floor(cells / 4)).toBe(counts.walkable)
  })

  it('embeds its ground as a JPEG', () => {
    expect([...image(0).slice(0, 2)]).toEqual([0xff, 0xd8])
  })

  it('has no NaN in a vertex and no index beyond its vertices', () => {
    for (const { primitives } of json.meshes)
      for (const { attributes, indices } of primitives) {
        const { numbers } = readGlb(glb)
        const vertices = json.accessors[attributes.POSITION!]!.count
        expect(numbers(attributes.POSITION!).every(Number.isFinite)).toBe(true)
        expect(numbers(indices).every((i) => i < vertices)).toBe(true)
      }
  })

  it('is the same bytes again, whatever the order of the plan’s members and what was built in between', () => {
    renderWorld(planOf({ place: 'islands', layout: 'gazebo' }), 9, { groundSize: 64 })
    const restored = Object.fromEntries(Object.entries(plan).toReversed()) as WorldPlan
    const again = renderWorld(restored, 3, { groundSize: 128 })
    expect(sha256(again.glb)).toBe(sha256(glb))
    expect(sha256(again.canonical)).toBe(sha256(canonical))
  })

  it('has a sky out of doors, and turning parts where something turns', () => {
    const mill = readGlb(renderWorld(planOf({ place: 'farm', layout: 'mill' }), 2, { groundSize: 64 }).glb).json
    expect(mill.extensionsUsed).toContain('OMI_environment_sky')
    const turning = mill.animations?.[0]?.channels.map(({ target }) => mill.nodes[target.node]?.name)
    expect(turning).toEqual(['sails_1'])
  })

  it('tells how far it is, and stops when asked', () => {
    const stages: [number, string][] = []
    const report = planOf({ place: 'gallery', layout: 'rotunda' })
    renderWorld(report, 1, { groundSize: 128, onProgress: (fraction, stage) => stages.push([fraction, stage]) })
    expect(stages[0]?.[0]).toBe(0)
    expect(stages.at(-1)).toEqual([1, 'done'])
    expect(stages.map(([fraction]) => fraction)).toEqual(stages.map(([fraction]) => fraction).toSorted((a, b) => a - b))
    let asked = 0
    expect(() => renderWorld(report, 1, { groundSize: 128, shouldStop: () => ++asked > 8 })).toThrow(RenderStopped)
    expect(asked).toBe(9)
  })
})
