import { atan2, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { mirrorX, smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

/** Beads of thread along a line: `along` runs with it, `off` is the distance to it. */
const stitch = (along: number, off: number) => length2(off, max(0, abs(along - floor(along / 0.06 + 0.5) * 0.06) - 0.012)) - 0.01

/** A buckle lying in x and y round the origin. */
const buckle: Field = (x, y, z) =>
  min(max(abs(rectangle(x, y, 0.062, 0.052, 0.02)) - 0.014, abs(z) - 0.02), max(abs(x) - 0.012, abs(y) - 0.055, abs(z - 0.02) - 0.014))

/** The body, a soft box; fuller below. */
const bag =
  (wide: number, deep: number): Field =>
  (x, y, z) => {
    const soft = box(x, y + 0.22, z, wide - 0.06 * max(0, y + 0.2), 0.62, deep, 0.16) * 0.94
    if (soft > 0.2) return soft - 0.036
    return soft - 0.03 * smooth(0.5, 0, length2(x, y + 0.3)) + 0.006 * sin(y * 18 + x * 6)
  }

function pack(bench: Bench): Pose {
  const wide = bench.random.range(0.5, 0.56)
  const deep = 0.3
  const body = bag(wide, deep)
  const main = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#7a4a28'), rgb('#5d4a2c'), rgb('#6b3426')]))
  const dark = bench.hide(rgb('#3f2618'))
  bench.add('bag', body, [0, -0.22, 0, 0.86], main)
  const pocket: Field = (x, y, z) => box(x, y + 0.44, z - deep - 0.08, 0.32, 0.26, 0.12, 0.09) * 0.96
  const side: Field = (x, y, z) => box(abs(x) - wide - 0.06, y + 0.46, z, 0.11, 0.3, 0.19, 0.08)
  bench.add('pockets', (x, y, z) => min(pocket(x, y, z), side(x, y, z)) + 0.004 * sin(y * 26), [0, -0.46, 0.1, 0.84], main)
  const flap: Field = (x, y, z) => {
    const over = smoothMax(abs(body(x, y, z) - 0.03) - 0.02, 0.06 + x * x * 0.5 - y, 0.02)
    return smoothMax(over, -z - 0.2, 0.02) * 0.94
  }
  bench.add('flap', flap, [0, 0.22, 0.05, 0.66], main)
  const lid: Field = (x, y, z) => smoothMax(smoothMax(abs(pocket(x, y, z) - 0.026) - 0.018, -0.36 + x * x * 0.5 - y, 0.02), 0.32 - z, 0.02)
  bench.add('lid', lid, [0, -0.28, 0.42, 0.4], main)
  bench.add(
    'seams',
    (x, y, z) => {
      const edge = 0.06 + x * x * 0.5 - y
      const short = max(stitch(x, length2(pocket(x, y, z) - 0.046, -0.36 + x * x * 0.5 - y + 0.04)), 0.3 - z)
      const least = max(abs(edge + 0.05) - 0.01, 0.1 - z)
      return least >= short ? short : min(short, max(stitch(x, length2(body(x, y, z) - 0.052, edge + 0.05)), 0.1 - z))
    },
    [0, -0.1, 0.36, 0.66],
    bench.hide(rgb('#d8c29a')),
  )
  const strapLine = (x: number) => abs(abs(x) - 0.25)
  bench.add(
    'straps',
    (x, y, z) => {
      // the fullest shape is asked last, and only where its straps run
      let d = max(abs(side(x, y, z) - 0.014) - 0.018, abs(y + 0.4) - 0.04)
      const short = max(abs(x) - 0.04, abs(y + 0.36) - 0.13, 0.3 - z)
      if (short < d) d = min(d, max(abs(pocket(x, y, z) - 0.05) - 0.016, short))
      const long = max(strapLine(x) - 0.05, -0.14 - y, -z)
      return (long < d ? min(d, max(abs(body(x, y, z) - 0.06) - 0.018, long)) : d) * 0.94
    },
    [0, -0.05, 0.05, 0.92],
    dark,
  )
  bench.add(
    'buckles',
    (x, y, z) => min(buckle(abs(x) - 0.25, y + 0.03, z - deep - 0.1), buckle(x, y + 0.4, z - deep - 0.27)),
    [0, -0.2, deep + 0.18, 0.42],
    bench.fitting(),
  )
  const shoulder = sweep([
    [0.2, 0.4, -0.28, 0.05],
    [0.24, 0.34, -0.48, 0.055],
    [0.28, -0.1, -0.58, 0.05],
    [0.34, -0.55, -0.46, 0.036],
    [0.42, -0.72, -0.28, 0.03],
  ])
  bench.add('shoulder straps', mirrorX(shoulder), [0, -0.16, -0.42, 0.84], dark)
  const handle = sweep([
    [-0.1, 0.42, -0.2, 0.03],
    [-0.07, 0.56, -0.22, 0.03],
    [0.07, 0.56, -0.22, 0.03],
    [0.1, 0.42, -0.2, 0.03],
  ])
  bench.add('handle', handle, [0, 0.48, -0.21, 0.19], dark)
  // a blanket rolled up and tied on top: its end shows the turns
  const blanket = cloth(bench.coloured ? bench.accent : bench.fabric, 0.7)
  const roll: Field = (x, y, z) => {
    const r = length2(y - 0.62, z - 0.04)
    const round = r - 0.19 + 0.006 * sin(x * 16)
    // only the ends show the turns
    if (abs(x) - 0.606 <= round) return round * 0.94
    const turn = atan2(y - 0.62, z - 0.04) / TAU
    const q = r / 0.05 - turn
    return max(round, abs(x) - 0.62 + 0.014 * smooth(0.3, 0.5, abs(q - floor(q) - 0.5))) * 0.94
  }
  bench.add('blanket', roll, [0, 0.62, 0.04, 0.66], blanket)
  bench.add(
    'ties',
    (x, y, z) => max(abs(length2(y - 0.62, z - 0.04) - 0.205) - 0.018, abs(abs(x) - 0.34) - 0.04),
    [0, 0.62, 0.04, 0.46],
    dark,
  )
  return { yaw: 0.55, pitch: 0.14, half: 1.12, aimY: -0.04, stands: -0.87 }
}

function satchel(bench: Bench): Pose {
  const wide = bench.random.range(0.68, 0.76)
  const main = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#8a5226'), rgb('#4f3020'), rgb('#6b2a20')]))
  const dark = bench.hide(rgb('#3a2216'))
  const body: Field = (x, y, z) => box(x, y + 0.36, z, wide, 0.46, 0.22, 0.09) * 0.96 - 0.02 * smooth(0.6, 0, length2(x, y + 0.4))
  bench.add('bag', body, [0, -0.36, 0, 0.9], main)
  const hem = (x: number) => -0.36 - 0.12 * smooth(wide, 0, abs(x))
  const flap: Field = (x, y, z) => smoothMax(smoothMax(abs(body(x, y, z) - 0.026) - 0.02, hem(x) - y, 0.02), -z - 0.12, 0.02) * 0.94
  bench.add('flap', flap, [0, -0.16, 0.06, 0.84], main)
  bench.add(
    'seams',
    (x, y, z) =>
      min(
        max(stitch(x, length2(body(x, y, z) - 0.048, hem(x) + 0.045 - y)), -z),
        max(stitch(y, length2(body(x, y, z) - 0.046, abs(x) - wide + 0.07)), hem(x) - y, 0.1 - z),
      ),
    [0, -0.2, 0.2, 0.84],
    bench.hide(rgb('#d8c29a')),
  )
  bench.add(
    'straps',
    (x, y, z) => max(abs(body(x, y, z) - 0.055) - 0.018, abs(abs(x) - 0.36) - 0.055, abs(y + 0.42) - 0.27, -z) * 0.95,
    [0, -0.42, 0.26, 0.52],
    dark,
  )
  bench.add('buckles', (x, y, z) => buckle(abs(x) - 0.36, y + 0.4, z - 0.31), [0, -0.4, 0.31, 0.46], bench.fitting())
  const sling = sweep(
    [
      [wide + 0.01, -0.2, 0, 0.038],
      [wide + 0.02, 0.1, 0, 0.04],
      [wide * 0.86, 0.5, -0.03, 0.045],
      [0.0, 0.86, -0.08, 0.05],
      [-wide * 0.86, 0.5, -0.03, 0.045],
      [-wide - 0.02, 0.1, 0, 0.04],
      [-wide - 0.01, -0.2, 0, 0.038],
    ],
    5,
  )
  bench.add('sling', (x, y, z) => sling(x, y, z * 0.72), [0, 0.3, -0.02, 0.98], dark)
  bench.add(
    'rings',
    (x, y, z) => min(length2(length2(abs(x) - wide - 0.02, y + 0.22) - 0.06, z) - 0.02, length3(abs(x) - 0.36, y + 0.6, z - 0.29) - 0.026),
    [0, -0.34, 0.1, 0.9],
    bench.fitting(),
  )
  return { yaw: PI * 0.15, pitch: 0.16, half: 1.08, aimY: 0.04, stands: -0.83 }
}

export const backpack: Kind = {
  forms: ['pack', 'satchel'],
  build: (bench) => (bench.form === 'satchel' ? satchel(bench) : pack(bench)),
}
