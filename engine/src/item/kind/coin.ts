import { atan2, sin } from '../../math/dmath.ts'
import { place, smoothMin } from '../field/combine.ts'
import type { Field } from '../field/field.ts'
import { polygon } from '../field/outline.ts'
import { cylinder, length2 } from '../field/shapes.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

const THICK = 0.055

/** Five-pointed star of outer radius 1 around the origin. */
const STAR = polygon(
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 1 : 0.42
    const a = (i * 3.141592653589793) / 5
    return [r * sin(a), r * sin(a + 1.5707963267948966)]
  }).flat(),
)

/** A coin with a raised rim and device, its axis along y. */
const struck =
  (radius: number, device: (x: number, z: number) => number): Field =>
  (x, y, z) => {
    const r = length2(x, z)
    const blank = cylinder(x, y, z, radius, THICK, 0.02) - 0.004 * sin(atan2(z, x) * 60) * (r > radius - 0.02 ? 1 : 0)
    const rim = max(abs(r - radius + 0.05) - 0.03, abs(y) - THICK - 0.018)
    const relief = max(device(x / radius, z / radius) * radius, abs(y) - THICK - 0.014)
    return smoothMin(min(blank, rim), relief, 0.01) * 0.85
  }

const DEVICES: Record<string, (x: number, z: number) => number> = {
  star: (x, z) => STAR(x / 0.55, z / 0.55) * 0.55,
  ring: (x, z) => min(abs(length2(x, z) - 0.45) - 0.06, length2(x, z) - 0.18),
  cross: (x, z) => min(max(abs(x) - 0.1, abs(z) - 0.55), max(abs(z) - 0.1, abs(x) - 0.55)),
}

export const coin: Kind = {
  forms: ['star', 'ring', 'cross'],
  build(bench) {
    const gold = bench.gilded || bench.main ? bench.fitting({ rough: 0.22, brush: 0.004, hammer: 0.03 }) : bench.fitting()
    const blank = struck(0.52, DEVICES[bench.form] ?? DEVICES.star!)
    const { random } = bench
    const heap = 7
    for (let i = 0; i < heap; i++) {
      const x = random.range(-0.05, 0.05)
      const z = random.range(-0.05, 0.05)
      const y = -0.7 + i * (THICK * 2 + 0.012)
      bench.add('stacked', place(blank, x, y, z, 0, i * 1.3, 0), [x, y, z, 0.56], gold)
    }
    for (const [x, z, turn] of [
      [0.86, 0.2, 0.4],
      [-0.82, 0.34, 1.1],
      [0.18, 0.82, 2],
    ] as const)
      bench.add('loose', place(blank, x, -0.7, z, 0, turn, 0), [x, -0.7, z, 0.56], gold)
    bench.add('leaning', place(blank, 0.57, -0.3, 0.28, 0.3, -0.4, 1.12), [0.57, -0.3, 0.28, 0.6], gold)
    return { yaw: 0.25, pitch: 0.42, half: 1.16, aimY: -0.42, stands: -0.7 - THICK - 0.02 }
  },
}
