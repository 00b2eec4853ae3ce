import { atan2, sin } from '../../math/dmath.ts'
import { mirrorX } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

/** Distance of the blade's middle line from x = 0 at height y. */
const BENDS: Record<string, (y: number) => number> = { straight: () => 0, curved: (y) => 0.14 * (y + 0.1) * (y + 0.1) }

const blade =
  (bend: (y: number) => number): Field =>
  (x, y, z) => {
    const ax = abs(x - bend(y))
    const edge = 0.15 * (1 - ((y + 0.1) / 1.05) * ((y + 0.1) / 1.05))
    const thick = 0.045 * (1 - (ax / max(edge, 0.001)) * 0.92)
    return max((ax - edge) * 0.85, (abs(z) - max(thick, 0.002)) * 0.9, y - 0.95, -y - 0.14) * 0.85
  }

export const dagger: Kind = {
  forms: ['straight', 'curved'],
  build(bench) {
    const steel = bench.inscribed(bench.body({ brush: 0.012 }), (s, at) => {
      at.u = s.x * 16 + 0.5
      at.v = s.y * 8
      return abs(s.x) < 0.03 && s.y > 0 && s.y < 0.6
    })
    bench.add('blade', blade(BENDS[bench.form] ?? BENDS.straight!), [0.03, 0.4, 0, 0.62], steel)
    const arm = sweep([
      [0, -0.16, 0, 0.085],
      [0.16, -0.14, 0, 0.062],
      [0.27, -0.06, 0, 0.05],
      [0.29, 0.02, 0, 0.062],
    ])
    bench.add('guard', mirrorX(arm), [0, -0.1, 0, 0.42], bench.fitting())
    bench.add(
      'grip',
      (x, y, z) =>
        max(length2(x, z) - 0.075 + 0.012 * sin(y * 56 + atan2(z, x)) + 0.1 * (y + 0.42) * (y + 0.42), abs(y + 0.42) - 0.24) * 0.8,
      [0, -0.42, 0, 0.3],
      bench.hide(rgb('#3a2a3c')),
    )
    bench.add('pommel', (x, y, z) => length3(x, (y + 0.71) * 1.15, z) - 0.11, [0, -0.71, 0, 0.14], bench.fitting())
    bench.addGem(brilliantCut(0, -0.15, 0.085, 0.075, 0.07, 8, 'z'), [0, -0.15, 0.085, 0.11])
    return { roll: -0.72, yaw: 0.42, half: 0.92, aimY: 0.08, stands: null, thickness: 0.1 }
  },
}
