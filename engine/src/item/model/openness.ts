import type { TexelMap } from '../../model/atlas/rasterise.ts'
import type { Atlas } from '../../model/atlas/unwrap.ts'
import type { SmoothMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'

const { floor, max, min, sqrt } = Math

/** Distance to the nearest of some parts. */
type Nearest = (x: number, y: number, z: number, reach: number) => number

function nearestOf(parts: readonly Part[]): Nearest {
  return (x, y, z, reach) => {
    let nearest = reach
    for (const { field, bound } of parts) {
      const dx = x - bound[0]
      const dy = y - bound[1]
      const dz = z - bound[2]
      const limit = bound[3] + nearest
      if (dx * dx + dy * dy + dz * dz > limit * limit) continue
      nearest = min(nearest, field(x, y, z))
    }
    return nearest
  }
}

/** How far along the normal openness is looked for, model units, farthest first, and what each distance counts. */
const REACHES = [
  [0.36, 0.15],
  [0.18, 0.25],
  [0.08, 0.3],
  [0.03, 0.3],
] as const
/** What is this share of the farthest reach away there leaves nothing in the way to it. */
const OPEN = 0.998
/** What is left of the light in the deepest hollow. */
const DARKEST = 0.28

/** How open a texel lies to the light, 0..1; `weights` are the shares of its triangle's corners there. */
type Openness = (texel: number, weights: Float64Array) => number

/** Texels between two places of the lattice on which large triangles are looked at. */
const SPACING = 8
/** A triangle with a longer side than this is large, model units: what its corners see is not what its middle sees. */
const LARGE = 0.09
/** A place that lies further beyond its triangle than this many of its sides is taken at the triangle's rim. */
const FARTHEST = 3

/** How open texels lie, by the distance to anything along their normals. Asked row by row, it looks at each place once. */
export function createOpenness(mesh: SmoothMesh, atlas: Atlas, map: TexelMap, parts: readonly Part[]): Openness {
  const { positions: p, normals: n, index } = mesh
  const nearest = nearestOf(parts)
  const look = (x: number, y: number, z: number, nx: number, ny: number, nz: number): number => {
    let closed = 0
    for (const [reach, weight] of REACHES) {
      const share = nearest(x + nx * reach, y + ny * reach, z + nz * reach, reach) / reach
      if (reach === REACHES[0][0] && share > OPEN) break
      closed += weight * max(0, min(1, 1 - share))
    }
    return max(DARKEST, 1 - 1.15 * closed)
  }

  const ofVertex = new Float64Array(p.length / 3).fill(Number.NaN)
  const atVertex = (vertex: number): number => {
    const known = ofVertex[vertex]!
    if (!Number.isNaN(known)) return known
    const o = 3 * vertex
    ofVertex[vertex] = look(p[o]!, p[o + 1]!, p[o + 2]!, n[o]!, n[o + 1]!, n[o + 2]!)
    return ofVertex[vertex]!
  }

  const shares = new Float64Array(3)
  const point = new Float64Array(6)
  /** Writes a place of a triangle's plane and its normal, from the shares of the corners. */
  const blend = (t: number, from: Float64Array, first: number): void => {
    for (let axis = 0; axis < 3; axis++) {
      let sum = 0
      for (let k = 0; k < 3; k++) sum += from[3 * index[3 * t + k]! + axis]! * shares[k]!
      point[first + axis] = sum
    }
  }
  const ofLattice = new Map<number, number>()
  const across = atlas.size / SPACING + 1
  const atLattice = (i: number, j: number, t: number): number => {
    const key = (atlas.of[t]! * across + j) * across + i
    const known = ofLattice.get(key)
    if (known !== undefined) return known
    map.weightsAt(t, i * SPACING + 0.5, j * SPACING + 0.5, shares)
    if (max(...shares) > FARTHEST) clampShares(shares)
    blend(t, p, 0)
    clampShares(shares)
    blend(t, n, 3)
    const [nx, ny, nz] = [point[3]!, point[4]!, point[5]!]
    const inverse = 1 / sqrt(nx * nx + ny * ny + nz * nz + 1e-20)
    const fresh = look(point[0]!, point[1]!, point[2]!, nx * inverse, ny * inverse, nz * inverse)
    ofLattice.set(key, fresh)
    return fresh
  }

  const isLarge = Uint8Array.from({ length: index.length / 3 }, (_, t) => (longestSide(mesh, t) > LARGE ? 1 : 0))
  /** What lies round the square of the lattice that was asked for last: rows next to each other hold the same. */
  const corners = new Float64Array(4)
  let [lastChart, lastSquare] = [-1, -1]
  return (texel, weights) => {
    const t = map.triangle[texel]!
    if (isLarge[t] === 0)
      return atVertex(index[3 * t]!) * weights[0]! + atVertex(index[3 * t + 1]!) * weights[1]! + atVertex(index[3 * t + 2]!) * weights[2]!
    const x = texel % atlas.size
    const y = (texel - x) / atlas.size
    const i = floor(x / SPACING)
    const j = floor(y / SPACING)
    const square = j * across + i
    if (square !== lastSquare || atlas.of[t] !== lastChart) {
      for (let k = 0; k < 4; k++) corners[k] = atLattice(i + (k & 1), j + (k >> 1), t)
      lastSquare = square
      lastChart = atlas.of[t]!
    }
    const u = x / SPACING - i
    const v = y / SPACING - j
    return (corners[0]! * (1 - u) + corners[1]! * u) * (1 - v) + (corners[2]! * (1 - u) + corners[3]! * u) * v
  }
}

/** Brings shares of a triangle's corners to the triangle itself. */
function clampShares(shares: Float64Array): void {
  for (let k = 0; k < 3; k++) shares[k] = max(0, shares[k]!)
  const inverse = 1 / (shares[0]! + shares[1]! + shares[2]!)
  for (let k = 0; k < 3; k++) shares[k]! *= inverse
}

function longestSide({ positions: p, index }: SmoothMesh, t: number): number {
  let longest = 0
  for (let k = 0; k < 3; k++) {
    const a = 3 * index[3 * t + k]!
    const b = 3 * index[3 * t + ((k + 1) % 3)]!
    const x = p[a]! - p[b]!
    const y = p[a + 1]! - p[b + 1]!
    const z = p[a + 2]! - p[b + 2]!
    longest = max(longest, x * x + y * y + z * z)
  }
  return sqrt(longest)
}
