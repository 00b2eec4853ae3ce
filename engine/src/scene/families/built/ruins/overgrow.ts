import type { Prng } from '../../../../math/prng.ts'
import type { Paint } from '../../../mesh.ts'
import type { Site } from '../../nature/site.ts'
import type { At } from '../place.ts'
import { climber, ivyRound } from './growth.ts'

/** A pillar before a wall: where along it, how high the wall still is there, and whether single leaves are seen. */
type Pillar = { readonly along: number; readonly tall: number; readonly isNear: boolean }

/** Ivy that has climbed pillars and the wall over them; most of the near ones. */
export function overgrow({ mesh }: Site, random: Prng, at: At, hand: number, pillars: readonly Pillar[], leaves: readonly Paint[]): void {
  for (const { along, tall, isNear } of pillars) {
    const reach = random.range(0.45, 0.95)
    if (!random.chance(isNear ? 0.8 : 0.45)) continue
    // fewer and larger leaves where single ones are not seen
    const [leaf, share] = isNear ? [0.22, 1] : [0.32, 0.42]
    ivyRound(mesh, random, at(along, 0, 0), { radius: 1.22, tall: random.range(4.4, 5.6), leaf, count: Math.round(2400 * share) }, leaves)
    const wide = random.range(2.2, 3.4)
    const face = { into: hand * 0.66, way: hand > 0 ? 1 : -1 } as const
    climber(mesh, random, at, { along, foot: 3.6, top: tall * reach, wide, ...face, leaf, count: Math.round(1900 * share) }, leaves)
  }
}
