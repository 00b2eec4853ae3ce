import { clamp } from '../../math/dmath.ts'
import type { Lamp } from '../scene.ts'
import type { Channels, Vec3 } from '../vector.ts'

const NX = 36
const NY = 18
const NZ = 48

/** Light of all lamps at a point. */
export type LampGrid = (x: number, y: number, z: number, colour: Channels) => void

/** A small volume of coloured light: hundreds of lamps for the price of one lookup. They light walls and air. */
export function createLampGrid(lamps: readonly Lamp[], [low, high]: readonly [Vec3, Vec3]): LampGrid {
  const light = new Float32Array(NX * NY * NZ * 3)
  const [x0, y0, z0] = low
  const stepX = (high[0] - x0) / (NX - 1)
  const stepY = (high[1] - y0) / (NY - 1)
  const stepZ = (high[2] - z0) / (NZ - 1)
  const first = (at: number, step: number) => Math.max(0, Math.ceil(at / step))
  const last = (at: number, step: number, count: number) => Math.min(count - 1, Math.floor(at / step))
  for (const { x, y, z, colour, range } of lamps) {
    const reach = range * range
    const endX = last(x + range - x0, stepX, NX)
    const endY = last(y + range - y0, stepY, NY)
    const endZ = last(z + range - z0, stepZ, NZ)
    for (let k = first(z - range - z0, stepZ); k <= endZ; k++)
      for (let j = first(y - range - y0, stepY); j <= endY; j++)
        for (let i = first(x - range - x0, stepX); i <= endX; i++) {
          const dx = x0 + i * stepX - x
          const dy = y0 + j * stepY - y
          const dz = z0 + k * stepZ - z
          const d2 = dx * dx + dy * dy + dz * dz
          if (d2 > reach) continue
          const w = 1 - d2 / reach
          const intensity = (w * w) / (1 + (14 * d2) / reach)
          const p = ((k * NY + j) * NX + i) * 3
          light[p] = light[p]! + colour[0] * intensity
          light[p + 1] = light[p + 1]! + colour[1] * intensity
          light[p + 2] = light[p + 2]! + colour[2] * intensity
        }
  }
  const rowStep = NX * 3
  const sliceStep = NX * NY * 3
  return (x, y, z, colour) => {
    let fx = clamp((x - x0) / stepX, 0, NX - 1.001)
    let fy = clamp((y - y0) / stepY, 0, NY - 1.001)
    let fz = clamp((z - z0) / stepZ, 0, NZ - 1.001)
    const i = Math.floor(fx)
    const j = Math.floor(fy)
    const k = Math.floor(fz)
    fx -= i
    fy -= j
    fz -= k
    for (let c = 0, q = ((k * NY + j) * NX + i) * 3; c < 3; c++, q++) {
      const a = light[q]! + (light[q + 3]! - light[q]!) * fx
      const b = light[q + rowStep]! + (light[q + rowStep + 3]! - light[q + rowStep]!) * fx
      const s = q + sliceStep
      const d = light[s]! + (light[s + 3]! - light[s]!) * fx
      const e = light[s + rowStep]! + (light[s + rowStep + 3]! - light[s + rowStep]!) * fx
      const near = a + (b - a) * fy
      colour[c] = near + (d + (e - d) * fy - near) * fz
    }
  }
}
