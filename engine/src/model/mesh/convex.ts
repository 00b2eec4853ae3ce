import type { SmoothMesh } from './triangle-mesh.ts'

const { abs, max, sqrt } = Math

type Point = readonly [number, number, number]

/** A side of the first square that is cut down to a face, model units: larger than anything. */
const REACH = 8

/** The exact faces of the convex body inside packed planes (unit normal and distance, four numbers each), every face with its own vertices. */
export function convexMesh(planes: Float64Array): SmoothMesh {
  const positions: number[] = []
  const normals: number[] = []
  const index: number[] = []
  for (let o = 0; o < planes.length; o += 4) {
    const face = cleaned(faceOf(planes, o))
    if (face.length < 3) continue
    const first = positions.length / 3
    for (const corner of face) {
      positions.push(...corner)
      normals.push(planes[o]!, planes[o + 1]!, planes[o + 2]!)
    }
    for (let k = 1; k + 1 < face.length; k++) index.push(first, first + k, first + k + 1)
  }
  const source = Uint32Array.from({ length: positions.length / 3 }, (_, i) => i)
  return { positions: Float64Array.from(positions), normals: Float64Array.from(normals), index: Uint32Array.from(index), source }
}

/** A large square of the plane, counter-clockwise from outside, cut by all the others. */
function faceOf(planes: Float64Array, own: number): Point[] {
  const [a, b, c, d] = [planes[own]!, planes[own + 1]!, planes[own + 2]!, planes[own + 3]!]
  const [hx, hy] = abs(a) > 0.7 ? [0, 1] : [1, 0]
  const along = hx * a + hy * b
  const [rx, ry, rz] = [hx - along * a, hy - along * b, -along * c]
  const length = sqrt(rx * rx + ry * ry + rz * rz)
  const [tx, ty, tz] = [rx / length, ry / length, rz / length]
  const [sx, sy, sz] = [b * tz - c * ty, c * tx - a * tz, a * ty - b * tx]
  let face: Point[] = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([u, v]) => [a * d + (tx * u + sx * v) * REACH, b * d + (ty * u + sy * v) * REACH, c * d + (tz * u + sz * v) * REACH])
  for (let o = 0; o < planes.length && face.length > 0; o += 4) if (o !== own) face = cut(face, planes, o)
  return face
}

/** The part of a polygon inside one plane. */
function cut(face: readonly Point[], planes: Float64Array, o: number): Point[] {
  const outside = ([x, y, z]: Point) => planes[o]! * x + planes[o + 1]! * y + planes[o + 2]! * z - planes[o + 3]!
  const kept: Point[] = []
  for (const [k, from] of face.entries()) {
    const to = face[(k + 1) % face.length]!
    const atFrom = outside(from)
    const atTo = outside(to)
    if (atFrom <= 0) kept.push(from)
    if (atFrom < 0 === atTo < 0) continue
    const t = atFrom / (atFrom - atTo)
    kept.push([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t])
  }
  return kept
}

/** Without corners that lie on the one before. */
const cleaned = (face: readonly Point[]): Point[] =>
  face.filter((p, k) => {
    const q = face[(k + 1) % face.length]!
    return max(abs(p[0] - q[0]), abs(p[1] - q[1]), abs(p[2] - q[2])) > 1e-6
  })
