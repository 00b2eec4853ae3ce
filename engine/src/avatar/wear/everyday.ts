import { sin, smooth } from '../../math/dmath.ts'
import { mirrorX, place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { tint } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import type { Tailor } from './clothes.ts'
import { cut, folded, neckHole, yoke } from './torso.ts'

const { abs, max } = Math

const collarRing =
  (radius: number, thick: number): Field =>
  (x, y, z) =>
    torus(x, y * 0.8, z * 0.95, radius, thick)

function pullover(knit: number, striped: boolean): Tailor {
  return ({ traits, coarse, add }, { torso, chest, neck }) => {
    const { top, trim } = traits
    const open = cut(folded(torso(0.05)), neckHole(neck + 0.03), 0.03)
    const high = yoke(neck + 0.035, 0.22)
    const shirt: Field = (x, y, z) => smoothMin(open(x, y, z), high(x, y, z), 0.05)
    const pattern = striped ? { pattern: (s: Parameters<typeof tint>[0]) => tint(s, trim, smooth(-0.1, 0.1, sin(s.y * 40))) } : {}
    add('shirt', coarse ? open : shirt, chest, fabric(top, { knit, ...pattern }))
    const ring = collarRing(neck + (knit > 0 ? 0.08 : 0.065), knit > 0 ? 0.085 : 0.04)
    add(
      'collar',
      place(ring, 0, -0.865, -0.06, -0.12),
      [0, -0.87, -0.06, neck + 0.2],
      fabric(striped ? trim : scale(top, 0.8), { knit: knit * 1.4 }),
    )
  }
}

const hoodie: Tailor = ({ traits: { top }, add }, { torso, chest }) => {
  add('shirt', cut(folded(torso(0.07)), neckHole(0.31), 0.04), chest, fabric(top))
  const hood: Field = (x, y, z) => {
    const d = torus(x, (y + 0.83 + z * 0.35) * 0.8, (z + 0.12) * 0.9, 0.42, 0.14)
    return smoothMax(d, -capsule(x, y, z, 0, -0.85, 0.3, 0, -1.2, 0.7, 0.12, 0.2), 0.08) + 0.012 * sin(x * 12) * sin(z * 9)
  }
  add('hood', hood, [0, -0.83, -0.1, 0.75], fabric(scale(top, 0.92)))
  const string = sweep(
    [
      [0.14, -0.92, 0.3, 0.018],
      [0.15, -1.1, 0.36, 0.018],
      [0.14, -1.25, 0.38, 0.026],
    ],
    3,
  )
  add('strings', mirrorX(string), [0, -1.1, 0.35, 0.35], plain(rgb('#f2efe6'), { rough: 0.8 }))
}

/** A knitted scarf over whatever is there. */
export const wrapScarf: Tailor = ({ traits: { trim, top }, add }, { neck }) => {
  const field: Field = (x, y, z) => {
    let d = 9
    for (let i = 0; i < 2; i++) {
      const yy = y + 0.86 + i * 0.13 + 0.03 * sin(x * 5 + i * 2)
      d = smoothMin(d, torus(x, yy, (z + 0.05) * 0.95, neck + 0.125 + i * 0.03, 0.1), 0.03)
    }
    d = smoothMin(d, box(x + 0.17 + (y + 1.2) * 0.1, y + 1.18, z - neck - 0.15, 0.11, 0.27, 0.05, 0.04), 0.05)
    return d + 0.01 * sin(x * 30 + y * 20)
  }
  const stripes = (s: Parameters<typeof tint>[0]) => tint(s, top, smooth(0.55, 0.75, sin(s.x * 16 + s.y * 6)))
  add('scarf', field, [0, -0.95, 0, neck + 0.55], fabric(trim, { knit: 0.6, pattern: stripes }))
}

const scarf: Tailor = (bust, fit) => {
  const { top, trim } = bust.traits
  bust.add('shirt', cut(folded(fit.torso(0.05)), neckHole(0.28), 0.03), fit.chest, fabric(top === trim ? scale(top, 0.6) : top))
  wrapScarf(bust, fit)
}

const jacket: Tailor = ({ traits: { top, trim }, add }, { torso, chest, neck }) => {
  add('shirt', cut(torso(0.02), neckHole(neck + 0.02), 0.02), chest, fabric(trim))
  const opening: Field = (x, y, z) => max(abs(x) - 0.1 - max(0, y + 1.4) * 0.3, -z)
  add('coat', cut(folded(cut(torso(0.075), opening, 0.03)), neckHole(neck + 0.08), 0.03), chest, leather(top))
  const collar: Field = (x, y, z) => {
    const r = length2(x, z + 0.06) - neck - 0.11 - (y + 0.9) * 0.32
    const d = max(abs(r) - 0.03, abs(y + 0.84 + z * 0.25) - 0.13)
    return smoothMax(d, -(length2(x, (y + 0.9) * 0.5) - 0.16 - max(0, z) * 0.05 + (z < 0 ? 9 : 0)), 0.03) * 0.8
  }
  add('collar', collar, [0, -0.84, 0, max(0.62, neck + 0.34)], leather(scale(top, 0.85)))
  const zip: Field = (x, y, z) => {
    const edge = 0.1 + max(0, y + 1.4) * 0.3
    return length2(abs(x) - edge - 0.02, z - 0.34 + (y + 1.1) * 0.16) - 0.014
  }
  add('zip', (x, y, z) => max(zip(x, y, z), abs(y + 1.25) - 0.24), [0, -1.2, 0.35, 0.5], metal(rgb('#d8dce2'), { rough: 0.2, brush: 0 }))
}

const overalls: Tailor = ({ traits: { top, trim }, add }, { torso, chest, neck }) => {
  add('shirt', cut(folded(torso(0.04)), neckHole(neck + 0.04), 0.03), chest, fabric(trim))
  add('collar', place(collarRing(neck + 0.07, 0.045), 0, -0.865, -0.06, -0.12), [0, -0.87, -0.06, neck + 0.16], fabric(scale(trim, 0.82)))
  const body = torso(0.065)
  const denim = fabric(top, { sheen: 0.25 })
  const bib: Field = (x, y, z) => smoothMax(body(x, y, z), max(abs(x) - 0.34, y + 1.18, -z), 0.02)
  const straps: Field = (x, y, z) => smoothMax(body(x, y, z) - 0.006, max(abs(abs(x) - 0.31 - (y + 1.2) * 0.12) - 0.065, -(y + 1.3)), 0.02)
  add('bib', bib, chest, denim)
  add('straps', straps, chest, denim)
  add(
    'buttons',
    (x, y, z) => length3(abs(x) - 0.3, y + 1.19, z - 0.345) - 0.045,
    [0, -1.19, 0.345, 0.4],
    metal(rgb('#e8b64c'), { rough: 0.25 }),
  )
}

export const everyday = {
  't-shirt': pullover(0, false),
  stripes: pullover(0, true),
  sweater: pullover(0.5, false),
  hoodie,
  scarf,
  jacket,
  overalls,
} satisfies Record<string, Tailor>
