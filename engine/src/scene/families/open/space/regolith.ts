import { smooth } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { fbm2, ridged2 } from '../../../noise.ts'

export type Ground = (x: number, z: number) => number

type Crater = { readonly x: number; readonly z: number; readonly r: number }

/** Ground that has been hit for ages: craters with raised rims, hills on the horizon. `hills` in metres. */
export function regolith(random: Prng, hills: number, craters: number): Ground {
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  // a great one in the middle distance, and many more
  const list: Crater[] = [{ x: random.range(-9, 9), z: random.range(46, 60), r: random.range(9, 13) }]
  for (let i = 0; i < craters; i++) {
    const z = 14 + 620 * random.next() * random.next()
    list.push({ x: random.range(-0.7, 0.7) * (z + 20), z, r: random.range(1.4, 6) * (1 + z * 0.03) })
  }
  const start = random.range(160, 320)
  return (x, z) => {
    let h = fbm2(x * 0.02 + ox, z * 0.02 + oz, 5) * 2.3 * (0.3 + 0.7 * smooth(8, 60, z)) + fbm2(x * 0.25, z * 0.25, 3) * 0.2
    for (const c of list) {
      const dx = x - c.x
      const dz = z - c.z
      const reach = c.r * 1.7
      if (dx > reach || dx < -reach || dz > reach || dz < -reach) continue
      const d = Math.sqrt(dx * dx + dz * dz) / c.r
      if (d > 1.7) continue
      h += c.r * (0.17 * smooth(1.7, 1, d) * smooth(0.78, 1, d) - 0.3 * smooth(1, 0.4, d))
    }
    const far = smooth(start, 1500, z)
    return far > 0 ? h + far * hills * (0.15 + ridged2(x * 0.0016 + ox, z * 0.0016 + oz, 6)) : h
  }
}
