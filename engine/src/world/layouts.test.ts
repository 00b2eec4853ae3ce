import { type WorldPlan, type WorldProp, worldLayouts, worldPlaces, worldProps } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { buildWorld, decide, layOut } from './build-world.ts'
import { PLACES } from './places.ts'
import { MOST_TRIANGLES, trianglesOf } from './triangles.ts'

const planOf = (wishes: Partial<WorldPlan> = {}): WorldPlan => ({
  kind: 'world',
  engineVersion: 'test',
  place: 'village',
  layout: '',
  time: 'day',
  density: 'any',
  props: [],
  accent: '',
  ...wishes,
})

const LARGEST = ['lighthouse', 'windmill', 'great-tree', 'cherry-tree', 'gazebo', 'tent', 'stage', 'market-stall'] satisfies WorldProp[]

const everyLayout = worldPlaces.flatMap((place) => worldLayouts[place].map((layout) => ({ place, layout })))

describe('places', () => {
  it('are named as the plan names them, each with two layouts or more', () => {
    expect(Object.keys(PLACES)).toEqual([...worldPlaces])
    for (const place of worldPlaces) expect(Object.keys(PLACES[place].layouts)).toEqual([...worldLayouts[place]])
    for (const place of worldPlaces) expect(worldLayouts[place].length).toBeGreaterThanOrEqual(2)
    expect(worldPlaces.length).toBeGreaterThanOrEqual(10)
  })
})

describe.each(everyLayout)('$place, $layout', ({ place, layout }) => {
  it('is reached everywhere on foot under many seeds, with and without props', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 4; seed++) {
      const props = seed % 2 === 0 ? worldProps.slice(seed, seed + 3) : []
      const { world, walked } = buildWorld(
        planOf({ place, layout, props, density: (['any', 'sparse', 'dense'] as const)[seed % 3]! }),
        seed * 1009,
      )
      expect(walked.unreached).toEqual([])
      expect(world.points.length).toBeGreaterThanOrEqual(2)
      expect(walked.area).toBeGreaterThan(150)
    }
  })

  it('keeps to its triangles where it is dense and has the largest things a plan can ask for', () => {
    for (const seed of [3, 8])
      expect(trianglesOf(layOut(planOf({ place, layout, density: 'dense', props: LARGEST }), seed))).toBeLessThanOrEqual(MOST_TRIANGLES)
  })

  it('differs from seed to seed', () => {
    const built = [1, 2, 3].map((seed) => layOut(planOf({ place, layout }), seed).solid.positions)
    expect(new Set(built.map((positions) => positions.join())).size).toBeGreaterThan(1)
  })
})

const planned = [
  ['village', 'lakeside'],
  ['village', 'green'],
  ['mushrooms', 'pond'],
  ['mushrooms', 'grove'],
  ['plaza', 'boulevard'],
  ['plaza', 'spire'],
  ['desert', 'oasis'],
  ['desert', 'temple'],
  ['snow', 'cabin'],
  ['snow', 'hamlet'],
  ['gallery', 'hall'],
  ['gallery', 'rotunda'],
  ['harbour', 'cove'],
  ['harbour', 'quay'],
  ['volcano', 'forge'],
  ['volcano', 'crater'],
  ['farm', 'barn'],
  ['farm', 'mill'],
  ['station', 'ring'],
  ['station', 'moonbase'],
  ['swamp', 'stilts'],
  ['swamp', 'witch'],
  ['castle', 'courtyard'],
  ['castle', 'garden'],
] as const

/** Seeds tried until three ground plans are seen. */
const SEEDS = 24

describe('ground plans', () => {
  it.each(planned)(
    'of %s, %s differ in what one sees first or in how far the room reaches, whichever hand they are for',
    (place, layout) => {
      const marks = new Set<string>()
      for (let seed = 1; seed <= SEEDS && marks.size < 3; seed++) {
        const { draft, land } = layOut(planOf({ place, layout, density: 'sparse' }), seed)
        const [x, , z] = draft.landmark
        const floor = draft.interior ? draft.patches!(land).positions : []
        let reach = 0
        for (let i = 0; i < floor.length; i += 3) reach = Math.max(reach, Math.sqrt(floor[i]! * floor[i]! + floor[i + 2]! * floor[i + 2]!))
        marks.add(`${Math.round(Math.abs(x))} ${Math.round(z)} ${reach.toFixed(1)}`)
      }
      expect(marks.size).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('a layout that has of its own what a plan asks for', () => {
  const suits = worldPlaces.flatMap((place) =>
    (Object.entries(PLACES[place].suits ?? {}) as [WorldProp, string][]).map(([prop, layout]) => ({ place, prop, layout })),
  )

  it.each(suits)('is taken: $layout of $place for a $prop, which stands there once', ({ place, prop, layout }) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const plan = planOf({ place, props: [prop] })
      expect(decide(plan, seed).layout).toBe(layout)
      const label = prop.replaceAll('-', ' ')
      const there = layOut(plan, seed).points.filter(({ name }) => name === label)
      expect(there.map(({ asked }) => asked)).toEqual([true])
    }
    const other = worldLayouts[place].find((name) => name !== layout)!
    expect(decide(planOf({ place, layout: other, props: [prop] }), 1).layout).toBe(other)
  })
})

describe('props', { timeout: 120_000 }, () => {
  it('all stand in the village, each a point one can walk to', () => {
    for (const prop of worldProps) {
      const label = prop.replaceAll('-', ' ')
      const bare = layOut(planOf({ layout: 'lakeside' }), 5)
      const { world } = buildWorld(planOf({ layout: 'lakeside', props: [prop] }), 5)
      expect(world.points.filter(({ asked }) => asked).map(({ name }) => name)).toEqual([label])
      // What a layout has of its own does not come twice.
      const added = bare.points.some(({ name }) => name === label) ? 0 : 1
      expect(world.points.length - bare.points.length, prop).toBe(added)
      const parts = (built: typeof bare) => built.solid.triangleCount() + built.moving.length * 1000
      expect(parts(world) !== parts(bare), prop).toBe(added === 1)
    }
  })
})
