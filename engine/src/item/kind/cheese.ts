import { noise3, voronoi3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length3 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const PASTE = rgb('#f3c95c')
const RIND = rgb('#d98a2a')
const pores: Field = (x, y, z) => noise3(x * 24, y * 24, z * 24) * 0.05

export const cheese: Kind = {
  forms: ['wedge', 'half'],
  build(bench) {
    const spread = bench.form === 'half' ? 0.92 : 0.46
    const colour = bench.coloured ? bench.accent : PASTE
    /** A slice of a wheel whose point is at z = 0.8. */
    const slice: Field = (x, y, z) => {
      const reach = 0.8 - z
      return max(length3(x, 0, reach) - 1.5, abs(x) * 0.9 - reach * spread * 0.9, abs(y + 0.3) - 0.42)
    }
    const { random } = bench
    const holes = Array.from({ length: 22 }, () => {
      const z = random.range(-0.6, 0.5)
      const side = random.chance(0.5) ? 1 : -1
      return { x: side * (0.8 - z) * spread * random.range(0.55, 1), y: random.range(-0.62, 0.1), z, r: random.range(0.06, 0.14) }
    })
    const paste = finish(colour, (s) => {
      paint(s, colour)
      dim(s, 0.9 + 0.15 * noise3(s.x * 3, s.y * 3, s.z * 3))
      voronoi3(s.x * 9, s.y * 9, s.z * 9, s.cell)
      tint(s, RIND, s.cell.id > 0.9 ? 0.12 : 0)
      s.rough = 0.5
      s.soften = 1
      s.coat = 0.15
      bump(s, 0.04, pores)
    })
    bench.add(
      'paste',
      (x, y, z) => {
        let d = smoothMax(slice(x, y, z), slice(x, y, z), 0.03)
        for (const hole of holes) d = smoothMax(d, hole.r - length3(x - hole.x, y - hole.y, z - hole.z), 0.02)
        return d * 0.9
      },
      [0, -0.3, 0, 1.25],
      bench.gilded || bench.whole ? bench.body({ rough: 0.16 }) : paste,
    )
    const rind = finish(RIND, (s) => {
      paint(s, RIND)
      dim(s, 0.8 + 0.4 * noise3(s.x * 7, s.y * 7, s.z * 7))
      s.rough = 0.4
      s.coat = 0.3
    })
    bench.add(
      'rind',
      (x, y, z) => max(abs(length3(x, 0, 0.8 - z) - 1.5) - 0.03, abs(x) * 0.9 - (0.8 - z) * spread * 0.9, abs(y + 0.3) - 0.43),
      [0, -0.3, -0.4, 1.1],
      rind,
    )
    bench.add(
      'board',
      (x, y, z) => box(x, y + 0.78, z + 0.05, 1, 0.05, 0.95, 0.04),
      [0, -0.78, 0, 1.45],
      bench.timber('#8a5a32', '#b98552', 'x'),
    )
    return { yaw: 0.75, pitch: 0.4, half: 1.42, aimY: -0.38, stands: -0.84 }
  },
}
