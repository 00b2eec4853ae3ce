import { saturate } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import type { Frame } from '../render/frame.ts'
import type { Rainfall, Snowfall } from '../scene.ts'

const { ceil, floor, max, min, round } = Math

/** Pixels of 768 across that one cell of the light behind the rain covers. */
const CELL = 24
const RAIN_TINT = [0.012, 0.014, 0.018] as const

/** Mean radiance of blocks of the picture, dazzling light cut. */
function blockMeans({ radiance, width, height }: Frame, block: number) {
  const columns = max(1, floor(width / block))
  const rows = max(1, floor(height / block))
  const step = max(1, floor(block / 6))
  const means = new Float32Array(columns * rows * 3)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const o = (j * columns + i) * 3
      let count = 0
      for (let y = j * block; y < min(height, (j + 1) * block); y += step)
        for (let x = i * block; x < min(width, (i + 1) * block); x += step) {
          count++
          for (let c = 0; c < 3; c++) means[o + c] = means[o + c]! + min(4, radiance[(y * width + x) * 3 + c]!)
        }
      for (let c = 0; c < 3; c++) means[o + c] = means[o + c]! / count
    }
  return { means, columns, rows }
}

/** Streaks of rain, lit by what is behind them. */
export function addRain(frame: Frame, { drops, slant }: Rainfall, random: Prng): void {
  const { radiance, width, height } = frame
  const unit = max(width, height) / 768
  const block = max(2, round(CELL * unit))
  const { means, columns, rows } = blockMeans(frame, block)
  const count = round(drops * min(1, width / height))
  for (let n = 0; n < count; n++) {
    const near = random.next()
    const x0 = random.next() * width * 1.4 - width * 0.2
    const y0 = random.next() * height * 1.1 - height * 0.1
    const length = (10 + 46 * near * near) * unit
    const opacity = (0.1 + 0.35 * random.next()) * (0.4 + 0.6 * near)
    const thick = near > 0.93 ? 1 : 0
    for (let s = 0; s < length; s++) {
      const x = round(x0 + slant * s)
      const y = round(y0 + s)
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const q = (min(rows - 1, floor(y / block)) * columns + min(columns - 1, floor(x / block))) * 3
      const t = s / length
      const k = opacity * 4 * t * (1 - t)
      for (let w = 0; w <= thick && x + w < width; w++) {
        const o = (y * width + x + w) * 3
        for (let c = 0; c < 3; c++) radiance[o + c] = radiance[o + c]! + (means[q + c]! * 0.8 + RAIN_TINT[c]!) * k
      }
    }
  }
}

/** Flakes of snow, large and faint near the camera, hidden by what stands before them. */
export function addSnow(frame: Frame, { flakes, colour, size = 1 }: Snowfall, random: Prng): void {
  const { radiance, depth, width, height } = frame
  const unit = max(width, height) / 768
  for (let n = 0; n < flakes; n++) {
    const z = 2 + random.next() * 60
    const x = random.next() * width
    const y = random.next() * height
    const radius = max(0.8, 7 / (z * 0.45 + 1)) * size * unit * (0.7 + 0.6 * random.next())
    const opacity = (radius > 3.4 * size * unit ? 0.22 : 0.62) * (0.5 + 0.5 * random.next())
    const reach = ceil(radius)
    for (let b = -reach; b <= reach; b++)
      for (let a = -reach; a <= reach; a++) {
        const px = round(x + a)
        const py = round(y + b)
        if (px < 0 || py < 0 || px >= width || py >= height || depth[py * width + px]! < z) continue
        const q = ((px - x) * (px - x) + (py - y) * (py - y)) / (radius * radius)
        const k = saturate(1.2 - q) * opacity
        if (k <= 0) continue
        const o = (py * width + px) * 3
        for (let c = 0; c < 3; c++) radiance[o + c] = radiance[o + c]! + (colour[c]! - radiance[o + c]!) * k
      }
  }
}
