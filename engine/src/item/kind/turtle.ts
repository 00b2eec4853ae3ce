import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { voronoi3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addEyes, isCast, scales } from '../shape/animal.ts'

const { abs, floor, max, min, sqrt } = Math

/** Middles of the plates of a shell seen from above: a row along the back, four a side, in units of the shell's half axes. */
const PLATES: readonly (readonly [number, number])[] = [
  [0, -0.74],
  [0, -0.36],
  [0, 0.02],
  [0, 0.4],
  [0, 0.76],
  ...[-0.58, -0.2, 0.2, 0.58].flatMap((z): [number, number][] => [
    [0.52 - 0.14 * abs(z), z],
    [-0.52 + 0.14 * abs(z), z],
  ]),
  ...Array.from({ length: 20 }, (_, i): [number, number] => [0.98 * cos((i / 20) * TAU), 0.98 * sin((i / 20) * TAU)]),
]

/** How far a place lies from the seam of its plate, and from the plate's middle. */
function plateAt(u: number, v: number): { readonly seam: number; readonly middle: number; readonly id: number } {
  let first = 81
  let second = 81
  let id = 0
  for (let i = 0; i < PLATES.length; i++) {
    const plate = PLATES[i]!
    const du = u - plate[0]
    const dv = v - plate[1]
    const squared = du * du + dv * dv
    if (squared < first) {
      second = first
      first = squared
      id = i
    } else if (squared < second) second = squared
  }
  return { seam: sqrt(second) - sqrt(first), middle: sqrt(first), id }
}

type Shell = { readonly a: number; readonly b: number; readonly c: number; readonly y: number; readonly z: number }

const shellField =
  ({ a, b, c, y: y0, z: z0 }: Shell): Field =>
  (x, y, z) => {
    const d = max(ellipsoid(x, y - y0, z - z0, a, b, c), y0 - 0.06 - y)
    if (abs(d) > 0.04) return d * 0.92
    const { seam } = plateAt(x / a, (z - z0) / c)
    return (d + 0.16 * max(0, 0.07 - seam)) * 0.92
  }

const shellOf = (bench: Bench, { a, c, z }: Shell, colour: Rgb, rim: Rgb): Opaque =>
  isCast(bench)
    ? bench.body({ rough: 0.22 })
    : finish(colour, (s) => {
        const { seam, middle, id } = plateAt(s.x / a, (s.z - z) / c)
        paint(s, colour)
        const rays = 0.5 + 0.5 * sin(atan2(s.x / a - (PLATES[id]?.[0] ?? 0), (s.z - z) / c - (PLATES[id]?.[1] ?? 0)) * 7)
        tint(s, rim, smooth(0.05, 0.2, middle) * (0.25 + 0.5 * rays) * 0.7)
        dim(s, 0.8 + 0.3 * sin(middle * 70))
        dim(s, 1 - 0.7 * smooth(0.05, 0.0, seam))
        tint(s, rim, smooth(0.88, 0.95, length2(s.x / a, (s.z - z) / c)) * 0.4)
        s.rough = 0.3
        s.coat = 0.7
      })

function tortoise(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#6b4a22', '#5a5a2a', '#7a5a34']))
  const skin = scales(bench, rgb('#7f8a4a'), rgb('#c9b67a'), 12, (s) => smooth(-0.3, -0.6, s.ny) * 0.6)
  const shell: Shell = { a: 0.66, b: 0.6, c: 0.76, y: -0.34, z: -0.1 }
  bench.add('shell', shellField(shell), [0, -0.05, -0.1, 0.86], shellOf(bench, shell, colour, rgb('#d9b45a')))
  bench.add(
    'rim',
    (x, y, z) => length2(length2(x / 0.66, (z + 0.1) / 0.76) * 0.7 - 0.7, y + 0.38) - 0.06,
    [0, -0.38, -0.1, 0.86],
    isCast(bench) ? bench.fitting() : plain(rgb('#c9a25a'), { rough: 0.4, coat: 0.4 }),
  )
  bench.add('plastron', (x, y, z) => ellipsoid(x, y + 0.46, z + 0.1, 0.58, 0.16, 0.68), [0, -0.46, -0.1, 0.7], skin)
  const limbs = blend(
    0.06,
    rod([0.4, -0.48, 0.34], [0.56, -0.74, 0.46], 0.17, 0.14),
    oval(0.57, -0.8, 0.5, 0.16, 0.09, 0.19),
    rod([0.4, -0.5, -0.5], [0.54, -0.74, -0.62], 0.17, 0.14),
    oval(0.55, -0.8, -0.6, 0.16, 0.09, 0.19),
    rod([0, -0.44, -0.76], [0, -0.56, -0.98], 0.08, 0.02),
  )
  bench.add('limbs', (x, y, z) => limbs(abs(x), y, z), [0, -0.64, -0.1, 1.0], skin)
  const claws: Field = (x, y, z) => {
    const ax = abs(x) - 0.57
    const k = min(max(floor(ax / 0.09 + 0.5), -1), 1) * 0.09
    return min(ellipsoid(ax - k, y + 0.83, z - 0.68, 0.03, 0.03, 0.06), ellipsoid(ax + 0.02 - k, y + 0.83, z + 0.42, 0.03, 0.03, 0.06))
  }
  bench.add('claws', claws, [0, -0.83, 0.12, 0.95], isCast(bench) ? bench.fitting() : plain(rgb('#e6dcc0'), { rough: 0.4 }))
  const y0 = 0.02
  const z0 = 0.9
  const head = blend(
    0.07,
    rod([0, -0.34, 0.5], [0, y0 - 0.04, z0 - 0.08], 0.16, 0.15),
    oval(0, y0, z0, 0.2, 0.185, 0.22),
    oval(0.09, y0 - 0.04, z0 + 0.06, 0.11, 0.12, 0.14),
    oval(0, y0 - 0.02, z0 + 0.17, 0.12, 0.1, 0.08),
  )
  const mouth: Field = (x, y, z) => {
    const d = head(abs(x), y, z)
    return z > z0 ? d + 0.5 * max(0, 0.014 - abs(y - y0 + 0.075 - 0.08 * abs(x))) : d
  }
  bench.add('head', mouth, [0, -0.12, 0.76, 0.52], skin)
  addEyes(bench, [0.14, y0 + 0.07, z0 + 0.09], 0.056, [0.9, 0.1, 0.8], { iris: rgb('#3a2a10'), pupil: 0.6, white: 1.05 })
  return { yaw: 0.75, pitch: 0.2, half: 1.08, aimX: 0, aimY: -0.26, stands: -0.89 }
}

function flipper(points: readonly number[]): Field {
  const corners = Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!])
  return extrude(
    polygon(
      catmullRom([...corners, corners[0]!], 3)
        .slice(0, -1)
        .flat(),
    ),
    0.035,
    0.03,
  )
}

/** A sea turtle swimming over a stand of reef. */
function sea(bench: Bench): Pose {
  const colour = bench.coloured ? bench.fabric : rgb(bench.random.pick(['#2f6a5a', '#3f5f3a', '#3a5a7a']))
  const spotted: Opaque = isCast(bench)
    ? bench.body({ rough: 0.28 })
    : finish(rgb('#8fae9a'), (s) => {
        paint(s, rgb('#dfe6cf'))
        const wall = voronoi3(s.x * 9, s.y * 9, s.z * 9, s.cell)
        tint(s, colour, smooth(0.06, 0.16, wall) * 0.9 * smooth(-0.4, 0.1, s.ny))
        s.rough = 0.35
        s.coat = 0.6
      })
  const shell: Shell = { a: 0.56, b: 0.26, c: 0.7, y: 0.02, z: -0.08 }
  bench.add('shell', shellField(shell), [0, 0.08, -0.08, 0.74], shellOf(bench, shell, colour, rgb('#d9c88a')))
  bench.add(
    'belly',
    (x, y, z) => ellipsoid(x, y + 0.04, z + 0.08, 0.54, 0.14, 0.66),
    [0, -0.04, -0.08, 0.68],
    isCast(bench) ? spotted : plain(rgb('#e3dcb8'), { rough: 0.4, coat: 0.3 }),
  )
  const front = flipper([0.3, 0.3, 0.5, 0.5, 0.8, 0.5, 1.02, 0.3, 1.16, 0.02, 1.12, -0.12, 0.98, 0.04, 0.74, 0.2, 0.52, 0.18, 0.36, 0.1])
  const back = flipper([0.24, -0.52, 0.4, -0.54, 0.56, -0.74, 0.6, -0.94, 0.5, -0.96, 0.34, -0.8, 0.2, -0.68])
  const flippers: Field = (x, y, z) => {
    const ax = abs(x)
    return min(front(ax, z, y - 0.02 + 0.26 * max(0, ax - 0.4)), back(ax, z, y + 0.02 + 0.12 * max(0, ax - 0.3))) * 0.94
  }
  bench.add('flippers', flippers, [0, -0.06, -0.18, 1.26], spotted)
  const head = blend(
    0.06,
    rod([0, 0.02, 0.5], [0, 0.1, 0.72], 0.15, 0.15),
    oval(0, 0.12, 0.78, 0.17, 0.16, 0.2),
    oval(0, 0.06, 0.92, 0.11, 0.1, 0.09),
  )
  bench.add('head', (x, y, z) => head(x, y, z) + (z > 0.8 ? 0.5 * max(0, 0.013 - abs(y - 0.055)) : 0), [0, 0.08, 0.72, 0.36], spotted)
  addEyes(bench, [0.125, 0.16, 0.84], 0.05, [0.9, 0.1, 0.8], { iris: rgb('#2a2018'), pupil: 0.6, white: 1.1 })
  const pole = sweep([
    [0, -0.82, -0.1, 0.08],
    [0.04, -0.6, -0.08, 0.05],
    [0, -0.36, -0.1, 0.04],
    [0, -0.1, -0.1, 0.05],
  ])
  const knob = blend(
    0.08,
    oval(0, -0.86, -0.1, 0.42, 0.12, 0.36),
    oval(0.26, -0.78, 0.04, 0.16, 0.14, 0.16),
    oval(-0.22, -0.8, -0.24, 0.18, 0.13, 0.16),
  )
  bench.add(
    'reef',
    (x, y, z) => smoothMin(pole(x, y, z), knob(x, y, z), 0.1),
    [0, -0.55, -0.1, 0.62],
    isCast(bench) ? bench.fitting() : plain(rgb('#d98a78'), { rough: 0.85, soften: 0.3 }),
  )
  return { yaw: 0.7, pitch: 0.34, half: 1.16, aimY: -0.2, stands: -0.98 }
}

export const turtle: Kind = { forms: ['tortoise', 'sea'], build: (bench) => (bench.form === 'sea' ? sea(bench) : tortoise(bench)) }
