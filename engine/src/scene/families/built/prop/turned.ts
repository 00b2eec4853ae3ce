import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'

/** A turned shape round x, z: radii at heights over `y`, from the bottom up. */
export const turned = (
  mesh: MeshBuilder,
  x: number,
  z: number,
  y: number,
  list: readonly (readonly [up: number, r: number])[],
  sides: number,
  paint: Paint,
  smooth = true,
) =>
  loft(
    mesh,
    list.map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, sides) })),
    { paint, cap: paint, smooth },
  )
