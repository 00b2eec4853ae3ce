import { saturate } from '../../math/dmath.ts'
import { createPrng, type Prng } from '../../math/prng.ts'
import { boxBlur } from './box-blur.ts'
import { type Canvas, createCanvas, layStroke } from './canvas.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { createFlow } from './flow.ts'

const { abs, ceil, floor, max, round } = Math

/** One pass of the brush, coarse first. Lengths in pixels of 768 across. */
type Pass = {
  readonly length: number
  readonly width: number
  /** Strokes are laid only where the canvas is further from the picture than this. */
  readonly threshold: number
  /** Blur of the picture whose colours are taken. */
  readonly blur: number
  /** How far colours stray. */
  readonly stray: number
  /** Strokes stop where depth jumps by this factor. */
  readonly edge: number
  /** Distance of strokes, in widths. */
  readonly spacing: number
}

const PASSES: readonly Pass[] = [
  { length: 58, width: 20, threshold: 0, blur: 5, stray: 0.055, edge: 3, spacing: 0.62 },
  { length: 36, width: 11.5, threshold: 0.05, blur: 3, stray: 0.055, edge: 1.35, spacing: 0.7 },
  { length: 22, width: 6.6, threshold: 0.075, blur: 1, stray: 0.03, edge: 1.12, spacing: 0.7 },
  { length: 11, width: 3.4, threshold: 0.115, blur: 0, stray: 0.03, edge: 1.12, spacing: 0.7 },
]

/** The numbers 0..count-1 in random order. */
function shuffled(count: number, random: Prng): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = floor(random.next() * (i + 1))
    const swap = order[i]!
    order[i] = order[j]!
    order[j] = swap
  }
  return order
}

/** Light from the upper left on the relief of the paint and the weave of the canvas. */
function lightRelief({ width, height, colour, relief }: Canvas, unit: number): void {
  const weave = (at: number) => ((at / unit) % 3 < 1.2 ? 0.008 : -0.004)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const p = y * width + x
      const slopeX = relief[p + 1]! - relief[p - 1]!
      const slopeY = relief[p + width]! - relief[p - width]!
      const light = (-slopeX - slopeY * 1.1) * 0.085 + weave(x * 0.9 + y * 0.05) + weave(y * 0.9)
      for (let o = p * 3; o < p * 3 + 3; o++) colour[o] = saturate(colour[o]! * (1 + light) + max(0, light) * 0.25)
    }
}

/** Oils: brush strokes from coarse to fine along the picture's own lines, over a warm ground, lit by their relief. */
export function drawPainting(display: Float32Array, frame: DrawnFrame, seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height, depth } = frame
  const unit = max(width, height) / 768
  const random = createPrng(seed, 'scene brush')
  const flow = createFlow(display, width, height, unit)
  const canvas = createCanvas(width, height)
  PASSES.forEach((pass, number) => {
    const wide = pass.width * unit
    const reference = pass.blur > 0 ? boxBlur(display, width, height, max(1, round(pass.blur * unit)), 3) : display
    const step = wide * pass.spacing
    const columns = ceil(width / step)
    const order = shuffled(columns * ceil(height / step), random)
    for (let q = 0; q < order.length; q++) {
      if (q % 1024 === 0) onProgress((number + q / order.length) / PASSES.length)
      const cell = order[q]!
      const x = round(((cell % columns) + random.next()) * step)
      const y = round((floor(cell / columns) + random.next()) * step)
      const long = random.next()
      const thick = random.next()
      const stray = (random.next() - 0.5) * pass.stray
      if (x >= width || y >= height) continue
      const p = y * width + x
      const r = reference[p * 3]!
      const g = reference[p * 3 + 1]!
      const b = reference[p * 3 + 2]!
      const { colour } = canvas
      const off = abs(colour[p * 3]! - r) + abs(colour[p * 3 + 1]! - g) + abs(colour[p * 3 + 2]! - b)
      if (number > 0 && off < pass.threshold * 3) continue
      const { dx, dy, coherence } = flow(x, y)
      const warm = (long - 0.5) * 0.018
      layStroke(canvas, depth, {
        x,
        y,
        dx,
        dy,
        halfLength: (pass.length * unit * (0.55 + 0.6 * long) * (0.7 + 0.5 * coherence)) / 2,
        halfWidth: (wide * (0.7 + 0.5 * thick)) / 2,
        bend: (thick - 0.5) * 0.35,
        bristle: floor(long * 8000),
        red: saturate(r * (1 + stray) + warm),
        green: saturate(g * (1 + stray)),
        blue: saturate(b * (1 + stray) - warm),
        opacity: number === 0 ? 1 : 0.92,
        edge: pass.edge,
      })
    }
  })
  lightRelief(canvas, unit)
  return canvas.colour
}
