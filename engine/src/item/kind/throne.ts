import { atan2, sin } from '../../math/dmath.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { polygon } from '../../solid/field/outline.ts'
import { box, cylinder, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, every, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth, stone } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { CHARGES } from '../shape/heraldry.ts'
import { GRAINS, hewnStone } from '../shape/hewn-stone.ts'
import {
  boulder,
  columns,
  FLOOR,
  highBack,
  lions,
  niche,
  type StoneThrone,
  skulls,
  trilith,
  wheel,
  ziggurat,
} from '../shape/stone-thrones.ts'

const { abs, max, min } = Math

/** A pointed arch, half the width `w`, springing at `foot`, its point at `top`. */
const arch = (w: number, base: number, spring: number, top: number): Field2 => {
  const points: number[] = [w, base, w, spring]
  for (let i = 1; i < 6; i++) {
    const t = i / 6
    points.push(w * (1 - t * t), spring + (top - spring) * t)
  }
  points.push(0, top)
  for (let i = 5; i > 0; i--) {
    const t = i / 6
    points.push(-w * (1 - t * t), spring + (top - spring) * t)
  }
  points.push(-w, spring, -w, base)
  return polygon(points)
}

const VELVETS = ['#8f1420', '#8f1420', '#1f2f7a', '#155038', '#4a1a66', '#2a2228'] as const
const METALS = ['#e0ac48', '#e0ac48', '#d4d8de', '#b8733e'] as const

/** Outlines of the padded back; w is half its width. */
const BACKS = {
  pointed: (inset) => arch(0.42 - inset, -0.25 + inset * 0.8, 0.55 - inset * 0.3, 1.02 - inset * 1.3),
  round: (inset) => (x, y) => (y > 0.58 ? length2(x, y - 0.58) - 0.42 + inset : max(abs(x) - 0.42 + inset, -0.25 + inset - y)),
  lancet: (inset) => arch(0.36 - inset, -0.25 + inset * 0.8, 0.5, 1.3 - inset * 2),
  trefoil: (inset) => (x, y) =>
    min(
      max(abs(x) - 0.38 + inset, y - 0.6, -0.25 + inset - y),
      length2(abs(x) - 0.2, y - 0.62) - 0.24 + inset,
      length2(x, y - 0.86) - 0.26 + inset,
    ),
  shell: (inset) => (x, y) => {
    const [u, v] = [x, y - 0.1]
    const ribs = 0.045 * abs(sin(atan2(u, v) * 6))
    return y > 0.1 ? (length2(u * 1.35, v) - 0.86 + ribs + inset) * 0.72 : max(abs(x) - 0.637 + inset + (0.1 - y) * 0.6, -0.25 + inset - y)
  },
} satisfies Record<string, (inset: number) => Field2>

/** What rises behind the back: flat, in the plane z = 0. */
const GLORIES: Record<'rays' | 'wings' | 'fan', Field2> = {
  rays: (x, y) => {
    const [r, angle] = [length2(x, y - 0.45), atan2(x, y - 0.45)]
    const step = 0.26
    const k = Math.floor(angle / step + 0.5)
    const long = k - 2 * Math.floor(k / 2) === 0 ? 0.98 : 0.8
    return max(abs(angle - k * step) * r - 0.075 * (1 - (r - 0.35) / (long - 0.35)), r - long, abs(angle) - 1.75) * 0.7
  },
  wings: (() => {
    const wing = polygon([
      0.3, 0.1, 0.52, 0.28, 0.62, 0.3, 0.6, 0.4, 0.76, 0.46, 0.72, 0.56, 0.88, 0.66, 0.82, 0.74, 0.96, 0.9, 0.86, 0.94, 0.96, 1.18, 0.72,
      1.08, 0.5, 0.9, 0.3, 0.6,
    ])
    return (x, y) => wing(abs(x), y)
  })(),
  fan: (x, y) => {
    const [r, angle] = [length2(x, y - 0.3), atan2(x, y - 0.3)]
    const along = every(angle, 0.3) * r
    const hilt = max(abs(r - 0.92) - 0.022, abs(along) - 0.085)
    const grip = max(abs(along) - 0.02, r - 1.04)
    return max(min(abs(along) - 0.045, hilt, grip), r > 0.92 ? min(hilt, grip) : -9, r - 1.05, abs(angle) - 1.36) * 0.8
  },
}

/** What stands on the posts of the back. */
const FINIALS = {
  orbs: (u, y, w) => min(length3(u, y - 1.0, w) - 0.075, length3(u, y - 1.1, w) - 0.03, max(length2(u, w) - 0.085, abs(y - 0.93) - 0.018)),
  spires: (u, y, w) =>
    min(
      max(length2(u, w) - 0.08 * max(0.02, (1.28 - y) / 0.36), 0.92 - y, y - 1.27) * 0.8,
      max(length2(u, w) - 0.09, abs(y - 0.93) - 0.02),
    ),
  lilies: (u, y, w) => min(length3(u, (y - 1.06) * 0.5, w) - 0.05, length2(length2(abs(u) - 0.06, y - 0.99) - 0.05, w) - 0.022),
} satisfies Record<string, Field>

function royal(bench: Bench): Pose {
  const { random } = bench
  const named = bench.named || bench.whole || bench.has('cursed')
  const dark = !named && !bench.gilded && random.chance(0.25)
  const gold = dark
    ? bench.timber('#3a1c10', '#6a3a1e')
    : named
      ? bench.body({ rough: 0.28 })
      : bench.body({ rough: 0.28 }, rgb(random.pick(METALS)))
  const trim = bench.fitting({ rough: 0.2 })
  const velvet = cloth(bench.coloured ? bench.fabric : bench.has('cursed') ? rgb('#3a1450') : rgb(random.pick(VELVETS)), 1)
  const round = random.chance(0.5)
  bench.add(
    'dais',
    round
      ? (x, y, z) => min(cylinder(x, y + 1.0, z - 0.02, 0.86, 0.06, 0.015), cylinder(x, y + 0.9, z, 0.74, 0.06, 0.015))
      : (x, y, z) => min(box(x, y + 1.0, z - 0.02, 0.72, 0.06, 0.66, 0.015), box(x, y + 0.9, z, 0.6, 0.06, 0.54, 0.015)),
    [0, -0.95, 0, 1],
    bench.named || bench.whole ? gold : stone(rgb(random.pick(['#8d8578', '#4a4a52', '#b8a890'] as const))),
  )
  const glory = random.pick(['rays', 'wings', 'fan', 'none', 'none'] as const)
  if (glory !== 'none') {
    const flat = GLORIES[glory]
    const behind: Field = (x, y, z) => max(flat(x, y), abs(z + 0.48) - 0.026) * 0.9 - 0.006
    bench.add('glory', behind, [0, 0.55, -0.48, 1.12], glory === 'fan' ? bench.body({ rough: 0.25 }, rgb('#c9ced6')) : gold)
  }
  const back = random.pick(['pointed', 'round', 'lancet', 'trefoil', 'shell'] as const)
  const frame = extrudeRing(BACKS[back](0), 0.07)
  bench.add('frame', (x, y, z) => frame(x, y, z + 0.4, 0.06) * 0.9, [0, 0.42, -0.4, 1.02], gold)
  const panel = BACKS[back](0.06)
  const tufted = random.chance(0.55)
  bench.add(
    'panel',
    (x, y, z) => (max(panel(x, y), abs(z + 0.4) - 0.045) - 0.01 + (tufted && z > -0.36 ? pits(x, y) : 0)) * 0.9,
    [0, 0.4, -0.4, 0.96],
    velvet,
  )
  if (tufted)
    bench.add(
      'studs',
      (x, y, z) => max(length3(every(x, 0.18), every(y - 0.05, 0.18), z + 0.345) - 0.02, abs(x) - 0.25, y - 0.66, -0.08 - y),
      [0, 0.33, -0.345, 0.46],
      trim,
    )
  else {
    const device = CHARGES[random.pick(['star', 'sun', 'fleur', 'eagle', 'flory', 'tower'] as const)](0.26)
    bench.add('device', (x, y, z) => max(device(x, y - 0.42), abs(z + 0.345) - 0.022) * 0.8 - 0.004, [0, 0.42, -0.345, 0.44], trim)
  }
  bench.add('seat', slab(0, -0.42, 0.02, 0.48, 0.07, 0.44, 0.02), [0, -0.42, 0, 0.66], gold)
  bench.add(
    'cushion',
    (x, y, z) => box(x, y + 0.3 - 0.03 * (1 - length2(x, z)), z - 0.03, 0.41, 0.08, 0.38, 0.07) * 0.95,
    [0, -0.28, 0.03, 0.58],
    velvet,
  )
  const post = blend(0.02, slab(0.44, -0.62, 0.36, 0.06, 0.22, 0.06, 0.02), slab(0.44, -0.2, 0.36, 0.042, 0.26, 0.042, 0.015))
  const pillar = slab(0.46, 0.05, -0.4, 0.062, 0.89, 0.062, 0.02)
  bench.add('posts', (x, y, z) => min(post(abs(x), y, z), pillar(abs(x), y, z)), [0, 0.06, -0.03, 1.13], gold)
  const arm = sweep(random.pick(ARMS))
  bench.add('arms', (x, y, z) => arm(abs(x), y, z), [0, 0.1, 0.06, 0.8], gold)
  const finial = FINIALS[random.pick(['orbs', 'spires', 'lilies'] as const)]
  bench.add('finials', (x, y, z) => finial(abs(x) - 0.46, y, z + 0.4), [0, 1.06, -0.4, 0.66], trim)
  const peak = { pointed: 1.02, round: 1, lancet: 1.3, trefoil: 1.12, shell: 0.96 }[back]
  const tines: Field = (x, y, z) => {
    const crest = blend(0.02, rod([0, 0, -0.4], [0, 0.18, -0.4], 0.05, 0.018), rod([0.07, -0.02, -0.4], [0.17, 0.1, -0.4], 0.04, 0.014))
    return crest(abs(x), y - peak, z)
  }
  if (glory !== 'rays') bench.add('crest', tines, [0, peak + 0.06, -0.4, 0.26], gold)
  bench.addGem(brilliantCut(0, peak - 0.04, -0.31, 0.075, 0.07, 8, 'z'), [0, peak - 0.04, -0.31, 0.11])
  for (const side of [-1, 1]) bench.addGem(brilliantCut(side * 0.44, -0.42, 0.47, 0.05, 0.05, 6, 'z'), [side * 0.44, -0.42, 0.47, 0.08])
  const carving: Field = (x, y, z) => max(length2(length2(every(x, 0.16), y + 0.52) - 0.055, z - 0.46) - 0.016, abs(x) - 0.4)
  bench.add('carving', carving, [0, -0.52, 0.46, 0.46], trim)
  bench.add('front', slab(0, -0.64, 0.4, 0.4, 0.2, 0.03, 0.01), [0, -0.64, 0.4, 0.48], gold)
  const top = max(peak + 0.22, glory === 'none' ? 1.2 : 1.44)
  return { yaw: 0.42, pitch: 0.12, half: (top + 1.06) / 2 + 0.14, aimY: (top - 1.06) / 2 + 0.01, stands: -1.06 }
}

/** Arms from the back to the hand. */
const ARMS = [
  [
    [0.46, 0.12, -0.36, 0.05],
    [0.46, 0.1, 0, 0.055],
    [0.46, 0.1, 0.34, 0.065],
    [0.46, 0.05, 0.48, 0.075],
    [0.46, -0.02, 0.46, 0.05],
  ],
  [
    [0.46, 0.34, -0.36, 0.05],
    [0.46, 0.18, -0.1, 0.05],
    [0.46, 0.06, 0.2, 0.055],
    [0.46, 0.12, 0.44, 0.06],
    [0.46, 0.22, 0.46, 0.07],
    [0.46, 0.22, 0.38, 0.04],
  ],
  [
    [0.46, 0.08, -0.36, 0.06],
    [0.5, 0.08, 0, 0.06],
    [0.46, 0.08, 0.42, 0.06],
    [0.46, 0.08, 0.46, 0.1],
    [0.46, 0.08, 0.48, 0.1],
  ],
] as const

const pits = (x: number, y: number) => {
  const r = length2(every(x, 0.18), every(y - 0.05, 0.18))
  return r > 0.1 ? 0 : 0.3 * (0.1 - r) * (1 - r * 6)
}
/** A frame of width `w` round an outline. */
const extrudeRing =
  (outline: Field2, w: number) =>
  (x: number, y: number, z: number, half: number): number =>
    length2(max(abs(outline(x, y)) - w * 0.35, 0), max(abs(z) - half + 0.03, 0)) - 0.03

const ROCKS = ['#9a948a', '#9a948a', '#5c6068', '#c4a880', '#7f8f80', '#3e3c42', '#a8684c', '#ddd6c8', '#6c7c8e'] as const

/** Which designs there are, the one with a hewn high back among them. */
const DESIGNS: readonly StoneThrone[] = [highBack, boulder, trilith, niche, ziggurat, lions, skulls, wheel, columns]

function hewn(bench: Bench): Pose {
  const { random } = bench
  const rock =
    bench.named || bench.whole
      ? bench.body({ rough: 0.4, hammer: 0.08 })
      : hewnStone(random.pick(GRAINS), bench.coloured ? bench.fabric : bench.has('cursed') ? rgb('#3a3444') : rgb(random.pick(ROCKS)))
  const lettered = bench.inscribed(rock, (s, at) => {
    at.u = s.x * 7 + 0.5
    at.v = s.y * 7
    return abs(s.x) < 0.21 && s.y > 0 && s.y < 0.8 && s.nz > 0.5
  })
  const top = random.pick(DESIGNS)(bench, rock, lettered)
  return { yaw: 0.46, pitch: 0.14, half: max((top - FLOOR) / 2 + 0.16, 1.28), aimY: (top + FLOOR) / 2 - 0.02, stands: FLOOR }
}

export const throne: Kind = {
  forms: ['royal', 'stone'],
  build: (bench) => (bench.form === 'stone' ? hewn(bench) : royal(bench)),
}
