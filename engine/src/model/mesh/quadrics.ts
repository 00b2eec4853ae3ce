/** Sums of squared distances to planes (Garland and Heckbert 1997), ten numbers a vertex. */
export type Quadrics = {
  /** Adds the plane n·p + d = 0, n of length 1, to a vertex. */
  plane(vertex: number, nx: number, ny: number, nz: number, d: number, weight: number): void
  /** Adds all planes of one vertex to another. */
  merge(from: number, into: number): void
  /** Weighted squared distance of a point to the planes of two vertices. */
  error(a: number, b: number, x: number, y: number, z: number): number
  /** Writes the point nearest to the planes of two vertices; false where they do not settle one. */
  best(a: number, b: number, out: Float64Array): boolean
}

const WIDTH = 10
/** Below this share of the cube of its trace a matrix counts as singular. */
const SINGULAR = 1e-4

export function createQuadrics(vertices: number): Quadrics {
  const q = new Float64Array(vertices * WIDTH)
  const sum = new Float64Array(WIDTH)
  const both = (a: number, b: number) => {
    for (let i = 0; i < WIDTH; i++) sum[i] = q[a * WIDTH + i]! + q[b * WIDTH + i]!
  }
  return {
    plane(vertex, nx, ny, nz, d, weight) {
      const o = vertex * WIDTH
      const add = (i: number, value: number) => {
        q[o + i] = q[o + i]! + value * weight
      }
      add(0, nx * nx)
      add(1, nx * ny)
      add(2, nx * nz)
      add(3, nx * d)
      add(4, ny * ny)
      add(5, ny * nz)
      add(6, ny * d)
      add(7, nz * nz)
      add(8, nz * d)
      add(9, d * d)
    },
    merge(from, into) {
      for (let i = 0; i < WIDTH; i++) q[into * WIDTH + i] = q[into * WIDTH + i]! + q[from * WIDTH + i]!
    },
    error(a, b, x, y, z) {
      both(a, b)
      const [xx, xy, xz, xd, yy, yz, yd, zz, zd, dd] = sum as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      return xx * x * x + yy * y * y + zz * z * z + 2 * (xy * x * y + xz * x * z + yz * y * z + xd * x + yd * y + zd * z) + dd
    },
    best(a, b, out) {
      both(a, b)
      const [xx, xy, xz, xd, yy, yz, yd, zz, zd] = sum as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
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
