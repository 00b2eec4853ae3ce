import type { Prng } from '../../math/prng.ts'
import type { Rgb } from '../field/field.ts'
import type { Frame } from './frame.ts'

const { ceil, floor, max, sqrt } = Math

/** Scatters soft motes of light over a frame. */
export function addMotes(frame: Frame, count: number, light: Rgb, random: Prng): void {
  const { width, height, radiance } = frame
  for (let i = 0; i < count; i++) {
    const cx = floor(width * (0.5 + (random.next() + random.next() - 1) * 0.48))
    const cy = floor(height * random.range(0.08, 0.95))
    const radius = (random.range(0.8, 2.6) * width) / 512
    const strength = random.range(0.5, 3)
    const reach = ceil(radius * 3)
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const x = cx + dx
        const y = cy + dy
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const near = max(0, 1 - sqrt(dx * dx + dy * dy) / radius / 3)
        const w = strength * near * near * near
        const o = 3 * (y * width + x)
        for (let k = 0; k < 3; k++) radiance[o + k] = radiance[o + k]! + light[k]! * w
      }
  }
}
