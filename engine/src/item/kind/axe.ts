import { atan2, sin } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, cylinder, length2 } from '../../solid/field/shapes.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** One bit of the axe on the side of positive x: a crescent between two circles, thin at its edge. */
const bit: Field = (x, y, z) => {
  const v = y - 0.5
  const crescent = max(length2(x - 0.02, v) - 0.62, 0.34 - length2(x - 0.16, abs(v) - 0.52), 0.03 - x)
  const thick = 0.11 * (1 - x / 0.66)
  return max(crescent, abs(z) - max(thick, 0.006)) * 0.8
}

export const axe: Kind = {
  forms: ['single', 'double'],
  build(bench) {
    const double = bench.form === 'double'
    const steel = bench.inscribed(bench.body({ hammer: 0.05, axis: 'x' }), (s, at) => {
      at.u = abs(s.x) * 9
      at.v = (s.y - 0.5) * 6 + 0.5
      return abs(s.x) > 0.14 && abs(s.x) < 0.44 && abs(s.y - 0.5) < 0.085
    })
    bench.add('bit', double ? (x, y, z) => bit(abs(x), y, z) : bit, [double ? 0 : 0.3, 0.5, 0, double ? 0.72 : 0.62], steel)
    bench.add(
      'socket',
      (x, y, z) => {
        const poll = box(x + 0.09, y - 0.5, z, 0.12, 0.13, 0.1, 0.03)
        const eye = box(x, y - 0.5, z, 0.11, 0.2, 0.12, 0.04)
        return double ? eye : smoothMin(eye, poll, 0.03)
      },
      [-0.03, 0.5, 0, 0.34],
      bench.fitting({ hammer: 0.06 }),
    )
    bench.add(
      'haft',
      (x, y, z) => max(length2(x - 0.02 * sin(y * 3), z * 1.15) - 0.058, abs(y + 0.06) - 0.86),
      [0, -0.06, 0, 0.9],
      bench.timber(),
    )
    bench.add(
      'wrap',
      (x, y, z) => max(length2(x - 0.02 * sin(y * 3), z * 1.15) - 0.072 + 0.011 * sin(y * 60 + atan2(z, x)), abs(y + 0.6) - 0.2) * 0.8,
      [0, -0.6, 0, 0.26],
      bench.hide(rgb('#5a3421')),
    )
    bench.add(
      'caps',
      (x, y, z) => min(cylinder(x, y + 0.92, z, 0.085, 0.06, 0.03), cylinder(x, y - 0.8, z, 0.072, 0.05, 0.02)),
      [0, -0.06, 0, 1],
      bench.fitting(),
    )
    bench.addGem(brilliantCut(0, 0.5, 0.125, 0.085, 0.08, 8, 'z'), [0, 0.5, 0.125, 0.13])
    return { roll: -0.6, yaw: 0.4, half: 1.12, aimX: 0.08, stands: null, thickness: 0.13 }
  },
}
