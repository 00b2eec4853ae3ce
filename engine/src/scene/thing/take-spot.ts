import type { Camera } from '../camera.ts'
import type { Scene, Spot } from '../scene.ts'
import type { Vec3 } from '../vector.ts'
import { clearViews } from './clear-view.ts'
import { nearerSpots } from './nearer-spots.ts'
import { legibleAt, type Rank, scaleAt } from './scale-at.ts'
import { isSeen, type Size } from './seen-spots.ts'
import type { Thing } from './things.ts'

/** Share of a thing that may be hidden before another spot is looked for. */
const CLEAR = 0.7
/** What is larger than this has its place in a composition and does not come nearer, metres. */
const MOVES = 3.4

/** The share of what reaches as far as `half` to both sides of a spot that lies in the picture. */
function insideOf({ x, y, z }: Spot, half: number, camera: Camera, { w, h }: Size): number {
  const [dx, dy, dz] = [x - camera.x, y - camera.y, z - camera.z]
  const along = (axis: Vec3) => dx * axis[0] + dy * axis[1] + dz * axis[2]
  const unit = along(camera.forward) * camera.half
  const across = Math.abs(along(camera.right) / unit - camera.shiftX)
  const reach = half / unit
  const share = Math.max(0.3, Math.min(1, (w / Math.max(w, h) - across + reach) / (2 * reach)))
  return share * share
}

/** Takes from `spots` the first where a thing is recognised; the subject of a picture also wants nothing before it, and comes nearer if it is lost where it is. */
export function takeSpot(spots: Spot[] | undefined, thing: Thing, count: number, rank: Rank, scene: Scene, size: Size): Spot | undefined {
  if (!spots || spots.length === 0) return undefined
  const { mesh, camera } = scene
  const isSubject = rank === 'subject'
  const worthOf = (places: readonly Spot[]) => {
    const sizes = places.map((spot) => {
      const scale = scaleAt(thing, spot, camera, count, rank)
      return { ...spot, tall: thing.height * scale, wide: thing.radius * scale * 1.6 }
    })
    const clear = isSubject ? clearViews(mesh.finish(), camera, sizes) : places.map(() => 1)
    return places.map(
      (spot, at) =>
        legibleAt(thing, spot, camera, count, rank) *
        Math.min(1, clear[at]! / CLEAR) *
        (isSubject ? insideOf(spot, thing.radius * scaleAt(thing, spot, camera, count, rank), camera, size) : 1),
    )
  }
  const worth = worthOf(spots)
  const best = worth.indexOf(Math.max(...worth))
  const spot = spots.splice(best, 1)[0] as Spot
  if (!isSubject || worth[best]! >= 1 || thing.radius > MOVES) return spot
  const nearer = nearerSpots(scene, spot, thing.height * 1.5, thing.radius * Math.sqrt(count) * 1.3).filter((one) =>
    isSeen(one, camera, size),
  )
  const gains = nearer.length === 0 ? [] : worthOf(nearer)
  const gain = Math.max(0, ...gains)
  return gain > worth[best]! * 1.2 ? nearer[gains.indexOf(gain)] : spot
}
