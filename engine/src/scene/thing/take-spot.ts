import type { Scene, Spot } from '../scene.ts'
import { clearViews } from './clear-view.ts'
import { legibleAt, type Rank, scaleAt } from './scale-at.ts'
import type { Thing } from './things.ts'

/** Share of a thing that may be hidden before another spot is looked for. */
const CLEAR = 0.7

/** Takes from `spots` the first where a thing is recognised; the subject of a picture also wants nothing before it. */
export function takeSpot(spots: Spot[] | undefined, thing: Thing, count: number, rank: Rank, { mesh, camera }: Scene): Spot | undefined {
  if (!spots || spots.length === 0) return undefined
  const legible = spots.map((spot) => legibleAt(thing, spot, camera, count, rank))
  const sizes = spots.map((spot) => {
    const scale = scaleAt(thing, spot, camera, count, rank)
    return { ...spot, tall: thing.height * scale, wide: thing.radius * scale * 1.6 }
  })
  const clear = rank === 'subject' && spots.length > 1 ? clearViews(mesh.finish(), camera, sizes) : spots.map(() => 1)
  const worth = legible.map((share, at) => share * Math.min(1, clear[at]! / CLEAR))
  return spots.splice(worth.indexOf(Math.max(...worth)), 1)[0]
}
