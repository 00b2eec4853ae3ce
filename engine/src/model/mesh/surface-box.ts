import type { Bound, Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'

const { abs, max, min, sqrt } = Math

export type Box3 = {
  readonly low: readonly [number, number, number]
  readonly high: readonly [number, number, number]
}

/** A wall under a place of the surface. */
export type Wall = {
  /** At least. */
  readonly thickness: number
  /** Where it faces. */
  readonly normal: Point
  /** The middle of its thickness. */
  readonly middle: Point
  /** Whether it is about as thin along itself too: a rod, no plate. */
  readonly isRod: boolean
}

type Point = readonly [number, number, number]

/** Where a field's surface is, and how thin what it encloses. */
export type SurfaceBox = Box3 & {
  /** Along each axis: how thin walls that face it are, model units. One wall in twenty may be thinner. */
  readonly thinnest: readonly [number, number, number]
  /** Places of the surface with the walls under them. */
  readonly walls: readonly Wall[]
  /** About how large the surface is, square model units. */
  readonly area: number
}

/** A field may be a little steeper than a distance: what looks this much further than a cube's corner cannot cross it. */
export const STEEPEST = 1.3
/** Half diagonal of a cube of half side 1. */
const DIAGONAL = 1.7320508
/** Up to this depth all cubes that hold surface are looked at, then only those that may make the box larger. */
const WIDE = 4
const DEEPEST = 5
/** A field may be this many times flatter than a distance. */
const FLATTEST = 1.8
/** Steps from a cube's middle down to the surface. */
const STEPS = 3
/** A foot that reaches this share of the radius further makes the box larger: a small part of the finest cell. */
const FURTHER = 3e-3

/** A box tight round the surface of a field inside its bound. Null when there is no surface. */
export function surfaceBox(field: Field, bound: Bound): SurfaceBox | null {
  const radius = bound[3]
  const low: [number, number, number] = [Infinity, Infinity, Infinity]
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  const normal = new Float64Array(3)
  const walls: Wall[] = []
  let area = 0

  const mayReach = (at: number, axis: 0 | 1 | 2, by: number) => at - by < low[axis] || at + by > high[axis]

  /** Takes in the point of the surface next to the centre of a cube, the `child`-th eighth of a larger one; false when it holds none. */
  function reaches(x: number, y: number, z: number, half: number, depth: number, child: number): boolean {
    const distance = field(x, y, z)
    if (abs(distance) > half * DIAGONAL * STEEPEST) return false
    if (depth < WIDE) return true
    // centres of a fine lattice lie this near to the surface as often as it is large; every other one, as on a chessboard, tells enough
    const isSample = depth === WIDE && abs(distance) < half && ((child ^ (child >> 1) ^ (child >> 2)) & 1) === 0
    const by = abs(distance) * FLATTEST - FURTHER * radius
    if (!isSample && !mayReach(x, 0, by) && !mayReach(y, 1, by) && !mayReach(z, 2, by)) return true
    unitGradient(field, x, y, z, radius * 1e-3, normal)
    const nx = normal[0]!
    const ny = normal[1]!
    const nz = normal[2]!
    let down = distance
    for (let step = 1; step < STEPS; step++) {
      const rest = field(x - nx * down, y - ny * down, z - nz * down)
      // where a step leads away from the surface the field is no distance
      if (abs(rest) > abs(distance) / 2) break
      down += rest
    }
    const foot: Point = [x - nx * down, y - ny * down, z - nz * down]
    for (const axis of [0, 1, 2] as const) {
      low[axis] = min(low[axis], max(foot[axis], bound[axis] - radius))
      high[axis] = max(high[axis], min(foot[axis], bound[axis] + radius))
    }
    if (!isSample) return true
    area += 8 * half * half
    walls.push(wallUnder(field, foot, [nx, ny, nz], radius))
    return true
  }

  /** Middles of cubes, three numbers each. */
  let cubes: number[] = [bound[0], bound[1], bound[2]]
  let half = radius
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const smaller: number[] = []
    const quarter = half / 2
    for (let o = 0; o < cubes.length; o += 3) {
      const x = cubes[o]!
      const y = cubes[o + 1]!
      const z = cubes[o + 2]!
      if (depth > WIDE && !mayReach(x, 0, half) && !mayReach(y, 1, half) && !mayReach(z, 2, half)) continue
      if (!reaches(x, y, z, half, depth, (o / 3) & 7) || depth === DEEPEST) continue
      for (let k = 0; k < 8; k++)
        smaller.push(x + ((k & 1) === 0 ? -quarter : quarter), y + ((k & 2) === 0 ? -quarter : quarter), z + (k < 4 ? -quarter : quarter))
    }
    cubes = smaller
    half = quarter
  }
  return low[0] > high[0] ? null : { low, high, area, walls, thinnest: [thinOf(walls, 0), thinOf(walls, 1), thinOf(walls, 2)] }
}

/** Thicknesses that are tried, as shares of the bound's radius. */
const TRIED = [0.02, 0.04, 0.07, 0.11, 0.16] as const
/** How often the interval between two of them is halved. */
const HALVINGS = 2

function wallUnder(field: Field, [x, y, z]: Point, normal: Point, radius: number): Wall {
  const [nx, ny, nz] = normal
  const isOut = (depth: number) => field(x - nx * depth, y - ny * depth, z - nz * depth) > 0
  let inside = 0
  for (const share of TRIED) {
    let outside = share * radius
    if (!isOut(outside)) {
      inside = outside
      continue
    }
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (inside + outside) / 2
      if (isOut(middle)) outside = middle
      else inside = middle
    }
    const half = inside / 2
    const middle: Point = [x - nx * half, y - ny * half, z - nz * half]
    return { thickness: inside, normal, middle, isRod: inside > 0 && isRodAt(field, middle, normal, inside) }
  }
  return { thickness: Infinity, normal, middle: [x, y, z], isRod: false }
}

/** Whether a way across, as long as a wall is thick to either side, leads out of it. */
function isRodAt(field: Field, [x, y, z]: Point, [nx, ny, nz]: Point, reach: number): boolean {
  const [px, py, pz] = abs(ny) < 0.7 ? [-nz, 0, nx] : [0, nz, -ny]
  const scale = reach / sqrt(px * px + py * py + pz * pz)
  const isOut = (dx: number, dy: number, dz: number) => field(x + dx, y + dy, z + dz) > 0 && field(x - dx, y - dy, z - dz) > 0
  const [ux, uy, uz] = [px * scale, py * scale, pz * scale]
  return isOut(ux, uy, uz) || isOut(ny * uz - nz * uy, nz * ux - nx * uz, nx * uy - ny * ux)
}

/** The value that one in so many of a list falls below. */
export const lowest = (values: readonly number[], oneIn: number): number =>
  values.toSorted((a, b) => a - b)[(values.length / oneIn) | 0] ?? Infinity

/** A wall faces an axis when its normal is closer to it than this cosine. */
const FACES = 0.75

/** The thickness that one wall in twenty that faces an axis falls below. At an edge there is no wall. */
const thinOf = (walls: readonly Wall[], axis: 0 | 1 | 2): number =>
  lowest(
    walls.filter(({ normal, thickness }) => abs(normal[axis]) > FACES && thickness > 0).map(({ thickness }) => thickness),
    20,
  )
