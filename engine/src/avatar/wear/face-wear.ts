import { mirrorX } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glass } from '../../solid/material/clear.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bust, Fitting } from '../bust.ts'

const { abs, max, min } = Math

const FRAMES = ['#20222a', '#7a3b1e', '#b3242c', '#d9a441', '#2f4f7a'] as const
const GOLD = rgb('#f0c060')

/** Glasses and other things worn over the eyes. */
export function addEyewear(bust: Bust, fit: Fitting): void {
  const { features, random } = bust.traits
  const own = random('glasses')
  const round = own.chance(0.5)
  const frame = rgb(own.pick(FRAMES))
  if (features.has('sunglasses')) addGlasses(bust, fit, false, frame, [0.05, 0.045, 0.05])
  else if (features.has('glasses')) addGlasses(bust, fit, round, frame, [0.96, 0.98, 0.98])
  if (features.has('monocle')) addMonocle(bust, fit)
  if (features.has('eyepatch')) addEyepatch(bust, fit)
}

/** How a lens reaches from the eyes outward: its curve, and half its size. */
function lensOf({ eyes }: Fitting, round: boolean) {
  const r = eyes.r * 1.22
  const z = eyes.z + eyes.r * 1.42
  const y = eyes.y - 0.01
  const outline = (ax: number, py: number) => (round ? length2(ax, py - y) - r : rectangle(ax, py - y, r * 1.03, r * 0.8, 0.07))
  return { r, y, z, outline, depth: (x: number, pz: number) => pz - z + x * x * 0.35 }
}

function addGlasses({ add }: Bust, fit: Fitting, round: boolean, colour: Rgb, tint: Rgb): void {
  const { eyes, ear } = fit
  const { r, y, z, outline, depth } = lensOf(fit, round)
  const centre = eyes.x + 0.01
  const frame: Field = (px, py, pz) => {
    const x = abs(px)
    let d = length2(abs(outline(x - centre, py)), depth(x, pz)) - 0.021
    d = min(d, capsule(x, py, pz, 0, y + 0.05, z + 0.01, max(0.01, centre - r), y + 0.03, z, 0.017, 0.017))
    return min(d, capsule(x, py, pz, centre + r, y + 0.05, z - 0.06 - centre * 0.2, ear[0], y + 0.05, ear[2], 0.02, 0.02))
  }
  add('glasses', frame, [0, y, z / 2, ear[0] + 0.3], plain(colour, { rough: 0.25, coat: 0.6 }), 0.003)
  const lens: Field = (px, py, pz) => max(outline(abs(px) - centre, py), abs(depth(abs(px), pz)) - 0.006)
  add('lenses', lens, [0, y, z - 0.05, eyes.x + r + 0.1], glass([0.5, 0.5, 0.5], tint, 1.02, 0.05))
}

function addMonocle({ add }: Bust, fit: Fitting): void {
  const { eyes } = fit
  const { r, y, z, depth } = lensOf(fit, true)
  const ring: Field = (x, py, pz) => length2(length2(x - eyes.x, py - y) - r, depth(x, pz)) - 0.02
  add('monocle', ring, [eyes.x, y, z, r + 0.15], metal(GOLD, { rough: 0.15, wear: 0, brush: 0 }))
  const chain = sweep(
    [
      [eyes.x + r, y - 0.05, z - 0.06, 0.011],
      [eyes.x + r + 0.1, y - 0.4, z - 0.1, 0.011],
      [eyes.x + 0.12, -0.8, 0.42, 0.011],
    ],
    8,
  )
  add('chain', chain, [eyes.x + 0.15, y - 0.4, z - 0.1, 0.6], metal(GOLD, { rough: 0.2, brush: 0 }))
}

function addEyepatch({ add }: Bust, { eyes, skull }: Fitting): void {
  const hide = leather(rgb('#1d1a1e'))
  const patch: Field = (x, y, z) =>
    max(ellipsoid(x + eyes.x, y - eyes.y, z - eyes.z - 0.02, eyes.r * 1.35, eyes.r * 1.25, eyes.r * 1.12), -(z - eyes.z - 0.06))
  add('eyepatch', patch, [-eyes.x, eyes.y, eyes.z, eyes.r * 1.5], hide)
  const [a, b, c] = skull
  const strap: Field = (x, y, z) => {
    const over = ellipsoid(x, y - 0.17, z + 0.03, a + 0.02, b + 0.02, c + 0.02)
    return max(abs(over) - 0.012, abs(y - eyes.y - 0.12 - (x + eyes.x) * 0.42) - 0.022)
  }
  add('strap', strap, [0, 0.17, 0, 0.85], hide)
}

/** What hangs on ears, nose and neck. */
export function addJewels(bust: Bust, { ear, neck, nose }: Fitting): void {
  const { features } = bust.traits
  const gold = metal(GOLD, { rough: 0.18, wear: 0, brush: 0 })
  const [ex, ey, ez] = ear
  if (features.has('earrings')) {
    const field: Field = (x, y, z) => {
      const ax = abs(x) - ex - 0.02
      return min(length3(ax, y - ey + 0.19, z - ez - 0.03) - 0.035, length2(length2(ax, y - ey + 0.28) - 0.06, z - ez - 0.03) - 0.013)
    }
    bust.add('earrings', field, [0, ey - 0.24, ez, ex + 0.2], gold)
  }
  if (features.has('nose-ring') && nose) {
    const [y, z] = nose
    bust.add(
      'nose ring',
      (px, py, pz) => length2(length2(px - 0.055, py - y + 0.02) - 0.03, pz - z) - 0.009,
      [0.05, y, z, 0.1],
      gold,
      0.002,
    )
  }
  if (features.has('necklace')) {
    const chain: Field = (x, y, z) => length2(length2(x, (z + 0.06) * 0.9) - neck - 0.13, y + 1 - z * 0.5) - 0.022
    bust.add('chain', chain, [0, -1, 0.05, 0.6], gold)
    bust.add(
      'pendant',
      (x, y, z) => length3(x, y + 1, z - neck - 0.14) - 0.07,
      [0, -1, neck + 0.14, 0.1],
      plain(rgb('#2f9c95'), { rough: 0.08, coat: 1 }),
    )
  }
}

/** Headphones or a hearing aid. */
export function addHearing(bust: Bust, { ear, skull, hat }: Fitting): void {
  const { features, trim } = bust.traits
  const [ex, ey, ez] = ear
  if (features.has('headphones')) {
    const top = (skull[1] + 0.08) * hat.scale
    const arc: Field = (x, y, z) => length2(length2(x * (top / (ex + 0.06)), y - 0.05) - top - 0.08, z - ez - 0.03) - 0.05
    bust.add('bow', (x, y, z) => max(arc(x, y, z) * 0.85, -(y + 0.02)), [0, 0.45, ez, ex + 0.6], plain(rgb('#2a2c34'), { rough: 0.4 }))
    const cups: Field = (x, y, z) => ellipsoid(abs(x) - ex - 0.05, y - ey, z - ez - 0.03, 0.1, 0.2, 0.18)
    bust.add('cups', cups, [0, ey, ez, ex + 0.35], plain(trim, { rough: 0.35, coat: 0.5 }))
  }
  if (features.has('hearing-aid')) {
    const shell = sweep(
      [
        [ex - 0.005, ey + 0.1, ez - 0.11, 0.03],
        [ex + 0.035, ey + 0.2, ez - 0.05, 0.042],
        [ex + 0.05, ey + 0.17, ez + 0.05, 0.03],
      ],
      5,
    )
    bust.add('hearing aids', mirrorX(shell), [0, ey + 0.15, ez, ex + 0.25], plain(trim, { rough: 0.3, coat: 0.7 }))
    const tube = sweep(
      [
        [ex + 0.05, ey + 0.17, ez + 0.05, 0.013],
        [ex + 0.07, ey + 0.08, ez + 0.09, 0.013],
        [ex + 0.045, ey - 0.01, ez + 0.07, 0.02],
      ],
      5,
    )
    bust.add('tubes', mirrorX(tube), [0, ey + 0.08, ez + 0.05, ex + 0.2], plain(rgb('#e8f2f6'), { rough: 0.15, coat: 1 }), 0.002)
  }
}
