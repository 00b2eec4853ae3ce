import type { Bound, Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'

const { abs, max, min } = Math

export type Box3 = {
  readonly low: readonly [number, number, number]
  readonly high: readonly [number, number, number]
}

/** Where a field's surface is, and how thin what it encloses. */
export type SurfaceBox = Box3 & {
  /** Along each axis: how thin walls that face it are, model units. One wall in twenty may be thinner. */
  readonly thinnest: readonly [number, number, number]
  /** About how large the surface is, square model units. */
  readonly area: number
}

/** A field may be a little steeper than a distance: what looks this much further than a cube's corner cannot cross it. */
export const STEEPEST = 1.3
/** Half diagonal of a cube of half side 1. */
const DIAGONAL = 1.7320508
/** Up to this depth all cubes that hold surface are looked at, then only those that may make the box larger. */
const WIDE = 4
const DEEPEST = 7

/** A box tight round the surface of a field inside its bound. Null when there is no surface. */
export function surfaceBox(field: Field, bound: Bound): SurfaceBox | null {
  const radius = bound[3]
  const low: [number, number, number] = [Infinity, Infinity, Infinity]
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  const normal = new Float64Array(3)
  const walls: [number[], number[], number[]] = [[], [], []]
  let area = 0
  const include = (axis: 0 | 1 | 2, from: number, to: number) => {
    low[axis] = min(low[axis], max(from, bound[axis] - radius))
    high[axis] = max(high[axis], min(to, bound[axis] + radius))
  }
  /** Takes in the point of the surface next to a cube's centre; false when the cube holds none. */
  const reaches = (centre: readonly number[], half: number): boolean => {
    const [x, y, z] = [centre[0]!, centre[1]!, centre[2]!]
    const distance = field(x, y, z)
    const reach = half * DIAGONAL * STEEPEST
    if (abs(distance) > reach) return false
    if (half > radius / 8) return true
    unitGradient(field, x, y, z, radius * 1e-3, normal)
    const foot = centre.map((at, axis) => at - normal[axis]! * distance) as [number, number, number]
    for (const axis of [0, 1, 2] as const) include(axis, foot[axis], foot[axis])
    // centres of a fine lattice lie this near to the surface as often as it is large
    if (half < radius / 12 && half > radius / 24 && abs(distance) < half) area += 4 * half * half
    if (half > radius / 24) noteWall(field, foot, normal, radius, walls)
    return true
  }
  let cubes: number[][] = [[bound[0], bound[1], bound[2]]]
  let half = radius
  for (let depth = 0; depth <= DEEPEST; depth++) {
    cubes = cubes.filter((centre) => reaches(centre, half))
    if (depth === DEEPEST) break
    half /= 2
    cubes = cubes.flatMap((centre) => octants(centre, half))
    if (depth + 1 > WIDE) cubes = cubes.filter((c) => [0, 1, 2].some((a) => c[a]! - half < low[a]! || c[a]! + half > high[a]!))
  }
  for (const centre of cubes) for (const axis of [0, 1, 2] as const) include(axis, centre[axis]! - half, centre[axis]! + half)
  return low[0] > high[0] ? null : { low, high, thinnest: walls.map(thinOf) as [number, number, number], area }
}

/** A wall faces an axis when its normal is closer to it than this cosine. */
const FACES = 0.75
/** Thicknesses that are tried, as shares of the bound's radius. */
const TRIED = [0.02, 0.04, 0.07, 0.11, 0.16] as const

/** Notes how thick the wall under a point of the surface is, for the axes it faces. */
function noteWall(
  field: Field,
  [x, y, z]: readonly number[],
  normal: Float64Array,
  radius: number,
  walls: [number[], number[], number[]],
): void {
  const [nx, ny, nz] = [normal[0]!, normal[1]!, normal[2]!]
  const faced = ([0, 1, 2] as const).filter((axis) => abs(normal[axis]!) > FACES)
  if (faced.length === 0) return
  const depth = TRIED.find((share) => field(x! - nx * share * radius, y! - ny * share * radius, z! - nz * share * radius) > 0)
  for (const axis of faced) walls[axis].push(depth === undefined ? Infinity : depth * radius)
}

/** The thickness that one wall in twenty falls below. */
const thinOf = (depths: readonly number[]): number => depths.toSorted((a, b) => a - b)[(depths.length / 20) | 0] ?? Infinity

const SIGNS = [-1, 1] as const

const octants = (centre: readonly number[], half: number): number[][] =>
  SIGNS.flatMap((z) => SIGNS.flatMap((y) => SIGNS.map((x) => [centre[0]! + x * half, centre[1]! + y * half, centre[2]! + z * half])))
