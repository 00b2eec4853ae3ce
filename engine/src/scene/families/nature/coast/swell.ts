import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { fbm2, gradient2, value2 } from '../../../noise.ts'

type Train = { readonly dx: number; readonly dz: number; readonly k: number; readonly phase: number; readonly height: number }

/** Height of the sea at x, z. */
export type Swell = (x: number, z: number) => number

/** Wave trains of many lengths running one way; `heading` in radians, `force` 0 calm to 1 storm. */
export function createSwell(random: Prng, heading: number, force: number): Swell {
  const trains: Train[] = []
  for (let i = 0; i < 9; i++) {
    const a = random.range(-0.7, 0.7) + heading
    const q = random.next()
    const length = 11 + 46 * q * random.next() + (i < 3 ? 22 : 0)
    trains.push({
      dx: sin(a),
      dz: cos(a),
      k: TAU / length,
      phase: random.next() * 6.28,
      height: length * 0.022 * (i < 3 ? 1.5 : 1) * force,
    })
  }
  const chop = 0.25 + 0.25 * force
  return (x, z) => {
    const wx = x + gradient2(x * 0.02, z * 0.02) * 9
    const wz = z + gradient2(x * 0.02 + 40, z * 0.02) * 9
    let h = 0
    for (const t of trains) {
      const q = sin((wx * t.dx + wz * t.dz) * t.k + t.phase)
      const crest = 1.03 - Math.sqrt(q * q + 0.006)
      h += (crest * crest * 1.5 - 0.5) * t.height * 0.95
    }
    return h * (0.75 + 0.5 * value2(x * 0.01, z * 0.01)) + fbm2(x * 0.2, z * 0.2, 3) * chop
  }
}

/** Lower waves near the eye and far away, where the mesh could not carry them. */
export const calmed = (z: number) => (0.6 + 0.4 * smooth(0, 40, z)) * (0.3 + 0.7 * smooth(700, 140, z))
