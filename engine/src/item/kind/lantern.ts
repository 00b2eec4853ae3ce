import { polar } from '../../solid/field/combine.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, length2, torus } from '../../solid/field/shapes.ts'
import { glass } from '../../solid/material/clear.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'
import { flame, flameField } from './flame.ts'

const { abs, max, min } = Math

const BRASS = rgb('#d9b45a')
export const FIRE = rgb('#ffab40')
export const WAX = plain(rgb('#f3e6c8'), { soften: 1 })

export const lantern: Kind = {
  forms: ['six', 'four'],
  build(bench) {
    const light = bench.coloured || bench.has('cursed') || bench.has('frozen') ? bench.accent : FIRE
    const brass = bench.body({ rough: 0.34 }, BRASS)
    const base = [
      [0, -0.8],
      [0.48, -0.8],
      [0.5, -0.72],
      [0.44, -0.66],
      [0.42, -0.58],
      [0, -0.58],
    ]
    const roof = [
      [0, 0.42],
      [0.5, 0.42],
      [0.5, 0.48],
      [0.36, 0.6],
      [0.2, 0.72],
      [0.14, 0.84],
      [0, 0.86],
    ]
    bench.add('base', lathe(base, 0, 0.012), [0, -0.7, 0, 0.56], brass)
    bench.add('roof', lathe(roof, 3, 0.01), [0, 0.62, 0, 0.6], brass)
    const posts = bench.form === 'four' ? 4 : 6
    bench.add(
      'posts',
      polar((x, y, z) => capsule(x, y, z, 0.4, -0.6, 0, 0.4, 0.44, 0, 0.032, 0.032), posts),
      [0, -0.08, 0, 0.72],
      brass,
    )
    bench.add('hoops', (x, y, z) => min(torus(x, y + 0.24, z, 0.4, 0.018), torus(x, y - 0.1, z, 0.4, 0.018)), [0, -0.08, 0, 0.5], brass)
    bench.add('handle', (x, y, z) => length2(length2(x, y - 0.98) - 0.17, z) - 0.03, [0, 0.98, 0, 0.23], brass)
    bench.add(
      'pane',
      (x, y, z) => max(abs(length2(x, z) - 0.355) - 0.012, abs(y + 0.08) - 0.5),
      [0, -0.08, 0, 0.65],
      glass([0.8, 0.75, 0.6], [1, 0.97, 0.9], 1.03, 0.06),
    )
    bench.add('flame', flameField(-0.38, 0.5), [0, -0.12, 0, 0.34], flame(light, -0.38, 0.5))
    bench.add('candle', (x, y, z) => cylinder(x, y + 0.48, z, 0.15, 0.1, 0.03), [0, -0.48, 0, 0.2], WAX)
    bench.addLamp({ at: [0, -0.1, 0], colour: light, strength: 1.1, falloff: 2 })
    return { yaw: 0.3, pitch: 0.14, half: 1.2, aimY: 0.16, stands: -0.82, dark: true }
  },
}
