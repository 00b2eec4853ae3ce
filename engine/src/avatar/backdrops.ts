import type { AvatarBackdrop } from '@daedal/protocol/generation/avatar-plan'
import { mix, saturate, smooth } from '../math/dmath.ts'
import { noise3 } from '../math/lattice.ts'
import type { Prng } from '../math/prng.ts'
import type { Rgb } from '../solid/field/field.ts'
import { rgb } from '../solid/palette.ts'
import type { Backdrop } from '../solid/render/studio.ts'

const { abs, max, sqrt } = Math

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

const SHAPES: readonly Shape[] = [
  (u, v) => smooth(0.86, 0.845, sqrt(u * u + (v - 0.1) * (v - 0.1))),
  // an arch
  (u, v) => (v < 0 ? smooth(0.78, 0.765, abs(u)) : smooth(0.78, 0.765, sqrt(u * u + v * v))),
  // two rings
  (u, v) => {
    const d = sqrt(u * u + (v - 0.1) * (v - 0.1))
    return smooth(0.7, 0.685, d) + 0.55 * smooth(0.05, 0.035, abs(d - 0.84))
  },
  // hills
  (u, v) =>
    0.75 * smooth(0.02, 0, v + 0.25 - 0.22 * noise3(u * 1.6 + 3, 1, 1) - 0.1 * u) +
    0.4 * smooth(0.34, 0.325, sqrt((u - 0.55) * (u - 0.55) + (v - 0.55) * (v - 0.55))),
]

export function backdropOf(name: Exclude<AvatarBackdrop, 'any'>, random: Prng): Backdrop {
  const [light, deep] = TONES[name]
  const shape = random.pick([0, 0, 1, 2, 3].map((i) => SHAPES[i] as Shape))
  const starry = name === 'night'
  return (u, v, out) => {
    const t = saturate(0.5 - v * 0.42 + u * 0.12) + (noise3(u * 3 + 5, v * 3, 2) - 0.5) * 0.06
    const d = sqrt(u * u + (v - 0.1) * (v - 0.1))
    const halo = 0.5 + 0.55 * saturate(1.25 - d * 0.75)
    const share = shape(u, v) * 0.8
    const star = starry ? max(0, noise3(u * 40, v * 40, 3) - 0.88) * 9 : 0
    for (let k = 0 as 0 | 1 | 2; k < 3; k++) {
      const wall = mix(light[k], deep[k], t) * halo
      out[k] = mix(wall, mix(light[k] * 1.12 + 0.03, wall, 0.35), share) + star * (1 - share)
    }
  }
}
