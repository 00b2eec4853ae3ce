import { cos, sin, TAU } from '../math/dmath.ts'
import type { Place2 } from './land.ts'

/** Metres between two places on the ground. */
export function distance(ax: number, az: number, bx: number, bz: number): number {
  const dx = bx - ax
  const dz = bz - az
  return Math.sqrt(dx * dx + dz * dz)
}

/** Calls back for `count` places evenly round a circle: x, z, the angle and the number. */
export function round(count: number, radius: number, start: number, visit: (x: number, z: number, angle: number, i: number) => void): void {
  for (let i = 0; i < count; i++) {
    const a = start + (TAU * i) / count
    visit(cos(a) * radius, sin(a) * radius, a, i)
  }
}

/** Places of a ground plan, told for one hand, as they lie for the other where `side` is -1. */
export const mirrored =
  (side: number) =>
  ([x, z]: Place2): Place2 => [side * x, z]

/** The unit vector from one place to another. */
export function towards([ax, az]: Place2, [bx, bz]: Place2): Place2 {
  const length = distance(ax, az, bx, bz) || 1
  return [(bx - ax) / length, (bz - az) / length]
}

/** Places by their metres from a middle towards somewhere, and metres aside of that way. */
export function outwards({ x, z }: { readonly x: number; readonly z: number }, to: Place2): (metres: number, aside?: number) => Place2 {
  const way = towards([x, z], to)
  return (metres, aside = 0) => [x + way[0] * metres - way[1] * aside, z + way[1] * metres + way[0] * aside]
}
