import { mix, smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { mirror } from '../../../material/mirror.ts'
import { fbm2, gradient2, value2, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from '../../nature/material/tilt.ts'

/** Kinds of paving, as `pavingOf` of the paints names them. */
const COBBLES = 0
const CHECKER = 2

/**
 * Level paving: cobbles, slabs, or a chequered floor. Floats: 0 variant, 1–3 colour, 4 size of a stone, 5 kind, 6–8 second colour,
 * 9 how much it mirrors: polish, or water that stands in hollows, 10 puddles (1) or an even polish (0), 11 snow.
 */
export function shadePaving(g: Hit): void {
  const O = g.objs
  const o = g.o
  const size = O[o + 4]!
  const kind = O[o + 5]!
  const along = g.fw / Math.max(0.05, -g.dy)
  const near = survives(size, along * 0.6)
  const z = g.pz / (kind === COBBLES ? size * 0.8 : size)
  const row = Math.floor(z)
  const x = g.px / size + (kind === COBBLES ? hash3(row, 3, 1) : kind === CHECKER ? 0 : (row & 1) * 0.5)
  const column = Math.floor(x)
  const fx = x - column - 0.5
  const fz = z - row - 0.5
  const chance = hash3(column, row, Math.floor(O[o]! * 1000))
  const stain = valueFbm2(g.px * 0.25, g.pz * 0.25, 3)
  const edge = Math.max(Math.abs(fx), Math.abs(fz))
  const round = kind === COBBLES ? fx * fx * 1.2 + fz * fz * 1.2 : 0
  const joint = (kind === COBBLES ? smooth(0.2, 0.42, round + (edge - 0.4) * 0.6) : smooth(0.5 - 0.02 / size, 0.499, edge)) * near
  const fine = 0.86 + 0.28 * value2(g.px * 9, g.pz * 9) * survives(0.3, along)
  const second = kind === CHECKER ? (column + row) & 1 : chance > 0.6 ? 0.75 : stain * 0.4
  const k = (0.66 + 0.5 * stain + (chance - 0.5) * 0.34 * near) * fine * (1 - joint * (kind === COBBLES ? 0.62 : 0.4))
  g.ar = mix(O[o + 1]!, O[o + 6]!, second) * k
  g.ag = mix(O[o + 2]!, O[o + 7]!, second) * k
  g.ab = mix(O[o + 3]!, O[o + 8]!, second) * k
  if (kind === COBBLES) tilt(g, -fx * 0.75 * near, 0, -fz * 0.75 * near)
  const snow = O[o + 11]! > 0 ? smooth(0.27, 0.44, valueFbm2(g.px * 0.3 + 7, g.pz * 0.18, 4) + 0.16 * joint) * O[o + 11]! : 0
  if (snow > 0) {
    g.ar = mix(g.ar, 0.76, snow)
    g.ag = mix(g.ag, 0.8, snow)
    g.ab = mix(g.ab, 0.86, snow)
  }
  const wet = O[o + 9]!
  if (wet <= 0) return
  const puddle = O[o + 10]! > 0 ? smooth(-0.1, 0.2, fbm2(g.px * 0.16 + 4, g.pz * 0.11, 3)) : 1
  const share = wet * (O[o + 10]! > 0 ? 0.35 + 0.65 * puddle : 1) * (1 - snow) * (1 - joint * 0.4)
  const rough = 1 - puddle
  const slope = gradient2(g.px * 3.1, g.pz * 3.1) * 0.006 + (fx * near * 0.03 + (chance - 0.5) * 0.012) * (0.25 + rough)
  mirror(g, slope, Math.abs(slope) * 0.5 + 0.004, 0.012 + 0.05 * rough, 3)
  const grazing = 1 + g.dy
  const fresnel = 0.05 + 0.95 * grazing * grazing * grazing * grazing
  const shine = share * fresnel
  const dark = 1 - 0.45 * share
  g.ar *= dark
  g.ag *= dark
  g.ab *= dark
  g.er = g.env[0]! * shine
  g.eg = g.env[1]! * shine
  g.eb = g.env[2]! * shine
  g.f0 = 0.03
  g.gloss = 0.6 * share
}
