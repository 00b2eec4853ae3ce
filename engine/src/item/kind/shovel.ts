import { sin, smooth } from '../../math/dmath.ts'
import { smoothMin, union } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'
import { capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stained } from '../stained.ts'

const { abs, max } = Math

/** The right half of a blade's outline, from the shoulder to the point; asked at |x|. */
const BLADES: Record<string, Field2> = {
  spade: polygon([
    -0.4,
    0.34,
    ...catmullRom(
      [
        [0.06, 0.34],
        [0.28, 0.33],
        [0.33, 0.28],
        [0.33, 0.7],
        [0.24, 0.98],
        [0, 1.14],
      ],
      4,
    ).flat(),
    -0.4,
    1.14,
  ]),
  square: polygon([-0.4, 0.3, 0.3, 0.3, 0.36, 0.36, 0.39, 1.02, 0.36, 1.06, -0.4, 1.06]),
  trowel: polygon([
    -0.4,
    0.16,
    ...catmullRom(
      [
        [0.05, 0.16],
        [0.2, 0.22],
        [0.26, 0.42],
        [0.22, 0.78],
        [0.1, 1.02],
        [0, 1.1],
      ],
      4,
    ).flat(),
    -0.4,
    1.1,
  ]),
}

/** How far the blade bends back at (x, y): a shallow dish. */
const dish = (form: string, x: number, y: number) =>
  form === 'square' ? 0.12 * smooth(0.2, 0.38, abs(x)) + 0.1 * smooth(0.5, 0.3, y) : 0.55 * x * x + 0.06 * (y - 0.7) * (y - 0.7)

function blade(bench: Bench): void {
  const outline = BLADES[bench.form] ?? BLADES.spade!
  const { form } = bench
  const sheet: Field = (x, y, z) => {
    const ridge = 0.035 * smooth(0.07, 0, abs(x)) * smooth(0.8, 0.3, y)
    return max(outline(abs(x), y), abs(z - dish(form, x, y) - ridge) - 0.018) * 0.86 - 0.004
  }
  const steel = bench.body({ axis: 'y', brush: 0.005, rough: 0.3 })
  bench.add(
    'blade',
    sheet,
    [0, form === 'trowel' ? 0.63 : 0.7, 0.04, form === 'trowel' ? 0.52 : 0.58],
    bench.inscribed(steel, (s, at) => {
      at.u = s.x * 8 + 0.5
      at.v = s.y * 8
      return at.u > 0 && at.u < 1 && s.y > 0.4 && s.y < 0.9
    }),
  )
  if (form !== 'trowel') {
    // rolled steps for the foot
    const step: Field = (x, y, z) =>
      capsule(abs(x), y, z, 0.09, 0.33, dish(form, 0.09, 0.33) - 0.01, 0.29, 0.32, dish(form, 0.29, 0.32) - 0.01, 0.032, 0.03)
    bench.add('steps', step, [0, 0.33, 0.04, 0.36], bench.body({ rough: 0.3, brush: 0.006 }))
  }
}

function longHandle(bench: Bench): void {
  const stalk = 0.19
  bench.add(
    'socket',
    (x, y, z) => {
      const tube = max(length2(x, z) - 0.066 - 0.012 * (0.4 - y), abs(y - 0.2) - 0.22)
      const tongue = capsule(x, y, z, 0, 0.36, 0, 0, 0.62, 0.03, 0.07, 0.02)
      return smoothMin(tube, tongue, 0.06)
    },
    [0, 0.3, 0, 0.42],
    bench.body({ rough: 0.3, brush: 0.006 }),
  )
  bench.add('rivets', (x, y, z) => length3(x, abs(y - 0.12) - 0.07, abs(z) - 0.07) - 0.022, [0, 0.12, 0, 0.14], bench.fitting())
  bench.add(
    'shaft',
    (x, y, z) => max(length2(x, z - 0.014 * sin(y * 3)) - 0.05 - 0.006 * sin(y * 5), abs(y + 0.44) - 0.5) - 0.004,
    [0, -0.44, 0, 0.52],
    stained(bench, '#7a5230', '#bd8d58'),
  )
  if (bench.form === 'square') {
    bench.add('end', (x, y, z) => length3(x, (y + 0.98) * 0.6, z) - 0.068, [0, -0.98, 0, 0.13], stained(bench, '#7a5230', '#bd8d58'))
    return
  }
  const arm = sweep([
    [0, -0.84, 0, 0.05],
    [0.08, -0.92, 0, 0.04],
    [stalk - 0.02, -0.98, 0, 0.034],
    [stalk, -1.12, 0, 0.034],
  ])
  bench.add('yoke', (x, y, z) => arm(abs(x), y, z), [0, -0.98, 0, 0.29], bench.fitting({ rough: 0.3 }))
  bench.add(
    'grip',
    (x, y, z) => max(length2(y + 1.12, z) - 0.052 - 0.012 * (1 - (x / 0.2) * (x / 0.2)), abs(x) - 0.24) * 0.96 - 0.006,
    [0, -1.12, 0, 0.27],
    stained(bench, '#5a3318', '#8e5a30', 'x'),
  )
}

function shortHandle(bench: Bench): void {
  const neck = sweep([
    [0, 0.34, 0.05, 0.04],
    [0, 0.12, 0.02, 0.045],
    [0, -0.02, -0.1, 0.045],
    [0, -0.2, -0.1, 0.05],
  ])
  bench.add('neck', neck, [0, 0.06, -0.03, 0.36], bench.body({ rough: 0.28, brush: 0.006 }))
  bench.add(
    'handle',
    (x, y, z) => max(length2(x, z + 0.1) - 0.085 - 0.022 * sin((y + 0.16) * 7.5), abs(y + 0.6) - 0.38) * 0.94 - 0.02,
    [0, -0.6, -0.1, 0.44],
    stained(bench, '#7a4422', '#b9773f'),
  )
  bench.add(
    'ferrules',
    union(
      (x, y, z) => max(length2(x, z + 0.1) - 0.088, abs(y + 0.22) - 0.05) - 0.008,
      (x, y, z) => max(length2(x, z + 0.1) - 0.09, abs(y + 0.94) - 0.03) - 0.01,
    ),
    [0, -0.58, -0.1, 0.44],
    bench.fitting(),
  )
  const loop = sweep([
    [0.02, -0.98, -0.1, 0.018],
    [0.16, -1.06, -0.08, 0.016],
    [0.2, -1.2, -0.1, 0.016],
    [0.06, -1.2, -0.12, 0.016],
    [0, -1.02, -0.1, 0.018],
  ])
  bench.add('loop', loop, [0.09, -1.09, -0.1, 0.18], bench.hide(bench.coloured ? bench.fabric : rgb('#5a3a24')))
}

export const shovel: Kind = {
  forms: ['spade', 'square', 'trowel'],
  build(bench) {
    blade(bench)
    if (bench.form === 'trowel') shortHandle(bench)
    else longHandle(bench)
    return {
      roll: -0.62,
      yaw: 0.3,
      half: 1.14,
      aimY: bench.form === 'trowel' ? -0.06 : 0,
      stands: null,
      thickness: bench.form === 'trowel' ? 0.2 : 0.09,
    }
  },
}
