import { atan2, sin } from '../../math/dmath.ts'
import { mirrorX, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe, polygon } from '../../solid/field/outline.ts'
import { capsule, length2 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { groundBlade } from '../shape/blade.ts'

const { abs, max, min } = Math

/** A barbed point at (x, y), `tall` high, leaning outwards by `lean`. */
function point(at: number, foot: number, tall: number, lean: number, barb: number): Field {
  const p = (u: number, v: number) => [at + u + lean * v, foot + v * tall]
  const outline = polygon(
    [
      p(-0.035, 0),
      p(-0.035, 0.42),
      p(-barb, 0.3),
      p(-0.085, 0.6),
      p(0, 1),
      p(0.085, 0.6),
      p(barb, 0.3),
      p(0.035, 0.42),
      p(0.035, 0),
    ].flat(),
  )
  return groundBlade(outline, 0.034, 0.6)
}

function sea(bench: Bench): void {
  const spread = bench.random.range(0.27, 0.33)
  const barb = bench.random.range(0.1, 0.13)
  const bronze = bench.body({ brush: 0.01 }, rgb('#c9a24a'))
  bench.add('middle', point(0, 0.56, 0.62, 0, barb), [0, 0.87, 0, 0.36], bronze)
  const side = point(spread, 0.66, 0.46, 0.02, barb * 0.9)
  bench.add('sides', mirrorX(side), [0, 0.87, 0, 0.52], bronze)
  const yoke = sweep([
    [0, 0.47, 0, 0.055],
    [spread * 0.5, 0.43, 0, 0.05],
    [spread * 0.95, 0.52, 0, 0.044],
    [spread, 0.7, 0, 0.04],
  ])
  const curl = sweep([
    [0.05, 0.42, 0, 0.034],
    [0.16, 0.34, 0, 0.03],
    [0.24, 0.27, 0, 0.026],
    [0.31, 0.31, 0, 0.022],
    [0.28, 0.37, 0, 0.02],
  ])
  bench.add(
    'yoke',
    (x, y, z) => {
      const u = abs(x)
      return smoothMin(min(yoke(u, y, z), capsule(x, y, z, 0, 0.4, 0, 0, 0.62, 0, 0.055, 0.04)), curl(u, y, z), 0.02)
    },
    [0, 0.5, 0, 0.43],
    bronze,
  )
  const socket = lathe(
    [
      [0, 0.12],
      [0.075, 0.12],
      [0.08, 0.16],
      [0.062, 0.2],
      [0.062, 0.32],
      [0.09, 0.36],
      [0.07, 0.4],
      [0.06, 0.46],
      [0, 0.48],
    ],
    3,
  )
  bench.add('socket', socket, [0, 0.3, 0, 0.2], bench.fitting())
  bench.addGem(brilliantCut(0, 0.46, 0.055, 0.062, 0.05, 8, 'z'), [0, 0.46, 0.055, 0.1])
  bench.add(
    'shaft',
    (x, y, z) => max(length2(x, z) - 0.046 - 0.004 * sin(y * 30), abs(y + 0.46) - 0.66),
    [0, -0.46, 0, 0.68],
    bench.gilded || bench.named ? bench.body({ brush: 0.01 }) : bench.timber('#3a2a1c', '#6a4a2c'),
  )
  bench.add(
    'rings',
    (x, y, z) => max(length2(x, z) - 0.062, min(abs(y + 0.28), abs(y + 0.72), abs(y - 0.06)) - 0.02) - 0.006,
    [0, -0.33, 0, 0.48],
    bench.fitting(),
  )
  const foot = lathe(
    [
      [0, -1.2],
      [0.03, -1.17],
      [0.07, -1.06],
      [0.045, -1.0],
      [0.06, -0.97],
    ],
    4,
  )
  bench.add('foot', foot, [0, -1.08, 0, 0.14], bench.fitting())
}

function pitchfork(bench: Bench): void {
  const tines = bench.random.pick([3, 4])
  const iron = bench.body({ hammer: 0.06, rough: 0.36 }, rgb('#6d7078'))
  const tine = (at: number) =>
    sweep([
      [at * 0.22, 0.42, 0, 0.034],
      [at * 0.62, 0.47, 0.03, 0.032],
      [at, 0.6, 0.06, 0.03],
      [at * 1.06, 0.86, 0.05, 0.026],
      [at * 1.08, 1.16, -0.06, 0.011],
    ])
  const offsets = tines === 3 ? [0.27] : [0.11, 0.31]
  const pairs = offsets.map((at) => mirrorX(tine(at)))
  const middle = sweep([
    [0, 0.36, 0, 0.036],
    [0, 0.6, 0.06, 0.03],
    [0, 0.86, 0.05, 0.026],
    [0, 1.18, -0.06, 0.011],
  ])
  bench.add('tines', union(...pairs, ...(tines === 3 ? [middle] : [])), [0, 0.77, 0, 0.55], iron)
  bench.add(
    'socket',
    (x, y, z) => max(length2(x, z) - 0.05 - max(0, 0.4 - y) * 0.06, abs(y - 0.27) - 0.17) - 0.008,
    [0, 0.27, 0, 0.2],
    iron,
  )
  bench.add('rivets', (x, y, z) => length2(length2(x, y - 0.2), max(0, abs(z) - 0.072)) - 0.022, [0, 0.2, 0, 0.11], bench.fitting())
  const bend = (y: number) => 0.03 * sin(y * 2.4)
  bench.add(
    'shaft',
    (x, y, z) => max(length2(x - bend(y), z) - 0.043 - 0.006 * sin(y * 9), abs(y + 0.47) - 0.68) - 0.004,
    [0, -0.47, 0, 0.7],
    bench.timber('#7a5230', '#b98a56'),
  )
  bench.add(
    'wrap',
    (x, y, z) => max(length2(x - bend(y), z) - 0.058 + 0.008 * sin(y * 74 + atan2(z, x)), abs(y + 0.62) - 0.14) * 0.84,
    [0, -0.62, 0, 0.17],
    bench.hide(bench.coloured ? bench.fabric : rgb('#5a3a24')),
  )
}

export const trident: Kind = {
  forms: ['sea', 'pitchfork'],
  build(bench) {
    if (bench.form === 'pitchfork') pitchfork(bench)
    else sea(bench)
    return { roll: -0.66, yaw: 0.3, half: 1.14, stands: null, thickness: 0.1 }
  },
}
