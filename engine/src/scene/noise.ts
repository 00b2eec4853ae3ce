/** Lattice noise from tables that are built once from a fixed seed and never change: fast, and the same bits on every machine. */

import { createPrng } from '../math/prng.ts'

const { abs, floor, sqrt } = Math

const plane = new Float32Array(65536)
const slopeX = new Float32Array(65536)
const slopeY = new Float32Array(65536)
const space = new Float32Array(32768)
{
  const random = createPrng(77, 'scene noise')
  for (let i = 0; i < 65536; i++) {
    plane[i] = random.next()
    let x = 0
    let y = 0
    let q = 0
    do {
      x = random.next() * 2 - 1
      y = random.next() * 2 - 1
      q = x * x + y * y
    } while (q > 1 || q < 0.05)
    const length = sqrt(q)
    slopeX[i] = x / length
    slopeY[i] = y / length
  }
  for (let i = 0; i < 32768; i++) space[i] = random.next()
}

/** Value noise of the plane, 0..1; period 256. */
export function value2(x: number, y: number): number {
  const xi = floor(x)
  const yi = floor(y)
  let u = x - xi
  let v = y - yi
  u = u * u * (3 - 2 * u)
  v = v * v * (3 - 2 * v)
  const x0 = xi & 255
  const x1 = (xi + 1) & 255
  const y0 = (yi & 255) << 8
  const y1 = ((yi + 1) & 255) << 8
  const a = plane[y0 + x0]!
  const c = plane[y1 + x0]!
  const top = a + (plane[y0 + x1]! - a) * u
  return top + (c + (plane[y1 + x1]! - c) * u - top) * v
}

/** Gradient noise of the plane, about -0.7..0.7; period 256. */
export function gradient2(x: number, y: number): number {
  const xi = floor(x)
  const yi = floor(y)
  const fx = x - xi
  const fy = y - yi
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const x0 = xi & 255
  const x1 = (xi + 1) & 255
  const y0 = (yi & 255) << 8
  const y1 = ((yi + 1) & 255) << 8
  const a = slopeX[y0 + x0]! * fx + slopeY[y0 + x0]! * fy
  const b = slopeX[y0 + x1]! * (fx - 1) + slopeY[y0 + x1]! * fy
  const c = slopeX[y1 + x0]! * fx + slopeY[y1 + x0]! * (fy - 1)
  const d = slopeX[y1 + x1]! * (fx - 1) + slopeY[y1 + x1]! * (fy - 1)
  const top = a + (b - a) * u
  return top + (c + (d - c) * u - top) * v
}

/** Value noise of space, 0..1; period 32. */
export function value3(x: number, y: number, z: number): number {
  const xi = floor(x)
  const yi = floor(y)
  const zi = floor(z)
  let u = x - xi
  let v = y - yi
  let w = z - zi
  u = u * u * (3 - 2 * u)
  v = v * v * (3 - 2 * v)
  w = w * w * (3 - 2 * w)
  const x0 = xi & 31
  const x1 = (xi + 1) & 31
  const y0 = (yi & 31) << 5
  const y1 = ((yi + 1) & 31) << 5
  const z0 = (zi & 31) << 10
  const z1 = ((zi + 1) & 31) << 10
  const a = space[z0 + y0 + x0]!
  const c = space[z0 + y1 + x0]!
  const e = space[z1 + y0 + x0]!
  const g = space[z1 + y1 + x0]!
  const p = a + (space[z0 + y0 + x1]! - a) * u
  const q = c + (space[z0 + y1 + x1]! - c) * u
  const r = e + (space[z1 + y0 + x1]! - e) * u
  const s = g + (space[z1 + y1 + x1]! - g) * u
  const near = p + (q - p) * v
  return near + (r + (s - r) * v - near) * w
}

/** Octaves of gradient noise, about -0.6..0.6. */
export function fbm2(x: number, y: number, octaves: number): number {
  let sum = 0
  let amplitude = 0.5
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * gradient2(x, y)
    total += amplitude
    const next = x * 1.6 + y * 1.2 + 17.3
    y = y * 1.6 - x * 1.2 + 9.1
    x = next
    amplitude *= 0.5
  }
  return sum / total
}

/** Octaves of value noise of the plane, 0..1. */
export function valueFbm2(x: number, y: number, octaves: number): number {
  let sum = 0
  let amplitude = 0.5
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * value2(x, y)
    total += amplitude
    const next = x * 1.6 + y * 1.2 + 17.3
    y = y * 1.6 - x * 1.2 + 9.1
    x = next
    amplitude *= 0.5
  }
  return sum / total
}

/** Octaves of ridges, 0..1: mountain crests. */
export function ridged2(x: number, y: number, octaves: number): number {
  let sum = 0
  let amplitude = 0.5
  let total = 0
  let weight = 1
  for (let i = 0; i < octaves; i++) {
    let n = 1 - abs(gradient2(x, y)) * 1.7
    if (n < 0) n = 0
    n *= n
    sum += amplitude * n * weight
    total += amplitude
    weight = n * 1.6
    if (weight > 1) weight = 1
    const next = x * 1.6 + y * 1.2 + 31.7
    y = y * 1.6 - x * 1.2 + 5.9
    x = next
    amplitude *= 0.5
  }
  return sum / total
}

/** A value of {@link fbm3} and its slope along x, y and z. */
export type Slope = { value: number; x: number; y: number; z: number }

/** Share of an octave's slope that is lost over a step: as much as a difference over that step would lose. */
const STEP_LOSS = 0.56

/**
 * Octaves of value noise of space as {@link fbm3} has them, with the slope, for the price of one and a half instead of four.
 * Waves much shorter than `step` leave no slope, so that bumps smaller than a pixel do not sparkle.
 */
export function slopeFbm3(x: number, y: number, z: number, octaves: number, step: number, out: Slope): void {
  let sum = 0
  let total = 0
  let sx = 0
  let sy = 0
  let sz = 0
  let amplitude = 0.5
  // each octave turns x and y, so its slope is turned back by the turns so far
  let along = 1
  let across = 0
  let up = 1
  let short = STEP_LOSS * step * step
  for (let i = 0; i < octaves; i++) {
    const xi = floor(x)
    const yi = floor(y)
    const zi = floor(z)
    const fx = x - xi
    const fy = y - yi
    const fz = z - zi
    const u = fx * fx * (3 - 2 * fx)
    const v = fy * fy * (3 - 2 * fy)
    const w = fz * fz * (3 - 2 * fz)
    const x0 = xi & 31
    const x1 = (xi + 1) & 31
    const y0 = (yi & 31) << 5
    const y1 = ((yi + 1) & 31) << 5
    const z0 = (zi & 31) << 10
    const z1 = ((zi + 1) & 31) << 10
    const a = space[z0 + y0 + x0]!
    const c = space[z0 + y1 + x0]!
    const e = space[z1 + y0 + x0]!
    const g = space[z1 + y1 + x0]!
    const ab = space[z0 + y0 + x1]! - a
    const cd = space[z0 + y1 + x1]! - c
    const ef = space[z1 + y0 + x1]! - e
    const gh = space[z1 + y1 + x1]! - g
    const p = a + ab * u
    const q = c + cd * u
    const r = e + ef * u
    const s = g + gh * u
    const near = p + (q - p) * v
    const far = r + (s - r) * v
    const nearX = ab + (cd - ab) * v
    const farX = ef + (gh - ef) * v
    const nearY = q - p
    const farY = s - r
    sum += amplitude * (near + (far - near) * w)
    total += amplitude
    const kept = (amplitude * 6) / (1 + short)
    const gx = (nearX + (farX - nearX) * w) * fx * (1 - fx) * kept
    const gy = (nearY + (farY - nearY) * w) * fy * (1 - fy) * kept
    sx += gx * along - gy * across
    sy += gx * across + gy * along
    sz += (far - near) * fz * (1 - fz) * kept * up
    const next = x * 1.6 + y * 1.2 + 3.1
    y = y * 1.6 - x * 1.2 + 7.7
    x = next
    z = z * 2.01 + 1.7
    const turned = along * 1.6 - across * 1.2
    across = across * 1.6 + along * 1.2
    along = turned
    up *= 2.01
    short *= 4
    amplitude *= 0.5
  }
  out.value = sum / total
  out.x = sx / total
  out.y = sy / total
  out.z = sz / total
}

/** Octaves of value noise of space, 0..1. */
export function fbm3(x: number, y: number, z: number, octaves: number): number {
  let sum = 0
  let amplitude = 0.5
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * value3(x, y, z)
    total += amplitude
    const next = x * 1.6 + y * 1.2 + 3.1
    y = y * 1.6 - x * 1.2 + 7.7
    x = next
    z = z * 2.01 + 1.7
    amplitude *= 0.5
  }
  return sum / total
}
