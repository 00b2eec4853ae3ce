import type { Camera } from '../camera.ts'
import type { Mesh } from '../mesh.ts'

/** A rendered picture before it is developed, with what drawn styles and sprites need. Row-major. */
export type Frame = {
  readonly width: number
  readonly height: number
  /** Linear radiance, three numbers a pixel. */
  readonly radiance: Float32Array
  /** Depth along the axis, metres; 1e6 for the sky. */
  readonly depth: Float32Array
  /** Triangle + 1; 0 for the sky. */
  readonly triangle: Int32Array
  readonly mesh: Mesh
  /** Unit normals of the flat triangles. */
  readonly normals: Float32Array
  readonly camera: Camera
}
