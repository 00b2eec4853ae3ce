import { smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, ellipsoid } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const CRUST = rgb('#c27a33')
const BURNT = rgb('#7a3d14')
const CRUMB = rgb('#efcf94')
const PALE = rgb('#e8c58a')
const FLOUR = [0.8, 0.76, 0.68] as const
const blisters: Field = (x, y, z) => fbm3(x * 18, y * 18, z * 18, 2) * 0.12

/** Distance across the baker's cut number i. */
const cutAcross = (x: number, z: number, i: number) => (x - i * 0.42) * 0.82 + z * 0.57

const crust = finish(CRUST, (s) => {
  const { x, y, z } = s
  let cut = 0
  for (let i = -1; i < 2; i++) cut = max(cut, smooth(0.11, 0.05, abs(cutAcross(x, z, i))) * smooth(-0.25, 0, y) * smooth(0.5, 0.3, abs(z)))
  const n = fbm3(x * 5, y * 5, z * 5, 4)
  paint(s, CRUST)
  tint(s, BURNT, smooth(0.45, 0.7, n) * 0.8 + smooth(-0.3, 0.1, y) * 0.2)
  tint(s, CRUMB, cut * (0.6 + 0.4 * n))
  tint(s, PALE, smooth(-0.45, -0.62, y) * 0.7)
  tint(s, FLOUR, smooth(0.56, 0.7, fbm3(x * 9 + 5, y * 9, z * 9, 3)) * smooth(0.1, 0.6, s.ny) * 0.3)
  s.rough = 0.75
  s.specular = 0.035
  s.soften = 0.5
  bump(s, 0.08, blisters)
})

export const loaf: Kind = {
  forms: ['batard', 'round'],
  build(bench) {
    const long = bench.form === 'round' ? 0.68 : 0.9
    const deep = bench.form === 'round' ? 0.6 : 0.5
    bench.add(
      'loaf',
      (x, y, z) => {
        let d = smoothMax(ellipsoid(x, y + 0.32, z, long, 0.46, deep), -(y + 0.66), 0.12)
        if (d < 0.2 && y > -0.4)
          for (let i = -1; i < 2; i++) {
            const across = abs(cutAcross(x, z, i))
            const reach = smooth(-0.25, 0, y) * smooth(0.5, 0.3, abs(z))
            d += 0.075 * reach * smooth(0.1, 0, across) - 0.03 * reach * smooth(0.06, 0, abs(across - 0.13))
          }
        return d * 0.85 + 0.02 * (fbm3(x * 6, y * 6, z * 6, 2) - 0.5)
      },
      [0, -0.3, 0, 1.05],
      bench.gilded || bench.whole ? bench.body({ rough: 0.2, hammer: 0.05 }) : crust,
    )
    bench.add('board', (x, y, z) => box(x, y + 0.72, z, 1, 0.05, 0.62, 0.04), [0, -0.72, 0, 1.25], bench.timber('#8a5a32', '#b98552', 'x'))
    return { yaw: 0.45, pitch: 0.38, half: 1.2, aimY: -0.32, stands: -0.77 }
  },
}
