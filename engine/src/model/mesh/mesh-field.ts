import type { Bound, Field } from '../../solid/field/field.ts'
import { contour } from './contour.ts'
import { splitAtCreases } from './creases.ts'
import { decimate } from './decimate.ts'
import { surfaceBox } from './surface-box.ts'
import { type SmoothMesh, type TriangleMesh, triangleCount } from './triangle-mesh.ts'

const { min, sqrt } = Math

export type MeshSize = {
  /** The most triangles the mesh may have. */
  readonly triangles: number
  /** Triangles cut from the field for each that stays: more finds finer shapes and costs time. */
  readonly oversampling?: number
  /** Least number of cells along any axis, so that a thin plate has cells between its faces. */
  readonly across?: number
}

/** What a field is cut with: cells that give about as many triangles as asked for on a box's sides. */
function cellOf(extent: readonly number[], triangles: number): number {
  const [a, b, c] = extent as [number, number, number]
  // a cube of n cells a side has 6·n² squares of two triangles
  return sqrt((2 * 2 * (a * b + b * c + c * a)) / triangles)
}

/** A closed manifold mesh of a field's surface inside its bound. Null when there is none. */
export function meshField(field: Field, bound: Bound, { triangles, oversampling = 2.5, across = 8 }: MeshSize): TriangleMesh | null {
  const box = surfaceBox(field, bound)
  if (!box) return null
  const extent = box.high.map((high, axis) => high - box.low[axis]!)
  const mesh = contour(field, box, cellOf(extent, triangles * oversampling), across)
  if (mesh.index.length === 0) return null
  return triangleCount(mesh) > triangles ? decimate(mesh, triangles) : mesh
}

/** Normals of a meshed field: the field's own, with vertices split at creases. */
export function withNormals(mesh: TriangleMesh, field: Field, bound: Bound): SmoothMesh {
  return splitAtCreases(mesh, field, min(bound[3], 1) * 2e-3)
}
