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
/** Weight of planes that hold borders of groups, against the surface's own. */
const BORDER = 8
/** The heap is filled anew this often for edges that could not be collapsed at their turn. */
const ROUNDS = 6

/** Collapses the edges that change the surface least until at most `target` triangles are left. A closed manifold stays one. */
export function decimate(mesh: TriangleMesh, target: number, options: DecimateOptions = {}): Decimated {
  const work = createWork(mesh)
  addPlanes(work, options)
  for (let round = 0; round < ROUNDS && work.count > target; round++) {
    const before = work.count
    collapseTo(work, target)
    if (before - work.count < before * 0.002) break
  }
  return compact(work)
}

type Work = {
  readonly p: Float64Array
  readonly index: Uint32Array
  /** Triangles round each vertex; empty for one that is gone. */
  readonly round: number[][]
  readonly alive: Uint8Array
  readonly quadrics: Quadrics
  /** Counts a vertex's moves: an older edge of the heap is stale. */
  readonly stamp: Uint32Array
  count: number
}

function createWork(mesh: TriangleMesh): Work {
  const vertices = mesh.positions.length / 3
  const index = mesh.index.slice()
  const round: number[][] = Array.from({ length: vertices }, () => [])
  for (const [i, vertex] of index.entries()) round[vertex]!.push(Math.floor(i / 3))
  const count = index.length / 3
  const alive = new Uint8Array(count).fill(1)
  const quadrics = createQuadrics(vertices)
  return { p: mesh.positions.slice(), index, round, alive, quadrics, stamp: new Uint32Array(vertices), count }
}

const unit = new Float64Array(3)

/** Writes the unit normal of a triangle; returns twice its area. */
function faceOf(p: Float64Array, a: number, b: number, c: number, out: Float64Array = unit): number {
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

const squaredDistance = (p: Float64Array, a: number, b: number) => {
  const x = p[3 * a]! - p[3 * b]!
  const y = p[3 * a + 1]! - p[3 * b + 1]!
  const z = p[3 * a + 2]! - p[3 * b + 2]!
  return x * x + y * y + z * z
}

function addPlanes({ p, index, quadrics, round }: Work, { groups, weights }: DecimateOptions): void {
  for (let t = 0; t < index.length / 3; t++) {
    const corners = [index[3 * t]!, index[3 * t + 1]!, index[3 * t + 2]!] as const
    const area = faceOf(p, ...corners)
    const [nx, ny, nz] = [unit[0]!, unit[1]!, unit[2]!]
    const o = corners[0] * 3
    const d = -(nx * p[o]! + ny * p[o + 1]! + nz * p[o + 2]!)
    for (const corner of corners) quadrics.plane(corner, nx, ny, nz, d, (area + 1e-9) * (weights?.[t] ?? 1))
    if (!groups) continue
    for (let k = 0; k < 3; k++) {
      const [a, b] = [corners[k]!, corners[(k + 1) % 3]!]
      const isBorder = round[a]!.some(
        (s) => groups[s] !== groups[t] && (index[3 * s] === b || index[3 * s + 1] === b || index[3 * s + 2] === b),
      )
      if (isBorder) addBorder(p, quadrics, a, b, nx, ny, nz)
    }
  }
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
  for (const vertex of [a, b]) quadrics.plane(vertex, x, y, z, d, length * length * BORDER)
}

const place = new Float64Array(3)

/** Cost of the best collapse of an edge, its place in `place`. */
function costOf({ p, quadrics }: Work, a: number, b: number): number {
  const length2 = squaredDistance(p, a, b)
  if (quadrics.best(a, b, place)) {
    const [x, y, z] = [place[0]! - p[3 * a]!, place[1]! - p[3 * a + 1]!, place[2]! - p[3 * a + 2]!]
    if (x * x + y * y + z * z < 2.25 * length2)
      return max(0, quadrics.error(a, b, place[0]!, place[1]!, place[2]!)) + length2 * length2 * 1e-9
  }
  let least = Infinity
  let chosen = 0.5
  for (const t of [0.5, 0, 1]) {
    const at = (axis: number) => p[3 * a + axis]! + (p[3 * b + axis]! - p[3 * a + axis]!) * t
    const error = quadrics.error(a, b, at(0), at(1), at(2))
    if (error < least) {
      least = error
      chosen = t
    }
  }
  for (let axis = 0; axis < 3; axis++) place[axis] = p[3 * a + axis]! + (p[3 * b + axis]! - p[3 * a + axis]!) * chosen
  return max(0, least) + length2 * length2 * 1e-9
}

const others = (work: Work, t: number, vertex: number): [number, number] => {
  const { index } = work
  const [a, b, c] = [index[3 * t]!, index[3 * t + 1]!, index[3 * t + 2]!]
  return a === vertex ? [b, c] : b === vertex ? [c, a] : [a, b]
}

function pushEdges(work: Work, heap: EdgeHeap, vertex: number, onlyLarger: boolean): void {
  for (const t of work.round[vertex]!) {
    const [other] = others(work, t, vertex)
    if (onlyLarger && other < vertex) continue
    heap.push(costOf(work, vertex, other), vertex, other, work.stamp[vertex]! + work.stamp[other]!)
  }
}

function collapseTo(work: Work, target: number): void {
  const heap = createEdgeHeap()
  for (let v = 0; v < work.round.length; v++) pushEdges(work, heap, v, true)
  const next = { cost: 0, a: 0, b: 0, stamp: 0 }
  while (work.count > target && heap.pop(next)) {
    const { a, b, stamp } = next
    if (work.round[a]!.length === 0 || work.round[b]!.length === 0 || work.stamp[a]! + work.stamp[b]! !== stamp) continue
    costOf(work, a, b)
    if (!mayCollapse(work, a, b)) continue
    collapse(work, a, b)
    pushEdges(work, heap, a, false)
  }
}

/** The surface stays a manifold when exactly the two corners beside the edge are neighbours of both ends, and none of them loses its face. */
function keepsManifold(work: Work, a: number, b: number): boolean {
  const beside = new Set<number>()
  let shared = 0
  for (const t of work.round[a]!) {
    const [p, q] = others(work, t, a)
    if (p === b || q === b) shared++
    beside.add(p)
    beside.add(q)
  }
  if (shared !== 2) return false
  const common = new Set<number>()
  for (const t of work.round[b]!) for (const v of others(work, t, b)) if (v !== a && beside.has(v)) common.add(v)
  if (common.size !== 2) return false
  for (const v of common) if (work.round[v]!.length <= 3) return false
  return true
}

const before = new Float64Array(3)
const after = new Float64Array(3)

/** Whether the triangles round `vertex` keep their side and shape when it moves to `place`; those that touch `gone` vanish. */
function keepsFaces(work: Work, vertex: number, gone: number): boolean {
  const { p } = work
  const o = 3 * vertex
  const [x, y, z] = [p[o]!, p[o + 1]!, p[o + 2]!]
  const move = (nx: number, ny: number, nz: number) => {
    p[o] = nx
    p[o + 1] = ny
    p[o + 2] = nz
  }
  const shapeOf = (a: number, b: number, out: Float64Array) => {
    const area = faceOf(p, vertex, a, b, out)
    return area / (2 * (squaredDistance(p, vertex, a) + squaredDistance(p, a, b) + squaredDistance(p, b, vertex)) + 1e-30)
  }
  for (const t of work.round[vertex]!) {
    const [a, b] = others(work, t, vertex)
    if (a === gone || b === gone) continue
    const shape = shapeOf(a, b, before)
    move(place[0]!, place[1]!, place[2]!)
    const newShape = shapeOf(a, b, after)
    move(x, y, z)
    if (newShape < SLIVER && newShape < shape) return false
    if (before[0]! * after[0]! + before[1]! * after[1]! + before[2]! * after[2]! < MOST_TURN && shape > 1e-6) return false
  }
  return true
}

const mayCollapse = (work: Work, a: number, b: number) => keepsManifold(work, a, b) && keepsFaces(work, a, b) && keepsFaces(work, b, a)

function collapse(work: Work, a: number, b: number): void {
  const { p, index, round, alive, quadrics, stamp } = work
  for (let axis = 0; axis < 3; axis++) p[3 * a + axis] = place[axis]!
  quadrics.merge(b, a)
  for (const t of round[b]!) {
    const [u, v] = others(work, t, b)
    if (u === a || v === a) {
      alive[t] = 0
      work.count--
      const third = u === a ? v : u
      for (const w of [a, third]) round[w] = round[w]!.filter((s) => s !== t)
      continue
    }
    for (let k = 0; k < 3; k++) if (index[3 * t + k] === b) index[3 * t + k] = a
    round[a]!.push(t)
  }
  round[b] = []
  stamp[a] = stamp[a]! + 1
}

function compact({ p, index, alive }: Work): Decimated {
  const renamed = new Int32Array(p.length / 3).fill(-1)
  const positions: number[] = []
  const corners: number[] = []
  const origin: number[] = []
  for (let t = 0; t < alive.length; t++) {
    if (alive[t] === 0) continue
    origin.push(t)
    for (let k = 0; k < 3; k++) {
      const v = index[3 * t + k]!
      if (renamed[v]! < 0) {
        renamed[v] = positions.length / 3
        positions.push(p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!)
      }
      corners.push(renamed[v]!)
    }
  }
  return { positions: Float64Array.from(positions), index: Uint32Array.from(corners), origin: Uint32Array.from(origin) }
}
