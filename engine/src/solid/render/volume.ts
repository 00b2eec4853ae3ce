import { clamp, mix } from '../../math/dmath.ts'
import { BRICK, listBricks } from './bricks.ts'
import { createNearest } from './nearest.ts'
import type { Part } from './part.ts'

const { ceil, max, min, sqrt } = Math

/** Voxels along the longest side. */
const RESOLUTION = 60
/** A brick whose corners are farther than that many voxels from every surface has none in it nor near it. */
const FAR = 5

/**
 * A coarse distance grid over all parts: skips empty space and answers soft shadow, ambient occlusion and bounce with one
 * interpolated read. Exact fields are asked only near surfaces, and only those of the parts a brick lists.
 */
export type Volume = {
  readonly low: readonly [number, number, number]
  readonly high: readonly [number, number, number]
  readonly centre: readonly [number, number, number]
  /** Half the diagonal of the box. */
  readonly radius: number
  /** The longest side. */
  readonly extent: number
  readonly voxel: number
  /** What `nearest` answers when nothing is closer. */
  readonly cap: number
  /** Interpolated distance to any part. */
  readonly toAll: (x: number, y: number, z: number) => number
  /** Interpolated distance to parts that are not glass or gem. */
  readonly toOpaque: (x: number, y: number, z: number) => number
  /** The part nearest to a point, by voxel. */
  readonly owner: (x: number, y: number, z: number) => number
  /** Calls back for each of the eight voxels round a point: its part, and its weight in an interpolation. */
  readonly ownersRound: (x: number, y: number, z: number, each: (part: number, weight: number) => void) => void
  /** Exact distance, at most `cap`; the part is left in `found.part` (−1: none). */
  readonly nearest: (x: number, y: number, z: number, opaqueOnly: boolean) => number
  /** The part that was nearest, and the distance to the next one. */
  readonly found: { part: number; next: number }
}

/** The part of space a picture shows: low corner, then high corner. Nothing outside is drawn. */
export type Clip = readonly [lowX: number, lowY: number, lowZ: number, highX: number, highY: number, highZ: number]

/** A value between eight of a grid. */
function between(grid: Float32Array, corners: Int32Array, x: number, y: number, z: number): number {
  const along = (n: number) => mix(grid[corners[n]!]!, grid[corners[n + 1]!]!, x)
  return mix(mix(along(0), along(2), y), mix(along(4), along(6), y), z)
}

/**
 * @param heed asked every layer; throws to stop
 * @param onShape share of the grid that is built
 */
export function buildVolume(parts: readonly Part[], heed: () => void, clip?: Clip, onShape?: (fraction: number) => void): Volume {
  const fields = parts.map((part) => part.field)
  const clear = Uint8Array.from(parts, (part) => (part.material.kind === 'opaque' ? 0 : 1))
  const low: [number, number, number] = [1e9, 1e9, 1e9]
  const high: [number, number, number] = [-1e9, -1e9, -1e9]
  for (const { bound } of parts) {
    for (const k of [0, 1, 2] as const) {
      low[k] = min(low[k], bound[k] - bound[3])
      high[k] = max(high[k], bound[k] + bound[3])
    }
  }
  if (clip)
    for (const k of [0, 1, 2] as const) {
      low[k] = max(low[k], clip[k])
      high[k] = min(high[k], clip[(k + 3) as 3 | 4 | 5])
    }
  const extent = max(high[0] - low[0], high[1] - low[1], high[2] - low[2])
  const voxel = extent / RESOLUTION
  const nx = ceil((high[0] - low[0]) / voxel) + 1
  const ny = ceil((high[1] - low[1]) / voxel) + 1
  const nz = ceil((high[2] - low[2]) / voxel) + 1
  const cap = voxel * 2.5
  const bricks = listBricks(parts, low, voxel, cap, [ceil(nx / BRICK), ceil(ny / BRICK), ceil(nz / BRICK)], heed)

  const all = new Float32Array(nx * ny * nz)
  const opaque = new Float32Array(nx * ny * nz)
  const owners = new Uint8Array(nx * ny * nz)
  const layer = nx * ny
  const measure = (i: number, j: number, k: number): void => {
    const x = low[0] + i * voxel
    const y = low[1] + j * voxel
    const z = low[2] + k * voxel
    const brick = ((i / BRICK) | 0) + bricks.nx * (((j / BRICK) | 0) + bricks.ny * ((k / BRICK) | 0))
    let distance = 1e9
    let solid = 1e9
    let owner = 0
    for (let s = bricks.nearStart[brick]!, e = bricks.nearStart[brick + 1]!; s < e; s++) {
      const part = bricks.near[s]!
      const d = fields[part]!(x, y, z)
      if (d < distance) {
        distance = d
        owner = part
      }
      if (d < solid && clear[part] === 0) solid = d
    }
    const o = i + j * nx + k * layer
    all[o] = distance
    owners[o] = owner
    opaque[o] = solid
  }
  // the corners of bricks first: what lies in one that is far from every surface is read off its corners
  for (let k = 0; k < nz; k += BRICK) {
    heed()
    for (let j = 0; j < ny; j += BRICK) for (let i = 0; i < nx; i += BRICK) measure(i, j, k)
  }
  const far = voxel * FAR
  const corners = new Int32Array(8)
  for (let k = 0; k < nz; k += BRICK) {
    heed()
    onShape?.(k / nz)
    for (let j = 0; j < ny; j += BRICK)
      for (let i = 0; i < nx; i += BRICK) {
        const endI = min(BRICK, nx - i)
        const endJ = min(BRICK, ny - j)
        const endK = min(BRICK, nz - k)
        let least = -1e9
        if (i + BRICK < nx && j + BRICK < ny && k + BRICK < nz) {
          least = 1e9
          for (let n = 0; n < 8; n++) {
            const o = i + BRICK * (n & 1) + (j + BRICK * ((n >> 1) & 1)) * nx + (k + BRICK * (n >> 2)) * layer
            corners[n] = o
            least = min(least, all[o]!)
          }
        }
        for (let c = 0; c < endK; c++)
          for (let b = 0; b < endJ; b++)
            for (let a = 0; a < endI; a++) {
              if (a + b + c === 0) continue
              if (least < far) {
                measure(i + a, j + b, k + c)
                continue
              }
              const o = i + a + (j + b) * nx + (k + c) * layer
              all[o] = between(all, corners, a / BRICK, b / BRICK, c / BRICK)
              opaque[o] = between(opaque, corners, a / BRICK, b / BRICK, c / BRICK)
              owners[o] = owners[corners[0]!]!
            }
      }
  }

  const inverse = 1 / voxel
  const endX = nx - 1.001
  const endY = ny - 1.001
  const endZ = nz - 1.001
  const sample = (grid: Float32Array, x: number, y: number, z: number): number => {
    let fx = (x - low[0]) * inverse
    let fy = (y - low[1]) * inverse
    let fz = (z - low[2]) * inverse
    let outside = 0
    if (fx < 0) {
      outside += fx * fx
      fx = 0
    } else if (fx > endX) {
      outside += (fx - endX) * (fx - endX)
      fx = endX
    }
    if (fy < 0) {
      outside += fy * fy
      fy = 0
    } else if (fy > endY) {
      outside += (fy - endY) * (fy - endY)
      fy = endY
    }
    if (fz < 0) {
      outside += fz * fz
      fz = 0
    } else if (fz > endZ) {
      outside += (fz - endZ) * (fz - endZ)
      fz = endZ
    }
    const i = fx | 0
    const j = fy | 0
    const k = fz | 0
    const o = i + j * nx + k * layer
    fx -= i
    fy -= j
    fz -= k
    const a = grid[o]! + (grid[o + 1]! - grid[o]!) * fx
    const b = grid[o + nx]! + (grid[o + nx + 1]! - grid[o + nx]!) * fx
    const c = grid[o + layer]! + (grid[o + layer + 1]! - grid[o + layer]!) * fx
    const d = grid[o + layer + nx]! + (grid[o + layer + nx + 1]! - grid[o + layer + nx]!) * fx
    const p = a + (b - a) * fy
    const q = c + (d - c) * fy
    const value = p + (q - p) * fz
    return outside > 0 ? value + sqrt(outside) * voxel : value
  }
  const inside = (f: number, end: number) => (f < 0 ? 0 : f > end ? end : f) | 0
  const near = createNearest(parts, bricks, low, voxel, cap)
  return {
    low,
    high,
    centre: [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2],
    radius:
      sqrt((high[0] - low[0]) * (high[0] - low[0]) + (high[1] - low[1]) * (high[1] - low[1]) + (high[2] - low[2]) * (high[2] - low[2])) / 2,
    extent,
    voxel,
    cap,
    found: near.found,
    toAll: (x, y, z) => sample(all, x, y, z),
    toOpaque: (x, y, z) => sample(opaque, x, y, z),
    owner: (x, y, z) =>
      owners[
        inside((x - low[0]) * inverse, endX) + inside((y - low[1]) * inverse, endY) * nx + inside((z - low[2]) * inverse, endZ) * layer
      ]!,
    ownersRound(x, y, z, each) {
      const fx = clamp((x - low[0]) * inverse, 0, endX)
      const fy = clamp((y - low[1]) * inverse, 0, endY)
      const fz = clamp((z - low[2]) * inverse, 0, endZ)
      const o = (fx | 0) + (fy | 0) * nx + (fz | 0) * layer
      const wx = fx - (fx | 0)
      const wy = fy - (fy | 0)
      const wz = fz - (fz | 0)
      for (let k = 0; k < 8; k++) {
        const i = k & 1
        const j = (k >> 1) & 1
        const l = k >> 2
        each(owners[o + i + j * nx + l * layer]!, (i ? wx : 1 - wx) * (j ? wy : 1 - wy) * (l ? wz : 1 - wz))
      }
    },
    nearest: near.nearest,
  }
}
