import { mix, saturate, smooth } from '../math/dmath.ts'

/** A place on the ground: x and z, metres. */
export type Place2 = readonly [x: number, z: number]

/** A levelled disc of ground: `y` within `radius`, fading out over `fall`. */
export type Site = { readonly x: number; readonly z: number; readonly radius: number; readonly y: number; readonly fall: number }

/** A way along points, `width` metres wide. */
export type Path = { readonly points: readonly Place2[]; readonly width: number }

/** The shape of the ground, looked up quickly. */
export type Land = {
  heightAt(x: number, z: number): number
  /** Metres to the edge of the nearest path; negative on it, 99 far off. */
  pathAt(x: number, z: number): number
  /** Height, slope along x and slope along z, written to out[0..2]. */
  surfaceAt(x: number, z: number, out: Float64Array): void
}

/** A Catmull-Rom curve through the points, five steps a span. */
function curve(points: readonly Place2[]): readonly Place2[] {
  if (points.length < 3) return points
  const out: Place2[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[Math.max(0, i - 1)]!
    const b = points[i]!
    const c = points[i + 1]!
    const d = points[Math.min(points.length - 1, i + 2)]!
    for (let k = 0; k < 5; k++) {
      const t = k / 5
      const at = (axis: 0 | 1) =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t)
      out.push([at(0), at(1)])
    }
  }
  out.push(points[points.length - 1]!)
  return out
}

const distance = (x: number, z: number) => Math.sqrt(x * x + z * z)

/** Metres between points of the height and path maps. */
const STEP = 0.5

/** Marks how far each point of the map is from the path's edge. */
function markPath(map: Float32Array, side: number, half: number, { points, width }: Path): void {
  const curved = curve(points)
  const pad = width / 2 + 4
  const cell = (v: number) => Math.max(0, Math.min(side - 1, Math.floor((v + half) / STEP)))
  for (let i = 0; i + 1 < curved.length; i++) {
    const [ax, az] = curved[i]!
    const [bx, bz] = curved[i + 1]!
    const [dx, dz] = [bx - ax, bz - az]
    const length2 = dx * dx + dz * dz || 1
    for (let j = cell(Math.min(az, bz) - pad); j <= cell(Math.max(az, bz) + pad); j++)
      for (let q = cell(Math.min(ax, bx) - pad); q <= cell(Math.max(ax, bx) + pad); q++) {
        const x = -half + q * STEP
        const z = -half + j * STEP
        const t = saturate(((x - ax) * dx + (z - az) * dz) / length2)
        const d = distance(x - ax - dx * t, z - az - dz * t) - width / 2
        if (d < map[j * side + q]!) map[j * side + q] = d
      }
  }
}

/** Cuts paths into slopes: heights on and beside a path come near the mean of their neighbours. */
function easePaths(heights: Float64Array, paths: Float32Array, side: number): void {
  for (let round = 0; round < 3; round++) {
    const before = heights.slice()
    for (let j = 2; j < side - 2; j++)
      for (let i = 2; i < side - 2; i++) {
        const o = j * side + i
        const d = paths[o]!
        if (d >= 1.2) continue
        const mean = (before[o - 2]! + before[o + 2]! + before[o - 2 * side]! + before[o + 2 * side]!) / 4
        heights[o] = mix(mean, before[o]!, saturate(d / 1.2))
      }
  }
}

/** Rise per metre along x and along z at each point of the map. */
function slopesOf(heights: Float64Array, side: number): [Float32Array, Float32Array] {
  const along = [new Float32Array(heights.length), new Float32Array(heights.length)] as [Float32Array, Float32Array]
  for (let j = 0; j < side; j++)
    for (let i = 0; i < side; i++) {
      const o = j * side + i
      const [left, right] = [i > 0 ? o - 1 : o, i < side - 1 ? o + 1 : o]
      const [back, front] = [j > 0 ? o - side : o, j < side - 1 ? o + side : o]
      along[0][o] = (heights[right]! - heights[left]!) / (2 * STEP)
      along[1][o] = (heights[front]! - heights[back]!) / (2 * STEP)
    }
  return along
}

/** The land of a square of half-width `half`: raw heights, levelled at sites, eased along paths. */
export function createLand(half: number, raw: (x: number, z: number) => number, sites: readonly Site[], paths: readonly Path[]): Land {
  const side = half * 4 + 1
  const heights = new Float64Array(side * side)
  const pathMap = new Float32Array(side * side).fill(99)
  for (const path of paths) markPath(pathMap, side, half, path)
  for (let j = 0; j < side; j++)
    for (let i = 0; i < side; i++) {
      const x = -half + i * STEP
      const z = -half + j * STEP
      let h = raw(x, z)
      for (const site of sites) {
        const d = distance(x - site.x, z - site.z)
        if (d < site.radius + site.fall) h = mix(site.y, h, smooth(site.radius, site.radius + site.fall, d))
      }
      heights[j * side + i] = h
    }
  easePaths(heights, pathMap, side)
  const [slopesX, slopesZ] = slopesOf(heights, side)
  const last = side - 2
  const between = (map: Float64Array | Float32Array, o: number, a: number, b: number) => {
    const top = map[o]! + (map[o + 1]! - map[o]!) * a
    return top + (map[o + side]! + (map[o + side + 1]! - map[o + side]!) * a - top) * b
  }
  const look = (map: Float64Array | Float32Array, x: number, z: number) => {
    const u = (x + half) / STEP
    const v = (z + half) / STEP
    const i = u < 0 ? 0 : u > last ? last : u | 0
    const j = v < 0 ? 0 : v > last ? last : v | 0
    return between(map, j * side + i, saturate(u - i), saturate(v - j))
  }
  return {
    heightAt: (x, z) => look(heights, x, z),
    pathAt: (x, z) => look(pathMap, x, z),
    surfaceAt(x, z, out) {
      const u = (x + half) / STEP
      const v = (z + half) / STEP
      const i = u < 0 ? 0 : u > last ? last : u | 0
      const j = v < 0 ? 0 : v > last ? last : v | 0
      const a = saturate(u - i)
      const b = saturate(v - j)
      const o = j * side + i
      out[0] = between(heights, o, a, b)
      out[1] = between(slopesX, o, a, b)
      out[2] = between(slopesZ, o, a, b)
    },
  }
}
