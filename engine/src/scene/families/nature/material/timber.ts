import { smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm3, value2, value3, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

/** Weathered planks; they run along `u`, `v` counts metres across. Floats: 1–3 colour, 4 width of a plank. */
export function shadePlanks(g: Hit): void {
  const O = g.objs
  const o = g.o
  const w = O[o + 4]! || 0.2
  const row = Math.floor(g.v / w)
  const t = g.v / w - row
  const gap = smooth(0.07, 0.02, Math.min(t, 1 - t)) * survives(w * 0.5, g.fw)
  const grain = valueFbm2(g.u * 1.4 + row * 13.7, g.v * 22, 3)
  const tone = (0.6 + 0.5 * value2(row * 3.7, 5.5) + (grain - 0.5) * 0.9) * (1 - 0.85 * gap)
  g.ar = O[o + 1]! * tone
  g.ag = O[o + 2]! * tone
  g.ab = O[o + 3]! * tone
}

/** Bark of an upright trunk; `u` runs around it. Floats: 1–3 colour, 4 furrows around, 5–7 moss, 8 its share. */
export function shadeBark(g: Hit): void {
  const O = g.objs
  const o = g.o
  const near = survives(0.25, g.fw)
  const warp = fbm3(g.px * 1.3, g.py * 0.5, g.pz * 1.3, 3)
  const f = value2(g.u * (O[o + 4]! || 1.6) + warp * 3, g.py * 0.7 + warp * 2)
  const ridge = Math.abs(f - 0.5) * 2
  const crack = smooth(0.35, 0.02, ridge) * (0.4 + 0.6 * near)
  const fine = value3(g.px * 18, g.py * 7, g.pz * 18)
  tilt(g, (f - 0.5) * 0.8 * near, 0, (f - 0.5) * 0.5 * near)
  const tone = (0.62 + 0.5 * warp + (fine - 0.5) * 0.4 * near) * (1 - 0.62 * crack)
  const moss = O[o + 8]! * smooth(0.42, 0.66, fbm3(g.px * 0.8 + 7, g.py * 0.35, g.pz * 0.8, 3) + g.nx * 0.14)
  g.ar = O[o + 1]! * tone * (1 - moss) + O[o + 5]! * (0.6 + 0.8 * fine) * moss
  g.ag = O[o + 2]! * tone * (1 - moss) + O[o + 6]! * (0.6 + 0.8 * fine) * moss
  g.ab = O[o + 3]! * tone * (1 - moss) + O[o + 7]! * (0.6 + 0.8 * fine) * moss
}

/** Stacked logs, one above the other. Floats: 1–3 colour, 4 height of a log in metres. */
export function shadeLogs(g: Hit): void {
  const O = g.objs
  const o = g.o
  const h = O[o + 4]! || 0.34
  const row = Math.floor(g.v / h)
  const round = (g.v / h - row - 0.5) * 2
  tilt(g, 0, -round * 0.9, 0)
  const grain = 0.6 + 0.6 * value2(g.u * 0.7, row * 7.3) * value2(g.u * 8, g.v * 40)
  const tone = grain * (1 - 0.75 * smooth(0.8, 1, Math.abs(round)))
  g.ar = O[o + 1]! * tone
  g.ag = O[o + 2]! * tone
  g.ab = O[o + 3]! * tone
}
