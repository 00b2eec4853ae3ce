import { mix, saturate, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { fbm2, gradient2, value2 } from '../noise.ts'
import type { Hit } from './hit.ts'
import { mirror } from './mirror.ts'
import type { StreetSurface } from './surfaces.ts'

const { abs, floor, max, min, sqrt } = Math

/** Rings of drops a metre. */
const RINGS = 1.6

/** How much white paint lies here: middle line, dashed lanes, edge lines. */
function paintAt(hit: Hit, { middle, edge }: StreetSurface): number {
  const side = abs(hit.px - middle)
  const soft = hit.fw * 1.2 + 0.02
  const line = (distance: number) => saturate(1 - max(0, abs(distance) - 0.14) / soft)
  const dash = hit.pz / 9 - floor(hit.pz / 9) < 0.45 ? 1 : 0
  const paint = min(1, line(side - edge) + line(side) * 0.9 + dash * line(side - edge * 0.5))
  return paint * smooth(160, 40, hit.dist) * (0.5 + 0.5 * value2(hit.px * 3, hit.pz * 3))
}

/** Puddles and a wet film: the mirrored street, rippled by rain. */
function wetten(hit: Hit, { wet, raining }: StreetSurface, fine: number, broad: number): void {
  const puddle = smooth(-0.12, 0.16, broad + wet * 0.32 - 0.18 + fine * 0.12)
  const far = smooth(10, 140, hit.dist)
  const ripple = mix(0.011, 0.0016, puddle) * (1 - 0.6 * far)
  let ox = gradient2(hit.px * 2.1, hit.pz * 1.1) * ripple + gradient2(hit.px * 7, hit.pz * 7) * ripple * 0.5
  let oy = gradient2(hit.px * 2.1 + 50, hit.pz * 1.1) * ripple * 2.2
  if (raining) {
    const cx = floor(hit.px * RINGS)
    const cz = floor(hit.pz * RINGS)
    const rx = (cx + 0.2 + 0.6 * hash3(cx, cz, 1)) / RINGS - hit.px
    const rz = (cz + 0.2 + 0.6 * hash3(cx, cz, 2)) / RINGS - hit.pz
    const d = sqrt(rx * rx + rz * rz)
    const age = hash3(cx, cz, 3) * 0.3
    const wave = (d - age) * 22
    if (wave > -3.1 && wave < 3.1) {
      const q = (1 - abs(wave) / 3.14) * (1 - age * 2.6) * smooth(45, 8, hit.dist)
      ox += (rx / (d + 0.01)) * q * 0.012
      oy += q * 0.016
    }
  }
  mirror(hit, ox, oy, mix(0.09, 0.012, puddle), puddle > 0.85 ? 4 : 7)
  const grazing = 1 - abs(hit.dy)
  const fresnel = 0.06 + 0.94 * grazing * grazing * grazing * grazing
  const k = fresnel * mix(0.5, 1.05, puddle) * wet
  hit.er += hit.env[0]! * k
  hit.eg += hit.env[1]! * k
  hit.eb += hit.env[2]! * k
  const dark = 1 - 0.55 * wet
  hit.ar *= dark
  hit.ag *= dark
  hit.ab *= dark
}

/** Asphalt with lane paint, wet or dry, or under snow. */
export function shadeStreet(hit: Hit): void {
  const surface = hit.frame.surfaces.street!
  const { drift } = hit.frame
  const fine = fbm2(hit.px * 0.9, hit.pz * 0.9, 3)
  const broad = fbm2(hit.px * 0.06 + 5 + drift * 0.83, hit.pz * 0.045 + drift * 0.37, 3)
  const base = 0.035 + 0.02 * fine + 0.01 * broad
  const paint = paintAt(hit, surface) * 0.7
  hit.ar = mix(base * 1.02, 0.5, paint)
  hit.ag = mix(base, 0.5, paint)
  hit.ab = mix(base * 1.05, 0.48, paint)
  if (hit.frame.snowCover) {
    const snow = smooth(-0.2, 0.25, broad + fine * 0.5 + 0.12)
    hit.ar = mix(hit.ar, 0.7, snow)
    hit.ag = mix(hit.ag, 0.73, snow)
    hit.ab = mix(hit.ab, 0.78, snow)
  }
  if (surface.wet > 0) wetten(hit, surface, fine, broad)
}
