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

/** How high a crater of radius 1 raises or sinks the ground, at a distance in radii: a bowl with a flat floor and a raised rim. */
const bowl = (d: number) => 0.16 * smooth(1.75, 1.02, d) * smooth(0.8, 1, d) - 0.4 * smooth(1, 0.42, d)

/** A plain of craters of every size, sharp to the eye that looks down on it; hills only at the horizon. `hills` in metres. */
export function cratered(random: Prng, hills: number): Ground {
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  const hand = random.chance(0.5) ? 1 : -1
  const list: Crater[] = [
    { x: hand * random.range(7, 10), z: random.range(21, 25), r: random.range(5, 6.5) },
    { x: -hand * random.range(11, 17), z: random.range(40, 50), r: random.range(9, 12) },
    { x: hand * random.range(20, 40), z: random.range(96, 130), r: random.range(20, 28) },
  ]
  for (let i = 0; i < 150; i++) {
    const z = 10 + 560 * random.next() * random.next()
    const r = random.range(0.7, 2.6) * (1 + z * 0.026)
    const x = random.range(-0.7, 0.7) * (z + 20)
    if (list.some((c) => (c.x - x) * (c.x - x) + (c.z - z) * (c.z - z) < (c.r + r) * (c.r + r) * (c.r > 4 * r ? 0.6 : 1.1))) continue
    list.push({ x, z, r })
  }
  const start = random.range(260, 420)
  return (x, z) => {
    let h = fbm2(x * 0.012 + ox, z * 0.012 + oz, 2) * 1.6 + fbm2(x * 0.22, z * 0.22, 3) * 0.09
    for (const c of list) {
      const dx = x - c.x
      const dz = z - c.z
      const reach = c.r * 1.75
      if (dx > reach || dx < -reach || dz > reach || dz < -reach) continue
      const d = Math.sqrt(dx * dx + dz * dz) / c.r
      if (d < 1.75) h += c.r * bowl(d)
    }
    const far = smooth(start, 1500, z)
    return far > 0 ? h + far * hills * (0.15 + ridged2(x * 0.0016 + ox, z * 0.0016 + oz, 6)) : h
  }
}
