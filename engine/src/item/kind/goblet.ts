import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut, type Plane } from '../../solid/field/facets.ts'
import { lathe } from '../../solid/field/outline.ts'
import { length2, torus } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

const GOLD = rgb('#f2bd4a')
const PROFILES: Record<string, readonly (readonly [number, number])[]> = {
  chalice: [
    [0, -0.8],
    [0.42, -0.8],
    [0.4, -0.74],
    [0.16, -0.66],
    [0.08, -0.5],
    [0.14, -0.38],
    [0.07, -0.26],
    [0.12, -0.14],
    [0.4, 0.04],
    [0.5, 0.32],
    [0.5, 0.62],
    [0.54, 0.7],
  ],
  tulip: [
    [0, -0.8],
    [0.4, -0.8],
    [0.36, -0.74],
    [0.1, -0.68],
    [0.07, -0.4],
    [0.08, -0.22],
    [0.3, -0.1],
    [0.44, 0.14],
    [0.4, 0.44],
    [0.36, 0.68],
  ],
}

/** The stone of a cut facing outwards at an angle, set on the bowl. */
function onBowl(angle: number, radius: number, height: number): Plane[] {
  const c = cos(angle)
  const s = sin(angle)
  return brilliantCut(0, 0, 0, 0.075, 0.08, 6, 'z').map(([x, y, z, d]) => {
    const nx = x * s + z * c
    const nz = -x * c + z * s
    return [nx, y, nz, d + nx * c * radius + y * height + nz * s * radius]
  })
}

export const goblet: Kind = {
  forms: ['chalice', 'tulip'],
  build(bench) {
    const profile = PROFILES[bench.form] ?? PROFILES.chalice!
    const solid = lathe(profile, 5)
    const inner = profile.filter(([, h]) => h > -0.12).map(([r, h]) => [max(0, r - 0.045), h + 0.02])
    const hollow = lathe([[0, 0.02], ...inner, [inner[inner.length - 1]![0]! + 0.02, 0.9]], 4)
    const metal = bench.body({ rough: 0.14, hammer: 0.04, brush: 0.003 }, GOLD)
    bench.add(
      'cup',
      (x, y, z) => {
        const d = solid(x, y, z)
        const fluted = y < 0 && d < 0.06 ? d + 0.008 * sin(atan2(z, x) * 16) * smooth(0, -0.3, y) : d
        // the hollow lies inside: it is not asked below it, nor outside the bowl
        return (y < -0.25 || (d > 0.03 && y < 0.5) ? fluted : smoothMax(fluted, -hollow(x, y, z), 0.015)) * 0.9
      },
      [0, -0.05, 0, 0.96],
      metal,
    )
    const tulip = bench.form === 'tulip'
    const wide = tulip ? 0.43 : 0.5
    bench.add(
      'hoops',
      (x, y, z) => min(torus(x, y - 0.48, z, tulip ? 0.39 : 0.5, 0.026), torus(x, y - 0.2, z, tulip ? 0.435 : 0.475, 0.022)),
      [0, 0.34, 0, 0.62],
      bench.fitting({ rough: 0.2 }),
    )
    for (let i = 0; i < 6; i++) {
      const angle = (i / 6) * TAU + 0.3
      bench.addGem(
        onBowl(angle, wide - 0.01, 0.34),
        [cos(angle) * wide, 0.34, sin(angle) * wide, 0.13],
        i % 2 === 0 ? bench.accent : rgb('#2b62e0'),
      )
    }
    const wine = plain(bench.coloured ? bench.accent : rgb('#5a0f22'), { rough: 0.08, coat: 1 })
    bench.add('wine', (x, y, z) => max(length2(x, z) - (tulip ? 0.35 : 0.45), abs(y - 0.5) - 0.012), [0, 0.5, 0, 0.5], wine)
    return { yaw: 0.2, pitch: 0.3, half: 1.06, aimY: -0.06, stands: -0.8 }
  },
}
