import { clamp } from '../../math/dmath.ts'

const { floor, min } = Math

/** A linear picture, three numbers a pixel. */
export type Layer = { readonly width: number; readonly height: number; readonly pixels: Float32Array }

const LEVELS = 6
/** Radiance where glow sets in, and where a pixel counts no more. */
const KNEE = 1.2
const BRIGHTEST = 12

/** Half the size; the first time only what is bright is kept. */
function halved({ width, height, pixels }: Layer, first: boolean): Layer {
  const w = width >> 1
  const h = height >> 1
  const out = new Float32Array(w * h * 3)
  const row = width * 3
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const o = (y * w + x) * 3
      const p = y * 2 * row + x * 6
      for (let c = 0; c < 3; c++) {
        let v = (pixels[p + c]! + pixels[p + 3 + c]! + pixels[p + row + c]! + pixels[p + row + 3 + c]!) * 0.25
        if (first) {
          v = min(BRIGHTEST, v)
          v = (v * v) / (v + KNEE)
        }
        out[o + c] = v
      }
    }
  return soften({ width: w, height: h, pixels: out })
}

/** Blurs by 1 4 6 4 1 along both axes. */
function soften(layer: Layer): Layer {
  const { width, height, pixels } = layer
  const across = new Float32Array(pixels.length)
  const row = width * 3
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const near = (i: number) => y * row + clamp(x + i, 0, width - 1) * 3
      blend(pixels, across, 3, y * row + x * 3, near(-1), near(1), near(-2), near(2))
    }
  for (let y = 0; y < height; y++) {
    const near = (i: number) => clamp(y + i, 0, height - 1) * row
    blend(across, pixels, row, y * row, near(-1), near(1), near(-2), near(2))
  }
  return layer
}

/** `count` numbers from `p` on, blended with those that start beside them. */
function blend(
  from: Float32Array,
  to: Float32Array,
  count: number,
  p: number,
  before: number,
  after: number,
  before2: number,
  after2: number,
): void {
  for (let c = 0; c < count; c++)
    to[p + c] = from[p + c]! * 0.375 + (from[before + c]! + from[after + c]!) * 0.25 + (from[before2 + c]! + from[after2 + c]!) * 0.0625
}

/** Adds a layer, stretched, to a larger one. */
function addStretched(small: Layer, large: Layer, share: number): void {
  const { width: w, height: h, pixels: s } = small
  const { width, height, pixels: d } = large
  for (let y = 0; y < height; y++) {
    const v = clamp(((y + 0.5) * h) / height - 0.5, 0, h - 1.001)
    const j = floor(v)
    const fv = v - j
    for (let x = 0; x < width; x++) {
      const u = clamp(((x + 0.5) * w) / width - 0.5, 0, w - 1.001)
      const i = floor(u)
      const fu = u - i
      const p = (j * w + i) * 3
      const q = p + w * 3
      const o = (y * width + x) * 3
      const a = share * (1 - fu) * (1 - fv)
      const b = share * fu * (1 - fv)
      const e = share * (1 - fu) * fv
      const f = share * fu * fv
      d[o] = d[o]! + s[p]! * a + s[p + 3]! * b + s[q]! * e + s[q + 3]! * f
      d[o + 1] = d[o + 1]! + s[p + 1]! * a + s[p + 4]! * b + s[q + 1]! * e + s[q + 4]! * f
      d[o + 2] = d[o + 2]! + s[p + 2]! * a + s[p + 5]! * b + s[q + 2]! * e + s[q + 5]! * f
    }
  }
}

/** Lets bright light spill over its surroundings, near and far. */
export function addBloom(picture: Layer, amount: number): void {
  const levels: Layer[] = []
  let layer = picture
  while (levels.length < LEVELS && min(layer.width, layer.height) >= 8) {
    layer = halved(layer, levels.length === 0)
    levels.push(layer)
  }
  for (let l = levels.length - 1; l > 0; l--) addStretched(levels[l]!, levels[l - 1]!, 0.85)
  if (levels[0]) addStretched(levels[0], picture, amount)
}
