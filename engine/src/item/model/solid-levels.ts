import { type Decimated, type DecimateOptions, decimate } from '../../model/mesh/decimate.ts'
import { cutField } from '../../model/mesh/mesh-field.ts'
import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'
import { hiddenOf } from './surroundings.ts'

const { max, sqrt } = Math

/** Several parts as one mesh of separate closed pieces. */
export type JointMesh = TriangleMesh & {
  /** The part each triangle was cut from, by its place in the list. */
  readonly part: Uint32Array
}

/** Triangles cut for each that may stay. */
const OVERSAMPLING = 1.8
/** A part gets at least this many before decimation, however small it is. */
const LEAST = 260
/** How much the shape of what lies inside other parts matters. */
export const UNSEEN = 0.01
/** And that of a part whose mesh is already as coarse as it may be. */
const EXACT = 100

/** Cuts parts from their fields and decimates them together, so that triangles are where the shape needs them. */
export function meshTogether(parts: readonly Part[], triangles: number): JointMesh {
  // a part twice as wide has four times the surface, yet is not four times as finely shaped
  const weights = parts.map(({ bound }) => sqrt(bound[3]))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const pieces = parts.map(
    ({ field, bound, mesh }, i) => mesh ?? cutField(field, bound, max(LEAST, (triangles * OVERSAMPLING * weights[i]!) / all)),
  )
  const whole = join(pieces)
  const hidden = hiddenOf(whole, whole.part, parts)
  const weightOf = (is: number, t: number) => (is ? UNSEEN : parts[whole.part[t]!]!.mesh ? EXACT : 1)
  return thinned(whole, triangles, { weights: Float64Array.from(hidden, weightOf) })
}

function join(pieces: readonly (TriangleMesh | null)[]): JointMesh {
  const sum = (of: 'positions' | 'index') => pieces.reduce((total, piece) => total + (piece ? piece[of].length : 0), 0)
  const positions = new Float64Array(sum('positions'))
  const index = new Uint32Array(sum('index'))
  const part = new Uint32Array(index.length / 3)
  let [places, corners] = [0, 0]
  for (const [number, piece] of pieces.entries()) {
    if (!piece) continue
    const first = places / 3
    positions.set(piece.positions, places)
    part.fill(number, corners / 3, (corners + piece.index.length) / 3)
    for (const vertex of piece.index) index[corners++] = first + vertex
    places += piece.positions.length
  }
  return { positions, index, part }
}

/** The same mesh in fewer triangles. */
export function thinned(mesh: JointMesh, triangles: number, options: DecimateOptions = {}): JointMesh & Pick<Decimated, 'origin'> {
  const fewer = decimate(mesh, triangles, options)
  return { ...fewer, part: fewer.origin.map((t) => mesh.part[t]!) }
}
