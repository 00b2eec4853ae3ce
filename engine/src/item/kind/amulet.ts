import { atan2, cos, PI, sin } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max } = Math

export const amulet: Kind = {
  forms: ['knobbed', 'plain'],
  round: true,
  build(bench) {
    const path = sweep([
      [-0.08, 0.36, 0, 0.02],
      [-0.5, 0.62, 0, 0.02],
      [-0.62, 0.95, 0, 0.02],
      [0, 1.16, 0, 0.02],
      [0.62, 0.95, 0, 0.02],
      [0.5, 0.62, 0, 0.02],
      [0.08, 0.36, 0, 0.02],
    ])
    bench.add(
      'chain',
      (x, y, z) => {
        const d = path(x, y, z)
        return d > 0.08 ? d : (d - 0.014 * sin(x * 46 + y * 46) - 0.006) * 0.7
      },
      [0, 0.75, 0, 0.95],
      bench.jewel(),
    )
    const plate = bench.inscribed(bench.jewel({ rough: 0.16 }), (s, at) => {
      const r = length2(s.x, s.y + 0.2)
      at.u = atan2(s.y + 0.2, s.x) * 4.2
      at.v = (r - 0.4) * 12 + 0.5
      return abs(r - 0.4) < 0.045 && s.nz > 0.5
    })
    const knobs = bench.form === 'knobbed'
    bench.add(
      'disc',
      (x, y, z) => {
        const r = length2(x, y + 0.2)
        let d = smoothMin(max(r - 0.52, abs(z) - 0.06) - 0.02, length2(r - 0.53, z) - 0.055, 0.02)
        d = max(d, -max(abs(r - 0.4) - 0.05, 0.04 - z))
        if (!knobs) return d
        const angle = (floor(atan2(y + 0.2, x) / (PI / 4) + 0.5) * PI) / 4
        return smoothMin(d, length3(x - cos(angle) * 0.62, y + 0.2 - sin(angle) * 0.62, z) - 0.06, 0.03)
      },
      [0, -0.2, 0, 0.75],
      plate,
    )
    bench.add('bail', (x, y, z) => length2(length2(x, y - 0.42) - 0.09, z) - 0.03, [0, 0.42, 0, 0.15], bench.fitting())
    bench.add(
      'bezel',
      (x, y, z) => length2(length2(x, y + 0.2) - 0.27, z - 0.06) - 0.045,
      [0, -0.2, 0.06, 0.35],
      bench.fitting({ rough: 0.12 }),
    )
    bench.addGem(brilliantCut(0, -0.2, 0.11, 0.26, 0.24, 8, 'z'), [0, -0.2, 0.11, 0.35])
    return { yaw: 0.3, pitch: 0.08, half: 1.2, aimY: 0.16, stands: null, thickness: 0.09 }
  },
}
