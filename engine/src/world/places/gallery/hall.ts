import { PI, saturate } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, towards } from '../../geometry.ts'
import { boards } from '../../kit/ground.ts'
import { door } from '../../kit/openings.ts'
import { pictureSlot } from '../../kit/picture.ts'
import type { Place2 } from '../../land.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { GroundPatch, Layout, World } from '../../world.ts'
import { planterBench, pottedPlant } from './plants.ts'
import { byDayOf, indoors, ottoman, paintsOf, panel, pendant, rug, TRIM } from './site.ts'

const [BOARD_A, BOARD_B] = [rgb('#b98556'), rgb('#94653c')]

const rectangle = (w: number, d: number): GroundPatch => ({
  positions: [-w, 0, -d, w, 0, -d, w, 0, d, -w, 0, d],
  index: [0, 2, 1, 0, 3, 2],
})

/** A ceiling with a long skylight and beams, over a room of half-size w × d. */
function skylightCeiling(world: World, { w, d, high: height, light: [sw, sd] }: Plan, wall: Rgb): void {
  const { solid } = world
  const day = byDayOf(world)
  solid.at(0, 0, 0)
  solid.paint(rgb('#efe9df'), { vary: 0 })
  const flat = (x0: number, x1: number, z0: number, z1: number) =>
    solid.quad(
      [x0, height, z0],
      [x1, height, z0],
      [x1, height, z1],
      [x0, height, z1],
      Math.ceil((x1 - x0) / 1.1),
      Math.ceil((z1 - z0) / 1.1),
    )
  flat(-w, w, -d, -sd)
  flat(-w, w, sd, d)
  flat(-w, -sw, -sd, sd)
  flat(sw, w, -sd, sd)
  solid.paint(TRIM)
  const beams = Math.round((w * 2) / 2.5) - 1
  for (let i = 0; i < beams; i++)
    box(solid, [(i - (beams - 1) / 2) * 2.5, height - 0.3, 0], [0.24, 0.3, d * 2], { cell: 1.4, bottom: true })
  const top = height + 0.85
  solid.paint([0, 0, 0], {
    glow: day ? (_, __, z) => between([0.75, 0.92, 1.1], [0.5, 0.75, 1.1], saturate(z / 4 + 0.5)) : [0.03, 0.05, 0.14],
  })
  solid.quad([-sw, top, -sd], [sw, top, -sd], [sw, top, sd], [-sw, top, sd], 2, 2)
  solid.paint(rgb('#3a2f28'))
  for (let i = -2; i <= 2; i++) box(solid, [i * sw * 0.4, top - 0.07, 0], [0.07, 0.07, sd * 2], { cell: 9, bottom: true })
  box(solid, [0, top - 0.07, 0], [sw * 2, 0.07, 0.07], { cell: 9, bottom: true })
  solid.paint(wall, { vary: 0 })
  for (const [a, b] of [
    [
      [-sw, -sd],
      [-sw, sd],
    ],
    [
      [sw, sd],
      [sw, -sd],
    ],
    [
      [sw, -sd],
      [-sw, -sd],
    ],
    [
      [-sw, sd],
      [sw, sd],
    ],
  ] as const)
    solid.quad([a[0], height, a[1]], [b[0], height, b[1]], [b[0], top, b[1]], [a[0], top, a[1]], 4, 2)
  spotAt(world, 0, 0).light([0, height + 0.6, 0], day ? [1.3, 1.4, 1.6] : [0.1, 0.16, 0.3], 11, { always: true, fall: 0.02, shaded: false })
}

/** A picture on a wall: where, which way it looks, its size. */
type Hung = readonly [x: number, z: number, yaw: number, width: number, height: number]

/** A hall's half-sides and height, its skylight's half-sides, and what stands in it. */
type Plan = {
  readonly w: number
  readonly d: number
  readonly high: number
  readonly light: Place2
  /** Walls inside, open at both ends; pictures hang on both of their faces. */
  readonly screens: readonly (readonly [Place2, Place2])[]
  readonly columns: readonly Place2[]
  readonly pictures: readonly Hung[]
  readonly planters: readonly Place2[]
  readonly ottomans: readonly (readonly [x: number, z: number, yaw: number])[]
  readonly pendants: readonly Place2[]
  readonly rugs: readonly (readonly [x: number, z: number, w: number, d: number])[]
  readonly spawn: Place2
  readonly sight: Place2
}

/** Pictures at places along one side and mirrored on the other. */
const bothSides = (x: number, list: readonly (readonly [z: number, width: number, height: number])[]): Hung[] =>
  list.flatMap(([z, width, height]): Hung[] => [
    [-x, z, PI / 2, width, height],
    [x, z, -PI / 2, width, height],
  ])

const PLANS: readonly Plan[] = [
  // one wide room round a tree in a bench
  {
    w: 11,
    d: 8.5,
    high: 4.7,
    light: [3.2, 2.2],
    screens: [],
    columns: [],
    pictures: [
      [0, -8.48, 0, 3.4, 2.1],
      [-4.3, -8.48, 0, 1.5, 1.9],
      [4.3, -8.48, 0, 1.5, 1.9],
      [-7.9, -8.48, 0, 2, 1.5],
      [7.9, -8.48, 0, 2, 1.5],
      ...bothSides(10.98, [
        [-5.2, 1.6, 1.6],
        [-1.6, 2.2, 1.6],
        [2.1, 1.5, 1.9],
        [5.6, 1.8, 1.4],
      ]),
      [-6, 8.48, PI, 2, 1.5],
      [6, 8.48, PI, 2, 1.5],
    ],
    planters: [[0, 0]],
    ottomans: [
      [-6.6, 0, PI / 2],
      [6.6, 0, -PI / 2],
      [0, -4.9, PI],
    ],
    pendants: [
      [-6.2, -4.5],
      [-6.2, 4.5],
      [6.2, -4.5],
      [6.2, 4.5],
    ],
    rugs: [[0, 0, 4.6, 3.4]],
    spawn: [0, 7],
    sight: [0, 0],
  },
  // a long gallery between two rows of columns, the great picture at its end
  {
    w: 6.6,
    d: 12,
    high: 5.8,
    light: [1.6, 9],
    screens: [],
    columns: [-8, -4, 0, 4, 8].flatMap((z): Place2[] => [
      [-3.5, z],
      [3.5, z],
    ]),
    pictures: [
      [0, -11.98, 0, 4.2, 2.7],
      ...bothSides(6.58, [
        [-10, 1.7, 2],
        [-6, 2.4, 1.7],
        [-2, 1.7, 2.1],
        [2, 2.4, 1.7],
        [6, 1.7, 2.1],
        [10, 2, 1.6],
      ]),
    ],
    planters: [],
    ottomans: [
      [0, -6, 0],
      [0, 0, 0],
      [0, 5.2, 0],
    ],
    pendants: [
      [-4.9, -7],
      [4.9, -7],
      [-4.9, 0],
      [4.9, 0],
      [-4.9, 7],
      [4.9, 7],
    ],
    rugs: [[0, -1, 2, 9.6]],
    spawn: [0, 10],
    sight: [0, -10],
  },
  // rooms that open into each other between screens, trees in the corners
  {
    w: 11.4,
    d: 10,
    high: 4.2,
    light: [2.6, 2.6],
    screens: [
      [
        [-4.2, -9.9],
        [-4.2, -3.4],
      ],
      [
        [4.2, 3],
        [4.2, 9.9],
      ],
      [
        [4.2, -3.6],
        [8.6, -3.6],
      ],
      [
        [-8.6, 3.2],
        [-4.2, 3.2],
      ],
    ],
    columns: [],
    pictures: [
      [0.4, -9.98, 0, 3.2, 2],
      [6.2, -9.98, 0, 1.8, 1.8],
      [9.4, -9.98, 0, 1.5, 1.9],
      [-7.8, -9.98, 0, 2.4, 1.6],
      ...bothSides(11.38, [
        [-7, 2, 1.5],
        [-0.4, 2.2, 1.7],
        [6.6, 1.7, 1.9],
      ]),
      [-7.6, 9.98, PI, 2.4, 1.6],
      [7.8, 9.98, PI, 2, 1.6],
    ],
    planters: [[7.6, -0.2]],
    ottomans: [
      [-7.4, -0.2, PI / 2],
      [0, -6, PI],
      [-7.6, 6.6, 0],
      [7.8, 6.6, 0],
    ],
    pendants: [
      [-7.6, -6.6],
      [-7.6, 6.4],
      [7.6, 6.4],
      [7.6, -6.8],
      [0.4, -6.4],
    ],
    rugs: [
      [0, -6, 3, 2.4],
      [-7.6, 6.6, 2.6, 2],
      [7.8, 6.6, 2.6, 2],
    ],
    spawn: [0, 8.4],
    sight: [0, -5],
  },
]

export const hall: Layout = (sketch) => {
  const { wall, accent } = paintsOf(sketch)
  const plan = sketch.streams('ground plan').pick(PLANS)
  const { w, d, high } = plan
  return {
    ...indoors(sketch),
    patches: () => rectangle(w, d),
    ground(texel, x, z) {
      boards(sketch, texel, x, z, BOARD_A, BOARD_B)
      for (const [rx, rz, rw, rd] of plan.rugs) rug(texel, x, z, Math.max(Math.abs(x - rx) / rw, Math.abs(z - rz) / rd))
    },
    spawn: plan.spawn,
    landmark: [plan.sight[0], 2.2, plan.sight[1]],
    build(world) {
      panel(world, [-w, -d], [w, -d], high, between(accent, wall, 0.12), accent)
      panel(world, [-w, d], [-w, -d], high, wall, accent)
      panel(world, [w, -d], [w, d], high, wall, accent)
      panel(world, [w, d], [-w, d], high, wall, accent)
      skylightCeiling(world, plan, wall)
      for (const [from, to] of plan.screens) screen(world, from, to, high, wall, accent)
      for (const [x, z] of plan.columns) pillar(world, x, z, high)
      for (const [x, z, yaw, width, height] of plan.pictures) pictureSlot(world, x, height > 2.4 ? 2.7 : 2.2, z, yaw, width, height)
      spotAt(world, 0, d - 0.02, PI)
      for (const x of [-0.55, 0.55]) door(world, [x, 0, 0.05], 1.05, 2.5, accent)
      for (const [x, z] of plan.planters) {
        planterBench(world, x, z)
        world.kept.push({ x, z, radius: 3 })
      }
      for (const [x, z, yaw] of plan.ottomans) ottoman(world, x, z, yaw, accent)
      for (const x of [-w + 0.9, w - 0.9]) for (const z of [-d + 0.9, d - 0.9]) pottedPlant(world, x, z)
      for (const [x, z] of plan.pendants) pendant(world, x, z, high, byDayOf(sketch))
    },
    dress: () => {},
  }
}

/** A wall inside a hall with a picture on either face. */
function screen(world: World, from: Place2, to: Place2, high: number, wall: Rgb, accent: Rgb): void {
  const [ux, uz] = towards(from, to)
  const half = 0.16
  const beside = ([x, z]: Place2, k: number): Place2 => [x - uz * k, z + ux * k]
  panel(world, beside(from, half), beside(to, half), high, between(accent, wall, 0.8), accent)
  panel(world, beside(to, -half), beside(from, -half), high, between(accent, wall, 0.8), accent)
  const [mx, mz] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const spot = spotAt(world, mx, mz, yawTo(ux, uz))
  spot.use()
  world.solid.paint(TRIM)
  const length = distance(...from, ...to)
  for (const end of [-1, 1]) box(world.solid, [0, 0, (end * length) / 2], [0.46, high, 0.2], { cell: 0.8 })
  for (const k of [1, -1]) {
    const [px, pz] = beside([mx, mz], k * (half + 0.03))
    pictureSlot(world, px, 2.2, pz, yawTo(-uz * k, ux * k), 2.6, 1.7)
  }
}

/** A round column from floor to ceiling. */
function pillar(world: World, x: number, z: number, high: number): void {
  const spot = spotAt(world, x, z)
  world.solid.paint(rgb('#efe9df'), { vary: 0 })
  lathe(
    world.solid,
    0,
    0,
    [
      [0.46, 0],
      [0.4, 0.3],
      [0.3, 0.45],
      [0.26, high - 0.7],
      [0.44, high - 0.3],
      [0.44, high],
    ],
    12,
  )
  spot.post([0, 0, 0], 0.4, high)
}
