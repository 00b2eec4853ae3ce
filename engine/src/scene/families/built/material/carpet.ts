import { saturate } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { value2 } from '../../../noise.ts'
import { survives } from '../../nature/material/tilt.ts'

const near = (a: number, b: number) => Math.abs(a - Math.floor(a) - 0.5) * 2 + Math.abs(b - Math.floor(b) - 0.5) * 2

/**
 * A knotted carpet with borders, a medallion and quarters of it in the corners; u across and v along, 0 to 1. Floats: 0 variant, 1–3 field,
 * 4–6 border, 7–9 lines, 10 length over width, 11 metres across.
 */
export function shadeCarpet(g: Hit): void {
  const O = g.objs
  const o = g.o
  const long = O[o + 10]!
  const kind = O[o]!
  const x = Math.abs(g.u - 0.5) * 2
  const y = Math.abs(g.v - 0.5) * 2 * long
  const fromEnd = long - y
  const fromSide = 1 - x
  const d = Math.min(fromSide, fromEnd)
  const half = O[o + 11]! / 2
  const along = fromSide < fromEnd ? y : x
  // 0 field, 1 border, 2 lines, 3 dark
  let what = 0
  if (d < 0.05) what = fromEnd < 0.05 ? 2 : 3
  else if (d < 0.1) what = 2
  else if (d < 0.32) {
    const motif = near(along * 2.7 + 0.5, (d - 0.1) / 0.22)
    what = motif < 0.42 ? 0 : motif < 0.95 ? 2 : 1
  } else if (d < 0.36) what = 3
  else if (d < 0.4) what = 2
  else {
    const wide = 0.6
    const tall = long - 0.4
    const m =
      kind < 0.34
        ? x / wide + y / tall
        : kind < 0.67
          ? Math.sqrt((x * x) / (wide * wide) + (y * y) / (tall * tall)) * 1.15
          : Math.max(x / wide, y / tall) * 1.2
    const corner = (wide - x) / 0.34 + (tall - y) / 0.5
    if (corner < 1) what = corner > 0.86 ? 2 : 1
    else if (m < 0.2) what = 2
    else if (m < 0.42) what = 0
    else if (m < 0.5) what = 2
    else if (m < 0.8) what = near(x * 5, y * 5) < 0.5 ? 2 : 1
    else if (m < 0.88) what = 2
    else what = near(x * 4 + 0.5, y * 4 + 0.5) < 0.36 ? (Math.floor(y * 4 + 0.5) & 1 ? 2 : 1) : 0
  }
  const tone = 0.82 + 0.3 * value2(g.u * 40 * half, g.v * long * 40 * half) * survives(0.05, g.fw)
  const at = what === 3 ? 1 : 1 + what * 3
  const k = what === 3 ? 0.3 : tone
  g.ar = saturate(O[o + at]! * k)
  g.ag = saturate(O[o + at + 1]! * k)
  g.ab = saturate(O[o + at + 2]! * k)
  g.trans = 0.06
  g.wrap = 0.25
}
