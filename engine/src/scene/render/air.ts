import { clamp } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { decay } from '../decay.ts'
import { fbm3 } from '../noise.ts'
import { projectionOf } from './projection.ts'
import type { Raster } from './raster.ts'
import type { Stage } from './stage.ts'

const { floor, max, min, round, sqrt } = Math

/** Numbers a pixel of the air: share of sun, coloured light (three), density over its smooth mean. */
const NUMBERS = 5
/** Longest side of the marched picture at most, and samples of the raster for each of its pixels at least. */
const SIDE = 160
const SAMPLES = 4

/** What the air before each surface holds, at low resolution, blended by depth. */
export type Air = {
  /** Writes the five numbers at picture place x, y (0..1) for a surface at depth z. */
  at(x: number, y: number, z: number, numbers: Float64Array): void
}

/** Marches the air before every pixel of a small picture: averages only, so it can be stretched without halos. */
export function createAir(stage: Stage, raster: Raster, onProgress: (fraction: number) => void): Air {
  const { scene, shadow, lamps } = stage
  const { fog, camera } = scene
  const side = max(raster.width, raster.height)
  const shrink = min(SIDE, side / SAMPLES) / side
  const width = max(2, round(raster.width * shrink))
  const height = max(2, round(raster.height * shrink))
  const stepX = raster.width / width
  const stepY = raster.height / height
  const { scale, x: ox, y: oy } = projectionOf(camera, raster.width, raster.height)
  const { forward: f, right, up } = camera
  const raw = stage.crew.floats(width * height * NUMBERS)
  const depths = stage.crew.floats(width * height)
  const lit = new Float64Array(3)
  const marchRow = (j: number) => {
    for (let i = 0; i < width; i++) {
      const px = (i + 0.5) * stepX
      const py = (j + 0.5) * stepY
      const inverse = raster.inverseDepth[floor(py) * raster.width + floor(px)]!
      const z = inverse * fog.far > 1 ? 1 / inverse : fog.far
      depths[j * width + i] = z
      const tx = (px - ox) / scale
      const ty = (oy - py) / scale
      const dx = f[0] + right[0] * tx + up[0] * ty
      const dy = f[1] + right[1] * tx + up[1] * ty
      const dz = f[2] + right[2] * tx + up[2] * ty
      const length = sqrt(dx * dx + dy * dy + dz * dz)
      const jitter = (((i * 5 + j * 3) & 7) / 8) * 0.75 + hash3(i, j, 5) * 0.25
      let weights = 0
      let sun = 0
      let r = 0
      let g = 0
      let b = 0
      let even = 0
      let uneven = 0
      let before = 0
      for (let s = 0; s < fog.steps; s++) {
        const q = (s + jitter) / fog.steps
        const t = z * (q * q * 0.7 + q * 0.3)
        const dt = (t - before) * length
        before = t
        const x = camera.x + dx * t
        const y = camera.y + dy * t
        const zz = camera.z + dz * t
        const mean = fog.density * decay((y - fog.base) / fog.thinning) + fog.haze
        let density = mean
        if (fog.noise > 0) {
          density *= 1 + fog.noise * (fbm3(x * fog.noiseScale, y * fog.noiseScale * 2.2, zz * fog.noiseScale, 2) - 0.5) * 2
          if (density < 0) density = 0
        }
        const weight = density * dt * decay(uneven)
        even += mean * dt
        uneven += density * dt
        weights += weight
        if (shadow) sun += weight * shadow.at(x, y, zz, 0.5)
        if (lamps) {
          lamps(x, y, zz, lit)
          r += weight * lit[0]!
          g += weight * lit[1]!
          b += weight * lit[2]!
        }
      }
      const o = (j * width + i) * NUMBERS
      raw[o] = 1
      raw[o + 4] = 1
      if (weights <= 0) continue
      if (shadow) raw[o] = sun / weights
      raw[o + 1] = r / weights
      raw[o + 2] = g / weights
      raw[o + 3] = b / weights
      if (even > 0) raw[o + 4] = uneven / even
    }
  }
  const work = (from: number, to: number) => {
    for (let j = from; j < to; j++) marchRow(j)
  }
  stage.crew.rows(height, 4, work, onProgress)
  const picture = softened(raw, depths, width, height)
  return { at: lookup(picture, depths, width, height) }
}

/** A blur along surfaces that hides the jitter. */
function softened(raw: Float32Array, depths: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(raw.length)
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const here = depths[j * width + i]!
      const o = (j * width + i) * NUMBERS
      let weights = 0
      let sun = 0
      let r = 0
      let g = 0
      let b = 0
      let uneven = 0
      for (let y = max(0, j - 2); y <= min(height - 1, j + 2); y++)
        for (let x = max(0, i - 2); x <= min(width - 1, i + 2); x++) {
          const there = depths[y * width + x]!
          const near = there > here ? here / there : there / here
          const weight = near * near * near * near + 1e-4
          const p = (y * width + x) * NUMBERS
          weights += weight
          sun += raw[p]! * weight
          r += raw[p + 1]! * weight
          g += raw[p + 2]! * weight
          b += raw[p + 3]! * weight
          uneven += raw[p + 4]! * weight
        }
      out[o] = sun / weights
      out[o + 1] = r / weights
      out[o + 2] = g / weights
      out[o + 3] = b / weights
      out[o + 4] = uneven / weights
    }
  return out
}

/** Between four pixels, those at the surface's depth counting most. */
function lookup(picture: Float32Array, depths: Float32Array, width: number, height: number): Air['at'] {
  return (x, y, z, numbers) => {
    const fx = x * width - 0.5
    const fy = y * height - 0.5
    const i = clamp(floor(fx), 0, width - 2)
    const j = clamp(floor(fy), 0, height - 2)
    const u = clamp(fx - i, 0, 1)
    const v = clamp(fy - j, 0, 1)
    let weights = 0
    let sun = 0
    let r = 0
    let g = 0
    let b = 0
    let uneven = 0
    for (let q = 0; q < 4; q++) {
      const p = (j + (q >> 1)) * width + i + (q & 1)
      const there = depths[p]!
      const near = there > z ? z / there : there / z
      const weight = (q & 1 ? u : 1 - u) * (q >> 1 ? v : 1 - v) * (near * near * near * near + 0.002) + 1e-6
      const k = p * NUMBERS
      weights += weight
      sun += picture[k]! * weight
      r += picture[k + 1]! * weight
      g += picture[k + 2]! * weight
      b += picture[k + 3]! * weight
      uneven += picture[k + 4]! * weight
    }
    numbers[0] = sun / weights
    numbers[1] = r / weights
    numbers[2] = g / weights
    numbers[3] = b / weights
    numbers[4] = uneven / weights
  }
}
