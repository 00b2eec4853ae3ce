import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { catmullRom, extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { box, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { dim, emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { flame, flameField } from './flame.ts'

const { abs, floor, max, min } = Math

const CREAM = rgb('#f3ead2')
const ROPE = plain(rgb('#7a6242'), { rough: 0.9 })
const FIRE = rgb('#ffab40')

/** Wicker: rods over and under, round an upright box or drum. */
const wicker = finish(rgb('#a8763c'), (s) => {
  const u = atan2(s.x, s.z) * 14
  const row = floor(s.y / 0.028)
  paint(s, rgb('#a8763c'))
  dim(s, 0.65 + 0.5 * abs(sin(u + (row & 1 ? 1.57 : 0))) * (1 - abs(every(s.y - 0.014, 0.028)) * 30))
  s.rough = 0.8
})

function hotAir(bench: Bench): Pose {
  const gores = 16
  const colour = bench.fabric
  const second: Rgb = bench.named ? bench.main : bench.random.pick([CREAM, rgb('#e8b23a'), rgb('#d9502c')])
  const profile = [
    [0.1, -0.26],
    [0.16, -0.26],
    [0.34, -0.02],
    [0.56, 0.28],
    [0.68, 0.58],
    [0.62, 0.88],
    [0.4, 1.08],
    [0.12, 1.15],
    [0, 1.16],
  ]
  const shape = lathe(profile, 4)
  const chevrons = bench.random.chance(0.5)
  const light = bench.has('cursed') || bench.has('frozen') || bench.has('fiery') ? bench.accent : FIRE
  const silk =
    bench.named || bench.whole
      ? bench.body({ rough: 0.3 })
      : finish(colour, (s) => {
          const a = (atan2(s.z, s.x) / TAU) * gores
          const k = floor(a + 0.5)
          const zig = chevrons ? 0.09 * abs(every(a, 1)) * 2 : 0
          const band = floor((s.y + zig) / 0.24)
          paint(s, chevrons ? (band & 1 ? colour : second) : k & 1 ? second : colour)
          if (abs(s.y - 0.5) < 0.1 && !chevrons) paint(s, scale(colour, 0.6))
          dim(s, 0.86 + 0.22 * cos((a - k) * 3.1))
          emit(s, [s.r * light[0], s.g * light[1], s.b * light[2]], (bench.glowing ? 0.9 : 0.18) * max(0, 0.7 - s.y))
          s.rough = 0.6
          s.sheen = 0.3
          s.soften = 0.5
        })
  const envelope: Field = (x, y, z) => {
    const a = (atan2(z, x) / TAU) * gores
    const puff = 0.02 * abs(every(a, 1)) * 2 * min(1, length2(x, z) * 3)
    return max(shape(x, y, z) + puff, -(shape(x, y + 0.06, z) + 0.05)) * 0.9
  }
  bench.add('envelope', envelope, [0, 0.45, 0, 0.86], silk)
  bench.add(
    'skirt',
    (x, y, z) => max(abs(length2(x, z) - 0.15 - (y + 0.3) * 0.2) - 0.012, abs(y + 0.3) - 0.06),
    [0, -0.3, 0, 0.2],
    cloth(colour, 0.5),
  )
  const basket: Field = (x, y, z) => max(box(x, y + 0.84, z, 0.2, 0.17, 0.2, 0.05), -box(x, y + 0.78, z, 0.17, 0.2, 0.17, 0.04))
  bench.add('basket', basket, [0, -0.84, 0, 0.34], wicker)
  bench.add(
    'rims',
    (x, y, z) =>
      min(length2(abs(max(abs(x), abs(z)) - 0.2), y + 0.67) - 0.026, length2(abs(max(abs(x), abs(z)) - 0.195), y + 1.0) - 0.024) * 0.9,
    [0, -0.84, 0, 0.4],
    bench.hide(rgb('#5a2e16')),
  )
  const lines: LockPoint[][] = []
  for (const [sx, sz] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    lines.push([
      [sx * 0.19, -0.66, sz * 0.19, 0.012],
      [sx * 0.15, -0.48, sz * 0.15, 0.011],
      [sx * 0.11, -0.28, sz * 0.11, 0.011],
    ])
    lines.push([
      [sx * 0.19, -0.66, sz * 0.19, 0.012],
      [sx * 0.2, -0.4, sz * 0.08, 0.011],
      [sx * 0.24, -0.12, sz * 0.06, 0.011],
    ])
  }
  const ropes = locks(lines, 0.002, 2, 32)
  bench.add('ropes', ropes.field, ropes.bound, ROPE)
  bench.add(
    'burner',
    (x, y, z) =>
      min(
        max(length2(x, z) - 0.06, abs(y + 0.52) - 0.05) - 0.01,
        length2(length2(x, z) - 0.13, y + 0.5) - 0.016,
        box(abs(x) - 0.1, y + 0.5, z, 0.04, 0.014, 0.014, 0.008),
      ),
    [0, -0.52, 0, 0.19],
    bench.fitting(),
  )
  bench.add('flame', flameField(-0.48, 0.3), [0, -0.32, 0, 0.2], flame(light, -0.48, 0.3))
  const bags: Field = (x, y, z) =>
    min(
      ellipsoid(abs(x) - 0.23, y + 0.84, abs(z) - 0.1, 0.045, 0.075, 0.05),
      ellipsoid(abs(x) - 0.1, y + 0.84, abs(z) - 0.23, 0.05, 0.075, 0.045),
    )
  bench.add('sandbags', bags, [0, -0.84, 0, 0.36], cloth(rgb('#b39b6a'), 0.3))
  bench.addLamp({ at: [0, -0.2, 0.2], colour: light, strength: 0.3, falloff: 3 })
  return { yaw: 0.4, pitch: 0.02, half: 1.26, aimY: 0.08, stands: -1.45 }
}

/** A rigid airship with a gondola, fins and propellers. */
function airship(bench: Bench): Pose {
  const colour = bench.fabric
  const profile = catmullRom(
    [
      [0, -1.12],
      [0.12, -1.06],
      [0.28, -0.84],
      [0.39, -0.4],
      [0.41, 0.1],
      [0.34, 0.6],
      [0.2, 0.94],
      [0.08, 1.08],
      [0, 1.12],
    ],
    4,
  )
  const turned = lathe(profile)
  const hull: Field = (x, y, z) => turned(y - 0.22, x, z)
  const skin =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.3 })
      : finish(CREAM, (s) => {
          paint(s, CREAM)
          const v = s.y - 0.22
          const a = (atan2(s.z, v) / TAU) * 12
          if (s.x > 0.72 || s.x < -0.86) paint(s, colour)
          if (abs(v + 0.04) < 0.05 && abs(s.x) < 0.72) paint(s, colour)
          dim(s, 0.88 + 0.16 * cos((a - floor(a + 0.5)) * 3.1))
          dim(s, abs(every(s.x, 0.22)) < 0.01 ? 0.75 : 1)
          s.rough = 0.45
          s.coat = 0.3
        })
  const ribbed: Field = (x, y, z) =>
    hull(x, y, z) + 0.014 * abs(every((atan2(z, y - 0.22) / TAU) * 12, 1)) * 2 * min(1, length2(y - 0.22, z) * 3)
  bench.add('hull', (x, y, z) => ribbed(x, y, z) * 0.92, [0, 0.22, 0, 1.16], skin)
  const fin = extrude(polygon([-0.62, 0.2, -0.78, 0.46, -1.1, 0.54, -1.16, 0.44, -1.06, 0.1, -0.9, 0.02]), 0.025, 0.015)
  const fins: Field = (x, y, z) => {
    const v = y - 0.22
    return min(fin(x, abs(v), z), fin(x, abs(z), v))
  }
  bench.add(
    'fins',
    fins,
    [-0.88, 0.22, 0, 0.64],
    bench.named || bench.whole ? bench.body({ rough: 0.3 }) : plain(colour, { rough: 0.4, coat: 0.4 }),
  )
  const gondola: Field = (x, y, z) => {
    const d = max(ellipsoid(x, y + 0.32, z, 0.52, 0.2, 0.17), y + 0.24, -0.46 - y)
    return (d - 0.02 + groove(y + 0.4, 0.01)) * 0.9
  }
  bench.add('gondola', gondola, [0, -0.34, 0, 0.56], bench.timber('#5a3218', '#9a6232', 'x'))
  bench.add(
    'windows',
    (x, y, z) => max(gondola(x, y, z) - 0.01, box(every(x, 0.12), y + 0.31, 0, 0.04, 0.04, 9, 0.012), abs(x) - 0.38),
    [0, -0.31, 0, 0.44],
    plain(bench.glowing ? bench.accent : rgb('#243444'), { rough: 0.06, coat: 1 }),
  )
  bench.add('keel', (x, y, z) => box(x, y + 0.2, z, 0.62, 0.03, 0.09, 0.02), [0, -0.2, 0, 0.64], bench.fitting())
  const lines: LockPoint[][] = []
  for (const sz of [-1, 1])
    for (const sx of [-0.44, -0.22, 0.22, 0.44])
      lines.push([
        [sx, -0.24, sz * 0.12, 0.011],
        [sx * 1.1, -0.1, sz * 0.2, 0.011],
        [sx * 1.2, 0.02, sz * 0.34, 0.011],
      ])
  const ropes = locks(lines, 0.002, 2, 32)
  bench.add('ropes', ropes.field, ropes.bound, ROPE)
  const pod: Field = (x, y, z) => {
    const w = abs(z) - 0.42
    return min(ellipsoid(x + 0.3, y + 0.16, w, 0.16, 0.075, 0.075), box(x + 0.28, y + 0.16, w + 0.14, 0.03, 0.022, 0.14, 0.01))
  }
  bench.add('engines', pod, [-0.3, -0.16, 0, 0.54], bench.fitting({ rough: 0.24 }))
  const turn = bench.random.range(0, 3)
  const c = cos(turn)
  const s = sin(turn)
  const blades: Field = (x, y, z) => {
    const w = abs(z) - 0.42
    const v = y + 0.16
    const u = c * v + s * w
    const k = -s * v + c * w
    return min(ellipsoid(x + 0.48, k, abs(u) - 0.1, 0.018, 0.034, 0.1), length3(x + 0.47, v, w) - 0.035) * 0.85
  }
  bench.add('propellers', blades, [-0.48, -0.16, 0, 0.64], bench.timber('#3a2110', '#67401f', 'x'))
  bench.add(
    'nose',
    (x, y, z) => min(length3(x - 1.12, y - 0.22, z) - 0.06, length2(length2(y - 0.22, z) - 0.13, x - 1.05) - 0.02),
    [1.09, 0.22, 0, 0.18],
    bench.fitting({ rough: 0.18 }),
  )
  bench.add('anchor rope', (x, y, z) => max(length2(x - 0.36, z) - 0.012, abs(y + 0.56) - 0.1), [0.36, -0.56, 0, 0.12], ROPE)
  bench.add(
    'anchor',
    (x, y, z) =>
      min(max(length2(length2(x - 0.36, y + 0.7) - 0.08, z) - 0.02, y + 0.7), box(x - 0.36, y + 0.7, z, 0.014, 0.08, 0.014, 0.01)),
    [0.36, -0.7, 0, 0.12],
    bench.fitting(),
  )
  return { yaw: 0.62, pitch: 0.06, half: 1.22, aimX: -0.06, aimY: -0.04, stands: -1.1 }
}

export const balloon: Kind = {
  forms: ['balloon', 'airship'],
  build: (bench) => (bench.form === 'airship' ? airship(bench) : hotAir(bench)),
}
