/** Noise from an integer hash of lattice points: pure functions, no tables, the same bits on every machine. */

const { floor, imul, sqrt } = Math

/** Uniform 0..1 from three integers. */
export function hash3(x: number, y: number, z: number): number {
  let h = imul(x, 0x27d4eb2d) ^ imul(y, 0x165667b1) ^ imul(z, 0x9e3779b1)
  h = imul(h ^ (h >>> 15), 0x85ebca6b)
  h ^= h >>> 13
  h = imul(h, 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) * 2.3283064365386963e-10
}

/** Value noise, 0..1, features about one unit wide. */
export function noise3(x: number, y: number, z: number): number {
  const ix = floor(x)
  const iy = floor(y)
  const iz = floor(z)
  let fx = x - ix
  let fy = y - iy
  let fz = z - iz
  fx = fx * fx * (3 - 2 * fx)
  fy = fy * fy * (3 - 2 * fy)
  fz = fz * fz * (3 - 2 * fz)
  const a = hash3(ix, iy, iz)
  const b = hash3(ix, iy + 1, iz)
  const c = hash3(ix, iy, iz + 1)
  const d = hash3(ix, iy + 1, iz + 1)
  const p = a + (hash3(ix + 1, iy, iz) - a) * fx
  const q = b + (hash3(ix + 1, iy + 1, iz) - b) * fx
  const r = c + (hash3(ix + 1, iy, iz + 1) - c) * fx
  const s = d + (hash3(ix + 1, iy + 1, iz + 1) - d) * fx
  const u = p + (q - p) * fy
  return u + (r + (s - r) * fy - u) * fz
}

/** Sum of octaves of value noise, 0..1. */
export function fbm3(x: number, y: number, z: number, octaves: number): number {
  let amplitude = 0.5
  let sum = 0
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * noise3(x, y, z)
    total += amplitude
    amplitude *= 0.5
    x = x * 2.03 + 17.1
    y = y * 2.03 + 9.7
    z = z * 2.03 + 5.3
  }
  return sum / total
}

/** Distance from a cell wall (second nearest point minus nearest), 0 at the wall; the cell's id, 0..1, is left in `cell`. */
export function voronoi3(x: number, y: number, z: number, cell: { id: number }): number {
  const ix = floor(x)
  const iy = floor(y)
  const iz = floor(z)
  let first = 9
  let second = 9
  let cx = 0
  let cy = 0
  let cz = 0
  for (let k = -1; k < 2; k++)
    for (let j = -1; j < 2; j++)
      for (let i = -1; i < 2; i++) {
        const a = ix + i
        const b = iy + j
        const c = iz + k
        const dx = a + hash3(a, b, c) - x
        const dx2 = dx * dx
        if (dx2 >= second) continue
        const dy = b + hash3(a, b, c + 991) - y
        const dy2 = dx2 + dy * dy
        if (dy2 >= second) continue
        const dz = c + hash3(a + 577, b, c) - z
        const d = dy2 + dz * dz
        if (d < first) {
          second = first
          first = d
          cx = a
          cy = b
          cz = c
        } else if (d < second) second = d
      }
  cell.id = hash3(cx + 31, cy + 7, cz + 3)
  return sqrt(second) - sqrt(first)
}

/** The same distance from a cell wall for places asked one beside the other: the points round the last one's cell are kept. */
export function createWalls3(): (x: number, y: number, z: number) => number {
  const points = new Float64Array(81)
  let [ix, iy, iz] = [Number.NaN, Number.NaN, Number.NaN]
  const gather = () => {
    let o = 0
    for (let k = -1; k < 2; k++)
      for (let j = -1; j < 2; j++)
        for (let i = -1; i < 2; i++) {
          points[o++] = ix + i + hash3(ix + i, iy + j, iz + k)
          points[o++] = iy + j + hash3(ix + i, iy + j, iz + k + 991)
          points[o++] = iz + k + hash3(ix + i + 577, iy + j, iz + k)
        }
  }
  return (x, y, z) => {
    const [a, b, c] = [floor(x), floor(y), floor(z)]
    if (a !== ix || b !== iy || c !== iz) {
      ix = a
      iy = b
      iz = c
      gather()
    }
    let first = 9
    let second = 9
    for (let o = 0; o < 81; o += 3) {
      const dx = points[o]! - x
      const dy = points[o + 1]! - y
      const dz = points[o + 2]! - z
      const d = dx * dx + dy * dy + dz * dz
      if (d < second) {
        if (d < first) {
          second = first
          first = d
        } else second = d
      }
    }
    return sqrt(second) - sqrt(first)
  }
}
