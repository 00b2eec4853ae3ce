import { atan2, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stationOutline, wedgeBlade } from '../shape/blade.ts'

const { abs, floor, max, min } = Math

const RAYSKIN = rgb('#e8e0cc')
const LACQUERS = ['#15161a', '#3a0d12', '#14213a', '#16301f'] as const

/** Where a part of the sword goes. */
type Putter = (name: string, field: Field, bound: Bound, material: Material) => void

/** The middle of the sword at height y: one shallow bow from the pommel to the point. */
const bowOf = (sag: number) => (y: number) => sag * (y - 0.1) * (y - 0.1)

function blade(sag: number, wide: number) {
  const bow = bowOf(sag)
  const station = (y: number, edge: number, back: number): [number, number, number] => [y, bow(y) - edge * wide, bow(y) + back * wide]
  const outline = stationOutline([
    station(-0.46, 1, 1),
    station(0.1, 0.97, 0.97),
    station(0.62, 0.9, 0.9),
    station(0.88, 0.82, 0.84),
    station(0.97, 0.3, 0.82),
    station(1.04, -0.72, 0.78),
  ])
  const across = (x: number, y: number) => (x - bow(y) + wide) / (2 * wide)
  return { field: wedgeBlade(outline, across, 0.026), across }
}

/** The mark of the temper along the edge, wavy and misty. */
const temper = (across: (x: number, y: number) => number, waves: number) => (x: number, y: number) =>
  smooth(0.42, 0.34, across(x, y) + 0.05 * sin(y * waves) + 0.03 * sin(y * waves * 2.7 + 1))

function hilt(bench: Bench, sag: number, put: Putter): void {
  const bow = bowOf(sag)
  const grip: Field = (x, y, z) => max(length2((x - bow(y)) * 0.72, z) - 0.047, abs(y + 0.8) - 0.31)
  // two cords cross each other up the grip and leave diamonds of ray skin
  const cords: Field = (x, y, z) => {
    const turn = atan2(z, (x - bow(y)) * 0.72) / TAU
    const one = y / 0.16 + turn
    const other = y / 0.16 - turn
    const near = (q: number) => abs(q - floor(q + 0.5)) * 0.16
    return max(length2((x - bow(y)) * 0.72, z) - 0.062 + 0.6 * max(0, min(near(one), near(other)) - 0.029), abs(y + 0.8) - 0.3) * 0.8
  }
  put('rayskin', grip, [bow(-0.8), -0.8, 0, 0.35], plain(RAYSKIN, { rough: 0.6 }))
  put(
    'cords',
    cords,
    [bow(-0.8), -0.8, 0, 0.35],
    bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#1b1b20'), rgb('#20304f'), rgb('#4a1a1c')])),
  )
  put(
    'caps',
    (x, y, z) => max(length2((x - bow(y)) * 0.72, z) - 0.066, min(abs(y + 1.11) - 0.035, abs(y + 0.49) - 0.03)) - 0.006,
    [bow(-0.8), -0.8, 0, 0.4],
    bench.fitting(),
  )
  const lobes = bench.random.pick([0, 4, 6])
  put(
    'guard',
    (x, y, z) => {
      const u = x - bow(-0.44)
      const r = length2(u, z)
      const edge = r - 0.165 - (lobes === 0 ? 0 : 0.014 * sin(atan2(z, u) * lobes))
      const windows = length2(abs(u) - 0.115, z) - 0.026
      return max(edge, abs(y + 0.44) - 0.02, -windows) * 0.92
    },
    [bow(-0.44), -0.44, 0, 0.2],
    bench.body({ hammer: 0.05 }, rgb('#4a4d55')),
  )
  put(
    'collar',
    (x, y, z) => max(length2((x - bow(y)) * 0.6, z) - 0.045, abs(y + 0.385) - 0.045),
    [bow(-0.38), -0.385, 0, 0.1],
    bench.fitting(),
  )
}

function scabbard(bench: Bench, sag: number, put: Putter): void {
  const bow = bowOf(sag)
  const round = (x: number, y: number, z: number) => length2((x - bow(y)) * 0.66, z)
  const lacquer = rgb(bench.random.pick(LACQUERS))
  const glossy = finish(lacquer, (s) => {
    paint(s, bench.coloured ? bench.fabric : lacquer)
    tint(s, [0.3, 0.2, 0.08], smooth(0.7, 0.8, noise3(s.x * 30, s.y * 30, s.z * 30)) * 0.5)
    s.rough = 0.18
    s.coat = 0.9
  })
  put('scabbard', (x, y, z) => max(round(x, y, z) - 0.046, abs(y - 0.27) - 0.74) - 0.006, [0.08, 0.27, 0, 0.8], glossy)
  put(
    'mouth',
    (x, y, z) => max(round(x, y, z) - 0.056, min(abs(y + 0.45) - 0.035, abs(y - 0.99) - 0.07)) - 0.005,
    [0.08, 0.28, 0, 0.84],
    bench.fitting(),
  )
  const cord = bench.hide(bench.coloured ? bench.fabric : rgb('#7a2230'))
  put(
    'cord',
    (x, y, z) => {
      const row = -0.2 + 0.05 * max(-2, min(2, floor((y + 0.2) / 0.05 + 0.5)))
      const knot = length3(x - bow(-0.2), y + 0.2, z - 0.075) - 0.042
      return min(length2(round(x, y, z) - 0.057, y - row) - 0.019, knot)
    },
    [bow(-0.2), -0.2, 0, 0.2],
    cord,
  )
  const tassel = sweep([
    [bow(-0.2), -0.2, 0.09, 0.02],
    [bow(-0.2) - 0.14, -0.12, 0.05, 0.018],
    [bow(-0.2) - 0.17, 0.06, 0, 0.018],
    [bow(-0.2) - 0.13, 0.2, -0.03, 0.034],
    [bow(-0.2) - 0.12, 0.28, -0.03, 0.03],
  ])
  put('tassel', tassel, [bow(-0.2) - 0.1, 0.03, 0.03, 0.32], cord)
}

/** Two forked posts on a foot, for a sword that lies along x. */
const rack: Field = (x, y, z) => {
  const u = abs(x) - 0.62
  const post = box(u, y + 0.12, z + 0.06, 0.055, 0.55, 0.07, 0.02)
  const arms = min(box(u, y - 0.28, z - 0.06, 0.05, 0.035, 0.16, 0.02), box(u, y + 0.12, z - 0.06, 0.05, 0.035, 0.16, 0.02))
  const lips = min(box(u, y - 0.35, z - 0.19, 0.05, 0.07, 0.03, 0.02), box(u, y + 0.05, z - 0.19, 0.05, 0.07, 0.03, 0.02))
  const foot = min(box(u, y + 0.67, z, 0.09, 0.06, 0.34, 0.03), box(x, y + 0.63, z + 0.06, 0.62, 0.05, 0.05, 0.02))
  return min(post, arms, lips, foot)
}

export const katana: Kind = {
  forms: ['drawn', 'rack'],
  build(bench) {
    const sag = bench.random.range(0.055, 0.1)
    const { field, across } = blade(sag, bench.random.range(0.05, 0.058))
    const mark = temper(across, bench.random.range(26, 44))
    const racked = bench.form === 'rack'
    // on the rack the sword lies along x, its edge up
    const turned = (inner: Field, y: number, z: number): Field => (racked ? place(inner, 0, y, z, 0, 0, PI / 2) : inner)
    const moved = (bound: Bound, y: number, z: number): Bound => (racked ? [-bound[1], bound[0] + y, bound[2] + z, bound[3]] : bound)
    const put =
      (y: number, z: number): Putter =>
      (name, inner, bound, material) =>
        bench.add(name, turned(inner, y, z), moved(bound, y, z), material)
    const markAt = turned((x, y) => mark(x, y), 0.4, 0.06)
    const steel = overlaid(bench.body({ axis: racked ? 'x' : 'y', brush: 0.004, rough: 0.16 }), [
      (s) => {
        const share = markAt(s.x, s.y, s.z)
        tint(s, [0.92, 0.94, 0.96], share * 0.75)
        s.rough += share * 0.22
      },
    ])
    const etched = bench.inscribed(steel, (s, at) => {
      const [x, y] = racked ? [s.y - 0.4, -s.x] : [s.x, s.y]
      at.u = (across(x, y) - 0.62) * 3.2
      at.v = y * 9
      return at.u > 0 && at.u < 1 && y < 0.5 && y > -0.3
    })
    const sword = put(0.4, 0.06)
    sword('blade', field, [0.04, 0.29, 0, 0.78], etched)
    hilt(bench, sag, sword)
    if (racked) {
      scabbard(bench, sag, put(0, 0.06))
      bench.add('rack', rack, [0, -0.16, 0, 0.98], bench.timber('#2c1810', '#5a3320', 'x'))
      return { yaw: 0.42, pitch: 0.2, half: 1.24, aimX: 0.13, aimY: -0.04, stands: -0.73 }
    }
    const aside = (name: string, inner: Field, bound: Bound, material: Material) =>
      bench.add(
        name,
        place(inner, -0.34, -0.06, -0.02, 0, 0, 0.05),
        [bound[0] - 0.34, bound[1] - 0.06, bound[2] - 0.02, bound[3] + 0.03],
        material,
      )
    scabbard(bench, sag, aside)
    return { roll: -0.82, yaw: 0.35, half: 1.08, aimX: -0.08, aimY: -0.02, stands: null, thickness: 0.1 }
  },
}
