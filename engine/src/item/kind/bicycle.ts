import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { spokes } from '../shape/wheel.ts'

const { abs, max, min } = Math

const RUBBER = plain(rgb('#1a1a1c'), { rough: 0.75 })
type Hub = readonly [x: number, y: number, r: number]

/** Tyres, rims, and wires of wheels in the plane z = 0. */
function wheels(bench: Bench, hubs: readonly Hub[]): void {
  const chrome = bench.fitting({ rough: 0.16 })
  for (const [x0, y0, r] of hubs) {
    const bound = [x0, y0, 0, r + 0.05] as const
    bench.add('tyre', (x, y, z) => length2(length2(x - x0, y - y0) - r, z) - 0.036, bound, RUBBER)
    const wires = spokes(r > 0.5 ? 20 : 14, 0, r, 0.011)
    bench.add(
      'wheel',
      (x, y, z) =>
        min(
          length2(length2(x - x0, y - y0) - r + 0.045, z) - 0.02,
          wires(x - x0, y - y0, z),
          max(length2(x - x0, y - y0) - 0.045, abs(z) - 0.06),
        ),
      bound,
      chrome,
    )
  }
}

function frameOf(bench: Bench): ReturnType<typeof plain> {
  return bench.named || bench.whole || bench.has('rusty') ? bench.body({ rough: 0.22 }) : plain(bench.fabric, { rough: 0.2, coat: 1 })
}

/** A town bicycle with a basket. Front at +x. */
function town(bench: Bench): Pose {
  const painted = frameOf(bench)
  const chrome = bench.fitting({ rough: 0.16 })
  const leather = bench.hide(rgb('#6b3a1c'))
  const rear: Hub = [-0.62, -0.42, 0.42]
  const front: Hub = [0.64, -0.42, 0.42]
  wheels(bench, [rear, front])
  const tubes: LockPoint[][] = [
    [
      [-0.1, -0.44, 0, 0.034],
      [-0.18, -0.08, 0, 0.034],
      [-0.26, 0.22, 0, 0.034],
    ],
    [
      [-0.1, -0.44, 0, 0.036],
      [0.16, -0.3, 0, 0.036],
      [0.4, 0.0, 0, 0.036],
      [0.46, 0.24, 0, 0.036],
    ],
    [
      [-0.2, -0.04, 0, 0.03],
      [0.1, -0.1, 0, 0.03],
      [0.34, 0.04, 0, 0.03],
      [0.45, 0.2, 0, 0.03],
    ],
    [
      [0.44, 0.34, 0, 0.04],
      [0.47, 0.2, 0, 0.04],
    ],
  ]
  for (const s of [-1, 1]) {
    tubes.push([
      [-0.1, -0.44, s * 0.03, 0.022],
      [-0.36, -0.43, s * 0.07, 0.02],
      [-0.62, -0.42, s * 0.07, 0.02],
    ])
    tubes.push([
      [-0.22, 0.06, s * 0.03, 0.02],
      [-0.42, -0.18, s * 0.06, 0.018],
      [-0.62, -0.42, s * 0.07, 0.018],
    ])
    tubes.push([
      [0.48, 0.18, s * 0.03, 0.028],
      [0.53, -0.1, s * 0.06, 0.024],
      [0.58, -0.3, s * 0.065, 0.022],
      [0.64, -0.42, s * 0.065, 0.02],
    ])
  }
  const frame = locks(tubes, 0.02, 4, 48)
  bench.add('frame', frame.field, frame.bound, painted)
  const guard =
    (hub: Hub, low: number): Field =>
    (x, y, z) => {
      const u = x - hub[0]
      const v = y - hub[1]
      return max(length2(length2(u, v) - hub[2] - 0.07, max(0, abs(z) - 0.03)) - 0.016, low - v - (hub[0] < 0 ? -u : u) * -0.2)
    }
  const guards = [guard(rear, -0.02), guard(front, 0.12)]
  bench.add('mudguards', (x, y, z) => min(guards[0]!(x, y, z), guards[1]!(x, y, z)), [0, -0.2, 0, 1.22], painted)
  bench.add(
    'stem',
    (x, y, z) =>
      min(capsule(x, y, z, 0.44, 0.3, 0, 0.4, 0.5, 0, 0.026, 0.026), capsule(x, y, z, -0.25, 0.2, 0, -0.29, 0.38, 0, 0.022, 0.022)),
    [0.06, 0.36, 0, 0.42],
    chrome,
  )
  const bar = sweep([
    [0.4, 0.5, 0, 0.024],
    [0.42, 0.56, 0.14, 0.024],
    [0.34, 0.58, 0.28, 0.024],
    [0.2, 0.54, 0.32, 0.024],
  ])
  bench.add('handlebar', (x, y, z) => bar(x, y, abs(z)), [0.3, 0.54, 0, 0.37], chrome)
  bench.add('grips', (x, y, z) => capsule(x, y, abs(z), 0.26, 0.56, 0.31, 0.1, 0.51, 0.33, 0.038, 0.038), [0.18, 0.54, 0, 0.38], leather)
  const saddle = blend(
    0.05,
    rod([-0.38, 0.42, 0.08], [-0.12, 0.43, 0.015], 0.055, 0.03),
    rod([-0.4, 0.42, 0.0], [-0.14, 0.43, 0], 0.07, 0.035),
  )
  bench.add('saddle', (x, y, z) => saddle(x, y, abs(z)), [-0.26, 0.42, 0, 0.26], leather)
  bench.add(
    'springs',
    (x, y, z) => capsule(x, y, abs(z), -0.38, 0.3, 0.06, -0.38, 0.38, 0.06, 0.024 + 0.006 * sin(y * 100), 0.024) * 0.8,
    [-0.38, 0.34, 0, 0.13],
    chrome,
  )
  const ring: Field = (x, y, z) => {
    const u = x + 0.1
    const v = y + 0.44
    const r = length2(u, v)
    return min(
      max(abs(r - 0.115) - 0.016, abs(z - 0.07) - 0.012),
      capsule(u, v, z, 0, 0, 0.1, 0.06, -0.18, 0.11, 0.02, 0.016),
      capsule(u, v, z, 0, 0, -0.1, -0.06, 0.18, -0.11, 0.02, 0.016),
      max(r - 0.05, abs(z) - 0.1),
    )
  }
  bench.add('crank', ring, [-0.1, -0.44, 0, 0.24], chrome)
  bench.add(
    'pedals',
    (x, y, z) =>
      min(box(x + 0.04, y + 0.63, z - 0.17, 0.06, 0.018, 0.05, 0.012), box(x + 0.16, y + 0.25, z + 0.17, 0.06, 0.018, 0.05, 0.012)),
    [-0.1, -0.44, 0, 0.31],
    RUBBER,
  )
  bench.add(
    'chain',
    (x, y, z) =>
      min(
        capsule(x, y, z, -0.12, -0.33, 0.07, -0.62, -0.38, 0.07, 0.012, 0.012),
        capsule(x, y, z, -0.12, -0.55, 0.07, -0.62, -0.46, 0.07, 0.012, 0.012),
        length2(length2(x + 0.62, y + 0.42) - 0.045, z - 0.07) - 0.014,
      ),
    [-0.36, -0.44, 0.07, 0.38],
    bench.fitting({ rough: 0.4 }),
  )
  const basket: Field = (x, y, z) => {
    const t = (y - 0.24) / 0.3
    const wide = 0.13 + 0.04 * t
    const outer = box(x - 0.66, y - 0.4, z, wide, 0.16, wide * 1.25, 0.04)
    const inner = box(x - 0.66, y - 0.44, z, wide - 0.024, 0.18, wide * 1.25 - 0.024, 0.03)
    const weave = 0.006 * sin(y * 90) * cos((x + z) * 70)
    return (max(outer, -inner) + weave) * 0.75
  }
  bench.add('basket', basket, [0.66, 0.4, 0, 0.3], plain(rgb('#b58a4c'), { rough: 0.8 }))
  bench.add(
    'lamp',
    (x, y, z) => max(length3(x - 0.56, y - 0.16, z) - 0.065, -0.02 - (x - 0.56)),
    [0.56, 0.16, 0, 0.08],
    bench.glowing ? glow(bench.accent, 2.4) : chrome,
  )
  bench.add(
    'rack',
    (x, y, z) =>
      min(
        box(x + 0.66, y - 0.12, abs(z) - 0.07, 0.24, 0.014, 0.014, 0.01),
        box(x + 0.88, y - 0.12, z, 0.014, 0.014, 0.08, 0.01),
        box(x + 0.66, y - 0.12, z, 0.014, 0.014, 0.08, 0.01),
        capsule(x, y, abs(z), -0.84, 0.12, 0.07, -0.63, -0.4, 0.09, 0.013, 0.013),
      ),
    [-0.72, -0.1, 0, 0.42],
    chrome,
  )
  bench.add('bell', (x, y, z) => max(length3(x - 0.4, y - 0.6, z - 0.12) - 0.05, 0.58 - y), [0.4, 0.6, 0.12, 0.06], chrome)
  bench.add('kickstand', rod([-0.16, -0.46, 0.05], [-0.3, -0.87, 0.2], 0.02, 0.018), [-0.23, -0.66, 0.12, 0.26], chrome)
  return { yaw: 0.42, pitch: 0.1, half: 1.14, aimY: -0.1, stands: -0.88 }
}

/** The high wheel of the eighteen-seventies. */
function penny(bench: Bench): Pose {
  const painted = frameOf(bench)
  const chrome = bench.fitting({ rough: 0.16 })
  wheels(bench, [
    [0.18, -0.2, 0.66],
    [-0.74, -0.64, 0.22],
  ])
  const spine = sweep([
    [0.16, 0.56, 0, 0.035],
    [-0.14, 0.58, 0, 0.036],
    [-0.46, 0.38, 0, 0.034],
    [-0.66, 0.0, 0, 0.03],
    [-0.72, -0.36, 0, 0.026],
  ])
  const forks: Field = (x, y, z) =>
    min(
      capsule(x, y, abs(z), 0.17, 0.52, 0.05, 0.18, -0.2, 0.09, 0.03, 0.024),
      capsule(x, y, abs(z), -0.72, -0.36, 0.03, -0.74, -0.64, 0.06, 0.024, 0.02),
    )
  bench.add('frame', (x, y, z) => min(spine(x, y, z), forks(x, y, z)), [-0.28, -0.02, 0, 0.82], painted)
  const bar = sweep([
    [0.18, 0.6, 0, 0.024],
    [0.22, 0.62, 0.16, 0.024],
    [0.14, 0.54, 0.32, 0.022],
    [0.04, 0.52, 0.36, 0.022],
  ])
  bench.add(
    'handlebar',
    (x, y, z) => min(bar(x, y, abs(z)), capsule(x, y, z, 0.17, 0.5, 0, 0.18, 0.62, 0, 0.034, 0.034)),
    [0.14, 0.56, 0, 0.4],
    chrome,
  )
  bench.add(
    'grips',
    (x, y, z) => ellipsoid(x - 0.03, y - 0.515, abs(z) - 0.37, 0.055, 0.034, 0.034),
    [0.03, 0.515, 0, 0.42],
    bench.timber('#2e1a0e', '#5a3620', 'x'),
  )
  const saddle = blend(0.04, rod([-0.3, 0.62, 0.05], [-0.02, 0.66, 0.0], 0.05, 0.028), rod([-0.32, 0.6, 0], [-0.04, 0.66, 0], 0.06, 0.03))
  bench.add('saddle', (x, y, z) => saddle(x, y, abs(z)), [-0.17, 0.63, 0, 0.22], bench.hide(rgb('#5a2e16')))
  bench.add(
    'crank',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0.18, -0.2, 0.12, 0.26, -0.36, 0.13, 0.02, 0.016),
        capsule(x, y, z, 0.18, -0.2, -0.12, 0.1, -0.04, -0.13, 0.02, 0.016),
        max(length2(x - 0.18, y + 0.2) - 0.04, abs(z) - 0.13),
      ),
    [0.18, -0.2, 0, 0.25],
    chrome,
  )
  bench.add(
    'pedals',
    (x, y, z) =>
      min(box(x - 0.26, y + 0.37, z - 0.19, 0.06, 0.022, 0.05, 0.014), box(x - 0.1, y + 0.03, z + 0.19, 0.06, 0.022, 0.05, 0.014)),
    [0.18, -0.2, 0, 0.34],
    RUBBER,
  )
  bench.add('step', (x, y, z) => box(x + 0.72, y + 0.28, z - 0.06, 0.03, 0.014, 0.05, 0.01), [-0.72, -0.28, 0.06, 0.07], chrome)
  bench.add('bell', (x, y, z) => max(length3(x - 0.24, y - 0.66, z - 0.1) - 0.05, 0.64 - y), [0.24, 0.66, 0.1, 0.06], chrome)
  const pins = Array.from({ length: 8 }, (_, i) => (i / 8) * TAU)
  bench.add(
    'bolts',
    (x, y, z) => {
      let d = 9
      for (const a of pins) d = min(d, length3(x - 0.18 - 0.032 * cos(a), y + 0.2 - 0.032 * sin(a), abs(z) - 0.065) - 0.012)
      return d
    },
    [0.18, -0.2, 0, 0.11],
    chrome,
  )
  bench.add(
    'stand',
    (x, y, z) => min(box(x + 0.1, y + 0.92, z, 0.86, 0.035, 0.2, 0.02), box(x + 0.74, y + 0.86, abs(z) - 0.06, 0.08, 0.05, 0.02, 0.012)),
    [-0.1, -0.9, 0, 0.9],
    bench.timber('#3a2110', '#67401f', 'x'),
  )
  return { yaw: 0.44, pitch: 0.08, half: 1.1, aimX: -0.1, aimY: -0.12, stands: -0.96 }
}

export const bicycle: Kind = {
  forms: ['town', 'penny'],
  round: true,
  build: (bench) => (bench.form === 'penny' ? penny(bench) : town(bench)),
}
