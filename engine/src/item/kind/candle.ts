import { smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, torus } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { emit, paint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'
import { flame, flameField } from './flame.ts'
import { FIRE } from './lantern.ts'

const { max, min } = Math

const PEWTER_DISH = [
  [0, -0.8],
  [0.5, -0.8],
  [0.56, -0.72],
  [0.6, -0.64],
  [0.56, -0.63],
  [0.48, -0.72],
  [0, -0.74],
]

export const candle: Kind = {
  forms: ['tall', 'stub'],
  build(bench) {
    const top = bench.form === 'stub' ? -0.05 : 0.34
    const light = bench.has('cursed') || bench.has('frozen') || (bench.coloured && bench.glowing) ? bench.accent : FIRE
    const colour = bench.coloured ? bench.accent : rgb('#f1e4c6')
    const wax = finish(colour, (s) => {
      paint(s, colour)
      emit(s, light, 0.5 * smooth(top - 0.5, top + 0.02, s.y))
      s.rough = 0.4
      s.soften = 1
      s.coat = 0.3
    })
    const drips: Field = (x, y, z) => {
      const reach = 0.26 * noise3(x * 9, 1, z * 9) * smooth(-0.75, top, y)
      let d = cylinder(x, y - (top - 0.68) / 2, z, 0.2, (top + 0.68) / 2, 0.04) - reach * 0.16
      d = smoothMin(d, torus(x, y - top + 0.02, z, 0.17, 0.045), 0.06)
      return smoothMax(d, -cylinder(x, y - top - 0.02, z, 0.14, 0.06, 0.03), 0.03) * 0.9
    }
    bench.add('wax', drips, [0, (top - 0.68) / 2, 0, 0.62], wax)
    bench.add('pool', (x, y, z) => max(length2(x, z) - 0.3 - 0.1 * fbm3(x * 5, 2, z * 5, 2), y + 0.68, -y - 0.76), [0, -0.72, 0, 0.45], wax)
    bench.add('dish', lathe(PEWTER_DISH, 3, 0.012), [0, -0.72, 0, 0.66], bench.body({ rough: 0.3, hammer: 0.05 }))
    bench.add(
      'handle',
      (x, y, z) =>
        min(length2(length2(x - 0.68, y + 0.66) - 0.13, z) - 0.03, capsule(x, y, z, 0.66, -0.52, 0, 0.76, -0.46, 0, 0.035, 0.028)),
      [0.68, -0.62, 0, 0.28],
      bench.body({ rough: 0.3 }),
    )
    bench.add(
      'wick',
      (x, y, z) => capsule(x, y, z, 0, top - 0.05, 0, 0.02, top + 0.1, 0, 0.016, 0.012),
      [0, top, 0, 0.16],
      plain(rgb('#20150f'), { rough: 1 }),
    )
    bench.add('flame', flameField(top + 0.04, 0.44), [0, top + 0.26, 0, 0.32], flame(light, top + 0.04, 0.44))
    bench.addLamp({ at: [0, top + 0.22, 0], colour: light, strength: 0.55, falloff: 1.6 })
    return {
      yaw: -0.45,
      pitch: 0.2,
      half: bench.form === 'stub' ? 0.92 : 1.08,
      aimX: 0.04,
      aimY: bench.form === 'stub' ? -0.2 : -0.02,
      stands: -0.81,
      dark: true,
    }
  },
}
