import { atan2, sin } from '../../math/dmath.ts'
import { place, polar, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { chain } from '../shape/chain.ts'
import { spikes, spread } from '../shape/spikes.ts'

const { abs, max, min } = Math

/** Outline of a flange in (radius, height). */
const FLANGES = {
  pointed: polygon([0.03, 0.38, 0.14, 0.42, 0.19, 0.56, 0.33, 0.7, 0.2, 0.84, 0.15, 0.98, 0.03, 1.0]),
  winged: polygon([0.03, 0.36, 0.2, 0.4, 0.3, 0.52, 0.26, 0.66, 0.32, 0.82, 0.22, 0.96, 0.03, 0.98]),
} as const

/** The spiked ball's radius. */
const BALL = 0.22

function handle(bench: Bench, top: number): void {
  const pommel = lathe(
    [
      [0, -1.14],
      [0.07, -1.12],
      [0.095, -1.05],
      [0.06, -0.97],
      [0.05, -0.93],
      [0.09, -0.91],
      [0.05, -0.87],
    ],
    4,
  )
  bench.add('pommel', pommel, [0, -1.01, 0, 0.17], bench.fitting())
  bench.add(
    'grip',
    (x, y, z) => max(length2(x, z) - 0.06 + 0.009 * sin(y * 76 + atan2(z, x)), abs(y + 0.62) - 0.27) * 0.82,
    [0, -0.62, 0, 0.29],
    bench.hide(bench.coloured ? bench.fabric : rgb('#4a2a1c')),
  )
  bench.add(
    'collars',
    (x, y, z) => min(torus(x, y + 0.33, z, 0.052, 0.032), torus(x, y + 0.26, z, 0.05, 0.02), torus(x, y - top + 0.03, z, 0.05, 0.03)),
    [0, (top - 0.33) / 2, 0, (top + 0.33) / 2 + 0.1],
    bench.fitting(),
  )
  const loop = sweep([
    [0.04, -1.02, 0.05, 0.016],
    [0.2, -0.96, 0.06, 0.015],
    [0.27, -0.78, 0.02, 0.015],
    [0.2, -0.62, -0.02, 0.015],
    [0.07, -0.66, 0.05, 0.015],
  ])
  bench.add('strap', loop, [0.15, -0.82, 0.02, 0.29], bench.hide(rgb('#33201a')))
}

function flanged(bench: Bench): void {
  const outline = FLANGES[bench.random.pick(['pointed', 'winged'] as const)]
  const plate = extrude(outline, 0.024, 0.008)
  bench.add(
    'flanges',
    polar((x, y, z) => plate(x, y, z), bench.random.pick([6, 7, 8])),
    [0, 0.68, 0, 0.46],
    bench.inscribed(bench.body({ brush: 0.01 }), (s, at) => {
      at.u = (length2(s.x, s.z) - 0.08) * 10
      at.v = s.y * 9
      return at.u > 0 && at.u < 1 && s.y > 0.5 && s.y < 0.9
    }),
  )
  const core = lathe(
    [
      [0, 0.28],
      [0.075, 0.3],
      [0.09, 0.42],
      [0.085, 0.9],
      [0.1, 0.98],
      [0.075, 1.04],
      [0.06, 1.07],
      [0.045, 1.12],
      [0, 1.15],
    ],
    4,
  )
  bench.add('core', core, [0, 0.71, 0, 0.46], bench.fitting())
}

function ball(bench: Bench, x: number, y: number, z: number): void {
  const points = spikes(spread(bench.random.pick([18, 22, 26])), BALL - 0.03, BALL + 0.17, 0.058)
  const at = (field: Field) => place(field, x, y, z, 0.4, 0.2, 0.1)
  bench.add(
    'ball',
    at((u, v, w) => smoothMin(length3(u, v, w) - BALL, torus(u, v, w, BALL - 0.005, 0.028), 0.02)),
    [x, y, z, BALL + 0.04],
    bench.inscribed(bench.body({ hammer: 0.09 }), (s, spot) => {
      spot.u = (s.y - y) * 11 + 0.5
      spot.v = atan2(s.x - x, s.z - z) * 3
      return spot.u > 0 && spot.u < 1
    }),
  )
  bench.add('spikes', at(points), [x, y, z, BALL + 0.2], bench.body({ rough: 0.16, brush: 0.004 }))
}

export const mace: Kind = {
  forms: ['flanged', 'star', 'flail'],
  build(bench) {
    const flail = bench.form === 'flail'
    const top = flail ? 0.34 : 0.34
    const shaft: Field = (x, y, z) => max(length2(x, z) - 0.046, abs(y - (top - 0.9) / 2) - (top + 0.9) / 2)
    bench.add(
      'shaft',
      shaft,
      [0, (top - 0.9) / 2, 0, (top + 0.9) / 2 + 0.03],
      bench.form === 'flanged' ? bench.body({ brush: 0.012 }) : bench.timber(),
    )
    handle(bench, top)
    if (bench.form === 'flanged') flanged(bench)
    if (bench.form === 'star') {
      ball(bench, 0, 0.6, 0)
      bench.add(
        'socket',
        (x, y, z) => max(length2(x, z) - 0.075 - max(0, y - 0.3) * 0.25, abs(y - 0.32) - 0.12) * 0.95,
        [0, 0.32, 0, 0.18],
        bench.fitting(),
      )
    }
    if (flail) {
      const hang = bench.random.range(0.5, 0.62)
      ball(bench, hang, -0.2, 0.1)
      bench.add(
        'cap',
        union(
          (x, y, z) => max(length2(x, z) - 0.068, abs(y - 0.24) - 0.11) - 0.006,
          (x, y, z) => length2(length2(x, y - 0.41) - 0.055, z) - 0.02,
        ),
        [0, 0.3, 0, 0.2],
        bench.fitting(),
      )
      const links = chain(
        [
          [0.02, 0.45, 0],
          [0.12, 0.53, 0.01],
          [0.25, 0.57, 0.02],
          [0.37, 0.53, 0.03],
          [0.45, 0.43, 0.05],
          [hang - 0.03, 0.31, 0.07],
          [hang, 0.18, 0.09],
          [hang, 0.03, 0.1],
        ],
        0.1,
        0.019,
      )
      bench.add('chain', links, [0.27, 0.3, 0.05, 0.45], bench.body({ rough: 0.3 }))
      return { roll: -0.5, yaw: 0.3, half: 1.14, aimX: 0.16, aimY: -0.22, stands: null, thickness: 0.16 }
    }
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, -1.01, 0.09, 0.05, 0.05, 6, 'z'), [0, -1.01, 0.09, 0.08])
    return { roll: -0.7, yaw: 0.4, half: 1.1, aimY: bench.form === 'star' ? -0.12 : 0, stands: null, thickness: 0.24 }
  },
}
