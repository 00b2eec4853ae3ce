import { clamp, saturate, smooth } from '../../math/dmath.ts'
import { boxBlur } from './box-blur.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { toneAt } from './tone.ts'

const { abs, max, round, sign } = Math

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
  // whichever way there is room
  const towards = abs(apart) > 0.05 ? sign(apart) : ground < 0.5 ? 1 : -1
  const lack = clamp(TELLS - abs(apart), 0, TELLS) * towards
  const out = Float32Array.from(display)
  for (let i = 0; i < inside.length; i++) {
    const shift = inside[i] ? lack * 0.75 : -lack * 0.55 * halo[i]!
    const tone = inside[i] ? toneAt(display, i) : 0
    for (let c = 0; c < 3; c++) {
      const value = display[i * 3 + c]!
      // and a little more vivid than what is round it
      out[i * 3 + c] = saturate((inside[i] ? tone + (value - tone) * 1.2 : value) + shift)
    }
  }
  return out
}
