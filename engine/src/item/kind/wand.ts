import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import { shardCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe, polygon } from '../../solid/field/outline.ts'
import { ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { glow } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { groundBlade } from '../shape/blade.ts'

const { abs, max, min } = Math

const STAR = polygon(
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 0.4 : 0.17
    const a = (i / 10) * TAU
    return [r * sin(a), 0.66 + r * cos(a)]
  }).flat(),
)

/** A turned handle with beads. */
function handle(bench: Bench): void {
  const swell = bench.random.range(0.09, 0.12)
  const grip = lathe(
    [
      [0, -1.1],
      [0.06, -1.08],
      [0.1, -1.01],
      [0.06, -0.93],
      [0.085, -0.88],
      [0.06, -0.84],
      [swell, -0.68],
      [0.075, -0.5],
      [0.105, -0.45],
      [0.06, -0.39],
      [0.05, -0.3],
      [0, -0.28],
    ],
    4,
  )
  const fluted: Field = (x, y, z) => grip(x, y, z) + 0.005 * sin(atan2(z, x) * 10) * smooth(0.16, 0.12, abs(y + 0.67))
  bench.add('handle', (x, y, z) => fluted(x, y, z) * 0.92, [0, -0.69, 0, 0.44], bench.timber('#33190d', '#5e321a'))
  bench.add(
    'rings',
    (x, y, z) =>
      min(
        torus(x, y + 0.9, z, 0.07, 0.026),
        torus(x, y + 0.4, z, 0.062, 0.026),
        torus(x, y + 0.33, z, 0.056, 0.018),
        length3(x, y + 1.1, z) - 0.052,
      ),
    [0, -0.72, 0, 0.46],
    bench.fitting(),
  )
}

/** A shoot of wood, knotty or wound about itself. */
function twisted(bench: Bench): void {
  const turn = bench.random.range(7, 10)
  const thin = (y: number) => 0.052 - 0.016 * (y + 0.3)
  const strands: Field = (x, y, z) => {
    const r = thin(y) * 0.62
    const a = y * turn
    const one = length2(x - r * cos(a), z - r * sin(a))
    const two = length2(x + r * cos(a), z + r * sin(a))
    return max(smoothMin(one, two, 0.02) - thin(y) * 0.72, abs(y - 0.22) - 0.56) * 0.88
  }
  bench.add('shaft', strands, [0, 0.22, 0, 0.6], bench.timber('#4a2a15', '#8a5630'))
  const claws = polar(
    sweep([
      [0.02, 0.7, 0, 0.036],
      [0.115, 0.8, 0, 0.03],
      [0.13, 0.9, 0, 0.024],
      [0.075, 1.0, 0, 0.014],
    ]),
    4,
  )
  bench.add('claws', claws, [0, 0.85, 0, 0.22], bench.fitting())
  bench.addGem(
    shardCut({ foot: [0, 0.76, 0], radius: 0.085, height: 0.36, tip: 0.17, leanX: 0, leanZ: 0, sides: 6, twist: 0.4 }, bench.random),
    [0, 0.94, 0, 0.24],
    bench.accent,
    { dense: 5, ior: 1.6, glow: 0.2 },
  )
}

function plainWood(bench: Bench): void {
  const knots = bench.random.range(16, 22)
  const shaft: Field = (x, y, z) => {
    const sway = 0.012 * sin(y * 3.2)
    const r = 0.05 - 0.028 * ((y + 0.3) / 1.4)
    return max(length2(x - sway, z - sway * 0.6) - r - 0.006 * sin(y * knots) * smooth(1.1, 0.2, y), abs(y - 0.4) - 0.72) * 0.95 - 0.003
  }
  bench.add('shaft', shaft, [0, 0.4, 0, 0.74], bench.timber('#5a3218', '#a06a3a'))
  const vine = (y: number): [number, number] => [0.056 * cos(y * 11), 0.056 * sin(y * 11)]
  const wire: Field = (x, y, z) => {
    const [a, b] = vine(y)
    const slim = 1 - 0.3 * smooth(-0.3, 0.5, y)
    return max(length2(x - a * slim, z - b * slim) - 0.014, abs(y - 0.08) - 0.36) * 0.78
  }
  const leaves: Field = (x, y, z) => {
    let d = 9
    for (const [at, turn] of [
      [-0.12, 0.4],
      [0.12, 2.6],
      [0.34, 4.4],
    ] as const) {
      const [a, b] = vine(at)
      d = min(d, ellipsoid(x - a - 0.05 * cos(turn), y - at - 0.05, z - b - 0.05 * sin(turn), 0.03, 0.075, 0.026))
    }
    return d
  }
  bench.add('vine', (x, y, z) => min(wire(x, y, z), leaves(x, y, z)), [0, 0.1, 0, 0.42], bench.fitting())
  bench.add('tip', (x, y, z) => length3(x, y - 1.13, z) - 0.045, [0, 1.13, 0, 0.06], glow(bench.accent, bench.glowing ? 2.6 : 1.1))
}

function fairy(bench: Bench): void {
  const rod: Field = (x, y, z) => max(length2(x, z) - 0.036, abs(y) - 0.42) - 0.004
  bench.add('shaft', rod, [0, 0, 0, 0.44], bench.body({ brush: 0.004 }, rgb('#efe6ea')))
  const star = groundBlade(STAR, 0.1, 0.55)
  bench.add('star', (x, y, z) => star(x, y, z) - 0.012, [0, 0.66, 0, 0.44], bench.body({ rough: 0.18, brush: 0.003 }, rgb('#f2bd4a')))
  bench.addGem(
    shardCut({ foot: [0, 0.62, 0.06], radius: 0.075, height: 0.12, tip: 0.05, leanX: PI / 2, leanZ: 0, sides: 8, twist: 0 }, bench.random),
    [0, 0.62, 0.12, 0.15],
  )
  const ribbon = cloth(bench.fabric, 1)
  const tail = (side: number) =>
    sweep([
      [0, 0.28, 0.04, 0.024],
      [side * 0.16, 0.2, 0.06, 0.022],
      [side * 0.2, 0.02, 0.04, 0.02],
      [side * 0.3, -0.16, 0.05, 0.02],
      [side * 0.27, -0.36, 0.03, 0.016],
    ])
  const one = tail(1)
  const other = tail(-1)
  const loop: Field = (x, y, z) => length2(length2((abs(x) - 0.12) * 0.8, y - 0.31) - 0.07, z - 0.05) - 0.022
  bench.add(
    'ribbon',
    (x, y, z) => min(one(x, y, z), other(x, y, z), loop(x, y, z), length3(x, y - 0.29, z - 0.06) - 0.045),
    [0, 0.0, 0.04, 0.5],
    ribbon,
  )
}

export const wand: Kind = {
  forms: ['wood', 'crystal', 'star'],
  build(bench) {
    handle(bench)
    if (bench.form === 'star') fairy(bench)
    else if (bench.form === 'crystal') twisted(bench)
    else plainWood(bench)
    bench.addLamp({
      at: [0, bench.form === 'star' ? 0.66 : 1.05, 0.25],
      colour: bench.accent,
      strength: bench.glowing ? 0.6 : 0.12,
      falloff: 4,
    })
    return { roll: -0.7, yaw: 0.3, half: 1.06, aimY: 0.02, stands: null, thickness: 0.11 }
  },
}
