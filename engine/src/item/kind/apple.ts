import { atan2, cos, saturate, sin, smooth } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const BLUSH = rgb('#e8b53a')
const HOLLOW = rgb('#a8b04a')
const DOT = rgb('#f0d9a0')
const LEAF = rgb('#4f9636')
const VEIN = rgb('#9ac860')

/** Streaked skin with pale dots. */
const skin = (colour: Rgb): Opaque =>
  finish(colour, (s) => {
    const { x, y, z } = s
    const angle = atan2(z, x)
    paint(s, colour)
    // around the axis the streaks are read from a circle, so they meet where the angle wraps
    const u = cos(angle) * 2.3
    const v = sin(angle) * 2.3
    const streak = noise3(u * 1.4, y * 1.5, v * 1.4) * 0.6 + noise3(u * 4, y * 2 + 4, v * 4) * 0.4
    tint(s, BLUSH, smooth(0.45, 0.8, streak + smooth(0, 0.5, y) * 0.3 - 0.12) * 0.75)
    tint(s, HOLLOW, smooth(0.32, 0.12, length2(x, z)) * 0.8)
    const wall = voronoi3(x * 12, y * 12, z * 12, s.cell)
    if (s.cell.id > 0.6) tint(s, DOT, smooth(0.5, 0.62, wall) * 0.6)
    s.rough = 0.25
    s.coat = 0.8
    s.soften = 0.5
  })

const leafField: Field = (x, y, z) => {
  const width = 0.15 * sin(saturate((x + 0.02) / 0.5) * 3.14)
  return max(abs(z) - max(width, 0.001), abs(y - 0.12 * sin(x * 5) - abs(z) * 0.35) - 0.012) * 0.7 + max(0, -x) + max(0, x - 0.52)
}

export const leaf = finish(LEAF, (s) => {
  paint(s, LEAF)
  tint(s, VEIN, smooth(0.02, 0, abs(s.z - s.x * 0.35)) * 0.6)
  s.rough = 0.4
  s.soften = 1
  s.coat = 0.3
})

const FRUIT: Record<string, Field> = {
  apple: (x, y, z) => {
    const angle = atan2(z, x)
    const r = 0.66 + 0.02 * cos(angle * 5) * smooth(0.2, -0.6, y)
    let d = ellipsoid(x, y + 0.08, z, r, 0.62, r)
    d = smoothMin(d, length2(length2(x, z) - 0.3, y - 0.12) - 0.36, 0.2)
    d = smoothMax(d, 0.26 - length3(x, y - 0.72, z), 0.22)
    return smoothMax(d, 0.14 - length3(x, y + 0.78, z), 0.12) * 0.9
  },
  pear: (x, y, z) => {
    let d = smoothMin(ellipsoid(x, y + 0.2, z, 0.58, 0.5, 0.58), ellipsoid(x, y - 0.28, z, 0.3, 0.36, 0.3), 0.3)
    d = smoothMax(d, 0.12 - length3(x, y - 0.68, z), 0.08)
    return smoothMax(d, 0.14 - length3(x, y + 0.8, z), 0.12) * 0.9
  },
}

export const apple: Kind = {
  forms: ['apple', 'pear'],
  round: true,
  build(bench) {
    const pear = bench.form === 'pear'
    const colour = bench.coloured ? bench.accent : pear ? rgb('#b9b53c') : rgb('#c4201f')
    const metalled = bench.gilded || bench.whole
    bench.add(
      'fruit',
      FRUIT[bench.form] ?? FRUIT.apple!,
      [0, 0, 0, 0.9],
      metalled ? bench.body({ rough: 0.14, brush: 0, hammer: 0.02 }) : skin(colour),
    )
    const stalk = sweep(
      [
        [0, 0.3, 0, 0.03],
        [0.02, 0.52, 0, 0.026],
        [0.07, 0.7, 0.02, 0.03],
        [0.1, 0.76, 0.02, 0.04],
      ],
      4,
    )
    bench.add('stalk', pear ? place(stalk, 0, 0.12, 0) : stalk, [0.05, pear ? 0.67 : 0.55, 0, 0.35], plain(rgb('#553a22'), { rough: 0.8 }))
    const lift = pear ? 0.12 : 0
    bench.add(
      'leaf',
      place(leafField, 0.04, 0.58 + lift, 0, 0.2, -0.35, 0.25),
      [0.28, 0.66 + lift, 0.1, 0.42],
      metalled ? bench.fitting() : leaf,
    )
    return { yaw: 0.3, pitch: 0.16, half: 1.08, aimY: 0.04, stands: -0.69 }
  },
}
