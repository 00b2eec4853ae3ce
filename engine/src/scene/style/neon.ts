import { mix, saturate, smooth } from '../../math/dmath.ts'
import { discard } from '../discard.ts'
import { boxBlur } from './box-blur.ts'
import { clearLines } from './clear-lines.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { liftSubject, type Subject, subjectOf } from './subject.ts'
import { toneAt } from './tone.ts'

const { max, min, round } = Math

/** Hues of the tubes: near things, far things, what is bright and warm. */
const NEAR = [0.1, 0.85, 1] as const
const FAR = [1, 0.16, 0.72] as const
const WARM = [1, 0.62, 0.16] as const
/** The tube round what the plan names. */
const NAMED = [0.75, 1, 0.3] as const
/** The dark that the picture sinks into. */
const NIGHT = [0.018, 0.012, 0.05] as const
/** Rings of the glow: blur in 768ths, strength. */
const HALOS = [
  [2, 1.1],
  [7, 0.95],
  [22, 0.75],
] as const

/** Depth at which a share of what is seen, sky left out, lies nearer. */
function depthAt(depth: Float32Array, share: number): number {
  const some: number[] = []
  for (let i = 0; i < depth.length; i += 37) if (depth[i]! < 9e5) some.push(depth[i]!)
  some.sort((a, b) => a - b)
  return some[round((some.length - 1) * share)] ?? 1
}

/** Light of the tubes, three numbers a pixel: along the edges of things, in the hue of their distance. */
function tubes(display: Float32Array, frame: DrawnFrame, subject: Subject | null): Float32Array {
  const { width, height, depth } = frame
  const lines = clearLines(frame, display, 0.6)
  const near = depthAt(depth, 0.15)
  const far = max(near * 1.2, depthAt(depth, 0.85))
  const light = new Float32Array(display.length)
  for (let i = 0; i < width * height; i++) {
    // one clear tube round what is named, less inside it, and other lines make way
    const edge = subject?.edge[i] === 1
    const makesWay = subject ? (subject.inside[i] ? 0.6 : 1 - 0.85 * subject.halo[i]!) : 1
    const line = edge ? 1 : smooth(0.14, 0.55, lines[i]!) * makesWay
    if (line <= 0) continue
    if (edge) {
      for (let c = 0; c < 3; c++) light[i * 3 + c] = NAMED[c]!
      continue
    }
    // inverse depth spreads the near ground over as much of the hues as the far
    const away = depth[i]! > 9e5 ? 1 : saturate((1 / near - 1 / depth[i]!) / (1 / near - 1 / far))
    const warm = smooth(0.12, 0.45, display[i * 3]! - display[i * 3 + 2]!) * smooth(0.3, 0.7, toneAt(display, i))
    const turn = smooth(0.35, 0.75, away)
    for (let c = 0; c < 3; c++) light[i * 3 + c] = line * mix(mix(NEAR[c]!, FAR[c]!, turn), WARM[c]!, warm)
  }
  return light
}

/** Night with neon: the picture sunk in indigo, its edges glowing tubes in three hues, its own lights and mirrors kept. */
export function drawNeon(plain: Float32Array, frame: DrawnFrame, _seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height } = frame
  const unit = max(width, height) / 768
  const subject = subjectOf(frame)
  const display = subject ? liftSubject(plain, subject) : plain
  const light = tubes(plain, frame, subject)
  onProgress(0.3)
  const halos = HALOS.map(([radius, strength]) => {
    const r = max(1, round(radius * unit))
    const once = boxBlur(light, width, height, r, 3)
    const glow = boxBlur(once, width, height, r, 3)
    discard(once)
    return { strength, glow }
  })
  onProgress(0.8)
  const out = new Float32Array(display.length)
  for (let i = 0; i < width * height; i++) {
    const tone = toneAt(display, i)
    // the open sky and the ground of a still life are darker than things are
    const shade = tone * (0.12 + 0.42 * tone) * (frame.triangle[i] === 0 ? 0.5 : subject?.inside[i] ? 1.7 : 1)
    const own = smooth(0.62, 0.95, tone) * 0.22
    for (let c = 0; c < 3; c++) {
      const o = i * 3 + c
      const colour = max(0, tone + (display[o]! - tone) * 1.9)
      let v = NIGHT[c]! + shade * (0.5 * colour + [0.32, 0.26, 0.85][c]! * 0.5) + own * colour
      for (const { strength, glow } of halos) v += glow[o]! * strength
      // the middle of a tube is nearly white
      v += light[o]! * 0.85 + max(0, light[i * 3]! + light[i * 3 + 1]! + light[i * 3 + 2]! - 1.5) * 0.5
      out[o] = v < 0.6 ? v : min(1, 0.6 + (0.4 * (v - 0.6)) / (v - 0.2))
    }
  }
  return out
}
