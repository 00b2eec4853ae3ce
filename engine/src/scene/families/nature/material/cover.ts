import { saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm3, value2, valueFbm2 } from '../../../noise.ts'
import { survives } from './tilt.ts'

/** The upper side of a sheet of cloud: soft, lit through. Floats: 1–3 colour of its hollows. `v` is 0 in a hollow, 1 on a crown. */
export function shadeCloud(g: Hit): void {
  const O = g.objs
  const o = g.o
  const n = fbm3(g.px * 0.014, g.py * 0.02, g.pz * 0.014, 4)
  const k = smooth(-0.25, 0.95, g.v + (n - 0.5) * 0.7)
  // most of its light has been scattered in the whole sheet: the colour of the horizon rather than of this place
  g.frame.sky(g.dx, 0.12, g.dz, g.env)
  const inner = 0.34 + 0.3 * k
  g.er = g.env[0]! * inner
  g.eg = g.env[1]! * inner
  g.eb = g.env[2]! * inner
  g.ar = (O[o + 1]! + (0.93 - O[o + 1]!) * k) * 0.45
  g.ag = (O[o + 2]! + (0.94 - O[o + 2]!) * k) * 0.45
  g.ab = (O[o + 3]! + (0.96 - O[o + 3]!) * k) * 0.45
  g.wrap = 0.75
  g.trans = 0.35 * k
  g.aoMul = 0.6 + 0.4 * saturate(g.v)
}

/** Cloth that lets light through. Floats: 1–3 colour, 4 translucency, 5–7 colour of a stripe, 8 stripes a unit of `v`. */
export function shadeCloth(g: Hit): void {
  const O = g.objs
  const o = g.o
  const tone = 0.8 + 0.35 * valueFbm2(g.u * 6, g.v * 6, 3)
  const stripe = O[o + 8]! > 0 && (Math.floor(g.v * O[o + 8]!) & 1) === 1 ? 4 : 0
  g.ar = O[o + 1 + stripe]! * tone
  g.ag = O[o + 2 + stripe]! * tone
  g.ab = O[o + 3 + stripe]! * tone
  g.trans = O[o + 4]!
  g.wrap = 0.3
}

/** Falling water: `u` across, `v` metres down. */
export function shadeFall(g: Hit): void {
  const wide = survives(0.12, g.fw)
  const strand = value2(g.u * 9, g.v * 0.25) * 0.55 + (0.5 + (value2(g.u * 24, g.v * 0.8) - 0.5) * wide) * 0.45
  const tone = 0.24 + 0.62 * strand * strand + 0.2 * strand
  g.ar = 0.54 * tone
  g.ag = 0.61 * tone
  g.ab = 0.68 * tone
  g.wrap = 0.5
  g.trans = 0.2
}
