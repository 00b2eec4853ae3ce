import type { Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'
import type { SmoothMesh, TriangleMesh } from './triangle-mesh.ts'

const { sqrt } = Math

/** Normals are read this far from a corner towards the triangle's middle, so that both sides of a crease get their own. */
const INWARDS = 0.22
/** Corners of a vertex whose normals are closer than this cosine share one. */
const SAME = 0.9
/** A field's normal further from the triangle's than this cosine is noise, and the triangle's is taken. */
const TRUSTED = 0.5
/** Where all triangles of a vertex face within this cosine of the field's normal there is no crease to look for. */
const SMOOTH = 0.95

/**
 * Gives each corner of a mesh the normal of the field there; vertices are split where those differ. A vertex shared by corners has the mean of
 * their normals by area, so that a large flat triangle stays flat beside a bevel.
 * @param fieldOf the field a triangle was cut from
 */
export function splitAtCreases(mesh: TriangleMesh, fieldOf: (triangle: number) => Field, step: number): SmoothMesh {
  const { positions, index } = mesh
  const vertices = positions.length / 3
  const flats = new Float64Array(index.length)
  const areas = new Float64Array(index.length / 3)
  const flat = new Float64Array(3)
  for (let t = 0; t < index.length; t += 3) {
    areas[t / 3] = faceNormal(positions, index, t, flat)
    flats.set(flat, t)
  }
  const { normals: smooth, creased } = vertexNormals(mesh, flats, fieldOf, step)
  const source: number[] = []
  const first: number[] = []
  const sums: number[] = []
  /** First split vertex of each vertex, and the next of each split vertex; −1 where there is none. */
  const copies = new Int32Array(vertices).fill(-1)
  const others: number[] = []
  const normal = new Float64Array(3)
  const copyOf = (v: number): number => {
    let last = -1
    for (let n = copies[v]!; n >= 0; n = others[n]!) {
      if (first[3 * n]! * normal[0]! + first[3 * n + 1]! * normal[1]! + first[3 * n + 2]! * normal[2]! > SAME) return n
      last = n
    }
    const copy = source.push(v) - 1
    others.push(-1)
    if (last < 0) copies[v] = copy
    else others[last] = copy
    first.push(normal[0]!, normal[1]!, normal[2]!)
    sums.push(0, 0, 0)
    return copy
  }
  const outIndex = new Uint32Array(index.length)
  for (let i = 0; i < index.length; i++) {
    const v = index[i]!
    const t = i - (i % 3)
    if (creased[v] === 1) cornerNormal(mesh, fieldOf(t / 3), t, v, flats, step, normal)
    else for (let axis = 0; axis < 3; axis++) normal[axis] = smooth[3 * v + axis]!
    const copy = copyOf(v)
    for (let axis = 0; axis < 3; axis++) sums[3 * copy + axis]! += normal[axis]! * (areas[t / 3]! + 1e-12)
    outIndex[i] = copy
  }
  const places = new Float64Array(3 * source.length)
  for (const [n, v] of source.entries()) for (let axis = 0; axis < 3; axis++) places[3 * n + axis] = positions[3 * v + axis]!
  return { positions: places, normals: unitRows(sums), source: Uint32Array.from(source), index: outIndex }
}

/** The field's normal at each vertex, and 1 for those where triangles face elsewhere. */
function vertexNormals({ positions: p, index }: TriangleMesh, flats: Float64Array, fieldOf: (triangle: number) => Field, step: number) {
  const normals = new Float64Array(p.length)
  const creased = new Uint8Array(p.length / 3)
  const known = new Uint8Array(creased.length)
  const normal = new Float64Array(3)
  for (let i = 0; i < index.length; i++) {
    const v = index[i]!
    const t = i - (i % 3)
    if (known[v] === 0) {
      known[v] = 1
      unitGradient(fieldOf(t / 3), p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!, step, normal)
      normals.set(normal, 3 * v)
    }
    if (normals[3 * v]! * flats[t]! + normals[3 * v + 1]! * flats[t + 1]! + normals[3 * v + 2]! * flats[t + 2]! < SMOOTH) creased[v] = 1
  }
  return { normals, creased }
}

/** Writes the field's normal at a corner as its triangle sees it. */
function cornerNormal(
  { positions: p, index }: TriangleMesh,
  field: Field,
  t: number,
  v: number,
  flats: Float64Array,
  step: number,
  out: Float64Array,
): void {
  const at = (axis: number) => {
    const middle = (p[3 * index[t]! + axis]! + p[3 * index[t + 1]! + axis]! + p[3 * index[t + 2]! + axis]!) / 3
    return p[3 * v + axis]! + (middle - p[3 * v + axis]!) * INWARDS
  }
  unitGradient(field, at(0), at(1), at(2), step, out)
  if (out[0]! * flats[t]! + out[1]! * flats[t + 1]! + out[2]! * flats[t + 2]! >= TRUSTED) return
  for (let axis = 0; axis < 3; axis++) out[axis] = flats[t + axis]!
}

function unitRows(rows: readonly number[]): Float64Array {
  const unit = Float64Array.from(rows)
  for (let o = 0; o < unit.length; o += 3) {
    const [x, y, z] = [unit[o]!, unit[o + 1]!, unit[o + 2]!]
    const length = sqrt(x * x + y * y + z * z)
    // a corner whose triangles are all without a face: any direction will do, none is seen
    if (!(length > 1e-20)) {
      unit.set([0, 1, 0], o)
      continue
    }
    const inverse = 1 / length
    for (let axis = 0; axis < 3; axis++) unit[o + axis]! *= inverse
  }
  return unit
}

/** Writes the unit normal of the triangle whose corners begin at `t` of the index; returns twice its area. */
export function faceNormal(p: Float64Array, index: Uint32Array, t: number, out: Float64Array): number {
  const a = 3 * index[t]!
  const b = 3 * index[t + 1]!
  const c = 3 * index[t + 2]!
  const ux = p[b]! - p[a]!
  const uy = p[b + 1]! - p[a + 1]!
  const uz = p[b + 2]! - p[a + 2]!
  const vx = p[c]! - p[a]!
  const vy = p[c + 1]! - p[a + 1]!
  const vz = p[c + 2]! - p[a + 2]!
  const x = uy * vz - uz * vy
  const y = uz * vx - ux * vz
  const z = ux * vy - uy * vx
  const length = sqrt(x * x + y * y + z * z)
  const inverse = 1 / (length + 1e-30)
  out[0] = x * inverse
  out[1] = y * inverse
  out[2] = z * inverse
  return length
}
