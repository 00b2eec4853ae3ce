import { smooth } from '../../math/dmath.ts'
import { value2 } from '../noise.ts'

const { abs, ceil, floor, max, min } = Math

/** What is being painted. */
export type Canvas = {
  readonly width: number
  readonly height: number
  /** sRGB 0..1, three numbers a pixel. */
  readonly colour: Float32Array
  /** Thickness of the paint, 0..1. */
  readonly relief: Float32Array
  /** How much paint each bristle carries. */
  readonly bristles: Float32Array
}

/** The warm ground that shows where no paint lies. */
const GROUND = [0.3, 0.2, 0.16] as const
const BRISTLES = 8192

export function createCanvas(width: number, height: number): Canvas {
  const colour = new Float32Array(width * height * 3)
  for (let i = 0; i < colour.length; i++) colour[i] = GROUND[i % 3]!
  const bristles = Float32Array.from({ length: BRISTLES }, (_, i) => value2(i * 0.25, 77.7))
  return { width, height, colour, relief: new Float32Array(width * height), bristles }
}

/** One stroke of the brush, lengths in pixels. */
export type Stroke = {
  readonly x: number
  readonly y: number
  /** Unit direction. */
  readonly dx: number
  readonly dy: number
  readonly halfLength: number
  readonly halfWidth: number
  /** Sideways bend at the ends, in half-lengths. */
  readonly bend: number
  /** Which bristles. */
  readonly bristle: number
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly opacity: number
  /** It stops where depth jumps by this factor. */
  readonly edge: number
}

/** Lays a stroke on the canvas; `depth` is that of the picture's surfaces. */
export function layStroke({ width, height, colour, relief, bristles }: Canvas, depth: Float32Array, stroke: Stroke): void {
  const { x, y, dx, dy, halfLength, halfWidth, red, green, blue, opacity, edge, bristle } = stroke
  const here = depth[y * width + x]!
  const reachX = ceil(abs(dx) * halfLength + abs(dy) * halfWidth)
  const reachY = ceil(abs(dy) * halfLength + abs(dx) * halfWidth)
  const bend = stroke.bend / halfLength
  const spacing = 12.8 / halfWidth
  for (let py = max(0, y - reachY); py <= min(height - 1, y + reachY); py++)
    for (let px = max(0, x - reachX); px <= min(width - 1, x + reachX); px++) {
      const s = (px - x) * dx + (py - y) * dy
      const t = (py - y) * dx - (px - x) * dy + bend * s * s
      const along = abs(s) / halfLength
      const across = abs(t) / halfWidth
      if (along >= 1 || across >= 1) continue
      const p = py * width + px
      const there = depth[p]!
      if (there > here * edge || there * edge < here) continue
      const hair = bristles[(floor(t * spacing) + bristle) & (BRISTLES - 1)]!
      const end = 1 - along * along * along
      const cover = smooth(0.12, 0.5, hair + end * 0.65 - across * across * 0.45) * opacity
      if (cover <= 0.02) continue
      const shade = 0.94 + 0.12 * hair
      const o = p * 3
      colour[o] = colour[o]! + (red * shade - colour[o]!) * cover
      colour[o + 1] = colour[o + 1]! + (green * shade - colour[o + 1]!) * cover
      colour[o + 2] = colour[o + 2]! + (blue * shade - colour[o + 2]!) * cover
      relief[p] = relief[p]! * (1 - cover) + cover * (0.3 + hair * 0.7) * (1 - across * 0.5)
    }
}
