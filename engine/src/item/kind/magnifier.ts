import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glass } from '../../solid/material/clear.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const BRASS = rgb('#d2a24a')
/** Height of the middle of the lens. */
const LENS = 0.52

/** A flat band round the lens with milled edges. */
const milled =
  (r: number): Field =>
  (x, y, z) => {
    const d = length2(x, y - LENS)
    if (d < r - 0.3) return r - 0.15 - d
    const mill = 0.007 * sin(atan2(y - LENS, x) * 72)
    return max(abs(d - r) - 0.045 - (d > r ? mill : 0), abs(z) - 0.05) * 0.88 - 0.008
  }

function turned(bench: Bench): void {
  const grip = lathe(
    [
      [0, -1.14],
      [0.06, -1.13],
      [0.1, -1.06],
      [0.1, -0.98],
      [0.085, -0.92],
      [0.115, -0.7],
      [0.105, -0.5],
      [0.08, -0.36],
      [0.085, -0.3],
      [0, -0.29],
    ],
    4,
  )
  bench.add('handle', grip, [0, -0.72, 0, 0.45], bench.timber('#4a2212', '#8a4a28'))
  bench.add(
    'ferrules',
    (x, y, z) => {
      const cup = max(length2(x, z) - 0.095 + (y + 0.3) * 0.3, abs(y + 0.26) - 0.07) * 0.95
      return min(cup, torus(x, y + 0.34, z, 0.085, 0.022), torus(x, y + 0.95, z, 0.09, 0.022), length3(x, y + 1.15, z) - 0.045)
    },
    [0, -0.68, 0, 0.53],
    bench.fitting(),
  )
  bench.add('stem', (x, y, z) => max(length2(x, z) - 0.045, abs(y + 0.12) - 0.14) - 0.006, [0, -0.12, 0, 0.17], bench.fitting())
}

function cast(bench: Bench): void {
  const gilt = bench.body({ rough: 0.24, hammer: 0.04 }, BRASS)
  const leaf = sweep([
    [0, -0.22, 0, 0.05],
    [0.1, -0.3, 0, 0.045],
    [0.13, -0.44, 0, 0.036],
    [0.06, -0.52, 0, 0.03],
    [0.03, -0.46, 0, 0.026],
  ])
  const lower = sweep([
    [0, -0.66, 0, 0.046],
    [0.09, -0.76, 0, 0.044],
    [0.12, -0.92, 0, 0.042],
    [0.08, -1.06, 0, 0.036],
    [0, -1.12, 0, 0.05],
  ])
  const spine: Field = (x, y, z) => max(length2(x, z) - 0.046 - 0.016 * sin(y * 34), abs(y + 0.5) - 0.4) * 0.84
  bench.add(
    'handle',
    (x, y, z) => smoothMin(smoothMin(leaf(abs(x), y, z), lower(abs(x), y, z), 0.02), spine(x, y, z), 0.03),
    [0, -0.62, 0, 0.6],
    gilt,
  )
  bench.add('boss', (x, y, z) => ellipsoid(x, y + 0.62, z, 0.1, 0.085, 0.09), [0, -0.62, 0, 0.11], bench.fitting())
  bench.addGem(brilliantCut(0, -0.62, 0.08, 0.06, 0.06, 8, 'z'), [0, -0.62, 0.08, 0.09])
  const crest = polar(
    (x, y, z) =>
      min(
        length3(x - 0.66, y, z) - 0.055,
        length3(x - 0.66 * cos(0.13), y, z - 0.66 * sin(0.13)) - 0.034,
        length3(x - 0.66 * cos(0.13), y, z + 0.66 * sin(0.13)) - 0.034,
      ),
    12,
  )
  bench.add('beads', (x, y, z) => crest(x, z, y - LENS), [0, LENS, 0, 0.73], bench.fitting())
}

export const magnifier: Kind = {
  forms: ['turned', 'cast'],
  round: true,
  build(bench) {
    const r = bench.random.range(0.54, 0.6)
    const brass = bench.body({ rough: 0.16, brush: 0.003 }, BRASS)
    bench.add(
      'rim',
      milled(r),
      [0, LENS, 0, r + 0.08],
      bench.inscribed(brass, (s, at) => {
        at.u = (length2(s.x, s.y - LENS) - r + 0.04) * 12
        at.v = atan2(s.y - LENS, s.x) * 7
        return at.u > 0 && at.u < 1
      }),
    )
    bench.add(
      'bezel',
      (x, y, z) => length2(length2(x, y - LENS) - r + 0.035, abs(z) - 0.045) - 0.022,
      [0, LENS, 0, r + 0.05],
      bench.fitting({ rough: 0.14 }),
    )
    bench.add(
      'lens',
      (x, y, z) => max(ellipsoid(x, y - LENS, z, r * 1.1, r * 1.1, 0.12), length2(x, y - LENS) - r + 0.03),
      [0, LENS, 0, r],
      glass([0.78, 0.86, 0.88], bench.coloured || bench.glowing ? bench.accent : [0.93, 0.98, 0.98], 1.22, 0.03),
    )
    bench.add(
      'screws',
      (x, y, z) => {
        const a = (floor((atan2(y - LENS, x) / TAU) * 4) + 0.5) * (TAU / 4)
        return length3(x - cos(a) * r, y - LENS - sin(a) * r, abs(z) - 0.055) - 0.026
      },
      [0, LENS, 0, r + 0.05],
      bench.fitting(),
    )
    if (bench.form === 'cast') cast(bench)
    else turned(bench)
    return { roll: -0.62, yaw: 0.3, half: 1.12, aimY: 0, stands: null, thickness: 0.16 }
  },
}
