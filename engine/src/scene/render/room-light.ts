import type { Hit } from '../material/hit.ts'
import type { Lamp } from '../scene.ts'
import type { Channels } from '../vector.ts'

const { max, sqrt } = Math

/** How far light creeps round an edge, and the share that comes back from the other walls. */
const WRAP = 0.25
const RETURNED = 0.16

/** Light of lamps on a surface by where it faces. */
export type RoomLight = (hit: Hit, colour: Channels) => void

/** Every lamp on its own: for rooms with a few dozen of them. */
export function createRoomLight(lamps: readonly Lamp[]): RoomLight {
  return (hit, colour) => {
    let r = 0
    let g = 0
    let b = 0
    for (const { x, y, z, colour: own, range } of lamps) {
      const dx = x - hit.px
      const dy = y - hit.py
      const dz = z - hit.pz
      const d2 = dx * dx + dy * dy + dz * dz
      const reach = range * range
      if (d2 > reach) continue
      const facing = (dx * hit.nx + dy * hit.ny + dz * hit.nz) / sqrt(d2 + 1e-6)
      const w = 1 - d2 / reach
      const k = ((w * w) / (1 + (14 * d2) / reach)) * (RETURNED + max(0, (facing + WRAP) / (1 + WRAP)))
      r += own[0] * k
      g += own[1] * k
      b += own[2] * k
    }
    colour[0] = r
    colour[1] = g
    colour[2] = b
  }
}
