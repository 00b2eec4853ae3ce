import { cos, mix, sin, smooth } from '../math/dmath.ts'
import { fbm3 } from '../math/lattice.ts'
import { createPrng } from '../math/prng.ts'
import type { Vector } from '../solid/render/camera.ts'

const { abs, sqrt } = Math

/** What falls on the backdrop beside the light itself: nothing, the panes of a window, one spot, the shadow of leaves. */
const PATTERNS = ['plain', 'plain', 'panes', 'spot', 'leaves'] as const

/** How a picture is taken: two pictures of the same thing are taken from another side, in another light. */
export type Arrangement = {
  /** Which side the main light comes from: -1 is the left. */
  readonly side: 1 | -1
  /** Added to the angle the thing is seen from, radians. */
  readonly turn: number
  readonly lift: number
  /** Whether it is seen from its other side. */
  readonly mirrored: boolean
  /** Factor of how much is seen around it. */
  readonly zoom: number
  /** How far it stands beside the middle, shares of half the height. */
  readonly across: number
  readonly down: number
  /** Where the main light comes from, in camera axes. */
  readonly key: Vector
  /** Where on the backdrop the light is brightest, and how fast it falls off. */
  readonly pool: readonly [u: number, v: number]
  readonly spread: number
  /** Radiance of the pattern, about 1, at screen coordinates. */
  readonly patternAt: (u: number, v: number) => number
  /** Moves what is drawn by noise, so that no two look alike. */
  readonly drift: number
}

/** Decides by the seed alone. `patterned` says whether light and shadow may fall on the backdrop. */
export function arrangementOf(seed: number, patterned: boolean): Arrangement {
  const random = createPrng(seed, 'item view')
  const light = createPrng(seed, 'item light')
  const side = light.chance(0.5) ? 1 : -1
  const pattern = light.pick(PATTERNS)
  const drift = light.range(0, 40)
  const key: Vector = [side * light.range(0.3, 0.95), light.range(0.5, 1.05), light.range(0.4, 0.85)]
  const pool = [side * light.range(0.05, 0.6), light.range(-0.25, 0.45)] as const
  const spread = light.range(0.75, 1.2)
  const slant = side * light.range(0.2, 0.6)
  return {
    side,
    turn: random.range(-0.36, 0.36),
    lift: random.range(-0.05, 0.17),
    mirrored: random.chance(0.5),
    zoom: random.range(0.98, 1.2),
    across: random.range(-0.09, 0.09),
    down: random.range(-0.05, 0.05),
    key,
    pool,
    spread,
    patternAt: patterned ? patternOf(pattern, { slant, drift, at: pool }) : () => 1,
    drift,
  }
}

type Thrown = { readonly slant: number; readonly drift: number; readonly at: readonly [number, number] }

function patternOf(pattern: (typeof PATTERNS)[number], { slant, drift, at }: Thrown): Arrangement['patternAt'] {
  if (pattern === 'plain') return () => 1
  if (pattern === 'spot')
    return (u, v) => {
      const a = u - at[0] * 0.5
      const b = v - at[1] * 0.4
      return mix(1.14, 0.74, smooth(0.75, 1.02, sqrt(a * a + b * b)))
    }
  const c = cos(slant)
  const s = sin(slant)
  if (pattern === 'panes')
    return (u, v) => {
      const a = (u - at[0]) * c + (v - at[1]) * s
      const b = (v - at[1]) * c - (u - at[0]) * s
      const inside = smooth(0.86, 0.78, abs(a)) * smooth(0.92, 0.84, abs(b))
      const bars = smooth(0.025, 0.06, abs(a)) * smooth(0.025, 0.06, abs(abs(b) - 0.3))
      return mix(0.8, 1.16, inside * bars)
    }
  return (u, v) => {
    const n = fbm3(u * 1.9 + drift, v * 1.9 - drift, drift, 3)
    return mix(0.74, 1.12, smooth(0.4, 0.56, n))
  }
}
