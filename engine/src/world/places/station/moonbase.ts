import { cos, PI, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { DARK } from '../../kit/city.ts'
import { pebble, sprinkle } from '../../kit/growths.ts'
import { bush, rock } from '../../kit/plants.ts'
import { rover } from '../../props/camp.ts'
import { monuments } from '../../props/monuments.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { set, setBetween, shade, shine } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { AMBER, CYAN, consoleDesk, dome, HALF, HULL, hologram, LANE, planet, planterTree } from './site.ts'

const FAR = rgb('#8a867f')

const [DUST_A, DUST_B, DUST_C] = [rgb('#a5a19a'), rgb('#87837d'), rgb('#6f6b66')]

export const moonbase: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const craters = Array.from({ length: 9 }, () => ({
    x: random.range(-32, 32),
    z: random.range(-32, 22),
    radius: random.range(2.5, 6.5),
  })).filter(({ x, z }) => Math.abs(x) > 12 || Math.abs(z) > 26)
  const domes = [
    { x: 0, z: -10, radius: 7.5, yaw: PI / 2 },
    { x: -side * 15, z: -3, radius: 5, yaw: 0 },
    { x: side * 14, z: -14, radius: 4.6, yaw: 0 },
  ]
  const pad = { x: side * 16, z: 7 }
  return {
    height(x, z) {
      const n = sketch.fractal(x * 0.05 + 4, z * 0.05, 3)
      let h = (n - 0.5) * 2.4 + smooth(0.6, 1.2, edgeOf(HALF, x, z)) * n * 7
      for (const crater of craters) {
        const d = distance(crater.x, crater.z, x, z) / crater.radius
        if (d < 1.6) h += d < 1 ? -1.4 * (1 - d * d) + 0.5 * d * d : 0.5 * smooth(1.6, 1, d)
      }
      return h
    },
    sites: [
      ...domes.map(({ x, z, radius }) => ({ x, z, radius: radius + 1.6, y: 0.2, fall: 5 })),
      { x: pad.x, z: pad.z, radius: 6, y: 0.2, fall: 4 },
    ],
    paths: [
      {
        points: [
          [0, 32],
          [random.range(-2, 2), 20],
          [0, 8],
          [0, -2],
        ],
        width: 2.4,
      },
      {
        points: [
          [0, 6],
          [-side * 7, 3],
          [-side * 13, 0],
        ],
        width: 1.8,
      },
      {
        points: [
          [0, 8],
          [side * 8, 7],
          [pad.x - side * 3, pad.z],
        ],
        width: 2,
      },
      {
        points: [
          [side * 2, 0],
          [side * 10, -6],
          [side * 13, -10],
        ],
        width: 1.8,
      },
    ],
    ground(texel, x, z, _h, steepness, land) {
      setBetween(texel, DUST_A, DUST_B, sketch.noise(x * 0.2, z * 0.2))
      shade(texel, 0.82 + 0.2 * sketch.noise(x * 1.7, z * 1.7) + 0.14 * hash3(Math.floor(x * 11), Math.floor(z * 11), 0))
      if (steepness > 0.05) setBetween(texel, DUST_B, DUST_C, smooth(0.05, 0.2, steepness))
      const p = land.pathAt(x, z)
      if (p < 0.6 && Math.abs(p + 0.5) < 0.22) shade(texel, 0.68 + 0.2 * (Math.floor(z * 5 + x * 3) % 2))
      const d = distance(pad.x, pad.z, x, z)
      if (d < 5.4) {
        set(texel, LANE)
        if (
          Math.abs(d - 4.8) < 0.18 ||
          (d < 3 && Math.abs(Math.abs(x - pad.x) - 1.1) < 0.2) ||
          (d < 3 && Math.abs(z - pad.z) < 0.2 && Math.abs(x - pad.x) < 1.1)
        )
          shine(texel, AMBER, 0.7)
      }
    },
    farGround: () => FAR,
    ridges: [
      { radius: 210, y: -8, height: 70, detail: 2.2, seed: 31, sharp: true, colour: rgb('#9a958e'), haze: 0 },
      { radius: 130, y: -8, height: 26, detail: 3, seed: 8, colour: rgb('#7a766f'), haze: 0 },
    ],
    spawn: [0, 25],
    landmark: [0, 4, -10],
    build(world) {
      planet(world, [-side * 0.55, 0.42, -1], 30, [rgb('#2f6fb0'), rgb('#f2f6fa'), rgb('#4a8a58')])
      for (const [i, { x, z, radius }] of domes.entries()) habitat(world, x, z, radius, yawTo(0 - x, 24 - z), i)
      world.points.push(
        { name: 'main dome', x: 0, z: -10 },
        { name: 'garden dome', x: -side * 15, z: -3 },
        { name: 'laboratory', x: side * 14, z: -14 },
      )
      monuments.rocket.build(world, pad.x, pad.z, 0)
      world.kept.push({ x: pad.x, z: pad.z, radius: 5.5 })
      world.points.push({ name: 'landing pad', x: pad.x - side * 3.4, z: pad.z })
      rover(world, -side * 5, 13, 0.6)
      world.kept.push({ x: -side * 5, z: 13, radius: 2.2 })
      for (let i = 0; i < 5; i++) solarPanel(world, -side * (12 + i * 3.4), 12.5)
      mast(world, side * 7.5, -3)
      for (const [x, z] of [
        [2.2, 17],
        [-2.2, 11],
        [2.4, 3],
        [-side * 8, 4.4],
        [side * 9, 8.8],
      ] as const)
        marker(world, x, z)
    },
    dress(world) {
      scatter(world, { name: 'rocks', count: 60, radius: 0.8 }, (x, z, r) =>
        rock(world, x, z, r.range(0.3, 1.8), r, between(DUST_A, DUST_C, r.next())),
      )
      sprinkle(world, 'grit', pebble(rgb('#7a766f')), 260)
    },
  }
}

/** A dome one can enter by a lock that faces +z, furnished by its number. */
function habitat(world: World, x: number, z: number, radius: number, yaw: number, i: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(rgb('#8d939d'), { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [radius + 0.5, -0.5],
      [radius + 0.4, 0.14],
      [0, 0.16],
    ],
    24,
    { flat: true },
  )
  spot.disc('dome floor', 0, 0, radius + 0.4, 0.16)
  const ribs = 12
  dome(world, spotAt(world, x, z, yaw + PI / ribs, spot.y + 0.14), radius, radius * 0.72, ribs, 3)
  spot.use()
  solid.paint(HULL, { vary: 0.03 })
  for (const side of [-1.25, 1.25]) {
    box(solid, [side, -0.2, radius], [0.3, 2.7, 2.2])
    spot.block([side, -0.2, radius], [0.3, 2.7, 2.2])
  }
  box(solid, [0, 2.4, radius], [2.8, 0.3, 2.3], { bottom: true })
  solid.paint([0.05, 0.05, 0.05], { glow: i === 1 ? [0.4, 2, 0.6] : CYAN })
  box(solid, [0, 2.5, radius + 1.14], [2, 0.14, 0.06], { cell: 9 })
  spot.light([0, radius * 0.5, 0], [1, 0.96, 0.84], radius * 1.7, { always: true, fall: 0.03, shaded: false })
  spot.light([0, 2, radius + 1.8], [1.6, 1.9, 2.2], 7, { always: true, shaded: false })
  spot.keep(radius + 1.5)
  if (i === 1) {
    for (const [dx, dz] of [
      [-2.2, -1.6],
      [2.2, -1.6],
      [0, -3],
    ] as const) {
      const [px, pz] = spot.world(dx, dz)
      planterTree(world, px, pz)
    }
    for (let k = 0; k < 5; k++) {
      const [px, pz] = spot.world(cos(k * 1.3) * 3.4, -1 + sin(k * 1.3) * 2)
      bush(world, px, pz, 0.6, rgb('#5fae4a'), world.streams(`dome bush ${k}`))
    }
    return
  }
  const [hx, hz] = spot.world(0, -1.4)
  if (i === 0) hologram(world, hx, hz, world.accent(CYAN))
  for (const side of [-1, 1]) {
    const [cx, cz] = spot.world(side * radius * 0.58, -radius * 0.35)
    consoleDesk(world, cx, cz, yaw - side * 1.1, side > 0 ? AMBER : CYAN)
  }
}

function solarPanel(world: World, x: number, z: number): void {
  if (Math.abs(x) > HALF - 3) return
  const spot = spotAt(world, x, z, 0)
  const { solid } = world
  solid.paint(DARK)
  tube(
    solid,
    [
      [0, 0, 0],
      [0, 1.3, 0],
    ],
    0.08,
    0.08,
    5,
  )
  solid.paint((px, _, pz) => ((Math.floor(px * 2.4 + 10) + Math.floor(pz * 2.4 + 10)) % 2 ? rgb('#24406f') : rgb('#2f528a')), {
    glow: [0.01, 0.02, 0.05],
    vary: 0.02,
  })
  solid.quad([-1.4, 0.9, 1], [1.4, 0.9, 1], [1.4, 1.9, -0.9], [-1.4, 1.9, -0.9], 6, 5)
  solid.paint(HULL)
  tube(
    solid,
    [
      [-1.45, 0.88, 1.02],
      [1.45, 0.88, 1.02],
      [1.45, 1.9, -0.92],
      [-1.45, 1.9, -0.92],
      [-1.45, 0.88, 1.02],
    ],
    0.05,
    0.05,
    4,
  )
  spot.block([0, 0, 0], [2.6, 1.6, 1.2])
  spot.keep(1.7)
}

function mast(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(HULL)
  for (let i = 0; i < 3; i++)
    tube(
      solid,
      [
        [cos((TAU * i) / 3) * 0.9, 0, sin((TAU * i) / 3) * 0.9],
        [0, 8, 0],
      ],
      0.07,
      0.05,
      4,
    )
  for (const y of [2, 4, 6])
    tube(
      solid,
      Array.from({ length: 4 }, (_, i): Vec3 => [cos((TAU * i) / 3) * 0.9 * (1 - y / 8), y, sin((TAU * i) / 3) * 0.9 * (1 - y / 8)]),
      0.04,
      0.04,
      4,
    )
  lathe(
    solid,
    0,
    0,
    [
      [0.1, 7.4],
      [0.9, 7.9],
      [1.5, 8.7],
      [0.85, 8],
      [0, 7.7],
    ],
    14,
  )
  solid.paint([0.1, 0, 0], { glow: [2.6, 0.3, 0.2] })
  blob(solid, [0, 9.2, 0], [0.16, 0.16, 0.16], { detail: 0, rough: 0 })
  spot.post([0, 0, 0], 1, 7)
  spot.keep(1.4)
}

/** A low light beside a way. */
function marker(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(DARK)
  box(solid, [0, -0.1, 0], [0.3, 0.8, 0.3], { taper: 0.7 })
  solid.paint([0.05, 0.05, 0.05], { glow: AMBER })
  box(solid, [0, 0.7, 0], [0.24, 0.18, 0.24], { taper: 0.8 })
  spot.light([0, 1.1, 0], times(AMBER, 1.2), 7, { always: true, shaded: false })
  spot.post([0, 0, 0], 0.2, 0.9)
}
