import type { Camera } from '../camera.ts'
import type { Spot } from '../scene.ts'
import type { Thing } from './things.ts'

/** Share of the picture below which a thing is not recognised: it is then shown larger than life, within limits. What is named first is the subject. */
const LEGIBLE = { subject: 0.24, other: 0.14 } as const
const LARGEST = { subject: 3.4, other: 2.6 } as const
/** Share of that with which a spot is taken as it comes: the first ones have the clearest view. */
const ENOUGH = 0.5
/** On open water and in the air nothing stands by to be compared with. */
const OPEN = 1.7
const SMALLEST = 0.4

/** Whether a thing is what a picture is of. */
export type Rank = keyof typeof LEGIBLE

/** The share of the picture that a thing in its own size takes at a spot. */
function seenAt({ height, radius }: Thing, spot: Spot, { x, y, z, forward, half }: Camera): number {
  const depth = (spot.x - x) * forward[0] + (spot.y - y) * forward[1] + (spot.z - z) * forward[2]
  return Math.max(height, radius) / (2 * half * Math.max(1, depth))
}

/** How large a thing is shown at a spot: as in life where it is recognised and has room. */
export function scaleAt(thing: Thing, spot: Spot, camera: Camera, count: number, rank: Rank): number {
  const seen = seenAt(thing, spot, camera)
  const usual = Math.min(LARGEST[rank], spot.most ?? LARGEST[rank], LEGIBLE[rank] / seen)
  const open = rank === 'subject' && thing.ground !== 'land' ? Math.min(LARGEST[rank] * OPEN, (LEGIBLE[rank] * ENOUGH) / seen) : 0
  const wanted = Math.max(1, usual, open)
  const room = spot.radius / (thing.radius * Math.sqrt(count) * 0.8)
  return Math.max(SMALLEST, Math.min(wanted, Math.max(1, room * (rank === 'subject' ? 1.5 : 1)), Math.max(SMALLEST, room * 1.6)))
}

/** How near a thing at a spot comes to being recognised: 1 where it is. Where things keep their size, they have to come near. */
export const legibleAt = (thing: Thing, spot: Spot, camera: Camera, count: number, rank: Rank): number =>
  Math.min(
    1,
    (seenAt(thing, spot, camera) * scaleAt(thing, spot, camera, count, rank)) / (LEGIBLE[rank] * (spot.most === undefined ? ENOUGH : 1)),
  )
