import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, smoothMin, union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const LEAF = rgb('#4f8f3a')
const LEAF_DARK = rgb('#2d5a28')
const EARTH = rgb('#3b2a1e')
const CLAY = rgb('#b9623c')
const POLLEN = rgb('#e8b020')
const POT = [
  [0, -0.86],
  [0.3, -0.86],
  [0.4, -0.42],
  [0.46, -0.42],
  [0.46, -0.32],
  [0.38, -0.32],
  [0.36, -0.38],
  [0, -0.38],
]
const crumbs: Field = (x, y, z) => fbm3(x * 16, y * 16, z * 16, 2) * 0.1

const green = finish(LEAF, (s) => {
  paint(s, LEAF)
  tint(s, LEAF_DARK, noise3(s.x * 9, s.y * 9, s.z * 9) * 0.5)
  s.rough = 0.45
  s.soften = 1
  s.coat = 0.25
})
const earth = finish(EARTH, (s) => {
  paint(s, EARTH)
  s.rough = 1
  bump(s, 0.2, crumbs)
})
const clay = finish(CLAY, (s) => {
  paint(s, CLAY)
  dim(s, 0.8 + 0.4 * fbm3(s.x * 4, s.y * 14, s.z * 4, 3))
  s.rough = 0.85
})
const pollen = finish(POLLEN, (s) => {
  paint(s, POLLEN)
  dim(s, 0.6 + 0.6 * noise3(s.x * 40, s.y * 40, s.z * 40))
  s.rough = 0.9
  s.soften = 0.5
})

/** One petal along +x from the origin: a thin cupped leaf. */
const petal =
  (length: number, width: number, cup: number): Field =>
  (x, y, z) => {
    const t = x / length
    const lift = cup * x * x - 0.25 * abs(z) * abs(z)
    return max(ellipsoid(x - length / 2, 0, z, length / 2, 1, width * (0.7 + 0.3 * t)), abs(y - lift) - 0.016) * 0.7
  }

/** `count` petals around the y axis, leaning up by `lean`. */
function whorl(field: Field, count: number, lean: number, start: number): Field {
  const leaning = place(field, 0.04, 0, 0, 0, 0, lean)
  const step = TAU / count
  // cosine and sine of each petal's angle and of its neighbours', once round to either side of the first
  const petals = Array.from({ length: 2 * count + 3 }, (_, i) => {
    const k = (i - count - 1) * step + start
    return [k, k + step, k - step].map((a) => [cos(a), sin(a)] as const)
  })
  return (x, y, z) => {
    let d = 1e9
    for (const [c, s] of petals[Math.floor((atan2(z, x) - start) / step + 0.5) + count + 1]!)
      d = Math.min(d, leaning(c * x + s * z, y, -s * x + c * z))
    return d
  }
}

export const flower: Kind = {
  forms: ['rose', 'daisy', 'tulip'],
  build(bench) {
    const { form, random } = bench
    const colour =
      bench.coloured || bench.glowing
        ? bench.accent
        : form === 'daisy'
          ? rgb('#f4f1e8')
          : form === 'tulip'
            ? rgb('#e2552a')
            : rgb('#c31e3a')
    const head = 0.52
    const petals = finish(colour, (s) => {
      paint(s, colour)
      const r = length3(s.x, s.y - head, s.z)
      dim(s, 0.7 + 0.45 * smooth(0, 0.42, r) - 0.12 * noise3(atan2(s.z, s.x) * 14, r * 3, 1))
      s.rough = 0.55
      s.soften = 1
      s.sheen = 0.4
      if (bench.glowing) emit(s, colour, 0.7)
    })
    const stem = sweep([
      [0, -0.42, 0, 0.03],
      [0.03, -0.1, 0.02, 0.028],
      [-0.02, 0.22, 0, 0.026],
      [0, head - 0.03, 0, 0.034],
    ])
    bench.add('stem', stem, [0, 0.05, 0, 0.56], green)
    const leafBlade = petal(0.5, 0.13, -0.5)
    for (const [height, turn] of [
      [-0.12, random.range(0, 1)],
      [0.08, random.range(2.4, 3.4)],
      [-0.28, random.range(4.2, 5.2)],
    ] as const)
      bench.add('leaf', place(leafBlade, 0, height, 0, 0, -turn, 0.55), [cos(turn) * 0.2, height + 0.1, sin(turn) * 0.2, 0.44], green)
    if (form === 'daisy') {
      bench.add(
        'petals',
        place(union(whorl(petal(0.46, 0.085, 0.1), 13, 0.12, 0), whorl(petal(0.4, 0.08, 0.1), 13, 0.28, 0.24)), 0, head, 0, 0.75),
        [0, head, 0.02, 0.58],
        petals,
      )
      bench.add(
        'eye',
        place((x, y, z) => ellipsoid(x, y, z, 0.17, 0.09, 0.17), 0, head + 0.04, 0.05, 0.75),
        [0, head + 0.04, 0.05, 0.2],
        pollen,
      )
    } else if (form === 'tulip') {
      bench.add(
        'petals',
        place(union(whorl(petal(0.56, 0.22, 0.5), 3, 1.02, 0), whorl(petal(0.54, 0.22, 0.5), 3, 1.1, PI / 3)), 0, head - 0.02, 0, 0.1),
        [0, head + 0.26, 0, 0.56],
        petals,
      )
    } else {
      const rings = [
        whorl(petal(0.44, 0.26, 0.5), 5, 0.35, 0),
        whorl(petal(0.38, 0.24, 0.6), 5, 0.7, 0.6),
        whorl(petal(0.33, 0.2, 0.7), 4, 1.0, 0.2),
        whorl(petal(0.29, 0.17, 0.7), 3, 1.22, 0.9),
      ]
      bench.add('petals', place(union(...rings), 0, head - 0.02, 0, 0.42), [0, head + 0.08, 0.04, 0.56], petals)
      bench.add(
        'heart',
        place((x, y, z) => smoothMin(ellipsoid(x, y - 0.14, z, 0.1, 0.15, 0.1), 9, 0.01), 0, head, 0, 0.42),
        [0, head + 0.13, 0.06, 0.2],
        petals,
      )
    }
    bench.add('pot', lathe(POT, 0, 0.012), [0, -0.6, 0, 0.62], bench.gilded ? bench.body({ hammer: 0.05 }) : clay)
    bench.add('earth', (x, y, z) => cylinder(x, y + 0.4, z, 0.37, 0.05, 0.03) - 0.03 * noise3(x * 14, y, z * 14), [0, -0.4, 0, 0.44], earth)
    bench.add('band', (x, y, z) => max(abs(length2(x, z) - 0.47) - 0.012, abs(y + 0.37) - 0.02), [0, -0.37, 0, 0.5], bench.fitting())
    return { yaw: 0.2, pitch: 0.2, half: 1.12, aimY: 0.06, stands: -0.87 }
  },
}
