import { atan2, smooth } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const WIDE = 0.86
const DEEP = 0.55
/** Gap between two planks: 0.014 deep where the plank coordinate crosses a half. */
const plankGap = (q: number) => 0.014 * smooth(0.44, 0.5, abs(q - floor(q) - 0.5))

export const chest: Kind = {
  forms: ['domed', 'flat'],
  build(bench) {
    const domed = bench.form === 'domed'
    const planks = bench.timber('#5f3a1e', '#96623a', 'x')
    const lid = (x: number, y: number, z: number, swell: number) =>
      domed
        ? smoothMax(max(length2(y - 0.06, z * 0.95) - 0.5 - swell, abs(x) - WIDE), 0.06 - swell - y, 0.02)
        : box(x, y - 0.2, z, WIDE, 0.16 + swell, DEEP + swell, 0.04)
    bench.add('box', (x, y, z) => box(x, y + 0.35, z, WIDE, 0.38, DEEP, 0.03) + plankGap(y * 5.2), [0, -0.35, 0, 1.12], planks)
    bench.add('lid', (x, y, z) => lid(x, y, z, 0) + plankGap(domed ? atan2(y - 0.06, z) * 2.3 : z * 4.4), [0, 0.25, 0, 1.05], planks)
    bench.add(
      'straps',
      (x, y, z) => max(abs(abs(x) - 0.6) - 0.07, min(box(x, y + 0.35, z, WIDE + 0.05, 0.4, DEEP + 0.03, 0.03), lid(x, y, z, 0.03))),
      [0, -0.05, 0, 1.1],
      bench.body({ hammer: 0.1 }),
    )
    bench.add(
      'edges',
      (x, y, z) =>
        max(
          box(x, y + 0.35, z, WIDE + 0.035, 0.41, DEEP + 0.035, 0.03),
          min(abs(y - 0.02) - 0.055, abs(y + 0.71) - 0.055, max(abs(abs(x) - WIDE) - 0.08, abs(abs(z) - DEEP) - 0.08)),
        ),
      [0, -0.35, 0, 1.2],
      bench.body({ hammer: 0.1 }),
    )
    bench.add(
      'lock',
      (x, y, z) => {
        const plate = box(x, y, z - DEEP - 0.06, 0.15, 0.19, 0.05, 0.04)
        const hole = min(length2(x, y - 0.02) - 0.035, max(abs(x) - 0.016 - max(0, -y) * 0.1, abs(y + 0.06) - 0.07))
        return max(plate, -max(hole, DEEP + 0.06 - z))
      },
      [0, 0, DEEP + 0.06, 0.3],
      bench.fitting(),
    )
    bench.add(
      'rivets',
      (x, y, z) => {
        const row = y + 0.3 - floor((y + 0.3) / 0.22 + 0.5) * 0.22
        return max(length3(abs(abs(x) - 0.6), row, z - DEEP - 0.045) - 0.032, abs(y + 0.35) - 0.36)
      },
      [0, -0.35, DEEP + 0.04, 0.9],
      bench.fitting(),
    )
    if (bench.glowing) bench.addLamp({ at: [0, 0.1, 0.9], colour: bench.accent, strength: 0.4, falloff: 3 })
    return { yaw: 0.55, pitch: 0.26, half: 1.24, aimY: -0.1, stands: -0.75 }
  },
}
