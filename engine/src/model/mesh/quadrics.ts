/** Sums of squared distances to planes (Garland and Heckbert 1997), ten numbers a vertex. */
export type Quadrics = {
  /** Adds the plane n·p + d = 0, n of length 1, to a vertex. */
  plane(vertex: number, nx: number, ny: number, nz: number, d: number, weight: number): void
  /** Adds all planes of one vertex to another. */
  merge(from: number, into: number): void
  /** Takes the planes of two vertices together, for the questions below. */
  join(a: number, b: number): void
  /** Weighted squared distance of a point to the joint planes. */
  error(x: number, y: number, z: number): number
  /** Writes the point nearest to the joint planes; false where they do not settle one. */
  best(out: Float64Array): boolean
}

const WIDTH = 10
/** Below this share of the cube of its trace a matrix counts as singular. */
const SINGULAR = 1e-4

export function createQuadrics(vertices: number): Quadrics {
  const q = new Float64Array(vertices * WIDTH)
  const sum = new Float64Array(WIDTH)
  return {
    plane(vertex, nx, ny, nz, d, weight) {
      const o = vertex * WIDTH
      q[o]! += nx * nx * weight
      q[o + 1]! += nx * ny * weight
      q[o + 2]! += nx * nz * weight
      q[o + 3]! += nx * d * weight
      q[o + 4]! += ny * ny * weight
      q[o + 5]! += ny * nz * weight
      q[o + 6]! += ny * d * weight
      q[o + 7]! += nz * nz * weight
      q[o + 8]! += nz * d * weight
      q[o + 9]! += d * d * weight
    },
    merge(from, into) {
      for (let i = 0; i < WIDTH; i++) q[into * WIDTH + i]! += q[from * WIDTH + i]!
    },
    join(a, b) {
      const o = a * WIDTH
      const p = b * WIDTH
      for (let i = 0; i < WIDTH; i++) sum[i] = q[o + i]! + q[p + i]!
    },
    error(x, y, z) {
      const squares = sum[0]! * x * x + sum[4]! * y * y + sum[7]! * z * z
      return squares + 2 * (sum[1]! * x * y + sum[2]! * x * z + sum[5]! * y * z + sum[3]! * x + sum[6]! * y + sum[8]! * z) + sum[9]!
    },
    best(out) {
      const xx = sum[0]!
      const xy = sum[1]!
      const xz = sum[2]!
      const xd = sum[3]!
      const yy = sum[4]!
      const yz = sum[5]!
      const yd = sum[6]!
      const zz = sum[7]!
      const zd = sum[8]!
      const cx = yy * zz - yz * yz
      const cy = xz * yz - xy * zz
      const cz = xy * yz - xz * yy
      const determinant = xx * cx + xy * cy + xz * cz
      const trace = xx + yy + zz
      if (determinant <= SINGULAR * trace * trace * trace) return false
      const k = -1 / determinant
      const by = xy * xz - xx * yz
      out[0] = (cx * xd + cy * yd + cz * zd) * k
      out[1] = (cy * xd + (xx * zz - xz * xz) * yd + by * zd) * k
      out[2] = (cz * xd + by * yd + (xx * yy - xy * xy) * zd) * k
      return true
    },
  }
}
