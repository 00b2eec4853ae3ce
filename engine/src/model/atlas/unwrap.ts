import type { SmoothMesh } from '../mesh/triangle-mesh.ts'
import type { Charts } from './charts.ts'
import { pack, texels } from './pack.ts'

const { floor, sqrt } = Math

/** Charts with their places in a texture. */
export type Atlas = Charts & {
  /** Texels along a side. */
  readonly size: number
  /** Texels a unit, of each chart. */
  readonly density: Float64Array
  /** Left and top texel of each chart, two numbers each. */
  readonly corners: Int32Array
}

/** Texels kept free round each chart. */
export const GUTTER = 2

/** Least texels a chart takes along a side. */
const LEAST = 2

/** The size of a texture, doubled until it has room for so many charts. */
function roomFor(charts: number, size: number): number {
  const along = floor(size / (LEAST + 2 * GUTTER))
  return along * along >= charts ? size : roomFor(charts, 2 * size)
}

/**
 * Packs charts into a texture: a larger one where they are too many for it.
 * @param tierDensity how fine each tier is against the others
 * @param most texels a unit beyond which nothing is gained
 */
export function layOut(charted: Charts, size: number, tierDensity: readonly number[], most: number): Atlas {
  const rectangles = charted.charts.map(({ low, high, tier }) => ({
    width: (high[0] - low[0]) * tierDensity[tier]!,
    height: (high[1] - low[1]) * tierDensity[tier]!,
  }))
  const room = roomFor(rectangles.length, size)
  const { density, corners } = pack(rectangles, room, GUTTER, most)
  return { ...charted, size: room, corners, density: Float64Array.from(charted.charts, ({ tier }) => density * tierDensity[tier]!) }
}

/** Size of a chart in texels. */
export function extentOf({ charts, density }: Atlas, chart: number): readonly [width: number, height: number] {
  const { low, high } = charts[chart]!
  return [texels(high[0] - low[0], density[chart]!), texels(high[1] - low[1], density[chart]!)]
}

/** Writes where a point of a chart lies in the texture: texels from its left and its top. */
export function texelOf({ charts, density, corners }: Atlas, chart: number, x: number, y: number, z: number, out: Float64Array): void {
  const { frame, low, high } = charts[chart]!
  const { right, up } = frame
  const scale = density[chart]!
  out[0] = corners[2 * chart]! + 0.5 + (x * right[0] + y * right[1] + z * right[2] - low[0]) * scale
  out[1] = corners[2 * chart + 1]! + 0.5 + (high[1] - (x * up[0] + y * up[1] + z * up[2])) * scale
}

/** A mesh with a vertex for each chart it is part of, so that each has one place in the texture. */
export type Unwrapped = SmoothMesh & {
  /** Two numbers a vertex, 0..1, from the top left. */
  readonly uvs: Float64Array
  /** Unit vector towards the right of the texture along the surface, and 1: the side its up lies on. Four numbers a vertex. */
  readonly tangents: Float64Array
  /** The vertex of the smooth mesh that each was made from. */
  readonly smooth: Uint32Array
}

/** @param chartOf the chart of each triangle of this mesh, which may be a coarser one than that the charts were made of */
export function unwrap(mesh: SmoothMesh, atlas: Atlas, chartOf: ArrayLike<number>): Unwrapped {
  const { positions: p, normals: n } = mesh
  const { charts } = atlas
  /** First vertex made of each, and the next of each that was made; −1 where there is none. */
  const first = new Int32Array(p.length / 3).fill(-1)
  const next: number[] = []
  const chartOfVertex: number[] = []
  const smooth: number[] = []
  const index = mesh.index.map((vertex, i) => {
    const chart = chartOf[(i / 3) | 0]!
    for (let made = first[vertex]!; made >= 0; made = next[made]!) if (chartOfVertex[made] === chart) return made
    next.push(first[vertex]!)
    chartOfVertex.push(chart)
    first[vertex] = smooth.push(vertex) - 1
    return first[vertex]!
  })
  const count = smooth.length
  const positions = new Float64Array(3 * count)
  const normals = new Float64Array(3 * count)
  const uvs = new Float64Array(2 * count)
  const tangents = new Float64Array(4 * count)
  const at = new Float64Array(2)
  for (let i = 0; i < count; i++) {
    const o = 3 * smooth[i]!
    const chart = chartOfVertex[i]!
    for (let axis = 0; axis < 3; axis++) {
      positions[3 * i + axis] = p[o + axis]!
      normals[3 * i + axis] = n[o + axis]!
    }
    texelOf(atlas, chart, p[o]!, p[o + 1]!, p[o + 2]!, at)
    uvs[2 * i] = at[0]! / atlas.size
    uvs[2 * i + 1] = at[1]! / atlas.size
    tangents.set(tangentOf(charts[chart]!.frame.right, n[o]!, n[o + 1]!, n[o + 2]!), 4 * i)
    tangents[4 * i + 3] = 1
  }
  return {
    positions,
    normals,
    uvs,
    tangents,
    source: Uint32Array.from(smooth, (vertex) => mesh.source[vertex]!),
    smooth: Uint32Array.from(smooth),
    index,
  }
}

/** The direction to the right of a picture, along the surface. */
export function tangentOf(right: readonly [number, number, number], nx: number, ny: number, nz: number): [number, number, number] {
  const along = right[0] * nx + right[1] * ny + right[2] * nz
  const [x, y, z] = [right[0] - along * nx, right[1] - along * ny, right[2] - along * nz]
  const length = sqrt(x * x + y * y + z * z)
  if (length > 1e-4) return [x / length, y / length, z / length]
  // the surface looks along `right` itself: any direction along it will do
  const [ux, uy] = nx * nx > 0.5 ? [0, 1] : [1, 0]
  const dot = ux * nx + uy * ny
  const [tx, ty, tz] = [ux - dot * nx, uy - dot * ny, -dot * nz]
  const unit = sqrt(tx * tx + ty * ty + tz * tz)
  return [tx / unit, ty / unit, tz / unit]
}
