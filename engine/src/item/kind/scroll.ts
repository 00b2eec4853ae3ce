import { smooth } from '../../math/dmath.ts'
import { fbm3, hash3, noise3 } from '../../math/lattice.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const SHEET = rgb('#e6d3a3')
const STAIN = rgb('#a9824a')
const INK = rgb('#3a2a20')
const fibres: Field = (x, y, z) => fbm3(x * 20, y * 20, z * 20, 2) * 0.08

/** Lines of writing: strokes in cells of a grid, shorter last lines. */
function writing(x: number, y: number): number {
  const line = floor(y * 9)
  const v = y * 9 - line
  const u = x * 24
  const word = hash3(floor(u / 4), line, 5)
  if (abs(x) > 0.42 || word < 0.16 || abs(y) > 0.48) return 0
  const stroke = abs(v - 0.5 - 0.24 * (noise3(u * 1.7, line * 3, 2) - 0.5) * 2.6)
  return smooth(0.17, 0.07, stroke) * smooth(0.1, 0.3, abs(u - floor(u / 4) * 4 - 0.1))
}

const parchment = (map: boolean, mark: readonly [number, number, number]) =>
  finish(SHEET, (s) => {
    paint(s, SHEET)
    const n = fbm3(s.x * 3, s.y * 3, s.z * 3, 4)
    tint(s, STAIN, smooth(0.45, 0.75, n + 0.35 * smooth(0.42, 0.6, abs(s.x))) * 0.7)
    if (map) {
      const coast = abs(fbm3(s.x * 2.2 + 5, s.y * 2.2, 1, 3) - 0.5)
      tint(s, INK, smooth(0.016, 0.006, coast) * 0.8)
      const path = abs(s.y - 0.25 * s.x - 0.1 * noise3(s.x * 6, 2, 3) + 0.08)
      tint(s, mark, s.z > 0 && abs(s.x) < 0.3 && s.x * 14 - floor(s.x * 14) > 0.45 ? smooth(0.022, 0.012, path) : 0)
      const cross = min(abs(s.x - 0.36 - (s.y + 0.02)), abs(s.x - 0.36 + (s.y + 0.02)))
      tint(s, mark, length2(s.x - 0.36, s.y + 0.02) < 0.08 ? smooth(0.026, 0.014, cross) : 0)
    } else if (s.z > -0.05) tint(s, INK, writing(s.x, s.y) * 0.85)
    s.rough = 0.85
    s.soften = 0.4
    bump(s, 0.05, fibres)
  })

export const scroll: Kind = {
  forms: ['written', 'map'],
  build(bench) {
    const sheet = parchment(bench.form === 'map', bench.accent)
    // the sheet sags between its rolls and its edge is torn
    bench.add(
      'sheet',
      (x, y, z) => {
        const torn = 0.54 + 0.02 * noise3(y * 14, 3, x > 0 ? 1 : 2)
        return max(abs(z - 0.05 * (y / 0.7) * (y / 0.7)) - 0.01, abs(x) - torn, abs(y) - 0.7) * 0.85
      },
      [0, 0, 0, 0.96],
      sheet,
    )
    bench.add('rolls', (x, y, z) => max(abs(length2(abs(y) - 0.74, z - 0.08) - 0.085) - 0.028, abs(x) - 0.56), [0, 0, 0.08, 1.02], sheet)
    bench.add(
      'rods',
      (x, y, z) => capsule(abs(x), abs(y), z, 0, 0.74, 0.08, 0.66, 0.74, 0.08, 0.05, 0.05),
      [0, 0, 0.08, 1.06],
      bench.timber('#4a2c18', '#7d5230', 'x'),
    )
    bench.add(
      'knobs',
      (x, y, z) => {
        const ax = abs(x)
        const ay = abs(y) - 0.74
        return min(length3(ax - 0.74, ay, z - 0.08) - 0.075, torus(ay, ax - 0.64, z - 0.08, 0.05, 0.03))
      },
      [0, 0, 0.08, 1.14],
      bench.fitting(),
    )
    bench.add(
      'seal',
      (x, y, z) => cylinder(x - 0.3, z - 0.05, y + 0.5, 0.1, 0.02, 0.015) - 0.012 * noise3(x * 16, y * 16, 1),
      [0.3, -0.5, 0.05, 0.16],
      plain(bench.accent, { rough: 0.3, coat: 0.4 }),
    )
    return { roll: -0.28, yaw: 0.3, half: 1.02, stands: null, thickness: 0.1 }
  },
}
