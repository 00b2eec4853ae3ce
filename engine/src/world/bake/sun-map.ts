import type { Vec3 } from '../../scene/vector.ts'

/** Texels across. */
const SIZE = 1024

/** Texels across a tile, and how far outside it a look from within it reaches at most. */
const TILE = 8
const TILES = SIZE / TILE
const WIDEST = 2

/** Where the sun reaches. */
export type SunMap = {
  /** Adds triangles that stop the sun. */
  add(positions: ArrayLike<number>, index: ArrayLike<number>): void
  /** Share of sun at a place, 0..1, from nine looks; `bias` metres nearer the sun, `spread` texels apart, two at most. */
  at(x: number, y: number, z: number, bias?: number, spread?: number): number
}

/** A shadow map of a square of half-width `reach` metres round the origin, seen from the sun. */
export function createSunMap(sun: Vec3, reach: number): SunMap {
  const nearest = new Float32Array(SIZE * SIZE).fill(-1e9)
  const scale = SIZE / (2 * reach)
  const across = Math.sqrt(sun[2] * sun[2] + sun[0] * sun[0]) || 1
  const rx = sun[2] / across
  const rz = -sun[0] / across
  const [ux, uy, uz] = [sun[1] * rz, sun[2] * rx - sun[0] * rz, -sun[1] * rx]
  const flip = uy < 0 ? -1 : 1
  const along = (x: number, z: number) => (x * rx + z * rz + reach) * scale
  const up = (x: number, y: number, z: number) => ((x * ux + y * uy + z * uz) * flip + reach) * scale
  const depth = (x: number, y: number, z: number) => x * sun[0] + y * sun[1] + z * sun[2]

  function triangle(a: Vec3, b: Vec3, c: Vec3): void {
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    if (area < 1e-6 && area > -1e-6) return
    const left = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0])))
    const right = Math.min(SIZE - 1, Math.ceil(Math.max(a[0], b[0], c[0])))
    const low = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1])))
    const high = Math.min(SIZE - 1, Math.ceil(Math.max(a[1], b[1], c[1])))
    for (let y = low; y <= high; y++)
      for (let x = left; x <= right; x++) {
        const px = x + 0.5
        const py = y + 0.5
        const w1 = ((px - a[0]) * (c[1] - a[1]) - (py - a[1]) * (c[0] - a[0])) / area
        const w2 = ((b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0])) / area
        if (w1 < 0 || w2 < 0 || w1 + w2 > 1) continue
        const z = a[2] + (b[2] - a[2]) * w1 + (c[2] - a[2]) * w2
        const o = y * SIZE + x
        if (z > nearest[o]!) nearest[o] = z
      }
  }

  /** Least and greatest depth in and round each tile; built when first looked up. */
  let bounds: { readonly least: Float32Array; readonly most: Float32Array } | null = null
  function boundsOf() {
    const least = new Float32Array(TILES * TILES).fill(1e9)
    const most = new Float32Array(TILES * TILES).fill(-1e9)
    for (let j = 0; j < TILES; j++)
      for (let i = 0; i < TILES; i++) {
        const right = Math.min(SIZE, (i + 1) * TILE + WIDEST)
        const high = Math.min(SIZE, (j + 1) * TILE + WIDEST)
        let low = 1e9
        let top = -1e9
        for (let y = Math.max(0, j * TILE - WIDEST); y < high; y++)
          for (let x = Math.max(0, i * TILE - WIDEST); x < right; x++) {
            const depth = nearest[y * SIZE + x]!
            if (depth < low) low = depth
            if (depth > top) top = depth
          }
        least[j * TILES + i] = low
        most[j * TILES + i] = top
      }
    return { least, most }
  }

  return {
    add(positions, index) {
      bounds = null
      const corner = (at: number): Vec3 => {
        const p = index[at]! * 3
        const [x, y, z] = [positions[p]!, positions[p + 1]!, positions[p + 2]!]
        return [along(x, z), up(x, y, z), depth(x, y, z)]
      }
      for (let t = 0; t < index.length; t += 3) triangle(corner(t), corner(t + 1), corner(t + 2))
    },
    at(x, y, z, bias = 0.18, spread = 1) {
      const a = along(x, z)
      const b = up(x, y, z)
      const d = depth(x, y, z) + bias
      // most tiles are all light or all shadow
      if (a >= WIDEST && a < SIZE - WIDEST && b >= WIDEST && b < SIZE - WIDEST) {
        bounds ??= boundsOf()
        const tile = Math.floor(b / TILE) * TILES + Math.floor(a / TILE)
        if (bounds.most[tile]! <= d) return 1
        if (bounds.least[tile]! > d) return 0
      }
      let lit = 0
      for (let j = -1; j <= 1; j++) {
        const row = Math.floor(b + j * spread)
        if (row < 0 || row >= SIZE) {
          lit += 3
          continue
        }
        for (let i = -1; i <= 1; i++) {
          const column = Math.floor(a + i * spread)
          if (column < 0 || column >= SIZE || nearest[row * SIZE + column]! <= d) lit++
        }
      }
      return lit / 9
    },
  }
}
