import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, polar, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { crumbs, fruitSkin, glazed, icing } from '../../solid/material/food.ts'
import { finish, glow } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const CREAM = rgb('#f6ead6')
const SPONGE = rgb('#e2b66c')
const CHERRY = rgb('#b8101f')
const CHOCOLATE = rgb('#3c1d10')
const FLAME = rgb('#ffb347')
const PASTELS = ['#f2a6b8', '#a6d3ec', '#c9b0ec', '#f7d68a', '#a9dcb8']

/** A piped rosette standing on the origin, about 0.09 wide and high. */
const rosette: Field = (x, y, z) => {
  const a = atan2(z, x)
  const r = length2(x, z)
  const ridge = 0.01 * cos(a * 6 + y * 34)
  return (
    (smoothMin(ellipsoid(x, y - 0.03, z, 0.095, 0.06, 0.095), ellipsoid(x, y - 0.09, z, 0.055, 0.075, 0.055), 0.04) +
      ridge * min(1, r * 14)) *
    0.8
  )
}

/** Icing run down the side from a level, farther in some places. */
const drips =
  (r: number, top: number): Field =>
  (x, y, z) => {
    const a = atan2(z, x)
    const reach = 0.05 + 0.13 * (0.5 + 0.5 * sin(a * 11 + 1.7 * sin(a * 3)))
    const d = cylinder(x, y - top, z, r + 0.022, 0.03, 0.02)
    const run = max(abs(length2(x, z) - r) - 0.022, abs(y - top + reach * 0.5) - reach * 0.5)
    return smoothMin(d, run * 0.5, 0.02)
  }

/** Round a stand: its plate at y = −0.5, its foot at −0.95. */
const STAND = lathe(
  [
    [0, -0.95],
    [0.36, -0.95],
    [0.34, -0.9],
    [0.12, -0.82],
    [0.08, -0.72],
    [0.1, -0.62],
    [0.3, -0.56],
    [0.82, -0.54],
    [0.84, -0.5],
    [0, -0.5],
  ],
  0,
  0.012,
)

/** The gap left by a slice: everything within `half` radians of the direction `turn`. */
const slice = (turn: number, half: number): Field => {
  const cx = sin(turn)
  const cz = cos(turn)
  const c = cos(half)
  const s = sin(half)
  return (x, _y, z) => abs(-x * cz + z * cx) * c - (x * cx + z * cz) * s
}

function layered(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : rgb(bench.random.pick(PASTELS))
  const gap = slice(0.62, 0.4)
  const whole: Field = (x, y, z) => cylinder(x, y + 0.16, z, 0.66, 0.34, 0.05)
  const inside = finish(base, (s) => {
    const open = gap(s.x, s.y, s.z) < 0.012 && length2(s.x, s.z) < 0.635 && s.y < 0.145
    if (!open) {
      icing(base).shade(s)
      return
    }
    const layer = (s.y + 0.5) / 0.22
    const t = layer - floor(layer)
    if (t > 0.86 && layer < 2.8) {
      paint(s, layer < 1 ? CHERRY : CREAM)
      s.rough = 0.35
      s.coat = 0.4
      s.soften = 0.8
    } else crumbs(s, SPONGE)
  })
  bench.add('cake', (x, y, z) => max(whole(x, y, z), -gap(x, y, z)), [0, -0.16, 0, 0.76], inside)
  const run = drips(0.66, 0.17)
  bench.add('drips', (x, y, z) => max(run(x, y, z), -gap(x, y, z)), [0, 0.1, 0, 0.76], icing(CHOCOLATE))
  const ring = polar(place(rosette, 0.54, 0.19, 0), 10)
  bench.add('rosettes', (x, y, z) => max(ring(x, y, z), -gap(x, y, z)), [0, 0.24, 0, 0.66], icing(CREAM))
  bench.add(
    'cherries',
    polar((x, y, z) => length3(x - 0.54, y - 0.35, z) - 0.062, 10),
    [0, 0.35, 0, 0.62],
    fruitSkin(CHERRY, 1),
  )
  const bead: Field = (x, y, z) => {
    const step = TAU / 30
    const a = floor(atan2(z, x) / step + 0.5) * step
    return length3(x - 0.68 * cos(a), y + 0.47, z - 0.68 * sin(a)) - 0.06
  }
  bench.add('beads', (x, y, z) => max(bead(x, y, z), -gap(x, y, z)), [0, -0.47, 0, 0.76], icing(CREAM))
  bench.add('stand', STAND, [0, -0.72, 0, 0.9], bench.named || bench.whole ? bench.body({ rough: 0.14 }) : glazed(rgb('#f4f2ee')))
  bench.add('rim', (x, y, z) => length2(length2(x, z) - 0.84, y + 0.51) - 0.022, [0, -0.51, 0, 0.88], bench.fitting())
  return { yaw: 0.3, pitch: 0.34, half: 1.08, aimY: -0.22, stands: -0.96 }
}

const STRAWBERRY = rgb('#c8141e')
const SEED = rgb('#f0cf6a')
const LEAF = rgb('#4f8f2c')

/** A strawberry that stands on its tip, `y` from there. */
const berry: Field = (x, y, z) => {
  const r = 0.15 * smooth(-0.02, 0.2, y) * smooth(0.36, 0.24, y) + 0.012
  return (smoothMax(length2(x, z) - r, abs(y - 0.15) - 0.14, 0.05) - 0.012) * 0.7
}

/** Skin with seeds in rows that are set off. */
const berrySkin = finish(STRAWBERRY, (s) => {
  fruitSkin(STRAWBERRY, 1).shade(s)
  const row = floor(s.y / 0.05)
  const around = atan2(s.z, s.x) / 0.7 + (row & 1) * 0.5
  const seed = length2((around - floor(around) - 0.5) * 0.09, s.y - (row + 0.5) * 0.05)
  if (seed < 0.013) {
    paint(s, SEED)
    s.coat = 0.3
  }
})

/** How far before the middle of its cake a slice ends, and the radius of that cake. */
const [TIP, WHOLE] = [0.6, 1.2] as const

function slicedOff(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : CREAM
  const wedge = slice(0, 0.42)
  const rim: Field = (x, y, z) => cylinder(x, y + 0.2, z + TIP, WHOLE, 0.32, 0.05)
  const body: Field = (x, y, z) => smoothMax(rim(x, y, z), wedge(x, y, z + TIP), 0.015) * 0.95
  const layers = finish(base, (s) => {
    const cutFace = wedge(s.x, s.y, s.z + TIP) > -0.02 && length2(s.x, s.z + TIP) < WHOLE - 0.05 && s.y < 0.06
    if (!cutFace) {
      icing(base).shade(s)
      return
    }
    const layer = (s.y + 0.52) / 0.2
    const t = layer - floor(layer)
    if (t > 0.78 && layer < 2.95) {
      paint(s, t > 0.9 ? STRAWBERRY : CREAM)
      s.rough = 0.35
      s.coat = 0.4
      s.soften = 0.8
    } else crumbs(s, SPONGE)
  })
  bench.add('cake', body, [0, -0.2, 0, 0.86], layers)
  const swirls = polar(place(rosette, 0.98, 0.1, 0, 0, 0, 0, 1.3), 24)
  bench.add('rosettes', (x, y, z) => max(swirls(z + TIP, y, x), wedge(x, y, z + TIP)), [0, 0.16, 0.36, 0.52], icing(base))
  bench.add('bed', place(rosette, 0, 0.09, 0.12, 0, 0, 0, 1.7), [0, 0.16, 0.12, 0.24], icing(base))
  bench.add('strawberry', place(berry, 0, 0.2, 0.12), [0, 0.36, 0.12, 0.24], berrySkin)
  const calyx = polar((x, y, z) => length3((x - 0.07) * 0.8, (y - 0.03 + x * x * 4) * 3, z * 2.2) - 0.07, 6)
  bench.add(
    'calyx',
    place((x, y, z) => calyx(x, y, z) * 0.4, 0, 0.5, 0.12),
    [0, 0.5, 0.12, 0.2],
    finish(LEAF, (s) => paint(s, LEAF)),
  )
  const plate = lathe(
    [
      [0, -0.6],
      [0.5, -0.6],
      [0.86, -0.54],
      [0.98, -0.48],
      [0.97, -0.46],
      [0.8, -0.515],
      [0.5, -0.535],
      [0, -0.535],
    ],
    0,
    0.012,
  )
  bench.add('plate', plate, [0, -0.53, 0, 1.02], bench.named || bench.whole ? bench.body({ rough: 0.14 }) : glazed(rgb('#eef0f2')))
  bench.add('rim', (x, y, z) => length2(length2(x, z) - 0.975, y + 0.47) - 0.016, [0, -0.47, 0, 1.02], bench.fitting())
  return { yaw: 1.05, pitch: 0.4, half: 1.02, aimY: -0.12, stands: -0.612 }
}

function birthday(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : rgb(bench.random.pick(PASTELS))
  const light = bench.has('cursed') || bench.has('frozen') ? bench.accent : FLAME
  bench.add('lower', (x, y, z) => cylinder(x, y + 0.38, z, 0.72, 0.24, 0.05), [0, -0.38, 0, 0.78], icing(base))
  bench.add('upper', (x, y, z) => cylinder(x, y - 0.04, z, 0.46, 0.2, 0.05), [0, 0.04, 0, 0.52], icing(CREAM))
  bench.add('drips', drips(0.46, 0.235), [0, 0.16, 0, 0.54], icing(base))
  const pearl = (r: number, y0: number, count: number, size: number): Field => {
    const step = TAU / count
    return (x, y, z) => {
      const a = floor(atan2(z, x) / step + 0.5) * step
      return length3(x - r * cos(a), y - y0, z - r * sin(a)) - size
    }
  }
  const lower = pearl(0.73, -0.59, 30, 0.066)
  const upper = pearl(0.47, -0.13, 22, 0.05)
  bench.add('beads', (x, y, z) => min(lower(x, y, z), upper(x, y, z)), [0, -0.36, 0, 0.86], icing(CREAM))
  const garland: Field = (x, y, z) => {
    const a = atan2(z, x)
    const dip = abs(sin(a * 5))
    return length2(length2(x, z) - 0.725, (y + 0.2 + 0.13 * dip) * 0.75) - 0.03
  }
  bench.add('garland', garland, [0, -0.26, 0, 0.79], icing(CREAM))
  bench.add('blooms', polar(place(rosette, 0.735, -0.23, 0, 0, 0, -1.2, 0.8), 10), [0, -0.2, 0, 0.86], icing(rgb('#e0567a')))
  const striped = finish(CREAM, (s) => {
    const t = (s.y * 9 + atan2(s.z, s.x)) * 1.4
    paint(s, t - floor(t) < 0.5 ? bench.accent : CREAM)
    s.rough = 0.4
    s.soften = 0.8
  })
  bench.add(
    'candles',
    polar((x, y, z) => capsule(x, y, z, 0.3, 0.2, 0, 0.3, 0.56, 0, 0.028, 0.028), 7),
    [0, 0.38, 0, 0.42],
    striped,
  )
  bench.add(
    'flames',
    polar((x, y, z) => ellipsoid(x - 0.3, y - 0.66, z, 0.032, 0.078, 0.032), 7),
    [0, 0.66, 0, 0.37],
    glow(light, 3.4),
  )
  bench.add('star', place(rosette, 0, 0.24, 0, 0, 0, 0, 1.2), [0, 0.32, 0, 0.18], icing(base))
  bench.add('board', (x, y, z) => cylinder(x, y + 0.65, z, 0.9, 0.025, 0.012), [0, -0.65, 0, 0.92], bench.fitting({ rough: 0.22 }))
  bench.addLamp({ at: [0, 0.66, 0.1], colour: light, strength: 0.5, falloff: 2.4 })
  return { yaw: 0.2, pitch: 0.3, half: 1.08, aimY: 0, stands: -0.68 }
}

function cupcake(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : rgb(bench.random.pick(PASTELS))
  const paper: Opaque = finish(bench.trim, (s) => {
    paint(s, bench.coloured ? CREAM : rgb('#e9dcc2'))
    dim(s, 0.7 + 0.3 * smooth(-0.6, 0.8, cos(atan2(s.z, s.x) * 36)))
    s.rough = 0.7
    s.soften = 0.4
  })
  const cup: Field = (x, y, z) => {
    const r = length2(x, z)
    const wall = r - 0.62 - (y + 0.2) * 0.3 + 0.012 * cos(atan2(z, x) * 36)
    return max(wall * 0.8, abs(y + 0.42) - 0.36)
  }
  bench.add('cup', cup, [0, -0.42, 0, 0.8], bench.named || bench.whole ? bench.body({ rough: 0.25 }) : paper)
  bench.add(
    'muffin',
    (x, y, z) => ellipsoid(x, y + 0.08, z, 0.7, 0.18, 0.7),
    [0, -0.08, 0, 0.71],
    finish(SPONGE, (s) => crumbs(s, SPONGE)),
  )
  const path = Array.from({ length: 26 }, (_, i) => {
    const t = i / 25
    const a = t * TAU * 3.1
    const r = 0.47 * (1 - t) + 0.02
    return [r * cos(a), 0.08 + 0.72 * t * (0.75 + 0.25 * t), r * sin(a), 0.17 - 0.11 * t] as const
  })
  const coil = sweep(path, 2)
  bench.add(
    'swirl',
    blend(0.05, coil, (x, y, z) => ellipsoid(x, y - 0.15, z, 0.42, 0.34, 0.42)),
    [0, 0.36, 0, 0.78],
    icing(base),
  )
  bench.add('cherry', blend(0.02, ball(0, 0.86, 0, 0.12), ball(0.02, 0.88, 0.02, 0.11)), [0, 0.86, 0, 0.15], fruitSkin(CHERRY, 1))
  bench.add(
    'stalk',
    sweep([
      [0, 0.95, 0, 0.012],
      [0.05, 1.08, 0, 0.012],
      [0.14, 1.18, 0, 0.016],
    ]),
    [0.07, 1.07, 0, 0.16],
    finish(CHOCOLATE, (s) => paint(s, rgb('#4b5a20'))),
  )
  const bits = Array.from({ length: 34 }, () => {
    const t = bench.random.range(0, 0.82)
    const a = bench.random.range(0, TAU)
    const r = 0.47 * (1 - t) + 0.16 - 0.09 * t
    return [r * cos(a), 0.1 + 0.72 * t, r * sin(a), bench.random.range(-1, 1), bench.random.range(-1, 1)] as const
  })
  const sprinkle: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz, u, v] of bits) {
      if (length3(x - px, y - py, z - pz) > d + 0.05) continue
      d = min(d, capsule(x, y, z, px - u * 0.03, py - v * 0.03, pz, px + u * 0.03, py + v * 0.03, pz, 0.014, 0.014))
    }
    return d
  }
  bench.add(
    'sprinkles',
    sprinkle,
    [0, 0.4, 0, 0.78],
    finish(CREAM, (s) => {
      paint(s, rgb(PASTELS[floor(noise3(s.x * 6, s.y * 6, s.z * 6) * 9.99) % 5] ?? '#ffffff'))
      dim(s, 0.7)
      s.rough = 0.3
      s.coat = 0.5
    }),
  )
  return { yaw: 0.3, pitch: 0.16, half: 1.16, aimY: 0.2, stands: -0.78 }
}

export const cake: Kind = {
  forms: ['layer', 'birthday', 'cupcake', 'slice'],
  build(bench) {
    if (bench.form === 'birthday') return birthday(bench)
    if (bench.form === 'cupcake') return cupcake(bench)
    return bench.form === 'slice' ? slicedOff(bench) : layered(bench)
  },
}
