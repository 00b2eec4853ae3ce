import { cos, sin } from '../../math/dmath.ts'
import type { Vec3 } from '../../scene/vector.ts'
import type { ModelBuilder } from '../model.ts'

export type BoxShape = {
  /** Longest edge of one quad, metres: shorter ones catch baked light better. */
  readonly cell?: number
  /** Size of the top beside the bottom. */
  readonly taper?: number
  /** Turn about its own upright axis. */
  readonly turn?: number
  /** Whether it is seen from below. */
  readonly bottom?: boolean
}

/** A box that stands at x, y, z: the middle of its foot. */
export function box(model: ModelBuilder, [x, y, z]: Vec3, [width, height, depth]: Vec3, shape: BoxShape = {}): void {
  const { cell = 2.2, taper = 1, turn = 0, bottom = false } = shape
  const c = cos(turn)
  const s = sin(turn)
  const corner = (i: number, j: number, k: number): Vec3 => {
    const share = j ? taper : 1
    const px = (i * width * share) / 2
    const pz = (k * depth * share) / 2
    return [x + px * c + pz * s, y + j * height, z + pz * c - px * s]
  }
  const cells = (length: number) => Math.max(1, Math.min(12, Math.ceil(length / cell)))
  const [across, up, along] = [cells(width), cells(height), cells(depth)]
  model.quad(corner(-1, 0, 1), corner(1, 0, 1), corner(1, 1, 1), corner(-1, 1, 1), across, up)
  model.quad(corner(1, 0, -1), corner(-1, 0, -1), corner(-1, 1, -1), corner(1, 1, -1), across, up)
  model.quad(corner(1, 0, 1), corner(1, 0, -1), corner(1, 1, -1), corner(1, 1, 1), along, up)
  model.quad(corner(-1, 0, -1), corner(-1, 0, 1), corner(-1, 1, 1), corner(-1, 1, -1), along, up)
  if (taper > 0) model.quad(corner(-1, 1, 1), corner(1, 1, 1), corner(1, 1, -1), corner(-1, 1, -1), across, along)
  if (bottom) model.quad(corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1), across, along)
}
