import { cos, sin } from '../math/dmath.ts'
import type { Collider, Floor, Point } from './world.ts'

/** What walking needs to know of a world. */
export type Walkable = {
  readonly half: number
  heightAt(x: number, z: number): number
  isVoid(x: number, z: number): boolean
  readonly waterLevel: number
  readonly floors: readonly Floor[]
  readonly colliders: readonly Collider[]
  readonly spawn: readonly [x: number, z: number]
  readonly points: readonly Point[]
}

/** What a walk from the spawn reaches. */
export type Walk = {
  /** Names of points that cannot be reached; `spawn` when one stands in something from the start. */
  readonly unreached: readonly string[]
  /** Square metres on foot. */
  readonly area: number
  isReached(x: number, z: number): boolean
  /** The cells that are reached, see {@link WalkMap}. */
  readonly map: WalkMap
}

/**
 * Where one can walk, as a file keeps it: cells of `cell` metres, row by row from (-half, -half) along x, then along z. `runs` counts
 * cells that cannot be reached, cells that can, and so on by turns.
 */
export type WalkMap = { readonly half: number; readonly cell: number; readonly runs: readonly number[] }

/** Metres a walker steps up or down, stands high and reaches from its middle. */
export const STEP = 0.4
export const HEAD = 1.7
export const BODY = 0.25
/** Metres between cells, and how deep one wades. */
const CELL = 0.5
const WADE = 0.5
/** Floors reach a little beyond their edges. */
export const FLOOR_EDGE = 0.1
const NOTHING = -99
/** A point counts as reached from within this many cells. */
const NEAR = 3

/** Whether a place is over a shape grown by `pad`; for ramps the share of the way from the far to the near side. */
export function shareOver(shape: Floor | Collider, x: number, z: number, pad: number): number | null {
  const dx = x - shape.x
  const dz = z - shape.z
  if ('radius' in shape) return dx * dx + dz * dz < (shape.radius + pad) * (shape.radius + pad) ? 0.5 : null
  const c = cos(shape.yaw)
  const s = sin(shape.yaw)
  const lx = dx * c - dz * s
  const lz = dx * s + dz * c
  const inside = lx * lx < (shape.width / 2 + pad) * (shape.width / 2 + pad) && lz * lz < (shape.depth / 2 + pad) * (shape.depth / 2 + pad)
  return inside ? (lz + shape.depth / 2) / shape.depth : null
}

/** Calls back for each cell a shape may touch. */
function eachCell(shape: Floor | Collider, half: number, side: number, visit: (cell: number, x: number, z: number) => void): void {
  const reach = ('radius' in shape ? shape.radius : Math.sqrt(shape.width * shape.width + shape.depth * shape.depth) / 2) + 0.4
  const cell = (v: number) => Math.max(0, Math.min(side - 1, Math.floor((v + half) / CELL)))
  for (let j = cell(shape.z - reach); j <= cell(shape.z + reach); j++)
    for (let i = cell(shape.x - reach); i <= cell(shape.x + reach); i++)
      visit(j * side + i, -half + (i + 0.5) * CELL, -half + (j + 0.5) * CELL)
}

/** Height one stands at in each cell, and where one cannot. */
function survey(world: Walkable, side: number): { heights: Float32Array; blocked: Uint8Array } {
  const { half } = world
  const heights = new Float32Array(side * side)
  const floored = new Uint8Array(side * side)
  const blocked = new Uint8Array(side * side)
  for (let j = 0; j < side; j++)
    for (let i = 0; i < side; i++) {
      const x = -half + (i + 0.5) * CELL
      const z = -half + (j + 0.5) * CELL
      heights[j * side + i] = world.isVoid(x, z) ? NOTHING : world.heightAt(x, z)
    }
  for (const floor of world.floors)
    eachCell(floor, half, side, (cell, x, z) => {
      const share = shareOver(floor, x, z, FLOOR_EDGE)
      if (share === null) return
      const y = floor.end === undefined ? floor.y : floor.y + (floor.end - floor.y) * Math.max(0, Math.min(1, share))
      if (y <= heights[cell]!) return
      heights[cell] = y
      floored[cell] = 1
    })
  for (let cell = 0; cell < heights.length; cell++)
    if (heights[cell]! < -50 || (floored[cell] === 0 && heights[cell]! < world.waterLevel - WADE)) blocked[cell] = 1
  for (const collider of world.colliders)
    eachCell(collider, half, side, (cell, x, z) => {
      const h = heights[cell]!
      if (collider.y + collider.height <= h + STEP || collider.y >= h + HEAD) return
      if (shareOver(collider, x, z, BODY) !== null) blocked[cell] = 1
    })
  return { heights, blocked }
}

function runsOf(seen: Uint8Array): number[] {
  const runs: number[] = []
  let [state, length] = [0, 0]
  for (const cell of seen) {
    if (cell === state) length++
    else {
      runs.push(length)
      state = cell
      length = 1
    }
  }
  runs.push(length)
  return runs
}

/** Walks everywhere from the spawn, half a metre at a time, up and down steps of at most 0.4 m. */
export function walk(world: Walkable): Walk {
  const side = Math.floor((2 * world.half) / CELL)
  const { heights, blocked } = survey(world, side)
  const cellAt = (x: number, z: number) => {
    const i = Math.floor((x + world.half) / CELL)
    const j = Math.floor((z + world.half) / CELL)
    return i < 0 || j < 0 || i >= side || j >= side ? -1 : j * side + i
  }
  const start = cellAt(world.spawn[0], world.spawn[1])
  const seen = new Uint8Array(side * side)
  const map = () => ({ half: world.half, cell: CELL, runs: runsOf(seen) })
  if (start < 0 || blocked[start] === 1) return { unreached: ['spawn'], area: 0, isReached: () => false, map: map() }
  const open = [start]
  seen[start] = 1
  let cells = 0
  const enter = (from: number, to: number) => {
    if (seen[to] === 1 || blocked[to] === 1) return
    const rise = heights[to]! - heights[from]!
    if (rise > STEP || rise < -STEP) return
    seen[to] = 1
    open.push(to)
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    cells++
    const i = at % side
    if (i > 0) enter(at, at - 1)
    if (i + 1 < side) enter(at, at + 1)
    if (at >= side) enter(at, at - side)
    if (at + side < seen.length) enter(at, at + side)
  }
  const isReached = (x: number, z: number) => {
    for (let a = -NEAR; a <= NEAR; a++)
      for (let b = -NEAR; b <= NEAR; b++) {
        const cell = cellAt(x + a * CELL, z + b * CELL)
        if (cell >= 0 && seen[cell] === 1) return true
      }
    return false
  }
  const unreached = world.points.filter(({ x, z }) => !isReached(x, z)).map(({ name }) => name)
  return { unreached, area: Math.floor(cells * CELL * CELL), isReached, map: map() }
}
