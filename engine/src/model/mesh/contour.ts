import type { Field } from '../../solid/field/field.ts'
import { CELL_SHEETS, EDGES } from './cell-sheets.ts'
import { type Crossings, createCrossings, nearestToPlanes } from './crossings.ts'
import { unitGradient } from './gradient.ts'
import { type Grid, sampleGrid } from './sample-grid.ts'
import type { Box3 } from './surface-box.ts'
import type { TriangleMesh } from './triangle-mesh.ts'

const { max, min } = Math

/** Share of a cell's shortest side a normal's finite difference steps. */
const NORMAL_STEP = 0.05

/** Pairs of vertices are keyed by the one times this plus the other. */
const PAIR = 67108864

/** The cells a surface passes through. */
type Cells = {
  /** Places of their lowest corners, three numbers a cell. */
  readonly at: number[]
  /** Crossing of each of a cell's edges, or −1: twelve numbers a cell. */
  readonly crossing: number[]
  /** Which corners are inside, one bit each. */
  readonly inside: Uint8Array
  /** Number of each cell's first vertex; those of its other sheets follow. */
  readonly firstVertex: Uint32Array
}

/** Crossed edges of the grid in the order of their crossings. */
type CrossedEdges = {
  /** Axis of each. */
  readonly axis: number[]
  /** Number of the grid corner at its inner end. */
  readonly inside: number[]
  /** Whether its lower end is that. */
  readonly leaves: boolean[]
  /** Cells round each in the order of a screw along the axis, four numbers an edge. */
  readonly round: number[]
}

/**
 * A closed, manifold mesh of a field's surface in a box, by dual contouring (Ju et al. 2002) with one vertex for each sheet of a cell:
 * corners and creases keep their edges. Twice as many triangles as crossed edges.
 *
 * @param cell side of a cell, model units
 * @param across least number of cells along any axis
 */
export function contour(field: Field, box: Box3, cell: number, across = 6): TriangleMesh {
  const grid = sampleGrid(field, box, cell, across)
  const { swell } = grid
  const swollen: Field = swell > 0 ? (x, y, z) => field(x, y, z) - swell : field
  const crossings = createCrossings(swollen, grid.side, min(...grid.side) * NORMAL_STEP)
  const { cells, edges } = findCells(grid, crossings)
  const rows = crossings.rows()
  const placed = placeVertices(grid, rows, cells)
  const index = trianglesOf(edges, cells, rows, placed)
  const positions = Float64Array.from(placed)
  if (swell > 0) drawBack(positions, field, swell, min(...grid.side) * NORMAL_STEP)
  return { index, positions }
}

/** Share of what a surface was moved outwards by that its vertices are taken back: all of it, and the faces of a thin wall would touch. */
const DRAWN_BACK = 0.6

/** Brings the vertices of a swollen surface back to the field's own, so that it hides nothing that lies on it. */
function drawBack(p: Float64Array, field: Field, swell: number, step: number): void {
  const normal = new Float64Array(3)
  for (let o = 0; o < p.length; o += 3) {
    const way = max(0, min(swell, field(p[o]!, p[o + 1]!, p[o + 2]!))) * DRAWN_BACK
    unitGradient(field, p[o]!, p[o + 1]!, p[o + 2]!, step, normal)
    for (let axis = 0; axis < 3; axis++) p[o + axis]! -= normal[axis]! * way
  }
}

/** Where cells lie round an edge, along the two axes after its own. */
const AROUND = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

const STEP = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const

/** All crossed edges with the cells round them. Each cell found is looked at in turn, so no piece of surface ends in the open. */
function findCells(
  { counts, origin, side, value, pages, mayCross, eachNear }: Grid,
  crossings: Crossings,
): { cells: Cells; edges: CrossedEdges } {
  const [nx, ny, nz] = counts
  const at: number[] = []
  const crossing: number[] = []
  const edges: CrossedEdges = { axis: [], inside: [], leaves: [], round: [] }
  const numberOf = (i: number, j: number, k: number): number => {
    const slot = pages.slot(i, j, k)
    const known = pages.cells()[slot]!
    if (known > 0) return known - 1
    const number = at.length / 3
    pages.cells()[slot] = number + 1
    at.push(i, j, k)
    for (let edge = 0; edge < EDGES; edge++) crossing.push(-1)
    return number
  }
  const look = (axis: 0 | 1 | 2, i: number, j: number, k: number, from: number): void => {
    const p = axis === 0 ? i + 1 : i
    const q = axis === 1 ? j + 1 : j
    const r = axis === 2 ? k + 1 : k
    if (p >= nx || q >= ny || r >= nz) return
    const to = value(p, q, r)
    if (from < 0 === to < 0) return
    const corner = i + nx * (j + ny * k)
    const own = pages.cells()[pages.slot(i, j, k)]!
    if (own > 0 && crossing[(own - 1) * EDGES + 4 * axis]! >= 0) return
    const number = crossings.add(origin[0] + i * side[0], origin[1] + j * side[1], origin[2] + k * side[2], axis, from, to)
    edges.axis.push(axis)
    edges.inside.push(from < 0 ? corner : p + nx * (q + ny * r))
    edges.leaves.push(from < 0)
    const first = STEP[((axis + 1) % 3) as 0 | 1 | 2]
    const second = STEP[((axis + 2) % 3) as 0 | 1 | 2]
    for (let corner = 0; corner < 4; corner++) {
      const u = AROUND[corner]![0]
      const v = AROUND[corner]![1]
      const cell = numberOf(i - u * first[0] - v * second[0], j - u * first[1] - v * second[1], k - u * first[2] - v * second[2])
      crossing[cell * EDGES + 4 * axis + u + 2 * v] = number
      edges.round.push(cell)
    }
  }
  eachNear((i, j, k) => {
    const from = value(i, j, k)
    if (mayCross(from, 0)) look(0, i, j, k, from)
    if (mayCross(from, 1)) look(1, i, j, k, from)
    if (mayCross(from, 2)) look(2, i, j, k, from)
  })
  for (let cell = 0; 3 * cell < at.length; cell++) {
    const i = at[3 * cell]!
    const j = at[3 * cell + 1]!
    const k = at[3 * cell + 2]!
    for (let edge = 0; edge < EDGES; edge++) {
      const axis = (edge >> 2) as 0 | 1 | 2
      const first = STEP[((axis + 1) % 3) as 0 | 1 | 2]
      const second = STEP[((axis + 2) % 3) as 0 | 1 | 2]
      const u = edge & 1
      const v = (edge >> 1) & 1
      const p = i + u * first[0] + v * second[0]
      const q = j + u * first[1] + v * second[1]
      const r = k + u * first[2] + v * second[2]
      look(axis, p, q, r, value(p, q, r))
    }
  }
  const inside = new Uint8Array(at.length / 3)
  for (let cell = 0; cell < inside.length; cell++)
    for (let corner = 0; corner < 8; corner++)
      if (value(at[3 * cell]! + (corner & 1), at[3 * cell + 1]! + ((corner >> 1) & 1), at[3 * cell + 2]! + (corner >> 2)) < 0)
        inside[cell]! |= 1 << corner
  return { cells: { at, crossing, inside, firstVertex: new Uint32Array(inside.length) }, edges }
}

/** Gives each sheet of each cell its vertex, inside the cell. */
function placeVertices({ origin, side }: Grid, rows: Float64Array, { at, crossing, inside, firstVertex }: Cells): number[] {
  const positions: number[] = []
  const point = new Float64Array(3)
  const chosen = new Int32Array(EDGES)
  for (let cell = 0; cell < inside.length; cell++) {
    firstVertex[cell] = positions.length / 3
    for (let sheet = 0; sheet < CELL_SHEETS.counts[inside[cell]!]!; sheet++) {
      let count = 0
      for (let edge = 0; edge < EDGES; edge++)
        if (CELL_SHEETS.ofEdge[inside[cell]! * EDGES + edge] === sheet) chosen[count++] = crossing[cell * EDGES + edge]!
      nearestToPlanes(rows, chosen, count, point)
      for (const axis of [0, 1, 2] as const) {
        const low = origin[axis] + at[3 * cell + axis]! * side[axis]
        positions.push(max(low, min(low + side[axis], point[axis]!)))
      }
    }
  }
  return positions
}

/** The faces between the cells round each crossed edge, each cut in two. */
function trianglesOf(edges: CrossedEdges, { inside, firstVertex }: Cells, rows: Float64Array, positions: number[]): Uint32Array {
  const count = edges.axis.length
  const corners = new Uint32Array(4 * count)
  const touching: Side[] = []
  for (let edge = 0; edge < count; edge++) {
    const axis = edges.axis[edge]!
    for (let k = 0; k < 4; k++) {
      const cell = edges.round[4 * edge + k]!
      const u = AROUND[k]![0]
      const v = AROUND[k]![1]
      const vertex = firstVertex[cell]! + CELL_SHEETS.ofEdge[inside[cell]! * EDGES + 4 * axis + u + 2 * v]!
      corners[4 * edge + (edges.leaves[edge] ? k : 3 - k)] = vertex
    }
    for (let k = 0; k < 4; k++) {
      const one = edges.round[4 * edge + k]!
      const other = edges.round[4 * edge + ((k + 1) & 3)]!
      if (CELL_SHEETS.touching[inside[one]!] === 0 || CELL_SHEETS.touching[inside[other]!] === 0) continue
      const at = edges.leaves[edge] ? k : (6 - k) & 3
      touching.push({ edge, inside: edges.inside[edge]!, from: corners[4 * edge + at]!, to: corners[4 * edge + ((at + 1) & 3)]! })
    }
  }
  const wider = partDoubleEdges(touching, corners, rows, positions)
  let more = 0
  for (const vertices of wider.values()) more += vertices.length - 4
  const index = new Uint32Array(6 * count + 3 * more)
  let at = 0
  for (let edge = 0; edge < count; edge++) {
    const vertices = wider.get(edge) ?? corners.subarray(4 * edge, 4 * edge + 4)
    // a fan from the first: where one was put in it is that, so that no triangle has the edge it parted
    for (let k = 2; k < vertices.length; k++) {
      index[at++] = vertices[0]!
      index[at++] = vertices[k - 1]!
      index[at++] = vertices[k]!
    }
  }
  return index
}

/** A side of the face round a crossed edge. */
type Side = { readonly edge: number; readonly inside: number; readonly from: number; readonly to: number }

/**
 * Two cells may share two pairs of faces along the same two vertices. One pair is given a vertex of its own in the middle, so that
 * every edge has two faces. Only cells a face of which has all its edges crossed can do so. Returns the vertices of faces that got more.
 */
function partDoubleEdges(sides: readonly Side[], corners: Uint32Array, rows: Float64Array, positions: number[]): Map<number, number[]> {
  const alike = new Map<number, Side[]>()
  for (const side of sides) {
    const key = min(side.from, side.to) * PAIR + max(side.from, side.to)
    alike.set(key, [...(alike.get(key) ?? []), side])
  }
  const wider = new Map<number, number[]>()
  for (const list of alike.values()) {
    if (list.length < 4) continue
    const pair = list.filter(({ inside }) => inside === list[0]!.inside)
    const middle = positions.length / 3
    const [a, b] = pair.map(({ edge }) => edge * 6)
    for (let axis = 0; axis < 3; axis++) positions.push((rows[a! + axis]! + rows[b! + axis]!) / 2)
    for (const { edge, from, to } of pair) {
      const vertices = wider.get(edge) ?? [...corners.subarray(4 * edge, 4 * edge + 4)]
      const at = vertices.findIndex((vertex, k) => vertex === from && vertices[(k + 1) % vertices.length] === to)
      vertices.unshift(middle, ...vertices.splice(at + 1))
      wider.set(edge, vertices)
    }
  }
  return wider
}
