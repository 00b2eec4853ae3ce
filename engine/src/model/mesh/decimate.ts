import { createEdgeHeap, type EdgeHeap } from './edge-heap.ts'
import { createQuadrics, type Quadrics } from './quadrics.ts'
import type { TriangleMesh } from './triangle-mesh.ts'

const { max, sqrt } = Math

export type DecimateOptions = {
  /**
   * One number a triangle: edges between triangles of different groups are kept where they are as well as the surface is. Charts of a
   * texture, for one.
   */
  readonly groups?: ArrayLike<number>
  /** How much each triangle's shape matters, 1 where nothing is said. */
  readonly weights?: ArrayLike<number>
}

export type Decimated = TriangleMesh & {
  /** The triangle of the input that each triangle was. */
  readonly origin: Uint32Array
}

/** A triangle's normal may turn this far in a collapse, as a cosine. */
const MOST_TURN = 0.4
/** Area over the sum of squared sides, of an equilateral triangle 0.144: a collapse makes none below this that was not worse. */
const SLIVER = 0.012
/**
 * Weight of planes that hold borders of groups, against the surface's own. Light: held firmly, they would take the triangles that a coarse
 * mesh needs for its shape, and what lies between them would fall in.
 */
const BORDER = 0.5
/** The heap is filled anew this often for edges that could not be collapsed at their turn. */
const ROUNDS = 6

/** Collapses the edges that change the surface least until at most `target` triangles are left. A closed manifold stays one. */
export function decimate(mesh: TriangleMesh, target: number, options: DecimateOptions = {}): Decimated {
  const work = createWork(mesh)
  addPlanes(work, options)
  for (let round = 0; round < ROUNDS && work.count > target; round++) {
    const before = work.count
    // what is still too much bears thinner triangles
    work.sliver = SLIVER / (1 + round)
    collapseTo(work, target)
    if (round > 1 && before - work.count < before * 0.002) break
  }
  return compact(work)
}

/** No corner follows. */
const END = -1

type Work = {
  readonly p: Float64Array
  readonly index: Uint32Array
  /** Corners (places of the index) round each vertex are a chain: its first, its last, and the one after each. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly next: Int32Array
  /** Triangles round each vertex; 0 of one that is gone. */
  readonly degree: Int32Array
  /** Of triangles. */
  readonly alive: Uint8Array
  readonly quadrics: Quadrics
  /** Counts a vertex's moves: an older edge of the heap is stale. */
  readonly stamp: Uint32Array
  /** Vertices marked with the number of a question are beside its edge. */
  readonly mark: Uint32Array
  question: number
  /** Shape below which no triangle may be made. */
  sliver: number
  count: number
}

function createWork(mesh: TriangleMesh): Work {
  const vertices = mesh.positions.length / 3
  const index = mesh.index.slice()
  const first = new Int32Array(vertices).fill(END)
  const last = new Int32Array(vertices).fill(END)
  const next = new Int32Array(index.length).fill(END)
  const degree = new Int32Array(vertices)
  for (let corner = 0; corner < index.length; corner++) {
    const vertex = index[corner]!
    if (first[vertex] === END) first[vertex] = corner
    else next[last[vertex]!] = corner
    last[vertex] = corner
    degree[vertex]!++
  }
  const count = index.length / 3
  return {
    p: mesh.positions.slice(),
    index,
    first,
    last,
    next,
    degree,
    alive: new Uint8Array(count).fill(1),
    quadrics: createQuadrics(vertices),
    stamp: new Uint32Array(vertices),
    mark: new Uint32Array(vertices),
    question: 0,
    sliver: SLIVER,
    count,
  }
}

const triangleOf = (corner: number) => (corner / 3) | 0
/** The corner after one, and the one before it, in its triangle. */
const onwards = (corner: number) => (corner % 3 === 2 ? corner - 2 : corner + 1)
const backwards = (corner: number) => (corner % 3 === 0 ? corner + 2 : corner - 1)

const unit = new Float64Array(3)

/** Writes the unit normal of a triangle; returns twice its area. */
function faceOf(p: Float64Array, a: number, b: number, c: number, out: Float64Array): number {
  const ux = p[3 * b]! - p[3 * a]!
  const uy = p[3 * b + 1]! - p[3 * a + 1]!
  const uz = p[3 * b + 2]! - p[3 * a + 2]!
  const vx = p[3 * c]! - p[3 * a]!
  const vy = p[3 * c + 1]! - p[3 * a + 1]!
  const vz = p[3 * c + 2]! - p[3 * a + 2]!
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

function squaredDistance(p: Float64Array, a: number, b: number): number {
  const x = p[3 * a]! - p[3 * b]!
  const y = p[3 * a + 1]! - p[3 * b + 1]!
  const z = p[3 * a + 2]! - p[3 * b + 2]!
  return x * x + y * y + z * z
}

function addPlanes(work: Work, { groups, weights }: DecimateOptions): void {
  const { p, index, quadrics } = work
  for (let t = 0; t < index.length / 3; t++) {
    const area = faceOf(p, index[3 * t]!, index[3 * t + 1]!, index[3 * t + 2]!, unit)
    const nx = unit[0]!
    const ny = unit[1]!
    const nz = unit[2]!
    const o = index[3 * t]! * 3
    const d = -(nx * p[o]! + ny * p[o + 1]! + nz * p[o + 2]!)
    const weight = (area + 1e-9) * (weights ? weights[t]! : 1)
    for (let k = 0; k < 3; k++) quadrics.plane(index[3 * t + k]!, nx, ny, nz, d, weight)
    if (!groups) continue
    for (let k = 0; k < 3; k++) {
      const a = index[3 * t + k]!
      const b = index[3 * t + ((k + 1) % 3)]!
      if (isBorder(work, groups, t, a, b)) addBorder(p, quadrics, a, b, nx, ny, nz)
    }
  }
}

/** Whether a triangle of another group has the edge too. */
function isBorder({ index, first, next }: Work, groups: ArrayLike<number>, t: number, a: number, b: number): boolean {
  for (let corner = first[a]!; corner !== END; corner = next[corner]!)
    if (groups[triangleOf(corner)] !== groups[t] && (index[onwards(corner)] === b || index[backwards(corner)] === b)) return true
  return false
}

/** The plane that stands on an edge of a triangle. */
function addBorder(p: Float64Array, quadrics: Quadrics, a: number, b: number, nx: number, ny: number, nz: number): void {
  const ex = p[3 * b]! - p[3 * a]!
  const ey = p[3 * b + 1]! - p[3 * a + 1]!
  const ez = p[3 * b + 2]! - p[3 * a + 2]!
  const length = sqrt(ex * ex + ey * ey + ez * ez) + 1e-30
  const x = (ey * nz - ez * ny) / length
  const y = (ez * nx - ex * nz) / length
  const z = (ex * ny - ey * nx) / length
  const d = -(x * p[3 * a]! + y * p[3 * a + 1]! + z * p[3 * a + 2]!)
  quadrics.plane(a, x, y, z, d, length * length * BORDER)
  quadrics.plane(b, x, y, z, d, length * length * BORDER)
}

const place = new Float64Array(3)

/** Cost of the best collapse of an edge, its place in `place`. */
function costOf({ p, quadrics }: Work, a: number, b: number): number {
  const ax = p[3 * a]!
  const ay = p[3 * a + 1]!
  const az = p[3 * a + 2]!
  const dx = p[3 * b]! - ax
  const dy = p[3 * b + 1]! - ay
  const dz = p[3 * b + 2]! - az
  const length2 = dx * dx + dy * dy + dz * dz
  quadrics.join(a, b)
  if (quadrics.best(place)) {
    const x = place[0]! - ax
    const y = place[1]! - ay
    const z = place[2]! - az
    if (x * x + y * y + z * z < 2.25 * length2) return max(0, quadrics.error(place[0]!, place[1]!, place[2]!)) + length2 * length2 * 1e-9
  }
  let least = quadrics.error(ax + dx * 0.5, ay + dy * 0.5, az + dz * 0.5)
  let chosen = 0.5
  for (let t = 0; t < 2; t++) {
    const error = quadrics.error(ax + dx * t, ay + dy * t, az + dz * t)
    if (error < least) {
      least = error
      chosen = t
    }
  }
  place[0] = ax + dx * chosen
  place[1] = ay + dy * chosen
  place[2] = az + dz * chosen
  return max(0, least) + length2 * length2 * 1e-9
}

function pushEdges(work: Work, heap: EdgeHeap, vertex: number, onlyLarger: boolean): void {
  const { index, first, next, alive, stamp } = work
  for (let corner = first[vertex]!; corner !== END; corner = next[corner]!) {
    if (alive[triangleOf(corner)] === 0) continue
    const other = index[onwards(corner)]!
    if (onlyLarger && other < vertex) continue
    heap.push(costOf(work, vertex, other), vertex, other, stamp[vertex]! + stamp[other]!)
  }
}

function collapseTo(work: Work, target: number): void {
  const { degree, stamp } = work
  const heap = createEdgeHeap(work.count * 3)
  for (let v = 0; v < degree.length; v++) if (degree[v]! > 0) pushEdges(work, heap, v, true)
  const edge = { a: 0, b: 0, stamp: 0 }
  while (work.count > target && heap.pop(edge)) {
    const { a, b } = edge
    if (degree[a] === 0 || degree[b] === 0 || stamp[a]! + stamp[b]! !== edge.stamp) continue
    if (!keepsManifold(work, a, b)) continue
    costOf(work, a, b)
    if (!keepsFaces(work, a, b) || !keepsFaces(work, b, a)) continue
    collapse(work, a, b)
    pushEdges(work, heap, a, false)
  }
}

/** The surface stays a manifold when exactly the two corners beside the edge are neighbours of both ends, and none of them loses its face. */
function keepsManifold(work: Work, a: number, b: number): boolean {
  const { index, first, next, alive, mark, degree } = work
  // two marks a question: beside the one end, and beside both
  work.question += 2
  const beside = work.question
  let shared = 0
  for (let corner = first[a]!; corner !== END; corner = next[corner]!) {
    if (alive[triangleOf(corner)] === 0) continue
    const p = index[onwards(corner)]!
    const q = index[backwards(corner)]!
    if (p === b || q === b) shared++
    mark[p] = beside
    mark[q] = beside
  }
  if (shared !== 2) return false
  let common = 0
  for (let corner = first[b]!; corner !== END; corner = next[corner]!) {
    if (alive[triangleOf(corner)] === 0) continue
    for (let k = 0; k < 2; k++) {
      const v = index[k === 0 ? onwards(corner) : backwards(corner)]!
      if (v === a || mark[v] !== beside) continue
      if (degree[v]! <= 3) return false
      mark[v] = beside + 1
      common++
    }
  }
  return common === 2
}

const before = new Float64Array(3)
const after = new Float64Array(3)

/** Area over the sum of squared sides of a triangle, its unit normal in `out`. */
function shapeOf(p: Float64Array, a: number, b: number, c: number, out: Float64Array): number {
  const area = faceOf(p, a, b, c, out)
  return area / (2 * (squaredDistance(p, a, b) + squaredDistance(p, b, c) + squaredDistance(p, c, a)) + 1e-30)
}

/** Whether the triangles round `vertex` keep their side and shape when it moves to `place`; those that touch `gone` vanish. */
function keepsFaces({ p, index, first, next, alive, sliver }: Work, vertex: number, gone: number): boolean {
  const o = 3 * vertex
  const x = p[o]!
  const y = p[o + 1]!
  const z = p[o + 2]!
  for (let corner = first[vertex]!; corner !== END; corner = next[corner]!) {
    if (alive[triangleOf(corner)] === 0) continue
    const a = index[onwards(corner)]!
    const b = index[backwards(corner)]!
    if (a === gone || b === gone) continue
    const shape = shapeOf(p, vertex, a, b, before)
    p[o] = place[0]!
    p[o + 1] = place[1]!
    p[o + 2] = place[2]!
    const moved = shapeOf(p, vertex, a, b, after)
    p[o] = x
    p[o + 1] = y
    p[o + 2] = z
    if (moved < sliver && moved < shape) return false
    if (before[0]! * after[0]! + before[1]! * after[1]! + before[2]! * after[2]! < MOST_TURN && shape > 1e-6) return false
  }
  return true
}

/** Moves vertex `a` to `place` and gives it what `b` had. */
function collapse(work: Work, a: number, b: number): void {
  const { p, index, first, last, next, alive, degree, quadrics, stamp } = work
  for (let axis = 0; axis < 3; axis++) p[3 * a + axis] = place[axis]!
  quadrics.merge(b, a)
  for (let corner = first[b]!; corner !== END; corner = next[corner]!) {
    const t = triangleOf(corner)
    if (alive[t] === 0) continue
    const u = index[onwards(corner)]!
    const v = index[backwards(corner)]!
    index[corner] = a
    if (u === a || v === a) {
      alive[t] = 0
      work.count--
      degree[a]!--
      degree[u === a ? v : u]!--
    } else degree[a]!++
  }
  next[last[a]!] = first[b]!
  last[a] = last[b]!
  first[b] = END
  degree[b] = 0
  dropDead(work, a)
  stamp[a]!++
}

/** Takes the corners of triangles that are gone out of a vertex's chain. */
function dropDead({ first, last, next, alive }: Work, vertex: number): void {
  let kept = END
  for (let corner = first[vertex]!; corner !== END; corner = next[corner]!) {
    if (alive[triangleOf(corner)] === 0) continue
    if (kept === END) first[vertex] = corner
    else next[kept] = corner
    kept = corner
  }
  next[kept] = END
  last[vertex] = kept
}

function compact({ p, index, alive, count }: Work): Decimated {
  const renamed = new Int32Array(p.length / 3).fill(-1)
  const positions = new Float64Array(p.length)
  const corners = new Uint32Array(count * 3)
  const origin = new Uint32Array(count)
  let [vertices, triangles] = [0, 0]
  for (let t = 0; t < alive.length; t++) {
    if (alive[t] === 0) continue
    for (let k = 0; k < 3; k++) {
      const v = index[3 * t + k]!
      if (renamed[v]! < 0) {
        renamed[v] = vertices
        for (let axis = 0; axis < 3; axis++) positions[3 * vertices + axis] = p[3 * v + axis]!
        vertices++
      }
      corners[3 * triangles + k] = renamed[v]!
    }
    origin[triangles++] = t
  }
  return { positions: positions.slice(0, 3 * vertices), index: corners, origin }
}
