import { atan2, sin } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, cylinder, length2, torus } from '../../solid/field/shapes.ts'
import { cloth } from '../../solid/material/organic.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min, sqrt } = Math

const HEADS: Record<string, Field> = {
  leaf: (x, y, z) => {
    const t = (y - 0.5) / 0.62
    const width = t <= 0 || t >= 1 ? 0 : 0.34 * sqrt(t) * (1 - t)
    const ax = abs(x)
    const thick = 0.05 * (1 - (ax / max(width, 0.001)) * 0.9)
    return max((ax - width) * 0.7, (abs(z) - max(thick, 0.002)) * 0.9, 0.5 - y, y - 1.12) * 0.85
  },
  trident: (x, y, z) => {
    const ax = abs(x)
    const middle = capsule(x, y, z, 0, 0.5, 0, 0, 1.12, 0, 0.05, 0.006)
    const side = capsule(ax, y, z, 0.24, 0.68, 0, 0.27, 1.04, 0, 0.045, 0.006)
    const yoke = capsule(ax, y, z, 0, 0.5, 0, 0.24, 0.68, 0, 0.055, 0.045)
    return min(middle, side, yoke)
  },
}

export const spear: Kind = {
  forms: ['leaf', 'trident'],
  build(bench) {
    bench.add('head', HEADS[bench.form] ?? HEADS.leaf!, [0, 0.8, 0, 0.46], bench.body({ brush: 0.01 }))
    bench.add(
      'socket',
      (x, y, z) => min(max(length2(x, z) - 0.075 + (y - 0.4) * 0.12, abs(y - 0.42) - 0.14), torus(x, y - 0.3, z, 0.07, 0.024)),
      [0, 0.42, 0, 0.22],
      bench.fitting(),
    )
    bench.add('shaft', (x, y, z) => max(length2(x, z) - 0.046, abs(y + 0.35) - 0.8), [0, -0.35, 0, 0.82], bench.timber())
    bench.add(
      'wrap',
      (x, y, z) => max(length2(x, z) - 0.06 + 0.009 * sin(y * 66 + atan2(z, x)), abs(y + 0.4) - 0.16) * 0.8,
      [0, -0.4, 0, 0.2],
      cloth(bench.accent),
    )
    bench.add(
      'foot',
      (x, y, z) => cylinder(x, y + 1.12, z, 0.062 - (y + 1.12) * -0.12, 0.09, 0.02) * 0.9,
      [0, -1.12, 0, 0.14],
      bench.fitting(),
    )
    return { roll: -0.66, yaw: 0.3, half: 1.1, stands: null, thickness: 0.08 }
  },
}
