import type { Part } from './part.ts'

const { min, sqrt } = Math

/** Voxels along the side of a brick, the cell that keeps lists of candidate parts. */
export const BRICK = 3

/** For each brick: parts that can be nearest in it, and parts that can be within the cap. `xStart[b] .. xStart[b + 1]` is its slice. */
export type Bricks = {
  readonly nx: number
  readonly ny: number
  readonly nz: number
  /** Model units. */
  readonly side: number
  readonly nearStart: Int32Array
  readonly near: Uint8Array
  readonly capStart: Int32Array
  readonly capped: Uint8Array
}

/** Fields are taken as roughly 1-Lipschitz: what is far at a brick's centre is far in all of it. */
export function listBricks(
  parts: readonly Part[],
  low: readonly [number, number, number],
  voxel: number,
  cap: number,
  [nx, ny, nz]: readonly [number, number, number],
  heed: () => void,
): Bricks {
  const side = voxel * BRICK
  const reach = side * 0.8661
  const count = parts.length
  const fields = parts.map((part) => part.field)
  const solid = parts.map((part) => part.material.kind === 'opaque')
  const nearStart = new Int32Array(nx * ny * nz + 1)
  const capStart = new Int32Array(nx * ny * nz + 1)
  const near: number[] = []
  const capped: number[] = []
  const distances = new Float64Array(count)
  for (let k = 0, o = 0; k < nz; k++) {
    heed()
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++, o++) {
        const x = low[0] + (i + 0.5) * side
        const y = low[1] + (j + 0.5) * side
        const z = low[2] + (k + 0.5) * side
        let first = 1e9
        let firstSolid = 1e9
        for (let q = 0; q < count; q++) {
          const bound = parts[q]!.bound
          const dx = x - bound[0]
          const dy = y - bound[1]
          const dz = z - bound[2]
          const far = sqrt(dx * dx + dy * dy + dz * dz) - bound[3]
          const beyond = far > min(first, firstSolid) + 2.6 * reach && far > cap + reach
          const d = beyond ? far + reach : fields[q]!(x, y, z)
          distances[q] = d
          first = min(first, d)
          if (solid[q]) firstSolid = min(firstSolid, d)
        }
        for (let q = 0; q < count; q++) {
          const d = distances[q]!
          if (d <= first + 2.5 * reach || (solid[q] && d <= firstSolid + 2.5 * reach)) near.push(q)
          if (d < cap + 1.4 * reach) capped.push(q)
        }
        nearStart[o + 1] = near.length
        capStart[o + 1] = capped.length
      }
  }
  return { nx, ny, nz, side, nearStart, near: Uint8Array.from(near), capStart, capped: Uint8Array.from(capped) }
}
