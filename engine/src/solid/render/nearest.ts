import { BRICK, type Bricks } from './bricks.ts'
import type { Part } from './part.ts'

const { sqrt } = Math

/** Finds the part nearest to a point. */
export type Nearest = {
  /** Exact distance, at most the cap; the part is left in `found.part` (−1: none). */
  readonly nearest: (x: number, y: number, z: number, opaqueOnly: boolean) => number
  /** The part that was nearest, and a distance within which there is no other one. */
  readonly found: { part: number; next: number }
}

/** Fields may be this much steeper than a distance. */
const STEEP = 1.25

/**
 * A cell of one voxel lists the few parts of its brick that can be nearest somewhere in it, those first that are near its middle: most are
 * not asked where those before them are near enough. Cells are filled where they are asked: rays see little of space.
 */
export function createNearest(
  parts: readonly Part[],
  bricks: Bricks,
  low: readonly [number, number, number],
  voxel: number,
  cap: number,
): Nearest {
  const fields = parts.map((part) => part.field)
  const clear = Uint8Array.from(parts, (part) => (part.material.kind === 'opaque' ? 0 : 1))
  const nx = bricks.nx * BRICK
  const ny = bricks.ny * BRICK
  const nz = bricks.nz * BRICK
  const inverse = 1 / voxel
  const reach = voxel * 0.8661 * STEEP
  const [lowX, lowY, lowZ] = low
  const distances = new Float64Array(parts.length)
  const found = { part: -1, next: 0 }
  /** Where a cell's list begins in `listed`: its length, then its parts; 0 where it is not known yet. */
  const startAll = new Int32Array(nx * ny * nz)
  const startOpaque = new Int32Array(nx * ny * nz)
  let listed = new Uint8Array(1 << 14)
  let end = 1
  /** For each listed part, at its place: how far it is from the middle of the cell. At a list's start: how far all others are of all of it. */
  let measured = new Float32Array(1 << 14)

  function fill(i: number, j: number, k: number, opaqueOnly: boolean): number {
    const brick = ((i / BRICK) | 0) + bricks.nx * (((j / BRICK) | 0) + bricks.ny * ((k / BRICK) | 0))
    const from = bricks.capStart[brick]!
    const to = bricks.capStart[brick + 1]!
    if (end + to - from + 1 > listed.length) {
      const more = new Uint8Array(2 * listed.length)
      more.set(listed)
      listed = more
      const further = new Float32Array(2 * measured.length)
      further.set(measured)
      measured = further
    }
    let first = cap - reach
    for (let s = from; s < to; s++) {
      const q = bricks.capped[s]!
      if (opaqueOnly && clear[q] === 1) continue
      const d = fields[q]!(lowX + (i + 0.5) * voxel, lowY + (j + 0.5) * voxel, lowZ + (k + 0.5) * voxel)
      distances[q] = d
      if (d < first) first = d
    }
    const start = end++
    const limit = first + 2 * reach
    for (let s = from; s < to; s++) {
      const q = bricks.capped[s]!
      if ((opaqueOnly && clear[q] === 1) || distances[q]! > limit) continue
      let at = end++
      for (; at > start + 1 && measured[at - 1]! > distances[q]!; at--) {
        listed[at] = listed[at - 1]!
        measured[at] = measured[at - 1]!
      }
      listed[at] = q
      measured[at] = distances[q]!
    }
    listed[start] = end - start - 1
    measured[start] = limit - reach
    return start
  }

  const inside = (f: number, count: number) => (f < 0 ? 0 : f >= count ? count - 1 : f) | 0
  return {
    found,
    nearest(x, y, z, opaqueOnly) {
      const i = inside((x - lowX) * inverse, nx)
      const j = inside((y - lowY) * inverse, ny)
      const k = inside((z - lowZ) * inverse, nz)
      const cell = i + nx * (j + ny * k)
      const starts = opaqueOnly ? startOpaque : startAll
      let start = starts[cell]!
      if (start === 0) {
        start = fill(i, j, k, opaqueOnly)
        starts[cell] = start
      }
      const aside = x - lowX - (i + 0.5) * voxel
      const above = y - lowY - (j + 0.5) * voxel
      const before = z - lowZ - (k + 0.5) * voxel
      const off = STEEP * sqrt(aside * aside + above * above + before * before)
      let best = cap
      let next = measured[start]!
      let part = -1
      for (let s = start + 1, last = start + listed[start]!; s <= last; s++) {
        const least = measured[s]! - off
        if (least > best) {
          if (least < next) next = least
          break
        }
        const q = listed[s]!
        const d = fields[q]!(x, y, z)
        // of parts cut by one plane the first is seen
        if (d < best || (d === best && q < part)) {
          if (best < next) next = best
          best = d
          part = q
        } else if (d < next) next = d
      }
      found.part = part
      found.next = next
      return best
    },
  }
}
