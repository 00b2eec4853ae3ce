import type { Bound, Field } from '../../solid/field/field.ts'
import { contour } from './contour.ts'
import { splitAtCreases } from './creases.ts'
import { decimate } from './decimate.ts'
import { lowest, surfaceBox, type Wall } from './surface-box.ts'
import { type SmoothMesh, type TriangleMesh, triangleCount } from './triangle-mesh.ts'

const { max, min, sqrt } = Math

/** Cells along the longest side are no more than this, however thin a thing is. */
const FINEST = 120

export type MeshSize = {
  /** The most triangles the mesh may have. */
  readonly triangles: number
  /** Triangles cut from the field for each that stays: more finds finer shapes and costs time. */
  readonly oversampling?: number
  /** Least number of cells along any axis, so that a thin plate has cells between its faces. */
  readonly across?: number
}

/** Side of cells that give about so many triangles: a surface crosses one and a half edges a cell, and each crossing is two triangles. */
const cellOf = (area: number, triangles: number) => sqrt((3 * area) / triangles)

/** Of what is slender in most places, such as a rope, cells are this share of its thickness. */
const SLENDER_SHARE = 0.33
/** Yet they are no finer than by this factor. */
const SLENDER_FINER = 1.5

/** The thickness that one wall in five falls below, where it is a rod's. */
const slenderness = (walls: readonly Wall[]) =>
  lowest(
    walls.map(({ isRod, thickness }) => (isRod ? thickness : Infinity)),
    5,
  )

/** A closed manifold mesh of a field's surface inside its bound. Null when there is none. */
export function meshField(field: Field, bound: Bound, { triangles, oversampling = 2.5, across = 8 }: MeshSize): TriangleMesh | null {
  const mesh = cutField(field, bound, triangles * oversampling, across)
  if (!mesh) return null
  return triangleCount(mesh) > triangles ? decimate(mesh, triangles) : mesh
}

/** The surface of a field inside its bound before decimation, in about as many triangles as asked for. Null when there is none. */
export function cutField(field: Field, bound: Bound, triangles: number, across = 8): TriangleMesh | null {
  const box = surfaceBox(field, bound)
  if (!box) return null
  const largest = Math.max(...box.high.map((high, axis) => high - box.low[axis]!))
  const plain = cellOf(box.area, triangles)
  const slender = max(slenderness(box.walls) * SLENDER_SHARE, plain / SLENDER_FINER)
  const cell = max(min(plain, slender), largest / FINEST)
  const mesh = contour(field, box, cell, across)
  return mesh.index.length === 0 ? null : mesh
}

/** Normals of a meshed field: the field's own, with vertices split at creases. */
export function withNormals(mesh: TriangleMesh, field: Field, bound: Bound): SmoothMesh {
  return splitAtCreases(mesh, () => field, min(bound[3], 1) * 2e-3)
}
