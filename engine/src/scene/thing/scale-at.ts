import type { Camera } from '../camera.ts'
import type { Spot } from '../scene.ts'
import type { Thing } from './things.ts'

/** Share of the picture's height below which a thing is not recognised; it is then shown larger than life, within limits. */
const LEGIBLE = 0.13
const LARGEST = 2.6
const SMALLEST = 0.4
/** How large a thing is shown at a spot: as in life where it is recognised and has room. */
export function scaleAt({ height, radius }: Thing, spot: Spot, camera: Camera, count: number): number {
  const { forward } = camera
  const depth = (spot.x - camera.x) * forward[0] + (spot.y - camera.y) * forward[1] + (spot.z - camera.z) * forward[2]
  const seen = Math.max(height, radius) / (2 * camera.half * Math.max(1, depth))
  const wanted = Math.min(LARGEST, Math.max(1, LEGIBLE / seen))
  const room = spot.radius / (radius * Math.sqrt(count) * 0.8)
  return Math.max(SMALLEST, Math.min(wanted, Math.max(1, room), Math.max(SMALLEST, room * 1.6)))
}
