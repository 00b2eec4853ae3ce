import { PI, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const HORN = rgb('#e9dcc0')
const HORN_TIP = rgb('#4a382a')
const rings: Field = (x, y, z) => noise3(x * 40, y * 12, z * 12) * 0.08

const horn = finish(HORN, (s) => {
  paint(s, HORN)
  tint(s, HORN_TIP, smooth(0.35, 0.85, s.y))
  s.rough = 0.45
  s.coat = 0.2
  bump(s, 0.05, rings)
})

/** A bowl 0.04 thick, open below, with a face opening in front. */
const shell: Field = (x, y, z) => {
  const outer = ellipsoid(x, y, z, 0.62, 0.68, 0.68)
  let d = max(outer, -(outer + 0.05))
  d = smoothMax(d, -(y + 0.42 + 0.1 * z), 0.02)
  const opening = max(abs(x) - 0.34 - 0.1 * (y + 0.3), y + 0.02, -z)
  return smoothMax(d, -opening, 0.03) * 0.9
}

export const helmet: Kind = {
  forms: ['horned', 'crested'],
  build(bench) {
    bench.add('shell', shell, [0, 0.05, 0, 0.85], bench.body({ hammer: 0.05 }))
    bench.add(
      'rim',
      (x, y, z) => {
        const surface = abs(ellipsoid(x, y, z, 0.63, 0.69, 0.69)) - 0.035
        return max(surface, abs(y - 0.04) - 0.07)
      },
      [0, 0.04, 0, 0.78],
      bench.fitting({ hammer: 0.03 }),
    )
    bench.add(
      'ridge',
      (x, y, z) => max(abs(ellipsoid(x, y, z, 0.63, 0.69, 0.69)) - 0.04, abs(x) - 0.05, 0.08 - y),
      [0, 0.3, 0, 0.8],
      bench.fitting(),
    )
    bench.add(
      'nasal',
      (x, y, z) => box(x, y + 0.12, z - 0.68 - y * 0.05, 0.065 - y * 0.04, 0.2, 0.025, 0.02),
      [0, -0.12, 0.68, 0.28],
      bench.fitting(),
    )
    bench.add(
      'rivets',
      (x, y, z) => {
        const angle = max(-0.75, min(0.75, floor((x / 0.63) * 4 + 0.5) / 4))
        const px = angle * 0.63
        return length3(x - px, y - 0.04, abs(z) - 0.7 * Math.sqrt(max(0, 1 - angle * angle))) - 0.028
      },
      [0, 0.04, 0, 0.78],
      bench.body(),
    )
    if (bench.form === 'horned') {
      const curve = sweep([
        [0.55, 0.12, 0, 0.15],
        [0.82, 0.2, 0, 0.13],
        [1, 0.46, 0, 0.09],
        [0.98, 0.78, 0, 0.035],
        [0.9, 0.9, 0, 0.008],
      ])
      bench.add('horns', (x, y, z) => curve(abs(x), y, z), [0, 0.45, 0, 1.12], horn)
      bench.add(
        'cuffs',
        (x, y, z) => max(capsule(abs(x), y, z, 0.56, 0.12, 0, 0.72, 0.16, 0, 0.17, 0.155), 0.5 - abs(x)),
        [0, 0.14, 0, 0.9],
        bench.fitting(),
      )
    } else {
      const bristle = plain(bench.coloured ? bench.accent : rgb('#b3202c'), { rough: 0.9, sheen: 1.2 })
      const fan: Field = (x, y, z) => {
        const r = length2(y - 0.05, z + 0.02)
        const d = max(abs(x) - 0.06 - 0.03 * smooth(0.7, 1, r), r - 1.02, 0.72 - r, -(y + 0.25 + z * 0.2))
        return d + 0.02 * noise3(x * 30, y * 8, z * 8)
      }
      bench.add('crest', place(fan, 0, 0, 0), [0, 0.3, 0, 1.1], bristle)
    }
    bench.add(
      'cheeks',
      (x, y, z) => {
        const ax = abs(x)
        const plate = max(abs(ellipsoid(ax, y, z, 0.61, 0.95, 0.66)) - 0.025, abs(z - 0.22) - 0.2, abs(y + 0.45) - 0.25, 0.3 - ax)
        return smoothMin(plate, 9, 0.01) * 0.9
      },
      [0, -0.4, 0.2, 0.8],
      bench.body({ hammer: 0.04 }),
    )
    return { yaw: PI * 0.16, pitch: 0.12, half: 1.24, aimY: 0.08, stands: -0.7 }
  },
}
