import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, torus } from '../../solid/field/shapes.ts'
import { glass } from '../../solid/material/clear.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

const BULBS = [
  [0, -0.62],
  [0.3, -0.62],
  [0.42, -0.5],
  [0.42, -0.3],
  [0.24, -0.1],
  [0.07, 0],
  [0.24, 0.1],
  [0.42, 0.3],
  [0.42, 0.5],
  [0.3, 0.62],
  [0, 0.62],
]
const SAND = rgb('#e2b878')
const grains: Field = (x, y, z) => noise3(x * 60, y * 60, z * 60) * 0.06

export const hourglass: Kind = {
  forms: ['half', 'late'],
  build(bench) {
    const outline = catmullRom(BULBS, 5)
    const hollow = lathe(outline.map(([r, h]) => [max(0, r! - 0.045), h! * 0.95]))
    const colour = bench.coloured || bench.glowing ? bench.accent : SAND
    const sand = finish(colour, (s) => {
      paint(s, colour)
      dim(s, 0.8 + 0.4 * noise3(s.x * 50, s.y * 50, s.z * 50))
      s.rough = 0.95
      bump(s, 0.1, grains)
      emit(s, colour, bench.glowing ? 0.8 : 0.06)
    })
    const level = bench.form === 'late' ? 0.2 : 0.34
    const fallen = bench.form === 'late' ? -0.24 : -0.36
    bench.add('glass', lathe(outline), [0, 0, 0, 0.8], glass([0.6, 0.7, 0.7], [0.94, 0.97, 0.97], 1.1, 0.03))
    bench.add(
      'sand',
      (x, y, z) => {
        const r = length2(x, z)
        const inside = hollow(x, y, z)
        const above = max(inside, y - level + 0.3 * smooth(0.2, 0, r) * 0.4, -y)
        const below = max(inside, y - fallen + r * 0.55)
        const stream = max(r - 0.012, abs(y + 0.12) - 0.26)
        return min(above, below, stream) * 0.9
      },
      [0, 0, 0, 0.72],
      sand,
    )
    const posts = polar(
      (x, y, z) => smoothMin(capsule(x, y, z, 0.52, -0.66, 0, 0.52, 0.66, 0, 0.036, 0.036), torus(x - 0.52, y, z, 0.02, 0.045), 0.05),
      3,
    )
    bench.add('posts', posts, [0, 0, 0, 0.95], bench.timber('#5b3820', '#96643a'))
    bench.add('plates', (x, y, z) => cylinder(x, abs(y) - 0.7, z, 0.64, 0.065, 0.03), [0, 0, 0, 1], bench.timber('#5b3820', '#96643a', 'x'))
    bench.add(
      'hoops',
      (x, y, z) => min(torus(x, abs(y) - 0.7, z, 0.645, 0.03), torus(x, abs(y) - 0.6, z, 0.33, 0.035), torus(x, y, z, 0.085, 0.025)),
      [0, 0, 0, 0.98],
      bench.fitting({ rough: 0.16 }),
    )
    return { yaw: 0.32, pitch: 0.16, half: 1.08, stands: -0.77 }
  },
}
