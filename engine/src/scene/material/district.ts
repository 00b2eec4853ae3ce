import { mix, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { value2, valueFbm2 } from '../noise.ts'
import type { Hit } from './hit.ts'
import { pulse } from './pulse.ts'

const { floor, min } = Math

/** Metres between streets. */
const BLOCK = 70

/** Streets from above: lanes of headlights and tail lights. x, z in blocks, f the pixel's width in blocks. */
function traffic(hit: Hit, x: number, z: number, fx: number, fz: number, alongX: number, alongZ: number): void {
  const { night } = hit.frame
  const lanesX =
    pulse(z * 6 + hash3(floor(x), 1, 1) + 2 * value2(z * 2, x), 0.16, min(4, fx * 12)) * pulse(x * 12 - 0.3, 0.22, min(3, fx * 12))
  const lanesZ =
    pulse(x * 6 + hash3(floor(z), 2, 1) + 2 * value2(x * 2, z), 0.16, min(4, fx * 6)) * pulse(z * 12 - 0.3, 0.22, min(3, fz * 12))
  const glow = (alongX + alongZ) * 0.05 * night
  const white = lanesX * alongX * night * 3.4
  const red = lanesZ * alongZ * night * 3.4
  hit.er = glow + white + red * 0.9
  hit.eg = glow * 0.5 + white * 0.75 + red * 0.16
  hit.eb = glow * 0.25 + white * 0.45 + red * 0.08
}

/** The ground between far buildings: lots, parks, streets, and their lights at night. */
export function shadeDistrict(hit: Hit): void {
  const { night, surfaces, snowCover, drift } = hit.frame
  const x = (hit.px * 0.94 + hit.pz * 0.34) / BLOCK
  const z = (hit.pz * 0.94 - hit.px * 0.34) / BLOCK
  const f = hit.fw / BLOCK
  const fx = min(1, f * 2)
  const fz = min(1, f * 4)
  const lot = (hash3(floor(x * 3), floor(z * 3), 7) - 0.5) * smooth(0.5, 0.1, f * 3)
  const k = 0.05 + 0.05 * valueFbm2(hit.px * 0.02, hit.pz * 0.02, 3) + lot * 0.06
  hit.ar = k * 1.04
  hit.ag = k * 1.02
  hit.ab = k
  if (surfaces.district?.parks) {
    const park = smooth(0.53, 0.6, valueFbm2(hit.px * 0.006 + 3 + drift, hit.pz * 0.006, 2))
    const blades = 0.8 + 0.4 * value2(hit.px * 0.3, hit.pz * 0.3)
    hit.ar = mix(hit.ar, 0.07 * blades, park)
    hit.ag = mix(hit.ag, 0.13 * blades, park)
    hit.ab = mix(hit.ab, 0.04 * blades, park)
  }
  if (snowCover) {
    const snow = 0.75
    hit.ar = mix(hit.ar, 0.72, snow)
    hit.ag = mix(hit.ag, 0.75, snow)
    hit.ab = mix(hit.ab, 0.8, snow)
  }
  const alongX = pulse(x, 0.12, fx)
  const alongZ = pulse(z, 0.12, fz)
  const road = min(1, alongX + alongZ)
  const line = pulse(x - 0.056, 0.008, fx) + pulse(z - 0.056, 0.008, fz)
  hit.ar = mix(hit.ar, 0.032, road) + line * 0.16
  hit.ag = mix(hit.ag, 0.033, road) + line * 0.16
  hit.ab = mix(hit.ab, 0.036, road) + line * 0.14
  if (night > 0) traffic(hit, x, z, fx, fz, alongX, alongZ)
}
