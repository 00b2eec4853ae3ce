import { atan2, PI, sin, smooth } from '../../math/dmath.ts'
import { mirrorX, place, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { ball, disc } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min, sqrt } = Math

/** Lengths in model units. */
type Blade = {
  /** Half the width at height y, nothing at the end. */
  readonly width: (y: number) => number
  /** Where the middle line lies at height y. */
  readonly bend?: (y: number) => number
  readonly end: number
  /** Half the thickness. */
  readonly half: number
  /** How deep the groove along its middle is. */
  readonly groove?: number
}

const tapering = (y: number, end: number) => max(0, 1 - ((y + 0.1) / (end + 0.1)) * ((y + 0.1) / (end + 0.1)))

const BLADES: Readonly<Record<string, readonly Blade[]>> = {
  straight: [
    { width: (y) => 0.15 * tapering(y, 0.95), end: 0.95, half: 0.045 },
    { width: (y) => 0.19 * max(0, 1 - (y + 0.14) / 1.1), end: 0.96, half: 0.05, groove: 0.02 },
    { width: (y) => min(0.115, max(0, 0.9 - y) * 0.5), end: 0.9, half: 0.045, groove: 0.02 },
  ],
  curved: [
    { width: (y) => 0.15 * tapering(y, 0.95), bend: (y) => 0.14 * (y + 0.1) * (y + 0.1), end: 0.95, half: 0.045 },
    { width: (y) => 0.12 * tapering(y, 0.94) + 0.02, bend: (y) => 0.4 * (y - 0.1) * (y - 0.1) - 0.016, end: 0.9, half: 0.045 },
  ],
  wavy: [{ width: (y) => 0.14 * sqrt(tapering(y, 0.98)), bend: (y) => 0.036 * sin(y * 13), end: 0.98, half: 0.042 }],
  stiletto: [{ width: (y) => 0.066 * max(0, 1 - (y + 0.14) / 1.22), end: 1.06, half: 0.058 }],
  leaf: [{ width: (y) => (0.085 + 0.1 * smooth(0, 0.5, y)) * sqrt(max(0, 1 - smooth(0.42, 0.92, y))), end: 0.9, half: 0.046 }],
  kukri: [
    {
      width: (y) => (0.09 + 0.07 * smooth(0.1, 0.55, y)) * sqrt(max(0, 1 - smooth(0.5, 0.95, y))),
      bend: (y) => 0.1 * smooth(-0.1, 0.3, y) - 0.36 * smooth(0.2, 1.05, y),
      end: 0.93,
      half: 0.05,
    },
  ],
}

const blade =
  ({ width, bend = () => 0, end, half, groove = 0 }: Blade): Field =>
  (x, y, z) => {
    const ax = abs(x - bend(y))
    const edge = width(y)
    const thick = half * (1 - (ax / max(edge, 0.001)) * 0.92) - groove * smooth(0.034, 0.02, ax) * smooth(0.6, 0.5, y)
    return max((ax - edge) * 0.8, (abs(z) - max(thick, 0.002)) * 0.85, y - end, -y - 0.14) * 0.82
  }

const GUARDS = {
  swept: mirrorX(
    sweep([
      [0, -0.16, 0, 0.085],
      [0.16, -0.14, 0, 0.062],
      [0.27, -0.06, 0, 0.05],
      [0.29, 0.02, 0, 0.062],
    ]),
  ),
  bar: mirrorX(
    sweep([
      [0, -0.15, 0, 0.08],
      [0.14, -0.15, 0, 0.05],
      [0.24, -0.15, 0, 0.05],
      [0.28, -0.15, 0, 0.072],
    ]),
  ),
  drooped: mirrorX(
    sweep([
      [0, -0.15, 0, 0.08],
      [0.14, -0.16, 0, 0.06],
      [0.24, -0.22, 0, 0.045],
      [0.25, -0.31, 0, 0.05],
    ]),
  ),
  turned: sweep([
    [-0.27, -0.04, 0, 0.062],
    [-0.24, -0.11, 0, 0.046],
    [-0.12, -0.16, 0, 0.06],
    [0, -0.15, 0, 0.082],
    [0.12, -0.15, 0, 0.06],
    [0.24, -0.2, 0, 0.046],
    [0.27, -0.27, 0, 0.062],
  ]),
  rondel: union(disc(0, -0.15, 0, 0.2, 0.035, 0.015), disc(0, -0.15, 0, 0.12, 0.065, 0.02)),
  lobes: union(mirrorX(ball(0.1, -0.17, 0, 0.095)), ball(0, -0.14, 0, 0.09)),
} satisfies Record<string, Field>

const POMMELS = {
  ball: (x, y, z) => length3(x, (y + 0.71) * 1.15, z) - 0.11,
  wheel: place(disc(0, 0, 0, 0.115, 0.05, 0.02), 0, -0.74, 0, PI / 2),
  ring: union(
    place((x, y, z) => torus(x, y, z, 0.085, 0.032), 0, -0.77, 0, PI / 2),
    ball(0, -0.67, 0, 0.06),
  ),
  onion: lathe(
    [
      [0, -0.88],
      [0.02, -0.86],
      [0.05, -0.81],
      [0.105, -0.74],
      [0.09, -0.68],
      [0.05, -0.64],
      [0, -0.64],
    ],
    3,
  ),
  ears: union(
    mirrorX(
      sweep([
        [0, -0.66, 0, 0.06],
        [0.07, -0.72, 0, 0.045],
        [0.1, -0.8, 0, 0.045],
        [0.06, -0.86, 0, 0.03],
      ]),
    ),
    ball(0, -0.67, 0, 0.07),
  ),
  flat: union(disc(0, -0.69, 0, 0.13, 0.03, 0.012), ball(0, -0.72, 0, 0.055)),
} satisfies Record<string, Field>

const LEATHERS = ['#3a2a3c', '#1c1a1e', '#5a1c20', '#1c2c4c', '#26402e', '#7a4a28'] as const

/** What the hand holds: bound leather, dark wood or ribbed ivory. */
function addGrip(bench: Bench): void {
  const { random } = bench
  const kind = bench.coloured ? 'leather' : random.pick(['leather', 'leather', 'wood', 'ivory'] as const)
  const [turns, deep, slant] =
    kind === 'leather'
      ? random.pick([
          [56, 0.012, 1],
          [130, 0.006, 1],
        ] as const)
      : random.pick([
          [44, 0.01, 0],
          [24, 0.008, 0],
        ] as const)
  const stuff: Opaque =
    kind === 'leather'
      ? bench.hide(bench.coloured ? bench.fabric : rgb(random.pick(LEATHERS)))
      : kind === 'wood'
        ? bench.timber('#2c1a12', '#5e3a22')
        : plain(rgb('#eadfc4'), { rough: 0.35, coat: 0.4 })
  bench.add(
    'grip',
    (x, y, z) =>
      max(length2(x, z) - 0.075 + deep * sin(y * turns + slant * atan2(z, x)) + 0.1 * (y + 0.42) * (y + 0.42), abs(y + 0.42) - 0.24) * 0.8,
    [0, -0.42, 0, 0.3],
    stuff,
  )
}

export const dagger: Kind = {
  forms: ['straight', 'curved', 'wavy', 'stiletto', 'leaf', 'kukri'],
  build(bench) {
    const { random } = bench
    const made = random.pick(BLADES[bench.form] ?? BLADES.straight!)
    const middle = made.bend ?? (() => 0)
    const steel = bench.inscribed(bench.body({ brush: 0.012 }), (s, at) => {
      const across = s.x - middle(s.y)
      at.u = across * 16 + 0.5
      at.v = s.y * 8
      return abs(across) < 0.03 && s.y > 0 && s.y < 0.6
    })
    bench.add('blade', blade(made), [0.02, 0.45, 0, 0.72], steel)
    const guard = random.pick(['swept', 'bar', 'drooped', 'turned', 'rondel', 'lobes'] as const)
    bench.add('guard', GUARDS[guard], [0, -0.14, 0, 0.42], bench.fitting())
    addGrip(bench)
    bench.add(
      'pommel',
      POMMELS[random.pick(['ball', 'wheel', 'ring', 'onion', 'ears', 'flat'] as const)],
      [0, -0.75, 0, 0.18],
      bench.fitting(),
    )
    const front = guard === 'rondel' ? 0.19 : 0.085
    bench.addGem(brilliantCut(0, -0.15, front, 0.075, 0.07, 8, 'z'), [0, -0.15, front, 0.11])
    return { roll: -0.72, yaw: 0.42, half: 0.98, aimY: 0.08, stands: null, thickness: 0.1 }
  },
}
