import type { Mesh } from '../mesh.ts'
import type { Channels } from '../vector.ts'
import type { Frame } from './frame.ts'
import type { Raster } from './raster.ts'
import type { Shader } from './shader.ts'

const { max } = Math

/** Where the four samples of a pixel lie, from its middle. */
const OFFSET_X = [-0.25, 0.25, -0.25, 0.25] as const
const OFFSET_Y = [-0.25, -0.25, 0.25, 0.25] as const
/** Radiance above this is damped a sample, which keeps edges next to lamps smooth. */
const BRIGHT = 8
const SKY_DEPTH = 1e6

/** True when two samples can share one shading: one object, nearly one depth, one face or a smooth one. */
function alike(mesh: Mesh, normals: Float32Array, a: number, b: number, depthRatio: number): boolean {
  if (a === b) return true
  if (a < 0 || b < 0 || mesh.material[a] !== mesh.material[b] || mesh.object[a] !== mesh.object[b]) return false
  if (depthRatio <= 0.97 || depthRatio >= 1.03) return false
  if (mesh.smooth[a] && mesh.smooth[b]) return true
  return normals[a * 3]! * normals[b * 3]! + normals[a * 3 + 1]! * normals[b * 3 + 1]! + normals[a * 3 + 2]! * normals[b * 3 + 2]! > 0.995
}

/** What `count` samples of one colour weigh. */
function weightOf(colour: Channels, count: number): number {
  const brightest = max(colour[0]!, colour[1]!, colour[2]!)
  return brightest > BRIGHT ? count * (BRIGHT / brightest) * (1 + (brightest - BRIGHT) / (brightest + 24)) : count
}

/** Shades rows from four samples a pixel; samples that show the same are shaded once. */
export function resolveRow(frame: Frame, raster: Raster, shader: Shader, y: number): void {
  const { width, radiance, depth, triangle, mesh, normals } = frame
  const { colour } = shader
  const ids = new Int32Array(4)
  const near = new Float64Array(4)
  const done = new Uint8Array(4)
  for (let x = 0; x < width; x++) {
    const p = y * 2 * raster.width + x * 2
    for (let s = 0; s < 4; s++) {
      const q = p + (s & 1) + (s >> 1) * raster.width
      ids[s] = raster.triangle[q]! - 1
      near[s] = raster.inverseDepth[q]!
      done[s] = 0
    }
    const o = y * width + x
    depth[o] = near[0]! > 0 ? 1 / near[0]! : SKY_DEPTH
    triangle[o] = ids[0]! + 1
    if (ids[0] === ids[1] && ids[0] === ids[2] && ids[0] === ids[3]) {
      shader.shade(x + 0.5, y + 0.5, ids[0]!, near[0]!)
      const weight = weightOf(colour, 4) * 0.25
      radiance[o * 3] = colour[0]! * weight
      radiance[o * 3 + 1] = colour[1]! * weight
      radiance[o * 3 + 2] = colour[2]! * weight
      continue
    }
    let r = 0
    let g = 0
    let b = 0
    for (let s = 0; s < 4; s++) {
      if (done[s]) continue
      let count = 1
      let ax = OFFSET_X[s]!
      let ay = OFFSET_Y[s]!
      for (let q = s + 1; q < 4; q++) {
        if (done[q] || !alike(mesh, normals, ids[s]!, ids[q]!, near[q]! / near[s]!)) continue
        done[q] = 1
        count++
        ax += OFFSET_X[q]!
        ay += OFFSET_Y[q]!
      }
      shader.shade(x + 0.5 + ax / count, y + 0.5 + ay / count, ids[s]!, near[s]!)
      const weight = weightOf(colour, count)
      r += colour[0]! * weight
      g += colour[1]! * weight
      b += colour[2]! * weight
    }
    radiance[o * 3] = r * 0.25
    radiance[o * 3 + 1] = g * 0.25
    radiance[o * 3 + 2] = b * 0.25
  }
}
