import { atan2, cos, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, cylinder, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glazed } from '../../solid/material/food.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { plate } from '../shape/plate.ts'
import { sprigged } from './teapot.ts'

const { abs, max } = Math

const TEA = rgb('#5e2405')
const FOAM = rgb('#f3e7d0')
const COFFEE = rgb('#4a220c')

/** A drink seen from above, brighter at the rim where it is shallow. */
const drinkOf = (bench: Bench, r: number) => {
  const colour = bench.glowing ? bench.accent : TEA
  return finish(colour, (s) => {
    paint(s, colour)
    tint(s, [colour[0] + 0.25, colour[1] + 0.16, colour[2] + 0.04], smooth(r - 0.08, r, length2(s.x, s.z)))
    if (bench.glowing) {
      s.er = colour[0] * 0.6
      s.eg = colour[1] * 0.6
      s.eb = colour[2] * 0.6
    }
    s.rough = 0.06
    s.coat = 1
    s.soften = 0.2
  })
}

function tea(bench: Bench): Pose {
  const ware = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.14 }) : sprigged(bench.fabric, -0.3, 0.26)
  const bowl = lathe(
    [
      [0.0, -0.42],
      [0.24, -0.42],
      [0.25, -0.36],
      [0.4, -0.26],
      [0.54, -0.02],
      [0.6, 0.3],
      [0.57, 0.3],
      [0.5, -0.0],
      [0.36, -0.22],
      [0, -0.28],
    ],
    3,
    0.004,
  )
  bench.add('cup', bowl, [0, -0.06, 0, 0.7], ware)
  bench.add('tea', (x, y, z) => cylinder(x, y - 0.16, z, 0.535, 0.03, 0.01), [0, 0.16, 0, 0.55], drinkOf(bench, 0.53))
  const handle = sweep([
    [0.54, 0.18, 0, 0.04],
    [0.74, 0.24, 0, 0.038],
    [0.86, 0.08, 0, 0.036],
    [0.74, -0.12, 0, 0.034],
    [0.48, -0.14, 0, 0.04],
  ])
  bench.add('handle', handle, [0.68, 0.05, 0, 0.32], ware)
  bench.add('saucer', plate(-0.5, 0.98), [0, -0.46, 0, 1], ware)
  bench.add(
    'gilding',
    (x, y, z) => Math.min(length2(length2(x, z) - 0.585, y - 0.305) - 0.02, length2(length2(x, z) - 0.98, y + 0.392) - 0.018),
    [0, -0.04, 0, 1.06],
    bench.fitting(),
  )
  const spoon: Field = (x, y, z) => {
    const bowlPart = max(abs(ellipsoid(x + 0.12, y - 0.03, z, 0.15, 0.07, 0.1)) - 0.011, y - 0.02)
    const stem = box(x - 0.3, y - 0.03 - 0.02 * cos(x * 5), z, 0.3, 0.016, 0.02 + 0.012 * smooth(0.3, 0.6, x), 0.012)
    return Math.min(bowlPart, stem) * 0.9
  }
  bench.add('spoon', place(spoon, -0.3, -0.38, 0.66, 0, 0.35, 0.04), [-0.1, -0.36, 0.6, 0.5], bench.fitting({ rough: 0.14 }))
  bench.add(
    'sugar',
    place((x: number, y: number, z: number) => box(x, y, z, 0.075, 0.075, 0.075, 0.015), -0.58, -0.33, 0.46, 0, 0.5, 0),
    [-0.58, -0.33, 0.46, 0.13],
    finish(FOAM, (s) => {
      paint(s, [0.86, 0.85, 0.82])
      s.rough = 0.8
      s.soften = 0.7
      s.nx += (noise3(s.x * 60, s.y * 60, s.z * 60) - 0.5) * 0.3
    }),
  )
  return { yaw: 0.35, pitch: 0.36, half: 1.1, aimX: 0.02, aimY: -0.14, stands: -0.51 }
}

/** A stoneware mug with a drawing of a heart in the foam. */
function mug(bench: Bench): Pose {
  const ware = bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.2 }) : glazed(bench.fabric)
  const speckled =
    bench.named || bench.whole || bench.gilded
      ? ware
      : finish(bench.fabric, (s) => {
          ware.shade(s)
          if (s.y < -0.44 + 0.04 * noise3(atan2(s.z, s.x) * 3, 1, 1)) {
            paint(s, rgb('#b98f66'))
            s.coat = 0
            s.rough = 0.9
          }
          if (noise3(s.x * 34, s.y * 34, s.z * 34) > 0.82) tint(s, [0.08, 0.06, 0.05], 0.6)
        })
  const wall: Field = (x, y, z) => {
    const r = length2(x, z)
    const outer = cylinder(x, y, z, 0.54, 0.62, 0.06) + 0.006 * cos(y * 46) * (abs(y) < 0.5 ? 1 : 0)
    return max(outer, -max(r - 0.47, -0.52 - y))
  }
  bench.add('mug', wall, [0, 0, 0, 0.84], speckled)
  const handle = sweep([
    [0.5, 0.36, 0, 0.075],
    [0.78, 0.34, 0, 0.07],
    [0.92, 0.04, 0, 0.065],
    [0.76, -0.28, 0, 0.065],
    [0.5, -0.34, 0, 0.075],
  ])
  bench.add('handle', (x, y, z) => handle(x, y, z * 0.8), [0.7, 0.02, 0, 0.5], speckled)
  const art = finish(FOAM, (s) => {
    const u = s.x * 3.1
    const v = -s.z * 3.1 + 0.25
    const h = u * u + v * v - 0.62
    const heart = h * h * h - u * u * v * v * v
    paint(s, COFFEE)
    tint(s, rgb('#8a5224'), fbm3(s.x * 5, 1, s.z * 5, 3))
    tint(s, FOAM, smooth(0.01, -0.01, heart))
    tint(s, FOAM, smooth(0.4, 0.46, length2(s.x, s.z)) * 0.6)
    s.rough = 0.4
    s.coat = 0.3
    s.soften = 0.8
  })
  bench.add('coffee', (x, y, z) => cylinder(x, y - 0.5, z, 0.48, 0.03, 0.01), [0, 0.5, 0, 0.5], bench.glowing ? drinkOf(bench, 0.47) : art)
  const bean: Field = (x, y, z) =>
    ellipsoid(x, y, z, 0.085, 0.055, 0.065) + 0.5 * max(0, 0.014 - abs(z + 0.012 * cos(x * 20))) * (y > 0 ? 1 : 0)
  const beans = [
    place(bean, 0.55, -0.575, 0.5, 0.3, 0.6, 0),
    place(bean, 0.36, -0.575, 0.66, 0, -0.5, 0.2),
    place(bean, -0.52, -0.575, 0.52, -0.2, 1.2, 0),
  ]
  bench.add(
    'beans',
    (x, y, z) => Math.min(beans[0]!(x, y, z), beans[1]!(x, y, z), beans[2]!(x, y, z)),
    [0.05, -0.575, 0.56, 0.7],
    finish(COFFEE, (s) => {
      paint(s, COFFEE)
      s.rough = 0.3
      s.coat = 0.5
    }),
  )
  if (bench.has('ornate'))
    bench.add(
      'band',
      (x, y, z) => max(abs(length2(x, z) - 0.545) - 0.012, abs(every(y, 0.5)) - 0.02, abs(y) - 0.3),
      [0, 0, 0, 0.64],
      bench.fitting(),
    )
  return { yaw: 0.45, pitch: 0.34, half: 1.04, aimX: 0.06, aimY: -0.02, stands: -0.63 }
}

export const cup: Kind = {
  forms: ['tea', 'mug'],
  build: (bench) => (bench.form === 'mug' ? mug(bench) : tea(bench)),
}
