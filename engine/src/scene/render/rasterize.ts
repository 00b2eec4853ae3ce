import type { Crew } from '../../crew.ts'
import type { Camera } from '../camera.ts'
import type { MaterialId } from '../material/material-id.ts'
import type { Mesh } from '../mesh.ts'
import { projectionOf } from './projection.ts'
import { fillTriangle, type Raster } from './raster.ts'

/** Nothing nearer than this is drawn, metres. */
const NEAR = 0.3
/** Triangles between two calls of the pulse. */
const BATCH = 4096

export type RasterizeOptions = {
  /** Leaves out what lies lower than this: the world below a mirror. */
  readonly above?: number
  /** Leaves out one material: the mirror itself. */
  readonly skip?: MaterialId
  /** Called with the share of triangles done; may throw to stop. */
  readonly onProgress?: (fraction: number) => void
  /** Memory of four numbers a vertex that nobody else needs meanwhile; own memory when left out. */
  readonly scratch?: Float64Array
}

/** Draws a mesh into an empty raster: inverse depth and triangle of each sample, nothing else. */
export function rasterize(
  mesh: Mesh,
  camera: Camera,
  raster: Raster,
  crew: Crew,
  { above, skip, onProgress, scratch }: RasterizeOptions = {},
): void {
  const { position, index, triangleCount, vertexCount, material } = mesh
  const [fx, fy, fz] = camera.forward
  const [rx, ry, rz] = camera.right
  const [ux, uy, uz] = camera.up
  const { scale, x: ox, y: oy } = projectionOf(camera, raster.width, raster.height)
  /** Place on the screen, inverse depth and depth of each vertex. */
  const screen = scratch ?? new Float64Array(vertexCount * 4)
  for (let p = 0, q = 0; p < vertexCount * 3; p += 3, q += 4) {
    const x = position[p]! - camera.x
    const y = position[p + 1]! - camera.y
    const z = position[p + 2]! - camera.z
    const across = x * rx + y * ry + z * rz
    const up = x * ux + y * uy + z * uz
    const away = x * fx + y * fy + z * fz
    const inverse = 1 / away
    screen[q] = ox + across * inverse * scale
    screen[q + 1] = oy - up * inverse * scale
    screen[q + 2] = inverse
    screen[q + 3] = away
  }
  const clipped = above !== undefined
  const ground = above ?? 0
  /** A triangle being cut by a plane: up to five corners, three numbers each. */
  let polygon = new Float64Array(21)
  let cut = new Float64Array(21)
  const heights = new Float64Array(3)
  const corners = new Float64Array(9)

  /** Puts a point of the view on the screen as one of the three corners. */
  function project(corner: number, x: number, y: number, z: number): void {
    const inverse = 1 / z
    corners[corner * 3] = ox + x * inverse * scale
    corners[corner * 3 + 1] = oy - y * inverse * scale
    corners[corner * 3 + 2] = inverse
  }

  /** Cuts `polygon` of n corners where the values in `keep` are negative; returns the new number of corners. */
  function clip(n: number, keep: (corner: number) => number): number {
    let m = 0
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n
      const a = keep(i)
      const b = keep(j)
      if (a >= 0) {
        for (let c = 0; c < 3; c++) cut[m * 3 + c] = polygon[i * 3 + c]!
        m++
      }
      if (a >= 0 !== b >= 0) {
        const s = a / (a - b)
        for (let c = 0; c < 3; c++) cut[m * 3 + c] = polygon[i * 3 + c]! + (polygon[j * 3 + c]! - polygon[i * 3 + c]!) * s
        m++
      }
    }
    const swap = polygon
    polygon = cut
    cut = swap
    return m
  }
  const aboveGround = (i: number) => heights[i]!
  const beforeNear = (i: number) => polygon[i * 3 + 2]! - NEAR

  /** Rows being drawn. */
  let start = 0
  let end = 0

  function draw(a: number, b: number, c: number, id: number, crosses: boolean): void {
    for (let i = 0; i < 3; i++) {
      const vertex = i === 0 ? a : i === 1 ? b : c
      const x = position[vertex * 3]! - camera.x
      const y = position[vertex * 3 + 1]! - camera.y
      const z = position[vertex * 3 + 2]! - camera.z
      polygon[i * 3] = x * rx + y * ry + z * rz
      polygon[i * 3 + 1] = x * ux + y * uy + z * uz
      polygon[i * 3 + 2] = screen[vertex * 4 + 3]!
      heights[i] = position[vertex * 3 + 1]! - ground
    }
    const n = clip(crosses ? clip(3, aboveGround) : 3, beforeNear)
    project(0, polygon[0]!, polygon[1]!, polygon[2]!)
    for (let i = 1; i + 1 < n; i++) {
      project(1, polygon[i * 3]!, polygon[i * 3 + 1]!, polygon[i * 3 + 2]!)
      project(2, polygon[i * 3 + 3]!, polygon[i * 3 + 4]!, polygon[i * 3 + 5]!)
      fillTriangle(raster, id, corners, start, end)
    }
  }

  function drawAll(): void {
    for (let t = 0; t < triangleCount; t++) {
      if (onProgress && t % BATCH === 0) onProgress(t / triangleCount)
      if (material[t] === skip) continue
      const a = index[t * 3]!
      const b = index[t * 3 + 1]!
      const c = index[t * 3 + 2]!
      const za = screen[a * 4 + 3]!
      const zb = screen[b * 4 + 3]!
      const zc = screen[c * 4 + 3]!
      if (za < NEAR && zb < NEAR && zc < NEAR) continue
      let crosses = false
      if (clipped) {
        const lowA = position[a * 3 + 1]! < ground
        const lowB = position[b * 3 + 1]! < ground
        const lowC = position[c * 3 + 1]! < ground
        if (lowA && lowB && lowC) continue
        crosses = lowA || lowB || lowC
      }
      if (crosses || za < NEAR || zb < NEAR || zc < NEAR) {
        draw(a, b, c, t + 1, crosses)
        continue
      }
      for (let i = 0; i < 3; i++) {
        corners[i] = screen[a * 4 + i]!
        corners[3 + i] = screen[b * 4 + i]!
        corners[6 + i] = screen[c * 4 + i]!
      }
      fillTriangle(raster, t + 1, corners, start, end)
    }
  }

  crew.rows(raster.height, crew.band(raster.height), (from, to) => {
    start = from
    end = to
    drawAll()
  })
}
