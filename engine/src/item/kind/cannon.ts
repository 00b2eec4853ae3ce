import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import { place, polar, smoothMax, union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stained } from '../stained.ts'

const { abs, floor, max, min } = Math

/** The barrel upright, muzzle up, by radius and height. */
const PROFILES: Record<string, readonly (readonly [number, number])[]> = {
  ship: [
    [0, -0.62],
    [0.05, -0.6],
    [0.075, -0.54],
    [0.04, -0.47],
    [0.1, -0.44],
    [0.24, -0.4],
    [0.28, -0.36],
    [0.28, -0.3],
    [0.255, -0.28],
    [0.25, -0.05],
    [0.265, -0.03],
    [0.265, 0.02],
    [0.24, 0.04],
    [0.215, 0.36],
    [0.23, 0.38],
    [0.23, 0.42],
    [0.205, 0.44],
    [0.185, 0.74],
    [0.2, 0.77],
    [0.235, 0.84],
    [0.24, 0.9],
    [0.2, 0.93],
    [0, 0.93],
  ],
  field: [
    [0, -0.66],
    [0.05, -0.65],
    [0.07, -0.58],
    [0.04, -0.52],
    [0.14, -0.48],
    [0.2, -0.42],
    [0.215, -0.34],
    [0.2, -0.31],
    [0.185, 0.0],
    [0.195, 0.02],
    [0.195, 0.06],
    [0.18, 0.08],
    [0.14, 0.82],
    [0.15, 0.85],
    [0.18, 0.92],
    [0.185, 0.98],
    [0.15, 1.0],
    [0, 1.0],
  ],
}

/** A spoked wheel round the z axis. */
function wheel(r: number, spokes: number): { rim: Field; tyre: Field } {
  const spoke = polar((x, y, z) => capsule(x, y, z, 0.08, 0, 0, r - 0.06, 0, 0, 0.038, 0.028), spokes)
  const rim: Field = (x, y, z) => {
    const band = max(abs(length2(x, y) - r + 0.05) - 0.05, abs(z) - 0.05) - 0.008
    const hub = max(length2(x, y) - 0.115 + abs(z) * 0.25, abs(z) - 0.13) * 0.95
    return min(band, hub, spoke(x, z, y))
  }
  const tyre: Field = (x, y, z) =>
    min(
      max(abs(length2(x, y) - r - 0.018) - 0.014, abs(z) - 0.052) - 0.004,
      max(abs(length2(x, y) - 0.1) - 0.014, abs(abs(z) - 0.1) - 0.018),
    )
  return { rim, tyre }
}

function barrel(bench: Bench, y: number, lift: number): void {
  const tube = lathe(PROFILES[bench.form] ?? PROFILES.ship!)
  const top = bench.form === 'field' ? 1 : 0.93
  const bore = bench.form === 'field' ? 0.085 : 0.115
  // upright to lying along x, then raised
  const at = (field: Field) => place(field, 0.05, y, 0, 0, 0, lift - PI / 2)
  const along = (up: number): [number, number, number] => [0.05 + cos(lift) * up, y + sin(lift) * up, 0]
  const metal = bench.body({ hammer: 0.05, rough: 0.36, brush: 0 }, bench.random.pick([rgb('#55585f'), rgb('#b58442')]))
  bench.add(
    'barrel',
    at((u, v, w) => smoothMax(tube(u, v, w) - 0.004, -max(length2(u, w) - bore, 0.3 - v), 0.016)),
    [...along(0.16), 0.9],
    bench.inscribed(metal, (s, spot) => {
      spot.u = (s.y - y - 0.05) * 8
      spot.v = s.x * 8
      return spot.u > 0 && spot.u < 1 && s.z > 0 && s.x < 0.4
    }),
  )
  bench.add(
    'bore',
    at((u, v, w) => max(length2(u, w) - bore - 0.004, abs(v - 0.32) - 0.02)),
    [...along(0.32), bore + 0.04],
    plain(rgb('#0d0c0c'), { rough: 1 }),
  )
  const wide = bench.form === 'field' ? 0.19 : 0.26
  bench.add(
    'trunnions',
    at((u, v, w) =>
      min(
        max(length2(u, v - 0.02) - 0.062, abs(w) - wide - 0.12) - 0.008,
        length2(length2(v - top + 0.62, u - wide - 0.05) - 0.065, w) - 0.02,
      ),
    ),
    [...along(0.1), 0.52],
    metal,
  )
  const ring = (v: number, r: number) => (u: number, w: number, q: number) => length2(length2(u, q) - r, max(0, abs(w - v) - 0.022)) - 0.018
  const rings =
    bench.form === 'field'
      ? [ring(0.04, 0.19), ring(-0.37, 0.21), ring(0.95, 0.178)]
      : [ring(-0.005, 0.262), ring(0.4, 0.228), ring(0.87, 0.234)]
  bench.add(
    'rings',
    at(
      union(
        ...rings.map(
          (one): Field =>
            (u, v, w) =>
              one(u, v, w),
        ),
      ),
    ),
    [...along(0.28), 0.76],
    bench.fitting({ rough: 0.3 }),
  )
}

function shipCarriage(bench: Bench): void {
  const cheek = extrude(
    polygon([
      0.52, -0.52, 0.52, -0.24, 0.3, -0.24, 0.3, 0.02, -0.08, 0.02, -0.08, -0.12, -0.34, -0.12, -0.34, -0.28, -0.62, -0.28, -0.62, -0.52,
    ]),
    0.06,
    0.02,
  )
  const oak = stained(bench, '#5a3018', '#90562c', 'x')
  bench.add(
    'carriage',
    (x, y, z) =>
      min(cheek(x, y, abs(z) - 0.33), box(x + 0.05, y + 0.48, z, 0.5, 0.05, 0.3, 0.015), box(x - 0.36, y + 0.36, z, 0.08, 0.1, 0.3, 0.015)),
    [-0.05, -0.26, 0, 0.76],
    oak,
  )
  const disk: Field = (x, y, z) => {
    const u = abs(x + 0.03) - 0.38
    return min(max(length2(u, y + 0.62) - 0.17, abs(abs(z) - 0.44) - 0.055) - 0.012, max(length2(u, y + 0.6) - 0.06, abs(z) - 0.54))
  }
  bench.add('trucks', disk, [-0.03, -0.62, 0, 0.8], bench.timber('#3d2312', '#6b4020', 'x'))
  bench.add(
    'irons',
    (x, y, z) => {
      const w = abs(z)
      const strap = max(abs(x - 0.06) - 0.05, rectangle(y + 0.02, w - 0.33, 0.07, 0.085, 0.03))
      const tyre = max(abs(length2(abs(x + 0.03) - 0.38, y + 0.62) - 0.18) - 0.014, abs(w - 0.44) - 0.05)
      const ring = length2(length2(x + 0.5, y + 0.4) - 0.07, w - 0.42) - 0.02
      const gap = floor((x - 0.02) / 0.2 + 0.5)
      const bolts = length3(x - 0.02 - min(2, max(-2, gap)) * 0.2, y + 0.44, w - 0.395) - 0.03
      const pins = length2(length2(abs(x + 0.03) - 0.38, y + 0.6), max(0, w - 0.53)) - 0.035
      return min(strap, tyre, ring, bolts, pins)
    },
    [-0.03, -0.4, 0, 0.84],
    bench.fitting({ hammer: 0.06 }),
  )
}

function fieldCarriage(bench: Bench): void {
  const { rim, tyre } = wheel(0.56, bench.random.pick([10, 12]))
  const axle = -0.27
  const at =
    (field: Field): Field =>
    (x, y, z) =>
      field(x - 0.02, y - axle, abs(z) - 0.48)
  const paint = bench.coloured ? bench.fabric : null
  bench.add(
    'wheels',
    at(rim),
    [0.02, axle, 0, 0.86],
    paint ? plain(paint, { rough: 0.5, coat: 0.3 }) : bench.timber('#5a3018', '#90562c', 'x'),
  )
  bench.add('tyres', at(tyre), [0.02, axle, 0, 0.86], bench.fitting({ hammer: 0.06 }))
  const trail = extrude(
    polygon([0.22, -0.02, -0.2, -0.06, -0.98, -0.66, -1.12, -0.8, -1.02, -0.86, -0.9, -0.84, -0.3, -0.38, 0.2, -0.32]),
    0.05,
    0.02,
  )
  bench.add(
    'trail',
    (x, y, z) =>
      min(
        trail(x, y, abs(z) - 0.2 - (x < 0 ? x * 0.1 : 0)) * 0.98,
        max(length2(x - 0.02, y - axle) - 0.055, abs(z) - 0.62),
        box(x + 0.5, y + 0.42, z, 0.06, 0.05, 0.17, 0.015),
      ),
    [-0.36, -0.4, 0, 0.92],
    bench.timber('#4f2a14', '#845026', 'x'),
  )
  bench.add(
    'irons',
    (x, y, z) => {
      const strap = max(abs(x - 0.06) - 0.05, rectangle(y + 0.1, abs(z) - 0.205, 0.12, 0.068, 0.03))
      const end = max(abs(x + 1.03) - 0.08, abs(y + 0.79) - 0.09, abs(z) - 0.165) - 0.01
      return min(strap, end, length2(length2(x + 1.16, z) - 0.08, y + 0.76) - 0.022)
    },
    [-0.52, -0.4, 0, 0.82],
    bench.fitting({ hammer: 0.06 }),
  )
}

export const cannon: Kind = {
  forms: ['ship', 'field'],
  round: true,
  build(bench) {
    const field = bench.form === 'field'
    barrel(bench, field ? 0.08 : 0.12, bench.random.range(0.06, 0.2))
    if (field) fieldCarriage(bench)
    else shipCarriage(bench)
    if (!field) {
      const balls: Field = (x, y, z) => {
        let d = 9
        for (let i = 0; i < 3; i++) {
          const a = (i / 3) * TAU + 0.4
          d = min(d, length3(x - 0.86 - 0.125 * cos(a), y + 0.69, z - 0.42 - 0.125 * sin(a)) - 0.108)
        }
        return min(d, length3(x - 0.86, y + 0.515, z - 0.42) - 0.108)
      }
      bench.add('balls', balls, [0.86, -0.62, 0.42, 0.26], bench.body({ rough: 0.45, hammer: 0.05 }, rgb('#4a4c52')))
    }
    return field
      ? { yaw: -0.72, pitch: 0.2, half: 1.06, aimX: -0.04, aimY: -0.2, stands: -0.87 }
      : { yaw: -0.7, pitch: 0.24, half: 1.02, aimX: 0.1, aimY: -0.16, stands: -0.81 }
  },
}
