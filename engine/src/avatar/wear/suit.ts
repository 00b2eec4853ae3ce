import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Prng } from '../../math/prng.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { box, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { dim, type Surface, tint } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import type { Tailor } from './clothes.ts'
import { cut, folded, neckHole, yoke } from './torso.ts'

const { abs, max, min } = Math

const SHIRTS = ['#f2f0ea', '#f2f0ea', '#cfdcec', '#ecd3d3', '#efe6c8', '#23252d'].map((hex) => rgb(hex))
const PETALS = ['#d8344a', '#f2f0ea', '#e8a13a', '#c86aa8'].map((hex) => rgb(hex))
const BUTTONS = rgb('#2a2320')

/** How the coat of a suit is cut: how low it closes, how wide its lapels are, whether they have a notch, and how it is buttoned. */
const CUTS = {
  single: { closes: -1.42, lapel: 0.1, notched: true, buttons: 'row' },
  slim: { closes: -1.5, lapel: 0.065, notched: true, buttons: 'row' },
  double: { closes: -1.28, lapel: 0.14, notched: true, buttons: 'rows' },
  dinner: { closes: -1.55, lapel: 0.12, notched: false, buttons: 'row' },
} as const
type Cut = (typeof CUTS)[keyof typeof CUTS]

type Cloth = (s: Surface) => void

/** Cloth of one colour, with thin stripes, with panes, or of mottled wool. */
function clothOf(random: Prng, base: Rgb): Cloth | undefined {
  const line = scale(base, 1.5, 0.06)
  return random.pick<Cloth | undefined>([
    undefined,
    undefined,
    (s) => tint(s, line, smooth(0.011, 0.006, abs(every(s.x + s.z * 0.3, 0.085))) * 0.8),
    (s) => tint(s, line, max(smooth(0.012, 0.007, abs(every(s.x, 0.19))), smooth(0.012, 0.007, abs(every(s.y, 0.19)))) * 0.6),
    (s) => dim(s, 0.72 + 0.5 * noise3(s.x * 46, s.y * 46, s.z * 46)),
  ])
}

/** Silk of one colour, striped across or dotted. */
function silkOf(random: Prng, second: Rgb): Cloth | undefined {
  return random.pick<Cloth | undefined>([
    undefined,
    undefined,
    (s) => tint(s, second, smooth(0.016, 0.012, abs(every(s.x * 0.7 + s.y, 0.09)))),
    (s) => tint(s, second, smooth(0.016, 0.011, length2(every(s.x, 0.06), every(s.y, 0.06)))),
  ])
}

/** One wing of a shirt collar, for x ≥ 0. */
const wing: Field = (x, y, z) => {
  const u = x - 0.13
  const v = y + 0.85
  return box(u * 0.78 + v * 0.62, -u * 0.62 + v * 0.78, z - 0.22 + u * 0.5, 0.1, 0.09, 0.03, 0.02)
}

const TIES = {
  long: (x, y, z) => {
    const w = y > -0.98 ? 0.06 : 0.05 + (-0.98 - y) * 0.12
    return min(box(x, y + 1.25, z - 0.3 + (y + 1.25) * 0.1, w, 0.32, 0.03, 0.02), box(x, y + 0.94, z - 0.25, 0.065, 0.055, 0.05, 0.03))
  },
  bow: (x, y, z) => {
    const ax = abs(x)
    const loop = max(abs(y + 0.95) - 0.035 - ax * 0.34, ax - 0.2, abs(z - 0.28 + ax * 0.16) - 0.045 - 0.014 * sin(ax * 50)) * 0.8
    return smoothMin(loop - 0.012, box(x, y + 0.95, z - 0.29, 0.045, 0.05, 0.05, 0.03), 0.01)
  },
  cravat: (x, y, z) => {
    const puff = ellipsoid(x, y + 1.03, z - 0.25, 0.15 - (y + 1.03) * 0.16, 0.2, 0.085)
    return (smoothMin(puff, box(x, y + 0.9, z - 0.24, 0.1, 0.045, 0.06, 0.03), 0.03) + 0.008 * sin((x * 1.3 + y * 0.25 * x) * 90)) * 0.8
  },
} satisfies Record<string, Field>

/** Half the width of the gap between the fronts of what closes at some height. */
const gap = (y: number, closes: number) => 0.02 + max(0, y - closes) * 0.5

/** The fronts of a coat or a waistcoat lie open over this. */
const opening =
  (closes: number): Field =>
  (x, y, z) =>
    max(abs(x) - gap(y, closes), -z)

function lapelsOf(over: Field, { closes, lapel, notched }: Cut): Field {
  return (x, y, z) => {
    const edge = gap(y, closes)
    const notch = notched ? 0.026 - abs(y + 1.0 - (abs(x) - edge) * 0.5) - max(0, edge + lapel * 0.45 - abs(x)) : -1
    const outer = abs(x) - edge - lapel * (notched ? 1 + max(0, y + 1.12) * 0.9 : 1 - abs(y + 1.15) * 0.7)
    const beside = max(edge - abs(x), outer, -z, y + 0.82, closes + 0.03 - y, notch)
    return beside > 0.2 ? beside : smoothMax(over(x, y, z), beside, 0.012)
  }
}

/** Coat, shirt and what is worn at the neck: the cut, the cloth and the rest by the sitter's own stream. */
export const suit: Tailor = ({ traits, coarse, add }, { torso, chest, neck }) => {
  const { top, trim } = traits
  const own = traits.random('suit')
  const cutName = own.pick(['single', 'single', 'slim', 'double', 'dinner'] as const)
  const coatCut = CUTS[cutName]
  const linen = cutName === 'dinner' ? SHIRTS[0]! : own.pick(SHIRTS)
  const cloth = clothOf(own, top)
  const worn = cutName === 'dinner' ? 'bow' : own.pick(['long', 'long', 'long', 'bow', 'cravat', 'none'] as const)
  // a thick neck pushes collar and knot forward; on a whole body they are laid on its shirt
  const forward = coarse ? 0 : max(0, neck - 0.24)
  const silk = silkOf(own, own.chance(0.5) ? linen : scale(trim, 0.55))

  const chestOf = cut(torso(0.02), neckHole(neck + 0.025), 0.02)
  const high = yoke(neck + 0.015, 0.3)
  const whole: Field = (x, y, z) => smoothMin(chestOf(x, y, z), high(x, y, z), 0.03)
  add('shirt', forward > 0 ? whole : chestOf, chest, fabric(linen))
  if (cutName !== 'double' && own.chance(0.45)) {
    const vest = own.pick([scale(trim, 0.8), scale(top, 0.7), scale(top, 1.5, 0.02)])
    const low = opening(coatCut.closes + 0.2)
    const open: Field = (x, y, z) => max(low(x, y, z), coatCut.closes + 0.2 - y)
    add('waistcoat', cut(cut(torso(0.042), open, 0.015), neckHole(neck + 0.06), 0.02), chest, fabric(vest, { sheen: 0.7 }))
  }
  const fronts = cut(folded(cut(torso(0.06), opening(coatCut.closes), 0.03)), neckHole(neck + 0.05), 0.02)
  add('coat', fronts, chest, fabric(top, cloth && { pattern: cloth }))
  const over = torso(0.085)
  const satin = coatCut.notched ? scale(top, 0.78) : scale(top, 0.45)
  add(
    'lapels',
    lapelsOf(over, coatCut),
    chest,
    fabric(satin, { sheen: coatCut.notched ? 0.8 : 1.4, ...(coatCut.notched && cloth && { pattern: cloth }) }),
  )

  const hole = neckHole(neck + 0.015)
  const collar: Field = (x, y, z) => {
    const stand = max(abs(length2(x, z + 0.06) - neck - 0.045) - 0.022, abs(y + 0.84 - z * 0.12) - 0.075)
    return smoothMax(smoothMin(stand, wing(abs(x) - forward * 0.5, y, z - forward), 0.03), -hole(x, y, z), 0.02)
  }
  add('collar', collar, [0, -0.85, 0.1, 0.6], fabric(linen))
  const under = torso(0.035)
  const tie: Field = (x, y, z) => {
    const d = TIES[worn === 'none' ? 'long' : worn](x, y, z - forward * smooth(-1.3, -0.95, y))
    // below the knot it lies under the coat
    if (coarse || d > 0.2 || y > -1.02) return d
    const inner = under(x, y, z) - 0.14 * smooth(-1.22, -1.02, y)
    return max(d, forward > 0 ? min(inner, high(x, y, z) - 0.06 * smooth(-1.3, -1.12, y)) : inner)
  }
  if (worn !== 'none') add('tie', tie, [0, -1.2, 0.3, 0.56], fabric(trim, { sheen: 0.9, ...(silk && { pattern: silk }) }))

  const across = coatCut.buttons === 'rows' ? 0.13 : 0
  const knobs = torso(0.09)
  const buttons: Field = (x, y, z) =>
    max(knobs(x, y, z), length2(abs(x) - across, every(y - coatCut.closes + 0.05, 0.2)) - 0.03, y - coatCut.closes + 0.02, -z)
  add('buttons', buttons, [0, coatCut.closes - 0.25, 0.3, 0.42], plain(BUTTONS, { rough: 0.3, coat: 0.6 }))

  const extra = own.pick(['none', 'square', 'square', 'flower'] as const)
  if (extra === 'square') {
    const proud = torso(0.1)
    const folds: Field = (x, y, z) =>
      max(proud(x, y, z), abs(x - 0.42) - 0.085, -1.3 - y, y + 1.22 - abs(every(x - 0.42, 0.085)) * 1.3, -z) * 0.7
    add('pocket square', folds, [0.42, -1.25, 0.2, 0.24], fabric(own.chance(0.5) ? linen : trim))
  }
  if (extra === 'flower') {
    const proud = torso(0.12)
    const petals: Field = (x, y, z) => {
      const r = length2(x - 0.3, y + 1.06)
      return max(proud(x, y, z) + r * 0.3, r - 0.085 - 0.012 * sin((x + y * 1.7) * 80), -z) * 0.7
    }
    add('flower', petals, [0.3, -1.06, 0.25, 0.22], fabric(own.pick(PETALS), { sheen: 1 }))
  }
}
