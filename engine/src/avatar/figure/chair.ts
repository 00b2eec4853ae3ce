import { cos, PI, sin } from '../../math/dmath.ts'
import { mirrorX } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, length2 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Traits } from '../traits.ts'
import type { Frame } from './frame.ts'
import type { Seat } from './motion.ts'
import type { FigurePart } from './piece.ts'
import { rigid } from './weights.ts'

const { abs, max, min } = Math

/** How far behind a standing user the hips rest when seated. */
const BACK = 1.5
/** Height of the feet over the floor when seated. */
const REST = 0.3

/** Where a seated body's hips are from where they stand. */
export function seatOf({ hip, knee, floor }: Frame): NonNullable<Seat> {
  const thigh = floor + REST + (knee - floor)
  return [0, thigh - hip.y + 0.02, -BACK]
}

/** A wheelchair behind one who stands, so placed that its seat is where the seated motion puts the hips. */
export function wheelchair({ trim }: Traits, frame: Frame): FigurePart[] {
  const { hip, hips, knee, floor, leg, z: middle } = frame
  const seat = floor + REST + (knee - floor)
  const y0 = seat - leg[0] - 0.08
  const z0 = middle - BACK
  const wide = hips + 0.18
  const thigh = hip.y - knee
  const steel = metal(rgb('#c9ced6'), { rough: 0.2, wear: 0.05, brush: 0 })
  const hide = leather(trim)
  const rubber = plain(rgb('#2b2d33'), { rough: 0.7 })
  const wheel = 0.78
  const hub = floor + wheel + 0.05
  const at = wide + 0.16
  const circle = (r: number, tube: number, x: number): Field => (px, y, z) => length2(length2(y - hub, z - z0 + 0.05) - r, abs(px) - x) - tube
  const spokes: Field = (px, y, z) => {
    let d = 9
    for (let i = 0; i < 8; i++) {
      const a = (PI * i) / 8
      const [c, s] = [cos(a) * (wheel - 0.03), sin(a) * (wheel - 0.03)]
      d = min(d, capsule(abs(px), y, z, at, hub - s, z0 - 0.05 - c, at, hub + s, z0 - 0.05 + c, 0.016, 0.016))
    }
    return min(d, capsule(abs(px), y, z, at - 0.08, hub, z0 - 0.05, at + 0.07, hub, z0 - 0.05, 0.07, 0.06))
  }
  const frameTube = mirrorX((x, y, z) =>
    min(
      post(x, y, z),
      arm(x, y, z),
      leg1(x, y, z),
      capsule(x, y, z, wide - 0.04, y0 - 0.05, z0 - 0.45, wide - 0.04, hub, z0 - 0.05, 0.04, 0.04),
      capsule(x, y, z, 0, y0 - 0.12, z0 + 0.1, wide, y0 - 0.12, z0 + 0.1, 0.035, 0.035),
      capsule(x, y, z, wide - 0.04, hub, z0 - 0.05, at, hub, z0 - 0.05, 0.045, 0.045),
    ),
  )
  const post = sweep(
    [
      [wide, y0 - 0.05, z0 - 0.48, 0.045],
      [wide, y0 + 1.2, z0 - 0.5, 0.045],
      [wide, y0 + 1.32, z0 - 0.6, 0.045],
      [wide, y0 + 1.34, z0 - 0.78, 0.045],
    ],
    4,
  )
  const arm = sweep(
    [
      [wide, y0 + 0.62, z0 - 0.48, 0.04],
      [wide, y0 + 0.62, z0 + 0.3, 0.04],
      [wide, y0 + 0.5, z0 + 0.42, 0.04],
      [wide, y0 - 0.02, z0 + 0.45, 0.04],
    ],
    4,
  )
  const leg1 = sweep(
    [
      [wide - 0.04, y0 - 0.05, z0 - 0.45, 0.045],
      [wide - 0.04, y0 - 0.05, z0 + thigh * 0.82, 0.045],
      [wide - 0.1, y0 - 0.3, z0 + thigh + 0.12, 0.042],
      [wide - 0.16, floor + 0.24, z0 + thigh + 0.3, 0.04],
    ],
    4,
  )
  const whole = [0, floor + 1.3, z0 + 0.1, 2.3] as const
  const part = (name: string, field: Field, material: FigurePart['material'], triangles: number, bound: FigurePart['bound'] = whole): FigurePart => ({
    name,
    field,
    bound,
    material,
    triangles,
    binding: rigid('hips'),
  })
  return [
    part('seat', (x, y, z) => box(x, y - y0, z - z0 - 0.1, wide - 0.04, 0.075, 0.52, 0.06), hide, 240),
    part('backrest', (x, y, z) => box(x, y - y0 - 0.66, z - z0 + 0.46, wide - 0.03, 0.56, 0.055, 0.05), hide, 260),
    part('frame', frameTube, steel, 2400),
    part('grips', (x, y, z) => capsule(abs(x), y, z, wide, y0 + 1.34, z0 - 0.7, wide, y0 + 1.33, z0 - 0.98, 0.07, 0.075), rubber, 320),
    part('arm rests', (x, y, z) => box(abs(x) - wide, y - y0 - 0.68, z - z0 + 0.05, 0.08, 0.045, 0.36, 0.04), hide, 320),
    part('tyres', circle(wheel, 0.062, at), rubber, 1300),
    part('rims', circle(wheel - 0.1, 0.024, at + 0.09), steel, 900),
    part('spokes', spokes, steel, 1500),
    part('castors', (x, y, z) => length2(length2(y - floor - 0.2, z - z0 - thigh * 0.82) - 0.14, abs(x) - wide + 0.04) - 0.058, rubber, 500),
    part('castor forks', (x, y, z) => capsule(abs(x), y, z, wide - 0.04, floor + 0.2, z0 + thigh * 0.82, wide - 0.04, y0 - 0.06, z0 + thigh * 0.72, 0.04, 0.04), steel, 240),
    part('foot plates', (x, y, z) => max(box(abs(x) - hip.x - 0.02, y - floor - 0.2, z - z0 - thigh - 0.28, 0.2, 0.03, 0.3, 0.03), -9), steel, 300),
  ]
}
