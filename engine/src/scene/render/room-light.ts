import type { Hit } from '../material/hit.ts'
import type { Lamp } from '../scene.ts'
import type { Channels } from '../vector.ts'

const { max, sqrt } = Math

/** How far light creeps round an edge, and the share that comes back from the other walls. */
const WRAP = 0.25
const RETURNED = 0.16
/** A lamp is out of sight of a surface where the cosine of its angle is below -WRAP: its square times this is above 1. */
const FACING_AWAY = 1 / (WRAP * WRAP)

/** Light of lamps on a surface by where it faces. */
export type RoomLight = (hit: Hit, colour: Channels) => void

/** Numbers a lamp: its place, its colour, the square of its range. */
const NUMBERS = 7

/** Every lamp on its own: for rooms with a few dozen of them. */
export function createRoomLight(lamps: readonly Lamp[]): RoomLight {
  const table = new Float64Array(lamps.flatMap(({ x, y, z, colour, range }) => [x, y, z, ...colour, range * range]))
  return ({ px, py, pz, nx, ny, nz }, colour) => {
    let r = 0
    let g = 0
    let b = 0
    for (let o = 0; o < table.length; o += NUMBERS) {
      const dx = table[o]! - px
      const dy = table[o + 1]! - py
      const dz = table[o + 2]! - pz
      const d2 = dx * dx + dy * dy + dz * dz
      const reach = table[o + 6]!
      if (d2 > reach) continue
      const near = d2 / reach
      const w = 1 - near
      const across = dx * nx + dy * ny + dz * nz
      // of a lamp behind the surface only what the walls return arrives, and no square root is needed to know it
      const facing = across * across * FACING_AWAY > d2 && across < 0 ? 0 : max(0, (across / sqrt(d2 + 1e-6) + WRAP) / (1 + WRAP))
      const k = ((w * w) / (1 + 14 * near)) * (RETURNED + facing)
      r += table[o + 3]! * k
      g += table[o + 4]! * k
      b += table[o + 5]! * k
    }
    colour[0] = r
    colour[1] = g
    colour[2] = b
  }
}
