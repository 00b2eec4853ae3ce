import { faceNormal } from '../mesh/creases.ts'
import { type TriangleMesh, triangleCount } from '../mesh/triangle-mesh.ts'

type Vec = readonly [number, number, number]

/** Right and up of a picture that looks at a face from outside; their cross product is the direction it faces. */
export type Frame = { readonly right: Vec; readonly up: Vec }

/** A piece of surface that is spread flat in the texture. */
export type Chart = {
  readonly frame: Frame
  /** Extent along right and up, model units. */
  readonly low: readonly [number, number]
  readonly high: readonly [number, number]
  /** Class of its triangles, as the caller named them. */
  readonly tier: number
}

export type Charts = {
  readonly charts: readonly Chart[]
  /** The chart of each triangle. */
  readonly of: Uint32Array
}

/** The six ways a face can look: +x −x +y −y +z −z. */
const FACING: readonly Vec[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
]
const FRAMES: readonly Frame[] = [
  { right: [0, 0, -1], up: [0, 1, 0] },
  { right: [0, 0, 1], up: [0, 1, 0] },
  { right: [1, 0, 0], up: [0, 0, -1] },
  { right: [1, 0, 0], up: [0, 0, 1] },
  { right: [1, 0, 0], up: [0, 1, 0] },
  { right: [-1, 0, 0], up: [0, 1, 0] },
]
/** A triangle may join a neighbour's chart when its normal is within this cosine of the chart's direction: it is stretched fourfold at most. */
const LEAST_FACING = 0.25
/** Charts of less than this share of the whole surface are given to neighbours. */
const SMALL = 0.0015

/** Cuts a closed mesh into charts by the axis that triangles face most; `tier` keeps triangles apart that are treated differently. */
export function chartsOf(mesh: TriangleMesh, tier: (triangle: number) => number): Charts {
  const count = triangleCount(mesh)
  const normals = new Float64Array(count * 3)
  const areas = new Float64Array(count)
  const side = new Uint8Array(count)
  const tiers = Uint8Array.from({ length: count }, (_, t) => tier(t))
  const normal = new Float64Array(3)
  for (let t = 0; t < count; t++) {
    areas[t] = faceNormal(mesh.positions, mesh.index, 3 * t, normal) / 2
    normals.set(normal, 3 * t)
    side[t] = mostFacing(normal)
  }
  const beside = neighboursOf(mesh)
  const facing = (t: number, s: number) =>
    normals[3 * t]! * FACING[s]![0] + normals[3 * t + 1]! * FACING[s]![1] + normals[3 * t + 2]! * FACING[s]![2]
  joinSmall(beside, areas, side, tiers, facing)
  return measure(mesh, beside, side, tiers)
}

function mostFacing(normal: Float64Array): number {
  let best = 0
  let most = -2
  for (let s = 0; s < FACING.length; s++) {
    const way = FACING[s]!
    const cosine = normal[0]! * way[0] + normal[1]! * way[1] + normal[2]! * way[2]
    // a hair of preference, so that faces at 45° do not fall to either side by a rounding
    if (cosine > most + 1e-6) {
      most = cosine
      best = s
    }
  }
  return best
}

/** The triangle across each edge of each triangle, three numbers each; itself where there is none. */
function neighboursOf({ index, positions }: TriangleMesh): Uint32Array {
  const vertices = positions.length / 3
  const edges = new Map<number, number>()
  for (let i = 0; i < index.length; i++) edges.set(index[i]! * vertices + index[i - (i % 3) + ((i + 1) % 3)]!, (i / 3) | 0)
  return Uint32Array.from(index, (from, i) => edges.get(index[i - (i % 3) + ((i + 1) % 3)]! * vertices + from) ?? (i / 3) | 0)
}

/** Connected triangles of one side and tier. */
function piecesOf(beside: Uint32Array, side: Uint8Array, tiers: Uint8Array): { of: Int32Array; lists: number[][] } {
  const of = new Int32Array(side.length).fill(-1)
  const lists: number[][] = []
  for (let start = 0; start < side.length; start++) {
    if (of[start]! >= 0) continue
    const piece = lists.length
    const list = [start]
    of[start] = piece
    for (let at = 0; at < list.length; at++) {
      const t = list[at]!
      for (let k = 0; k < 3; k++) {
        const next = beside[3 * t + k]!
        if (of[next]! >= 0 || side[next] !== side[t] || tiers[next] !== tiers[t]) continue
        of[next] = piece
        list.push(next)
      }
    }
    lists.push(list)
  }
  return { of, lists }
}

/** Gives small pieces to the neighbour they share most edges with, smallest first, where they are not stretched too far. */
function joinSmall(
  beside: Uint32Array,
  areas: Float64Array,
  side: Uint8Array,
  tiers: Uint8Array,
  facing: (triangle: number, side: number) => number,
): void {
  const all = areas.reduce((sum, area) => sum + area, 0)
  for (let round = 0; round < 3; round++) {
    const { lists } = piecesOf(beside, side, tiers)
    const small = lists
      .map((list) => ({ list, area: list.reduce((sum, t) => sum + areas[t]!, 0) }))
      .filter(({ area }) => area < all * SMALL)
      .sort((p, q) => p.area - q.area)
    let joined = 0
    for (const { list } of small) {
      const edges = new Float64Array(FACING.length)
      for (const t of list)
        for (let k = 0; k < 3; k++) {
          const next = beside[3 * t + k]!
          if (side[next] !== side[t] && tiers[next] === tiers[t]) edges[side[next]!]! += 1
        }
      const best = edges.indexOf(Math.max(...edges))
      if (edges[best] === 0 || list.some((t) => facing(t, best) < LEAST_FACING)) continue
      for (const t of list) side[t] = best
      joined++
    }
    if (joined === 0) break
  }
}

function measure({ positions, index }: TriangleMesh, beside: Uint32Array, side: Uint8Array, tiers: Uint8Array): Charts {
  const { of, lists } = piecesOf(beside, side, tiers)
  const charts = lists.map((list): Chart => {
    const first = list[0]!
    const upright = extentOf(positions, index, list, FRAMES[side[first]!]!)
    const isTall = upright.high[1] - upright.low[1] > upright.high[0] - upright.low[0]
    const lying = isTall ? extentOf(positions, index, list, quarterTurn(upright.frame)) : upright
    return { ...lying, tier: tiers[first]! }
  })
  return { charts, of: Uint32Array.from(of) }
}

const quarterTurn = ({ right, up }: Frame): Frame => ({ right: up, up: [-right[0], -right[1], -right[2]] })

function extentOf(p: Float64Array, index: Uint32Array, triangles: readonly number[], frame: Frame): Omit<Chart, 'tier'> {
  const low: [number, number] = [Infinity, Infinity]
  const high: [number, number] = [-Infinity, -Infinity]
  for (const t of triangles)
    for (let k = 0; k < 3; k++) {
      const o = 3 * index[3 * t + k]!
      for (let axis = 0; axis < 2; axis++) {
        const way = axis === 0 ? frame.right : frame.up
        const at = p[o]! * way[0] + p[o + 1]! * way[1] + p[o + 2]! * way[2]
        if (at < low[axis]!) low[axis] = at
        if (at > high[axis]!) high[axis] = at
      }
    }
  return { frame, low, high }
}
