import { mix, saturate, smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { fbm3, value2, valueFbm2 } from '../../../noise.ts'

const { abs, floor, max, min } = Math

/** Share of a pixel of width `px` that a band of half width `half` round 0 covers, at distance `d` from its middle. */
const band = (d: number, half: number, px: number) => saturate((half - abs(d)) / px + 0.5) * min(1, (2 * half) / px)

/** Styles of wall, as `houseWall` of the paints names them. */
const TIMBERED = 1
const STONE = 2
const BRICK = 3

/**
 * The wall of an old house: plaster, timber frame, dressed stone or brick, with a window in each cell. u metres along, v metres up.
 * Floats: 0 variant, 1–3 wall, 4 width of a cell, 5 height of a floor, 6 style, 7 share of lit windows, 8–10 beams and shutters,
 * 11 height of the ground, 12 half width of a window as a share of its cell (0: none), 13 shutters, 14 grime 0..1, 15 gain of lit windows.
 */
export function shadeHouseWall(g: Hit): void {
  const O = g.objs
  const o = g.o
  const wide = O[o + 4]!
  const high = O[o + 5]!
  const seed = floor(O[o]! * 1000)
  const facing = max(0.15, abs(g.dx * g.gx + g.dy * g.gy + g.dz * g.gz))
  const px = g.fw / facing / wide + 1e-4
  const py = g.fw / high + 1e-4
  const u = g.u / wide
  const v = (g.v - O[o + 11]!) / high
  const cu = floor(u)
  const cv = floor(v)
  const fu = u - cu
  const fv = v - cv
  const ground = wallOf(g, O, o, v)
  const half = O[o + 12]!
  const blind = hash3(cu, cv, seed + 7) > 0.86 || v < 0 || half === 0
  const beams = O[o + 6]! === TIMBERED ? frameOf(fu, fv, cv, half, blind, px, py, wide / high, hash3(cu, cv, seed)) : 0
  const grain = 0.75 + 0.5 * valueFbm2(g.u * 2 + g.v * 9, g.v * 2 + g.u * 9, 2)
  g.ar = mix(O[o + 1]! * ground, O[o + 8]! * grain, beams)
  g.ag = mix(O[o + 2]! * ground, O[o + 9]! * grain, beams)
  g.ab = mix(O[o + 3]! * ground, O[o + 10]! * grain, beams)
  if (!blind) windowOf(g, O, o, fu, fv, px, py, hash3(cu, cv, seed + 41), hash3(cu, cv, seed + 51))
}

/** Brightness of the bare wall: stains, damp at the foot, courses of stone or brick. */
function wallOf(g: Hit, O: Float32Array, o: number, v: number): number {
  const grime = O[o + 14]!
  const stain = fbm3(g.px * 0.35, g.py * 0.35, g.pz * 0.35, 3) - 0.5
  const streak = value2(g.u * 1.3 + O[o]! * 90, g.v * 0.16) - 0.5
  const damp = smooth(0.5, -0.05, v + stain) * 0.4
  let tone = 1 + (stain * 0.7 + streak * 0.3 - damp) * grime + (valueFbm2(g.u * 5, g.v * 5, 2) - 0.5) * 0.16
  const style = O[o + 6]!
  if (style !== STONE && style !== BRICK) return tone
  const [w, h] = style === STONE ? [0.9, 0.42] : [0.3, 0.11]
  const row = floor(g.v / h)
  const along = g.u / w + (row & 1) * 0.5 + hash3(row, 2, 5) * 0.2
  const block = floor(along)
  const pu = along - block
  const pv = g.v / h - row
  const near = 1 / (1 + (9 * g.fw * g.fw) / (h * h))
  const joint = smooth(0.035, 0.012, min(min(pu, 1 - pu) * w, min(pv, 1 - pv) * h)) * near
  tone *= (1 + (hash3(block, row, 9) - 0.5) * 0.4 * near) * (1 - joint * (style === STONE ? 0.42 : 0.3))
  return tone
}

/** Cover of the timber frame: sills, posts at cells and beside windows, braces where there is no window. */
function frameOf(
  fu: number,
  fv: number,
  cv: number,
  half: number,
  blind: boolean,
  px: number,
  py: number,
  aspect: number,
  chance: number,
): number {
  let cover = max(band(fv < 0.5 ? fv : fv - 1, 0.055, py), band(fu < 0.5 ? fu : fu - 1, 0.045, px))
  if (cv < 0) return cover
  cover = max(cover, band(fv - 0.3, 0.03, py) * (blind ? 0 : 1))
  if (!blind) {
    const post = abs(fu - 0.5) - half * 1.16
    cover = max(cover, band(post, 0.03, px), band(fv - 0.84, 0.028, py))
    if (fv < 0.3 && chance > 0.4) cover = max(cover, band(abs(fu - 0.5) - fv * (half / 0.3) * 1.1, 0.035, px))
    return cover
  }
  const lean = chance < 0.5 ? fu - fv : chance < 0.75 ? fu + fv - 1 : abs(fu - 0.5) - abs(fv - 0.5)
  return max(cover, band(lean, 0.045, px + py * aspect))
}

/** A window with frame, bars and shutters; dark and mirroring by day, warm by night. */
function windowOf(g: Hit, O: Float32Array, o: number, fu: number, fv: number, px: number, py: number, chance: number, tone: number): void {
  const half = O[o + 12]!
  const du = fu - 0.5
  const dv = fv - 0.56
  const tall = 0.25
  const outer = band(du, half, px) * band(dv, tall, py)
  const sides = O[o + 13]! > 0 ? band(abs(du) - half * 1.62, half * 0.5, px) * band(dv, tall, py) : 0
  if (sides > 0) {
    const slats = 0.72 + 0.28 * saturate(Math.abs(((dv * 26) & 1) - 0.5 + dv * 26 - floor(dv * 26)))
    g.ar = mix(g.ar, O[o + 8]! * slats, sides)
    g.ag = mix(g.ag, O[o + 9]! * slats, sides)
    g.ab = mix(g.ab, O[o + 10]! * slats, sides)
  }
  if (outer <= 0) return
  const rim = half * 0.86
  const glass = band(du, rim, px) * band(dv, tall * 0.92, py) * (1 - band(du, 0.012, px)) * (1 - band(dv - 0.06, 0.01, py))
  const frame = outer - glass
  g.ar = mix(g.ar, 0.5, frame * 0.8)
  g.ag = mix(g.ag, 0.46, frame * 0.8)
  g.ab = mix(g.ab, 0.4, frame * 0.8)
  const shade = 0.35 + 0.65 * smooth(0.2, -0.12, dv)
  g.ar = mix(g.ar, 0.03 * shade, glass)
  g.ag = mix(g.ag, 0.035 * shade, glass)
  g.ab = mix(g.ab, 0.045 * shade, glass)
  g.f0 = mix(0.02, 0.1, glass)
  g.gloss = 0.85 * glass
  g.refl = 0.8 * glass
  const { night } = g.frame
  if (night <= 0.05 || chance >= O[o + 7]!) return
  const drape = smooth(0.5, 1, abs(du) / rim) * 0.5 + smooth(-0.1, 0.3, dv) * 0.3
  const k = glass * O[o + 15]! * min(1, night * 1.6) * (0.55 + 0.6 * tone) * (1 - drape)
  g.er = k
  g.eg = k * (0.5 + 0.14 * tone)
  g.eb = k * (0.14 + 0.14 * tone)
}
