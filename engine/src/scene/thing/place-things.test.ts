import { createHash } from 'node:crypto'
import {
  type HeldThing,
  heldThings,
  type SceneThing,
  sceneThings,
  THINGS_OF_A_KIND,
  type ThingPlace,
} from '@daedal/protocol/generation/scene-things'
import { describe, expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import { briefOf } from '../brief.ts'
import { createCamera } from '../camera.ts'
import { FAMILIES } from '../families.ts'
import { plain } from '../material/paints.ts'
import { createMesh, type Mesh } from '../mesh.ts'
import { createScene, type Spot } from '../scene.ts'
import { createStreams } from '../streams.ts'
import { plainPlan } from '../testing/plain-plan.ts'
import { placeThings } from './place-things.ts'
import { putThing } from './put.ts'
import { isSeen } from './seen-spots.ts'
import { THINGS } from './things.ts'

const standing = (thing: SceneThing, seed: number) => {
  const mesh = createMesh()
  putThing(mesh, THINGS[thing].build(createPrng(seed, thing), null), { x: 0, y: 0, z: 0, yaw: 0, scale: 1 })
  return mesh.finish()
}
const extent = ({ position }: Mesh, axis: number) => {
  const values = [...position].filter((_, at) => at % 3 === axis)
  return { low: Math.min(...values), high: Math.max(...values) }
}

describe('each thing', () => {
  it.each(sceneThings)('%s has a skin of its own size that stands on its ground', (thing) => {
    const { height, radius, ground } = THINGS[thing]
    const mesh = standing(thing, 3)
    expect(mesh.triangleCount).toBeGreaterThan(12)
    expect(mesh.position.every(Number.isFinite)).toBe(true)
    expect(mesh.normal.every(Number.isFinite)).toBe(true)
    const up = extent(mesh, 1)
    // stones are sunk into the ground, and a train's smoke rises above it
    if (ground === 'land') expect(up.low).toBeGreaterThan(-0.55)
    expect(up.high).toBeLessThan(height * 2 + 0.5)
    expect(up.high - up.low).toBeGreaterThan(height * 0.6)
    const [x, z] = [extent(mesh, 0), extent(mesh, 2)]
    expect(Math.max(x.high, -x.low, z.high, -z.low)).toBeGreaterThan(radius * 0.35)
  })

  it('is the same vertices as ever', () => {
    const hash = createHash('sha256')
    for (const thing of sceneThings) {
      const { position, normal, index } = standing(thing, 3)
      for (const numbers of [position, normal, index]) hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
    }
    expect(hash.digest('hex')).toMatchInlineSnapshot(`"404698905d219b1f92513156514f21faba751f04da0e7a84ef3819bdbc61005b"`)
  })

  it('takes the colour that is asked for', () => {
    const colour = [0.5, 0.1, 0.05] as const
    for (const thing of ['horse', 'car', 'dragon', 'tent', 'sailboat'] as const)
      expect(
        THINGS[thing].build(createPrng(3, thing), colour).some((piece) => piece.colour === colour),
        thing,
      ).toBe(true)
  })
})

/** A bare scene with these spots before the eye. */
function sceneWith(spots: readonly Spot[]) {
  const plan = plainPlan({ family: 'lake', composition: 'shore' })
  const brief = briefOf(plan, FAMILIES.lake, 1, createStreams(1, 'test'), () => {})
  const scene = createScene(brief, createCamera({ eye: [0, 2, -20], target: [0, 2, 0], fov: 50 }), 90)
  scene.spots.push(...spots)
  return scene
}
const land: Spot = { ground: 'land', x: 0, y: 1, z: 5, radius: 3 }
const place = (spots: readonly Spot[], things: readonly { thing: SceneThing; count?: number }[], seed = 1) => {
  const scene = sceneWith(spots)
  const wanted = things.map(({ thing, count = 1 }) => ({ thing, count, colour: '' }))
  placeThings(scene, plainPlan({ family: 'lake', composition: 'shore', things: wanted }), createStreams(seed, 'test'))
  return scene.mesh.finish()
}

describe('things that a plan names', () => {
  it('stand on the ground of their spot', () => {
    const up = extent(place([land], [{ thing: 'knight' }]), 1)
    expect(up.low).toBeCloseTo(1, 1)
    expect(up.high).toBeGreaterThan(2.5)
  })

  it('come as often as they were asked for, each somewhere else', () => {
    const one = place([land], [{ thing: 'penguin' }])
    const five = place([{ ...land, radius: 6 }], [{ thing: 'penguin', count: 5 }])
    expect(five.triangleCount).toBe(one.triangleCount * 5)
    expect(extent(five, 0).high - extent(five, 0).low).toBeGreaterThan(extent(one, 0).high - extent(one, 0).low)
    expect(place([land], [{ thing: 'fish', count: THINGS_OF_A_KIND }]).triangleCount).toBe(0)
  })

  it('are left out where nothing of their ground is free or seen', () => {
    expect(place([land], [{ thing: 'whale' }]).triangleCount).toBe(0)
    expect(place([{ ...land, z: -40 }], [{ thing: 'knight' }]).triangleCount).toBe(0)
    const both = place([land], [{ thing: 'knight' }, { thing: 'horse' }])
    expect(both.triangleCount).toBe(place([land], [{ thing: 'knight' }]).triangleCount)
  })

  it('stand by another or on top of it', () => {
    const cat = (by?: { place: ThingPlace; thing: SceneThing }) => {
      const scene = sceneWith([
        { ...land, radius: 8 },
        { ...land, x: -9 },
      ])
      const things = [
        { thing: 'cat' as const, count: 1, colour: '', ...(by && { by }) },
        { thing: 'barrel' as const, count: 1, colour: '' },
      ]
      placeThings(scene, plainPlan({ family: 'lake', composition: 'shore', things }), createStreams(1, 'test'))
      return scene.mesh.finish()
    }
    const wide = (mesh: Mesh, axis: number) => extent(mesh, axis).high - extent(mesh, axis).low
    const [alone, beside, on] = [cat(), cat({ place: 'beside', thing: 'barrel' }), cat({ place: 'on', thing: 'barrel' })]
    expect(wide(beside, 0)).toBeLessThan(wide(alone, 0) / 2)
    expect(wide(on, 1)).toBeGreaterThan(wide(beside, 1) * 1.2)
    expect(wide(on, 0)).toBeLessThan(wide(beside, 0))
    expect(cat({ place: 'front', thing: 'barrel' }).position).not.toEqual(cat({ place: 'behind', thing: 'barrel' }).position)
    // a partner that is not there leaves a spot of its own
    expect(cat({ place: 'beside', thing: 'whale' }).position).toEqual(alone.position)
  })

  it('stand where nothing is before them, the first of them above all', () => {
    const scene = sceneWith([land, { ...land, x: -9 }])
    scene.mesh.use(scene.mesh.paint(plain([0.5, 0.5, 0.5])))
    scene.mesh.panel([-2, 0, -4], [2, 0, -4], [2, 9, -4], [-2, 9, -4])
    const from = scene.mesh.vertexCount()
    const [named] = placeThings(
      scene,
      plainPlan({ family: 'lake', composition: 'shore', things: [{ thing: 'knight', count: 1, colour: '' }] }),
      createStreams(1, 'test'),
    )
    const xs = [...scene.mesh.finish().position].filter((_, at) => at >= from * 3 && at % 3 === 0)
    expect(Math.max(...xs)).toBeLessThan(-4)
    // and those are the faces that styles are told of
    expect(named).toEqual({ from: 2, to: scene.mesh.triangleCount() })
  })

  it('swim under water where the sea has no surface', () => {
    const under = (thing: SceneThing) => {
      const scene = sceneWith([{ ...land, ground: 'air' }])
      placeThings(
        scene,
        plainPlan({ family: 'sea', composition: 'depths', things: [{ thing, count: 1, colour: '' }] }),
        createStreams(1, 'test'),
      )
      return scene.mesh.triangleCount()
    }
    expect(under('shark')).toBeGreaterThan(0)
    expect(under('swan')).toBe(0)
    // no splash where there is no surface
    expect(under('fish')).toBeLessThan(standing('fish', 3).triangleCount)
    // a whale leaps
    expect(under('whale')).toBe(0)
  })

  it('have in their hands what the plan gives them', () => {
    const pieces = (name: 'monk' | 'knight', held?: HeldThing) =>
      THINGS[name].build(createPrng(3, name), null, held ? { thing: held, colour: [0.5, 0.1, 0.05] } : null)
    for (const held of heldThings) expect(pieces('monk', held).length > pieces('monk').length, held).toBe(held !== 'nothing')
    expect(pieces('knight', 'nothing').length).toBeLessThan(pieces('knight').length)
    expect(pieces('knight', 'flag').some(({ colour }) => colour[0] === 0.5)).toBe(true)
    expect(pieces('knight', 'sword').length).toBe(pieces('knight').length)
  })

  it('stand elsewhere under another seed, and the same under one', () => {
    const [first, again, other] = [
      place([land], [{ thing: 'fox' }], 4),
      place([land], [{ thing: 'fox' }], 4),
      place([land], [{ thing: 'fox' }], 5),
    ]
    expect(again.position).toEqual(first.position)
    expect(other.position).not.toEqual(first.position)
  })
})

describe('light of things', () => {
  const lights = (thing: SceneThing, night: number) => {
    const scene = Object.assign(sceneWith([land]), { night })
    placeThings(
      scene,
      plainPlan({ family: 'lake', composition: 'shore', things: [{ thing, count: 1, colour: '' }] }),
      createStreams(1, 'test'),
    )
    return scene.nearLights
  }

  it('falls from a fire as far as its pieces say, from where they are', () => {
    for (const night of [0, 1]) {
      const [fire, ...others] = lights('campfire', night)
      expect(others).toEqual([])
      expect(fire!.range).toBeGreaterThan(11)
      expect(fire!.y).toBeGreaterThan(land.y)
      expect(Math.abs(fire!.x - land.x) + Math.abs(fire!.z - land.z)).toBeLessThan(1)
      expect(fire!.colour[0]).toBeGreaterThan(fire!.colour[2])
    }
  })

  it('outlines by night what gives little or none of its own, and nothing by day', () => {
    expect(lights('knight', 0)).toEqual([])
    expect(lights('knight', 1)).toHaveLength(2)
    expect(lights('wizard', 1)).toHaveLength(3)
  })
})

describe('a spot', () => {
  const camera = createCamera({ eye: [0, 0, 0], target: [0, 0, 10], fov: 90 })
  const square = { w: 100, h: 100 }
  it.each([
    ['in the middle', { x: 0, y: 0 }, square, true],
    ['at the edge', { x: 9.6, y: 0 }, square, false],
    ['low in a square', { x: 0, y: -7 }, square, true],
    ['low where a wide picture ends', { x: 0, y: -7 }, { w: 160, h: 90 }, false],
    ['so high that a thing would leave the picture', { x: 0, y: 8.5 }, square, false],
  ])('%s', (_, at, size, seen) => {
    expect(isSeen({ ground: 'air', z: 10, radius: 1, ...at }, camera, size)).toBe(seen)
  })

  it('behind the eye is never seen', () => {
    expect(isSeen({ ground: 'land', x: 0, y: 0, z: -5, radius: 1 }, camera, square)).toBe(false)
  })
})
