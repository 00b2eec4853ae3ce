import { atan2, sin, smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3, rectangle, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { stained } from '../stained.ts'

const { abs, max, min } = Math

/** A bell's outer curve from lip to crown: radius and height for a bell one unit wide and high. */
const CURVE = [
  [0.56, 0],
  [0.585, 0.04],
  [0.54, 0.1],
  [0.46, 0.24],
  [0.4, 0.44],
  [0.365, 0.66],
  [0.33, 0.8],
  [0.24, 0.9],
  [0.1, 0.95],
  [0, 0.96],
] as const

/** A hollow bell with its lip at height `foot`. */
function shell(foot: number, size: number): Field {
  const outer = lathe([[0, foot], ...CURVE.map(([r, h]) => [r * size, foot + h * size])], 3)
  const inner = lathe(
    [
      [0, foot - 0.3],
      [0.56 * size - 0.04, foot - 0.3],
      ...CURVE.slice(0, 8).map(([r, h]) => [max(0.02, r * size - 0.075), foot + h * size - 0.02]),
      [0, foot + 0.84 * size],
    ],
    3,
  )
  return (x, y, z) => smoothMax(outer(x, y, z), -inner(x, y, z), 0.02)
}

/** Beads and mouldings that run round a bell: by height and radius. */
const moulding =
  (rows: readonly (readonly [number, number, number])[]): Field =>
  (x, y, z) => {
    const r = length2(x, z)
    let d = 9
    for (const [height, radius, thick] of rows) d = min(d, length2(r - radius, y - height) - thick)
    return d
  }

function lettered(bench: Bench, foot: number, size: number) {
  const bronze = bench.body(
    { hammer: 0.03, rough: 0.24, brush: 0.002 },
    bench.random.pick([rgb('#b9863f'), rgb('#d2a24a'), rgb('#a87238')]),
  )
  return bench.inscribed(bronze, (s, at) => {
    at.u = (s.y - foot - size * 0.56) * 9
    at.v = atan2(s.x, s.z) * 5
    return at.u > 0 && at.u < 1
  })
}

function hand(bench: Bench): Pose {
  const foot = -0.98
  const size = bench.random.range(0.94, 1.02)
  bench.add('bell', shell(foot, size), [0, foot + 0.46 * size, 0, 0.78 * size], lettered(bench, foot, size))
  bench.add(
    'mouldings',
    moulding([
      [foot + 0.06 * size, 0.575 * size, 0.022],
      [foot + 0.2 * size, 0.478 * size, 0.018],
      [foot + 0.26 * size, 0.452 * size, 0.014],
      [foot + 0.74 * size, 0.348 * size, 0.022],
    ]),
    [0, foot + 0.36 * size, 0, 0.72 * size],
    bench.fitting({ rough: 0.16, brush: 0.002 }),
  )
  const handle = lathe(
    [
      [0, -0.06],
      [0.1, -0.06],
      [0.13, -0.01],
      [0.06, 0.05],
      [0.05, 0.12],
      [0.1, 0.16],
      [0.075, 0.22],
      [0.12, 0.44],
      [0.105, 0.66],
      [0.06, 0.8],
      [0.08, 0.88],
      [0.06, 0.97],
      [0, 1.0],
    ],
    4,
  )
  bench.add('handle', handle, [0, 0.47, 0, 0.56], stained(bench, '#3f1f10', '#7a4424'))
  bench.add(
    'ferrules',
    (x, y, z) =>
      min(max(length2(x, z) - 0.1, abs(y + 0.02) - 0.05) - 0.012, torus(x, y - 0.17, z, 0.085, 0.026), torus(x, y - 0.8, z, 0.06, 0.022)),
    [0, 0.38, 0, 0.5],
    bench.fitting(),
  )
  bench.add(
    'clapper',
    (x, y, z) => min(length3(x - 0.05, y - foot - 0.03, z) - 0.1, capsule(x, y, z, 0, foot + 0.7, 0, 0.05, foot + 0.03, 0, 0.026, 0.03)),
    [0, foot + 0.34, 0, 0.5],
    bench.body({ rough: 0.3 }, rgb('#6a6d74')),
  )
  if (bench.has('ornate'))
    bench.addGem(brilliantCut(0, foot + 0.36 * size, 0.42 * size, 0.07, 0.06, 8, 'z'), [0, foot + 0.36 * size, 0.42 * size, 0.11])
  return { yaw: 0.3, pitch: 0.1, half: 1.14, aimY: 0, stands: foot }
}

function tower(bench: Bench): Pose {
  const foot = -0.78
  const size = bench.random.range(1.04, 1.14)
  const top = foot + 0.96 * size
  bench.add('bell', shell(foot, size), [0, foot + 0.46 * size, 0, 0.78 * size], lettered(bench, foot, size))
  bench.add(
    'mouldings',
    moulding([
      [foot + 0.05 * size, 0.585 * size, 0.026],
      [foot + 0.17 * size, 0.496 * size, 0.02],
      [foot + 0.23 * size, 0.466 * size, 0.016],
      [foot + 0.5 * size, 0.392 * size, 0.016],
      [foot + 0.72 * size, 0.352 * size, 0.018],
    ]),
    [0, foot + 0.36 * size, 0, 0.74 * size],
    bench.fitting({ rough: 0.2, brush: 0.002 }),
  )
  bench.add(
    'clapper',
    (x, y, z) =>
      min(
        length3(x - 0.08, y - foot + 0.06, z) - 0.125,
        capsule(x, y, z, 0, foot + 0.7, 0, 0.08, foot - 0.06, 0, 0.034, 0.04),
        length3(x - 0.09, y - foot + 0.22, z) - 0.05,
      ),
    [0.04, foot + 0.24, 0, 0.56],
    bench.body({ rough: 0.34 }, rgb('#5a5d64')),
  )
  const crown = sweep([
    [0.05, top - 0.04, 0, 0.05],
    [0.17, top + 0.06, 0, 0.045],
    [0.16, top + 0.18, 0, 0.045],
    [0.03, top + 0.24, 0, 0.05],
  ])
  bench.add('crown', (x, y, z) => min(crown(abs(x), y, z), crown(abs(z), y, x)), [0, top + 0.1, 0, 0.28], lettered(bench, 9, size))
  const yoke: Field = (x, y, z) => {
    const arch = 0.1 * smooth(0.7, 0, abs(x))
    return (
      smoothMin(
        box(x, y - top - 0.34 - arch * 0.5, z, 0.78, 0.11 + arch * 0.5, 0.12, 0.03),
        box(x, y - top - 0.56, z, 0.2, 0.06, 0.1, 0.03),
        0.08,
      ) * 0.95
    )
  }
  bench.add('yoke', yoke, [0, top + 0.4, 0, 0.84], bench.timber('#5a3218', '#8f5a30', 'x'))
  bench.add(
    'irons',
    (x, y, z) => {
      const strap = max(abs(rectangle(y - top - 0.28, z, 0.26, 0.13, 0.03)) - 0.018, abs(abs(x) - 0.24) - 0.05)
      const axle = max(length2(y - top - 0.34, z) - 0.05, abs(x) - 0.98)
      const plate = max(rectangle(y - top - 0.34, z, 0.15, 0.15, 0.04), abs(abs(x) - 0.78) - 0.022)
      return min(strap, axle, plate)
    },
    [0, top + 0.3, 0, 1.0],
    bench.fitting({ hammer: 0.06, rough: 0.34 }),
  )
  bench.add(
    'bolts',
    (x, y, z) => length3(abs(x) - 0.24, abs(y - top - 0.3) - 0.16, abs(z) - 0.155) - 0.032,
    [0, top + 0.3, 0, 0.42],
    bench.body({ rough: 0.3 }, rgb('#6a6d74')),
  )
  const rope = sweep([
    [0.92, top + 0.34, 0, 0.03],
    [0.98, top + 0.1, 0.06, 0.03],
    [0.94, -0.2, 0.06, 0.03],
    [0.96, -0.66, 0.05, 0.032],
    [0.95, -0.76, 0.05, 0.06],
    [0.95, -0.94, 0.05, 0.05],
  ])
  bench.add(
    'rope',
    (x, y, z) => (rope(x, y, z) + 0.006 * sin(y * 60 + atan2(z - 0.05, x - 0.95))) * 0.85,
    [0.95, -0.1, 0.04, 0.92],
    bench.hide(bench.coloured ? bench.fabric : rgb('#b89a68')),
  )
  return { yaw: 0.32, pitch: 0.06, half: 1.18, aimX: 0.06, aimY: -0.02, stands: -1.0 }
}

/** A small round bell with a slit, on a ribbon: a jingle bell. */
function jingle(bench: Bench): Pose {
  const r = bench.random.range(0.6, 0.66)
  const at = -0.3
  const ball: Field = (x, y, z) => {
    const d = length3(x, y - at, z) - r
    const slit = min(max(abs(z) - 0.035, y - at + 0.1), max(abs(x) - 0.035, y - at + 0.1))
    const holes = min(length2(abs(x) - 0.42, y - at + 0.18), length2(abs(z) - 0.42, y - at + 0.18)) - 0.075
    return smoothMax(max(d, -d - 0.05), -min(slit, max(holes, y - at)), 0.015) * 0.95
  }
  bench.add(
    'bell',
    ball,
    [0, at, 0, r + 0.02],
    bench.inscribed(bench.body({ rough: 0.16, brush: 0.002 }, rgb('#e0b04a')), (s, spot) => {
      spot.u = (s.y - at - 0.2) * 9
      spot.v = atan2(s.x, s.z) * 5
      return spot.u > 0 && spot.u < 1
    }),
  )
  bench.add(
    'belt',
    (x, y, z) =>
      min(
        length2(length3(x, 0, z) - r - 0.01, max(0, abs(y - at) - 0.035)) - 0.028,
        torus(x, y - at - 0.1, z, r - 0.008, 0.014),
        torus(x, y - at + 0.1, z, r - 0.008, 0.014),
      ),
    [0, at, 0, r + 0.08],
    bench.fitting({ rough: 0.18 }),
  )
  bench.add(
    'pea',
    (x, y, z) => length3(x - 0.1, y - at + 0.36, z - 0.1) - 0.16,
    [0.1, at - 0.36, 0.1, 0.17],
    bench.body({ rough: 0.4 }, rgb('#4a4c52')),
  )
  bench.add(
    'loop',
    (x, y, z) => min(length2(length2(x, y - at - r - 0.1) - 0.1, z) - 0.032, max(length2(x, z) - 0.12, abs(y - at - r) - 0.025) - 0.008),
    [0, at + r + 0.06, 0, 0.22],
    bench.fitting(),
  )
  const bow: Field = (x, y, z) => {
    const u = abs(x) - 0.3
    const v = y - 0.5 - abs(x) * 0.3
    const wide = 0.17 * smooth(0.0, 0.3, abs(x)) + 0.03
    return max(abs(length2(u * 0.8, v) - 0.2) - 0.022, abs(z - 0.06) - wide) * 0.8 - 0.006
  }
  const tail = sweep([
    [0.04, 0.42, 0.12, 0.05],
    [0.2, 0.2, 0.28, 0.07],
    [0.36, -0.02, 0.52, 0.075],
    [0.5, -0.28, 0.56, 0.07],
  ])
  const ribbon = bench.hide(bench.coloured ? bench.fabric : rgb('#b01a24'))
  bench.add(
    'bow',
    (x, y, z) => smoothMin(bow(x, y, z), length3(x, (y - 0.46) * 0.9, (z - 0.1) * 0.9) - 0.11, 0.04),
    [0, 0.58, 0.06, 0.66],
    ribbon,
  )
  bench.add('tails', (x, y, z) => tail(abs(x), y, z), [0, 0.06, 0.34, 0.78], ribbon)
  return { yaw: 0.5, pitch: 0.12, half: 1.12, aimY: 0.0, stands: at - r }
}

export const bell: Kind = {
  forms: ['hand', 'tower', 'jingle'],
  build(bench) {
    if (bench.form === 'tower') return tower(bench)
    return bench.form === 'jingle' ? jingle(bench) : hand(bench)
  },
}
