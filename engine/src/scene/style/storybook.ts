import { clamp, mix, saturate, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { value2, valueFbm2 } from '../noise.ts'
import { boxBlur } from './box-blur.ts'
import { clearLines, withoutSpecks } from './clear-lines.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { kuwahara } from './kuwahara.ts'
import { liftSubject, subjectOf } from './subject.ts'
import { toneAt } from './tone.ts'

const { abs, max, min, round, sqrt } = Math

const PAPER = [0.975, 0.945, 0.87] as const
const CONTOUR = [0.25, 0.15, 0.13] as const
/** Colour of the pencil that shades. */
const SHADOW = [0.36, 0.33, 0.5] as const

/** Contours shorter than this are left out where they litter leaves and ground, in 768ths. */
const SPECK = 11

/** How a pencil's strokes cover the paper, 0..1; `steep` turns them. x, y in 768ths. */
function strokes(x: number, y: number, steep: number): number {
  const bend = (value2(x * 0.008, y * 0.008) - 0.5) * 26
  const along = x * 0.8 + y * steep + bend
  const across = y * 0.8 - x * steep + bend
  return value2(along * 0.035 + 31, across * 0.42) * 0.6 + value2(along * 0.06, across * 0.9 + 17) * 0.4
}

/** How much of the picture covers the paper, 0..1: an oval leaf with a washed, uneven rim. u, v in -1..1. */
function coverage(u: number, v: number, x: number, y: number): number {
  const squared = sqrt(sqrt(u * u * u * u + v * v * v * v))
  // the rim strays by less than 0.12
  if (squared < 0.78) return 1
  const rim = (valueFbm2(x * 0.012 + 5, y * 0.012, 4) - 0.5) * 0.2 + (value2(x * 0.11, y * 0.11) - 0.5) * 0.035
  return smooth(1, 0.9, squared + rim)
}

/** A page of a picture book: simple washes under coloured pencil, a contour of changing weight, warm paper round it. */
export function drawStorybook(plain: Float32Array, frame: DrawnFrame, _seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height, triangle, normals } = frame
  const unit = max(width, height) / 768
  const subject = subjectOf(frame)
  const display = subject ? liftSubject(plain, subject) : plain
  const simple = kuwahara(display, width, height, max(1, round(8 * unit)))
  onProgress(0.25)
  const wash = boxBlur(simple, width, height, max(1, round(1.5 * unit)), 3)
  const lines = withoutSpecks(clearLines(frame, plain, 0.8), frame, SPECK * unit)
  if (subject)
    for (let i = 0; i < lines.length; i++) {
      // what is named keeps its outline and its own colours; contours and pencil make way round it
      lines[i] = subject.edge[i] ? 1 : lines[i]! * (subject.inside[i] ? 0.7 : 1 - 0.7 * subject.halo[i]!)
      if (subject.inside[i]) for (let c = 0; c < 3; c++) wash[i * 3 + c] = mix(wash[i * 3 + c]!, display[i * 3 + c]!, 0.6)
    }
  const soft = boxBlur(lines, width, height, max(1, round(unit)), 1)
  onProgress(0.5)
  const out = new Float32Array(display.length)
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) onProgress(0.5 + (0.5 * y) / height)
    const v = y / unit
    for (let x = 0; x < width; x++) {
      const u = x / unit
      const cover = coverage((2 * x) / width - 1, (2 * y) / height - 1, u, v)
      // colour does not quite fill the contour, and the contour trembles
      const tremble = (value2(u * 0.04, v * 0.04 + 9) - 0.5) * 3 * unit
      const i = y * width + x
      const at = clamp(round(y + tremble), 0, height - 1) * width + clamp(round(x - tremble), 0, width - 1)
      const weight = 0.25 + 1.35 * value2(u * 0.014 + 3, v * 0.014)
      const contour = smooth(0.15, 0.52, (lines[at]! * 0.25 + soft[at]! * 1.1) * weight)
      const face = triangle[i]! - 1
      const level = face >= 0 && abs(normals[face * 3 + 1]!) > 0.7
      const pencil = strokes(u, v, face < 0 ? 0.15 : level ? 0.3 : 0.75)
      const tone = toneAt(wash, i)
      const shading = smooth(0.5, 0.05, tone) * smooth(0.62, 0.36, pencil) * 0.5 * (subject ? 1 - subject.halo[i]! : 1)
      const pigment = cover * (0.8 + 0.2 * smooth(0.25, 0.6, pencil)) * (0.92 + 0.16 * (valueFbm2(u * 0.02, v * 0.02, 3) - 0.5))
      const tooth = (hash3(x, y, 5) - 0.5) * 0.035 + (value2(x * 0.55, y * 0.55) - 0.5) * 0.045
      const drawn = contour * min(1, cover * 1.6) * 0.88
      for (let c = 0; c < 3; c++) {
        const o = i * 3 + c
        const vivid = tone + (wash[o]! - tone) * 1.55
        const lifted = 0.09 + 0.93 * mix(saturate(vivid), sqrt(saturate(vivid)), 0.45)
        const colour = mix(lifted, SHADOW[c]!, shading)
        const warm = colour * (0.35 + 0.65 * PAPER[c]!)
        const page = mix(PAPER[c]!, min(1, warm), saturate(pigment)) * (1 + tooth)
        out[o] = saturate(mix(page, CONTOUR[c]!, drawn))
      }
    }
  }
  return out
}
