import { mix, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { type Slope, slopeFbm3, value3 } from '../../../noise.ts'
import { survives, tilt } from '../../nature/material/tilt.ts'

const bumps: Slope = { value: 0, x: 0, y: 0, z: 0 }
/** Over how much of a feature its slope is taken. */
const STEP = 0.4

/** Ice: white where it is weathered, blue where it is deep. Floats: 1–3 white, 4–6 blue, 7 features a metre, 8 snow on top 0..1, 9 light from within. */
export function shadeIce(g: Hit): void {
  const O = g.objs
  const o = g.o
  const f = O[o + 7]!
  slopeFbm3(g.px * f, g.py * f * 1.7, g.pz * f, 4, STEP, bumps)
  const n = bumps.value
  const k = 1.5 * STEP * survives(1.2 / f, g.fw)
  tilt(g, bumps.x * k, bumps.y * 1.7 * k, bumps.z * k)
  const layer = value3(g.px * f * 0.3, g.py * f * 4 + n * 3, g.pz * f * 0.3)
  const blue = 0.85 * smooth(0.4, 0.72, 0.92 - n * 0.85 - g.ny * 0.26 + (layer - 0.5) * 0.22)
  const snow = O[o + 8]! * smooth(0.5, 0.85, g.ny + (n - 0.5) * 0.6)
  const tone = 0.8 + 0.4 * n
  g.ar = mix(mix(O[o + 1]!, O[o + 4]!, blue) * tone, 0.86, snow)
  g.ag = mix(mix(O[o + 2]!, O[o + 5]!, blue) * tone, 0.9, snow)
  g.ab = mix(mix(O[o + 3]!, O[o + 6]!, blue) * tone, 0.96, snow)
  const inner = O[o + 9]! * blue * (1 - snow)
  g.er = O[o + 4]! * inner
  g.eg = O[o + 5]! * inner
  g.eb = O[o + 6]! * inner
  g.wrap = 0.45
  g.trans = 0.28 * (1 - snow)
  g.f0 = 0.035
  g.gloss = 0.7 * (1 - snow * 0.8)
  g.refl = 0.5 * (1 - snow)
}
