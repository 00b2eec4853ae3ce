import { mix, saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { mirror } from '../../../material/mirror.ts'
import { fbm2, gradient2, value2 } from '../../../noise.ts'
import { survives } from './tilt.ts'

/**
 * Still water with a planar reflection. `v` is the depth in metres.
 * Floats: 1–3 deep colour, 4 waves 0..1, 5 wave scale, 6–8 colour over a shallow bed, 9 depth at which the bed is lost.
 */
export function shadeLake(g: Hit): void {
  const O = g.objs
  const o = g.o
  const waves = O[o + 4]!
  const s = O[o + 5]! || 1
  const x = g.px / s
  const z = g.pz / s
  const across = g.fw / s
  const along = across / Math.max(0.03, -g.dy)
  const swell = survives(4.5, along)
  const chop = survives(1.4, along)
  const ripple = survives(0.4, along)
  const patch = 0.35 + 0.9 * smooth(-0.25, 0.3, fbm2(x * 0.012 + 3, z * 0.03, 3))
  let kx = 0
  let kz = 0
  if (swell > 0.04) {
    kx += gradient2(x * 0.21, z * 0.33) * swell
    kz += gradient2(x * 0.24 + 40, z * 0.3 + 7) * swell
  }
  if (chop > 0.04) {
    kx += 0.55 * gradient2(x * 0.6 + 9, z * 0.9) * chop
    kz += 0.55 * gradient2(x * 0.55 + 3, z * 0.95 + 21) * chop
  }
  if (ripple > 0.04) {
    kx += 0.6 * gradient2(x * 2.1, z * 3.1) * ripple
    kz += 0.6 * gradient2(x * 2.3 + 11, z * 2.9 + 5) * ripple
  }
  kx *= waves * patch
  kz *= waves * patch
  const lost = 1 - swell
  let nx = kx * 0.16
  let nz = kz * 0.2
  const length = Math.sqrt(nx * nx + nz * nz + 1)
  const facing = saturate(-(g.dx * nx + g.dy + g.dz * nz) / length)
  const c1 = 1 - facing
  const c2 = c1 * c1
  const fresnel = 0.03 + 0.97 * c2 * c2 * c1
  const fall = 1 / (1 + g.dist * 0.004)
  const jitter = (value2(x * 1.3, z * 0.05) - 0.5) * lost * waves * 0.006
  // above the far shore the mirror holds nothing but sky, so far ripples look downwards only
  const smear = (0.004 + 0.03 * waves * patch) * (0.35 + 0.65 * fall)
  const oy = kz * 0.05 * (0.35 + 0.65 * fall) + jitter
  mirror(g, kx * 0.03 * (0.4 + 0.6 * fall) + jitter * 0.3, mix(oy, Math.abs(oy), lost) + smear * 0.5, smear, 3)
  const seen = g.env
  const bed = O[o + 9]! > 0 ? 1 - smooth(0, O[o + 9]!, g.v) : 0
  const edge = O[o + 9]! > 0 ? smooth(0.3, 0, g.v) * swell : 0
  const up = 0.4 + 0.6 * facing
  const k = Math.min(1, fresnel * 1.25) * (1 - edge * 0.5)
  const body = (1 - fresnel) * up
  const bottom = bed * (0.7 + 0.5 * value2(g.px * 1.1, g.pz * 1.1))
  g.er = seen[0]! * k + mix(O[o + 1]!, O[o + 6]!, bottom) * body
  g.eg = seen[1]! * k + mix(O[o + 2]!, O[o + 7]!, bottom) * body
  g.eb = seen[2]! * k + mix(O[o + 3]!, O[o + 8]!, bottom) * body
  g.ar = g.ag = g.ab = 0.05 * edge
  g.f0 = 0.02
  g.gloss = mix(0.86, 0.45, lost)
  nx *= 1.6
  nz *= 1.6
  const l2 = Math.sqrt(nx * nx + nz * nz + 1)
  g.nx = nx / l2
  g.ny = 1 / l2
  g.nz = nz / l2
}
