import { atan2, PI, sin, smooth } from '../../math/dmath.ts'
import { polar } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import { length2, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

export const ring: Kind = {
  forms: ['milled', 'plain', 'signet'],
  round: true,
  build(bench) {
    const milling = bench.form === 'milled' ? 0.006 : 0
    const polished = bench.jewel({ rough: 0.12, brush: 0.004 })
    const engraved = bench.inscribed(polished, (s, at) => {
      at.u = atan2(s.x, s.y + 0.18) * 6
      at.v = s.z * 7.5 + 0.5
      return abs(s.z) < 0.07 && s.y < 0.1
    })
    bench.add(
      'band',
      (x, y, z) => {
        const angle = abs(atan2(x, y + 0.18))
        const thick = 0.085 + 0.04 * smooth(1.2, 0, angle)
        const tube = length2(length2(x, y + 0.18) - 0.56, z * (0.62 + (0.2 * angle) / PI)) - thick
        return (tube + milling * sin(angle * 40) * smooth(0.05, 0, abs(abs(z) - 0.05))) * 0.8
      },
      [0, -0.18, 0, 0.78],
      engraved,
    )
    if (bench.form === 'signet') {
      bench.add('plate', (x, y, z) => max(length2(x, z) - 0.33, abs(y - 0.47) - 0.06) - 0.02, [0, 0.47, 0, 0.4], polished)
      bench.addGem(brilliantCut(0, 0.52, 0, 0.25, 0.16, 8), [0, 0.54, 0, 0.3])
      return { yaw: 0.55, pitch: 0.36, half: 1.04, aimY: -0.1, stands: -0.86 }
    }
    const claw = sweep(
      [
        [0.12, 0.36, 0, 0.04],
        [0.25, 0.46, 0, 0.04],
        [0.29, 0.6, 0, 0.034],
        [0.24, 0.7, 0, 0.03],
      ],
      4,
    )
    bench.add('claws', polar(claw, 6), [0, 0.5, 0, 0.5], bench.fitting({ rough: 0.12 }))
    bench.add('seat', (x, y, z) => torus(x, y - 0.44, z, 0.2, 0.045), [0, 0.44, 0, 0.3], bench.jewel({ rough: 0.12 }))
    bench.addGem(brilliantCut(0, 0.6, 0, 0.29, 0.36, 8), [0, 0.6, 0, 0.4])
    return { yaw: 0.55, pitch: 0.3, half: 1.08, aimY: 0.02, stands: -0.86 }
  },
}
