import { mix, smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm3 } from '../../../noise.ts'
import { survives, tilt } from '../../nature/material/tilt.ts'

/**
 * Roof tiles in rows; u metres along the eaves, v metres up the slope. Floats: 0 variant, 1–3 colour, 4 width of a tile, 5 height of a row,
 * 6 hollow tiles (1) or flat slates (0), 7 share of moss, 8–10 a second colour that single tiles have.
 */
export function shadeRoofTiles(g: Hit): void {
  const O = g.objs
  const o = g.o
  if (g.frame.snowCover && g.gy > 0.3) {
    const drift = fbm3(g.px * 0.8, g.py * 0.8, g.pz * 0.8, 3)
    g.ar = 0.78 + 0.1 * drift
    g.ag = 0.81 + 0.1 * drift
    g.ab = 0.87 + 0.1 * drift
    g.wrap = 0.25
    return
  }
  const wide = O[o + 4]!
  const high = O[o + 5]!
  const row = Math.floor(g.v / high)
  const along = g.u / wide + (O[o + 6]! > 0 ? 0 : (row & 1) * 0.5)
  const tile = Math.floor(along)
  const pu = along - tile
  const pv = g.v / high - row
  const near = survives(high, g.fw)
  const tone = hash3(tile, row, Math.floor(O[o]! * 1000))
  const patch = fbm3(g.px * 0.3, g.py * 0.3, g.pz * 0.3, 3)
  const lip = smooth(0.2, 0.02, pv) * near
  const seam = smooth(0.1, 0.02, Math.min(pu, 1 - pu)) * near
  const k = (0.62 + 0.5 * patch + (tone - 0.5) * 0.4 * near) * (1 - 0.5 * lip) * (1 - 0.4 * seam)
  const other = tone > 0.72 ? 0.8 : patch * 0.3
  const moss = O[o + 7]! * smooth(0.5, 0.72, patch + (tone - 0.5) * 0.2)
  g.ar = mix(mix(O[o + 1]!, O[o + 8]!, other) * k, 0.09 * (0.6 + k), moss)
  g.ag = mix(mix(O[o + 2]!, O[o + 9]!, other) * k, 0.1 * (0.6 + k), moss)
  g.ab = mix(mix(O[o + 3]!, O[o + 10]!, other) * k, 0.045 * (0.6 + k), moss)
  const bow = O[o + 6]! > 0 ? (pu - 0.5) * 1.3 * near : 0
  // across the slope: a level direction at right angles to the fall line
  tilt(g, bow * g.gz, lip * 0.5, -bow * g.gx)
  g.f0 = 0.03
  g.gloss = O[o + 6]! > 0 ? 0.25 : 0.45
}
