import { hash3 } from '../../math/lattice.ts'
import type { Vec3 } from '../../scene/vector.ts'
import type { ModelBuilder } from '../model.ts'
import { ICOSPHERES } from './icosphere.ts'

export type BlobShape = {
  /** 20, 80 or 320 faces. */
  readonly detail?: 0 | 1 | 2
  /** How far points leave the ellipsoid, as a share of its radius. */
  readonly rough?: number
  readonly seed?: number
  /** Faces keep their own normal: rock, not leaves. */
  readonly flat?: boolean
  /** Nothing below this share of the upright radius. */
  readonly floor?: number
}

/** A rough ellipsoid round x, y, z. */
export function blob(model: ModelBuilder, [x, y, z]: Vec3, [rx, ry, rz]: Vec3, shape: BlobShape = {}): void {
  const { detail = 1, rough = 0.15, seed = 1, flat = false, floor = -9 } = shape
  const { points, faces } = ICOSPHERES[detail]
  const moved = points.map((p, i): Vec3 => {
    const k = 1 + rough * (hash3(i * 7 + 3, seed, 0) * 2 - 1)
    return [x + p[0] * rx * k, y + Math.max(floor, p[1] * k) * ry, z + p[2] * rz * k]
  })
  if (flat) {
    for (const [a, b, c] of faces) model.triangle(moved[a]!, moved[b]!, moved[c]!)
    return
  }
  const numbers = moved.map((p, i) => model.vertex(p[0], p[1], p[2], ...points[i]!, model.face()))
  for (const [a, b, c] of faces) model.index.push(numbers[a]!, numbers[b]!, numbers[c]!)
}
