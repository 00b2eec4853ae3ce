import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

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

/** Distance from the axis of a whorl to where its petals begin. */
const FOOT = 0.04
/** Petals are steeper than a distance. */
const STEEP = 0.7

/** A petal along +x from the origin is a thin cupped blade inside an outline; this is how far the one is, and then the other. */
const bladeOf = (x: number, y: number, z: number, cup: number) => (abs(y - cup * x * x + 0.25 * z * z) - 0.016) * STEEP
const outlineOf = (x: number, z: number, length: number, width: number) =>
  ellipsoid(x - length / 2, 0, z, length / 2, 1, width * (0.7 + (0.3 * x) / length)) * STEEP

const petal =
  (length: number, width: number, cup: number): Field =>
  (x, y, z) =>
    max(bladeOf(x, y, z, cup), outlineOf(x, z, length, width))

/** A ring of petals about the y axis: how many, how long, broad and cupped, how far they lean up, and where the first stands. */
type Whorl = {
  readonly count: number
  readonly length: number
  readonly width: number
  readonly cup: number
  readonly lean: number
  readonly start: number
}

/** Petals in whorls. Each is asked for the nearest three of a whorl, and only as far as their blades say that they can be nearest. */
function blossom(whorls: readonly Whorl[]): Field {
  const rings = whorls.map(({ count, length, width, cup, lean, start }) => {
    const step = TAU / count
    // cosine and sine of each petal's angle and of its neighbours', once round to either side of the first
    const petals = Array.from({ length: 2 * count + 3 }, (_, i) => {
      const k = (i - count - 1) * step + start
      return [cos(k), sin(k), cos(k + step), sin(k + step), cos(k - step), sin(k - step)]
    })
    return { middle: count + 1, length, width, cup, up: cos(lean), over: sin(lean), start, step, petals }
  })
  return (x, y, z) => {
    const angle = atan2(z, x)
    let d = 1e9
    for (let i = 0; i < rings.length; i++) {
      const { middle, length, width, cup, up, over, start, step, petals } = rings[i]!
      const turns = petals[floor((angle - start) / step + 0.5) + middle]!
      for (let k = 0; k < 6; k += 2) {
        const c = turns[k]!
        const s = turns[k + 1]!
        const out = c * x + s * z - FOOT
        const u = up * out + over * y
        const v = -over * out + up * y
        const w = -s * x + c * z
        const blade = bladeOf(u, v, w, cup)
        if (blade < d) d = min(d, max(blade, outlineOf(u, w, length, width)))
      }
    }
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
        place(
          blossom([
            { count: 13, length: 0.46, width: 0.085, cup: 0.1, lean: 0.12, start: 0 },
            { count: 13, length: 0.4, width: 0.08, cup: 0.1, lean: 0.28, start: 0.24 },
          ]),
          0,
          head,
          0,
          0.75,
        ),
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
        place(
          blossom([
            { count: 3, length: 0.56, width: 0.22, cup: 0.5, lean: 1.02, start: 0 },
            { count: 3, length: 0.54, width: 0.22, cup: 0.5, lean: 1.1, start: PI / 3 },
          ]),
          0,
          head - 0.02,
          0,
          0.1,
        ),
        [0, head + 0.26, 0, 0.56],
        petals,
      )
    } else {
      const rings = blossom([
        { count: 5, length: 0.44, width: 0.26, cup: 0.5, lean: 0.35, start: 0 },
        { count: 5, length: 0.38, width: 0.24, cup: 0.6, lean: 0.7, start: 0.6 },
        { count: 4, length: 0.33, width: 0.2, cup: 0.7, lean: 1, start: 0.2 },
        { count: 3, length: 0.29, width: 0.17, cup: 0.7, lean: 1.22, start: 0.9 },
      ])
      bench.add('petals', place(rings, 0, head - 0.02, 0, 0.42), [0, head + 0.08, 0.04, 0.56], petals)
      bench.add(
        'heart',
        place((x, y, z) => ellipsoid(x, y - 0.14, z, 0.1, 0.15, 0.1), 0, head, 0, 0.42),
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
