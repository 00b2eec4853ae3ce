import { saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { gradient2, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

/**
 * Open sea on a mesh of waves. `v` is the height within a wave (1 at a crest), `u` foam at a shore.
 * Floats: 1–3 deep colour, 4–6 light through a crest, 7 foam 0..1, 8–10 colour over a shallow bed (where `u` begins).
 */
export function shadeSea(g: Hit): void {
  const O = g.objs
  const o = g.o
  const along = g.fw / Math.max(0.05, -g.dy)
  const mid = survives(1.4, along)
  const fine = survives(0.5, along)
  const a = gradient2(g.px * 0.7, g.pz * 0.7) * 0.5 * mid + gradient2(g.px * 2 + 9, g.pz * 2) * 0.35 * fine
  const b = gradient2(g.px * 0.7 + 70, g.pz * 0.7) * 0.5 * mid + gradient2(g.px * 2 + 19, g.pz * 2 + 8) * 0.35 * fine
  tilt(g, -a * 0.28, 0, -b * 0.28)
  const dn = g.dx * g.nx + g.dy * g.ny + g.dz * g.nz
  const c1 = 1 - saturate(-dn)
  const fresnel = 0.03 + 0.97 * c1 * c1 * c1 * c1 * c1
  const seen = g.env
  g.frame.sky(g.dx - 2 * dn * g.nx, Math.abs(g.dy - 2 * dn * g.ny) + 0.05, g.dz - 2 * dn * g.nz, seen)
  const crest = smooth(0.25, 1, g.v)
  const ff = valueFbm2(g.px * 0.35 + a, g.pz * 0.35 + b, 4)
  const f2 = valueFbm2(g.px * 1.9, g.pz * 1.9, 3)
  const streak = smooth(0.56, 0.7, valueFbm2(g.px * 0.12 + g.pz * 0.05, g.pz * 0.5 - g.px * 0.1, 4)) * 0.45
  let foam = saturate(smooth(0.62, 1.05, g.v * 0.75 + (ff - 0.5) * 1.3) + streak * smooth(0.2, 0.7, g.v + 0.1)) * O[o + 7]!
  foam *= smooth(0.2, 0.65, f2 + foam * 0.35)
  const lace = saturate(g.u) * smooth(0.3, 0.62, ff * 0.6 + f2 * 0.5)
  if (lace > foam) foam = lace
  const bed = smooth(-1, 0.4, g.u)
  const k = 1 - fresnel
  const dry = 1 - foam
  g.er = (seen[0]! * fresnel * 0.9 + (O[o + 1]! + (O[o + 8]! - O[o + 1]!) * bed + O[o + 4]! * crest) * k) * dry
  g.eg = (seen[1]! * fresnel * 0.9 + (O[o + 2]! + (O[o + 9]! - O[o + 2]!) * bed + O[o + 5]! * crest) * k) * dry
  g.eb = (seen[2]! * fresnel * 0.9 + (O[o + 3]! + (O[o + 10]! - O[o + 3]!) * bed + O[o + 6]! * crest) * k) * dry
  g.ar = 0.75 * foam
  g.ag = 0.8 * foam
  g.ab = 0.82 * foam
  g.f0 = 0.02 * dry
  g.gloss = 0.62 + 0.18 * mid
}
