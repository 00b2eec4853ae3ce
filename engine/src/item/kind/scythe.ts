import { atan2, sin } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, lathe, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { groundBlade } from '../shape/blade.ts'
import { stained } from '../stained.ts'

const { abs, max, min } = Math

type Flat = readonly (readonly [number, number])[]

/** A blade between the curve of its back and the curve of its edge, both from heel to point. */
const crescent = (back: Flat, edge: Flat, half: number): Field =>
  groundBlade(polygon([...catmullRom(back, 4), ...catmullRom(edge, 4).toReversed()].flat()), half, 0.35)

function reaper(bench: Bench): void {
  const droop = bench.random.range(-0.06, 0.08)
  const back: Flat = [
    [0.02, 0.98],
    [-0.3, 1.02],
    [-0.66, 0.92 - droop * 0.5],
    [-0.92, 0.68 - droop],
    [-1.06, 0.34 - droop * 1.5],
  ]
  const edge: Flat = [
    [0.04, 0.7],
    [-0.28, 0.76],
    [-0.58, 0.69 - droop * 0.5],
    [-0.85, 0.53 - droop],
    [-1.06, 0.34 - droop * 1.5],
  ]
  const steel = bench.inscribed(bench.body({ axis: 'x', brush: 0.014 }), (s, at) => {
    at.u = (s.y - 0.82 + (s.x + 0.32) * (s.x + 0.32) * 0.4) * 11
    at.v = s.x * 9
    return at.u > 0 && at.u < 1 && s.x < -0.1 && s.x > -0.62
  })
  bench.add('blade', crescent(back, edge, 0.03), [-0.5, 0.66, 0, 0.68], steel)
  const rib = sweep([
    [0.03, 0.95, 0, 0.036],
    [-0.3, 1.0, 0, 0.034],
    [-0.65, 0.9 - droop * 0.5, 0, 0.028],
    [-0.9, 0.68 - droop, 0, 0.018],
  ])
  bench.add('rib', rib, [-0.42, 0.84, 0, 0.56], bench.body({ brush: 0.008 }))
  const sway = (y: number) => 0.06 * sin(y * 2.6 + 0.5)
  bench.add(
    'snath',
    (x, y, z) => max(length2(x - sway(y), z) - 0.052 - 0.005 * sin(y * 14), abs(y + 0.1) - 1.08) * 0.95,
    [0, -0.1, 0, 1.1],
    bench.timber('#3f2817', '#75502e'),
  )
  bench.add(
    'bands',
    (x, y, z) => {
      const bands = min(abs(y - 0.87) - 0.1, abs(y + 1.15) - 0.05, abs(y - 0.62) - 0.022)
      return min(max(length2(x - sway(y), z) - 0.071, bands) - 0.005, length3(x - sway(0.87), abs(y - 0.87) - 0.06, abs(z) - 0.07) - 0.02)
    },
    [0.04, -0.1, 0, 1.14],
    bench.fitting(),
  )
  const lower = -0.42
  const upper = 0.16
  bench.add(
    'pegs',
    (x, y, z) =>
      min(
        capsule(x, y, z, sway(upper), upper, 0, sway(upper) + 0.26, upper + 0.05, 0.02, 0.034, 0.04),
        capsule(x, y, z, sway(lower), lower, 0, sway(lower) + 0.24, lower + 0.05, 0.02, 0.034, 0.04),
      ),
    [0.14, -0.12, 0, 0.5],
    bench.timber('#5b3820', '#96643a', 'x'),
  )
  bench.add(
    'wraps',
    (x, y, z) => {
      const near = min(abs(y - upper), abs(y - lower))
      return max(length2(x - sway(y), z) - 0.068 + 0.008 * sin(y * 80 + atan2(z, x)), near - 0.07) * 0.84
    },
    [0.04, -0.13, 0, 0.42],
    bench.hide(bench.coloured ? bench.fabric : rgb('#2e1d18')),
  )
}

function sickle(bench: Bench): void {
  const reach = bench.random.range(0.52, 0.6)
  const back: Flat = [
    [0.0, -0.22],
    [0.2, 0.02],
    [reach * 0.86, 0.26],
    [reach * 0.92, 0.62],
    [reach * 0.5, 0.94],
    [-0.04, 1.02],
    [-0.42, 0.84],
    [-0.6, 0.52],
  ]
  const edge: Flat = [
    [-0.08, -0.16],
    [0.12, 0.1],
    [reach * 0.6, 0.33],
    [reach * 0.64, 0.58],
    [reach * 0.36, 0.78],
    [-0.05, 0.84],
    [-0.36, 0.72],
    [-0.6, 0.52],
  ]
  const steel = bench.inscribed(bench.body({ brush: 0.012 }), (s, at) => {
    at.u = (length2(s.x, s.y - 0.48) - 0.36) * 9
    at.v = atan2(s.y - 0.48, s.x) * 3.4
    return at.u > 0 && at.u < 1 && s.y > 0.3
  })
  bench.add('blade', crescent(back, edge, 0.028), [-0.02, 0.42, 0, 0.76], steel)
  const grip = lathe(
    [
      [0, -1.04],
      [0.07, -1.03],
      [0.1, -0.97],
      [0.075, -0.86],
      [0.085, -0.66],
      [0.07, -0.46],
      [0.078, -0.34],
      [0, -0.33],
    ],
    4,
  )
  bench.add('grip', grip, [0, -0.69, 0, 0.38], stained(bench, '#6b3f20', '#a87442'))
  bench.add(
    'ferrule',
    (x, y, z) => min(max(length2(x, z) - 0.086 - (y + 0.3) * 0.1, abs(y + 0.31) - 0.07) - 0.004, torus(x, y + 0.92, z, 0.085, 0.018)),
    [0, -0.6, 0, 0.4],
    bench.fitting(),
  )
  bench.add('tang', (x, y, z) => box(x + 0.02, y + 0.2, z, 0.05, 0.1, 0.024, 0.01), [-0.02, -0.2, 0, 0.13], bench.body({ brush: 0.01 }))
}

export const scythe: Kind = {
  forms: ['reaper', 'sickle'],
  build(bench) {
    if (bench.form === 'sickle') {
      sickle(bench)
      return { roll: -0.5, yaw: 0.3, half: 1.14, aimY: 0, stands: null, thickness: 0.1 }
    }
    reaper(bench)
    return { roll: -0.36, yaw: 0.3, half: 1.22, aimX: -0.36, aimY: -0.12, stands: null, thickness: 0.09 }
  },
}
