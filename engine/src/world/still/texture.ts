import { pow } from '../../math/dmath.ts'
import type { Texels } from '../../model/canonical.ts'

/** Looks up the ground's colour, linear, at u, v (0..1); `span` is how many texels of the texture one sample stands for. */
export type Texture = (u: number, v: number, span: number, out: Float64Array) => void

const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const c = byte / 255
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
})

type Level = { readonly width: number; readonly height: number; readonly data: Float32Array }

function halved({ width, height, data }: Level): Level {
  const w = width >> 1
  const h = height >> 1
  const out = new Float32Array(w * h * 3)
  const row = width * 3
  for (let y = 0, o = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < 3; c++, o++) {
        const p = y * 2 * row + x * 6 + c
        out[o] = (data[p]! + data[p + 3]! + data[p + row]! + data[p + row + 3]!) * 0.25
      }
  return { width: w, height: h, data: out }
}

/** The ground's texture with its halves, looked up between four texels. */
export function createTexture({ width, height, rgb }: Texels): Texture {
  const data = new Float32Array(rgb.length)
  for (let i = 0; i < rgb.length; i++) data[i] = LINEAR[rgb[i]!]!
  let last: Level = { width, height, data }
  const levels = [last]
  while (last.width > 8) {
    last = halved(last)
    levels.push(last)
  }
  return (u, v, span, out) => {
    let at = 0
    for (let s = span; s > 1.5 && at + 1 < levels.length; s *= 0.5) at++
    const level = levels[at]!
    const w = level.width
    const { data } = level
    const x = Math.max(0, Math.min(w - 1.001, u * w - 0.5))
    const y = Math.max(0, Math.min(level.height - 1.001, v * level.height - 0.5))
    const i = Math.floor(x)
    const j = Math.floor(y)
    const fx = x - i
    const fy = y - j
    const row = w * 3
    for (let c = 0, p = j * row + i * 3; c < 3; c++, p++) {
      const a = data[p]! + (data[p + 3]! - data[p]!) * fx
      const b = data[p + row]! + (data[p + row + 3]! - data[p + row]!) * fx
      out[c] = a + (b - a) * fy
    }
  }
}
