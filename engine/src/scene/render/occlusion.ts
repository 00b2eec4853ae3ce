import { hash3 } from '../../math/lattice.ts'
import { projectionOf } from './projection.ts'
import type { Raster } from './raster.ts'
import type { Stage } from './stage.ts'

const { floor, max, round, sqrt } = Math

/** How open the surface in each pixel is, 0..1, at half size. */
export type Openness = { readonly share: Float32Array; readonly width: number; readonly height: number }

/** Where neighbours are looked at: offsets on the unit disc and how far out each goes. */
const TAPS = 9
const ACROSS = [1, 0.31, -0.81, -0.81, 0.31, 0.7, -0.3, -0.2, 0.55] as const
const UP = [0, 0.95, 0.59, -0.59, -0.95, 0.2, 0.6, -0.75, -0.45] as const
const OUT = [1, 0.8, 0.45, 0.9, 0.6, 0.35, 0.25, 0.3, 0.5] as const
/** Further surfaces are taken as open, metres. */
const FAR = 2500

/** Ambient occlusion from the depth of the picture. `raster` has four samples a pixel. */
export function occlusionOf(stage: Stage, raster: Raster, onProgress: (fraction: number) => void): Openness {
  const { scene, normals } = stage
  const { camera, occlusionRadius } = scene
  const width = raster.width >> 2
  const height = raster.height >> 2
  const step = raster.width / width
  const rowStep = raster.height / height
  const { scale, x: ox, y: oy } = projectionOf(camera, width, height)
  const [fx, fy, fz] = camera.forward
  const [rx, ry, rz] = camera.right
  const [ux, uy, uz] = camera.up
  const depth = raster.inverseDepth
  const sampleAt = (i: number, j: number) => floor((j + 0.5) * rowStep) * raster.width + floor((i + 0.5) * step)
  const raw = stage.crew.floats(width * height)
  const closeRow = (j: number) => {
    for (let i = 0; i < width; i++) {
      const p = sampleAt(i, j)
      const inverse = depth[p]!
      raw[j * width + i] = 1
      if (inverse * FAR <= 1) continue
      const z = 1 / inverse
      const t = (raster.triangle[p]! - 1) * 3
      const nx = normals[t]!
      const ny = normals[t + 1]!
      const nz = normals[t + 2]!
      let vx = nx * rx + ny * ry + nz * rz
      let vy = nx * ux + ny * uy + nz * uz
      let vz = nx * fx + ny * fy + nz * fz
      const tx = (i + 0.5 - ox) / scale
      const ty = (oy - j - 0.5) / scale
      if (vx * tx + vy * ty + vz > 0) {
        vx = -vx
        vy = -vy
        vz = -vz
      }
      const reach = occlusionRadius * (1 + z * 0.012)
      let pixels = (reach / z) * scale
      if (pixels > 40) pixels = 40
      if (pixels < 1.5) pixels = 1.5
      const turn = hash3(i & 3, j & 3, 9) * 2 - 1
      const turnCos = sqrt(1 - turn * turn)
      let blocked = 0
      for (let tap = 0; tap < TAPS; tap++) {
        const a = ACROSS[tap]!
        const b = UP[tap]!
        const out = OUT[tap]! * pixels
        const xi = round(i + (a * turnCos - b * turn) * out)
        const yi = round(j + (a * turn + b * turnCos) * out)
        if (xi < 0 || yi < 0 || xi >= width || yi >= height) continue
        const other = depth[sampleAt(xi, yi)]!
        if (other <= 0) continue
        const z2 = 1 / other
        const x2 = ((xi + 0.5 - ox) / scale) * z2 - tx * z
        const y2 = ((oy - yi - 0.5) / scale) * z2 - ty * z
        const dz = z2 - z
        const d2 = x2 * x2 + y2 * y2 + dz * dz + 1e-6
        const facing = (x2 * vx + y2 * vy + dz * vz) / sqrt(d2) - 0.12
        if (facing > 0) blocked += facing / (1 + (1.5 * d2) / (reach * reach))
      }
      raw[j * width + i] = max(0.12, 1 - (blocked * 2.2) / TAPS)
    }
  }
  const work = (from: number, to: number) => {
    for (let j = from; j < to; j++) closeRow(j)
  }
  stage.crew.rows(height, 16, work, onProgress)
  return { share: smoothed(raw, width, height, (i, j) => depth[sampleAt(i, j)]!), width, height }
}

/** The mean of the 4 × 4 pixels round each that lie at its depth: evens out the rotated pattern. */
function smoothed(raw: Float32Array, width: number, height: number, depthAt: (i: number, j: number) => number): Float32Array {
  const inverse = new Float32Array(raw.length)
  for (let j = 0; j < height; j++) for (let i = 0; i < width; i++) inverse[j * width + i] = depthAt(i, j)
  const share = new Float32Array(raw.length)
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const here = inverse[j * width + i]!
      let sum = 0
      let count = 0
      for (let b = max(0, j - 2); b <= j + 1 && b < height; b++)
        for (let a = max(0, i - 2); a <= i + 1 && a < width; a++) {
          const there = inverse[b * width + a]!
          if (there > here * 1.05 || there < here * 0.95) continue
          sum += raw[b * width + a]!
          count++
        }
      share[j * width + i] = count ? sum / count : raw[j * width + i]!
    }
  return share
}
