import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { polygon } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { glass } from '../../solid/material/clear.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const FACE = rgb('#efe6d0')
const BRASS = rgb('#d9b45a')
const INK = rgb('#2c2620')
const RED = rgb('#b3202c')

/** Eight-pointed wind rose, long points on the axes. */
const ROSE = polygon(
  Array.from({ length: 16 }, (_, i) => {
    const r = i % 4 === 0 ? 0.42 : i % 2 === 0 ? 0.26 : 0.1
    const a = (i / 16) * TAU
    return [r * sin(a), r * cos(a)]
  }).flat(),
)

export const compass: Kind = {
  forms: ['rose', 'watch'],
  round: true,
  build(bench) {
    const brass = bench.body({ rough: 0.15, brush: 0.004 }, BRASS)
    const watch = bench.form === 'watch'
    const mark = bench.coloured ? bench.accent : RED
    // the dial lies in the plane z = 0 and is read from +z
    const dial = finish(FACE, (s) => {
      paint(s, FACE)
      const r = length2(s.x, s.y)
      const angle = (atan2(s.x, s.y) / TAU) * (watch ? 12 : 36)
      const tick = abs(angle - floor(angle + 0.5)) * r * (watch ? 0.52 : 0.17)
      tint(s, INK, r > (watch ? 0.4 : 0.46) && r < 0.53 ? smooth(0.014, 0.007, tick) : 0)
      tint(s, INK, smooth(0.01, 0.004, abs(r - 0.55)))
      if (!watch) {
        const half = s.x > 0 === s.y > 0 ? 1 : 0.25
        tint(s, INK, smooth(0.006, -0.006, ROSE(s.x, s.y)) * half * 0.9)
      }
      s.rough = 0.7
    })
    bench.add(
      'case',
      (x, y, z) => max(cylinder(x, z, y, 0.72, 0.13, 0.06), -cylinder(x, z - 0.12, y, 0.62, 0.1, 0.01)),
      [0, 0, 0, 0.78],
      brass,
    )
    bench.add('bezel', (x, y, z) => torus(x, z - 0.13, y, 0.67, 0.045), [0, 0, 0.13, 0.74], bench.fitting({ rough: 0.14, brush: 0.003 }))
    bench.add('dial', (x, y, z) => max(length2(x, y) - 0.62, abs(z - 0.01) - 0.012), [0, 0, 0.01, 0.66], dial)
    const turn = bench.random.range(0.3, 0.9)
    const along = (x: number, y: number, a: number) => x * sin(a) + y * cos(a)
    const aside = (x: number, y: number, a: number) => x * cos(a) - y * sin(a)
    const needle = (x: number, y: number, z: number, a: number, long: number, wide: number) => {
      const u = along(x, y, a)
      return max(abs(aside(x, y, a)) - wide * max(0, 1 - u / long), -u, u - long, abs(z - 0.075) - 0.014) * 0.85
    }
    bench.add('north', (x, y, z) => needle(x, y, z, turn, 0.44, 0.06), [0, 0, 0.075, 0.5], plain(mark, { rough: 0.25, coat: 0.6 }))
    bench.add(
      'south',
      (x, y, z) => needle(x, y, z, watch ? turn + 2.2 : turn + PI, watch ? 0.3 : 0.44, 0.06),
      [0, 0, 0.075, 0.5],
      plain(rgb('#23303a'), { rough: 0.25, coat: 0.6 }),
    )
    bench.add('pin', (x, y, z) => length3(x, y, z - 0.09) - 0.045, [0, 0, 0.09, 0.06], brass)
    bench.add(
      'crystal',
      (x, y, z) => max(length2(x, y) - 0.63, abs(z - 0.135) - 0.012),
      [0, 0, 0.135, 0.66],
      glass([0.8, 0.85, 0.85], [0.97, 0.99, 0.99], 1.02, 0.03),
    )
    bench.add(
      'loop',
      (x, y, z) => min(length2(length2(x, y - 0.92) - 0.13, z) - 0.03, capsule(x, y, z, 0, 0.7, 0, 0, 0.82, 0, 0.07, 0.055)),
      [0, 0.88, 0, 0.26],
      brass,
    )
    return { roll: -0.3, yaw: 0.3, half: 1.04, aimY: 0.12, stands: null, thickness: 0.14 }
  },
}
