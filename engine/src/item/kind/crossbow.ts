import { sin } from '../../math/dmath.ts'
import { mirrorX, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, cylinder, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stringMesh } from '../shape/strings.ts'

const { abs, floor, max, min } = Math

/** The side of the stock in (y, z): y towards the target, z up. */
const STOCK = extrude(
  polygon([
    0.82, 0.06, -0.2, 0.06, -0.3, 0.03, -0.46, -0.05, -0.7, -0.04, -0.98, 0.0, -1.02, -0.04, -1.0, -0.3, -0.96, -0.32, -0.6, -0.19, -0.32,
    -0.12, 0.2, -0.11, 0.6, -0.08, 0.82, -0.06,
  ]),
  0.078,
  0.022,
)
const stock: Field = (x, y, z) => max(STOCK(y, z, x), -max(abs(x) - 0.018, 0.05 - z, -0.14 - y))

/** Half of the bow, from the middle to the tip. */
const prodOf = (reach: number, back: number) =>
  sweep([
    [0, 0.7, 0, 0.046],
    [reach * 0.35, 0.69, 0, 0.043],
    [reach * 0.75, 0.7 - back * 0.6, 0, 0.034],
    [reach, 0.7 - back, 0, 0.026],
    [reach + 0.03, 0.7 - back + 0.06, 0, 0.024],
  ])

function bolt(bench: Bench, z0: number): void {
  bench.add(
    'bolt',
    (x, y, z) => max(length2(x, z - z0) - 0.018, abs(y - 0.4) - 0.5),
    [0, 0.4, z0, 0.52],
    bench.timber('#b98a52', '#dcb680'),
  )
  bench.add(
    'head',
    (x, y, z) => max(abs(x) - (1.1 - y) * 0.3, abs(z - z0) - (1.1 - y) * 0.3, 0.88 - y) * 0.92,
    [0, 0.97, z0, 0.14],
    bench.body({ rough: 0.2 }),
  )
  bench.add(
    'vanes',
    (x, y, z) => max(abs(abs(x) - 0.035) - 0.028, abs(z - z0 - abs(x) * 0.7) - 0.011, abs(y + 0.02 + abs(x) * 0.7) - 0.1) * 0.8,
    [0, -0.03, z0 + 0.02, 0.15],
    cloth(bench.accent),
  )
}

function fittings(bench: Bench): void {
  bench.add(
    'stirrup',
    (x, y, z) => max(length2(length2(x, (y - 0.92) * 0.9) - 0.13, z) - 0.024, 0.8 - y),
    [0, 0.93, 0, 0.2],
    bench.body({ hammer: 0.05 }),
  )
  const lever = sweep([
    [0, -0.14, -0.1, 0.026],
    [0, -0.3, -0.2, 0.024],
    [0, -0.52, -0.27, 0.022],
    [0, -0.7, -0.26, 0.03],
  ])
  bench.add('lever', lever, [0, -0.42, -0.19, 0.36], bench.body({ hammer: 0.04 }))
  bench.add(
    'plates',
    (x, y, z) => {
      const plate = max(abs(abs(x) - 0.082) - 0.014, rectangle(y + 0.14, z + 0.02, 0.2, 0.05, 0.03))
      const butt = max(abs(y + 1.0) - 0.024, rectangle(x, z + 0.16, 0.084, 0.15, 0.04))
      const tip = box(x, y - 0.8, z, 0.088, 0.035, 0.072, 0.02)
      return min(plate, butt, tip)
    },
    [0, -0.12, -0.05, 0.96],
    bench.fitting(),
  )
  bench.add('rivets', (x, y, z) => length3(abs(x) - 0.096, abs(y + 0.14) - 0.16, z + 0.02) - 0.019, [0, -0.14, -0.02, 0.24], bench.body())
}

const lashing: Field = (x, y, z) => {
  // cord crosses over the bow in an X on either side of the stock
  const row = floor(abs(x) / 0.045) * 0.045 + 0.022
  const around = length2(y - 0.695, z) - 0.062
  return max(length2(max(around, -0.02), abs(x) - min(max(row, 0.112), 0.2)) - 0.021, abs(x) - 0.23)
}

const magazine: Field = (x, y, z) => box(x, y - 0.06, z - 0.24, 0.082, 0.42, 0.17, 0.02) + 0.006 * max(0, sin(z * 60) - 0.6)

export const crossbow: Kind = {
  forms: ['hunting', 'repeating'],
  build(bench) {
    const repeating = bench.form === 'repeating'
    const reach = bench.random.range(0.78, 0.88)
    const back = bench.random.range(0.26, 0.34)
    const half = prodOf(reach, back)
    const prod: Field = (x, y, z) => half(abs(x), y, z * 0.62)
    bench.add('stock', stock, [0, -0.1, -0.12, 0.96], bench.timber('#4f2d18', '#8a5730'))
    bench.add(
      'prod',
      prod,
      [0, 0.56, 0, 0.95],
      repeating ? bench.timber('#7a4a26', '#b98450', 'x') : bench.body({ axis: 'x', brush: 0.012 }),
    )
    bench.add('lashing', lashing, [0, 0.695, 0, 0.26], bench.hide(bench.coloured ? bench.fabric : rgb('#c9b083')))
    fittings(bench)
    const drawn = repeating ? 0.34 : -0.13
    const height = repeating ? 0.05 : 0.085
    bench.add(
      'string',
      mirrorX((x, y, z) => capsule(x, y, z, reach, 0.7 - back, 0, 0.02, drawn, height, 0.013, 0.013)),
      [0, (0.7 - back + drawn) / 2, 0.03, reach + 0.06],
      bench.glowing ? glow(bench.accent, 1.8) : plain(rgb('#efe6d2'), { rough: 0.8 }),
      stringMesh(
        [1, -1].map((side) => [side * reach, 0.7 - back, 0, side * 0.02, drawn, height]),
        0.013,
      ),
    )
    if (repeating) {
      bench.add('magazine', magazine, [0, 0.06, 0.24, 0.47], bench.timber('#6b3f20', '#a87442'))
      bench.add(
        'straps',
        (x, y, z) => max(box(x, y - 0.06, z - 0.24, 0.094, 0.43, 0.182, 0.02), abs(abs(y - 0.06) - 0.3) - 0.04),
        [0, 0.06, 0.24, 0.42],
        bench.fitting(),
      )
      const arm = (x: number, y: number, z: number) => capsule(x, y, z, 0.11, -0.1, 0.12, 0.11, -0.62, 0.42, 0.03, 0.026)
      bench.add(
        'handle',
        union(mirrorX(arm), (x, y, z) => capsule(x, y, z, -0.11, -0.62, 0.42, 0.11, -0.62, 0.42, 0.036, 0.036)),
        [0, -0.36, 0.27, 0.36],
        bench.body({ hammer: 0.05 }),
      )
    } else {
      bench.add(
        'nut',
        (x, y, z) => cylinder(z - 0.055, x, y + 0.14, 0.055, 0.03, 0.01),
        [0, -0.14, 0.055, 0.09],
        plain(rgb('#e8dcc0'), { rough: 0.3, coat: 0.4 }),
      )
      bolt(bench, 0.085)
    }
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, -0.36, 0.015, 0.05, 0.05, 6, 'z'), [0, -0.36, 0.015, 0.08])
    return { roll: -0.55, yaw: 0.3, half: 1.12, aimY: -0.04, stands: null, thickness: 0.34 }
  },
}
