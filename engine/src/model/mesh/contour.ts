import type { Field } from '../../solid/field/field.ts'
import { EDGES, sheetsOf } from './cell-sheets.ts'
import { type Crossings, createCrossings, nearestToPlanes } from './crossings.ts'
import { type Grid, sampleGrid } from './sample-grid.ts'
import type { Box3 } from './surface-box.ts'
import type { TriangleMesh } from './triangle-mesh.ts'

const { max, min } = Math

/** Share of a cell's shortest side a normal's finite difference steps. */
const NORMAL_STEP = 0.05

/** Pairs of vertices are keyed by the one times this plus the other. */
const PAIR = 67108864

type Cell = {
  readonly at: readonly [number, number, number]
  /** Crossing of each edge, or −1. */
  readonly crossing: Int32Array
  /** Which of the cell's sheets each edge is of, or −1. */
  readonly sheet: Int8Array
  /** Number of the first sheet's vertex; the other sheets' follow. */
  firstVertex: number
}

/** The face between four cells round a crossed edge. */
type Quad = { readonly vertices: number[]; readonly crossing: number; readonly inside: number }

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
  const positions = placeVertices(grid, crossings.rows, cells)
  const quads = edges.map((edge) => quadOf(edge, cells))
  partDoubleEdges(quads, crossings.rows, positions)
  return { positions: Float64Array.from(positions), index: Uint32Array.from(quads.flatMap(trianglesOf)) }
}

type CrossedEdge = {
  readonly crossing: number
  /** Number of the grid corner at its inner end. */
  readonly inside: number
  /** Whether its lower end is that. */
  readonly leaves: boolean
  /** Cells round it in the order of a screw along the axis, and which edge of each it is. */
  readonly round: readonly (readonly [cell: number, edge: number])[]
}

const AROUND = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

/** All crossed edges with the cells round them. Each cell found is looked at in turn, so no piece of surface ends in the open. */
function findCells({ counts, origin, side, value, eachNear }: Grid, crossings: Crossings): { cells: Cell[]; edges: CrossedEdge[] } {
  const [nx, ny, nz] = counts
  const cells: Cell[] = []
  const edges: CrossedEdge[] = []
  const numbers = new Map<number, number>()
  const seen = new Set<number>()
  const numberOf = (i: number, j: number, k: number) => {
    const key = i + nx * (j + ny * k)
    let number = numbers.get(key)
    if (number === undefined) {
      number = cells.push({ at: [i, j, k], crossing: new Int32Array(EDGES).fill(-1), sheet: new Int8Array(EDGES), firstVertex: 0 }) - 1
      numbers.set(key, number)
    }
    return number
  }
  const look = (axis: 0 | 1 | 2, i: number, j: number, k: number) => {
    const [p, q, r] = [i + (axis === 0 ? 1 : 0), j + (axis === 1 ? 1 : 0), k + (axis === 2 ? 1 : 0)]
    if (p >= nx || q >= ny || r >= nz) return
    const from = value(i, j, k)
    const to = value(p, q, r)
    if (from < 0 === to < 0) return
    const at = i + nx * (j + ny * k)
    if (seen.has(at * 3 + axis)) return
    seen.add(at * 3 + axis)
    const crossing = crossings.add(origin[0] + i * side[0], origin[1] + j * side[1], origin[2] + k * side[2], axis, from, to)
    const round = AROUND.map(([u, v]) => {
      const corner = [i, j, k] as [number, number, number]
      corner[(axis + 1) % 3]! -= u
      corner[(axis + 2) % 3]! -= v
      const number = numberOf(...corner)
      const edge = 4 * axis + u + 2 * v
      cells[number]!.crossing[edge] = crossing
      return [number, edge] as const
    })
    edges.push({ crossing, inside: from < 0 ? at : p + nx * (q + ny * r), leaves: from < 0, round })
  }
  eachNear((i, j, k) => {
    for (const axis of [0, 1, 2] as const) look(axis, i, j, k)
  })
  for (let c = 0; c < cells.length; c++) {
    const [i, j, k] = cells[c]!.at
    for (let e = 0; e < EDGES; e++) {
      const axis = (e >> 2) as 0 | 1 | 2
      const corner = [i, j, k] as [number, number, number]
      corner[(axis + 1) % 3]! += e & 1
      corner[(axis + 2) % 3]! += (e >> 1) & 1
      look(axis, ...corner)
    }
  }
  return { cells, edges }
}

/** Gives each sheet of each cell its vertex, inside the cell. */
function placeVertices({ origin, side, value }: Grid, rows: readonly number[], cells: readonly Cell[]): number[] {
  const positions: number[] = []
  const point = new Float64Array(3)
  for (const cell of cells) {
    const [i, j, k] = cell.at
    const inside = (corner: number) => value(i + (corner & 1), j + ((corner >> 1) & 1), k + (corner >> 2)) < 0
    const sheets = sheetsOf((edge) => cell.crossing[edge]! >= 0, inside, cell.sheet)
    cell.firstVertex = positions.length / 3
    for (let sheet = 0; sheet < sheets; sheet++) {
      const chosen = [...cell.crossing].filter((_, edge) => cell.sheet[edge] === sheet)
      nearestToPlanes(rows, chosen, point)
      for (const axis of [0, 1, 2] as const) {
        const low = origin[axis] + cell.at[axis] * side[axis]
        positions.push(max(low, min(low + side[axis], point[axis]!)))
      }
    }
  }
  return positions
}

function quadOf({ round, crossing, inside, leaves }: CrossedEdge, cells: readonly Cell[]): Quad {
  const vertices = round.map(([cell, edge]) => cells[cell]!.firstVertex + cells[cell]!.sheet[edge]!)
  return { vertices: leaves ? vertices : vertices.reverse(), crossing, inside }
}

/**
 * Two cells may share two pairs of faces along the same two vertices. One pair is given a vertex of its own in the middle, so that
 * every edge has two faces.
 */
function partDoubleEdges(quads: readonly Quad[], rows: readonly number[], positions: number[]): void {
  const sides = new Map<number, [quad: Quad, from: number, to: number][]>()
  for (const quad of quads)
    for (let k = 0; k < 4; k++) {
      const [from, to] = [quad.vertices[k]!, quad.vertices[(k + 1) % 4]!]
      const key = min(from, to) * PAIR + max(from, to)
      const known = sides.get(key)
      if (known) known.push([quad, from, to])
      else sides.set(key, [[quad, from, to]])
    }
  for (const list of sides.values()) {
    if (list.length < 4) continue
    const [first] = list
    const pair = list.filter(([quad]) => quad.inside === first![0].inside)
    const middle = positions.length / 3
    const [a, b] = pair.map(([quad]) => quad.crossing * 6)
    for (let axis = 0; axis < 3; axis++) positions.push((rows[a! + axis]! + rows[b! + axis]!) / 2)
    for (const [quad, from, to] of pair) {
      const { vertices } = quad
      const at = vertices.findIndex((vertex, k) => vertex === from && vertices[(k + 1) % vertices.length] === to)
      vertices.unshift(middle, ...vertices.splice(at + 1))
    }
  }
}

/** A fan from the first: where one was put in it is that, so that no triangle has the edge it parted. */
function trianglesOf({ vertices }: Quad): number[] {
  const first = vertices[0]!
  return vertices.slice(2).flatMap((vertex, k) => [first, vertices[k + 1]!, vertex])
}
