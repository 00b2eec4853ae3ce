import { cos, PI, saturate, sin } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { boards } from '../../kit/ground.ts'
import { door } from '../../kit/openings.ts'
import { pictureSlot } from '../../kit/picture.ts'
import { STONE } from '../../kit/tints.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { GroundPatch, Layout, World } from '../../world.ts'
import { byDayOf, indoors, ottoman, paintsOf, panel, pendant, rug, TRIM } from './site.ts'

const [BOARD_A, BOARD_B] = [rgb('#b98556'), rgb('#94653c')]

/** A pot with broad leaves. */
function pottedPlant(world: World, x: number, z: number): void {
  const random = world.streams(`pot ${x} ${z}`)
  const spot = spotAt(world, x, z, random.next() * 6)
  const { solid } = world
  solid.paint(rgb('#b5653f'))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 0],
      [0.42, 0.6],
      [0.38, 0.62],
      [0, 0.55],
    ],
    12,
  )
  for (let i = 0; i < 9; i++) {
    const [c, s] = [cos(i * 2.4), sin(i * 2.4)]
    const out = random.range(0.5, 0.9)
    const high = random.range(1.1, 1.9)
    const w = 0.13
    solid.paint(between(rgb('#3f7f45'), rgb('#6fae55'), random.next()), { through: 0.5 })
    const tip: Vec3 = [c * out, high - 0.15, s * out]
    const [left, right]: [Vec3, Vec3] = [
      [c * out * 0.5 - s * w, high, s * out * 0.5 + c * w],
      [c * out * 0.5 + s * w, high, s * out * 0.5 - c * w],
    ]
    solid.quad([c * 0.05 - s * 0.04, 0.55, s * 0.05 + c * 0.04], [c * 0.05 + s * 0.04, 0.55, s * 0.05 - c * 0.04], right, left, 1, 2)
    solid.triangle(left, right, tip)
  }
  spot.post([0, 0, 0], 0.42, 1)
}

/** A ficus in a round bench. */
function planterBench(world: World): void {
  const spot = spotAt(world, 0, 0)
  const { solid } = world
  solid.paint(STONE, { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [1, 0],
      [1, 0.75],
      [0.86, 0.78],
      [0.8, 0.6],
      [0, 0.62],
    ],
    20,
  )
  solid.paint(rgb('#a8754a'))
  lathe(
    solid,
    0,
    0,
    [
      [1, 0.4],
      [1.75, 0.4],
      [1.75, 0.5],
      [1, 0.52],
    ],
    24,
  )
  solid.paint(TRIM)
  round(8, 1.55, 0, (x, z) => box(solid, [x, 0, z], [0.1, 0.4, 0.1]))
  spot.post([0, 0, 0], 1.7, 0.8)
  round(6, 1.45, 0, (x, z) => spot.seat(x, 0.52, z, yawTo(x, z)))
  spot.use(0.45, 0.5, 0.82)
  solid.paint([0.2, 0.13, 0.08])
  tube(
    solid,
    [
      [0, 0, 0],
      [0.15, 0.9, 0.05],
      [-0.05, 1.8, 0],
    ],
    0.15,
    0.09,
    6,
  )
  const [leaf, dark] = [rgb('#4f8f45'), rgb('#1f4f2f')]
  for (let i = 0; i < 7; i++) {
    const r = i ? 0.75 : 0
    const y = 2.1 + (i % 3) * 0.45
    solid.paint((_, py) => between(dark, leaf, saturate((py - y + 0.5) / 1.1)), { through: 0.5, vary: 0.15 })
    blob(solid, [cos(i * 2.4) * r, y, sin(i * 2.4) * r], [0.72, 0.55, 0.72], { rough: 0.2, seed: i })
  }
}

const rectangle = (w: number, d: number): GroundPatch => ({
  positions: [-w, 0, -d, w, 0, -d, w, 0, d, -w, 0, d],
  index: [0, 2, 1, 0, 3, 2],
})

/** A ceiling with a long skylight and beams, over a room of half-size w × d. */
function skylightCeiling(world: World, w: number, d: number, height: number, wall: Rgb): void {
  const { solid } = world
  const day = byDayOf(world)
  const [sw, sd] = [3.2, 2.2]
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
  for (let i = -4; i <= 4; i++) box(solid, [i * 2.5, height - 0.3, 0], [0.24, 0.3, d * 2], { cell: 1.4, bottom: true })
  const top = height + 0.85
  solid.paint([0, 0, 0], {
    glow: day ? (_, __, z) => between([0.75, 0.92, 1.1], [0.5, 0.75, 1.1], saturate(z / 4 + 0.5)) : [0.03, 0.05, 0.14],
  })
  solid.quad([-sw, top, -sd], [sw, top, -sd], [sw, top, sd], [-sw, top, sd], 2, 2)
  solid.paint(rgb('#3a2f28'))
  for (let i = -2; i <= 2; i++) box(solid, [i * 1.28, top - 0.07, 0], [0.07, 0.07, sd * 2], { cell: 9, bottom: true })
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

export const hall: Layout = (sketch) => {
  const { wall, accent } = paintsOf(sketch)
  const [w, d, high] = [11, 8.5, 4.7]
  return {
    ...indoors(sketch),
    patches: () => rectangle(w, d),
    ground(texel, x, z) {
      boards(sketch, texel, x, z, BOARD_A, BOARD_B)
      rug(texel, x, z, Math.max(Math.abs(x) / 4.6, Math.abs(z) / 3.4))
    },
    spawn: [0, 7],
    landmark: [0, 2.2, 0],
    build(world) {
      panel(world, [-w, -d], [w, -d], high, between(accent, wall, 0.12), accent)
      panel(world, [-w, d], [-w, -d], high, wall, accent)
      panel(world, [w, -d], [w, d], high, wall, accent)
      panel(world, [w, d], [-w, d], high, wall, accent)
      skylightCeiling(world, w, d, high, wall)
      pictureSlot(world, 0, 2.3, -d + 0.02, 0, 3.4, 2.1)
      for (const side of [-1, 1]) {
        pictureSlot(world, side * 4.3, 2.2, -d + 0.02, 0, 1.5, 1.9)
        pictureSlot(world, side * 7.9, 2.2, -d + 0.02, 0, 2, 1.5)
      }
      for (const [z, width, height] of [
        [-5.2, 1.6, 1.6],
        [-1.6, 2.2, 1.6],
        [2.1, 1.5, 1.9],
        [5.6, 1.8, 1.4],
      ] as const) {
        pictureSlot(world, -w + 0.02, 2.2, z, PI / 2, width, height)
        pictureSlot(world, w - 0.02, 2.2, z, -PI / 2, width, height)
      }
      for (const x of [-6, 6]) pictureSlot(world, x, 2.2, d - 0.02, PI, 2, 1.5)
      spotAt(world, 0, d - 0.02, PI)
      for (const x of [-0.55, 0.55]) door(world, [x, 0, 0.05], 1.05, 2.5, accent)
      planterBench(world)
      ottoman(world, -6.6, 0, PI / 2, accent)
      ottoman(world, 6.6, 0, -PI / 2, accent)
      ottoman(world, 0, -4.9, PI, accent)
      for (const x of [-w + 0.9, w - 0.9]) for (const z of [-d + 0.9, d - 0.9]) pottedPlant(world, x, z)
      for (const x of [-6.2, 6.2]) for (const z of [-4.5, 4.5]) pendant(world, x, z, high, byDayOf(sketch))
      world.kept.push({ x: 0, z: 0, radius: 3 })
    },
    dress: () => {},
  }
}
