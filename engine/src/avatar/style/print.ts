import { mix, pow, saturate, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { boxBlur } from '../../scene/style/box-blur.ts'
import { TONES } from '../backdrops.ts'
import { edgesOf } from './edges.ts'
import type { Hand } from './redraw.ts'

const { abs, floor, max, min } = Math

const PAPER = [0.957, 0.918, 0.831] as const
const INK = [0.125, 0.11, 0.165] as const

const display = (linear: number) => pow(linear, 1 / 2.2)

/** A relief print: inked outlines, hatching that follows the form, flat colour on cream paper before a flat ground. */
export const drawPrint: Hand = (shown, frame, backdrop, onProgress) => {
  const { width, height, part, normal, camera } = frame
  const edges = boxBlur(edgesOf(frame), width, height, max(1, floor(max(width, height) / 700)), 1)
  onProgress(0.4)
  const [light, deep] = TONES[backdrop]
  const dark = 0.3 * deep[0] + 0.6 * deep[1] < 0.02
  const flat = [0, 1, 2].map((c) => display(mix(deep[c as 0 | 1 | 2], light[c as 0 | 1 | 2], dark ? 0.3 : 0.25)))
  const scale = 768 / max(width, height)
  const out = new Float32Array(shown.length)
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) onProgress(0.4 + (0.6 * y) / height)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const u = x * scale
      const v = y * scale
      const r = shown[3 * i]!
      const g = shown[3 * i + 1]!
      const b = shown[3 * i + 2]!
      const tone = 0.3 * r + 0.59 * g + 0.11 * b
      const wobble = (fbm3(u * 0.02, v * 0.02, 2, 2) - 0.5) * 5
      const ground = part[i]! < 0
      const across = (axis: readonly [number, number, number]) =>
        normal[3 * i]! * axis[0] + normal[3 * i + 1]! * axis[1] + normal[3 * i + 2]! * axis[2]
      const phase = ground
        ? v * 0.13 + u * 0.02 + wobble * 0.3
        : v * 0.23 + u * 0.11 + across(camera.right) * 9 - across(camera.up) * 9 + wobble * 0.15
      const wave = abs(phase - floor(phase) - 0.5) * 2
      const dark = ground ? 0.12 + 0.3 * saturate(v / 768 - 0.35) : smooth(0.58, 0.05, tone) * 1.02
      let ink = dark > 0.03 ? smooth(1 - dark - 0.12, 1 - dark + 0.12, wave * 0.98) : 0
      if (!ground && tone < 0.1) ink = max(ink, 0.97)
      ink = saturate(max(ink, smooth(0.3, 0.6, edges[i]!)) * (0.93 + 0.1 * noise3(u * 0.27, v * 0.27, 1)))
      const lift = min(1 / max(r, g, b, 0.004), 1.6)
      const shine = ground ? 0 : smooth(0.76, 0.9, tone)
      const grain = 0.97 + 0.05 * noise3(u * 0.2, v * 0.2, 8)
      for (let c = 0 as 0 | 1 | 2; c < 3; c++) {
        const wash = ground ? flat[c]! : mix(PAPER[c], shown[3 * i + c]! * lift, 0.68)
        out[3 * i + c] = mix(mix(wash, PAPER[c], shine) * grain, ground ? flat[c]! * 0.72 : INK[c], ink)
      }
    }
  }
  return out
}
