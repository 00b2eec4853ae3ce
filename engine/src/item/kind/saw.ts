import { PI } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stained } from '../stained.ts'

const { abs, floor, max, min } = Math

/** Teeth `tall` high along a line: how far they stand out at `along`. */
const teeth = (along: number, pitch: number, tall: number) => tall * (1 - 2 * abs(along / pitch - floor(along / pitch) - 0.5))

const GRIP = polygon(
  catmullRom(
    [
      [-0.42, 0.3],
      [-0.52, 0.38],
      [-0.74, 0.36],
      [-0.84, 0.24],
      [-1.04, 0.24],
      [-1.08, 0.02],
      [-1.02, -0.2],
      [-1.06, -0.36],
      [-0.82, -0.4],
      [-0.66, -0.32],
      [-0.5, -0.3],
      [-0.42, -0.14],
      [-0.46, 0.08],
      [-0.42, 0.3],
    ],
    3,
  ).flat(),
)
const HOLE = polygon(
  catmullRom(
    [
      [-0.66, 0.16],
      [-0.8, 0.14],
      [-0.92, 0.06],
      [-0.9, -0.16],
      [-0.78, -0.24],
      [-0.64, -0.16],
      [-0.6, 0.02],
      [-0.66, 0.16],
    ],
    3,
  ).flat(),
)

function hand(bench: Bench): void {
  const pitch = bench.random.pick([0.06, 0.075, 0.09])
  const nose = bench.random.range(0.08, 0.14)
  const plate: Field = (x, y, z) => {
    const t = (x + 0.5) / 1.6
    const top = 0.22 - (0.22 - nose + 0.12) * t
    const low = -0.24 - teeth(x, pitch, 0.042)
    return max(max((low - y) * 0.5, (y - top) * 0.98, x - 1.08 - y * 0.12, -x - 0.56), abs(z) - 0.014) * 0.98
  }
  const steel = bench.body({ axis: 'x', brush: 0.004, rough: 0.2 })
  bench.add(
    'blade',
    plate,
    [0.28, -0.02, 0, 0.89],
    bench.inscribed(steel, (s, at) => {
      at.u = (s.y + 0.09) * 7
      at.v = s.x * 7
      return at.u > 0 && at.u < 1 && abs(s.x - 0.2) < 0.42
    }),
  )
  const outline: Field2 = (x, y) => max(GRIP(x, y), -HOLE(x, y))
  const wood = extrude(outline, 0.062, 0.04)
  bench.add('handle', wood, [-0.76, -0.01, 0, 0.54], stained(bench, '#6a3a1c', '#a86a38', 'x'))
  bench.add(
    'screws',
    (x, y, z) => {
      const one = min(length2(x + 0.53, y - 0.2), length2(x + 0.56, y + 0.2), length2(x + 0.5, y + 0.01)) - 0.044
      return max(one, abs(z) - 0.072, -max(abs(y - 0.2 + floor((0.3 - y) / 0.2) * 0.2) - 0.006, 0.062 - abs(z)))
    },
    [-0.53, 0, 0, 0.3],
    bench.fitting(),
  )
}

function bow(bench: Bench): void {
  const iron = bench.body({ rough: 0.24, brush: 0.006 })
  const frame = sweep([
    [-0.62, -0.12, 0, 0.036],
    [-0.6, 0.2, 0, 0.042],
    [-0.4, 0.42, 0, 0.044],
    [0.2, 0.5, 0, 0.042],
    [0.8, 0.42, 0, 0.04],
    [0.98, 0.2, 0, 0.038],
    [0.98, -0.24, 0, 0.036],
  ])
  bench.add('frame', (x, y, z) => frame(x, y, z * 0.8), [0.18, 0.14, 0, 0.94], bench.coloured ? bench.hide(bench.fabric) : iron)
  const pitch = bench.random.pick([0.07, 0.09])
  bench.add(
    'blade',
    (x, y, z) => max((-0.235 - teeth(x, pitch, 0.04) - y) * 0.55, y + 0.1, abs(x - 0.18) - 0.82, abs(z) - 0.013) * 0.98,
    [0.18, -0.18, 0, 0.84],
    bench.inscribed(bench.body({ axis: 'x', brush: 0.004, rough: 0.2 }), (s, at) => {
      at.u = (s.y + 0.22) * 9
      at.v = s.x * 9
      return at.u > 0 && at.u < 1 && abs(s.x - 0.18) < 0.6
    }),
  )
  bench.add(
    'pins',
    (x, y, z) => {
      const post = min(length2(x + 0.62, y + 0.17), length2(x - 0.98, y + 0.17))
      const wing = max(length2(abs(x - 0.98) - 0.07, y + 0.3) - 0.05, abs(z) - 0.022)
      return min(max(post - 0.044, abs(z) - 0.058), capsule(x, y, z, 0.98, -0.2, 0, 0.98, -0.3, 0, 0.03, 0.03), wing) - 0.004
    },
    [0.18, -0.2, 0, 0.92],
    bench.fitting(),
  )
  bench.add(
    'handle',
    (x, y, z) =>
      max(smoothMin(length2(y + 0.1 - (x + 0.62) * 0.3, z) - 0.085, 9, 0.1) + 0.014 * abs((x + 0.9) * 3), abs(x + 0.88) - 0.24) * 0.93 -
      0.01,
    [-0.88, -0.18, 0, 0.29],
    stained(bench, '#6a3a1c', '#a86a38', 'x'),
  )
  bench.add('ferrule', (x, y, z) => max(length2(y + 0.1, z) - 0.07, abs(x + 0.64) - 0.045) - 0.006, [-0.64, -0.1, 0, 0.1], bench.fitting())
}

/** Two men's saw: a long bowed blade with upright grips at both ends. */
function crosscut(bench: Bench): void {
  const pitch = bench.random.pick([0.11, 0.13])
  const steel = bench.body({ axis: 'x', brush: 0.004, rough: 0.26 })
  bench.add(
    'blade',
    (x, y, z) => {
      const low = -0.3 + 0.16 * x * x - teeth(x, pitch, 0.075)
      return max((low - y) * 0.42, (y - 0.02 - 0.06 * x * x) * 0.98, abs(x) - 1.0, abs(z) - 0.015) * 0.98
    },
    [0, -0.14, 0, 1.03],
    bench.inscribed(steel, (s, at) => {
      at.u = (s.y + 0.2) * 7
      at.v = s.x * 7
      return at.u > 0 && at.u < 1 && abs(s.x) < 0.6
    }),
  )
  const grip: Field = (x, y, z) => {
    const u = abs(x) - 0.98
    return max(length2(u, z) - 0.07 - 0.014 * abs((y - 0.2) * 2.4), abs(y - 0.2) - 0.28) * 0.94 - 0.016
  }
  bench.add('grips', grip, [0, 0.2, 0, 1.15], stained(bench, '#6a3a1c', '#a86a38'))
  bench.add(
    'brackets',
    (x, y, z) => {
      const u = abs(x) - 0.95
      return min(
        box(u, y + 0.1, z, 0.07, 0.07, 0.045, 0.02),
        length3(u, y + 0.1, abs(z) - 0.05) - 0.03,
        max(length2(abs(x) - 0.98, z) - 0.098, abs(y + 0.04) - 0.035),
      )
    },
    [0, -0.08, 0, 1.12],
    bench.fitting({ hammer: 0.05 }),
  )
  bench.add(
    'straps',
    (x, y, z) => max(length2(abs(x) - 0.98, z) - 0.1, abs(y - 0.44) - 0.026) - 0.004,
    [0, 0.44, 0, 1.12],
    bench.hide(rgb('#3c2418')),
  )
}

export const saw: Kind = {
  forms: ['hand', 'bow', 'crosscut'],
  build(bench) {
    if (bench.form === 'bow') bow(bench)
    else if (bench.form === 'crosscut') crosscut(bench)
    else hand(bench)
    return {
      roll: PI * 0.1,
      yaw: 0.3,
      half: bench.form === 'crosscut' ? 1.24 : 1.2,
      aimX: bench.form === 'crosscut' ? 0 : 0.02,
      aimY: 0.02,
      stands: null,
      thickness: 0.11,
    }
  },
}
