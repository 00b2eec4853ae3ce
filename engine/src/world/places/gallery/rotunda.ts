import { cos, PI, sin, TAU } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round, towards } from '../../geometry.ts'
import { tiles } from '../../kit/ground.ts'
import { door } from '../../kit/openings.ts'
import { pictureSlot } from '../../kit/picture.ts'
import type { Place2 } from '../../land.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { set, shade } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { planterBench } from './plants.ts'
import { column, dais, globe, roof, sculpture } from './rotunda-parts.ts'
import { byDayOf, indoors, ottoman, paintsOf, panel, pendant, rug, TRIM } from './site.ts'

/** A rotunda's number of sides, radius and height, the form of its roof, and what stands in it. */
type Plan = {
  readonly sides: readonly number[]
  readonly r: number
  readonly high: number
  /** Shares of the radius and heights over the wall that a roof rises by, from the wall inwards. */
  readonly roof: readonly Place2[]
  /** Radius of a ring of columns inside, and how many; none where 0. */
  readonly colonnade: number
  readonly columns: number
  /** Radius of screens set like spokes; none where 0. */
  readonly spokes: number
  /** A step up to the middle. */
  readonly dais: number
  readonly statues: readonly (readonly [radius: number, count: number])[]
  readonly middle: 'knot' | 'globe' | 'tree'
}

const PLANS: readonly Plan[] = [
  // one room under a dome, a knot of gold in its middle
  {
    sides: [8, 10, 12],
    r: 11.4,
    high: 5.2,
    roof: [
      [1, 0],
      [0.92, 1.4],
      [0.74, 2.5],
      [0.46, 3.2],
    ],
    colonnade: 0,
    columns: 0,
    spokes: 0,
    dais: 0,
    statues: [[5.5, 4]],
    middle: 'knot',
  },
  // a ring of columns round a globe on a dais, a low roof round a high lantern
  {
    sides: [12],
    r: 11.6,
    high: 4.6,
    roof: [
      [1, 0],
      [0.58, 0.5],
      [0.56, 3.4],
      [0.34, 4.4],
    ],
    colonnade: 6.6,
    columns: 12,
    spokes: 0,
    dais: 3.6,
    statues: [],
    middle: 'globe',
  },
  // six bays between screens round a tree, a pointed roof
  {
    sides: [6],
    r: 12,
    high: 4.4,
    roof: [
      [1, 0],
      [0.7, 2],
      [0.4, 4],
    ],
    colonnade: 0,
    columns: 0,
    spokes: 5.8,
    dais: 0,
    statues: [[8.2, 6]],
    middle: 'tree',
  },
]

export const rotunda: Layout = (sketch) => {
  const { wall, accent } = paintsOf(sketch)
  const random = sketch.streams('plan')
  const plan = sketch.streams('ground plan').pick(PLANS)
  const { r, high } = plan
  const sides = random.pick(plan.sides)
  const turn = random.range(0, PI / 2)
  const [marbleA, marbleB] = [rgb('#e6e0d4'), rgb('#cfc6b6')]
  const corner = (i: number) => {
    const a = (TAU * (i + 0.5)) / sides + PI / 2
    return [cos(a) * r, -sin(a) * r] as const
  }
  const crown = plan.roof.at(-1)![1] + 0.3
  return {
    ...indoors(sketch),
    patches() {
      const positions = [0, 0, 0]
      const index: number[] = []
      for (let i = 0; i < sides; i++) {
        const [x, z] = corner(i)
        positions.push(x, 0, z)
        index.push(0, 1 + i, 1 + ((i + 1) % sides))
      }
      return { positions, index }
    },
    ground(texel, x, z) {
      const d = Math.sqrt(x * x + z * z)
      tiles(texel, x, z, 1.1, marbleA, marbleB, 0.012)
      shade(texel, 0.92 + 0.14 * sketch.fractal(x * 0.9, z * 0.9, 3))
      for (const ring of [3.4, 7.6]) if (Math.abs(d - ring) < 0.16) set(texel, accent)
      if (d < 2.6) rug(texel, x, z, d / 2.6)
    },
    spawn: [0, 8.6],
    landmark: [0, 2.2, 0],
    build(world) {
      const day = byDayOf(sketch)
      for (let i = 0; i < sides; i++) {
        const [a, b] = [corner(i + 1), corner(i)]
        const [mx, mz] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
        panel(world, a, b, high, i % 2 === 0 ? wall : between(accent, wall, 0.16), accent)
        const yaw = yawTo(-mx, -mz)
        const ahead = (k: number) => [mx - (mx / r) * k, mz - (mz / r) * k] as const
        /** Along the wall from its middle. */
        const along = (k: number) => [ahead(0.04)[0] + cos(yaw) * k, ahead(0.04)[1] - sin(yaw) * k] as const
        if (mz > r * 0.85 || (sides === 6 && mz > r * 0.8)) {
          const spot = spotAt(world, mx, mz, yaw)
          for (const x of [-0.55, 0.55]) door(world, [x, 0, 0.08], 1.05, 2.5, accent)
          spot.keep(1.5)
        } else
          for (const k of sides === 6 ? [-3, 0, 3] : [0]) {
            const [px, pz] = along(k)
            const great = sides === 6 ? k === 0 : i % 3 === 0
            pictureSlot(world, px, 2.35, pz, yaw, great ? 3 : i % 3 === 1 ? 2 : 1.7, great ? 1.9 : 2.1)
          }
        const [cx, cz] = corner(i)
        column(world, cx * 0.97, cz * 0.97, high)
      }
      roof(world, plan, sides, between(accent, wall, 0.6), day)
      round(plan.columns, plan.colonnade, TAU / 24, (x, z) => {
        column(world, x, z, high + 0.4)
        spotAt(world, x, z).post([0, 0, 0], 0.4, high)
      })
      if (plan.spokes > 0)
        for (let i = 0; i < sides; i++) {
          if (corner(i)[1] > r * 0.8) continue
          const [ux, uz] = [corner(i)[0] / r, corner(i)[1] / r]
          spoke(world, [ux * (plan.spokes + 0.2), uz * (plan.spokes + 0.2)], [ux * (r - 0.5), uz * (r - 0.5)], wall, accent)
        }
      if (plan.dais > 0) dais(world, plan.dais, accent)
      spotAt(world, 0, 0).light([0, high + crown - 1, 0], day ? [2.2, 2.3, 2.5] : [0.2, 0.26, 0.45], 15, {
        always: true,
        fall: 0.015,
        shaded: false,
      })
      if (plan.middle === 'knot') sculpture(world, 0, 0, 1)
      else if (plan.middle === 'globe') globe(world, accent)
      else planterBench(world, 0, 0)
      for (const [radius, count] of plan.statues)
        round(count, radius, sides === 6 ? PI / 6 : turn, (x, z, _, i) => {
          if (z < 7) sculpture(world, x, z, i % 2 === 0 ? 0 : 2)
        })
      round(4, plan.dais > 0 ? 5.2 : 4, plan.dais > 0 ? PI / 4 : 0, (x, z, a) => {
        if (z < 3) ottoman(world, x, z, -a + PI / 2 + PI, accent)
      })
      round(8, plan.colonnade > 0 ? 9.2 : 6.6, PI / 8, (x, z) => pendant(world, x, z, high + (plan.colonnade > 0 ? 0.2 : 2), day))
      world.points.push({ name: 'sculptures', x: 1.6, z: plan.middle === 'tree' ? 2.6 : 1.6 })
    },
    dress: () => {},
  }
}

/** A wall from the middle outwards, a picture on either face. */
function spoke(world: World, from: Place2, to: Place2, wall: Rgb, accent: Rgb): void {
  const [ux, uz] = towards(from, to)
  const beside = ([x, z]: Place2, k: number): Place2 => [x - uz * k, z + ux * k]
  const high = 3.4
  panel(world, beside(from, 0.15), beside(to, 0.15), high, between(accent, wall, 0.75), accent)
  panel(world, beside(to, -0.15), beside(from, -0.15), high, between(accent, wall, 0.75), accent)
  const middle: Place2 = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  spotAt(world, ...middle, yawTo(ux, uz)).use()
  world.solid.paint(TRIM)
  box(world.solid, [0, high, 0], [0.5, 0.14, distance(...from, ...to)], { cell: 1 })
  spotAt(world, ...from, yawTo(ux, uz)).use()
  box(world.solid, [0, 0, 0], [0.5, high, 0.24], { cell: 1 })
  for (const k of [1, -1]) {
    const [px, pz] = beside(middle, k * 0.18)
    pictureSlot(world, px, 2.1, pz, yawTo(-uz * k, ux * k), 2.4, 1.6)
  }
}
