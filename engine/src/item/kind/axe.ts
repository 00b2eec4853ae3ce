import { atan2, PI, sin, smooth } from '../../math/dmath.ts'
import { place, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, cylinder, length2 } from '../../solid/field/shapes.ts'
import { ball } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { curvedOutline } from '../shape/heraldry.ts'

const { abs, max } = Math

/** Outlines of a bit on the side of positive x; the middle of its eye is the origin. */
const BITS = {
  crescent: (x, v) => max(length2(x - 0.02, v) - 0.62, 0.34 - length2(x - 0.16, abs(v) - 0.52), 0.03 - x),
  bearded: curvedOutline(
    [
      [0.03, 0.15],
      [0.3, 0.19],
      [0.56, 0.34],
    ],
    [
      [0.56, 0.34],
      [0.66, 0.05],
      [0.65, -0.25],
      [0.54, -0.52],
    ],
    [
      [0.54, -0.52],
      [0.4, -0.28],
      [0.24, -0.15],
      [0.03, -0.15],
    ],
    [
      [0.03, -0.15],
      [0.03, 0.15],
    ],
  ),
  broad: curvedOutline(
    [
      [0.03, 0.12],
      [0.2, 0.15],
      [0.38, 0.32],
      [0.46, 0.56],
    ],
    [
      [0.46, 0.56],
      [0.66, 0.26],
      [0.66, -0.26],
      [0.46, -0.56],
    ],
    [
      [0.46, -0.56],
      [0.38, -0.32],
      [0.2, -0.15],
      [0.03, -0.12],
    ],
    [
      [0.03, -0.12],
      [0.03, 0.12],
    ],
  ),
  felling: curvedOutline(
    [
      [0.03, 0.15],
      [0.3, 0.17],
      [0.52, 0.25],
    ],
    [
      [0.52, 0.25],
      [0.57, 0],
      [0.52, -0.27],
    ],
    [
      [0.52, -0.27],
      [0.3, -0.16],
      [0.03, -0.15],
    ],
    [
      [0.03, -0.15],
      [0.03, 0.15],
    ],
  ),
  horned: curvedOutline(
    [
      [0.03, 0.14],
      [0.22, 0.18],
      [0.3, 0.36],
      [0.24, 0.58],
    ],
    [
      [0.24, 0.58],
      [0.46, 0.46],
      [0.6, 0.24],
      [0.64, 0.1],
    ],
    [
      [0.64, 0.1],
      [0.54, 0],
      [0.64, -0.1],
    ],
    [
      [0.64, -0.1],
      [0.6, -0.24],
      [0.46, -0.46],
      [0.24, -0.58],
    ],
    [
      [0.24, -0.58],
      [0.3, -0.36],
      [0.22, -0.18],
      [0.03, -0.14],
    ],
    [
      [0.03, -0.14],
      [0.03, 0.14],
    ],
  ),
} satisfies Record<string, Field2>

type Bit = keyof typeof BITS

const OF_FORM: Readonly<Record<string, readonly Bit[]>> = {
  single: ['crescent', 'broad', 'horned'],
  double: ['crescent', 'broad', 'horned', 'felling'],
  bearded: ['bearded'],
  hatchet: ['felling'],
  spiked: ['crescent', 'broad', 'bearded'],
}

/** A bit thick at its eye and thin at its edge. */
const bit =
  (outline: Field2): Field =>
  (x, y, z) =>
    max(outline(x, y - 0.5), abs(z) - max(0.11 * (1 - x / 0.68), 0.006)) * 0.8

/** What stands behind the eye of an axe with one bit. */
const POLLS = {
  block: (x, y, z) => box(x + 0.09, y - 0.5, z, 0.12, 0.13, 0.1, 0.03),
  hammer: place(
    lathe([
      [0, 0.05],
      [0.09, 0.05],
      [0.09, 0.2],
      [0.13, 0.24],
      [0.13, 0.32],
      [0.1, 0.34],
      [0, 0.34],
    ]),
    0,
    0.5,
    0,
    0,
    0,
    PI / 2,
  ),
  beak: sweep([
    [-0.05, 0.52, 0, 0.11],
    [-0.22, 0.54, 0, 0.08],
    [-0.36, 0.49, 0, 0.05],
    [-0.47, 0.36, 0, 0.012],
  ]),
  none: () => 9,
} satisfies Record<string, Field>

const LEATHERS = ['#5a3421', '#1e1c20', '#5a1c20', '#1e2c4c', '#26402e', '#8a6038'] as const

/** The haft, its binding, and what caps it below and above. */
function addHaft(bench: Bench): void {
  const { random, form } = bench
  const bow = random.pick([0.02, 0.02, 0.045])
  const bend = (y: number) => bow * sin(y * 3)
  const [early, late] = random.pick([
    ['#5b3820', '#96643a'],
    ['#2c1c14', '#4e3222'],
    ['#8a6238', '#c89a60'],
  ] as const)
  bench.add(
    'haft',
    (x, y, z) => max(length2(x - bend(y), z * 1.15) - 0.058, abs(y + 0.06) - 0.86),
    [0, -0.06, 0, 0.9],
    bench.timber(early, late),
  )
  const [turns, deep, slant] = random.pick([
    [60, 0.011, 1],
    [120, 0.006, 1],
    [40, 0.009, 0],
  ] as const)
  const long = random.range(0.15, 0.28)
  bench.add(
    'wrap',
    (x, y, z) =>
      max(length2(x - bend(y), z * 1.15) - 0.073 + deep * sin(y * turns + slant * atan2(z, x)), abs(y + 0.84 - long) - long) * 0.8,
    [0, -0.84 + long, 0, long + 0.12],
    bench.hide(bench.coloured ? bench.fabric : rgb(random.pick(LEATHERS))),
  )
  const foot: Field = random.pick([
    (x, y, z) => cylinder(x, y, z, 0.085, 0.06, 0.03),
    ball(0, 0, 0, 0.095),
    lathe([
      [0, -0.13],
      [0.03, -0.09],
      [0.1, 0],
      [0.07, 0.05],
      [0, 0.06],
    ]),
  ] satisfies Field[])
  bench.add('foot', place(foot, bend(-0.92), -0.92, 0), [bend(-0.92), -0.93, 0, 0.16], bench.fitting())
  const point = form === 'spiked' || (form === 'double' && random.chance(0.5))
  const crown: Field = point
    ? union(
        (x, y, z) => cylinder(x, y, z, 0.075, 0.04, 0.02),
        (x, y, z) => max(abs(x) + abs(z) * 1.5 - 0.085 * ((0.34 - y) / 0.3), -y, y - 0.32) * 0.55,
      )
    : (x, y, z) => cylinder(x, y, z, 0.072, 0.05, 0.02)
  bench.add('cap', place(crown, bend(0.8), 0.8, 0), [bend(0.8), 0.9, 0, 0.28], bench.fitting())
}

export const axe: Kind = {
  forms: ['single', 'double', 'bearded', 'hatchet', 'spiked'],
  build(bench) {
    const { random } = bench
    const double = bench.form === 'double'
    const outline = BITS[random.pick(OF_FORM[bench.form] ?? OF_FORM.single!)]
    const forged = bench.body({ hammer: random.pick([0.05, 0.05, 0]), axis: 'x' })
    const chased = random.chance(0.35)
      ? overlaid(forged, [engraving(9, (s) => smooth(-0.05, -0.08, outline(abs(s.x), s.y - 0.5)))])
      : forged
    const steel = bench.inscribed(chased, (s, at) => {
      at.u = abs(s.x) * 9
      at.v = (s.y - 0.5) * 6 + 0.5
      return abs(s.x) > 0.14 && abs(s.x) < 0.44 && abs(s.y - 0.5) < 0.085
    })
    const one = bit(outline)
    bench.add('bit', double ? (x, y, z) => one(abs(x), y, z) : one, [double ? 0 : 0.3, 0.5, 0, double ? 0.78 : 0.72], steel)
    const back = POLLS[double ? 'none' : bench.form === 'spiked' ? 'beak' : random.pick(['block', 'block', 'hammer', 'none'] as const)]
    const eye: Field = (x, y, z) => smoothMin(box(x, y - 0.5, z, 0.11, 0.2, 0.12, 0.04), back(x, y, z), 0.03)
    bench.add('socket', eye, [-0.1, 0.5, 0, 0.46], bench.fitting({ hammer: 0.06 }))
    addHaft(bench)
    bench.addGem(brilliantCut(0, 0.5, 0.125, 0.085, 0.08, 8, 'z'), [0, 0.5, 0.125, 0.13])
    return { roll: -0.6, yaw: 0.4, half: 1.12, aimX: 0.08, aimY: 0.02, stands: null, thickness: 0.13 }
  },
}
