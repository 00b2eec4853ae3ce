import { atan2, sin } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import { box, cylinder, length2 } from '../../solid/field/shapes.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

export const hammer: Kind = {
  forms: ['war', 'maul'],
  build(bench) {
    const long = bench.form === 'maul' ? 0.38 : 0.46
    const tall = bench.form === 'maul' ? 0.3 : 0.24
    const stone = bench.inscribed(bench.body({ hammer: 0.12, axis: 'x' }), (s, at) => {
      at.u = s.x * 8
      at.v = (s.y - 0.55) * 4.6 + 0.5
      return abs(s.x) < 0.28 && abs(s.y - 0.55) < 0.11 && abs(s.nz) > 0.6
    })
    bench.add(
      'head',
      (x, y, z) => {
        const block = box(x, y - 0.55, z, long, tall, 0.24, 0.04)
        const faces = box(abs(x) - long + 0.02, y - 0.55, z, 0.08, tall + 0.05, 0.29, 0.05)
        return max(smoothMin(block, faces, 0.02), abs(y - 0.55) + abs(z) - tall - 0.22)
      },
      [0, 0.55, 0, 0.72],
      stone,
    )
    bench.add(
      'bands',
      (x, y, z) => max(box(abs(x) - long + 0.16, y - 0.55, z, 0.032, tall + 0.022, 0.262, 0.02), abs(y - 0.55) + abs(z) - tall - 0.24),
      [0, 0.55, 0, 0.55],
      bench.fitting(),
    )
    bench.add(
      'haft',
      (x, y, z) => max(length2(x, z * 1.15) - 0.06 + 0.006 * sin(y * 5), abs(y + 0.1) - 0.85),
      [0, -0.1, 0, 0.87],
      bench.timber(),
    )
    bench.add(
      'wrap',
      (x, y, z) => max(length2(x, z * 1.15) - 0.074 + 0.011 * sin(y * 60 + atan2(z, x)), abs(y + 0.62) - 0.22) * 0.8,
      [0, -0.62, 0, 0.26],
      bench.hide(rgb('#5a3421')),
    )
    bench.add(
      'caps',
      (x, y, z) => min(cylinder(x, y + 0.95, z, 0.085, 0.06, 0.03), cylinder(x, y - 0.55 - tall - 0.03, z, 0.075, 0.05, 0.02)),
      [0, -0.06, 0, 1.08],
      bench.fitting(),
    )
    bench.addGem(brilliantCut(0, 0.55, 0.245, 0.1, 0.09, 8, 'z'), [0, 0.55, 0.245, 0.15])
    return { roll: -0.6, yaw: 0.5, half: 1.2, aimY: -0.02, stands: null, thickness: 0.3 }
  },
}
