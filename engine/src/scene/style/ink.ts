import { clamp, mix, saturate, smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { value2, valueFbm2 } from '../noise.ts'
import { boxBlur } from './box-blur.ts'
import { clearLines } from './clear-lines.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { kuwahara } from './kuwahara.ts'
import { penLines } from './pen-lines.ts'
import { liftSubject, subjectOf } from './subject.ts'

const { abs, floor, max, min, round } = Math

const PAPER = [0.955, 0.93, 0.875] as const
const INK = [0.07, 0.065, 0.09] as const
/** Distance of hatching lines, in 768ths. */
const HATCH = 5.2

/** Direction of the hatching on a surface: level ground, walls to the side, walls to the front. */
const ON_SKY = [0.25, 1] as const
const ON_GROUND = [0.12, 1] as const
const ON_SIDE = [0.8, 0.6] as const
const ON_FRONT = [0.75, -0.66] as const

/** How dark hatching makes a pixel, 0..1. x, y in 768ths; tone 0..1. */
function hatching(x: number, y: number, tone: number, normals: Float32Array, triangle: number): number {
  const once = smooth(0.52, 0.1, tone)
  if (once <= 0) return 0
  const twice = smooth(0.3, 0.04, tone)
  const upward = triangle < 0 ? 0 : abs(normals[triangle * 3 + 1]!)
  const sideways = triangle < 0 ? 0 : abs(normals[triangle * 3]!)
  const [ax, ay] = triangle < 0 ? ON_SKY : upward > 0.7 ? ON_GROUND : sideways > 0.3 ? ON_SIDE : ON_FRONT
  const wobble = (value2(x * 0.02, y * 0.02) - 0.5) * 5
  const s1 = (x * ax + y * ay + wobble) / HATCH
  const s2 = (x * ay - y * ax + wobble) / HATCH
  const near1 = abs(s1 - floor(s1) - 0.5) * 2
  const near2 = abs(s2 - floor(s2) - 0.5) * 2
  const stroke = smooth(0.92 - once * 0.55, 1.22 - once * 0.55, near1)
  const first = stroke > 0 ? stroke * (value2(x * 0.09 + floor(s1) * 7.7, y * 0.09) > 0.22 ? 1 : 0.2) * 0.85 : 0
  const second = twice > 0 ? smooth(0.92 - twice * 0.6, 1.22 - twice * 0.6, near2) * 0.9 : 0
  return max(first, second) * (triangle < 0 ? 0.25 : 1)
}

/** Ink and wash: pen lines, hatching by facing, watercolour on paper with a rough border. */
export function drawInk(plain: Float32Array, frame: DrawnFrame, _seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height, triangle, normals } = frame
  const unit = max(width, height) / 768
  const subject = subjectOf(frame)
  const display = subject ? liftSubject(plain, subject) : plain
  const wash = boxBlur(kuwahara(display, width, height, max(1, round(5 * unit))), width, height, 1, 3)
  onProgress(0.4)
  // where a thing is named, crowded lines make way for it
  const lines = subject ? clearLines(frame, plain, 0.75) : penLines(frame, plain)
  if (subject)
    for (let i = 0; i < lines.length; i++) {
      // a clear outline, little inside it, and white round it
      lines[i] = subject.edge[i] ? 1 : lines[i]! * (subject.inside[i] ? 0.45 : 1 - 0.8 * subject.halo[i]!)
      if (subject.inside[i]) for (let c = 0; c < 3; c++) wash[i * 3 + c] = mix(wash[i * 3 + c]!, display[i * 3 + c]!, 0.7)
    }
  const soft = boxBlur(lines, width, height, 1, 1)
  onProgress(0.6)
  const out = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) onProgress(0.6 + (0.4 * y) / height)
    const v = y / unit
    for (let x = 0; x < width; x++) {
      const u = x / unit
      const shiftX = (value2(u * 0.03, v * 0.03 + 9) - 0.5) * 3.2 * unit
      const shiftY = (value2(u * 0.03 + 50, v * 0.03) - 0.5) * 3.2 * unit
      const i = clamp(round(y + shiftY), 0, height - 1) * width + clamp(round(x + shiftX), 0, width - 1)
      const pen = lines[i]! * 0.75 + soft[i]! * 1.3
      const line = pen > 0 ? saturate(pen * (0.55 + 0.75 * value2(u * 0.018 + 3, v * 0.018))) : 0
      const tone = 0.3 * wash[i * 3]! + 0.59 * wash[i * 3 + 1]! + 0.11 * wash[i * 3 + 2]!
      const clear = subject ? max(subject.halo[i]!, subject.inside[i]! * 0.75) : 0
      const hatch = hatching(u, v, tone, normals, triangle[i]! - 1) * (1 - clear)
      const bleed = valueFbm2(u * 0.011, v * 0.011, 4) - 0.5
      const grain = (hash3(x, y, 3) - 0.5) * 0.05 + (value2(x * 0.7, y * 0.7) - 0.5) * 0.05
      const pigment = saturate(0.86 + bleed * 0.7) * (1 - 0.6 * (subject ? subject.halo[i]! : 0))
      const fromMiddle = max(abs(x / width - 0.5), abs(y / height - 0.5)) * 2
      // the rough edge of the paper strays by less than 0.065
      const inside = fromMiddle < 0.85 ? 1 : smooth(0.97, 0.915, fromMiddle + (valueFbm2(u * 0.02, v * 0.02, 4) - 0.5) * 0.13)
      const pooled = 1 - min(1, soft[i]! * 0.25) * 0.3 * inside
      const drawn = max(line, hatch * 0.8) * inside
      const o = (y * width + x) * 3
      for (let c = 0; c < 3; c++) {
        const colour = 0.24 + 0.8 * (tone + (wash[i * 3 + c]! - tone) * 1.35)
        const paper = PAPER[c]! * mix(1, min(1.02, colour), pigment * inside) * pooled * (1 + grain)
        out[o + c] = saturate(paper * (1 - drawn) + INK[c]! * drawn)
      }
    }
  }
  return out
}
