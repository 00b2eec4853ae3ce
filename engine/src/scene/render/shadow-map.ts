import type { Crew } from '../../crew.ts'
import { shadowCasters } from '../material/material-id.ts'
import type { Mesh } from '../mesh.ts'
import type { Sunlight } from '../scene.ts'
import { unit, type Vec3 } from '../vector.ts'
import { fillTriangle } from './raster.ts'

/** Height towards the sun is stored above this, so that an empty texel is the lowest. */
const OFFSET = 20000
const BATCH = 4096

/** What the sun sees: how far towards it the nearest caster lies. */
export type ShadowMap = {
  /** Share of the sun that reaches a point raised `bias` metres towards it, from one texel. */
  at(x: number, y: number, z: number, bias: number): number
  /** The same, softened over 3 × 3 texels. */
  softAt(x: number, y: number, z: number, bias: number): number
}

/** The map's axes and middle. */
type MapPlane = {
  readonly size: number
  readonly scale: number
  readonly centre: Vec3
  readonly right: Vec3
  readonly up: Vec3
  readonly sun: Vec3
}

/** Heights towards the sun of what casts, a texel each. A function of its own, so that the map holds nothing else of it. */
function heightsOf(mesh: Mesh, plane: MapPlane, crew: Crew, places: Float64Array, onProgress: (fraction: number) => void): Float32Array {
  const { size, scale } = plane
  const [cx, cy, cz] = plane.centre
  const [rx, ry, rz] = plane.right
  const [ux, uy, uz] = plane.up
  const [sx, sy, sz] = plane.sun
  const middle = size / 2
  const { position, index, triangleCount, vertexCount, material } = mesh
  for (let p = 0; p < vertexCount * 3; p += 3) {
    const x = position[p]! - cx
    const y = position[p + 1]! - cy
    const z = position[p + 2]! - cz
    places[p] = middle + (x * rx + y * ry + z * rz) * scale
    places[p + 1] = middle + (x * ux + y * uy + z * uz) * scale
    places[p + 2] = OFFSET + x * sx + y * sy + z * sz
  }
  const raster = { width: size, height: size, inverseDepth: crew.floats(size * size), triangle: null }
  const casts = shadowCasters()
  const corners = new Float64Array(9)
  const place = (at: number, vertex: number) => {
    corners[at] = places[vertex * 3]!
    corners[at + 1] = places[vertex * 3 + 1]!
    corners[at + 2] = places[vertex * 3 + 2]!
  }
  crew.rows(size, crew.band(size), (start, end) => {
    for (let t = 0; t < triangleCount; t++) {
      if (t % BATCH === 0) onProgress(t / triangleCount)
      if (casts[material[t]!] === 0) continue
      const a = index[t * 3]!
      const b = index[t * 3 + 1]!
      const c = index[t * 3 + 2]!
      place(0, a)
      place(3, b)
      place(6, c)
      fillTriangle(raster, 1, corners, start, end)
    }
  })
  return raster.inverseDepth
}

/**
 * @param scratch memory of at least three numbers a vertex that nobody else needs meanwhile
 * @param onProgress called with the share of triangles done; may throw to stop
 */
export function createShadowMap(
  mesh: Mesh,
  sun: Vec3,
  light: Sunlight,
  crew: Crew,
  scratch: Float64Array,
  onProgress: (fraction: number) => void,
): ShadowMap {
  const size = light.resolution
  const [cx, cy, cz] = light.centre
  const [sx, sy, sz] = sun
  const [rx, ry, rz] = unit(Math.abs(sy) > 0.99 ? [1, 0, 0] : [sz, 0, -sx])
  const ux = sy * rz - sz * ry
  const uy = sz * rx - sx * rz
  const uz = sx * ry - sy * rx
  const scale = size / 2 / light.radius
  const middle = size / 2
  const plane: MapPlane = { size, scale, centre: light.centre, right: [rx, ry, rz], up: [ux, uy, uz], sun }
  const heights = heightsOf(mesh, plane, crew, scratch, onProgress)

  return {
    at(x, y, z, bias) {
      const dx = x - cx
      const dy = y - cy
      const dz = z - cz
      const u = Math.floor(middle + (dx * rx + dy * ry + dz * rz) * scale)
      const v = Math.floor(middle + (dx * ux + dy * uy + dz * uz) * scale)
      if (u < 2 || v < 2 || u > size - 3 || v > size - 3) return 1
      return heights[v * size + u]! > OFFSET + dx * sx + dy * sy + dz * sz + bias ? 0 : 1
    },
    softAt(x, y, z, bias) {
      const dx = x - cx
      const dy = y - cy
      const dz = z - cz
      const u = middle + (dx * rx + dy * ry + dz * rz) * scale
      const v = middle + (dx * ux + dy * uy + dz * uz) * scale
      if (u < 2 || v < 2 || u > size - 3 || v > size - 3) return 1
      const h = OFFSET + dx * sx + dy * sy + dz * sz + bias
      const i = Math.floor(u - 0.5)
      const j = Math.floor(v - 0.5)
      const a = u - 0.5 - i
      const b = v - 0.5 - j
      let sum = 0
      for (let q = -1; q <= 2; q++) {
        const weight = q === -1 ? 1 - b : q === 2 ? b : 1
        const row = (j + q) * size + i
        sum +=
          weight *
          ((heights[row - 1]! > h ? 0 : 1 - a) +
            (heights[row]! > h ? 0 : 1) +
            (heights[row + 1]! > h ? 0 : 1) +
            (heights[row + 2]! > h ? 0 : a))
      }
      return sum / 9
    },
  }
}
