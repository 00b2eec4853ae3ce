import { PI } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { blend, set, setBetween, type Texel } from '../../texel.ts'
import type { Draft, Sketch, World } from '../../world.ts'

export const TRIM = rgb('#6f4a2e')

const [RUG_RIM, RUG_BAND, RUG_A, RUG_B] = [rgb('#e3d3b3'), rgb('#7a2f33'), rgb('#a8483f'), rgb('#93393a')]

const [RUG_STAR, RUG_LINE] = [rgb('#dca878'), rgb('#5e2228')]

/** Colours of a gallery's walls: the seed picks, the plan's accent overrules. */
export const paintsOf = (sketch: Sketch) => {
  const random = sketch.streams('paints')
  const wall = rgb(random.pick(['#efe6d6', '#dfe3dc', '#e9dccb']))
  return { wall, accent: sketch.accent(rgb(random.pick(['#2f4f4a', '#3f4a66', '#6b3f3a']))) }
}

/** A stretch of wall between two places, wainscot below, open to light from its left side. */
export function panel(
  world: World,
  from: readonly [number, number],
  to: readonly [number, number],
  height: number,
  wall: Rgb,
  accent: Rgb,
): void {
  const { solid } = world
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const columns = Math.ceil(length / 0.42)
  const at = ([x, z]: readonly [number, number], y: number): Vec3 => [x, y, z]
  solid.at(0, 0, 0)
  solid.paint(between(accent, wall, 0.06), { vary: 0 })
  solid.quad(at(from, 0), at(to, 0), at(to, 0.94), at(from, 0.94), columns, 2)
  solid.paint(wall, { vary: 0 })
  solid.quad(at(from, 0.95), at(to, 0.95), at(to, height), at(from, height), columns, 9)
  const spot = spotAt(world, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, yawTo(dx, dz) - PI / 2)
  solid.paint(TRIM, { vary: 0 })
  for (const [y, high, deep] of [
    [0, 0.18, 0.12],
    [0.92, 0.07, 0.12],
    [height - 0.2, 0.2, 0.22],
  ] as const)
    box(solid, [0, y, 0], [length, high, deep], { cell: 3 })
  spot.block([0, 0, 0], [length, height, 0.4])
}

/** A flat pattern on the floor: a rug with stars, `u` and `v` running 0..1 to its rim. */
export function rug(texel: Texel, x: number, z: number, q: number): void {
  if (q >= 1) return
  if (q > 0.94) set(texel, RUG_RIM)
  else if (q > 0.88) set(texel, RUG_BAND)
  else {
    setBetween(texel, RUG_A, RUG_B, hash3(Math.floor(x * 24), Math.floor(z * 24), 0))
    const [u, v] = [x * 1.1 + 40, z * 1.1 + 40]
    const star = Math.abs(u - Math.floor(u) - 0.5) + Math.abs(v - Math.floor(v) - 0.5)
    if (star < 0.2) blend(texel, RUG_STAR, 0.75)
    else if (star < 0.27) blend(texel, RUG_LINE, 0.7)
  }
}

/** A cushioned bench without a back. */
export function ottoman(world: World, x: number, z: number, yaw: number, colour: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(colour)
  box(solid, [0, 0.28, 0], [2.3, 0.2, 0.8], { taper: 0.97, cell: 0.6 })
  solid.paint(TRIM)
  for (const side of [-0.95, 0.95]) for (const k of [-0.28, 0.28]) box(solid, [side, 0, k], [0.08, 0.28, 0.08])
  spot.block([0, 0, 0], [2.3, 0.5, 0.8])
  for (const side of [-0.6, 0.6]) spot.seat(side, 0.5, 0, PI)
}

/** A brass lamp on a cord from the ceiling. */
export function pendant(world: World, x: number, z: number, ceiling: number, byDay: boolean): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint([0.05, 0.05, 0.05])
  tube(
    solid,
    [
      [0, ceiling, 0],
      [0, 3.5, 0],
    ],
    0.02,
    0.02,
    4,
  )
  solid.paint(rgb('#c99a4a'))
  lathe(
    solid,
    0,
    0,
    [
      [0.42, 3.15],
      [0.3, 3.4],
      [0.08, 3.55],
    ],
    14,
  )
  solid.paint([0.3, 0.2, 0.1], { glow: [2.4, 1.7, 0.8] })
  blob(solid, [0, 3.2, 0], [0.16, 0.16, 0.16], { rough: 0 })
  spot.light([0, 3, 0], byDay ? [0.5, 0.38, 0.24] : [1.5, 1.05, 0.55], 8, { always: true, fall: 0.05, shaded: false })
}

export const byDayOf = ({ look }: Sketch) => look.sunlight[0] > 1

export const indoors = (sketch: Sketch) =>
  ({
    height: () => 0,
    interior: true,
    lowest: -1,
    leastLight: (byDayOf(sketch) ? [0.12, 0.115, 0.11] : [0.15, 0.12, 0.095]) as Rgb,
  }) satisfies Partial<Draft>
