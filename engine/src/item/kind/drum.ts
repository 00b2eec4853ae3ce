import { atan2, smooth, TAU } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { polar } from '../../solid/field/combine.ts'
import { capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const SKIN = rgb('#ead9b6')
const STAIN = rgb('#b08a56')

const skin = finish(SKIN, (s) => {
  paint(s, SKIN)
  tint(s, STAIN, smooth(0.45, 0.75, fbm3(s.x * 3, s.y, s.z * 3, 4)) * 0.5)
  s.rough = 0.6
  s.soften = 0.6
})

export const drum: Kind = {
  forms: ['side', 'deep'],
  round: true,
  build(bench) {
    const half = bench.form === 'deep' ? 0.6 : 0.42
    const colour = bench.fabric
    const painted = finish(colour, (s) => {
      paint(s, colour)
      dim(s, 0.8 + 0.35 * fbm3(s.x * 3, s.y * 14, s.z * 3, 3))
      s.rough = 0.4
      s.coat = 0.4
    })
    bench.add(
      'shell',
      (x, y, z) => cylinder(x, y + 0.15, z, 0.66, half, 0.02),
      [0, -0.15, 0, 0.95],
      bench.gilded || bench.whole ? bench.body() : painted,
    )
    bench.add('heads', (x, y, z) => cylinder(x, abs(y + 0.15) - half - 0.02, z, 0.67, 0.02, 0.015), [0, -0.15, 0, 1], skin)
    bench.add(
      'hoops',
      (x, y, z) => max(abs(length2(x, z) - 0.69) - 0.03, abs(abs(y + 0.15) - half) - 0.06) - 0.008,
      [0, -0.15, 0, 1],
      bench.timber(),
    )
    // ropes run in a zigzag between the hoops
    const count = 10
    const rope = (x: number, y: number, z: number) => {
      const turn = (atan2(z, x) / TAU) * count
      const t = turn - floor(turn)
      const zig = abs(t - 0.5) * 4 - 1
      const v = (y + 0.15) / half
      const across = (abs(v - zig) * half) / 1.5
      return max(length2(across * 0.9, length2(x, z) - 0.69) - 0.018, abs(y + 0.15) - half) * 0.6
    }
    bench.add('ropes', rope, [0, -0.15, 0, 1], plain(rgb('#e2d3ac'), { rough: 0.9 }))
    bench.add(
      'studs',
      polar((x, y, z) => length3(x - 0.73, abs(y + 0.15) - half, z) - 0.032, count * 2),
      [0, -0.15, 0, 1.02],
      bench.fitting(),
    )
    const stick = (x: number, y: number, z: number, lift: number, side: number) =>
      min(
        capsule(x, y, z, side * 0.5, lift, 0.36, -side * 0.34, lift + 0.02, -0.3, 0.028, 0.022),
        length3(x + side * 0.34, y - lift - 0.02, z + 0.3) - 0.055,
      )
    const top = half - 0.15 + 0.09
    bench.add(
      'sticks',
      (x, y, z) => min(stick(x, y, z, top, 1), stick(x, y, z, top + 0.05, -1)),
      [0, top, 0, 0.72],
      bench.timber('#b98a52', '#dcb680', 'x'),
    )
    bench.add('hoop', (x, y, z) => torus(x, y + 0.15, z, 0.665, 0.012), [0, -0.15, 0, 0.7], bench.fitting())
    return { yaw: 0.35, pitch: 0.36, half: 1.1, aimY: -0.08, stands: -0.15 - half - 0.07 }
  },
}
