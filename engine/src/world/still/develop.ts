import { smooth } from '../../math/dmath.ts'
import type { Picture } from '../../picture.ts'
import { addBloom } from '../../scene/post/bloom.ts'
import { toSrgb } from '../bake/tone.ts'
import type { Canvas } from './draw-parts.ts'

const GLOW = 0.11
const VIGNETTE = 0.22
const SATURATION = 1.1
/** Share of a curve that darkens the dark and lightens the light. */
const CONTRAST = 0.3
/** Mean brightness a dark world is lifted to, and how far at most. */
const LIFTED = 0.18
const MOST_LIFT = 2

/** The mean of `across` × `across` samples a pixel. */
function reduced({ width, height, colour }: Canvas, across: number) {
  const [w, h] = [width / across, height / across]
  const pixels = new Float32Array(w * h * 3)
  const share = 1 / (across * across)
  for (let y = 0, o = 0; y < h; y++)
    for (let x = 0; x < w; x++, o += 3) {
      let [red, green, blue] = [0, 0, 0]
      for (let j = 0; j < across; j++)
        for (let i = 0, p = ((y * across + j) * width + x * across) * 3; i < across; i++, p += 3) {
          red += colour[p]!
          green += colour[p + 1]!
          blue += colour[p + 2]!
        }
      pixels[o] = red * share
      pixels[o + 1] = green * share
      pixels[o + 2] = blue * share
    }
  return { width: w, height: h, pixels }
}

/** A byte as it is shown, after the curve. */
const CURVE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const s = byte / 255
  return Math.floor((s + (s * s * (3 - 2 * s) - s) * CONTRAST) * 255 + 0.5)
})

const luma = (r: number, g: number, b: number) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** A finished picture of what was drawn: glow round lights, a lift for the night, a little more colour and contrast, darker corners. */
export function develop(canvas: Canvas, across: number): Picture {
  const frame = reduced(canvas, across)
  addBloom(frame, GLOW)
  const { width, height, pixels } = frame
  let mean = 0
  for (let o = 0; o < pixels.length; o += 3) mean += luma(pixels[o]!, pixels[o + 1]!, pixels[o + 2]!) / (width * height)
  const lift = Math.max(1, Math.min(MOST_LIFT, LIFTED / Math.max(mean, 1e-6)))
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0, o = 0, q = 0; y < height; y++)
    for (let x = 0; x < width; x++, o += 3, q += 4) {
      const [vx, vy] = [x / width - 0.5, y / height - 0.5]
      const k = lift * (1 - VIGNETTE * smooth(0.12, 0.55, vx * vx + vy * vy))
      const grey = luma(pixels[o]!, pixels[o + 1]!, pixels[o + 2]!)
      for (let c = 0; c < 3; c++) {
        const v = Math.max(0, grey + (pixels[o + c]! - grey) * SATURATION) * k
        // bright parts keep their colour
        rgba[q + c] = CURVE[toSrgb(v < 0.7 ? v : 0.7 + (0.3 * (v - 0.7)) / (v - 0.4))]!
      }
      rgba[q + 3] = 255
    }
  return { width, height, rgba }
}
