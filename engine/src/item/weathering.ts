import { mix, smooth } from '../math/dmath.ts'
import { fbm3, noise3 } from '../math/lattice.ts'
import type { Field, Rgb } from '../solid/field/field.ts'
import type { Overlay } from '../solid/material/overlay.ts'
import { rgb } from '../solid/palette.ts'
import { bump, tint } from '../solid/render/surface.ts'

const { max } = Math

/** Colours of what grows out of a metal: the film round it, its depth, its crust and the dust on top. */
type Scale = { readonly film: Rgb; readonly deep: Rgb; readonly crust: Rgb; readonly dust: Rgb }

const RUST: Scale = { film: rgb('#5b3a24'), deep: rgb('#331509'), crust: rgb('#6a3216'), dust: rgb('#9c5d34') }
const VERDIGRIS: Scale = { film: rgb('#4f4a34'), deep: rgb('#1d4239'), crust: rgb('#4a7666'), dust: rgb('#8fb5a0') }

const crusted: Field = (x, y, z) => noise3(x * 30, y * 30, z * 30) * 0.07 + noise3(x * 84, y * 84, z * 84) * 0.028

/**
 * What corroded of a metal: a film first, a rough crust where it went on, frayed at its edge. Steel rusts, and what is warm in colour goes
 * green.
 * @param share of the surface, 0..1
 */
export function corrosion(base: Rgb, share: number): Overlay {
  const { film, deep, crust, dust } = base[0] > base[2] * 1.5 ? VERDIGRIS : RUST
  const edge = 0.72 - share * 0.4
  return (s) => {
    const { x, y, z } = s
    const fine = noise3(x * 48, y * 48, z * 48)
    const grit = noise3(x * 130, y * 130, z * 130)
    const spread = fbm3(x * 4.2 + 3, y * 4.2, z * 4.2, 5) + (fine - 0.5) * 0.12 + (grit - 0.5) * 0.08
    const filmed = smooth(edge - 0.16, edge + 0.02, spread)
    if (filmed <= 0) return
    tint(s, film, filmed * 0.75)
    s.rough = mix(s.rough, 0.6, filmed)
    s.coat *= 1 - filmed
    const grown = smooth(edge - 0.01, edge + 0.06, spread)
    if (grown > 0) {
      tint(s, deep, grown)
      tint(s, crust, grown * smooth(0.3, 0.75, fine * 0.6 + (spread - edge) * 2.2))
      tint(s, dust, grown * smooth(0.6, 0.95, grit * 0.6 + fine * 0.5) * 0.7)
      s.rough = mix(s.rough, 0.92, grown)
      bump(s, 0.12 * grown, crusted)
    }
    s.metal *= 1 - max(grown, filmed * 0.55)
  }
}

const DIRT: Rgb = [0.055, 0.05, 0.03]
const SHADE: Rgb = [0.014, 0.032, 0.008]
const GREEN: Rgb = [0.06, 0.1, 0.022]
const TIPS: Rgb = [0.16, 0.2, 0.05]

const tufted: Field = (x, y, z) => noise3(x * 24, y * 24, z * 24) * 0.09 + noise3(x * 74, y * 74, z * 74) * 0.034

/** Moss in cushions on what faces up, in dirt that has gathered round it: the mark of age. */
export const moss: Overlay = (s) => {
  const { x, y, z } = s
  const cushion = noise3(x * 24, y * 24, z * 24)
  const tuft = noise3(x * 74, y * 74, z * 74)
  const spread = fbm3(x * 3.8 + 7, y * 3.8, z * 3.8, 4) + s.ny * 0.2 - 0.05 + (cushion - 0.5) * 0.14 + (tuft - 0.5) * 0.07
  const dirty = smooth(0.4, 0.56, spread)
  if (dirty <= 0) return
  tint(s, DIRT, dirty * 0.6)
  s.rough = mix(s.rough, 0.9, dirty)
  const grown = smooth(0.53, 0.58, spread)
  if (grown > 0) {
    tint(s, SHADE, grown)
    tint(s, GREEN, grown * smooth(0.25, 0.6, cushion * 0.5 + tuft * 0.3 + (spread - 0.53) * 1.6))
    tint(s, TIPS, grown * smooth(0.5, 0.85, tuft * 0.7 + cushion * 0.3) * 0.75)
    s.rough = mix(s.rough, 1, grown)
    s.sheen = max(s.sheen, 0.5 * grown)
    bump(s, 0.3 * grown, tufted)
  }
  s.metal *= 1 - max(grown, dirty * 0.6)
  s.coat *= 1 - max(grown, dirty * 0.8)
}

const SOIL: Rgb = [0.05, 0.036, 0.022]
const DUST: Rgb = [0.42, 0.37, 0.29]

/** What years of use leave: soil in patches that hands do not reach, scuffs, shine gone, dust on what faces up. */
export const grime: Overlay = (s) => {
  const { x, y, z } = s
  const fine = noise3(x * 42, y * 42, z * 42)
  const spread = fbm3(x * 3.4 + 11, y * 3.4, z * 3.4, 4) + (fine - 0.5) * 0.1
  const soiled = smooth(0.42, 0.62, spread)
  tint(s, SOIL, 0.08 + soiled * 0.5)
  const scuffed = smooth(0.66, 0.74, noise3(x * 7, y * 31, z * 7) * 0.7 + fine * 0.3)
  tint(s, DUST, 0.22 * scuffed + 0.2 * max(0, s.ny) * smooth(0.35, 0.7, fine))
  s.rough = mix(s.rough, 0.85, 0.25 + 0.5 * soiled)
  s.coat *= 0.5 * (1 - soiled)
  s.metal *= 1 - 0.35 * soiled
}
