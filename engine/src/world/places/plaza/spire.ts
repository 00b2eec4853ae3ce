import { cos, PI, saturate, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { createModel } from '../../../model/model.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { type NeonPair, neon, neonSign, skyline, towerBlock, traffic, WHITE } from '../../kit/city.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { set, setBetween, shade, shine } from '../../texel.ts'
import type { Draft, Layout, World } from '../../world.ts'
import { far, glowStrength, kiosk, LAWN_A, LAWN_B, PLATE_A, PLATE_B, pairOf, planter, ridges } from './site.ts'

const RING_A = rgb('#c9ced6')

const RING_B = rgb('#8f98a8')

/** The spire on its basin, with rings that turn above it. */
function spireLandmark(world: World, x: number, z: number, [a, b]: NeonPair): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [5.2, 0],
      [5.2, 0.42],
      [4.7, 0.45],
      [4.6, 0.2],
      [0, 0.2],
    ],
    32,
  )
  solid.paint(rgb('#3fa0b8'), { glow: neon(world, [0.05, 0.35, 0.45]) })
  lathe(
    solid,
    0,
    0,
    [
      [4.62, 0.33],
      [0, 0.34],
    ],
    24,
  )
  solid.paint((_, y) => between(WHITE, rgb('#b9c4d8'), saturate(y / 14)), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [2.1, 0.2],
      [1.3, 0.9],
      [0.8, 3],
      [0.75, 5],
      [1.25, 7.2],
      [1.1, 8.2],
      [0.5, 10],
      [0.16, 14.5],
      [0, 17],
    ],
    16,
  )
  solid.paint([0.1, 0.1, 0.1], { glow: neon(world, a, 1.6) })
  lathe(
    solid,
    0,
    0,
    [
      [1.26, 7],
      [1.36, 7.2],
      [1.36, 7.5],
      [1.22, 7.7],
    ],
    16,
  )
  lathe(
    solid,
    0,
    0,
    [
      [0.86, 3],
      [0.86, 3.15],
      [0.8, 3.2],
    ],
    16,
  )
  solid.paint(WHITE)
  round(3, 1, 0.5, (c, s) =>
    tube(
      solid,
      Array.from({ length: 7 }, (_, k): Vec3 => [c * (4.4 - 0.1 * k * k), 0.3 + 1.067 * k, s * (4.4 - 0.1 * k * k)]),
      0.28,
      0.12,
      6,
    ),
  )
  spot.post([0, 0, 0], 5.2, 3)
  spot.keep(7)
  spot.light([0, 8, 0], neon(world, a, 2.2), 22, { always: true, fall: 0.02, shaded: false })
  for (const [radius, y, period, light] of [
    [2.6, 9.6, 12, a],
    [3.4, 10.6, -18, b],
  ] as const) {
    const form = createModel()
    form.paint([0.05, 0.05, 0.05], { glow: neon(world, light, 1.5).map((v) => Math.max(v, 0.12)) as unknown as Rgb, vary: 0 })
    for (let part = 0; part < 3; part++)
      tube(
        form,
        Array.from({ length: 10 }, (_, i): Vec3 => {
          const angle = (TAU * (part + (i / 9) * 0.78)) / 3
          return [cos(angle) * radius, 0, sin(angle) * radius]
        }),
        0.09,
        0.09,
      )
    world.moving.push({ name: `halo_${Math.abs(period)}`, form, at: [x, y, z], axis: 'y', yaw: 0, period })
  }
}

export const spire: Layout = (sketch) => {
  const pair = pairOf(sketch)
  const on = glowStrength(sketch)
  const circles = [
    { radius: 16.9, light: times(pair[1], on) },
    { radius: 7.2, light: times(pair[0], on) },
  ]
  const ground: Draft['ground'] = (texel, x, z, _h, _s, land) => {
    const size = 1.5
    const [iu, iv] = [Math.floor(x / size), Math.floor(z / size)]
    const [fu, fv] = [x / size - iu, z / size - iv]
    const id = hash3(iu, iv, 0)
    const d = distance(0, -6, x, z)
    const p = land.pathAt(x, z)
    setBetween(texel, PLATE_A, PLATE_B, id * 0.8)
    if (d < 17) {
      const ring = Math.floor(d / 2.1)
      set(texel, ring % 2 ? RING_A : RING_B)
      if (d / 2.1 - ring < 0.03) shade(texel, 0.5)
    } else if (p < 0) setBetween(texel, RING_B, PLATE_B, id)
    if (d >= 17 && Math.min(fu, 1 - fu, fv, 1 - fv) < 0.025) shade(texel, 0.6)
    shade(texel, 0.9 + 0.12 * sketch.noise(x * 0.6, z * 0.6) + 0.05 * hash3(Math.floor(x * 9), Math.floor(z * 9), 1))
    if (d > 17 && Math.abs(p) < 0.09) shine(texel, times(pair[0], on), smooth(0.09, 0.04, Math.abs(p)))
    for (const { radius, light } of circles) if (Math.abs(d - radius) < 0.12) shine(texel, light, smooth(0.12, 0.05, Math.abs(d - radius)))
    if (Math.abs(Math.abs(x) - 14.8) < 5 && Math.abs(Math.abs(z + 6) - 14) < 4.2 && d > 17.5) {
      setBetween(texel, LAWN_A, LAWN_B, sketch.noise(x, z))
      shade(texel, 0.8 + 0.3 * sketch.noise(x * 3, z * 3))
    }
  }
  return {
    height: () => 0,
    paths: [
      {
        points: [
          [0, 36],
          [0, -36],
        ],
        width: 7,
      },
      {
        points: [
          [-36, -6],
          [36, -6],
        ],
        width: 7,
      },
    ],
    ground,
    farGround: () => far,
    ridges,
    spawn: [0, 26],
    landmark: [0, 9, -6],
    build(world) {
      const random = world.streams('build')
      spireLandmark(world, 0, -6, pair)
      world.points.push({ name: 'spire', x: 0, z: 1 })
      for (const [radius, y, period, cars] of [
        [19, 13, 35, 4],
        [23, 15, -48, 4],
        [28, 19, 53, 4],
        [15.5, 9.2, -31, 3],
      ] as const)
        traffic(world, [0, y, -6], radius, period, cars, random)
      for (const [x, z, form] of [
        [-21, 12, 0],
        [21, 12, 1],
        [-22, -25, 1],
        [22, -25, 0],
        [-10.5, -30, 0],
        [10.5, -30, 2],
        [-30, 2, 2],
        [30, 2, 0],
        [-29, 24, 1],
        [29, 24, 2],
        [-30, -15, 0],
        [30, -14, 1],
      ] as const) {
        const size: Vec3 = [random.range(8, 10), random.range(20, 46), random.range(8, 10)]
        towerBlock(world, x, z, size, random.chance(0.35) ? (form + 1) % 3 : form, pair, random)
      }
      skyline(world, pair, random)
      neonSign(world, [-16.1, 6, 12], PI / 2, 2.4, 7, [pair[1], pair[0]])
      neonSign(world, [16.1, 5, 12], -PI / 2, 2.4, 6, pair)
      neonSign(world, [-10.5, 9, -25.3], 0, 3, 8, pair)
      neonSign(world, [10.5, 8, -25.3], 0, 2.4, 7, [pair[1], pair[0]])
      round(8, 13.2, 0.3927, (x, z, _, i) => planter(world, x, z - 6, pair[i % 2 ? 0 : 1], i % 2 === 1, world.streams(`planter ${i}`)))
      round(6, 9.4, 0.5236, (x, z) => bench(world, x, z - 6, yawTo(-x, -z), rgb('#d8dde6')))
      const light: Rgb = [pair[0][0] * 0.9 + 0.9, pair[0][1] * 0.9 + 0.9, pair[0][2] * 0.9 + 0.9]
      for (const z of [12, 20, 28])
        for (const side of [-4.4, 4.4]) lamp(world, side, z, { height: 4, pole: WHITE, colour: light, range: 11 })
      for (const x of [-15, 15]) lamp(world, x, -1.6, { height: 4, pole: WHITE, colour: [1.6, 1.6, 1.8] })
      kiosk(world, -9.5, 15, 0.7, pair[1])
      kiosk(world, 9.5, 15, -0.7, pair[0])
      world.points.push({ name: 'west kiosk', x: -8, z: 17 }, { name: 'east kiosk', x: 8, z: 17 }, { name: 'north gate', x: 0, z: -24 })
    },
    dress: () => {},
  }
}
