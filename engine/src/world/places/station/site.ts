import { cos, PI, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { createModel } from '../../../model/model.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { DARK, WHITE } from '../../kit/city.ts'
import { broadleaf } from '../../kit/plants.ts'
import { type Spot, spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'

export const HALF = 34

export const CYAN: Rgb = [0.2, 1.5, 1.9]

export const AMBER: Rgb = [2, 1.1, 0.3]

export const [PLATE_A, PLATE_B, LANE] = [rgb('#c2c8d0'), rgb('#a9b0ba'), rgb('#6f7885')]

export const HULL = rgb('#d8dde3')

/** A planet in the sky: a lit disc with bands, its night side towards the lower left. */
export function planet(world: World, direction: Vec3, radius: number, colours: readonly [Rgb, Rgb, Rgb]): void {
  const length = Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2])
  const at = (k: number): Vec3 => [(direction[0] / length) * k, (direction[1] / length) * k, (direction[2] / length) * k]
  const [cx, cy, cz] = at(255)
  const { far, look } = world
  far.at(0, 0, 0)
  far.paint([0, 0, 0], {
    glow(x, y, z) {
      const [nx, ny, nz] = [(x - cx) / radius, (y - cy) / radius, (z - cz) / radius]
      const facing = nx * look.sun[0] * 0.8 + ny * 0.7 + nz * look.sun[2] * 0.2
      const day = smooth(-0.25, 0.75, facing)
      const band = world.fractal(ny * 3.4 + 20, nx * 1.2 + nz + 9, 3)
      return times(
        between(between(colours[0], colours[1], smooth(0.35, 0.6, band)), colours[2], smooth(0.62, 0.75, band)),
        0.05 + 1.05 * day,
      )
    },
  })
  lathe(
    far,
    cx,
    cz,
    Array.from({ length: 15 }, (_, i) => {
      const a = -PI / 2 + (PI * i) / 14
      return [cos(a) * radius, cy + sin(a) * radius] as const
    }),
    28,
  )
}

/** A desk with screens, facing +z. */
export function consoleDesk(world: World, x: number, z: number, yaw: number, light: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  box(solid, [0, 0, 0], [2.4, 0.85, 0.7], { taper: 0.92 })
  solid.paint(DARK)
  box(solid, [0, 0.85, -0.1], [2.3, 0.1, 0.6])
  for (const k of [-0.75, 0, 0.75]) {
    solid.paint([0.03, 0.05, 0.06], { glow: times(light, 0.55 + 0.25 * hash3(Math.floor(x * 3), Math.floor(k * 9), 0)) })
    box(solid, [k, 0.98, -0.22], [0.66, 0.5, 0.06], { cell: 9 })
  }
  spot.block([0, 0, 0], [2.4, 1.4, 0.8])
  spot.light([0, 1.4, 0.9], times(light, 0.7), 5, { always: true, shaded: false })
  spot.keep(1.4)
}

/** A table with a turning image of light. */
export function hologram(world: World, x: number, z: number, light: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [1.5, 0],
      [1.2, 0.3],
      [1.1, 0.8],
      [1.5, 0.95],
      [1.3, 1],
      [0, 0.92],
    ],
    20,
  )
  solid.paint([0.05, 0.05, 0.05], { glow: times(light, 0.9) })
  lathe(
    solid,
    0,
    0,
    [
      [1.28, 1.01],
      [1.1, 1.03],
      [0.9, 1.01],
    ],
    20,
  )
  const form = createModel()
  form.paint([0.02, 0.04, 0.05], { glow: times(light, 0.55) })
  blob(form, [0, 0, 0], [0.6, 0.6, 0.6], { rough: 0.04, flat: true })
  for (const [r, y] of [
    [1, 0.15],
    [1.15, -0.1],
  ] as const)
    tube(
      form,
      Array.from({ length: 17 }, (_, i): Vec3 => [cos((TAU * i) / 16) * r, y * sin((TAU * i) / 16), sin((TAU * i) / 16) * r]),
      0.025,
      0.025,
      4,
    )
  world.moving.push({ name: 'hologram', form, at: [x, spot.y + 2, z], axis: 'y', yaw: 0, period: 20 })
  spot.post([0, 0, 0], 1.5, 1.6)
  spot.light([0, 2, 0], times(light, 1.6), 11, { always: true, shaded: false })
  spot.keep(2)
}

/** Ribs of a dome with thin panes of light between, over a round floor. */
export function dome(world: World, spot: Spot, radius: number, height: number, ribs: number, door: number | null): void {
  const { solid } = world
  spot.use()
  const at = (a: number, t: number): Vec3 => [
    cos(a) * radius * cos((t * PI) / 2),
    height * sin((t * PI) / 2),
    sin(a) * radius * cos((t * PI) / 2),
  ]
  for (let i = 0; i < ribs; i++) {
    const a = (TAU * i) / ribs
    solid.paint(HULL, { vary: 0.02 })
    tube(
      solid,
      Array.from({ length: 8 }, (_, k) => at(a, k / 7)),
      0.16,
      0.1,
      5,
    )
    const next = (TAU * (i + 1)) / ribs
    if (door !== null && i === door) continue
    solid.paint(rgb('#b8c0c8'), { vary: 0.03 })
    solid.quad([at(a, 0)[0], -0.3, at(a, 0)[2]], [at(next, 0)[0], -0.3, at(next, 0)[2]], at(next, 0.16), at(a, 0.16), 2, 1)
    const middle = (a + next) / 2
    const wide = 2 * radius * sin(PI / ribs)
    spot.block([cos(middle) * radius * 0.97, -0.3, sin(middle) * radius * 0.97], [wide, height * 0.6, 0.3], -middle + PI / 2)
  }
  solid.paint(HULL)
  for (const t of [0.16, 0.5, 0.8])
    tube(
      solid,
      Array.from({ length: ribs + 1 }, (_, i) => at((TAU * i) / ribs, t)),
      0.07,
      0.07,
      4,
    )
  glass(world, spot, at, ribs, door)
}

/** The panes themselves, see-through. */
function glass(world: World, spot: Spot, at: (a: number, t: number) => Vec3, ribs: number, door: number | null): void {
  const { water, look } = world
  water.at(spot.x, spot.y, spot.z, spot.yaw)
  water.paint(between([0.5, 0.75, 0.85], look.horizon, 0.2), { alpha: 0.13, vary: 0 })
  for (let i = 0; i < ribs; i++)
    for (let k = 1; k < 6; k++) {
      if (i === door && k < 3) continue
      const [a, b] = [(TAU * i) / ribs, (TAU * (i + 1)) / ribs]
      water.quad(at(a, k / 6), at(b, k / 6), at(b, (k + 1) / 6), at(a, (k + 1) / 6))
    }
}

export function planterTree(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  world.solid.paint(WHITE, { vary: 0.02 })
  lathe(
    world.solid,
    0,
    0,
    [
      [1.1, 0],
      [1.2, 0.5],
      [0.9, 0.5],
      [0, 0.42],
    ],
    14,
  )
  broadleaf(world, x, z, 0.8, rgb('#6fb05a'), world.streams(`planter ${x}`), 3)
  spot.post([0, 0, 0], 1.2, 0.6)
  spot.keep(1.5)
}
