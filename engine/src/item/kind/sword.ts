import { atan2, sin } from '../../math/dmath.ts'
import { mirrorX, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

/** Half width of a blade at height y. */
const WIDTHS: Record<string, (y: number) => number> = {
  straight: (y) => 0.13 * (1 - (0.18 * (y + 0.3)) / 1.35),
  leaf: (y) => 0.17 * (1 - 0.25 * sin(((y + 0.3) / 1.35) * 3.1)),
  wavy: (y) => 0.12 + 0.012 * sin(y * 16),
}

function blade(width: (y: number) => number): Field {
  return (x, y, z) => {
    const w = width(y)
    const edge = y > 0.82 ? (w * (1.08 - y)) / 0.26 : w
    const ax = abs(x)
    const thick = 0.042 * (1 - (ax / max(edge, 0.001)) * 0.92)
    const body = max((ax - edge) * 0.95, (abs(z) - max(thick, 0.002)) * 0.9)
    const fuller = max(ax - 0.034, 0.026 - abs(z), y - 0.55)
    return max(body, -fuller, y - 1.08, -y - 0.36) * 0.9
  }
}

export const sword: Kind = {
  forms: ['straight', 'leaf', 'wavy'],
  build(bench) {
    const steel = bench.body({ axis: 'y', brush: 0.016 })
    const etched = bench.inscribed(steel, (s, at) => {
      at.u = s.x * 22 + 0.5
      at.v = s.y * 10
      return abs(s.x) < 0.022 && s.y < 0.5 && s.y > -0.25
    })
    bench.add('blade', blade(WIDTHS[bench.form] ?? WIDTHS.straight!), [0, 0.36, 0, 0.78], etched)
    const arm = sweep([
      [0, -0.36, 0, 0.075],
      [0.16, -0.35, 0, 0.058],
      [0.3, bench.form === 'leaf' ? -0.34 : -0.3, 0, 0.048],
      [0.37, bench.form === 'leaf' ? -0.36 : -0.24, 0, 0.06],
    ])
    bench.add('guard', mirrorX(arm), [0, -0.33, 0, 0.5], bench.fitting())
    bench.add(
      'grip',
      (x, y, z) => max(length2(x, z) - 0.056 + 0.009 * sin(y * 70 + atan2(z, x)), abs(y + 0.58) - 0.2) * 0.8,
      [0, -0.58, 0, 0.24],
      bench.hide(rgb('#4a2a1c')),
    )
    bench.add(
      'pommel',
      (x, y, z) => smoothMin(length3(x, y + 0.83, z) - 0.082, torus(x, y + 0.76, z, 0.05, 0.022), 0.02),
      [0, -0.82, 0, 0.14],
      bench.fitting(),
    )
    bench.addGem(brilliantCut(0, -0.36, 0.075, 0.055, 0.05, 6, 'z'), [0, -0.36, 0.075, 0.09])
    return { roll: -0.72, yaw: 0.42, half: 1, stands: null, thickness: 0.09 }
  },
}
