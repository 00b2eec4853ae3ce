import { atan2, cos, mix, saturate, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glazed } from '../../solid/material/food.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

/** Half height and middle of a fish's side along x: nose at −0.9, root of the tail at +0.62. */
type Build = { readonly heights: readonly (readonly [number, number])[]; readonly flat: number }

const TROUT: Build = {
  heights: [
    [-0.92, 0.02],
    [-0.8, 0.13],
    [-0.55, 0.235],
    [-0.2, 0.29],
    [0.15, 0.24],
    [0.45, 0.13],
    [0.66, 0.085],
    [0.74, 0.09],
  ],
  flat: 0.62,
}
const REEF: Build = {
  heights: [
    [-0.74, 0.03],
    [-0.62, 0.2],
    [-0.4, 0.4],
    [-0.08, 0.52],
    [0.22, 0.42],
    [0.44, 0.2],
    [0.56, 0.11],
    [0.62, 0.11],
  ],
  flat: 0.42,
}

function bodyOf({ heights, flat }: Build): Field {
  const curve = catmullRom(heights, 5)
  const first = curve[0]![0]!
  const last = curve[curve.length - 1]![0]!
  const heightAt = (x: number) => {
    for (let i = 1; i < curve.length; i++) {
      const b = curve[i]!
      if (x <= b[0]!) {
        const a = curve[i - 1]!
        return max(0.012, mix(a[1]!, b[1]!, saturate((x - a[0]!) / (b[0]! - a[0]!))))
      }
    }
    return 0.05
  }
  return (x, y, z) => {
    const h = heightAt(x)
    const w = h * flat + 0.01
    const k0 = length2(y / h, z / w)
    const k1 = length2(y / (h * h), z / (w * w))
    const side = k1 < 1e-6 ? -w : (k0 * (k0 - 1)) / k1
    return smoothMax(side * 0.72, max(first - x, x - last), 0.03)
  }
}

/** A flat fin with a smooth edge through flat coordinates. */
function fin(points: readonly number[], half: number): Field {
  const corners = Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!])
  return extrude(
    polygon(
      catmullRom([...corners, corners[0]!], 3)
        .slice(0, -1)
        .flat(),
    ),
    half,
    0.008,
  )
}

/** Membrane with rays that spread from a point. */
const rays = (colour: readonly [number, number, number], px: number, py: number) =>
  finish(colour, (s) => {
    paint(s, colour)
    const k = (s.y - py) / (abs(s.x - px) + abs(s.y - py) + 0.02)
    dim(s, 0.75 + 0.35 * smooth(-0.4, 0.6, sin(k * 26)))
    s.rough = 0.35
    s.soften = 0.8
    s.coat = 0.4
  })

/** Scales in rows, darker at their edges. */
function scaled(s: Parameters<ReturnType<typeof finish>['shade']>[0], size: number): void {
  const row = floor(s.y / size + 0.5)
  const shift = row - 2 * floor(row / 2) === 0 ? 0 : size * 0.6
  const u = every(s.x - shift, size * 1.2) / size
  const v = every(s.y, size) / size
  dim(s, 1.12 - 0.42 * smooth(0.34, 0.6, length2(u * 0.9 + 0.12, v)))
}

const eyeAt = (x0: number, y0: number, z0: number, r: number, bench: Bench) => {
  bench.add(
    'eyes',
    (x, y, z) => length3(x - x0, y - y0, abs(z) - z0) - r,
    [x0, y0, 0, z0 + r + 0.01],
    finish(rgb('#f2c84a'), (s) => {
      paint(s, rgb('#efe6c8'))
      if (length2(s.x - x0, s.y - y0) < r * 0.62) paint(s, bench.glowing ? bench.accent : rgb('#0c0c10'))
      s.rough = 0.08
      s.coat = 1
    }),
  )
}

function trout(bench: Bench): Pose {
  const back = bench.coloured ? bench.accent : rgb('#51702f')
  const side = rgb('#d8d3c0')
  const blush = rgb('#d46a5c')
  const metalled = bench.named || bench.whole || bench.gilded
  const skin = finish(side, (s) => {
    paint(s, side)
    tint(s, blush, smooth(0.07, 0.0, abs(s.y - 0.01)) * 0.7 * smooth(-0.7, -0.3, s.x))
    tint(s, back, smooth(-0.04, 0.15, s.y))
    scaled(s, 0.034)
    const wall = voronoi3(s.x * 13, s.y * 13, 3, s.cell)
    if (s.cell.id > 0.25 && s.y > -0.08) dim(s, 1 - 0.8 * smooth(0.28, 0.36, wall))
    s.metal = 0.35
    s.rough = 0.26
    s.coat = 0.7
  })
  const bodied = bodyOf(TROUT)
  const gill = (x: number, y: number) => abs(length2(x + 0.78, (y - 0.01) * 0.9) - 0.26)
  const fish: Field = (x, y, z) => {
    const d = bodied(x, y, z)
    const cut = x > -0.62 && abs(y) < 0.17 ? 0.5 * max(0, 0.018 - gill(x, y)) : 0
    const mouth = x < -0.74 ? 0.5 * max(0, 0.014 - abs(y + 0.03 + (x + 0.92) * 0.2)) : 0
    return d + cut + mouth
  }
  bench.add('body', fish, [-0.09, 0, 0, 0.86], metalled ? bench.body({ rough: 0.2 }) : skin)
  const membrane = metalled ? bench.fitting() : rays([back[0] * 0.9 + 0.1, back[1] * 0.8 + 0.08, back[2] * 0.8 + 0.05], 0.66, 0)
  bench.add(
    'tail',
    fin([0.66, 0.08, 0.8, 0.13, 1.02, 0.34, 0.98, 0.1, 0.93, 0, 0.98, -0.1, 1.02, -0.34, 0.8, -0.13, 0.66, -0.08], 0.018),
    [0.84, 0, 0, 0.4],
    membrane,
  )
  bench.add('dorsal', fin([-0.16, 0.24, -0.08, 0.46, 0.06, 0.44, 0.2, 0.34, 0.24, 0.2], 0.016), [0.04, 0.34, 0, 0.25], membrane)
  const anal = fin([0.28, -0.16, 0.36, -0.36, 0.5, -0.3, 0.5, -0.1], 0.016)
  const adipose = fin([0.4, 0.12, 0.46, 0.22, 0.54, 0.2, 0.5, 0.1], 0.016)
  const pelvic = fin([-0.06, -0.24, 0.02, -0.42, 0.16, -0.36, 0.12, -0.22], 0.016)
  const fins: Field = (x, y, z) => min(anal(x, y, z), adipose(x, y, z), pelvic(x, y, abs(z) - 0.06))
  bench.add('fins', fins, [0.22, -0.1, 0, 0.46], membrane)
  const pectoral = place(fin([0, 0, 0.08, -0.03, 0.3, -0.14, 0.34, -0.02, 0.2, 0.06], 0.013), -0.48, -0.08, 0.15, 0.3, -0.4, 0)
  bench.add('pectorals', (x, y, z) => pectoral(x, y, abs(z)), [-0.34, -0.1, 0, 0.36], membrane)
  eyeAt(-0.73, 0.06, 0.085, 0.042, bench)
  return { yaw: -0.3, pitch: 0.12, roll: -0.32, half: 1.12, aimX: 0.05, stands: null, thickness: 0.17 }
}

/** A striped fish of the reef, upright on a little stand of coral. */
function reef(bench: Bench): Pose {
  const ground = bench.coloured ? bench.accent : rgb('#f08a1c')
  const metalled = bench.named || bench.whole || bench.gilded
  const skin = finish(ground, (s) => {
    paint(s, ground)
    const bend = s.x + 0.12 * s.y * s.y
    const band = (at: number, half: number) => smooth(half + 0.012, half - 0.012, abs(bend - at))
    for (const [at, half] of [
      [-0.38, 0.075],
      [0.02, 0.085],
      [0.44, 0.05],
    ] as const) {
      if (band(at, half + 0.035) > 0.4) paint(s, [0.02, 0.02, 0.03])
      tint(s, [0.95, 0.95, 0.92], band(at, half))
    }
    scaled(s, 0.042)
    s.rough = 0.22
    s.coat = 0.9
    s.soften = 0.4
  })
  const bodied = bodyOf(REEF)
  bench.add(
    'body',
    (x, y, z) => bodied(x, y - 0.16, z) + (x < -0.62 ? 0.5 * max(0, 0.016 - abs(y - 0.13)) : 0),
    [-0.06, 0.16, 0, 0.74],
    metalled ? bench.body({ rough: 0.2 }) : skin,
  )
  const membrane = metalled ? bench.fitting() : rays([ground[0] * 0.95, ground[1] * 0.9, ground[2] * 0.9], -0.1, 0.16)
  const lift =
    (field: Field): Field =>
    (x, y, z) =>
      field(x, y - 0.16, z)
  bench.add(
    'tail',
    lift(fin([0.56, 0.1, 0.74, 0.24, 0.96, 0.32, 0.99, 0.16, 0.94, 0, 0.99, -0.16, 0.96, -0.32, 0.74, -0.24, 0.56, -0.1], 0.02)),
    [0.78, 0.16, 0, 0.4],
    membrane,
  )
  bench.add(
    'dorsal',
    lift(fin([-0.42, 0.34, -0.3, 0.62, -0.18, 0.64, -0.1, 0.72, 0.04, 0.68, 0.14, 0.72, 0.32, 0.6, 0.44, 0.36, 0.38, 0.2], 0.02)),
    [0, 0.6, 0, 0.52],
    membrane,
  )
  bench.add('anal', lift(fin([0.0, -0.44, 0.16, -0.7, 0.34, -0.66, 0.46, -0.36, 0.38, -0.2], 0.02)), [0.24, -0.28, 0, 0.32], membrane)
  const pectoral = place(fin([0, 0, 0.1, 0.13, 0.3, 0.14, 0.36, 0, 0.3, -0.14, 0.1, -0.12], 0.014), -0.28, 0.08, 0.2, 0, -0.7, -0.25)
  bench.add('pectorals', (x, y, z) => pectoral(x, y, abs(z)), [-0.13, 0.06, 0, 0.5], membrane)
  const pelvic = fin([-0.24, -0.24, -0.16, -0.52, -0.04, -0.5, -0.02, -0.24], 0.018)
  bench.add('ventral', (x, y, z) => pelvic(x, y, abs(z) - 0.07), [-0.13, -0.38, 0, 0.24], membrane)
  eyeAt(-0.54, 0.24, 0.085, 0.06, bench)
  const coral = sweep([
    [0, -0.78, 0, 0.06],
    [0.02, -0.6, 0, 0.04],
    [0, -0.4, 0, 0.03],
    [0.02, -0.28, 0, 0.03],
  ])
  bench.add(
    'stand',
    (x, y, z) => min(coral(x, y, z), box(x, y + 0.84, z, 0.42, 0.06, 0.28, 0.05)),
    [0, -0.6, 0, 0.56],
    bench.timber('#3f2611', '#6d4726', 'x'),
  )
  return { yaw: -0.45, pitch: 0.1, half: 1.14, aimX: 0.08, aimY: 0.0, stands: -0.9 }
}

/** What a cat leaves: head, tail and bones. */
function bones(bench: Bench): Pose {
  const bone =
    bench.named || bench.whole
      ? bench.body({ rough: 0.3 })
      : finish(rgb('#e9e0c8'), (s) => {
          paint(s, rgb('#e9e0c8'))
          dim(s, 0.78 + 0.3 * noise3(s.x * 9, s.y * 9, s.z * 9))
          s.rough = 0.55
          s.soften = 0.3
        })
  const skull: Field = (x, y, z) => {
    let d = smoothMin(ellipsoid(x + 0.62, y, z, 0.3, 0.26, 0.13), capsule(x, y, z, -0.88, -0.04, 0, -0.6, 0, 0, 0.06, 0.16), 0.08)
    d = smoothMax(d, 0.085 - length3(x + 0.68, y - 0.07, abs(z) - 0.14), 0.02)
    d = max(d, 0.6 * (0.016 - abs(y + 0.08 + (x + 0.9) * 0.15)) - max(0, x + 0.66) * 0.6)
    return d * 0.9
  }
  bench.add('skull', skull, [-0.64, 0, 0, 0.37], bone)
  const spine: Field = (x, y, z) => {
    const t = saturate((x + 0.36) / 1.1)
    const r = 0.035 - 0.012 * t
    return (capsule(x, y, z, -0.36, 0, 0, 0.74, 0, 0, 0.04, 0.022) - r * 0.28 * cos(x * 62)) * 0.8
  }
  bench.add('spine', spine, [0.19, 0, 0, 0.61], bone)
  const ribs: Field = (x, y, z) => {
    const i = min(max(floor((x - 0.2 * abs(y) + 0.28) / 0.125 + 0.5), 0), 6)
    const at = i * 0.125 - 0.28
    const long = 0.27 - 0.028 * i - (i === 0 ? 0.03 : 0)
    const curve = 0.045 * sin(min(1, abs(y) / long) * 3.1)
    return capsule(x, abs(y), z - curve, at, 0.02, 0, at + 0.09, long, 0, 0.024, 0.012) * 0.9
  }
  bench.add('ribs', ribs, [0.12, 0, 0.02, 0.52], bone)
  bench.add(
    'tail',
    (x, y, z) => {
      const ray = (k: number) => capsule(x, abs(y), z, 0.7, 0.01, 0, 0.95 - k * 0.06, 0.06 + k * 0.12, 0, 0.02, 0.014)
      return min(ray(0), ray(1), ray(2))
    },
    [0.84, 0, 0, 0.34],
    bone,
  )
  if (bench.glowing)
    bench.add(
      'eyes',
      (x, y, z) => length3(x + 0.68, y - 0.07, abs(z) - 0.08) - 0.05,
      [-0.68, 0.07, 0, 0.14],
      plain(bench.accent, { rough: 0.2 }),
    )
  return { yaw: -0.3, pitch: 0.12, roll: -0.32, half: 1.12, aimX: 0.02, stands: null, thickness: 0.13 }
}

const PEEL = rgb('#f2c21f')
const PULP = rgb('#f6df6a')
const PITH = rgb('#faf3d8')

/** A slice of lemon lying flat: peel, pith and nine wedges of pulp. */
const lemon = finish(PULP, (s) => {
  const r = length2(s.x, s.y)
  const wedge = abs(every(atan2(s.y, s.x), TAU / 9)) * r
  paint(s, r > 0.165 ? PEEL : PITH)
  if (r < 0.148) tint(s, PULP, smooth(0.002, 0.01, (TAU / 18) * r - wedge) * smooth(0.02, 0.035, r))
  s.rough = 0.25
  s.coat = 0.7
  s.soften = 0.6
})

/** A trout on an oval dish, with slices of lemon. */
function served(bench: Bench): Pose {
  const pose = trout(bench)
  const dish: Field = (x, y, z) => {
    const edge = (length2(x / 1.32, y / 0.72) - 1) * 0.72
    const level = -0.235 + 0.1 * smooth(-0.26, -0.06, edge)
    return max(abs(z - level) - 0.022, edge) * 0.75 - 0.012
  }
  bench.add('dish', dish, [0, 0, -0.18, 1.38], glazed(rgb('#e9edf0')))
  const line: Field = (x, y, z) => length2((length2(x / 1.32, y / 0.72) - 0.955) * 0.72, z + 0.118) - 0.014
  bench.add('line', (x, y, z) => line(x, y, z) * 0.8, [0, 0, -0.12, 1.36], bench.fitting())
  const places = [
    [-0.3, -0.43, -0.16, 0.12],
    [0.02, -0.46, -0.14, -0.14],
    [0.72, 0.3, -0.14, 0.16],
  ] as const
  for (const [x, y, z, lean] of places) {
    const slice: Field = (px, py, pz) => max(length2(px, py) - 0.18, abs(pz) - 0.022) - 0.008
    const lying: Opaque = {
      ...lemon,
      shade(s) {
        const [sx, sy] = [s.x, s.y]
        s.x -= x
        s.y -= y
        lemon.shade(s)
        s.x = sx
        s.y = sy
      },
    }
    bench.add('lemon', place(slice, x, y, z, lean, -lean, 0), [x, y, z, 0.22], lying)
  }
  return { ...pose, half: 1.34, aimX: 0, thickness: 0.27 }
}

export const fish: Kind = {
  forms: ['trout', 'reef', 'bones', 'served'],
  build(bench) {
    if (bench.form === 'reef') return reef(bench)
    if (bench.form === 'bones') return bones(bench)
    return bench.form === 'served' ? served(bench) : trout(bench)
  },
}
