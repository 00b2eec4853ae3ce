import { saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { gradient2 } from '../../../noise.ts'
import { survives } from '../../nature/material/tilt.ts'

/** The surface of water seen from below: bright towards the sun, webbed with ripples. Floats: 1–3 deep colour, 4–6 light that comes through. */
export function shadeUndersurface(g: Hit): void {
  const O = g.objs
  const o = g.o
  const a = gradient2(g.px * 0.23, g.pz * 0.23)
  const b = gradient2(g.px * 0.61 + a * 2 + 9, g.pz * 0.61 - a)
  const c = gradient2(g.px * 1.7 + b, g.pz * 1.7 + 31) * survives(1.2, g.fw)
  const web = smooth(0.3, 0, Math.abs(a * 0.6 + b * 0.5 + c * 0.4))
  // straight up the sky is seen, beyond a steep angle only the deep
  const window = smooth(0.12, 0.7, Math.abs(g.dy) + a * 0.12 + b * 0.1)
  const light = saturate(window * (0.35 + 0.65 * web) + 0.16 * web * web)
  g.er = O[o + 1]! + O[o + 4]! * light
  g.eg = O[o + 2]! + O[o + 5]! * light
  g.eb = O[o + 3]! + O[o + 6]! * light
}
