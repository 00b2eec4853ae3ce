import type { Camera } from '../camera.ts'
import type { Spot } from '../scene.ts'

/** Share of the half picture that a spot stays within, so that what stands there is not cut off. */
const WITHIN = 0.93
/** A thing rises from its spot: one near the upper edge would leave the picture. */
const BELOW = 0.8

/** Pixels of a picture. */
export type Size = { readonly w: number; readonly h: number }

/** Whether a spot lies well inside a picture of this size. */
export function isSeen({ x, y, z }: Spot, camera: Camera, { w, h }: Size): boolean {
  const dx = x - camera.x
  const dy = y - camera.y
  const dz = z - camera.z
  const along = (axis: readonly [number, number, number]) => dx * axis[0] + dy * axis[1] + dz * axis[2]
  const depth = along(camera.forward)
  if (depth < 1) return false
  const across = along(camera.right) / depth / camera.half - camera.shiftX
  const up = along(camera.up) / depth / camera.half - camera.shiftY
  const longest = Math.max(w, h)
  const high = h / longest
  return Math.abs(across) < (WITHIN * w) / longest && up > -WITHIN * high && up < BELOW * high
}
