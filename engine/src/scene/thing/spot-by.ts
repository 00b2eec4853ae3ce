import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import type { ThingPlace } from '@daedal/protocol/generation/scene-things'
import type { Prng } from '../../math/prng.ts'
import type { Camera } from '../camera.ts'
import type { Spot } from '../scene.ts'
import { isSeen } from './seen-spots.ts'
import type { Thing, Top } from './things.ts'

/** A thing that stands in the scene already. */
export type Placed = { readonly thing: Thing; readonly spot: Spot; readonly scale: number; readonly count: number }

/** Steps to the right and away from the eye, in shares of the room that both take. */
const STEPS: Readonly<Record<Exclude<ThingPlace, 'on'>, readonly [right: number, away: number]>> = {
  beside: [1.02, 0],
  front: [0.5, -0.85],
  behind: [0.55, 0.85],
}

/** The spot by a thing that is placed, on either hand; null where it would leave the picture. */
export function spotBy(
  thing: Thing,
  place: ThingPlace,
  count: number,
  partner: Placed,
  top: Top | undefined,
  camera: Camera,
  size: ScenePlan['size'],
  random: Prng,
): Spot | null {
  const { spot } = partner
  if (place === 'on') return { ...spot, y: spot.y + (top?.height ?? 0) * partner.scale }
  const [right, away] = STEPS[place]
  const room = (one: Thing, scale: number, times: number) => one.radius * scale * Math.sqrt(times)
  const own = room(thing, partner.scale, count)
  // the ground is level as far as the spot reaches, and a little on
  const apart = Math.min(room(partner.thing, partner.scale, partner.count) + own, spot.radius + own * 0.5)
  const hand = random.chance(0.5) ? 1 : -1
  const stepped = [hand, -hand].map((side) => ({
    ...spot,
    x: spot.x + (camera.groundZ * right * side + camera.groundX * away) * apart,
    z: spot.z + (-camera.groundX * right * side + camera.groundZ * away) * apart,
  }))
  return stepped.find((one) => isSeen(one, camera, size)) ?? null
}
