import { mix, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { type Slope, slopeFbm3, value2, value3 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

const bumps: Slope = { value: 0, x: 0, y: 0, z: 0 }

/**
 * Weathered rock with layers, something growing on top, and a wet foot.
 * Floats: 1–3 colour, 4 features a metre, 5 share overgrown, 6–8 its colour, 9 height of the wet band, 10 where it starts.
 */
export function shadeCrag(g: Hit): void {
  const O = g.objs
  const o = g.o
  const s = O[o + 4]! || 1
  const octaves = g.fw * s < 0.4 ? 4 : 3
  const step = 0.3 / s + g.fw
  const f = 0.5 * s
  slopeFbm3(g.px * f, g.py * f * 1.6, g.pz * f, octaves, step * f, bumps)
  const n = bumps.value
  const k = (1.1 * f) / s
  let sx = bumps.x * k
  let sy = bumps.y * 1.6 * k
  let sz = bumps.z * k
  const layer = value2(g.py * s * 0.9 + n * 4, 1.5)
  let tone = 0.45 + 0.7 * n + 0.35 * (layer - 0.5)
  const near = survives(0.16, g.fw)
  if (near > 0.05) {
    const a = value3(g.px * 14, g.py * 14, g.pz * 14)
    sx += (value3(g.px * 14 + 0.6, g.py * 14, g.pz * 14) - a) * near * 0.7
    sy += (value3(g.px * 14, g.py * 14 + 0.6, g.pz * 14) - a) * near * 0.7
    sz += (value3(g.px * 14, g.py * 14, g.pz * 14 + 0.6) - a) * near * 0.7
    tone += near * ((a - 0.5) * 0.22 + (value3(g.px * 45, g.py * 45, g.pz * 45) - 0.5) * 0.22)
  }
  tilt(g, sx, sy, sz)
  let r = O[o + 1]! * tone
  let q = O[o + 2]! * tone
  let b = O[o + 3]! * tone
  if (O[o + 5]! > 0) {
    const m = smooth(0.25, 0.75, g.ny + (n - 0.5)) * O[o + 5]!
    const speck = 0.75 + 0.5 * value3(g.px * 7, g.py * 7, g.pz * 7)
    r = mix(r, O[o + 6]! * speck, m)
    q = mix(q, O[o + 7]! * speck, m)
    b = mix(b, O[o + 8]! * speck, m)
  }
  if (O[o + 9]! > 0) {
    const wet = 1 - smooth(0, O[o + 9]!, g.py - O[o + 10]!)
    r *= 1 - wet * 0.6
    q *= 1 - wet * 0.6
    b *= 1 - wet * 0.6
    g.f0 = 0.04
    g.gloss = 0.6 * wet
  }
  g.ar = r
  g.ag = q
  g.ab = b
}
