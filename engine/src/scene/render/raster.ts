import type { Crew } from '../../crew.ts'

/** What each sample of a picture shows: nearest surface by inverse depth (0: none) and triangle + 1. Row-major. */
export type Raster = {
  readonly width: number
  readonly height: number
  readonly inverseDepth: Float32Array
  readonly triangle: Int32Array
}

/** A raster that keeps depths alone, or those and what is seen. */
export type Depths = Omit<Raster, 'triangle'> & { readonly triangle: Int32Array | null }

export const createRaster = (width: number, height: number, crew: Crew): Raster => ({
  width,
  height,
  inverseDepth: crew.floats(width * height),
  triangle: crew.ints(width * height),
})

/** Corners of a triangle on the screen, x, y, z three times; z is linear on the screen and larger nearer. */
export type Corners = Float64Array

/** Draws rows `start` (inclusive) to `end` (exclusive) of a triangle: `id` is written where it is nearest. */
export function fillTriangle({ width, inverseDepth, triangle }: Depths, id: number, corners: Corners, start: number, end: number): void {
  const x0 = corners[0]!
  const y0 = corners[1]!
  const z0 = corners[2]!
  const x1 = corners[3]!
  const y1 = corners[4]!
  const z1 = corners[5]!
  const x2 = corners[6]!
  const y2 = corners[7]!
  const z2 = corners[8]!
  const top = Math.min(y0, y1, y2)
  const bottom = Math.max(y0, y1, y2)
  if (bottom < start + 0.5 || top > end - 0.5) return
  const left = Math.min(x0, x1, x2)
  const right = Math.max(x0, x1, x2)
  if (right < 0.5 || left > width - 0.5) return
  let first = Math.ceil(top - 0.5)
  let last = Math.floor(bottom - 0.5)
  // most needles and blades lie between the middles of samples
  if (first > last || Math.ceil(left - 0.5) === Math.ceil(right - 0.5)) return
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  if (area === 0) return
  const inverse = 1 / area
  const dzx = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) * inverse
  const dzy = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) * inverse
  if (first < start) first = start
  if (last > end - 1) last = end - 1
  const d01 = y1 !== y0 ? (x1 - x0) / (y1 - y0) : 0
  const d12 = y2 !== y1 ? (x2 - x1) / (y2 - y1) : 0
  const d20 = y0 !== y2 ? (x0 - x2) / (y0 - y2) : 0
  for (let y = first; y <= last; y++) {
    const yc = y + 0.5
    let low = 1e9
    let high = -1e9
    if (y0 <= yc !== y1 <= yc) {
      const x = x0 + (yc - y0) * d01
      low = x
      high = x
    }
    if (y1 <= yc !== y2 <= yc) {
      const x = x1 + (yc - y1) * d12
      if (x < low) low = x
      if (x > high) high = x
    }
    if (y2 <= yc !== y0 <= yc) {
      const x = x2 + (yc - y2) * d20
      if (x < low) low = x
      if (x > high) high = x
    }
    if (low < 0) low = 0
    if (high > width) high = width
    const from = Math.ceil(low - 0.5)
    const to = Math.ceil(high - 0.5)
    let z = z0 + (from + 0.5 - x0) * dzx + (yc - y0) * dzy
    const row = y * width
    for (let i = row + from; i < row + to; i++) {
      if (z > inverseDepth[i]!) {
        inverseDepth[i] = z
        if (triangle) triangle[i] = id
      }
      z += dzx
    }
  }
}
