import { cos, PI, sin, TAU } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { DARK } from '../../kit/city.ts'
import { bush } from '../../kit/plants.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { World } from '../../world.ts'
import { AMBER, CYAN, consoleDesk, dome, HALF, HULL, hologram, planterTree } from './site.ts'

/** A dome one can enter by a lock that faces +z, furnished by its number. */
export function habitat(world: World, x: number, z: number, radius: number, tall: number, yaw: number, i: number): void {
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
  dome(world, spotAt(world, x, z, yaw + PI / ribs, spot.y + 0.14), radius, radius * tall, ribs, 3)
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

type Place = { readonly x: number; readonly z: number; readonly radius: number }

/** A closed tube with rings round it from one dome to another. */
export function passage(world: World, a: Place, b: Place): void {
  const d = distance(a.x, a.z, b.x, b.z)
  const [ux, uz] = [(b.x - a.x) / d, (b.z - a.z) / d]
  const [from, to] = [a.radius - 0.2, d - b.radius + 0.2]
  const spot = spotAt(world, a.x + (ux * (from + to)) / 2, a.z + (uz * (from + to)) / 2, yawTo(ux, uz))
  const { solid } = world
  const length = to - from
  spot.use()
  solid.paint(HULL, { vary: 0.03 })
  tube(
    solid,
    [
      [0, 1, -length / 2],
      [0, 1, length / 2],
    ],
    1.3,
    1.3,
    10,
  )
  const rings = Math.max(2, Math.round(length / 2.4))
  for (let k = 0; k <= rings; k++) {
    const lz = (k / rings - 0.5) * length
    solid.paint(k % 2 ? DARK : rgb('#8d939d'))
    tube(
      solid,
      [
        [0, 1, lz - 0.18],
        [0, 1, lz + 0.18],
      ],
      1.48,
      1.48,
      10,
    )
  }
  spot.block([0, -0.4, 0], [2.6, 2.8, length])
}

/** A panel on a post that leans towards the sun. */
export function solarPanel(world: World, x: number, z: number): void {
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

/** A mast on three legs with a dish. */
export function mast(world: World, x: number, z: number): void {
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
export function marker(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(DARK)
  box(solid, [0, -0.1, 0], [0.3, 0.8, 0.3], { taper: 0.7 })
  solid.paint([0.05, 0.05, 0.05], { glow: AMBER })
  box(solid, [0, 0.7, 0], [0.24, 0.18, 0.24], { taper: 0.8 })
  spot.light([0, 1.1, 0], times(AMBER, 1.2), 7, { always: true, shaded: false })
  spot.post([0, 0, 0], 0.2, 0.9)
}
