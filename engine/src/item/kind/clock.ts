import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, disc, groove, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glass } from '../../solid/material/clear.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const IVORY = rgb('#f3ecd8')
const INK = rgb('#1d1a1c')
const ink = plain(INK, { rough: 0.35, coat: 0.5 })

/** Enamel with strokes for the hours and dots for the minutes, round (0, cy). */
const dial = (cy: number, r: number) =>
  finish(IVORY, (s) => {
    paint(s, IVORY)
    const x = s.x / r
    const y = (s.y - cy) / r
    const distance = length2(x, y)
    for (let hour = 0; hour < 12; hour++) {
      const a = (hour / 12) * TAU
      const along = x * sin(a) + y * cos(a)
      const across = abs(x * cos(a) - y * sin(a))
      const main = hour - 3 * floor(hour / 3) === 0
      if (along > (main ? 0.62 : 0.68) && along < 0.86 && across < (main ? 0.05 : 0.026)) paint(s, INK)
    }
    if (abs(distance - 0.92) < 0.012) tint(s, INK, 0.8)
    for (let minute = 0; minute < 60; minute++) {
      const a = (minute / 60) * TAU
      if (length2(x - 0.92 * sin(a), y - 0.92 * cos(a)) < 0.018) paint(s, INK)
    }
    s.rough = 0.25
    s.coat = 0.7
  })

/** A hand with a ring before its point, lying in the plane z, turned clockwise from twelve. */
function hand(length: number, width: number, turn: number, cy: number, z0: number): Field {
  const c = cos(turn)
  const s = sin(turn)
  return (x, y, z) => {
    const u = x * c - (y - cy) * s
    const v = x * s + (y - cy) * c
    const t = v / length
    const bar = max(abs(u) - width * (1.1 - 0.7 * t), v - length, -v - 0.12 * length)
    const eye = abs(length2(u, v - length * 0.7) - width * 1.7) - width * 0.55
    return max(min(bar, eye) * 0.9, abs(z - z0) - 0.011)
  }
}

function face(bench: Bench, cy: number, r: number, z: number): void {
  const hour = bench.random.range(0, TAU)
  bench.add('dial', (x, y, w) => max(length2(x, y - cy) - r, abs(w - z) - 0.02), [0, cy, z, r + 0.03], dial(cy, r))
  bench.add('hour', hand(r * 0.52, r * 0.05, hour, cy, z + 0.035), [0, cy, z + 0.035, r * 0.56], ink)
  bench.add('minute', hand(r * 0.8, r * 0.036, hour * 12 - floor((hour * 12) / TAU) * TAU, cy, z + 0.06), [0, cy, z + 0.06, r * 0.84], ink)
  bench.add('pin', (x, y, w) => length3(x, y - cy, w - z - 0.06) - r * 0.07, [0, cy, z + 0.06, r * 0.08], bench.fitting())
}

function alarm(bench: Bench): Pose {
  const painted =
    bench.named || bench.whole || bench.has('rusty') ? bench.body({ rough: 0.2 }) : plain(bench.fabric, { rough: 0.25, coat: 0.9 })
  bench.add(
    'case',
    (x, y, z) => {
      const r = length2(x, y + 0.1)
      return max(max(r - 0.6, abs(z) - 0.2), -max(r - 0.53, 0.1 - z)) - 0.02
    },
    [0, -0.1, 0, 0.68],
    painted,
  )
  bench.add('bezel', (x, y, z) => length2(length2(x, y + 0.1) - 0.58, z - 0.215) - 0.042, [0, -0.1, 0.215, 0.64], bench.fitting())
  face(bench, -0.1, 0.54, 0.12)
  const dome: Field = (x, y, z) => {
    const d = length3(x, y, z) - 0.25
    return max(abs(d) - 0.014, -y - 0.005)
  }
  const turned = place(dome, 0.34, 0.56, 0, 0, 0, -0.52)
  bench.add('bells', (x, y, z) => turned(abs(x), y, z), [0, 0.62, 0, 0.62], bench.body({ rough: 0.16, brush: 0.003 }, bench.trim))
  const stem = blend(
    0.01,
    (x, y, z) => capsule(x, y, z, 0.27, 0.4, 0, 0.48, 0.84, 0, 0.018, 0.018),
    (x, y, z) => length3(x - 0.475, y - 0.83, z) - 0.04,
  )
  bench.add('stems', (x, y, z) => stem(abs(x), y, z), [0, 0.62, 0, 0.6], bench.fitting())
  bench.add(
    'hammer',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0, 0.46, 0, 0.05, 0.74, 0, 0.016, 0.016),
        max(length2(y - 0.74 + (x - 0.05) * 0.15, z) - 0.05, abs(x - 0.05) - 0.08),
      ),
    [0.02, 0.62, 0, 0.24],
    bench.fitting(),
  )
  const legs = sweep([
    [0.36, -0.52, 0, 0.045],
    [0.42, -0.66, 0, 0.038],
    [0.5, -0.8, 0.02, 0.032],
    [0.52, -0.83, 0.02, 0.05],
  ])
  bench.add('legs', (x, y, z) => legs(abs(x), y, z), [0, -0.68, 0, 0.6], bench.fitting())
  bench.add(
    'handle',
    (x, y, z) => max(length2(length2(x * 0.9, y - 0.6) - 0.42, z) - 0.026, 0.84 - y) * 0.92,
    [0, 0.93, 0, 0.45],
    bench.fitting(),
  )
  bench.add(
    'keys',
    (x, y, z) =>
      min(disc(0, 0, 0, 0.07, 0.02)(abs(x) - 0.2, z + 0.27, y + 0.1), capsule(abs(x), y, z, 0.2, -0.1, -0.2, 0.2, -0.1, -0.27, 0.02, 0.02)),
    [0, -0.1, -0.24, 0.3],
    bench.fitting(),
  )
  return { yaw: 0.34, pitch: 0.1, half: 1.16, aimY: 0.07, stands: -0.88 }
}

const hood = (w: number, base: number, top: number, rise: number) => {
  const points: number[] = [w, base]
  for (let i = 0; i <= 12; i++) {
    const a = (i / 12) * PI
    points.push(w * cos(a), top + rise * sin(a))
  }
  points.push(-w, base)
  return polygon(points)
}

/** A tall case: plinth, waist with a window for the pendulum, hood with an arched top. */
function longcase(bench: Bench): Pose {
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#45240f', '#7d4a26')
  const arched = hood(0.33, 0.36, 0.8, 0.2)
  bench.add('hood', extrude(arched, 0.2, 0.015), [0, 0.68, 0, 0.52], timber)
  bench.add(
    'moulding',
    (x, y, z) =>
      min(
        box(x, y - 0.36, z, 0.39, 0.035, 0.25, 0.02),
        box(x, y - 0.3, z, 0.34, 0.03, 0.215, 0.015),
        box(x, y + 0.62, z, 0.36, 0.03, 0.23, 0.02),
      ),
    [0, -0.12, 0, 0.72],
    timber,
  )
  bench.add(
    'crest',
    (x, y, z) => max(length2(max(abs(arched(x, y)) - 0.02, 0), max(abs(z) - 0.22, 0)) - 0.02, 0.72 - y),
    [0, 0.88, 0, 0.46],
    timber,
  )
  bench.add(
    'finials',
    (x, y, z) =>
      min(
        length3(abs(x) - 0.34, y - 0.9, z) - 0.055,
        length3(x, y - 1.08, z) - 0.065,
        length3(x, y - 1.16, z) - 0.028,
        capsule(x, y, z, 0, 0.98, 0, 0, 1.04, 0, 0.045, 0.03),
      ),
    [0, 1, 0, 0.46],
    bench.fitting(),
  )
  const column = lathe(
    [
      [0, 0.38],
      [0.04, 0.38],
      [0.04, 0.42],
      [0.026, 0.46],
      [0.03, 0.6],
      [0.022, 0.78],
      [0.04, 0.8],
      [0.04, 0.84],
      [0, 0.84],
    ],
    0,
    0.004,
  )
  bench.add('columns', (x, y, z) => column(abs(x) - 0.3, y, z - 0.21), [0, 0.61, 0.21, 0.44], bench.fitting())
  face(bench, 0.68, 0.24, 0.2)
  bench.add('bezel', (x, y, z) => length2(length2(x, y - 0.68) - 0.255, z - 0.215) - 0.022, [0, 0.68, 0.215, 0.3], bench.fitting())
  const trunk: Field = (x, y, z) => {
    const outer = box(x, y + 0.15, z, 0.26, 0.47, 0.17, 0.012)
    return max(outer, -box(x, y + 0.15, z - 0.1, 0.16, 0.37, 0.15, 0.04))
  }
  bench.add('trunk', trunk, [0, -0.15, 0, 0.57], timber)
  bench.add('inside', slab(0, -0.15, -0.055, 0.17, 0.38, 0.02), [0, -0.15, -0.055, 0.42], plain(rgb('#1c100a'), { rough: 0.9 }))
  bench.add(
    'pendulum',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0, 0.2, 0.06, 0.03, -0.3, 0.06, 0.014, 0.014),
        max(length2(x - 0.035, y + 0.36) - 0.085, abs(z - 0.06) - 0.018) - 0.008,
      ),
    [0.02, -0.1, 0.06, 0.37],
    bench.fitting({ rough: 0.12 }),
  )
  const weights: Field = (x, y, z) =>
    min(
      capsule(abs(x), y, z, 0.1, 0.0, 0.02, 0.1, -0.1, 0.02, 0.034, 0.034),
      capsule(abs(x), y, z, 0.1, 0.2, 0.02, 0.1, 0, 0.02, 0.01, 0.01),
    )
  bench.add('weights', weights, [0, 0.03, 0.02, 0.24], bench.fitting())
  bench.add(
    'window',
    slab(0, -0.15, 0.145, 0.165, 0.375, 0.011),
    [0, -0.15, 0.145, 0.42],
    glass([0.7, 0.75, 0.75], [0.97, 0.98, 0.98], 1.03, 0.04),
  )
  bench.add(
    'plinth',
    (x, y, z) => box(x, y + 0.82, z, 0.33, 0.2, 0.21, 0.012) + (z > 0 ? groove(box(x, y + 0.82, 0, 0.25, 0.12, 1, 0.02), 0.016) : 0),
    [0, -0.82, 0, 0.45],
    timber,
  )
  bench.add('feet', (x, y, z) => box(abs(x) - 0.28, y + 1.04, abs(z) - 0.17, 0.065, 0.04, 0.055, 0.02), [0, -1.04, 0, 0.42], timber)
  bench.add('knob', (x, y, z) => length3(x - 0.21, y + 0.12, z - 0.18) - 0.022, [0.21, -0.12, 0.18, 0.03], bench.fitting())
  return { yaw: 0.4, pitch: 0.06, half: 1.3, aimY: 0.04, stands: -1.08 }
}

export const clock: Kind = {
  forms: ['alarm', 'longcase'],
  round: true,
  build: (bench) => (bench.form === 'longcase' ? longcase(bench) : alarm(bench)),
}
