import { value2 } from '../../../noise.ts'
import { times } from '../../../vector.ts'
import { leaves } from '../paints.ts'
import { TURF } from '../season.ts'
import type { Site } from '../site.ts'
import { drifts } from './blossoms.ts'
import { flower, grass } from './grass.ts'

export type Meadow = {
  readonly near: number
  readonly far: number
  /** Half width at distance 1. */
  readonly spread: number
  readonly tries: number
  /** Flowers tried; autumn has few. */
  readonly flowers: number
}

const PETALS = [
  [0.62, 0.5, 0.06],
  [0.56, 0.56, 0.6],
  [0.3, 0.12, 0.46],
  [0.58, 0.08, 0.14],
  [0.62, 0.26, 0.4],
] as const

/** Grass with drifts of flowers; the plan's accent colours them. */
export function meadow(site: Site, height: (x: number, z: number) => number, { near, far, spread, tries, flowers }: Meadow): void {
  const { mesh, streams, season, brief } = site
  const [from, to] = TURF[season]
  const paints = [mesh.paint(leaves(from, to, { through: 0.2 })), mesh.paint(leaves(to, times(to, 1.25), { through: 0.2 }))]
  grass(mesh, streams('grass'), {
    tries,
    near,
    far,
    spread,
    height: [0.12, 0.42],
    paints,
    ground: (x, z) => (value2(x * 0.4, z * 0.4) < 0.2 ? null : height(x, z)),
  })
  if (!brief.allows('flowers')) return
  if (brief.wants('flowers')) drifts(site, { near, far, spread, count: 3000, ground: height })
  const random = streams('flowers')
  const kinds = [random.pick(PETALS), random.pick(PETALS), random.pick(PETALS)]
  const petals = (brief.accent ? [brief.accent, times(brief.accent, 1.3)] : kinds).map((c) =>
    mesh.paint(leaves(c, times(c, 1.25), { through: 0.25 })),
  )
  const wanted = flowers * (brief.wants('flowers') ? 1.8 : season === 'autumn' ? 0.3 : 1)
  for (let i = 0; i < wanted; i++) {
    const q = random.next()
    const z = near + (far - near) * q * q
    const x = random.range(-spread, spread) * z
    const drift = value2(x * 0.16 + 7, z * 0.16)
    const size = random.range(0.03, 0.055) * (1 + z * 0.035)
    const stem = random.range(0.16, 0.42)
    const petal = petals[Math.floor(value2(x * 0.07, z * 0.07 + 30) * 0.999 * petals.length)]!
    if (drift < 0.42) continue
    flower(mesh, random, x, height(x, z), z, stem, size, petal, paints[0]!)
  }
}
