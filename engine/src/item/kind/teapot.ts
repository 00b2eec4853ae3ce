import { atan2, cos, PI, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { blend, every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const WHITE = rgb('#f4f1ea')
const IRON = rgb('#3a3c42')

/** Side of the square each sprig has to itself, model units. */
const SPRIG = 0.3

/** Porcelain painted with sprigs between two heights: a five-petalled flower with a pair of leaves in each square. */
export const sprigged = (colour: Rgb, low: number, high: number): Opaque =>
  finish(WHITE, (s) => {
    paint(s, WHITE)
    s.rough = 0.16
    s.coat = 1
    s.soften = 0.2
    if (s.y < low || s.y > high) return
    const around = atan2(s.x, s.z) * 0.573
    const row = floor(s.y / SPRIG)
    const column = floor(around / SPRIG + (row & 1) * 0.5)
    const jitter = (k: number) => (hash3(column, row, k) - 0.5) * 0.3
    const u = around / SPRIG + (row & 1) * 0.5 - column - 0.5 + jitter(1)
    const v = s.y / SPRIG - row - 0.5 + jitter(2)
    const turn = atan2(v, u) + jitter(3) * 6
    const r = length2(u, v)
    const leafy: Rgb = [colour[0] * 0.3 + 0.03, colour[1] * 0.3 + 0.14, colour[2] * 0.3 + 0.04]
    const leaf = length2((r - 0.3) * 1.1, every(turn, PI) * r * 2)
    tint(s, leafy, smooth(0.11, 0.08, leaf))
    const bloom = 0.2 * (0.78 + 0.22 * cos(5 * turn))
    tint(s, colour, smooth(bloom + 0.015, bloom - 0.015, r) * 0.95)
    tint(s, rgb('#f0c040'), smooth(0.07, 0.05, r))
  })

const hobnails: Field = (x, y, z) => {
  const a = atan2(z, x)
  return 0.05 * cos(a * 28) * cos(y * 42)
}

function porcelain(bench: Bench): Pose {
  const painted = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.14 }) : sprigged(bench.fabric, -0.5, 0.26)
  const belly = lathe(
    [
      [0, -0.64],
      [0.3, -0.64],
      [0.34, -0.58],
      [0.32, -0.54],
      [0.5, -0.42],
      [0.64, -0.12],
      [0.6, 0.16],
      [0.42, 0.34],
      [0.3, 0.38],
      [0, 0.4],
    ],
    4,
  )
  const spout = sweep([
    [0.48, -0.26, 0, 0.17],
    [0.72, -0.16, 0, 0.125],
    [0.84, 0.06, 0, 0.09],
    [0.92, 0.28, 0, 0.07],
    [1.0, 0.4, 0, 0.062],
  ])
  const lip: Field = (x, y) => (x - 1.0) * 0.5 + (y - 0.4) * 0.86
  const bored = sweep([
    [0.86, 0.1, 0, 0.05],
    [0.94, 0.3, 0, 0.044],
    [1.08, 0.54, 0, 0.06],
  ])
  const pot: Field = (x, y, z) =>
    max(
      max(smoothMin(belly(x, y, z), spout(x, y, z), 0.1), lip(x, y, z) > 0 && x > 0.7 ? lip(x, y, z) : -9),
      x > 0.7 ? -bored(x, y, z) : -9,
    )
  bench.add('pot', pot, [0.16, -0.12, 0, 0.98], painted)
  const handle = sweep([
    [-0.5, 0.22, 0, 0.06],
    [-0.78, 0.32, 0, 0.055],
    [-0.98, 0.12, 0, 0.052],
    [-0.92, -0.2, 0, 0.05],
    [-0.58, -0.36, 0, 0.055],
  ])
  bench.add('handle', handle, [-0.74, -0.02, 0, 0.5], painted)
  bench.add(
    'lid',
    lathe(
      [
        [0, 0.36],
        [0.33, 0.36],
        [0.34, 0.4],
        [0.24, 0.48],
        [0.1, 0.54],
        [0, 0.55],
      ],
      3,
    ),
    [0, 0.45, 0, 0.37],
    painted,
  )
  bench.add(
    'knob',
    blend(
      0.03,
      (x, y, z) => length3(x, y - 0.64, z) - 0.085,
      (x, y, z) => length2(length2(x, z), max(abs(y - 0.56) - 0.03, 0)) - 0.04,
    ),
    [0, 0.61, 0, 0.13],
    bench.fitting(),
  )
  const gilding: Field = (x, y, z) => min(length2(length2(x, z) - 0.345, y - 0.385) - 0.018, length2(length2(x, z) - 0.345, y + 0.6) - 0.02)
  bench.add('gilding', gilding, [0, -0.1, 0, 0.63], bench.fitting())
  return { yaw: 0.3, pitch: 0.2, half: 1.12, aimX: 0.02, aimY: 0.0, stands: -0.66 }
}

/** Cast iron with a bail of bronze. */
function castIron(bench: Bench): Pose {
  const iron = bench.body({ rough: 0.5, brush: 0, wear: 0.3 }, bench.coloured ? bench.fabric : IRON)
  const studded: Opaque = {
    ...iron,
    shade(s) {
      iron.shade(s)
      if (s.y > -0.36 && s.y < 0.1) bump(s, 0.5, hobnails)
      else dim(s, 0.9)
    },
  }
  const belly = lathe(
    [
      [0, -0.6],
      [0.34, -0.6],
      [0.54, -0.5],
      [0.7, -0.3],
      [0.72, -0.12],
      [0.6, 0.1],
      [0.38, 0.2],
      [0.3, 0.2],
      [0, 0.2],
    ],
    4,
  )
  const spout = sweep([
    [0.6, -0.24, 0, 0.16],
    [0.82, -0.12, 0, 0.11],
    [0.98, 0.1, 0, 0.075],
  ])
  const pot: Field = (x, y, z) =>
    max(smoothMin(belly(x, y, z), spout(x, y, z), 0.08), x > 0.75 ? 0.075 - length3(x - 1.02, y - 0.17, z) : -9)
  bench.add('pot', pot, [0.1, -0.2, 0, 0.98], studded)
  bench.add(
    'lid',
    lathe(
      [
        [0, 0.18],
        [0.34, 0.18],
        [0.35, 0.22],
        [0.2, 0.28],
        [0, 0.3],
      ],
      3,
      0.005,
    ),
    [0, 0.23, 0, 0.37],
    iron,
  )
  bench.add(
    'knob',
    (x, y, z) => min(length3(x, y - 0.37, z) - 0.065, length2(length2(x, z), max(abs(y - 0.3) - 0.03, 0)) - 0.03),
    [0, 0.34, 0, 0.11],
    bench.fitting(),
  )
  bench.add('rings', (x, y, z) => length2(length2(abs(x) - 0.46, y - 0.24) - 0.07, z) - 0.028, [0, 0.24, 0, 0.57], iron)
  const bail: Field = (x, y, z) => {
    const d = length2(length2(x, (y - 0.24) * 0.85) - 0.48, z)
    const grip = abs(x) < 0.26 ? 0.022 + 0.006 * cos(x * 90) : 0
    return max(d - 0.03 - grip, 0.24 - y) * 0.85
  }
  bench.add('bail', bail, [0, 0.5, 0, 0.62], bench.fitting({ rough: 0.3 }))
  bench.add('feet', (x, y, z) => length3(abs(x) - 0.3, y + 0.61, abs(z) - 0.3) - 0.06, [0, -0.61, 0, 0.5], iron)
  return { yaw: 0.3, pitch: 0.2, half: 1.12, aimX: 0.06, aimY: 0.04, stands: -0.67 }
}

export const teapot: Kind = {
  forms: ['porcelain', 'iron'],
  build: (bench) => (bench.form === 'iron' ? castIron(bench) : porcelain(bench)),
}
