import type { AvatarBackdrop } from '@daedal/protocol/generation/avatar-plan'
import { atan2, mix, saturate, sin, smooth } from '../math/dmath.ts'
import { noise3 } from '../math/lattice.ts'
import type { Prng } from '../math/prng.ts'
import type { Rgb } from '../solid/field/field.ts'
import { length2 } from '../solid/field/shapes.ts'
import { every } from '../solid/field/solids.ts'
import { rgb } from '../solid/palette.ts'
import type { Backdrop } from '../solid/render/studio.ts'

const { abs, max } = Math

/** A light and a deeper tone behind the sitter; they also colour the rims and the light from below. */
export const TONES: Record<Exclude<AvatarBackdrop, 'any'>, readonly [light: Rgb, deep: Rgb]> = {
  amber: [rgb('#f6c667'), rgb('#e8794a')],
  lagoon: [rgb('#8fd0c8'), rgb('#3f7f96')],
  rose: [rgb('#f3b6a6'), rgb('#b9597a')],
  iris: [rgb('#b9c6f2'), rgb('#5a64b0')],
  meadow: [rgb('#cfe0a0'), rgb('#5f9a6a')],
  sand: [rgb('#f7dfb0'), rgb('#d69a5a')],
  violet: [rgb('#d9b8f0'), rgb('#7a4fa8')],
  sky: [rgb('#a6d8f5'), rgb('#3d79b8')],
  night: [rgb('#4a5590'), rgb('#141a38')],
  paper: [rgb('#f3ece0'), rgb('#cfc4b2')],
}

/** How strong the shape behind the head shows at (u, v), 0..1. */
type Shape = (u: number, v: number) => number

/** Shapes behind a head, each with measures of its own. */
const SHAPES: readonly ((random: Prng) => Shape)[] = [
  // a disc
  (random) => {
    const r = random.range(0.58, 0.98)
    const [cu, cv] = [random.range(-0.3, 0.3), random.range(-0.1, 0.3)]
    return (u, v) => smooth(r, r - 0.015, length2(u - cu, v - cv))
  },
  // an arch
  (random) => {
    const r = random.range(0.6, 0.9)
    const cv = random.range(-0.1, 0.2)
    return (u, v) => smooth(r, r - 0.015, v < cv ? abs(u) : length2(u, v - cv))
  },
  // a disc and a ring
  (random) => {
    const r = random.range(0.5, 0.75)
    const wide = r + random.range(0.1, 0.22)
    return (u, v) => {
      const d = length2(u, v - 0.1)
      return smooth(r, r - 0.015, d) + 0.55 * smooth(0.05, 0.035, abs(d - wide))
    }
  },
  // hills under a sun
  (random) => {
    const lean = random.range(-0.35, 0.35)
    const from = random.range(0, 30)
    const sun = random.range(-0.8, 0.8)
    return (u, v) =>
      0.75 * smooth(0.02, 0, v + 0.25 - 0.22 * noise3(u * 1.6 + from, 1, 1) - lean * u) +
      0.4 * smooth(0.34, 0.325, length2(u - sun, v - 0.55))
  },
  // rays
  (random) => {
    const count = random.pick([8, 10, 12])
    const turn = random.range(0, 3)
    return (u, v) => 0.7 * smooth(-0.06, 0.06, sin(atan2(v + 0.2, u) * count + turn)) * smooth(0.1, 0.5, length2(u, v + 0.2))
  },
  // slanting bands
  (random) => {
    const slant = random.range(-0.8, 0.8)
    const width = random.range(0.32, 0.6)
    const at = random.range(0, 1)
    return (u, v) => 0.7 * smooth(0.24, 0.256, abs(every((u + slant * v) / (2 * width) + at, 1)))
  },
  // large round lights
  (random) => {
    const lights = Array.from({ length: 7 }, () => [random.range(-1.1, 1.1), random.range(-0.9, 1), random.range(0.12, 0.34)] as const)
    return (u, v) => {
      let share = 0
      for (const [cu, cv, r] of lights) share = max(share, smooth(r, r - 0.015, length2(u - cu, v - cv)) * (1.15 - r * 1.6))
      return share
    }
  },
]

export function backdropOf(name: Exclude<AvatarBackdrop, 'any'>, random: Prng): Backdrop {
  const [light, deep] = TONES[name]
  const shape = random.pick([0, 0, 1, 2, 3, 4, 5, 6].map((i) => SHAPES[i] as (typeof SHAPES)[number]))(random)
  const slope = random.range(-0.35, 0.35)
  const starry = name === 'night'
  return (u, v, out) => {
    const t = saturate(0.5 - v * 0.42 + u * slope) + (noise3(u * 3 + 5, v * 3, 2) - 0.5) * 0.06
    const d = length2(u, v - 0.1)
    const halo = 0.5 + 0.55 * saturate(1.25 - d * 0.75)
    const share = shape(u, v) * 0.8
    const star = starry ? max(0, noise3(u * 40, v * 40, 3) - 0.88) * 9 : 0
    for (let k = 0 as 0 | 1 | 2; k < 3; k++) {
      const wall = mix(light[k], deep[k], t) * halo
      out[k] = mix(wall, mix(light[k] * 1.12 + 0.03, wall, 0.35), share) + star * (1 - share)
    }
  }
}
