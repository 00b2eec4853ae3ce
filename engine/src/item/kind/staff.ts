import { cos, sin } from '../../math/dmath.ts'
import { polar, union } from '../../solid/field/combine.ts'
import { brilliantCut, shardCut } from '../../solid/field/facets.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

export const staff: Kind = {
  forms: ['claw', 'crook', 'sceptre'],
  build(bench) {
    const { form } = bench
    const sway = form === 'sceptre' ? 0 : 0.025
    bench.add(
      'shaft',
      (x, y, z) => max(length2(x - sway * sin(y * 4), z - sway * cos(y * 3.1)) - 0.055 + 0.006 * sin(y * 23), abs(y + 0.35) - 0.75) * 0.9,
      [0, -0.35, 0, 0.82],
      form === 'sceptre' ? bench.body({ brush: 0.004 }) : bench.timber('#4a2e1a', '#8a5c36'),
    )
    bench.add(
      'collars',
      (x, y, z) => min(torus(x, y - 0.38, z, 0.06, 0.035), torus(x, y + 0.3, z, 0.058, 0.024), length3(x, y + 1.1, z) - 0.075),
      [0, -0.36, 0, 0.86],
      bench.fitting(),
    )
    if (form === 'crook') {
      const crook = sweep([
        [0, 0.36, 0, 0.06],
        [-0.06, 0.6, 0, 0.056],
        [0.02, 0.86, 0, 0.05],
        [0.24, 0.96, 0, 0.044],
        [0.4, 0.82, 0, 0.038],
        [0.34, 0.64, 0, 0.03],
        [0.22, 0.62, 0, 0.022],
      ])
      bench.add('crook', crook, [0.14, 0.66, 0, 0.5], bench.timber('#4a2e1a', '#8a5c36'))
      bench.addGem(brilliantCut(0.18, 0.78, 0, 0.12, 0.16, 8, 'z'), [0.18, 0.78, 0, 0.17])
    } else {
      const reach = form === 'claw' ? 0.24 : 0.17
      const tine = sweep([
        [0.03, 0.36, 0, 0.04],
        [reach, 0.52, 0, 0.036],
        [reach + 0.02, 0.72, 0, 0.028],
        [0.11, 0.88, 0, 0.014],
      ])
      bench.add('claw', union(polar(tine, form === 'claw' ? 4 : 6)), [0, 0.62, 0, 0.42], bench.fitting({ rough: 0.18 }))
      const planes = shardCut(
        { foot: [0, 0.44, 0], radius: 0.15, height: form === 'claw' ? 0.66 : 0.44, tip: 0.26, leanX: 0, leanZ: 0, sides: 6, twist: 0.3 },
        bench.random,
      )
      bench.addGem(planes, [0, 0.72, 0, 0.4], bench.accent, { dense: 5, ior: 1.6, glow: 0.1 })
    }
    bench.add(
      'wrap',
      (x, y, z) => max(length2(x, z) - 0.075 + 0.01 * sin(y * 60), abs(y + 0.02) - 0.14) * 0.8,
      [0, -0.02, 0, 0.2],
      bench.hide(rgb('#3c2a22')),
    )
    bench.addLamp({ at: [form === 'crook' ? 0.18 : 0, 0.75, 0.2], colour: bench.accent, strength: bench.glowing ? 0.5 : 0.12, falloff: 4 })
    return { roll: -0.62, yaw: 0.3, half: 1.1, aimY: -0.06, stands: null, thickness: 0.2 }
  },
}
