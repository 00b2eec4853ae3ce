import { cos, saturate, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { type LockPoint, type Locks, locks } from '../../solid/field/locks.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bend, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, sqrt } = Math

/** A feather standing along y in the plane z = 0: how far its shaft bends aside at a height, how broad its vane is, and where that begins and ends. */
type Shape = { readonly bow: number; readonly wide: number; readonly low: number; readonly tip: number; readonly seed: number }

/** How the vane lifts and sinks along the shaft. */
const wave = (y: number) => 0.03 * sin(y * 3)

const curve = ({ bow }: Shape, y: number) => bow * (y * y - 0.375)

/** The vane: two sides of barbs, parted here and there, thin at the edge. */
const vane = (shape: Shape): Field => {
  const { wide, tip, low, seed } = shape
  return (x, y, z) => {
    const t = saturate((y - low) / (tip - low))
    const u = x - curve(shape, y)
    const side = u < 0 ? 0.72 : 1
    const profile = wide * side * smooth(-0.2, 0.34, t) * sqrt(1 - t * t * t * t) * (1.02 - 0.26 * t)
    const barb = y - abs(u) * 1.1
    const row = u < 0 ? 9 : 0
    const frayed = 0.1 * wide * smooth(0.6, 0.9, noise3(barb * 5 + row, 2, seed)) + 0.05 * wide * noise3(barb * 34 + row, 5, seed)
    // barbs that came apart leave a gap that narrows towards the shaft
    const parted = 0.62 * wide * smooth(0.66, 0.74, noise3(barb * 7.3 + row, 8, seed)) * smooth(0.1, 0.3, t)
    const edge = abs(u) - profile + frayed
    const gap = abs(u) - profile + parted * smooth(0.78, 0.9, noise3(barb * 15 + row, 4, seed))
    const cup = z - 0.16 * u * u - wave(y) - 0.02 * saturate(abs(u) / wide) * sin(barb * 9 + seed)
    return max(edge * 0.62, gap * 0.5, (abs(cup) - 0.02 + 0.035 * saturate(abs(u) / wide) * 0.25) * 0.9, low - y, y - tip) * 0.9
  }
}

/** Barbs slant up from the shaft on either side. */
const barbs = (bench: Bench, shape: Shape, colour: Rgb, pattern: (s: Parameters<Opaque['shade']>[0], u: number) => void): Opaque =>
  bench.named || bench.whole
    ? bench.body({ rough: 0.26 })
    : finish(colour, (s) => {
        const u = s.x - curve(shape, s.y)
        const line = every(s.y - abs(u) * 1.1, 0.022)
        paint(s, colour)
        pattern(s, u)
        dim(s, 0.78 + 0.4 * smooth(0, 0.011, abs(line)) * (0.7 + 0.3 * noise3(s.x * 30, s.y * 9, 1)))
        dim(s, 0.82 + 0.36 * noise3((s.y - abs(u) * 1.1) * 9, 3, u < 0 ? 1 : 6))
        bend(s, 0, line * 16, 0)
        tint(s, [colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5], 0.25 * smooth(0.6 * shape.wide, shape.wide, abs(u)))
        s.rough = 0.5
        s.sheen = 0.7
        s.soften = 0.6
      })

/** The quill and the shaft it thins into. */
const shaftOf = (shape: Shape): Field =>
  sweep(
    [-1.02, -0.7, -0.4, 0, 0.4, 0.75, 0.98].map(
      (y, i) => [curve(shape, y), y, wave(y) + 0.016, [0.028, 0.033, 0.031, 0.024, 0.017, 0.012, 0.008][i] ?? 0.01] as const,
    ),
    4,
  )

/** Loose barbs that curl away from the shaft below the vane. */
function downOf(bench: Bench, shape: Shape): Locks {
  const { random } = bench
  const curls = Array.from({ length: 64 }, (_, i): LockPoint[] => {
    const y = shape.low - 0.1 + 0.36 * (i / 63)
    const side = i % 2 === 0 ? 1 : -1
    const long = random.range(0.09, 0.21) * smooth(-0.13, 0.02, y - shape.low) * smooth(0.3, 0.12, y - shape.low)
    const out = random.range(-0.6, 1.1)
    const rise = random.range(-0.3, 0.6)
    const x = curve(shape, y)
    const at = (t: number, up: number): LockPoint => [
      x + side * long * t,
      y + long * up,
      wave(y) + 0.01 + long * out * t * 0.6,
      0.0086 - 0.0044 * t,
    ]
    return [at(0, 0), at(0.5, rise * 0.3 + 0.16), at(0.85, rise * 0.5 + 0.1), at(1, rise * 0.5 - 0.16)]
  })
  return locks(curls, 0.004, 2, 36)
}

/** What a feather is marked with; t runs from the foot of its vane to its tip. */
const MARKS: Record<string, (s: Parameters<Opaque['shade']>[0], u: number, t: number, dark: Rgb, shape: Shape) => void> = {
  barred: (s, u, _, dark) => tint(s, dark, smooth(0.4, 0.75, sin((s.y - abs(u) * 0.8) * 17)) * 0.7),
  tipped: (s, u, t, dark) => tint(s, dark, smooth(0.62, 0.78, t - abs(u) * 0.5 + 0.08 * noise3(s.x * 9, s.y * 9, 2)) * 0.85),
  edged: (s, u, _, dark, { wide }) => tint(s, dark, smooth(0.3 * wide, 0.62 * wide, abs(u)) * 0.75),
  flecked: (s, u, _, dark) => tint(s, dark, smooth(0.6, 0.68, noise3(s.x * 15, (s.y - abs(u)) * 10, 4)) * 0.75),
  plain: () => {},
}

const PLUMES = ['#f1ece2', '#7a4a2a', '#3a3f4a', '#a83226', '#b98a4e', '#5d6f86', '#2f4a3c']
const PALE = rgb('#efe6d0')
const DOWN = [0.88, 0.86, 0.82] as const

function plume(bench: Bench): Pose {
  const { random } = bench
  const peacock = bench.form === 'peacock'
  const colour = bench.coloured || bench.glowing ? bench.accent : peacock ? rgb('#2f7a4a') : rgb(random.pick(PLUMES))
  const shape: Shape = {
    bow: random.range(0.08, 0.34),
    wide: peacock ? 0.42 : random.range(0.25, 0.36),
    low: -0.5,
    tip: peacock ? 0.98 : 1.02,
    seed: random.range(1, 9),
  }
  const marks = MARKS[random.pick(Object.keys(MARKS))]!
  const light = colour[0] + colour[1] + colour[2] > 1.4
  const dark: Rgb = light ? [colour[0] * 0.34, colour[1] * 0.3, colour[2] * 0.26] : [colour[0] * 0.22, colour[1] * 0.2, colour[2] * 0.2]
  const cover = barbs(bench, shape, colour, (s, u) => {
    if (!peacock) {
      marks(s, u, (s.y - shape.low) / (shape.tip - shape.low), dark, shape)
      return
    }
    const r = length2(u * 1.15, s.y - 0.56)
    tint(s, rgb('#b8912e'), smooth(0.27, 0.25, r))
    tint(s, rgb('#2fa88a'), smooth(0.2, 0.18, r))
    tint(s, rgb('#123a9a'), smooth(0.13, 0.11, length2(u * 1.2, s.y - 0.52)))
    tint(s, [0.01, 0.01, 0.04], smooth(0.06, 0.045, length2(u * 1.3, s.y - 0.47)))
    s.metal = 0.4 * smooth(0.28, 0.2, r)
  })
  const cast = bench.named || bench.whole
  bench.add('vane', vane(shape), [curve(shape, 0.26) + 0.1, 0.26, 0.02, 0.92], cover)
  bench.add(
    'shaft',
    shaftOf(shape),
    [0.03, -0.02, 0.02, 1.08],
    cast ? bench.fitting() : plain(PALE, { rough: 0.3, coat: 0.5, soften: 0.4 }),
  )
  const down = downOf(bench, shape)
  const fluff = finish(DOWN, (s) => {
    paint(s, DOWN)
    tint(s, colour, 0.35)
    s.rough = 0.95
    s.sheen = 1
    s.soften = 0.9
  })
  bench.add('down', down.field, down.bound, cast ? bench.body({ rough: 0.4 }) : fluff)
  if (bench.has('ornate'))
    bench.add(
      'nib',
      (x, y, z) => max(length2(x - curve(shape, y), z - 0.026) - 0.042 * saturate((y + 1.14) / 0.2), abs(y + 1.04) - 0.1) * 0.9,
      [curve(shape, -1.04), -1.04, 0.03, 0.16],
      bench.fitting({ rough: 0.14 }),
    )
  return { roll: -0.62, yaw: 0.35, half: 1.09, aimX: 0.02, aimY: 0, stands: null, thickness: 0.07 }
}

/** A quill leaning in its inkwell. */
function inkwell(bench: Bench): Pose {
  const colour = bench.coloured || bench.glowing ? bench.accent : rgb(bench.random.pick(['#f1ece2', '#3a3f4a', '#7a4a2a']))
  const at = (field: Field) => place(field, 0.24, 0.22, 0.02, -0.12, 0.25, -0.42, 0.88)
  const shape: Shape = { bow: 0.16, wide: 0.3, low: -0.4, tip: 1.02, seed: bench.random.range(1, 9) }
  const cover = barbs(bench, shape, colour, () => {})
  const turned: Opaque = {
    ...cover,
    shade(s) {
      const { x, y, z } = s
      // barbs are drawn where the feather stood before it was leaned
      at((u, v, w) => {
        s.x = u
        s.y = v
        s.z = w
        return 0
      })(x, y, z)
      cover.shade(s)
      s.x = x
      s.y = y
      s.z = z
    },
  }
  bench.add('vane', at(vane(shape)), [0.36, 0.46, 0.0, 0.72], turned)
  bench.add(
    'shaft',
    at(shaftOf(shape)),
    [0.24, 0.22, 0.02, 0.94],
    bench.named || bench.whole ? bench.fitting() : plain(rgb('#efe6d0'), { rough: 0.3, coat: 0.5, soften: 0.4 }),
  )
  const well = lathe(
    [
      [0, -0.9],
      [0.44, -0.9],
      [0.48, -0.82],
      [0.44, -0.6],
      [0.28, -0.44],
      [0.2, -0.38],
      [0.2, -0.3],
      [0.24, -0.27],
      [0.15, -0.27],
      [0.14, -0.4],
      [0, -0.44],
    ],
    3,
    0.006,
  )
  bench.add(
    'well',
    (x, y, z) => well(x + 0.14, y, z) + (y < -0.5 ? 0.006 * cos(x * 40) : 0),
    [-0.14, -0.6, 0, 0.58],
    bench.named || bench.whole ? bench.body({ rough: 0.16 }) : plain(bench.fabric, { rough: 0.08, coat: 1, soften: 0.3, specular: 0.08 }),
  )
  bench.add(
    'ink',
    (x, y, z) => max(length2(x + 0.14, z) - 0.14, abs(y + 0.36) - 0.03),
    [-0.14, -0.36, 0, 0.16],
    plain(rgb('#0a0a12'), { rough: 0.05, coat: 1 }),
  )
  bench.add(
    'ring',
    (x, y, z) => length2(length2(x + 0.14, z) - 0.215, y + 0.36) - 0.03,
    [-0.14, -0.36, 0, 0.26],
    bench.fitting({ rough: 0.16 }),
  )
  bench.add(
    'tray',
    (x, y, z) => max(length2((x - 0.02) * 0.82, z) - 0.56, abs(y + 0.93) - 0.03) - 0.012,
    [0.02, -0.93, 0, 0.72],
    bench.fitting({ rough: 0.26 }),
  )
  return { yaw: 0.2, pitch: 0.14, half: 1.12, aimX: 0.12, aimY: 0.04, stands: -0.97 }
}

export const feather: Kind = {
  forms: ['plume', 'peacock', 'quill'],
  build: (bench) => (bench.form === 'quill' ? inkwell(bench) : plume(bench)),
}
