import { sin } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'
import { stringMesh } from '../shape/strings.ts'

const { abs, max, min } = Math

const LIMBS: Record<string, readonly (readonly [number, number, number, number])[]> = {
  recurve: [
    [0, 1, 0, 0.022],
    [-0.03, 0.93, 0, 0.03],
    [0.1, 0.78, 0, 0.04],
    [0.28, 0.5, 0, 0.052],
    [0.33, 0.22, 0, 0.058],
    [0.26, 0, 0, 0.062],
  ],
  long: [
    [0, 1, 0, 0.024],
    [0.08, 0.86, 0, 0.032],
    [0.2, 0.58, 0, 0.044],
    [0.27, 0.28, 0, 0.054],
    [0.28, 0, 0, 0.06],
  ],
}

/** Both halves of the string, drawn by an arrow. */
const STRING = [1, -1].map((side) => [0, side, 0, -0.1, 0, 0] as const)

export const bow: Kind = {
  forms: ['recurve', 'long'],
  build(bench) {
    const limb = sweep(LIMBS[bench.form] ?? LIMBS.recurve!, 5)
    const both: Field = (x, y, z) => limb(x, abs(y), z * 0.8)
    bench.add('limbs', both, [0.12, 0, 0, 1.08], bench.timber('#6b3b1e', '#b0713a'))
    bench.add(
      'grip',
      (x, y, z) => max(length2(x - 0.262 - y * y * 0.9, z) - 0.074 + 0.01 * sin(y * 70), abs(y) - 0.15) * 0.8,
      [0.26, 0, 0, 0.2],
      bench.hide(rgb('#3c241a')),
    )
    bench.add(
      'tips',
      (x, y, z) => min(length3(x, abs(y) - 1, z) - 0.042, torus(x - 0.285, abs(y) - 0.17, z, 0.06, 0.018)),
      [0.1, 0, 0, 1.06],
      bench.fitting(),
    )
    bench.add('inlay', (x, y, z) => max(both(x, y, z) - 0.008, abs(abs(abs(y) - 0.5) - 0.1) - 0.018), [0.25, 0, 0, 0.75], bench.fitting())
    bench.add(
      'string',
      (x, y, z) => capsule(x, abs(y), z, 0, 1, 0, -0.1, 0, 0, 0.0075, 0.0075),
      [-0.05, 0, 0, 1.05],
      bench.glowing ? glow(bench.accent, 1.8) : plain(rgb('#efe6d2'), { rough: 0.8 }),
      stringMesh(STRING, 0.0075),
    )
    bench.add(
      'shaft',
      (x, y, z) => length2(y, z) + max(0, abs(x - 0.15) - 0.68) - 0.014,
      [0.15, 0, 0, 0.75],
      bench.timber('#b98a52', '#dcb680', 'x'),
    )
    bench.add(
      'point',
      (x, y, z) => max(abs(y) - (0.98 - x) * 0.42, abs(z) - (0.98 - x) * 0.18, 0.8 - x) * 0.85,
      [0.88, 0, 0, 0.15],
      bench.body(),
    )
    bench.add(
      'feathers',
      (x, y, z) => {
        const a = abs(y)
        const t = (x + 0.52) / 0.2
        return max(abs(z) - 0.007, a - 0.075 + 0.04 * t * (t > 0 ? t : 0), abs(x + 0.4 + a * 0.8) - 0.12)
      },
      [-0.42, 0, 0, 0.22],
      cloth(bench.accent),
    )
    return { roll: -0.5, yaw: 0.3, half: 1.18, aimX: 0.08, stands: null, thickness: 0.09 }
  },
}
