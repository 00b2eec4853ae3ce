import { clamp, saturate, smooth } from '../../math/dmath.ts'
import { boxBlur } from './box-blur.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { toneAt } from './tone.ts'

const { max, round } = Math

/** What the plan names in a picture, for styles that would otherwise draw over it. */
export type Subject = {
  /** 1 on pixels that show it. */
  readonly inside: Uint8Array
  /** 1 on those of them that border on others. */
  readonly edge: Uint8Array
  /** How near other pixels lie, 1 beside it to 0 some way off; 0 on it. */
  readonly halo: Float32Array
}

/** How far the ground round it makes way, in 768ths. */
const HALO = 15
/** Difference of tone between a thing and what is round it below which it is lost. */
const TELLS = 0.24
/** Ground darker than this leaves no room for something darker still. */
const DARK = 0.4
/** Most that a tone is changed. */
const MOST = 0.36
const BRIGHTEST = 3.5
const VIVID = 1.4

/** Finds what the plan names; null in a picture without. */
export function subjectOf({ width, height, triangle, named }: DrawnFrame): Subject | null {
  if (!named || named.length === 0) return null
  const inside = new Uint8Array(width * height)
  let found = 0
  for (let i = 0; i < inside.length; i++) {
    const face = triangle[i]! - 1
    if (face < 0 || !named.some(({ from, to }) => face >= from && face < to)) continue
    inside[i] = 1
    found++
  }
  if (found === 0) return null
  const edge = new Uint8Array(inside.length)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      if (inside[i] && !(inside[i - 1] && inside[i + 1] && inside[i - width] && inside[i + width])) edge[i] = 1
    }
  const radius = max(2, round((HALO * max(width, height)) / 768))
  const soft = boxBlur(Float32Array.from(inside), width, height, radius, 1)
  const halo = soft.map((v, i) => (inside[i] ? 0 : smooth(0.02, 0.4, v)))
  return { inside, edge, halo }
}

/** The picture with what the plan names told from the ground round it by its tone, where both are about as bright. */
export function liftSubject(display: Float32Array, { inside, halo }: Subject): Float32Array {
  let [own, ownShare, round, roundShare] = [0, 0, 0, 0]
  for (let i = 0; i < inside.length; i++) {
    if (inside[i]) {
      own += toneAt(display, i)
      ownShare++
    } else if (halo[i]! > 0) {
      round += toneAt(display, i) * halo[i]!
      roundShare += halo[i]!
    }
  }
  const [bright, ground] = [own / max(1, ownShare), round / max(1, roundShare)]
  const apart = bright - ground
  // towards where there is room: on dark ground a thing gets brighter, on bright ground it keeps to its own side
  const isDark = ground < DARK && apart > -TELLS
  const towards = isDark || (apart > 0.05 && bright < 1 - TELLS) ? 1 : -1
  const lack = clamp(TELLS - apart * towards, 0, MOST) * towards
  // brightened by a factor, so that light and shade on it stay
  const gain = lack > 0 ? Math.min(BRIGHTEST, (bright + lack * 0.75) / max(0.02, bright)) : 1
  const darker = lack < 0 ? lack * 0.75 : 0
  const out = Float32Array.from(display)
  for (let i = 0; i < inside.length; i++) {
    if (!inside[i]) {
      for (let c = 0; c < 3 && halo[i]! > 0; c++) out[i * 3 + c] = saturate(display[i * 3 + c]! - lack * 0.55 * halo[i]!)
      continue
    }
    const tone = toneAt(display, i)
    // and more vivid than what is round it
    for (let c = 0; c < 3; c++) out[i * 3 + c] = saturate((tone + (display[i * 3 + c]! - tone) * VIVID) * gain + darker)
  }
  return out
}
