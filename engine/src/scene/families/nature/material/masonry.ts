import { smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm3, type Slope, slopeFbm3, value2, value3, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

const bumps: Slope = { value: 0, x: 0, y: 0, z: 0 }

/**
 * Weathered stone in courses; u and v are metres. Floats: 0 variant, 1–3 colour, 4 and 5 width and height of a block,
 * 6 depth of the joints, 7 sand or moss in hollows, 8–10 its colour.
 */
export function shadeMasonry(g: Hit): void {
  const O = g.objs
  const o = g.o
  const wide = O[o + 4]!
  const high = O[o + 5]!
  const warp = (value2(g.u * 0.9 + O[o]!, g.v * 0.9) - 0.5) * 0.06 * high
  const row = Math.floor((g.v + warp) / high)
  const along = g.u / wide + hash3(row, 1, O[o]!)
  const block = Math.floor(along)
  const pu = along - block
  const pv = (g.v + warp) / high - row
  const edge = Math.min(Math.min(pu, 1 - pu) * wide, Math.min(pv, 1 - pv) * high)
  const joint = smooth(0.05, 0.012, edge) * survives(high * 0.4, g.fw) * O[o + 6]!
  const chip = 0.5 + (fbm3(g.px * 0.8, g.py * 0.8, g.pz * 0.8, 4) - 0.5) * survives(1.6, g.fw)
  const stain = fbm3(g.px * 0.12, g.py * 0.2, g.pz * 0.12, 3)
  slopeFbm3(g.px * 1.6, g.py * 1.6, g.pz * 1.6, 2, 0.19, bumps)
  const slope = survives(1, g.fw) * bumps.x * 0.19
  const near = survives(0.15, g.fw)
  const grain = near > 0.05 ? (value3(g.px * 17, g.py * 17, g.pz * 17) - 0.5) * near : 0
  tilt(g, -slope * 2 + grain * 0.5, -(chip - 0.5) * 0.4 + grain * 0.3, -slope * 1.5 - grain * 0.4)
  const streak = 0.86 + 0.28 * value2(g.u * 0.7 + 3, g.v * 0.05)
  const tone = (0.5 + 0.5 * chip + 0.5 * stain + grain * 0.5) * (0.84 + 0.26 * hash3(block, row, 3)) * streak * (1 - 0.5 * joint)
  const grown = O[o + 7]! * smooth(0.35, 0.8, g.ny * 0.7 + (stain - 0.3))
  g.ar = O[o + 1]! * tone * (1 - grown) + O[o + 8]! * grown
  g.ag = O[o + 2]! * tone * (1 - grown) + O[o + 9]! * grown
  g.ab = O[o + 3]! * tone * (1 - grown) + O[o + 10]! * grown
}

/**
 * Painted bands around a tower. Floats: 1–3 and 4–6 the two colours, 7 height of a band, 8 where they start,
 * 9 how much they climb a metre round the tower.
 */
export function shadeBands(g: Hit): void {
  const O = g.objs
  const o = g.o
  const at = (g.v + g.u * O[o + 9]! - O[o + 8]!) / O[o + 7]!
  const even = (Math.floor(at) & 1) === 0 ? 1 : 0
  const part = at - Math.floor(at)
  const edge = Math.min(part, 1 - part) / Math.max(0.004, g.fw / O[o + 7]!)
  const k = edge < 0.5 ? 0.5 + (even - 0.5) * 2 * edge : even
  const tone = 0.75 + 0.35 * valueFbm2(g.u * 0.8, g.v * 0.15, 3)
  const rust = smooth(0.6, 0.8, valueFbm2(g.u * 0.5, g.v * 0.06, 3)) * 0.4
  g.ar = (O[o + 4]! + (O[o + 1]! - O[o + 4]!) * k) * tone * (1 - rust * 0.5)
  g.ag = (O[o + 5]! + (O[o + 2]! - O[o + 5]!) * k) * tone * (1 - rust * 0.7)
  g.ab = (O[o + 6]! + (O[o + 3]! - O[o + 6]!) * k) * tone * (1 - rust * 0.8)
  g.f0 = 0.03
  g.gloss = 0.4
}
