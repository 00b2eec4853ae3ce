import { PI, smooth } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored, round, towards } from '../../geometry.ts'
import { bench, brazier } from '../../kit/furniture.ts'
import { slabs } from '../../kit/ground.ts'
import { column } from '../../kit/masonry.ts'
import { lampGlow } from '../../kit/tints.ts'
import { lake } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { isFree } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { GLYPH, rockFront, templeHall, ziggurat } from './sanctuary.ts'
import { CARVED, dunes, FAR_A, FAR_B, LEVEL, palmsRound, ridges, SAND, SLAB_A, SLAB_B, sand, strew, withPool } from './site.ts'

function obelisk(world: World, x: number, z: number, height: number): void {
  const spot = spotAt(world, x, z, 0.1)
  const { solid } = world
  solid.paint(SAND)
  box(solid, [0, -0.3, 0], [2, 0.8, 2])
  box(solid, [0, 0.5, 0], [1.15, height, 1.15], { taper: 0.65, cell: 1.2 })
  box(solid, [0, height + 0.5, 0], [0.75, 0.8, 0.75], { taper: 0.02 })
  solid.paint(GLYPH, { glow: lampGlow(world, [0.2, 0.9, 0.9], 0.09) })
  for (let i = 0; i < 4; i++) box(solid, [0, 1.4 + i * 0.8, 0.55 - 0.05 * i], [0.4, 0.3, 0.06], { cell: 9 })
  spot.block([0, -0.3, 0], [2, height, 2])
  spot.keep(1.6)
}

function sphinx(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SAND)
  box(solid, [0, 0, 0], [1.3, 1, 2.6])
  solid.paint(SAND, { vary: 0.03 })
  blob(solid, [0, 1.5, -0.3], [0.5, 0.55, 1], { rough: 0.03 })
  box(solid, [0, 1, 0.9], [0.7, 0.4, 0.9])
  blob(solid, [0, 2.1, 0.55], [0.42, 0.5, 0.42], { rough: 0.03 })
  solid.paint(rgb('#3f7f9a'))
  lathe(
    solid,
    0,
    0.45,
    [
      [0.62, 1.75],
      [0.55, 2.3],
      [0.3, 2.65],
      [0, 2.7],
    ],
    8,
    { scaleZ: 0.8 },
  )
  spot.block([0, 0, 0], [1.3, 2.6, 2.6])
  spot.keep(1.6)
}

function ringOfColumns(world: World, x: number, z: number): void {
  const random = world.streams('ring')
  round(6, 3.4, 0.3, (dx, dz, _, i) =>
    column(world, [x + dx, world.land.heightAt(x + dx, z + dz), z + dz], 3.6, 0.4, CARVED, i % 2 ? random.range(0.2, 0.8) : 0),
  )
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SAND)
  lathe(
    solid,
    0,
    0,
    [
      [1.2, 0],
      [1.1, 0.7],
      [0.9, 0.75],
      [0, 0.7],
    ],
    10,
    { flat: true },
  )
  solid.paint([0.1, 0.1, 0.05], { glow: lampGlow(world, [2.4, 1, 0.2], 0.38) })
  lathe(
    solid,
    0,
    0,
    [
      [0.4, 0.75],
      [0.35, 1.1],
      [0, 1.7],
    ],
    7,
  )
  spot.light([0, 1.8, 0], [3, 1.4, 0.4], 9)
  spot.post([0, 0, 0], 1.2, 1)
  spot.keep(5)
  spot.point('ring of columns', 2, 0)
}

/** Where things lie, for one hand. */
type Plan = {
  /** The middle of the temple, what builds it, and how far from there the ground is level. */
  readonly hall: Place2
  readonly build: (world: World, x: number, z: number) => void
  readonly level: number
  /** Heights of what one sees first and of the cliffs round it. */
  readonly tall: number
  readonly cliff: number
  /** How far before its middle one looks. */
  readonly fore: number
  readonly pool: Place2
  readonly radius: number
  readonly ring: Place2
  readonly obelisks: readonly Place2[]
  readonly sphinxes: readonly Place2[]
  /** Ways from where one arrives to the temple; to the pool; to the ring of columns. */
  readonly there: readonly Place2[]
  readonly ashore: readonly Place2[]
  readonly aside: readonly Place2[]
}

const PLANS: readonly Plan[] = [
  // a straight avenue to a hall of columns
  {
    hall: [0, -15],
    build: templeHall,
    level: 15,
    tall: 6,
    fore: -1,
    cliff: 0,
    pool: [20, 12],
    radius: 6,
    ring: [-18, 0],
    obelisks: [
      [4.6, 8],
      [-4.6, 8],
      [4.8, 0.5],
      [-4.8, 0.5],
    ],
    sphinxes: [
      [3.9, -3.6],
      [-3.9, -3.6],
    ],
    there: [
      [0, 10],
      [0, 0],
      [0, -6],
    ],
    ashore: [
      [0, 10],
      [8, 11],
      [14.5, 12],
    ],
    aside: [
      [0, 2],
      [-9, 3],
      [-17, 1],
    ],
  },
  // a ziggurat beyond the pool, the way round the water
  {
    hall: [7, -17],
    build: ziggurat,
    level: 16,
    tall: 8,
    fore: 7,
    cliff: 0,
    pool: [-5, 5],
    radius: 8,
    ring: [-20, -11],
    obelisks: [
      [0.6, -3.6],
      [13.4, -3.6],
      [13, 13],
    ],
    sphinxes: [
      [5.4, 6],
      [10.6, 6],
    ],
    there: [
      [5, 15],
      [8, 8],
      [7, -1],
    ],
    ashore: [
      [5, 15],
      [0, 15.5],
      [-4, 14.5],
    ],
    aside: [
      [-4, 14.5],
      [-15, 10],
      [-18, 0],
      [-20, -8],
    ],
  },
  // a front in the cliff at the end of a valley, the pool under it
  {
    hall: [-4, -14],
    build: rockFront,
    level: 9,
    tall: 8,
    fore: -1,
    cliff: 11,
    pool: [12, -1],
    radius: 6.5,
    ring: [-14, 12],
    obelisks: [
      [-9, -2],
      [1.4, -2],
    ],
    sphinxes: [
      [-8, 5],
      [-0.4, 6],
    ],
    there: [
      [3, 14],
      [-2, 6],
      [-4, -1],
      [-4, -8],
    ],
    ashore: [
      [-3, 3],
      [2, 1],
      [5.4, 0],
    ],
    aside: [
      [1, 16],
      [-6, 15],
      [-12, 13],
    ],
  },
]

export const temple: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [[hx, hz], [px, pz], [rx, rz]] = [at(plan.hall), at(plan.pool), at(plan.ring)]
  const pool = { x: px, z: pz, radius: plan.radius }
  const front = plan.cliff > 0 ? 7 : 3
  /** How far one stands in the rock of a valley that is open towards where one arrives. */
  const inRock = (x: number, z: number) =>
    Math.max(hz - 1 - z, Math.min(Math.abs(x) - 20, 4 - z)) + (sketch.noise(x * 0.3, z * 0.3) - 0.5) * 3
  return {
    height: (x, z) =>
      withPool(sketch, pool, dunes(sketch, x, z) + (plan.cliff > 0 ? plan.cliff * smooth(-0.5, 3.4, inRock(x, z)) : 0), x, z),
    sites: [
      { x: hx, z: hz + front, radius: plan.level, y: 0.4, fall: plan.cliff > 0 ? 5 : 7 },
      ...(plan.cliff > 0 ? [] : [{ x: at(plan.there[0]!)[0], z: 6, radius: 6, y: 0.1, fall: 7 }]),
      { x: rx, z: rz, radius: 4.5, y: 0.6, fall: 5 },
    ],
    paths: [
      { points: [[0, 33], [random.range(-2, 2), 22], ...plan.there.map(at)], width: 4.2 },
      { points: plan.ashore.map(at), width: 1.6 },
      { points: plan.aside.map(at), width: 1.8 },
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      sand(sketch, texel, x, z, h, steepness, pool)
      const p = land.pathAt(x, z)
      if (p < 1.5) slabs(sketch, texel, x, z, p, SLAB_A, SLAB_B, 1.05)
      const q = Math.max(Math.abs(x - hx) - 13, Math.abs(z - hz - front) - (plan.cliff > 0 ? 6 : 12))
      if (q < 1.5) slabs(sketch, texel, x, z, q, SLAB_A, SLAB_B, 1.6)
    },
    farGround: (x, z) => between(FAR_A, FAR_B, sketch.noise(x * 0.05, z * 0.05)),
    ridges,
    spawn: [0, 26],
    landmark: [hx, plan.tall, hz + plan.fore],
    build(world) {
      world.kept.push({ x: hx, z: hz + 2, radius: 14 })
      for (const [x, z] of plan.there.slice(0, 2).map(at)) world.kept.push({ x, z, radius: 4 })
      plan.build(world, hx, hz)
      for (const [i, place] of plan.obelisks.entries()) obelisk(world, ...at(place), i < 2 ? 5.5 : 4.2)
      for (const place of plan.sphinxes) sphinx(world, ...at(place))
      for (const s of [-3, 3]) brazier(world, at(plan.there[0]!)[0] + s, plan.there[0]![1] + 4)
      ringOfColumns(world, rx, rz)
      const fallen = world.streams('fallen')
      for (let i = 0; i < 3; i++) {
        const [x, z] = [(fallen.chance(0.5) ? 1 : -1) * fallen.range(5, 10), fallen.range(12, 19)]
        if (!isFree(world, x, z, 1.2)) continue
        const spot = spotAt(world, x, z, fallen.next() * PI)
        world.solid.paint(CARVED)
        tube(
          world.solid,
          [
            [-1.8, 0.35, 0],
            [1.8, 0.3, 0],
          ],
          0.5,
          0.45,
          9,
        )
        spot.keep(2)
        spot.block([0, 0, 0], [3.6, 0.8, 1])
      }
      lake(world, pool.x, pool.z, pool.radius * 1.7, rgb('#5fb8a8'), rgb('#1f6f78'))
      palmsRound(world, pool, 9)
      const [shoreX, shoreZ] = at(plan.ashore.at(-1)!)
      const [ux, uz] = towards([pool.x, pool.z], [shoreX, shoreZ])
      bench(world, shoreX - uz * 2.2, shoreZ + ux * 2.2, yawTo(-ux, -uz), SAND)
      world.points.push({ name: 'oasis', x: shoreX, z: shoreZ })
    },
    dress: (world) => strew(world, 9),
  }
}
