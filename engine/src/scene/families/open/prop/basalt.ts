import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'

export type Columns = {
  /** Middle and half width of the field. */
  readonly x: number
  readonly z: number
  readonly radius: number
  /** Height of a column's top there; none stands where it is under `floor`. */
  readonly top: (x: number, z: number) => number
  readonly floor: number
  /** Radius of a column. */
  readonly size: number
  readonly paint: Paint
}

/** Six-sided columns side by side, each of its own height. */
export function basaltColumns(mesh: MeshBuilder, random: Prng, { x, z, radius, top, floor, size, paint }: Columns): void {
  const wide = size * 1.74
  const rows = Math.ceil(radius / (size * 1.5))
  for (let j = -rows; j <= rows; j++)
    for (let i = -rows; i <= rows; i++) {
      const px = x + (i + (j & 1) * 0.5) * wide
      const pz = z + j * size * 1.5
      const off = (px - x) * (px - x) + (pz - z) * (pz - z)
      if (off > radius * radius) continue
      const step = Math.floor((value2(px * 0.6 + 3, pz * 0.6) * 3 + random.next()) * 1.4) * size * 0.55
      const y = top(px, pz) + step
      if (y < floor) continue
      const r = size * 0.97
      loft(
        mesh,
        [
          { y: floor - 2, points: polygon(px, pz, r, 6, 0.52) },
          { y: y - size * 0.06, points: polygon(px, pz, r, 6, 0.52) },
          { y, points: polygon(px, pz, r * 0.9, 6, 0.52) },
        ],
        { paint, cap: paint },
      )
    }
}
