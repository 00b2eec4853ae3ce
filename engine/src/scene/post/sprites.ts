import { clamp, saturate } from '../../math/dmath.ts'
import type { Camera } from '../camera.ts'
import { decay } from '../decay.ts'
import { value2 } from '../noise.ts'
import type { Frame } from '../render/frame.ts'
import { projectionOf } from '../render/projection.ts'
import type { Beam, Glow, Puff } from '../scene.ts'

const { abs, ceil, max, min, round, sqrt } = Math

/** Where a point lies in the picture, and its depth; null behind the camera. */
function locate(frame: Frame, camera: Camera, px: number, py: number, pz: number) {
  const { scale, x: ox, y: oy } = projectionOf(camera, frame.width, frame.height)
  const { forward: f, right: r, up: u } = camera
  const x = px - camera.x
  const y = py - camera.y
  const z = pz - camera.z
  const depth = x * f[0] + y * f[1] + z * f[2]
  if (depth < 1) return null
  return {
    x: ox + ((x * r[0] + y * r[1] + z * r[2]) / depth) * scale,
    y: oy - ((x * u[0] + y * u[1] + z * u[2]) / depth) * scale,
    depth,
    pixelsAMetre: scale / depth,
  }
}

/** Halos of lamps, where the lamp itself can be seen. */
export function addGlows(frame: Frame, glows: readonly Glow[]): void {
  const { radiance, depth, width, height } = frame
  for (const glow of glows) {
    const at = locate(frame, frame.camera, glow.x, glow.y, glow.z)
    if (!at) continue
    const xi = round(at.x)
    const yi = round(at.y)
    if (xi < 0 || yi < 0 || xi >= width || yi >= height) continue
    if (depth[yi * width + xi]! < at.depth * 0.985 - 0.6) continue
    const radius = clamp(glow.size * at.pixelsAMetre, (0.7 * height) / 768, (60 * height) / 768)
    const intensity = glow.intensity * decay(at.depth * (glow.fade ?? 0.001))
    const n = ceil(radius * 2.5)
    for (let y = max(0, yi - n); y <= min(height - 1, yi + n); y++)
      for (let x = max(0, xi - n); x <= min(width - 1, xi + n); x++) {
        const dx = x - at.x
        const dy = y - at.y
        const d = (dx * dx + dy * dy) / (radius * radius)
        const q = 1 / (1 + d * 2.2)
        const k = q * q * max(0, 1 - d / 6.25) * intensity
        const o = (y * width + x) * 3
        for (let c = 0; c < 3; c++) radiance[o + c] = radiance[o + c]! + glow.colour[c]! * k
      }
  }
}

/** Soft balls of smoke, spray and mist over what lies behind them. */
export function addPuffs(frame: Frame, puffs: readonly Puff[]): void {
  const { radiance, depth, width, height } = frame
  for (const puff of puffs) {
    const at = locate(frame, frame.camera, puff.x, puff.y, puff.z)
    if (!at) continue
    const radius = clamp(puff.size * at.pixelsAMetre, 0.6, (120 * height) / 768)
    const xi = round(at.x)
    const yi = round(at.y)
    const n = ceil(radius)
    const detail = 0.09 * (768 / height)
    for (let y = max(0, yi - n); y <= min(height - 1, yi + n); y++)
      for (let x = max(0, xi - n); x <= min(width - 1, xi + n); x++) {
        if (depth[y * width + x]! < at.depth * 0.995) continue
        const q = ((x - xi) * (x - xi) + (y - yi) * (y - yi)) / (radius * radius)
        if (q >= 1) continue
        const uneven = value2(x * detail + puff.x, y * detail + puff.y) * 0.9 + 0.45
        const k = saturate((1 - q) * (1 - q) * puff.opacity * uneven)
        const o = (y * width + x) * 3
        for (let c = 0; c < 3; c++) radiance[o + c] = radiance[o + c]! + (puff.colour[c]! - radiance[o + c]!) * k
      }
  }
}

/** Colour of a lighthouse's light. */
const BEAM_COLOUR = [1, 0.88, 0.62] as const

/** Beams of light in the air, by how near each view ray comes to their axis. */
export function addBeams(frame: Frame, beams: readonly Beam[]): void {
  const { radiance, depth, width, height, camera } = frame
  const { scale, x: cx, y: cy } = projectionOf(camera, width, height)
  const { forward: f, right: r, up: u } = camera
  for (const { from, along, intensity } of beams) {
    const ox = from[0] - camera.x
    const oy = from[1] - camera.y
    const oz = from[2] - camera.z
    const [bx, by, bz] = along
    const e1 = ox * bx + oy * by + oz * bz
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const ax = (x + 0.5 - cx) / scale
        const ay = (cy - y - 0.5) / scale
        let dx = f[0] + r[0] * ax + u[0] * ay
        let dy = f[1] + r[1] * ax + u[1] * ay
        let dz = f[2] + r[2] * ax + u[2] * ay
        const length = sqrt(dx * dx + dy * dy + dz * dz)
        dx /= length
        dy /= length
        dz /= length
        const b = dx * bx + dy * by + dz * bz
        const d1 = ox * dx + oy * dy + oz * dz
        const cross = 1 - b * b
        const t = clamp(cross > 1e-6 ? (b * d1 - e1) / cross : 0, 0, 400)
        const s = d1 + t * b
        if (s < 0 || depth[y * width + x]! * length <= s) continue
        const qx = ox + bx * t - dx * s
        const qy = oy + by * t - dy * s
        const qz = oz + bz * t - dz * s
        const spread = 1.3 + t * 0.045
        const d2 = (qx * qx + qy * qy + qz * qz) / (spread * spread)
        if (d2 > 9) continue
        const haze = 0.7 + 0.6 * value2(t * 0.05, d2 * 0.3 + 9)
        const k = intensity * decay(d2 * 1.4) * decay(abs(t) / 140) * min(1.5, 0.55 / sqrt(cross + 0.08)) * haze
        const o = (y * width + x) * 3
        for (let c = 0; c < 3; c++) radiance[o + c] = radiance[o + c]! + BEAM_COLOUR[c]! * k
      }
  }
}
