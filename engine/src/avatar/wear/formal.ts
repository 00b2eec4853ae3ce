import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { box, capsule, cylinder, ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import { bareSkin } from '../person/build-person.ts'
import type { Tailor } from './clothes.ts'
import { suit } from './suit.ts'
import { cut, folded, neckHole } from './torso.ts'

const { abs, max, min } = Math

const GOLD = rgb('#e8b64c')

const dress: Tailor = (bust, { torso, chest, neck }) => {
  const { traits, coarse, add } = bust
  add('chest', torso(0), chest, bareSkin(bust))
  const body = folded(torso(0.045))
  const neckline: Field = (x, y, z) => smoothMax(ellipsoid(x, y + 0.72, z - 0.1, 0.46, 0.46, 0.75), -(z + 0.5), 0.05)
  // a whole dress has larger dots, each of which a mesh can outline
  const fine = coarse ? 4.5 : 9
  const dots = (s: Surface) => {
    const u = s.x * fine
    const v = s.y * fine
    const row = Math.floor(v)
    const a = u + (row & 1) * 0.5
    tint(s, traits.trim, smooth(0.2, 0.15, length2(a - Math.floor(a) - 0.5, v - row - 0.5)))
  }
  add('dress', cut(body, neckline, 0.02), chest, fabric(traits.top, { pattern: dots }))
  // it lies on the skin however the shoulders are held
  const skin = torso(0)
  const ring: Field = (x, y, z) => (y > -0.6 ? y + 0.85 : length2(skin(x, y, z), length2(x, (z + 0.08) * 1.25) - neck - 0.13) - 0.018)
  add('necklace', ring, [0, -0.95, 0.05, neck + 0.26], plain(rgb('#f6efe4'), { rough: 0.15, coat: 1 }))
}

/** A robe with an edge of another colour and a stand-up collar. */
const robe: Tailor = ({ traits: { top, trim }, add }, { torso, chest, neck }) => {
  const edge = (s: Surface) => {
    const v = abs(abs(s.x) - 0.05 - max(0, s.y + 1.6) * 0.42)
    if (s.z > 0) tint(s, trim, smooth(0.05, 0.035, v))
  }
  add('robe', cut(folded(torso(0.07)), neckHole(neck + 0.1), 0.03), chest, fabric(top, { pattern: edge }))
  const collar: Field = (x, y, z) =>
    smoothMax(
      max(abs(length2(x, z + 0.08) - neck - 0.14 - (y + 0.95) * 0.5) - 0.03, abs(y + 0.82 + z * 0.3) - 0.14),
      -capsule(x, y, z, 0, -0.7, 0.25, 0, -1.2, 0.6, 0.06, 0.1),
      0.04,
    )
  add('collar', collar, [0, -0.85, 0, max(0.85, neck + 0.56)], fabric(top))
  add('clasp', (x, y, z) => length3(x, y + 1.02, z - 0.3) - 0.06, [0, -1.02, 0.3, 0.1], metal(GOLD, { rough: 0.2 }))
}

/** Which side lies over at (x, y), and how far from the edge: the collar of a hanfu or a kimono. */
const crossing = (x: number, y: number) => (y + 1.34) * 0.62 - x

/** Crossed collars: wide bands that meet over the chest, the left over the right. */
function crossed(wide: number, flowers: boolean): Tailor {
  return ({ traits: { top, trim }, add }, { torso, chest, neck }) => {
    const under = rgb('#f6f0e6')
    const print = (s: Surface) => {
      if (flowers) {
        const petal = fbm3(s.x * 5, s.y * 5, s.z * 5, 2)
        tint(s, trim, smooth(0.6, 0.63, petal) * 0.85)
      }
      // the bands end at the shoulders; sleeves have none
      if (s.z < -0.05 || abs(s.x) > 0.7) return
      const over = abs(crossing(s.x, s.y))
      const below = abs(crossing(-s.x, s.y))
      const hidden = crossing(s.x, s.y) < -wide
      if (!hidden && s.x < 0.1) {
        tint(s, trim, smooth(wide, wide - 0.012, below) * (s.x < 0 ? 1 : 0))
        tint(s, under, smooth(0.03, 0.02, abs(below - wide - 0.03)) * (s.x < 0 ? 1 : 0))
      }
      tint(s, trim, smooth(wide, wide - 0.012, over))
      tint(s, under, smooth(0.03, 0.02, abs(crossing(s.x, s.y) - wide - 0.03)))
    }
    const round = neckHole(neck + 0.05)
    const hole: Field = (x, y, z) => smoothMin(round(x, y, z), ellipsoid(x, y + 0.86, z - 0.2, 0.16, 0.24, 0.4), 0.06)
    add('garment', cut(folded(torso(0.075)), hole, 0.03), chest, fabric(top, { pattern: print }))
    add('under', cut(torso(0.01), neckHole(neck + 0.012), 0.02), chest, fabric(under))
    const band: Field = (x, y, z) => {
      const r = length2(x, z + 0.07) - neck - 0.085 + (y + 0.9) * 0.2
      return max(abs(r) - 0.03, abs(y + 0.87 + z * 0.55) - 0.09, z - 0.2) * 0.8
    }
    add('band', band, [0, -0.88, 0, max(0.55, neck + 0.26)], fabric(trim))
  }
}

const sari: Tailor = (bust, { torso, chest, neck }) => {
  const { traits, add } = bust
  add('chest', torso(0), chest, bareSkin(bust))
  const neckline: Field = (x, y, z) => smoothMax(ellipsoid(x, y + 0.75, z - 0.1, 0.4, 0.36, 0.75), -(z + 0.5), 0.05)
  add('blouse', cut(torso(0.035), neckline, 0.02), chest, fabric(traits.trim))
  const gold = metal(GOLD, { rough: 0.3, brush: 0 })
  const over = torso(0.075)
  const drape: Field = (x, y, z) => {
    const across = x * 0.62 + (y + 1.25) * 0.78
    const d = over(x, y, z)
    return (
      smoothMax(d, max(-across - 0.12 - (z < -0.1 ? 9 : 0), across - 0.26), 0.03) +
      (d < 0.2 ? 0.01 * (abs(((across * 12) % 1) - 0.5) - 0.25) : 0)
    )
  }
  const border = (s: Surface) => {
    const across = s.x * 0.62 + (s.y + 1.25) * 0.78
    tint(s, GOLD as Rgb, smooth(0.05, 0.04, abs(across - 0.2)))
    tint(s, GOLD as Rgb, smooth(0.014, 0.008, abs(across - 0.1)))
  }
  add('drape', drape, chest, fabric(traits.top, { sheen: 0.8, pattern: border }))
  add('necklace', (x, y, z) => torus(x, y + 0.93 - z * 0.4, z + 0.06, neck + 0.1, 0.02), [0, -0.95, 0.05, neck + 0.27], gold)
}

const armour: Tailor = ({ traits: { top }, add }, { torso, chest, neck, shoulders }) => {
  const plate = metal(mixSteel(top), { rough: 0.25, wear: 0.3, hammer: 0.05 })
  const gilt = metal(GOLD, { rough: 0.2 })
  add('plate', cut(torso(0.05), neckHole(neck + 0.07), 0.02), chest, plate)
  const pauldrons: Field = (x, y, z) => {
    const ax = abs(x)
    let d = 9
    for (let i = 0; i < 3; i++)
      d = min(
        d,
        max(
          abs(ellipsoid(ax - shoulders * 0.84 - i * 0.04, y + 1.16 + i * 0.14, z + 0.08, 0.34, 0.27, 0.36)) - 0.022,
          -(y + 1.22 + i * 0.15 + (ax - shoulders) * 0.3),
        ),
      )
    return d
  }
  add('pauldrons', pauldrons, chest, plate)
  add('trim', (x, y, z) => torus(x, y + 0.87, z + 0.06, neck + 0.115, 0.045), [0, -0.87, -0.06, neck + 0.17], gilt)
  add(
    'gorget',
    (x, y, z) => max(abs(length2(x, z + 0.06) - neck - 0.1 - (y + 0.8) * 0.25) - 0.02, abs(y + 0.83) - 0.1),
    [0, -0.83, 0, 0.55],
    plate,
  )
}

/** Steel that leans to a colour. */
const mixSteel = (colour: Rgb): Rgb => [0.58 * 0.7 + colour[0] * 0.3, 0.62 * 0.7 + colour[1] * 0.3, 0.67 * 0.7 + colour[2] * 0.3]

const spacesuit: Tailor = ({ traits: { top, trim }, add }, { torso, chest, neck }) => {
  const shell = fabric(top, { sheen: 0.2 })
  add('suit', cut(folded(torso(0.09)), neckHole(neck + 0.16), 0.03), chest, shell)
  const steel = metal(rgb('#c3c9d1'), { rough: 0.3, brush: 0 })
  add('ring', (x, y, z) => torus(x, (y + 0.86) * 0.9, z + 0.06, neck + 0.24, 0.075), [0, -0.86, -0.06, neck + 0.33], steel)
  add('collar', (x, y, z) => torus(x, (y + 0.98) * 0.8, z + 0.06, neck + 0.3, 0.11), [0, -0.98, -0.06, neck + 0.43], fabric(trim))
  add(
    'panel',
    (x, y, z) => box(x, y + 1.32, z - 0.36, 0.22, 0.12, 0.05, 0.03),
    [0, -1.32, 0.36, 0.3],
    plain(rgb('#3a4150'), { rough: 0.35 }),
  )
  for (const [i, colour] of (['#e5484d', '#f2c14e', '#57b36a'] as const).entries())
    add(
      `light ${i}`,
      (x, y, z) => cylinder(x + 0.11 - i * 0.11, z - 0.41, y + 1.3, 0.03, 0.02, 0.01),
      [i * 0.11 - 0.11, -1.3, 0.41, 0.06],
      plain(rgb(colour), { rough: 0.2, coat: 1 }),
    )
  const hose = sweep(
    [
      [0.3, -1.3, 0.36, 0.045],
      [0.5, -1.2, 0.36, 0.045],
      [0.55, -1.0, 0.2, 0.045],
    ],
    5,
  )
  add('hoses', mirrorX(hose), [0, -1.15, 0.3, 0.7], plain(rgb('#8b919c'), { rough: 0.4 }))
}

export const formal = {
  suit,
  dress,
  robe,
  hanfu: crossed(0.1, false),
  kimono: crossed(0.13, true),
  sari,
  armour,
  spacesuit,
} satisfies Record<string, Tailor>
