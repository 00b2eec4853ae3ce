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

/** The rocket of comics: a cigar with three fins. */
function comic(bench: Bench): Pose {
  const red = enamel(bench, bench.coloured || bench.glowing ? bench.fabric : rgb('#c8202a'))
  const profile = catmullRom(
    [
      [0.14, -0.62],
      [0.3, -0.46],
      [0.38, -0.1],
      [0.35, 0.3],
      [0.22, 0.66],
      [0.08, 0.92],
      [0, 1.02],
    ],
    4,
  )
  const hull = lathe([[0, -0.62], ...profile])
  const skin =
    bench.named || bench.whole || bench.has('rusty')
      ? bench.body({ rough: 0.2 })
      : finish(WHITE, (s) => {
          paint(s, WHITE)
          if (s.y > 0.56 || abs(s.y + 0.32) < 0.035) paint(s, bench.coloured || bench.glowing ? bench.fabric : rgb('#c8202a'))
          s.rough = 0.22
          s.coat = 0.9
        })
  const seams: Field = (x, y, z) => {
    const d = hull(x, y, z)
    return d + groove(y - 0.56, 0.01) + groove(y + 0.32, 0.008)
  }
  bench.add('hull', seams, [0, 0.2, 0, 0.86], skin)
  const blade = extrude(
    polygon(
      catmullRom(
        [
          [0.22, -0.2],
          [0.4, -0.3],
          [0.62, -0.56],
          [0.68, -0.92],
          [0.6, -0.98],
          [0.5, -0.78],
          [0.34, -0.66],
          [0.2, -0.6],
          [0.22, -0.2],
        ],
        4,
      )
        .slice(0, -1)
        .flat(),
    ),
    0.035,
    0.03,
  )
  bench.add('fins', polar(blade, 3), [0, -0.6, 0, 0.84], red)
  bench.add(
    'feet',
    polar((x, y, z) => length3(x - 0.64, y + 0.97, z) - 0.055, 3),
    [0, -0.97, 0, 0.72],
    bench.fitting(),
  )
  const port =
    (y0: number, r: number): Field =>
    (x, y, z) =>
      length2(length2(x, y - y0) - r, z - 0.37 + (y0 - 0.1) * 0.16) - 0.03
  bench.add(
    'frames',
    (x, y, z) => min(port(0.24, 0.13)(x, y, z), port(-0.1, 0.075)(x, y, z)),
    [0, 0.1, 0.37, 0.36],
    bench.fitting({ rough: 0.15 }),
  )
  bench.add(
    'panes',
    (x, y, z) => min(ellipsoid(x, y - 0.24, z - 0.3, 0.13, 0.13, 0.08), ellipsoid(x, y + 0.1, z - 0.33, 0.075, 0.075, 0.05)),
    [0, 0.1, 0.32, 0.36],
    pane,
  )
  const rivets: Field = (x, y, z) => {
    const step = TAU / 22
    const a = floor(atan2(z, x) / step + 0.5) * step
    return (
      min(length3(x - 0.362 * cos(a), y + 0.245, z - 0.362 * sin(a)), length3(x - 0.275 * cos(a), y - 0.52, z - 0.275 * sin(a))) - 0.016
    )
  }
  bench.add('rivets', rivets, [0, 0.14, 0, 0.56], bench.fitting())
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
    (x, y, z) => min(capsule(x, y, z, 0, 0.98, 0, 0, 1.16, 0, 0.02, 0.012), length3(x, y - 1.17, z) - 0.03),
    [0, 1.08, 0, 0.13],
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
  const accent = bench.coloured || bench.glowing ? bench.fabric : rgb('#e0761c')
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
  bench.add('boosters', (x, y, z) => booster(abs(x) - 0.305, y, z) + groove(every(y, 0.24), 0.007), [0, -0.23, 0, 0.74], white)
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
  bench.add('tower', tower, [-0.62, 0.02, 0, 0.96], bench.named ? bench.body() : plain(rgb('#b3402a'), { rough: 0.5, metal: 0.3 }))
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
