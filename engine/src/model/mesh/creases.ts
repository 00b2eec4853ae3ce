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

/**
 * Gives each corner of a mesh the normal of the field there; vertices are split where those differ. A vertex shared by corners has the mean of
 * their normals by area, so that a large flat triangle stays flat beside a bevel.
 * @param fieldOf the field a triangle was cut from
 */
export function splitAtCreases({ positions, index }: TriangleMesh, fieldOf: (triangle: number) => Field, step: number): SmoothMesh {
  const source: number[] = []
  const first: number[] = []
  const sums: number[] = []
  /** Split vertices of each vertex. */
  const copies: number[][] = Array.from({ length: positions.length / 3 }, () => [])
  const flat = new Float64Array(3)
  const normal = new Float64Array(3)
  const cosine = (n: number) => first[3 * n]! * normal[0]! + first[3 * n + 1]! * normal[1]! + first[3 * n + 2]! * normal[2]!
  const outIndex = index.map((v, i) => {
    const t = i - (i % 3)
    const area = faceNormal(positions, index, t, flat)
    const [x, y, z] = inwards(positions, index, t, v)
    unitGradient(fieldOf(t / 3), x, y, z, step, normal)
    if (normal[0]! * flat[0]! + normal[1]! * flat[1]! + normal[2]! * flat[2]! < TRUSTED) normal.set(flat)
    let copy = copies[v]!.find((n) => cosine(n) > SAME)
    if (copy === undefined) {
      copy = source.push(v) - 1
      copies[v]!.push(copy)
      first.push(normal[0]!, normal[1]!, normal[2]!)
      sums.push(0, 0, 0)
    }
    for (let axis = 0; axis < 3; axis++) sums[3 * copy + axis]! += normal[axis]! * (area + 1e-12)
    return copy
  })
  return {
    positions: Float64Array.from(source.flatMap((v) => [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!])),
    normals: unitRows(sums),
    source: Uint32Array.from(source),
    index: outIndex,
  }
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

function inwards(p: Float64Array, index: Uint32Array, t: number, v: number): [number, number, number] {
  const at = (axis: number) => {
    const middle = (p[3 * index[t]! + axis]! + p[3 * index[t + 1]! + axis]! + p[3 * index[t + 2]! + axis]!) / 3
    return p[3 * v + axis]! + (middle - p[3 * v + axis]!) * INWARDS
  }
  return [at(0), at(1), at(2)]
}

/** Writes the unit normal of the triangle whose corners begin at `t` of the index; returns twice its area. */
export function faceNormal(p: Float64Array, index: Uint32Array, t: number, out: Float64Array): number {
  const [a, b, c] = [3 * index[t]!, 3 * index[t + 1]!, 3 * index[t + 2]!]
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
