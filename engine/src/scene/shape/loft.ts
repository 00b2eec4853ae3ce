import type { MeshBuilder, Paint } from '../mesh.ts'
import { type GroundPoint, rectangle } from './outline.ts'

/** A closed outline at a height. All rings of a loft have the same number of points. */
export type Ring = {
  readonly y: number
  readonly points: readonly GroundPoint[]
  /** A height for each point instead of `y`. */
  readonly heights?: readonly number[]
  /** Upward part of the smooth normal before it is normalised. */
  readonly lift?: number
}

export type LoftOptions = {
  readonly paint: Paint
  /** Closes the top with this. */
  readonly cap?: Paint
  readonly smooth?: boolean
}

const centre = (points: readonly GroundPoint[]): GroundPoint => {
  let x = 0
  let z = 0
  for (const point of points) {
    x += point[0]
    z += point[1]
  }
  return [x / points.length, z / points.length]
}

/** A skin over rings from the bottom up. u is metres round the first ring, v the height. */
export function loft(mesh: MeshBuilder, rings: readonly Ring[], { paint, cap, smooth = false }: LoftOptions): void {
  const first = rings[0]!.points
  const n = first.length
  const around = [0]
  for (let i = 1; i <= n; i++) {
    const a = first[i - 1]!
    const b = first[i % n]!
    around.push(around[i - 1]! + Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])))
  }
  mesh.use(paint, smooth)
  let below = -1
  for (const ring of rings) {
    const [cx, cz] = centre(ring.points)
    const base = mesh.vertexCount()
    for (let i = 0; i <= n; i++) {
      const [x, z] = ring.points[i % n]!
      const y = ring.heights ? ring.heights[i % n]! : ring.y
      const length = Math.sqrt((x - cx) * (x - cx) + (z - cz) * (z - cz)) || 1
      mesh.vertex(x, y, z, around[i]!, y, (x - cx) / length, ring.lift ?? 0, (z - cz) / length)
    }
    if (below >= 0) for (let i = 0; i < n; i++) mesh.quad(below + i, below + i + 1, base + i + 1, base + i)
    below = base
  }
  if (!cap) return
  mesh.use(cap)
  const top = rings[rings.length - 1]!
  const [cx, cz] = centre(top.points)
  const cy = top.heights ? top.heights.reduce((sum, y) => sum + y, 0) / n : top.y
  const middle = mesh.vertex(cx, cy, cz, cx, cz)
  const base = mesh.vertexCount()
  for (let i = 0; i <= n; i++) {
    const [x, z] = top.points[i % n]!
    mesh.vertex(x, top.heights ? top.heights[i % n]! : top.y, z, x, z)
  }
  for (let i = 0; i < n; i++) mesh.triangle(middle, base + i, base + i + 1)
}

export type Box = {
  /** Middle of the bottom. */
  readonly x: number
  readonly y: number
  readonly z: number
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly turn?: number
  readonly paint: Paint
  /** The top; `paint` when left out. */
  readonly cap?: Paint
}

export function box(mesh: MeshBuilder, { x, y, z, width, height, depth, turn = 0, paint, cap = paint }: Box): void {
  const points = rectangle(x, z, width, depth, turn)
  loft(
    mesh,
    [
      { y, points },
      { y: y + height, points },
    ],
    { paint, cap },
  )
}
