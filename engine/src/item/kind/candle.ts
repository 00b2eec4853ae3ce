import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin, union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { flame, flameField } from './flame.ts'
import { FIRE } from './lantern.ts'

const { abs, max, min } = Math

const GROUND = -0.81
const WICK = plain(rgb('#20150f'), { rough: 1 })
const WAXES = ['#f1e4c6', '#f1e4c6', '#e2b866', '#a8322c', '#8fa48a', '#efece6', '#6d7ea8'] as const
const BRASS = rgb('#d9a441')

const DISH = [
  [0, -0.8],
  [0.5, -0.8],
  [0.56, -0.72],
  [0.6, -0.64],
  [0.56, -0.63],
  [0.48, -0.72],
  [0, -0.74],
]

/** Outlines of sticks up to the rim of the cup that holds the candle, at height 0. */
const STICKS = [
  [
    [0, -0.8],
    [0.4, -0.8],
    [0.4, -0.75],
    [0.26, -0.7],
    [0.08, -0.62],
    [0.07, -0.5],
    [0.16, -0.4],
    [0.07, -0.3],
    [0.06, -0.18],
    [0.12, -0.14],
    [0.09, -0.1],
    [0.17, -0.02],
    [0.17, 0],
    [0, 0],
  ],
  [
    [0, -0.8],
    [0.44, -0.8],
    [0.42, -0.74],
    [0.3, -0.72],
    [0.28, -0.66],
    [0.1, -0.62],
    [0.1, -0.12],
    [0.13, -0.1],
    [0.26, -0.04],
    [0.26, -0.01],
    [0, 0],
  ],
  [
    [0, -0.8],
    [0.36, -0.8],
    [0.37, -0.76],
    [0.2, -0.62],
    [0.06, -0.5],
    [0.12, -0.46],
    [0.06, -0.42],
    [0.12, -0.32],
    [0.12, -0.26],
    [0.06, -0.18],
    [0.14, -0.08],
    [0.15, 0],
    [0, 0],
  ],
] as const

/** Where a candle stands, how far up it reaches and how thick it is. */
type Taper = { readonly x: number; readonly z: number; readonly foot: number; readonly top: number; readonly r: number }

/** What all candles of an item share. */
type Made = {
  readonly wax: (top: number) => Opaque
  readonly shape: keyof typeof SHAPES
  readonly light: readonly [number, number, number]
}

/** How much a candle's wall lies deeper at an angle and height. */
const SHAPES = {
  dripping: (angle, y, r) => -0.16 * 0.26 * noise3(cos(angle) * r * 9, 1 + y * 0.6, sin(angle) * r * 9) * (r / 0.2),
  smooth: () => 0,
  fluted: (angle, _, r) => 0.1 * r * (1 - abs(cos(angle * 5))),
  twisted: (angle, y, r) => 0.09 * r * (1 + sin(angle * 4 + y * 13)),
} satisfies Record<string, (angle: number, y: number, r: number) => number>

function addTaper(bench: Bench, { wax, shape, light }: Made, { x: px, z: pz, foot, top, r }: Taper): void {
  const cut = SHAPES[shape]
  const body: Field = (x, y, z) => {
    const [u, w] = [x - px, z - pz]
    let d = cylinder(u, y - (top + foot) / 2, w, r, (top - foot) / 2, r * 0.2)
    if (d > 0.12) return d * 0.9
    d += cut(atan2(w, u), y, r) * smooth(foot, foot + 0.1, y)
    d = smoothMin(d, torus(u, y - top + 0.02, w, r * 0.84, r * 0.22), 0.05)
    return smoothMax(d, -cylinder(u, y - top - 0.02, w, r * 0.7, r * 0.3, r * 0.15), 0.03) * 0.85
  }
  const tall = min(0.44, 0.24 + r)
  bench.add('wax', body, [px, (top + foot) / 2, pz, (top - foot) / 2 + r + 0.08], wax(top))
  bench.add('wick', (x, y, z) => capsule(x, y, z, px, top - 0.05, pz, px + 0.02, top + 0.1, pz, 0.016, 0.012), [px, top, pz, 0.16], WICK)
  bench.add(
    'flame',
    place(flameField(top + 0.04, tall), px, 0, pz),
    [px, top + tall * 0.6, pz, tall * 0.75],
    flame(light, top + 0.04, tall),
  )
}

/** A dish with a ring to carry it by. */
function addDish(bench: Bench, wax: Opaque, metal: Opaque): void {
  bench.add('pool', (x, y, z) => max(length2(x, z) - 0.3 - 0.1 * fbm3(x * 5, 2, z * 5, 2), y + 0.68, -y - 0.76), [0, -0.72, 0, 0.45], wax)
  bench.add('dish', lathe(DISH, 3, 0.012), [0, -0.72, 0, 0.66], metal)
  const ring: Field = (x, y, z) =>
    min(length2(length2(x - 0.68, y + 0.66) - 0.13, z) - 0.03, capsule(x, y, z, 0.66, -0.52, 0, 0.76, -0.46, 0, 0.035, 0.028))
  bench.add('handle', ring, [0.68, -0.62, 0, 0.28], metal)
}

/** Arms that bend out of a stem, and the cups they carry at (±out, level). */
function candelabrum(bench: Bench, made: Made, metal: Opaque): Pose {
  const { random } = bench
  const arms = random.pick([2, 4, 4])
  const out = random.range(0.5, 0.6)
  const level = random.range(-0.06, 0.06)
  const dip = random.range(-0.34, -0.2)
  const stem = lathe(
    [
      [0, -0.8],
      [0.4, -0.8],
      [0.38, -0.74],
      [0.14, -0.68],
      [0.06, -0.56],
      [0.11, -0.46],
      [0.06, -0.36],
      [0.05, -0.1],
      [0.1, 0.02],
      [0.05, 0.08],
      [0.15, 0.17],
      [0.15, 0.19],
      [0, 0.19],
    ],
    3,
  )
  bench.add('stem', stem, [0, -0.3, 0, 0.68], metal)
  const arm = sweep([
    [0.03, dip, 0, 0.034],
    [out * 0.5, dip - 0.1, 0, 0.036],
    [out, dip + 0.02, 0, 0.034],
    [out, level - 0.08, 0, 0.036],
  ])
  const curl = sweep([
    [0.05, dip - 0.06, 0, 0.022],
    [out * 0.4, dip + 0.12, 0, 0.022],
    [out * 0.7, dip + 0.06, 0, 0.02],
    [out * 0.58, dip - 0.01, 0, 0.022],
  ])
  const cup = lathe(
    [
      [0, -0.1],
      [0.04, -0.1],
      [0.15, -0.02],
      [0.15, 0],
      [0, 0],
    ],
    3,
  )
  const branch: Field = (x, y, z) => min(arm(x, y, z), curl(x, y, z), cup(x - out, y - level, z))
  // a second pair stands across the first
  const all: Field =
    arms === 2 ? (x, y, z) => branch(abs(x), y, z) : (x, y, z) => (abs(x) > abs(z) ? branch(abs(x), y, z) : branch(abs(z), y, x))
  bench.add('arms', all, [0, -0.15, 0, out + 0.36], metal)
  const at =
    arms === 2
      ? ([
          [1, 0],
          [-1, 0],
        ] as const)
      : ([
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const)
  const tall = random.range(0.3, 0.42)
  for (const [x, z] of at) addTaper(bench, made, { x: x * out, z: z * out, foot: level - 0.02, top: level + tall, r: 0.075 })
  addTaper(bench, made, { x: 0, z: 0, foot: 0.17, top: 0.2 + tall, r: 0.08 })
  return { yaw: random.range(0.3, 0.5), pitch: 0.16, half: 1.16, aimY: 0.08, stands: GROUND, dark: true }
}

/** Candles of different heights on a board of metal. */
function cluster(bench: Bench, made: Made, metal: Opaque): Pose {
  const { random } = bench
  const tray = random.chance(0.5)
    ? (x: number, y: number, z: number) => min(cylinder(x, y + 0.76, z, 0.66, 0.04, 0.02), torus(x, y + 0.72, z, 0.65, 0.03))
    : lathe(
        DISH.map(([r, h]) => [r! * 1.12, h!]),
        3,
        0.012,
      )
  bench.add('tray', tray, [0, -0.74, 0, 0.75], metal)
  const turn = random.range(0, TAU)
  const tops = [random.range(0.2, 0.42), random.range(-0.2, 0.05), random.range(-0.5, -0.3)]
  const sizes = [0.19, 0.21, 0.17]
  tops.forEach((top, i) => {
    const angle = turn + (i / 3) * TAU
    addTaper(bench, made, { x: cos(angle) * 0.3, z: sin(angle) * 0.3, foot: -0.76, top, r: sizes[i]! })
  })
  const wax = made.wax(0)
  bench.add('pool', (x, y, z) => max(length2(x, z) - 0.46 - 0.1 * fbm3(x * 5, 2, z * 5, 2), y + 0.7, -y - 0.76), [0, -0.73, 0, 0.6], wax)
  return { yaw: 0, pitch: 0.24, half: 1.04, aimY: -0.06, stands: GROUND, dark: true }
}

/** One slender candle in a turned stick. */
function stick(bench: Bench, made: Made, metal: Opaque): Pose {
  const { random } = bench
  const turned = lathe(random.pick(STICKS), 3)
  const chased = random.pick(['bare', 'lobes', 'twist'] as const)
  const carved: Field = (x, y, z) => {
    const d = turned(x, y, z)
    if (d > 0.05 || chased === 'bare') return d
    const angle = atan2(z, x)
    return (d + 0.01 * (1 + sin(angle * 8 + (chased === 'twist' ? y * 22 : 0))) * smooth(-0.02, -0.1, y)) * 0.85
  }
  bench.add('stick', carved, [0, -0.42, 0, 0.62], metal)
  const ears = random.chance(0.4)
  if (ears) {
    const ear = union(
      (x, y, z) => length2(length2(x - 0.2, y + 0.36) - 0.14, z) - 0.026,
      (x, y, z) => length3(x - 0.2, y + 0.2, z) - 0.04,
    )
    bench.add('ears', ear, [0.2, -0.34, 0, 0.24], metal)
  }
  addTaper(bench, made, { x: 0, z: 0, foot: -0.02, top: random.range(0.4, 0.62), r: 0.105 })
  return { yaw: -0.45, pitch: 0.14, half: 1.16, aimY: 0.1, stands: GROUND, dark: true }
}

export const candle: Kind = {
  forms: ['tall', 'stub', 'stick', 'candelabrum', 'cluster'],
  build(bench) {
    const { form, random } = bench
    const light = bench.has('cursed') || bench.has('frozen') || (bench.coloured && bench.glowing) ? bench.accent : FIRE
    const colour = bench.coloured ? bench.accent : rgb(random.pick(WAXES))
    const wax = (top: number) =>
      finish(colour, (s) => {
        paint(s, colour)
        emit(s, light, 0.5 * smooth(top - 0.5, top + 0.02, s.y))
        s.rough = 0.4
        s.soften = 1
        s.coat = 0.3
      })
    const made: Made = { wax, shape: random.pick(['dripping', 'dripping', 'smooth', 'fluted', 'twisted'] as const), light }
    const brass = random.chance(0.5)
    const metal = bench.body({ rough: 0.3, hammer: form === 'stick' ? 0 : 0.05 }, brass ? BRASS : bench.main)
    if (form === 'candelabrum' || form === 'cluster' || form === 'stick') {
      const pose =
        form === 'candelabrum'
          ? candelabrum(bench, made, metal)
          : form === 'cluster'
            ? cluster(bench, made, metal)
            : stick(bench, made, metal)
      bench.addLamp({ at: [0, form === 'cluster' ? 0.2 : 0.62, 0], colour: light, strength: 0.6, falloff: 1.6 })
      return pose
    }
    const stub = form === 'stub'
    const top = stub ? -0.05 : 0.34
    addTaper(bench, made, { x: 0, z: 0, foot: -0.68, top, r: stub ? random.range(0.2, 0.34) : random.range(0.17, 0.23) })
    addDish(bench, wax(top), metal)
    bench.addLamp({ at: [0, top + 0.22, 0], colour: light, strength: 0.55, falloff: 1.6 })
    return {
      yaw: -0.45 + random.range(-0.1, 0.1) * PI,
      pitch: 0.2,
      half: stub ? 0.92 : 1.08,
      aimX: 0.04,
      aimY: stub ? -0.2 : -0.02,
      stands: GROUND,
      dark: true,
    }
  },
}
