import { mix, saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { value3 } from '../../../noise.ts'

/**
 * Leaves, needles and grass; `u` is how exposed a leaf is (0 inside the crown), `v` picks between its two colours.
 * Floats: 1–3 colour, 4 snow, 5 translucency, 6–8 second colour.
 */
export function shadeLeaves(g: Hit): void {
  const O = g.objs
  const o = g.o
  const patch = 0.72 + 0.56 * value3(g.px * 1.7, g.py * 1.7, g.pz * 1.7)
  const k = saturate(g.v)
  let r = mix(O[o + 1]!, O[o + 6]!, k) * patch
  let q = mix(O[o + 2]!, O[o + 7]!, k) * patch
  let b = mix(O[o + 3]!, O[o + 8]!, k) * patch
  let snow = 0
  if (O[o + 4]! > 0)
    snow =
      smooth(0.2, 0.62, g.ny * 0.7 + Math.abs(g.gy) * 0.35 + g.u * 0.25 + (value3(g.px * 0.9, g.py * 0.9, g.pz * 0.9) - 0.72)) * O[o + 4]!
  r = mix(r, 0.82, snow)
  q = mix(q, 0.86, snow)
  b = mix(b, 0.93, snow)
  g.ar = r
  g.ag = q
  g.ab = b
  g.trans = O[o + 5]! * (1 - snow)
  g.wrap = 0.3
  g.aoMul = 0.25 + 0.75 * saturate(g.u)
}
