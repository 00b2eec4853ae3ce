import { atan2, cos, PI, sin } from '../../math/dmath.ts'
import { place, polar } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { lathe, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3, torus } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material, Opaque } from '../../solid/render/part.ts'
import { emit, facing, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const BRASS = rgb('#d2a24a')

/** Coated glass: dark, with a sheen that turns from violet to green. */
const lens = (lit: boolean, accent: readonly [number, number, number]): Opaque =>
  finish([0.02, 0.03, 0.06], (s) => {
    paint(s, [0.01, 0.016, 0.035])
    const f = facing(s)
    emit(s, [0.1, 0.05, 0.24], 0.5 * (1 - f))
    emit(s, [0.04, 0.16, 0.14], 0.35 * f)
    if (lit) emit(s, accent, 1.4 * f)
    s.rough = 0.04
    s.coat = 0.35
  })

/** A tube from height `a` to `b`, walls 0.03 thick, open at both ends. */
const tube = (r: number, a: number, b: number): Field => {
  const middle = (a + b) / 2
  const half = (b - a) / 2
  return (x, y, z) => max(abs(length2(x, z) - r + 0.015) - 0.015, abs(y - middle) - half)
}

/** A tube's turned end: bead, cove and lip. */
function ring(r: number, y: number, wide: number): Field {
  const section = polygon([
    r - 0.03,
    y - wide,
    r + 0.012,
    y - wide,
    r + 0.03,
    y - wide * 0.6,
    r + 0.012,
    y - wide * 0.3,
    r + 0.012,
    y + wide * 0.3,
    r + 0.036,
    y + wide * 0.6,
    r + 0.03,
    y + wide,
    r - 0.03,
    y + wide,
  ])
  return (u, v, w) => section(length2(u, w), v) - 0.006
}

/** Adds a part in the telescope's own axis, its objective up. */
type Put = (name: string, field: Field, bound: Bound, material: Material) => void

function draws(bench: Bench, put: Put): void {
  const brass = bench.body({ rough: 0.16, brush: 0.004 }, BRASS)
  const grip = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#5a2a1c'), rgb('#2b2a2e'), rgb('#1f3a34')]))
  const stages = [
    { r: 0.235, a: 0.16, b: 0.98 },
    { r: 0.19, a: -0.3, b: 0.2 },
    { r: 0.15, a: -0.74, b: -0.26 },
    { r: 0.115, a: -1.02, b: -0.7 },
  ]
  put('sleeve', (x, y, z) => max(length2(x, z) - 0.245, abs(y - 0.55) - 0.3) - 0.004, [0, 0.55, 0, 0.4], grip)
  // a seam sewn along the sleeve
  put(
    'stitches',
    (x, y, z) => {
      const row = y - floor(y / 0.06 + 0.5) * 0.06
      return max(
        length2(length2(x - 0.16, max(0, abs(length2(x, z) - 0.25) - 0.004)), max(0, abs(row) - 0.014)) - 0.012,
        abs(y - 0.55) - 0.29,
        -z,
      )
    },
    [0.16, 0.55, 0.18, 0.34],
    bench.hide(rgb('#d8c29a')),
  )
  const tubes = stages.map(({ r, a, b }) => tube(r, a, b))
  put(
    'tubes',
    (x, y, z) => {
      let d = 9
      for (const one of tubes) d = min(d, one(x, y, z))
      return d
    },
    [0, -0.02, 0, 1.06],
    bench.inscribed(brass, (s, at) => {
      at.u = atan2(s.x, s.z) * 3 + 0.5
      at.v = s.y * 8
      return at.u > 0 && at.u < 1
    }),
  )
  const rings = [ring(0.245, 0.94, 0.06), ring(0.24, 0.2, 0.07), ring(0.19, -0.26, 0.05), ring(0.15, -0.7, 0.05), ring(0.125, -1.02, 0.06)]
  put(
    'rings',
    (x, y, z) => {
      let d = 9
      for (const one of rings) d = min(d, one(x, y, z))
      return d
    },
    [0, -0.02, 0, 1.1],
    bench.fitting({ rough: 0.14 }),
  )
  put(
    'objective',
    (x, y, z) => max(length3(x, y - 0.5, z) - 0.46, 0.9 - y, length2(x, z) - 0.215),
    [0, 0.92, 0, 0.23],
    lens(bench.glowing, bench.accent),
  )
  put('eyepiece', (x, y, z) => max(length2(x, z) - 0.1, abs(y + 1.02) - 0.02), [0, -1.02, 0, 0.11], lens(false, bench.accent))
}

function tripod(bench: Bench): void {
  const oak = bench.timber('#4a2a16', '#875430')
  const spread = bench.random.range(0.56, 0.66)
  const leg: Field = (x, y, z) => {
    const t = min(max((0.0 - y) / 1.1, 0), 1)
    const u = x - 0.08 - spread * t
    return min(box(u, y + 0.53, abs(z) - 0.04 * (1 - t), 0.03, 0.54, 0.024, 0.01), 9) * 0.86
  }
  bench.add('legs', polar(leg, 3), [0, -0.54, 0, 0.92], oak)
  bench.add(
    'shoes',
    polar(
      (x, y, z) =>
        min(
          capsule(x, y, z, 0.06 + spread * 0.98, -1.0, 0, 0.1 + spread, -1.09, 0, 0.042, 0.014),
          box(x - 0.08 - spread * 0.5, y + 0.55, z, 0.045, 0.03, 0.06, 0.01),
        ),
      3,
    ),
    [0, -0.78, 0, 0.86],
    bench.fitting(),
  )
  bench.add(
    'chain',
    polar((x, y, z) => torus(x, y + 0.55, z, 0.08 + spread * 0.5, 0.012), 3),
    [0, -0.55, 0, 0.5],
    bench.fitting(),
  )
  const head = lathe(
    [
      [0, -0.1],
      [0.12, -0.1],
      [0.15, -0.04],
      [0.1, 0.02],
      [0.06, 0.06],
      [0.06, 0.16],
      [0, 0.18],
    ],
    3,
  )
  bench.add(
    'head',
    (x, y, z) => min(head(x, y, z), max(length2(y - 0.2, x) - 0.08, abs(z) - 0.12) - 0.01, length3(x, y - 0.2, abs(z) - 0.15) - 0.05),
    [0, 0.06, 0, 0.28],
    bench.fitting(),
  )
}

function observatory(bench: Bench): void {
  const brass = bench.body({ rough: 0.16, brush: 0.004 }, BRASS)
  const lift = bench.random.range(0.42, 0.6)
  const scaleDown = 0.92
  const at = (field: Field) => place(field, 0, 0.36, 0, 0, 0, lift - PI / 2, scaleDown)
  const moved = ([, y, , r]: Bound): Bound => [cos(lift) * y * scaleDown, 0.36 + sin(lift) * y * scaleDown, 0, r * scaleDown]
  const put: Put = (name, field, bound, material) => bench.add(name, at(field), moved(bound), material)
  put(
    'tube',
    (x, y, z) => max(length2(x, z) - 0.16, abs(y) - 0.78) - 0.004,
    [0, 0, 0, 0.81],
    bench.coloured
      ? plain(bench.fabric, { rough: 0.3, coat: 0.6 })
      : bench.inscribed(brass, (s, spot) => {
          spot.u = (s.y - 0.36 - s.x * 0.5) * 8 + 0.5
          spot.v = s.x * 8
          return s.z > 0 && spot.u > 0 && spot.u < 1
        }),
  )
  const hood = tube(0.2, 0.7, 0.98)
  const rings = [ring(0.2, 0.96, 0.035), ring(0.2, 0.71, 0.05), ring(0.165, 0.1, 0.05), ring(0.165, -0.3, 0.04), ring(0.165, -0.74, 0.05)]
  put('hood', hood, [0, 0.84, 0, 0.26], brass)
  put(
    'rings',
    (x, y, z) => {
      let d = 9
      for (const one of rings) d = min(d, one(x, y, z))
      return d
    },
    [0, 0.1, 0, 0.94],
    bench.fitting({ rough: 0.14 }),
  )
  put(
    'focuser',
    (x, y, z) =>
      min(
        max(length2(x, z) - 0.085, abs(y + 0.9) - 0.14),
        max(length2(x, z) - 0.062, abs(y + 1.08) - 0.08),
        max(length2(y + 0.84, x + 0.1) - 0.035, abs(z) - 0.18),
        max(length2(y + 0.84, x + 0.1) - 0.06 - 0.006 * sin(atan2(y + 0.84, x + 0.1) * 14), abs(abs(z) - 0.17) - 0.03),
      ) *
        0.94 -
      0.004,
    [0, -0.96, 0, 0.31],
    bench.body({ rough: 0.2, brush: 0.004 }, rgb('#8a6428')),
  )
  put(
    'finder',
    (x, y, z) =>
      min(
        max(length2(x + 0.26, z) - 0.045, abs(y + 0.34) - 0.3) - 0.004,
        box(abs(x + 0.2), abs(y + 0.34) - 0.14, z, 0.05, 0.03, 0.03, 0.01),
      ),
    [-0.22, -0.34, 0, 0.44],
    bench.fitting(),
  )
  put('objective', (x, y, z) => max(length2(x, z) - 0.175, abs(y - 0.86) - 0.02), [0, 0.86, 0, 0.19], lens(bench.glowing, bench.accent))
  tripod(bench)
}

export const telescope: Kind = {
  forms: ['spyglass', 'tripod'],
  round: true,
  build(bench) {
    if (bench.form === 'tripod') {
      observatory(bench)
      return { yaw: 0.35, pitch: 0.1, half: 1.2, aimY: -0.06, stands: -1.1 }
    }
    draws(bench, (name, field, bound, material) => bench.add(name, field, bound, material))
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0.2, 0.27, 0.06, 0.05, 8, 'z'), [0, 0.2, 0.27, 0.09])
    return { roll: 2.4, yaw: 0.5, half: 1.1, stands: null, thickness: 0.28 }
  },
}
