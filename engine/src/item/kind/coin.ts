import { atan2, cos, PI, sin } from '../../math/dmath.ts'
import { place, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { polygon } from '../../solid/field/outline.ts'
import { cylinder, length2 } from '../../solid/field/shapes.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** Half the height of a coin. */
const THICK = 0.055
/** Fillet between a coin and what is struck on it. */
const FILLET = 0.01
/** No device is wider than that. */
const DEVICE = 0.6
const GOLD = rgb('#f2bd4a')

/** Five-pointed star of outer radius 1 around the origin. */
const STAR = polygon(
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 1 : 0.42
    return [r * sin((i * PI) / 5), r * cos((i * PI) / 5)]
  }).flat(),
)

/** What is struck on a coin of radius 1. */
const DEVICES: Record<string, Field2> = {
  star: (x, z) => STAR(x / 0.55, z / 0.55) * 0.55,
  ring: (x, z) => min(abs(length2(x, z) - 0.45) - 0.06, length2(x, z) - 0.18),
  cross: (x, z) => min(max(abs(x) - 0.1, abs(z) - 0.55), max(abs(z) - 0.1, abs(x) - 0.55)),
}

/** A coin with a raised rim and device and a milled edge, its axis along y. */
const struck =
  (radius: number, device: Field2): Field =>
  (x, y, z) => {
    const r = length2(x, z)
    const above = abs(y) - THICK
    const milling = abs(r - radius) < 0.03 && above < 0.03 ? 0.004 * sin(atan2(z, x) * 60) : 0
    const flan = min(cylinder(x, y, z, radius, THICK, 0.02) - milling, max(abs(r - radius + 0.05) - 0.03, above - 0.018))
    // the device need not be asked where the disc that holds it is farther away than the coin
    if (max(above - 0.014, r - DEVICE * radius) > flan + FILLET) return flan * 0.85
    return smoothMin(flan, max(device(x / radius, z / radius) * radius, above - 0.014), FILLET) * 0.85
  }

export const coin: Kind = {
  forms: ['star', 'ring', 'cross'],
  round: true,
  build(bench) {
    const gold = bench.body({ rough: 0.22, brush: 0.004, hammer: 0.03 }, GOLD)
    const piece = struck(0.52, DEVICES[bench.form] ?? DEVICES.star!)
    const { random } = bench
    const pile = 7
    for (let i = 0; i < pile; i++) {
      const x = random.range(-0.05, 0.05)
      const z = random.range(-0.05, 0.05)
      const y = -0.7 + i * (THICK * 2 + 0.036)
      bench.add('stacked', place(piece, x, y, z, 0, i * 1.3, 0), [x, y, z, 0.56], gold)
    }
    const loose = [
      { x: 0.86, z: 0.2, turn: 0.4 },
      { x: -0.82, z: 0.34, turn: 1.1 },
      { x: 0.18, z: 0.9, turn: 2 },
    ]
    for (const { x, z, turn } of loose) bench.add('loose', place(piece, x, -0.7, z, 0, turn, 0), [x, -0.7, z, 0.56], gold)
    bench.add('leaning', place(piece, 0.66, -0.24, 0.06, 0.1, 0, 1.2), [0.66, -0.24, 0.06, 0.58], gold)
    return { yaw: 0.25, pitch: 0.42, half: 1.46, aimX: 0.03, aimY: -0.36, stands: -0.7 - THICK - 0.02 }
  },
}
