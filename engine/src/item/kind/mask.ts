import { cos, PI, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, place, smoothMax, smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { once, once2 } from '../../solid/field/once.ts'
import { catmullRom, lathe, polygon } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { cloth } from '../../solid/material/organic.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { plumeOf, type Quill } from '../shape/plume.ts'

const { abs, floor, max, min } = Math

/** The right half of a symmetric outline, from top to bottom; ask it at |x|. */
const half = (points: readonly (readonly [number, number])[]): Field2 => {
  const [, top] = points[0]!
  const [, foot] = points[points.length - 1]!
  return once2(polygon([-0.4, top, ...catmullRom(points, 5).flat(), -0.4, foot]))
}

/** Domino mask, from the brow over the wing to the nose. */
const DOMINO = half([
  [0, 0.2],
  [0.2, 0.3],
  [0.5, 0.34],
  [0.82, 0.5],
  [0.88, 0.4],
  [0.74, 0.0],
  [0.5, -0.26],
  [0.24, -0.24],
  [0.1, -0.34],
  [0, -0.38],
])
const EYE = once2(
  polygon(
    catmullRom(
      [
        [0.14, -0.02],
        [0.26, 0.1],
        [0.44, 0.14],
        [0.56, 0.1],
        [0.48, -0.04],
        [0.3, -0.1],
        [0.14, -0.02],
      ],
      3,
    ).flat(),
  ),
)
const bowed = (x: number, y: number) => 0.2 - 0.34 * x * x - 0.08 * y * y + 0.16 * smooth(0.14, 0, abs(x)) * smooth(0.2, -0.2, y)

/** Half the space about a mask's sheet in which its edges are worked out. */
const SHEET = 0.16

function masquerade(bench: Bench): Pose {
  const base = bench.fabric
  // far before and behind the sheet its outline need not be asked
  const face: Field = (x, y, z) => {
    const sheet = abs(z - bowed(x, y)) - 0.022
    if (sheet > SHEET) return sheet * 0.84
    return smoothMax(smoothMax(DOMINO(abs(x), y), sheet, 0.012), -EYE(abs(x), y), 0.012) * 0.84
  }
  const gilt = rgb('#d9a83f')
  const halves = bench.random.next() > 0.5
  const painted = overlaid(
    finish(base, (s) => {
      paint(s, base)
      if (halves && s.x < 0) paint(s, [0.82, 0.78, 0.68])
      s.rough = 0.4
      s.coat = 0.35
      const n = noise3(s.x * 5.2 + 3, s.y * 5.2, 2) * 6
      const line = smooth(0.12, 0.07, abs(n - floor(n) - 0.5)) * smooth(0.1, 0.16, length2(abs(s.x) - 0.34, s.y * 1.4) - 0.2)
      tint(s, gilt, line * 0.9)
      s.metal = line * 0.9
    }),
    [],
  )
  bench.add('face', face, [0, 0.06, 0.02, 0.98], bench.whole || bench.named ? bench.body({ hammer: 0.03 }) : painted)
  bench.add(
    'trim',
    (x, y, z) => {
      const before = z - bowed(x, y)
      if (abs(before) > SHEET + 0.05) return abs(before) * 0.8 - 0.031
      return min(length2(DOMINO(abs(x), y) + 0.008, before), length2(EYE(abs(x), y) - 0.012, before - 0.01)) * 0.8 - 0.023
    },
    [0, 0.06, 0.02, 1],
    bench.fitting({ rough: 0.18 }),
  )
  const { random } = bench
  const sweepAside = random.range(-0.3, 0.3)
  const count = random.pick([5, 7, 9])
  const quills = Array.from({ length: count }, (_, i): Quill => {
    const across = (i / (count - 1)) * 2 - 1
    return {
      foot: [-across * 0.13, 0.28],
      angle: PI / 2 + across * 0.92 + sweepAside * 0.5,
      long: 0.86 - 0.2 * across * across + random.range(-0.06, 0.06),
      bend: 0.26 * across + 0.16 * sweepAside + random.range(-0.04, 0.04),
      behind: i % 2 === 0 ? 0 : 0.07,
    }
  })
  const feathers = plumeOf(quills)
  bench.add('plume', feathers.field, [0, 0.68, 0.22, 0.86], feathers.shaded(bench.accent))
  const turns = random.range(5, 8)
  /** A satin ribbon that hangs from a corner, wide and thin, turning as it falls. */
  const ribbon: Field = (x, y, z) => {
    const down = 0.18 - y
    const a = down * turns
    const u = x - 0.8 + 0.07 * sin(down * 6) - 0.05 * down
    const w = z + 0.05 + 0.1 * down + 0.05 * cos(down * 6)
    const [c, d] = [cos(a), sin(a)]
    return max(box(c * u + d * w, 0, -d * u + c * w, 0.05, 1, 0.008, 0.006), abs(down - 0.42) - 0.42 - 0.5 * (c * u + d * w)) * 0.55
  }
  const satin = finish(bench.accent, (s) => {
    paint(s, bench.accent)
    s.rough = 0.34
    s.sheen = 0.6
    s.specular = 0.08
  })
  bench.add('ribbons', mirrorX(ribbon), [0, -0.24, -0.08, 1.02], satin)
  bench.addGem(brilliantCut(0, 0.24, 0.24, 0.085, 0.08, 8, 'z'), [0, 0.24, 0.24, 0.13])
  bench.add(
    'pearls',
    (x, y, z) => {
      const column = min(max(floor(abs(x) / 0.105 + 0.5), 1), 5) * 0.105
      return length3(abs(x) - column, y - 0.235 - column * 0.12, z - bowed(column, 0.24) - 0.03) - 0.03
    },
    [0, 0.27, 0.16, 0.62],
    plain(rgb('#efe8dc'), { rough: 0.2, coat: 0.7 }),
  )
  return { roll: 0.12, yaw: 0.2, half: 1.2, aimX: 0.0, aimY: 0.3, stands: null, thickness: 0.2 }
}

/** A beak's axis and radius. */
const BEAK = sweep(
  [
    [0, 0.0, 0.3, 0.26],
    [0, -0.05, 0.6, 0.2],
    [0, -0.18, 0.88, 0.12],
    [0, -0.38, 1.08, 0.03],
  ],
  4,
)

function plague(bench: Bench): Pose {
  const leather = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#5a3b26'), rgb('#2c2624'), rgb('#7a5a3c')]))
  const head: Field = once((x, y, z) =>
    smoothMin(ellipsoid(x, y - 0.08, z, 0.4, 0.54, 0.44), ellipsoid(x, y + 0.3, z - 0.06, 0.3, 0.34, 0.34), 0.1),
  )
  bench.add('face', (x, y, z) => smoothMin(head(x, y, z), BEAK(x * 0.95, y, z), 0.1), [0, -0.1, 0.3, 0.94], leather)
  // seams: down the ridge of the beak and round its root, sewn over
  bench.add(
    'stitches',
    (x, y, z) => {
      const row = z - floor(z / 0.09 + 0.5) * 0.09
      const skin = smoothMin(head(x, y, z), BEAK(x * 0.95, y, z), 0.1)
      return max(length2(length2(skin, max(0, abs(x) - 0.05)), row) - 0.017, 0.34 - z, z - 1.0, -0.34 - y + (z - 0.6) * -0.5)
    },
    [0, -0.05, 0.66, 0.46],
    bench.hide(rgb('#c9a777')),
  )
  const goggle = (field: Field) => mirrorX(place(field, 0.2, 0.16, 0.35, 0, 0.5, 0))
  bench.add(
    'rims',
    goggle((x, y, z) => max(abs(length2(x, y) - 0.135) - 0.032, abs(z - 0.03) - 0.07) - 0.008),
    [0, 0.16, 0.37, 0.46],
    bench.body({ hammer: 0.03 }, rgb('#c8974a')),
  )
  bench.add(
    'lenses',
    goggle((x, y, z) => ellipsoid(x, y, z - 0.03, 0.125, 0.125, 0.06)),
    [0, 0.16, 0.37, 0.42],
    bench.glowing ? plain(bench.accent, { rough: 0.1, coat: 1 }) : plain(rgb('#14100e'), { rough: 0.06, coat: 1 }),
  )
  bench.add(
    'rivets',
    (x, y, z) => {
      const k = floor(z / 0.15 + 0.5) * 0.15
      const at = min(max(k, 0.45), 0.75)
      return length3(abs(x) - 0.235 + (at - 0.45) * 0.32, y + 0.06 + (at - 0.45) * 0.3, z - at) - 0.026
    },
    [0, -0.1, 0.6, 0.34],
    bench.fitting(),
  )
  const strap: Field = (x, y, z) =>
    min(
      max(abs(head(x, y, z) - 0.012) - 0.024, abs(y - 0.16 - z * 0.1) - 0.045),
      max(abs(head(x, y, z) - 0.012) - 0.024, abs(y + 0.28 - z * 0.2) - 0.04),
    )
  bench.add('straps', (x, y, z) => max(strap(x, y, z), z - 0.24) * 0.92, [0, -0.02, -0.1, 0.6], bench.hide(rgb('#33221a')))
  const hat = lathe(
    [
      [0, 0.98],
      [0.3, 0.96],
      [0.36, 0.86],
      [0.4, 0.54],
      [0.44, 0.47],
      [0.8, 0.42],
      [0.84, 0.38],
      [0.8, 0.36],
      [0.4, 0.39],
      [0, 0.4],
    ],
    3,
  )
  bench.add(
    'hat',
    place((x, y, z) => hat(x, y + 0.06 * x * x * 2, z) * 0.9, 0, 0, -0.05, 0.08),
    [0, 0.62, -0.05, 0.92],
    bench.hide(rgb('#221c1c')),
  )
  bench.add(
    'hat band',
    place((x, y, z) => max(abs(length2(x, z) - 0.42) - 0.022, abs(y - 0.55) - 0.05), 0, 0, -0.05, 0.08),
    [0, 0.55, -0.03, 0.47],
    cloth(bench.fabric),
  )
  bench.add(
    'stand',
    lathe(
      [
        [0, -0.98],
        [0.34, -0.98],
        [0.34, -0.92],
        [0.1, -0.86],
        [0.06, -0.7],
        [0.06, -0.3],
        [0, -0.3],
      ],
      2,
    ),
    [0, -0.66, 0, 0.48],
    bench.timber('#3c2415', '#6d4526'),
  )
  return { yaw: -0.85, pitch: 0.06, half: 1.12, aimX: -0.06, aimY: 0.0, stands: -0.98 }
}

function oni(bench: Bench): Pose {
  const skin = bench.coloured ? bench.fabric : bench.random.pick([rgb('#a01a1c'), rgb('#1f3f7a'), rgb('#2a2a30')])
  const lacquer = finish(skin, (s) => {
    paint(s, skin)
    dim(s, 0.75 + 0.4 * noise3(s.x * 3, s.y * 3, s.z * 3))
    dim(s, 1 - 0.6 * smooth(0.0, -0.14, s.z - 0.2 + s.x * s.x * 0.6))
    s.rough = 0.25
    s.coat = 0.8
  })
  const solid: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y, z, 0.56, 0.72, 0.36)
    d = smoothMin(d, capsule(ax, y, z, 0.06, 0.2, 0.38, 0.42, 0.36, 0.26, 0.09, 0.08), 0.07)
    d = smoothMin(d, ellipsoid(x, y + 0.03, z - 0.4, 0.12, 0.17, 0.14), 0.08)
    d = smoothMin(d, ellipsoid(ax - 0.12, y + 0.1, z - 0.38, 0.08, 0.07, 0.08), 0.05)
    d = smoothMin(d, ellipsoid(ax - 0.34, y + 0.1, z - 0.26, 0.17, 0.15, 0.14), 0.08)
    d = smoothMin(d, capsule(ax, y, z, 0, -0.22, 0.37, 0.3, -0.28, 0.27, 0.055, 0.05), 0.05)
    d = smoothMin(d, capsule(ax, y, z, 0, -0.56, 0.28, 0.26, -0.44, 0.25, 0.07, 0.055), 0.06)
    return smoothMin(d, ellipsoid(x, y + 0.7, z - 0.18, 0.16, 0.14, 0.14), 0.08)
  }
  const mouth: Field = (x, y, z) => max(ellipsoid(x, y + 0.38 - x * x * 0.5, z - 0.3, 0.27, 0.115, 0.4), -z)
  const eyes: Field = (x, y, z) => place((u, v, w) => ellipsoid(u, v, w, 0.13, 0.055, 0.4), 0.23, 0.14, 0.3, 0, 0, 0.32)(abs(x), y, z)
  bench.add(
    'face',
    (x, y, z) => {
      const d = solid(x, y, z)
      return smoothMax(smoothMax(smoothMax(max(d, -d - 0.09), -mouth(x, y, z), 0.02), -eyes(x, y, z), 0.015), 0.02 - z, 0.02) * 0.9
    },
    [0, 0, 0.15, 0.86],
    bench.whole || bench.named ? bench.body({ hammer: 0.04 }) : lacquer,
  )
  const horn = sweep([
    [0.3, 0.5, 0.2, 0.12],
    [0.46, 0.72, 0.22, 0.1],
    [0.5, 0.98, 0.2, 0.06],
    [0.4, 1.2, 0.18, 0.014],
  ])
  const ringed: Field = (x, y, z) => horn(abs(x), y, z) - 0.006 * sin(y * 60)
  bench.add('horns', (x, y, z) => ringed(x, y, z) * 0.92, [0, 0.84, 0.2, 0.68], bench.fitting({ rough: 0.3 }))
  const fang = (x: number, from: number, to: number) => (ax: number, y: number, z: number) =>
    capsule(ax, y, z, x, from, 0.32, x * 1.06, to, 0.36, 0.045, 0.012)
  const fangs = union(fang(0.2, -0.27, -0.46), fang(0.17, -0.52, -0.3))
  const teeth: Field = (x, y, z) => {
    const u = x - (floor(x / 0.075) + 0.5) * 0.075
    return max(
      min(
        length3(u * 0.9, max(0, abs(y + 0.29 - x * x * 0.4) - 0.03), z - 0.3 + x * x),
        length3(u * 0.9, max(0, abs(y + 0.47 - x * x * 0.4) - 0.025), z - 0.27 + x * x),
      ) - 0.036,
      abs(x) - 0.2,
    )
  }
  bench.add(
    'fangs',
    (x, y, z) => min(fangs(abs(x), y, z), teeth(x, y, z)),
    [0, -0.39, 0.3, 0.33],
    plain(rgb('#efe3c4'), { rough: 0.3, coat: 0.5 }),
  )
  bench.add(
    'inside',
    (x, y, z) => max(ellipsoid(x, y, z + 0.02, 0.5, 0.64, 0.3), abs(z - 0.1) - 0.03),
    [0, 0, 0.1, 0.66],
    bench.glowing ? plain(bench.accent, { rough: 0.4 }) : plain(rgb('#120c0c'), { rough: 0.9 }),
  )
  bench.add(
    'brows',
    mirrorX((x, y, z) => {
      const t = min(max((x - 0.08) / 0.36, 0), 1)
      return capsule(x, y, z, 0.08, 0.25, 0.46, 0.46, 0.47, 0.3, 0.05, 0.02) + 0.012 * sin((x + y) * 60) * t
    }),
    [0, 0.36, 0.38, 0.54],
    overlaid(bench.fitting({ rough: 0.4 }), [engraving(8)]),
  )
  const cord = sweep([
    [0.52, 0.1, 0.02, 0.03],
    [0.68, -0.06, -0.04, 0.028],
    [0.64, -0.36, -0.04, 0.026],
    [0.72, -0.66, -0.04, 0.04],
  ])
  bench.add('cords', mirrorX(cord), [0, -0.28, -0.02, 0.84], cloth(bench.coloured ? bench.accent : rgb('#c08a2a'), 0.6))
  return { roll: 0.08, yaw: PI * 0.1, half: 1.14, aimY: 0.2, stands: null, thickness: 0.06 }
}

const FORMS: Record<string, (bench: Bench) => Pose> = { masquerade, plague, oni }

export const mask: Kind = {
  forms: ['masquerade', 'plague', 'oni'],
  build: (bench) => (FORMS[bench.form] ?? masquerade)(bench),
}
