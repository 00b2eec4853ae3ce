import type { Crew } from '../../crew.ts'
import { clamp, saturate } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Camera } from '../camera.ts'
import { decay } from '../decay.ts'
import { fbm3, value3 } from '../noise.ts'
import type { Clouds } from '../scene.ts'
import type { Channels, Vec3 } from '../vector.ts'
import type { Dome } from './dome.ts'

const { abs, floor, max, min, sqrt } = Math

/** Clouds in a direction: three numbers of light, and as the fourth the share of what lies behind that shows through. */
export type CloudView = (dx: number, dy: number, dz: number, colour: Channels) => void

/** Pixels across of the marched picture where clouds do not say. */
export const CLOUD_RESOLUTION = 160
/** The marched picture covers this much of the camera's square. */
const COVER = 1.25

/** How thick the clouds are at a point, 0..1. */
function densityOf(clouds: Clouds): (x: number, y: number, z: number, octaves: number) => number {
  const { bottom, top, frequency, base, banks = 0, stretch = 1, flatten = 1, cover } = clouds
  const sharp = 1 / clouds.soft
  const ox = clouds.variant * 7.13
  const oz = clouds.variant * 3.77
  return (x, y, z, octaves) => {
    const h = (y - bottom) / (top - bottom)
    if (h < 0 || h > 1) return 0
    const profile = h < base ? h / base : 1 - (h - base) / (1 - base)
    const bank = banks ? value3(x * frequency * 0.13 + oz, 3.3, z * frequency * 0.13 + ox) : 0.5
    const n = fbm3((x * frequency) / stretch + ox, y * frequency * flatten, z * frequency + oz, octaves)
    return saturate((n * (0.35 + 0.65 * min(1, profile * 1.6)) + (bank - 0.5) * banks - (1 - cover)) * sharp)
  }
}

/** Marches one ray through the slab and writes light and transmittance into `out` at `p`. */
function createMarch(clouds: Clouds, sun: Vec3, dome: Dome, camera: Camera) {
  const { bottom, top, far, fade, steps = 22, octaves = 5, sunColour, ambientColour, silver, flash } = clouds
  const density = densityOf(clouds)
  const sky = new Float64Array(3)
  const lightStep = (top - bottom) * 0.12
  return (out: Float32Array, p: number, jitter: number, dx: number, dy: number, dz: number) => {
    let enter = (bottom - camera.y) / dy
    let leave = (top - camera.y) / dy
    if (enter > leave) [enter, leave] = [leave, enter]
    enter = max(0, enter)
    leave = min(far, leave)
    if (enter > far) return
    const dt = (leave - enter) / steps
    const towards = dx * sun[0] + dy * sun[1] + dz * sun[2]
    const rim = towards > 0 ? towards * towards * towards * towards * towards * towards * silver : 0
    const phase = 0.55 + 0.45 * towards * towards + rim
    dome(dx, max(dy, 0.02), dz, sky)
    let through = 1
    let r = 0
    let g = 0
    let b = 0
    for (let k = 0, t = enter + dt * jitter; k < steps && through > 0.03; k++, t += dt) {
      const x = camera.x + dx * t
      const y = camera.y + dy * t
      const z = camera.z + dz * t
      const d = density(x, y, z, octaves)
      if (d <= 0) continue
      let shade = 0
      for (let q = 1; q <= 4; q++) {
        const l = lightStep * q * q * 0.55
        shade += density(x + sun[0] * l, y + sun[1] * l, z + sun[2] * l, 2) * lightStep * q
      }
      const height = saturate((y - bottom) / (top - bottom))
      const lit = (decay(shade * clouds.density * 0.55) * 0.85 + decay(shade * clouds.density * 0.1) * 0.36) * phase
      const ambient = 0.35 + 0.65 * height
      const opacity = 1 - decay(d * clouds.density * dt)
      const seen = decay(t / fade)
      const weight = through * opacity
      const bolt = flash ? flash(x, y, z) : 0
      r += weight * (sky[0]! + (sunColour[0] * lit + ambientColour[0] * ambient + bolt * 0.8 - sky[0]!) * seen)
      g += weight * (sky[1]! + (sunColour[1] * lit + ambientColour[1] * ambient + bolt * 0.85 - sky[1]!) * seen)
      b += weight * (sky[2]! + (sunColour[2] * lit + ambientColour[2] * ambient + bolt - sky[2]!) * seen)
      through *= 1 - opacity
    }
    out[p] = r
    out[p + 1] = g
    out[p + 2] = b
    out[p + 3] = through
  }
}

/** A small blur that hides the jitter of the march. Four numbers a pixel. */
function soften(picture: Float32Array, size: number): Float32Array {
  const out = new Float32Array(picture.length)
  for (let j = 0; j < size; j++)
    for (let i = 0; i < size; i++) {
      const p = (j * size + i) * 4
      let weights = 0
      for (let y = max(-j, -1); y <= min(size - 1 - j, 1); y++)
        for (let x = max(-i, -1); x <= min(size - 1 - i, 1); x++) {
          const weight = (x ? 1 : 2) * (y ? 1 : 2)
          const q = p + (y * size + x) * 4
          weights += weight
          for (let c = 0; c < 4; c++) out[p + c] = out[p + c]! + picture[q + c]! * weight
        }
      for (let c = 0; c < 4; c++) out[p + c] = out[p + c]! / weights
    }
  return out
}

/**
 * Clouds as one camera sees them, marched once at low resolution.
 * @param below they are seen from above, where the view goes down
 * @param onProgress called with the share of rows done; may throw to stop
 */
export function createCloudView(
  clouds: Clouds,
  below: boolean,
  sun: Vec3,
  dome: Dome,
  camera: Camera,
  crew: Crew,
  onProgress: (fraction: number) => void,
): CloudView {
  const size = clouds.resolution ?? CLOUD_RESOLUTION
  const reach = camera.half * COVER
  const { forward: f, right, up, half, shiftX, shiftY } = camera
  const march = createMarch(clouds, sun, dome, camera)
  const marched = crew.floats(size * size * 4)
  const marchRow = (j: number) => {
    for (let i = 0; i < size; i++) {
      const nx = (((i + 0.5) / size) * 2 - 1) * reach + shiftX * half
      const ny = (1 - ((j + 0.5) / size) * 2) * reach + shiftY * half
      const dx = f[0] + right[0] * nx + up[0] * ny
      const dy = f[1] + right[1] * nx + up[1] * ny
      const dz = f[2] + right[2] * nx + up[2] * ny
      const length = sqrt(dx * dx + dy * dy + dz * dz)
      const p = (j * size + i) * 4
      marched[p + 3] = 1
      if (abs(dy) < 0.004 * length || dy < 0 !== below) continue
      march(marched, p, hash3(i, j, 17), dx / length, dy / length, dz / length)
    }
  }
  const work = (from: number, to: number) => {
    for (let j = from; j < to; j++) marchRow(j)
  }
  crew.rows(size, 8, work, onProgress)
  const picture = soften(marched, size)
  return (dx, dy, dz, colour) => {
    const w = dx * f[0] + dy * f[1] + dz * f[2]
    if (w <= 0.02) {
      colour[0] = 0
      colour[1] = 0
      colour[2] = 0
      colour[3] = 1
      return
    }
    const nx = ((dx * right[0] + dy * right[1] + dz * right[2]) / w - shiftX * half) / reach
    const ny = ((dx * up[0] + dy * up[1] + dz * up[2]) / w - shiftY * half) / reach
    const x = clamp((nx + 1) * 0.5 * size - 0.5, 0, size - 1.001)
    const y = clamp((1 - ny) * 0.5 * size - 0.5, 0, size - 1.001)
    const xi = floor(x)
    const yi = floor(y)
    const u = x - xi
    const v = y - yi
    const p = (yi * size + xi) * 4
    const q = p + size * 4
    for (let c = 0; c < 4; c++) {
      const a = picture[p + c]! * (1 - u) + picture[p + 4 + c]! * u
      const b = picture[q + c]! * (1 - u) + picture[q + 4 + c]! * u
      colour[c] = a + (b - a) * v
    }
  }
}
