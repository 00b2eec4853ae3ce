import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { polygon } from '../../solid/field/outline.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const HEATER = [
  -0.68, 0.72, -0.34, 0.8, 0, 0.86, 0.34, 0.8, 0.68, 0.72, 0.68, 0.1, 0.5, -0.4, 0.25, -0.75, 0, -0.95, -0.25, -0.75, -0.5, -0.4, -0.68,
  0.1,
]
const OUTLINES: Record<string, Field2> = { heater: polygon(HEATER), round: (x, y) => length2(x, y) - 0.82 }
const CREAM = rgb('#efe2c0')
const BARE = rgb('#8f6a40')
const JOINT = [0.02, 0.01, 0.01] as const
const planks: Field = (x, y, z) => noise3(x * 5, y * 60, z) * 0.1
const dome = (x: number, y: number) => 0.22 * (1 - (x * x + y * y * 0.8))

/** A loop for the forearm and one for the hand behind the boards. */
const straps: Field = (x, y, z) => {
  const off = z - dome(x, y) + 0.035
  const band = (at: number, wide: number, high: number) =>
    max(abs(off + high * (1 - (x * x) / (LOOP * LOOP))) - 0.018, abs(y - at) - wide, abs(x) - LOOP)
  return min(band(0.24, 0.06, 0.13), band(-0.16, 0.035, 0.09)) * 0.8 - 0.004
}
/** Half width of a loop. */
const LOOP = 0.24

export const shield: Kind = {
  forms: ['heater', 'round'],
  round: true,
  build(bench) {
    const round = bench.form === 'round'
    const outline = OUTLINES[bench.form] ?? OUTLINES.heater!
    const field = bench.fabric
    const painted = finish(field, (s) => {
      // the boards are bare where the arm is
      if (s.nz < 0) paint(s, BARE)
      else paint(s, (round ? s.x > 0 !== s.y > 0 : s.x > 0) ? field : CREAM)
      dim(s, 0.75 + noise3(s.x * 3, s.y * 40, 1) * 0.3)
      const plank = s.x * 5.2 - floor(s.x * 5.2)
      tint(s, JOINT, smooth(0.04, 0.01, min(plank, 1 - plank)) * 0.7)
      s.coat = 0.15
      bump(s, 0.03, planks)
    })
    const face: Field = (x, y, z) => max(outline(x, y) + 0.05, abs(z - dome(x, y)) - 0.035) * 0.9
    bench.add('face', face, [0, 0, 0.1, 1.15], bench.whole ? bench.body() : painted)
    bench.add('rim', (x, y, z) => length2(outline(x, y) + 0.02, z - dome(x, y)) - 0.058, [0, 0, 0.1, 1.2], bench.body({ hammer: 0.08 }))
    bench.add(
      'boss',
      (x, y, z) => {
        const collar = max(abs(length2(x, y - 0.05) - 0.2) - 0.05, abs(z - 0.22) - 0.03)
        return smoothMin(ellipsoid(x, y - 0.05, z - 0.2, 0.2, 0.2, 0.16), collar, 0.03)
      },
      [0, 0.05, 0.25, 0.35],
      bench.body(),
    )
    const rivets: Field = round
      ? (x, y, z) => {
          const angle = floor(atan2(y, x) / (TAU / 10) + 0.5) * (TAU / 10)
          return length3(x - cos(angle) * 0.7, y - sin(angle) * 0.7, z - 0.145) - 0.035
        }
      : (x, y, z) =>
          min(
            length3(abs(x) - 0.55, y - 0.55, z - 0.14) - 0.04,
            length3(abs(x) - 0.53, y + 0.05, z - 0.19) - 0.04,
            length3(abs(x) - 0.28, y + 0.52, z - 0.17) - 0.04,
          )
    bench.add('rivets', rivets, [0, 0, 0.15, 0.95], bench.fitting())
    bench.add(
      'cross',
      (x, y, z) => {
        const inside = outline(x, y) + 0.02
        return max(min(max(abs(x) - 0.045, inside), max(abs(y - 0.05) - 0.045, inside)), abs(z - dome(x, y) - 0.025) - 0.025)
      },
      [0, 0, 0.15, 1.1],
      bench.body(),
    )
    bench.add('straps', straps, [0, 0.03, 0.08, 0.42], bench.hide(rgb('#4a2d1c')))
    bench.addGem(brilliantCut(0, 0.05, 0.335, 0.1, 0.1, 8, 'z'), [0, 0.05, 0.335, 0.16])
    return { yaw: -0.45, pitch: 0.06, half: 1.22, stands: round ? -0.86 : -0.98 }
  },
}
