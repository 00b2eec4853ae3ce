import { mix, saturate, smooth } from '../../math/dmath.ts'
import { edgesOf } from './edges.ts'
import type { Hand } from './redraw.ts'

const { abs, ceil, floor, max, min } = Math

/** Squares along the shorter side. */
const ACROSS = 72
/** Levels of each channel; between two of them squares alternate. */
const LEVELS = 7
/** Bayer's ordered dither, 4 by 4. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const

/** A sprite: large square pixels, a short palette, a dark outline. */
export const drawPixels: Hand = (display, frame, _backdrop, onProgress) => {
  const { width, height, part } = frame
  const side = max(1, floor(min(width, height) / ACROSS))
  const columns = ceil(width / side)
  const rows = ceil(height / side)
  const edges = edgesOf(frame)
  onProgress(0.3)
  const out = new Float32Array(display.length)
  const cell = [0, 0, 0]
  for (let row = 0; row < rows; row++) {
    if (row % 8 === 0) onProgress(0.3 + (0.7 * row) / rows)
    for (let column = 0; column < columns; column++) {
      const x1 = min(width, (column + 1) * side)
      const y1 = min(height, (row + 1) * side)
      let outline = 0
      let filled = 0
      let count = 0
      cell.fill(0)
      for (let y = row * side; y < y1; y++)
        for (let x = column * side; x < x1; x++) {
          const i = y * width + x
          count++
          if (part[i]! >= 0) filled++
          outline += edges[i]!
          for (let c = 0; c < 3; c++) cell[c] = cell[c]! + display[3 * i + c]!
        }
      const silhouette = filled > count * 0.3 && filled < count * 0.92
      const dark = silhouette ? 0.62 : smooth(0.16, 0.34, outline / count) * 0.42
      const spread = (DITHER[(row & 3) * 4 + (column & 3)]! / 16 - 0.47) * 0.55
      shadeCell(cell, count, dark, filled > 0 ? spread * 0.4 : spread * 0.7)
      for (let y = row * side; y < y1; y++)
        for (let x = column * side; x < x1; x++) for (let c = 0; c < 3; c++) out[3 * (y * width + x) + c] = cell[c]!
    }
  }
  return out
}

/** Turns a sum of colours into one of the palette, darkened by an outline. */
function shadeCell(cell: number[], count: number, dark: number, spread: number): void {
  const luma = (0.3 * cell[0]! + 0.59 * cell[1]! + 0.11 * cell[2]!) / count
  for (let c = 0; c < 3; c++) {
    const mean = cell[c]! / count
    const vivid = saturate(luma + (mean - luma) * 1.25)
    const level = vivid * LEVELS
    const near = floor(level + 0.5)
    // colours close to a level stay plain: only what lies between two is dithered
    const between = abs(level - near) > 0.3 ? floor(level + 0.5 + spread) : near
    cell[c] = mix(between / LEVELS, [0.1, 0.07, 0.16][c]!, dark)
  }
}
