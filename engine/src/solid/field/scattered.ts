import { candidates, HALF_DIAGONAL } from './candidates.ts'
import type { Field } from './field.ts'
import { length3 } from './shapes.ts'

const { max, min } = Math

/** A place and the radius of what lies there. */
export type Spot = readonly [x: number, y: number, z: number, radius: number]

/** Distance to a shape about the origin that is no larger than a ball of that radius. */
export type Sized = (x: number, y: number, z: number, radius: number) => number

export const sphere: Sized = (x, y, z, radius) => length3(x, y, z) - radius

/** Cells of the lists of near spots along the longest side, and how far about the outermost they reach, as a share of it. */
const CELLS = 24
const RIM = 0.1

/**
 * Many of one shape: of those that can be nearest only.
 * @param slack how far its distance may lie off that of the ball it fills
 */
export function scattered(spots: readonly Spot[], shape: Sized, slack = 0): Field {
  const bounds = (axis: 0 | 1 | 2) => [min(...spots.map((s) => s[axis] - s[3])), max(...spots.map((s) => s[axis] + s[3]))] as const
  const [[lowX, highX], [lowY, highY], [lowZ, highZ]] = [bounds(0), bounds(1), bounds(2)]
  const longest = max(highX - lowX, highY - lowY, highZ - lowZ)
  const rim = RIM * longest
  const cell = ((1 + 2 * RIM) * longest) / CELLS
  const away = (i: number, x: number, y: number, z: number) => {
    const [px, py, pz, radius] = spots[i]!
    return length3(x - px, y - py, z - pz) - radius
  }
  const steep = 1 + slack / (HALF_DIAGONAL * cell)
  const near = candidates(spots.length, [lowX - rim, lowY - rim, lowZ - rim], [highX + rim, highY + rim, highZ + rim], CELLS, steep, away)
  return (x, y, z) => {
    const list = near(x, y, z)
    let least = 1e9
    for (let k = 0; k < list.length; k++) {
      const [px, py, pz, radius] = spots[list[k]!]!
      const u = x - px
      const v = y - py
      const w = z - pz
      const reach = least + slack + radius
      if (reach > 0 && u * u + v * v + w * w < reach * reach) least = min(least, shape(u, v, w, radius))
    }
    return least
  }
}
