import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { polar, smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut, type Plane } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const ERMINE = rgb('#f2ede2')
const hairs: Field = (x, y, z) => noise3(x * 50, y * 24, z * 50) * 0.05

/** White fur with black tails. */
const ermine = finish(ERMINE, (s) => {
  paint(s, ERMINE)
  const tail = voronoi3(s.x * 3.4, s.y * 3, s.z * 3.4, s.cell)
  if (s.cell.id > 0.72) tint(s, [0.02, 0.02, 0.02], smooth(0.28, 0.45, tail))
  s.rough = 1
  s.soften = 0.6
  s.sheen = 1
  bump(s, 0.15, hairs)
})

/** A stone set facing outwards at an angle around the y axis. */
function setAround(angle: number, radius: number, height: number, size: number): Plane[] {
  const c = cos(angle)
  const s = sin(angle)
  return brilliantCut(0, 0, 0, size, 0.09, 6, 'z').map(([x, y, z, d]) => {
    const nx = x * s + z * c
    const nz = -x * c + z * s
    return [nx, y, nz, d + nx * c * radius + y * height + nz * s * radius]
  })
}

export const crown: Kind = {
  forms: ['pearled', 'fleury', 'band'],
  build(bench) {
    const count = bench.form === 'fleury' ? 6 : 8
    const low = bench.form === 'band'
    const peak = low ? 0.3 : 0.5
    bench.add(
      'circlet',
      (x, y, z) => {
        const turn = (atan2(z, x) / TAU) * count
        const a = abs(turn - floor(turn + 0.5)) * 2
        const top = 0.02 + peak * max(0, 1 - a * 1.25) * (1 - 0.25 * a) + 0.06 * smooth(0.6, 1, a)
        return max(abs(length2(x, z) - 0.62 - (y + 0.4) * 0.17) - 0.032, smoothMax(y - top, -y - 0.46, 0.02)) * 0.68
      },
      [0, 0, 0, 1.02],
      bench.jewel({ rough: 0.16, hammer: 0.05 }),
    )
    bench.add(
      'bands',
      (x, y, z) => min(length2(length2(x, z) - 0.625, y + 0.44) - 0.045, length2(length2(x, z) - 0.66, y + 0.14) - 0.03),
      [0, -0.28, 0, 0.8],
      bench.jewel({ rough: 0.14 }),
    )
    const tipY = peak + 0.06
    const tipR = 0.62 + (tipY + 0.4) * 0.17 - 0.01
    bench.add(
      'tips',
      polar((x, y, z) => length3(x - tipR, y - tipY, z) - (low ? 0.048 : 0.062), count),
      [0, tipY, 0, 0.9],
      bench.form === 'fleury' ? bench.jewel({ rough: 0.12 }) : plain(rgb('#f3eee4'), { rough: 0.15, coat: 1, soften: 0.5 }),
    )
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * TAU
      const small = (i & 1) === 1
      const at = [cos(angle) * 0.665, -0.29, sin(angle) * 0.665, 0.15] as const
      bench.addGem(setAround(angle, 0.665, -0.29, small ? 0.075 : 0.1), at, small ? rgb('#2b62e0') : bench.accent)
    }
    const velvet = bench.coloured ? bench.fabric : rgb('#7d1230')
    bench.add(
      'cap',
      (x, y, z) => smoothMax(ellipsoid(x, y + 0.3, z, 0.6, 0.52, 0.6) + 0.02 * sin(atan2(z, x) * 8), -(y + 0.35), 0.03),
      [0, -0.1, 0, 0.75],
      cloth(velvet, 1.2),
    )
    bench.add(
      'fur',
      (x, y, z) => length2(length2(x, z) - 0.64, y + 0.55) - 0.13 - 0.03 * noise3(x * 16, y * 16, z * 16),
      [0, -0.55, 0, 0.85],
      ermine,
    )
    return { yaw: 0.2, pitch: 0.24, half: 1.2, stands: -0.7 }
  },
}
