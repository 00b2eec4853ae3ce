import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { polar } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { capsule, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { flame } from './flame.ts'

const { abs, floor, max, min } = Math

const WHITE = rgb('#f0efea')
const FIRE = rgb('#ffab40')
const pane = finish(rgb('#1a2c44'), (s) => {
  paint(s, rgb('#16324f'))
  s.rough = 0.05
  s.coat = 1
})
const enamel = (bench: Bench, colour: readonly [number, number, number]) =>
  bench.named || bench.whole || bench.has('rusty') ? bench.body({ rough: 0.22 }) : plain(colour, { rough: 0.22, coat: 0.9 })

/** Fire below a nozzle, its point downwards. */
const exhaust =
  (top: number, long: number, r: number): Field =>
  (x, y, z) => {
    const t = (top - y) / long
    const wide = r * (1 - t) * (1 + 0.12 * sin(t * 14))
    return (length2(x, z) - max(wide, 0)) * 0.7 + max(0, -t) + max(0, t - 1) * 0.5
  }

/** Outlines of hulls from the nozzle to the point. */
const HULLS = {
  cigar: [
    [0.14, -0.62],
    [0.3, -0.46],
    [0.38, -0.1],
    [0.35, 0.3],
    [0.22, 0.66],
    [0.08, 0.92],
    [0, 1.02],
  ],
  egg: [
    [0.18, -0.62],
    [0.42, -0.44],
    [0.52, -0.08],
    [0.44, 0.3],
    [0.28, 0.58],
    [0.1, 0.82],
    [0, 0.9],
  ],
  needle: [
    [0.16, -0.62],
    [0.25, -0.5],
    [0.27, -0.1],
    [0.25, 0.34],
    [0.16, 0.74],
    [0.06, 1.04],
    [0, 1.14],
  ],
  bulb: [
    [0.16, -0.62],
    [0.24, -0.5],
    [0.24, -0.2],
    [0.36, 0.1],
    [0.4, 0.38],
    [0.26, 0.72],
    [0.08, 0.94],
    [0, 1.02],
  ],
} as const

/** Outlines of fins whose root lies inside every hull. */
const FINS = {
  swept: [
    [0.12, -0.2],
    [0.4, -0.3],
    [0.62, -0.56],
    [0.68, -0.92],
    [0.6, -0.98],
    [0.5, -0.78],
    [0.34, -0.66],
    [0.12, -0.6],
    [0.12, -0.2],
  ],
  broad: [
    [0.12, 0.02],
    [0.4, -0.18],
    [0.7, -0.5],
    [0.74, -0.94],
    [0.6, -0.98],
    [0.36, -0.8],
    [0.12, -0.62],
    [0.12, 0.02],
  ],
  stilts: [
    [0.12, -0.34],
    [0.36, -0.36],
    [0.6, -0.42],
    [0.7, -0.66],
    [0.69, -0.96],
    [0.6, -0.98],
    [0.56, -0.66],
    [0.42, -0.54],
    [0.12, -0.52],
    [0.12, -0.34],
  ],
} as const

const LAUNCHERS = ['#e0761c', '#1f5fa8', '#2a2c30', '#b3202c', '#e8e6de'] as const
const LIVERIES = ['#c8202a', '#c8202a', '#1f5fa8', '#e08a1e', '#1f7a5a', '#6a3a9a'] as const
const ENAMELS = ['#f0efea', '#f0efea', '#cfd6dc', '#f0d9a0', '#2f3a4a'] as const

/** The rocket of comics: a hull with portholes on three or four fins. */
function comic(bench: Bench): Pose {
  const { random } = bench
  const livery = bench.coloured || bench.glowing ? bench.fabric : rgb(random.pick(LIVERIES))
  const ground = rgb(random.pick(ENAMELS))
  const red = enamel(bench, livery)
  const points = HULLS[random.pick(['cigar', 'egg', 'needle', 'bulb'] as const)]
  const profile = catmullRom(points, 4)
  const peak = points[points.length - 1]![1]
  const hull = lathe([[0, -0.62], ...profile])
  /** Radius of the hull at a height. */
  const radiusAt = (height: number): number => {
    const after = max(
      1,
      profile.findIndex(([, h]) => h! >= height),
    )
    const [a, b] = [profile[after - 1]!, profile[after]!]
    return a[0]! + ((b[0]! - a[0]!) * (height - a[1]!)) / (b[1]! - a[1]!)
  }
  const livered = random.pick(['nose', 'checks', 'stripes', 'halves'] as const)
  const marked = (s: { x: number; y: number; z: number }): boolean => {
    if (s.y > 0.56) return true
    const angle = atan2(s.z, s.x) / TAU + 0.5
    if (livered === 'checks') return s.y < -0.14 && s.y > -0.46 && ((floor(angle * 12) + floor(s.y * 12.5)) & 1) === 0
    if (livered === 'stripes') return abs(every(angle, 1 / 6)) < 0.022 && s.y < 0.5
    if (livered === 'halves') return s.y < -0.16
    return abs(s.y + 0.32) < 0.035
  }
  const skin =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.2 })
      : finish(ground, (s) => {
          paint(s, marked(s) ? livery : ground)
          s.rough = 0.22
          s.coat = 0.9
        })
  const seams: Field = (x, y, z) => {
    const d = hull(x, y, z)
    return d + groove(y - 0.56, 0.01) + groove(y + 0.32, 0.008)
  }
  bench.add('hull', seams, [0, 0.24, 0, 0.98], skin)
  const outline = FINS[random.pick(['swept', 'broad', 'stilts'] as const)]
  const blade = extrude(polygon(catmullRom(outline, 4).slice(0, -1).flat()), 0.035, 0.03)
  const count = random.pick([3, 3, 4])
  bench.add('fins', polar(blade, count), [0, -0.5, 0, 0.94], red)
  bench.add(
    'feet',
    polar((x, y, z) => length3(x - 0.64, y + 0.97, z) - 0.055, count),
    [0, -0.97, 0, 0.72],
    bench.fitting(),
  )
  const ports = random.pick([[0.24, -0.1], [0.22], [0.34, 0.1, -0.14]] as const)
  const wide = (i: number) => (i === 0 ? 0.13 : 0.075) * (ports.length === 3 ? 0.7 : 1)
  const seats = ports.map((y0, i) => [y0, wide(i), radiusAt(y0)] as const)
  bench.add(
    'frames',
    (x, y, z) => {
      let d = 9
      for (const [y0, r, out] of seats) d = min(d, length2(length2(x, y - y0) - r, z - out + 0.02) - 0.03)
      return d
    },
    [0, 0.1, 0.37, 0.5],
    bench.fitting({ rough: 0.15 }),
  )
  bench.add(
    'panes',
    (x, y, z) => {
      let d = 9
      for (const [y0, r, out] of seats) d = min(d, ellipsoid(x, y - y0, z - out + 0.05, r, r, 0.075))
      return d
    },
    [0, 0.1, 0.32, 0.5],
    pane,
  )
  const [lower, upper] = [radiusAt(-0.245), radiusAt(0.52)]
  const rivets: Field = (x, y, z) => {
    const step = TAU / 22
    const a = floor(atan2(z, x) / step + 0.5) * step
    const [c, t] = [cos(a), sin(a)]
    return min(length3(x - lower * c, y + 0.245, z - lower * t), length3(x - upper * c, y - 0.52, z - upper * t)) - 0.016
  }
  bench.add('rivets', rivets, [0, 0.14, 0, 0.64], bench.fitting())
  bench.add(
    'nozzle',
    lathe(
      [
        [0.1, -0.56],
        [0.14, -0.62],
        [0.24, -0.78],
        [0.2, -0.78],
        [0.1, -0.66],
      ],
      0,
      0.012,
    ),
    [0, -0.67, 0, 0.28],
    bench.fitting({ rough: 0.3 }),
  )
  bench.add(
    'spike',
    (x, y, z) => min(capsule(x, y - peak, z, 0, -0.04, 0, 0, 0.14, 0, 0.02, 0.012), length3(x, y - peak - 0.15, z) - 0.03),
    [0, peak + 0.06, 0, 0.16],
    bench.fitting(),
  )
  if (bench.glowing) {
    const light = bench.has('fiery') ? FIRE : bench.accent
    bench.add('fire', exhaust(-0.72, 0.44, 0.17), [0, -0.94, 0, 0.28], flame(light, -1.2, 0.5))
    bench.addLamp({ at: [0, -0.95, 0.2], colour: light, strength: 0.6, falloff: 2.5 })
  }
  return { yaw: 0.3, pitch: 0.06, half: 1.26, aimY: 0.08, stands: -1.03 }
}

/** A launcher on its pad: stages, boosters at the sides, the tower that holds it. */
function launcher(bench: Bench): Pose {
  const white = enamel(bench, WHITE)
  const accent = bench.coloured || bench.glowing ? bench.fabric : rgb(bench.random.pick(LAUNCHERS))
  const core =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.24 })
      : finish(WHITE, (s) => {
          paint(s, s.y < 0.36 ? accent : WHITE)
          if (s.y > 0.36 && s.y < 0.42) paint(s, [0.03, 0.03, 0.035])
          const a = atan2(s.z, s.x) / TAU + 0.5
          if (s.y > -0.72 && s.y < -0.6 && ((floor(a * 8) + floor(s.y * 16)) & 1) === 0) paint(s, [0.03, 0.03, 0.035])
          s.rough = 0.35
          s.coat = 0.5
        })
  const body = lathe(
    [
      [0, -0.76],
      [0.2, -0.76],
      [0.2, 0.36],
      [0.165, 0.42],
      [0.165, 0.7],
      [0.12, 0.84],
      [0.06, 0.94],
      [0.02, 1.0],
      [0, 1.0],
    ],
    0,
    0.006,
  )
  bench.add('core', (x, y, z) => body(x, y, z) + (y < 0.36 ? groove(every(y, 0.28), 0.008) : 0), [0, 0.12, 0, 0.92], core)
  const booster = lathe(
    [
      [0, -0.82],
      [0.1, -0.82],
      [0.1, 0.16],
      [0.06, 0.3],
      [0, 0.36],
    ],
    2,
  )
  const four = bench.random.chance(0.5)
  /** Nearest of two boosters, or of four. */
  const beside = (x: number, z: number) => (four && abs(z) > abs(x) ? ([abs(z) - 0.305, x] as const) : ([abs(x) - 0.305, z] as const))
  const asBooster: Field = (x, y, z) => {
    const [u, w] = beside(x, z)
    return booster(u, y, w)
  }
  bench.add('boosters', (x, y, z) => asBooster(x, y, z) + groove(every(y, 0.24), 0.007), [0, -0.23, 0, 0.74], white)
  bench.add(
    'struts',
    (x, y, z) =>
      min(
        capsule(abs(x), y, abs(z), 0.16, -0.5, 0.05, 0.26, -0.54, 0.03, 0.018, 0.018),
        capsule(abs(x), y, abs(z), 0.16, 0.1, 0.05, 0.26, 0.06, 0.03, 0.018, 0.018),
      ),
    [0, -0.2, 0, 0.46],
    bench.fitting(),
  )
  const bells: Field = (x, y, z) => {
    const bell = (u: number, w: number, r: number) => {
      const t = (-0.76 - y) / 0.16
      return max(abs(length2(u, w) - r * (0.5 + 0.5 * t)) * 0.8 - 0.012, abs(y + 0.86) - 0.07)
    }
    return min(bell(abs(x) - 0.305, z, 0.1), bell(abs(x) - 0.09, abs(z) - 0.09, 0.075))
  }
  bench.add('engines', bells, [0, -0.86, 0, 0.44], bench.fitting({ rough: 0.34 }))
  bench.add(
    'escape',
    (x, y, z) =>
      min(capsule(x, y, z, 0, 0.98, 0, 0, 1.16, 0, 0.024, 0.012), capsule(abs(x), y, z, 0.05, 0.96, 0, 0, 1.06, 0, 0.012, 0.012)),
    [0, 1.06, 0, 0.14],
    bench.fitting(),
  )
  const tower: Field = (x, y, z) => {
    const u = x + 0.62
    const legs = length2(abs(u) - 0.1, abs(z) - 0.1) - 0.02
    const k = every(y, 0.22)
    const floors = max(abs(k) - 0.014, max(abs(u), abs(z)) - 0.115)
    const cross = abs(z) > 0.07 ? length2(abs(abs(u) * 1.1 - abs(k)) * 0.7, abs(z) - 0.1) - 0.013 : 9
    return max(min(legs, floors, cross) * 0.9, abs(y - 0.02) - 0.9)
  }
  bench.add(
    'tower',
    tower,
    [-0.62, 0.02, 0, 0.96],
    bench.named ? bench.body() : plain(rgb(bench.random.pick(['#b3402a', '#5a6068', '#3a5a7a', '#c8a030'])), { rough: 0.5, metal: 0.3 }),
  )
  bench.add(
    'arms',
    (x, y, z) => max(min(length2(y - 0.6, abs(z) - 0.03), length2(y - 0.1, abs(z) - 0.03)) - 0.022, abs(x + 0.36) - 0.17),
    [-0.36, 0.35, 0, 0.36],
    bench.fitting(),
  )
  bench.add(
    'pad',
    (x, y, z) => cylinder(x + 0.1, y + 1.0, z, 0.82, 0.07, 0.02),
    [-0.1, -1, 0, 0.86],
    plain(rgb('#8f9094'), { rough: 0.85 }),
  )
  bench.add('cradle', polarPosts, [0, -0.88, 0, 0.4], bench.fitting())
  if (bench.glowing) {
    const light = bench.has('fiery') ? FIRE : bench.accent
    const plume: Field = (x, y, z) => min(exhaust(-0.9, 0.1, 0.08)(abs(x) - 0.305, y, z), ellipsoid(x, y + 0.94, z, 0.16, 0.05, 0.16))
    bench.add('fire', plume, [0, -0.95, 0, 0.46], flame(light, -1.05, 0.3))
    bench.addLamp({ at: [0, -0.9, 0.4], colour: light, strength: 0.5, falloff: 2.5 })
  }
  return { yaw: 0.4, pitch: 0.12, half: 1.28, aimX: -0.1, aimY: 0.04, stands: -1.08 }
}

const polarPosts: Field = polar((x, y, z) => capsule(x, y, z, 0.2, -0.72, 0, 0.3, -0.94, 0, 0.024, 0.03), 6)

export const rocket: Kind = { forms: ['comic', 'launcher'], build: (bench) => (bench.form === 'launcher' ? launcher(bench) : comic(bench)) }
