import { sin, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm2, gradient2, value2, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

/** Wind-blown sand: ripples near the eye, drifts far away. Floats: 1–3 colour, 4 ripples 0..1, 5 height below which it is wet. */
export function shadeDune(g: Hit): void {
  const O = g.objs
  const o = g.o
  const bend = fbm2(g.px * 0.07, g.pz * 0.07, 3) * 6
  const phase = (g.px * 0.9 + g.pz * 0.3 + bend) * 7.2 + gradient2(g.px * 0.6, g.pz * 0.6) * 3
  const calm = smooth(0.35, 0.6, valueFbm2(g.px * 0.06 + 7, g.pz * 0.05, 2)) * smooth(0.1, 0.012, g.fw)
  const ripple = sin(phase) * calm * 0.06 * O[o + 4]!
  const drift = gradient2(g.px * 0.22, g.pz * 0.1) * 0.05
  const near = survives(0.05, g.fw)
  let grain = 0
  if (near > 0.05) grain = (value2(g.px * 60, g.pz * 60) - 0.5) * near
  tilt(g, -(ripple + drift) * 0.9 + grain * 0.16, 0, -ripple * 0.3 - drift * 0.2 + grain * 0.12)
  const wet = O[o + 5]! > -1e5 ? 1 - smooth(O[o + 5]!, O[o + 5]! + 0.35, g.py + (value2(g.px * 0.4, g.pz * 0.4) - 0.5) * 0.15) : 0
  const tone = (0.88 + 0.26 * (valueFbm2(g.px * 0.02, g.pz * 0.02, 4) - 0.5) + grain * 0.2) * (1 - 0.5 * wet)
  g.ar = O[o + 1]! * tone
  g.ag = O[o + 2]! * tone
  g.ab = O[o + 3]! * tone
  if (wet > 0.2) {
    g.f0 = 0.03
    g.gloss = 0.75 * wet
    g.refl = 0.6 * wet
  }
}
