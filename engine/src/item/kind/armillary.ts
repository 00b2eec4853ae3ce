import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { place, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const FOOT = [
  [0, -0.98],
  [0.42, -0.98],
  [0.42, -0.9],
  [0.3, -0.86],
  [0.28, -0.8],
  [0.16, -0.77],
  [0.07, -0.7],
  [0.06, -0.6],
  [0, -0.6],
]
const BRASS = rgb('#d9b45a')
const CLOUD = rgb('#eef2f6')
const LAND = rgb('#4f7f4a')

/** A flat hoop around the y axis. */
const hoop =
  (radius: number, wide: number): Field =>
  (x, y, z) =>
    max(abs(length2(x, z) - radius) - 0.014, abs(y) - wide) - 0.006

export const armillary: Kind = {
  forms: ['six', 'four'],
  round: true,
  build(bench) {
    const brass = bench.body({ rough: 0.16, brush: 0.004 }, BRASS)
    const { random } = bench
    const tilt = random.range(0.3, 0.5)
    const middle = 0.12
    const add = (name: string, field: Field, rx: number, ry: number, rz: number) =>
      bench.add(name, place(field, 0, middle, 0, rx, ry, rz), [0, middle, 0, 0.84], brass)
    add('horizon', hoop(0.78, 0.06), 0.06, 0, 0)
    add('meridian', hoop(0.74, 0.03), 1.5707963267948966, 0, 0)
    add('equator', hoop(0.68, 0.032), tilt, 0, 0.3)
    add('ecliptic', hoop(0.64, 0.055), tilt + 0.42, 0.6, 0.1)
    if (bench.form === 'six') {
      add('colure', hoop(0.6, 0.02), 1.5707963267948966, tilt, random.range(0.5, 0.9))
      add('tropic', place(hoop(0.56, 0.02), 0, 0.24, 0), tilt, 0, 0.3)
    }
    add(
      'axle',
      (x, y, z) => smoothMin(capsule(x, y, z, 0, -0.86, 0, 0, 0.86, 0, 0.016, 0.016), length3(x, abs(y) - 0.86, z) - 0.04, 0.02),
      0.05,
      0,
      -tilt,
    )
    bench.add('foot', lathe(FOOT, 3, 0.008), [0, -0.8, 0, 0.5], brass)
    bench.add('knop', (x, y, z) => length3(x, (y + 0.64) * 1.2, z) - 0.085, [0, -0.64, 0, 0.11], brass)
    const sea = bench.accent
    const globe = finish(sea, (s) => {
      paint(s, sea)
      const land = fbm3(s.x * 5 + 3, s.y * 5, s.z * 5, 4)
      tint(s, LAND, smooth(0.54, 0.58, land) * 0.8)
      tint(s, CLOUD, smooth(0.56, 0.68, fbm3(s.x * 7, s.y * 12 + 4, s.z * 7, 3)) * 0.9)
      s.rough = 0.2
      s.coat = 0.8
    })
    bench.add('globe', (x, y, z) => length3(x, y - middle, z) - 0.2, [0, middle, 0, 0.21], globe)
    return { yaw: 0.4, pitch: 0.16, half: 1.2, stands: -0.99 }
  },
}
