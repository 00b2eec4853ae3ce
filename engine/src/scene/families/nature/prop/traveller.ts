import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'

/** Height, half width and half depth of a cloaked figure, from hem to hood. */
const FIGURE = [
  [0, 0.4, 0.36],
  [0.12, 0.41, 0.36],
  [0.6, 0.34, 0.29],
  [1.05, 0.29, 0.22],
  [1.34, 0.27, 0.18],
  [1.44, 0.2, 0.15],
  [1.5, 0.12, 0.12],
  [1.58, 0.14, 0.15],
  [1.7, 0.14, 0.15],
  [1.78, 0.09, 0.1],
  [1.81, 0.02, 0.02],
] as const

/** A person in a hooded cloak with a staff, seen from some way off. */
export function traveller(mesh: MeshBuilder, x: number, y: number, z: number, cloak: Paint, height = 1.8): void {
  const k = height / 1.8
  loft(
    mesh,
    FIGURE.map(([up, wide, deep]) => ({ y: y + up * k, points: polygon(x, z, wide * k, 14, 0, 0, deep / wide) })),
    { paint: cloak, cap: cloak, smooth: true },
  )
  tube(
    mesh,
    [
      [x + 0.46 * k, y, z - 0.1],
      [x + 0.38 * k, y + 1.75 * k, z - 0.05],
    ],
    { paint: cloak, radius: 0.022 * k, sides: 5 },
  )
}
