import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { glazed } from '../../solid/material/food.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

/** Ribs are worked out so near a surface only. */
const RELIEF = 0.06
const GREEN = rgb('#4f8a45')
const SPINE = plain(rgb('#efe6c8'), { rough: 0.5, soften: 0.4 })
const crumbs: Field = (x, y, z) => fbm3(x * 18, y * 18, z * 18, 2) * 0.12

function pot(bench: Bench): void {
  const clay =
    bench.named || bench.whole || bench.gilded
      ? bench.body({ rough: 0.24 })
      : bench.coloured || bench.random.chance(0.5)
        ? glazed(bench.fabric)
        : finish(rgb('#b9623c'), (s) => {
            paint(s, rgb('#b9623c'))
            dim(s, 0.8 + 0.4 * fbm3(s.x * 4, s.y * 14, s.z * 4, 3))
            s.rough = 0.85
          })
  bench.add(
    'pot',
    lathe(
      [
        [0, -0.94],
        [0.34, -0.94],
        [0.46, -0.5],
        [0.52, -0.5],
        [0.53, -0.36],
        [0.45, -0.36],
        [0.43, -0.46],
        [0, -0.46],
      ],
      0,
      0.014,
    ),
    [0, -0.65, 0, 0.62],
    clay,
  )
  bench.add(
    'earth',
    (x, y, z) => max(length2(x, z) - 0.44, abs(y + 0.46) - 0.04) - 0.015 * noise3(x * 15, y * 15, z * 15),
    [0, -0.46, 0, 0.48],
    finish(rgb('#a58a63'), (s) => {
      paint(s, rgb('#b59a70'))
      dim(s, 0.5 + 0.8 * noise3(s.x * 26, s.y * 26, s.z * 26))
      s.rough = 1
      bump(s, 0.2, crumbs)
    }),
  )
  bench.add(
    'stones',
    (x, y, z) =>
      min(
        ellipsoid(x - 0.28, y + 0.42, z - 0.22, 0.08, 0.055, 0.07),
        ellipsoid(x + 0.3, y + 0.42, z - 0.14, 0.06, 0.045, 0.07),
        ellipsoid(x + 0.02, y + 0.42, z - 0.36, 0.05, 0.035, 0.04),
      ),
    [0, -0.42, 0.1, 0.42],
    plain(rgb('#d9d2c4'), { rough: 0.6 }),
  )
  bench.add('band', (x, y, z) => length2(length2(x, z) - 0.535, y + 0.43) - 0.022, [0, -0.43, 0, 0.57], bench.fitting())
}

const flesh = (bench: Bench, ribs: number) =>
  bench.gilded || bench.whole
    ? bench.body({ rough: 0.2 })
    : finish(GREEN, (s) => {
        paint(s, GREEN)
        dim(s, 0.75 + 0.4 * fbm3(s.x * 5, s.y * 5, s.z * 5, 3))
        tint(s, rgb('#8fb86a'), 0.3 * abs(cos((atan2(s.z, s.x) * ribs) / 2)))
        s.rough = 0.5
        s.coat = 0.3
        s.soften = 0.35
      })

/** A ribbed column from a to b along y with a round top. */
const column =
  (x0: number, y0: number, y1: number, z0: number, r: number, ribs: number): Field =>
  (x, y, z) => {
    const u = x - x0
    const w = z - z0
    const d = capsule(u, y, w, 0, y0, 0, 0, y1, 0, r, r * 0.92)
    if (d > RELIEF) return d * 0.88
    const rib = 0.13 * r * (1 - abs(cos((atan2(w, u) * ribs) / 2))) * min(1, (length2(u, w) / r) * 1.2)
    return (d + rib) * 0.88
  }

function bloom(bench: Bench, x0: number, y0: number, z0: number, size: number): void {
  const petals: Field = (x, y, z) => {
    const u = x - x0
    const w = z - z0
    const r = length2(u, w)
    const a = atan2(w, u)
    const edge = 0.13 * size * (0.75 + 0.25 * cos(a * 7))
    return max(abs(y - y0 - r * r * (4 / size)) - 0.014, r - edge) * 0.6
  }
  bench.add(
    'flower',
    petals,
    [x0, y0 + 0.02, z0, 0.17 * size],
    bench.gilded || bench.whole
      ? bench.fitting()
      : finish(rgb('#e8407a'), (s) => {
          paint(s, bench.coloured ? bench.accent : rgb('#e8407a'))
          tint(s, rgb('#f8d0a0'), max(0, 0.8 - length3(s.x - x0, s.y - y0, s.z - z0) * (14 / size)))
          s.rough = 0.5
          s.soften = 0.9
        }),
  )
  bench.add(
    'heart',
    (x, y, z) => ellipsoid(x - x0, y - y0 - 0.02, z - z0, 0.04 * size, 0.04 * size, 0.04 * size),
    [x0, y0 + 0.02, z0, 0.05 * size],
    plain(rgb('#f0c040'), { rough: 0.8 }),
  )
}

function saguaro(bench: Bench): Pose {
  pot(bench)
  const trunk = column(0, -0.5, 0.72, 0, 0.21, 10)
  const arm = (side: number, low: number, top: number): Field => {
    const rise = column(side * 0.46, low + 0.1, top, 0, 0.125, 8)
    return (x, y, z) =>
      smoothMin(
        rise(x, y, z),
        (capsule(x, y, z, side * 0.12, low, 0, side * 0.44, low + 0.06, 0, 0.115, 0.12) + 0.012 * (1 - abs(cos(atan2(y - low, z) * 4)))) *
          0.9,
        0.05,
      )
  }
  const low = bench.random.range(-0.16, -0.04)
  const arms = [arm(1, low, 0.42), arm(-1, low + 0.2, 0.52)]
  bench.add(
    'cactus',
    (x, y, z) => smoothMin(trunk(x, y, z), min(arms[0]!(x, y, z), arms[1]!(x, y, z)), 0.04),
    [0, 0.14, 0, 0.92],
    flesh(bench, 10),
  )
  const needles: LockPoint[][] = []
  const star = (x0: number, y0: number, a: number, r: number) => {
    const px = x0 + cos(a) * r
    const pz = sin(a) * r
    for (const [u, v] of [
      [0, 1],
      [0.9, 0.2],
      [-0.9, 0.2],
    ] as const)
      needles.push([
        [px, y0, pz, 0.012],
        [px + cos(a) * 0.03 - sin(a) * u * 0.03, y0 + v * 0.02, pz + sin(a) * 0.03 + cos(a) * u * 0.03, 0.011],
        [px + cos(a) * 0.06 - sin(a) * u * 0.05, y0 + v * 0.05, pz + sin(a) * 0.06 + cos(a) * u * 0.05, 0.01],
      ])
  }
  for (let i = 0; i < 10; i++) for (let k = 0; k < 7; k++) if (((i * 3 + k) & 1) === 0) star(0, -0.3 + k * 0.16, (i / 10) * TAU, 0.2)
  for (const side of [1, -1])
    for (let i = 0; i < 8; i += 2)
      for (let k = 0; k < 3; k++) star(side * 0.46, 0.12 + k * 0.14 + (side < 0 ? 0.1 : 0), (i / 8) * TAU, 0.12)
  const spines = locks(needles, 0.002, 1, 48)
  bench.add('spines', spines.field, spines.bound, bench.gilded || bench.whole ? bench.fitting() : SPINE)
  bloom(bench, 0, 0.93, 0, 1)
  return { yaw: 0.3, pitch: 0.12, half: 1.16, aimY: 0.02, stands: -0.96 }
}

function globe(bench: Bench): Pose {
  pot(bench)
  const ribs = 14
  const ball: Field = (x, y, z) => {
    const d = ellipsoid(x, y + 0.02, z, 0.54, 0.5, 0.54)
    if (d > RELIEF) return d * 0.88
    const rib = 0.042 * (1 - abs(cos((atan2(z, x) * ribs) / 2))) * min(1, length2(x, z) * 3)
    return (d + rib) * 0.88
  }
  bench.add('cactus', ball, [0, -0.02, 0, 0.57], flesh(bench, ribs))
  const needles: LockPoint[][] = []
  for (let i = 0; i < ribs; i++)
    for (let k = 0; k < 6; k++) {
      const a = (i / ribs) * TAU
      const lift = -0.5 + k * 0.36
      const ny = sin(lift)
      const out = cos(lift)
      const [px, py, pz] = [cos(a) * out * 0.53, -0.02 + ny * 0.49, sin(a) * out * 0.53] as const
      for (const [u, v] of [
        [0.7, 0.5],
        [-0.7, 0.5],
        [0, -0.8],
      ] as const) {
        const dx = cos(a) * out - sin(a) * u * 0.8 - cos(a) * ny * v * 0.6
        const dz = sin(a) * out + cos(a) * u * 0.8 - sin(a) * ny * v * 0.6
        const dy = ny + out * v * 0.6
        needles.push([
          [px, py, pz, 0.012],
          [px + dx * 0.05, py + dy * 0.05, pz + dz * 0.05, 0.011],
          [px + dx * 0.1, py + dy * 0.1, pz + dz * 0.1, 0.01],
        ])
      }
    }
  const spines = locks(needles, 0.002, 1, 56)
  bench.add('spines', spines.field, spines.bound, bench.gilded || bench.whole ? bench.fitting() : SPINE)
  for (let i = 0; i < 3; i++) {
    const a = (i / 3) * TAU + 0.6
    bloom(bench, cos(a) * 0.16, 0.47, sin(a) * 0.16, 1.1)
  }
  return { yaw: 0.3, pitch: 0.2, half: 1.02, aimY: -0.18, stands: -0.96 }
}

/** Flat pads growing one out of another. */
function pads(bench: Bench): Pose {
  pot(bench)
  const list = [
    [0, -0.14, 0, 0.34, 0.42, 0],
    [0.3, 0.42, 0.02, 0.24, 0.3, -0.5],
    [-0.26, 0.46, -0.02, 0.26, 0.32, 0.4],
    [-0.42, 0.9, 0, 0.16, 0.2, 0.5],
    [0.06, 0.66, 0.06, 0.19, 0.25, -0.06],
    [0.52, 0.78, 0.02, 0.16, 0.2, -0.4],
  ] as const
  const body: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz, a, b, lean] of list) {
      const c = cos(lean)
      const s = sin(lean)
      const u = c * (x - px) + s * (y - py)
      const v = -s * (x - px) + c * (y - py)
      d = smoothMin(d, ellipsoid(u, v, z - pz, a, b, 0.085), 0.03)
    }
    return d * 0.85
  }
  bench.add('cactus', body, [0.02, 0.32, 0, 0.95], flesh(bench, 1))
  const needles: LockPoint[][] = []
  for (const [px, py, pz, a, b, lean] of list)
    for (const side of [1, -1])
      for (let i = -2; i <= 2; i++)
        for (let k = -2; k <= 2; k++) {
          const u = (i + (k & 1) * 0.5) * 0.36 * a
          const v = k * 0.36 * b
          const r = (u / a) * (u / a) + (v / b) * (v / b)
          if (r > 0.8) continue
          const c = cos(lean)
          const s = sin(lean)
          const x = px + c * u - s * v
          const y = py + s * u + c * v
          const z = pz + side * 0.08 * Math.sqrt(1 - r)
          needles.push([
            [x, y, z, 0.013],
            [x + 0.01, y + 0.02, z + side * 0.035, 0.011],
            [x + 0.02, y + 0.04, z + side * 0.07, 0.01],
          ])
        }
  const spines = locks(needles, 0.002, 1, 56)
  bench.add('spines', spines.field, spines.bound, bench.gilded || bench.whole ? bench.fitting() : SPINE)
  const fruit: Field = (x, y, z) =>
    min(
      ellipsoid(x + 0.5, y - 1.12, z, 0.055, 0.085, 0.055),
      ellipsoid(x - 0.6, y - 1.0, z, 0.055, 0.08, 0.055),
      ellipsoid(x - 0.06, y - 0.96, z - 0.06, 0.055, 0.085, 0.055),
      ellipsoid(x - 0.42, y - 1.0, z, 0.05, 0.075, 0.05),
    )
  bench.add(
    'fruit',
    fruit,
    [0.05, 1.04, 0, 0.66],
    bench.gilded || bench.whole
      ? bench.fitting()
      : plain(bench.coloured ? bench.accent : rgb('#c8265a'), { rough: 0.4, coat: 0.4, soften: 0.4 }),
  )
  return { yaw: 0.3, pitch: 0.12, half: 1.2, aimX: 0.04, aimY: 0.12, stands: -0.96 }
}

export const cactus: Kind = {
  forms: ['saguaro', 'globe', 'pads'],
  build: (bench) => (bench.form === 'globe' ? globe(bench) : bench.form === 'pads' ? pads(bench) : saguaro(bench)),
}
