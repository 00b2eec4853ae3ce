import type { Beast } from './beasts.ts'
import { ball, limb, type Shape } from './shape.ts'

/** Where a leg hangs from, how far ahead its foot is, and how far lifted, 0 to 1. */
export type LegPlace = {
  readonly x: number
  readonly z: number
  readonly hip: number
  readonly step: number
  readonly lift: number
  readonly hind: boolean
}

/** A leg down to its foot: a foreleg by shoulder, elbow and wrist, a hind leg by hip, stifle and a hock that points back. */
export function legOf(b: Beast, { x, z, hip, step, lift, hind }: LegPlace): { readonly skin: Shape; readonly foot: Shape } {
  const up = lift * b.back * 0.13
  const footZ = z + step
  const footY = b.shank * 0.7 + up
  const heavy = b.shank > b.back * 0.075
  /** Animals on the soles of their feet have the hock near the ground. */
  const hock = heavy ? 0.16 : 0.31
  const knots = hind
    ? ([
        [x * 0.86, hip, z + b.thigh * 0.2, b.thigh * 1.14],
        [x, hip * 0.72, z + step * 0.35 + b.back * 0.05, b.thigh * 0.84],
        [x * 1.03, hip * 0.5 + up * 0.4, z + step * 0.55 + b.back * 0.02, b.thigh * 0.52],
        [x * 1.03, hip * hock + up, footZ - b.back * (heavy ? 0.03 : 0.075) - up * 0.7, b.shank * 1.12],
        [x, hip * 0.12 + up, footZ - b.back * 0.02 - up * 0.4, b.shank * 0.95],
        [x, footY, footZ, b.shank * 1.08],
      ] as const)
    : ([
        [x * 0.86, hip + b.chest * 0.1, z, b.thigh * 0.95],
        [x, hip * 0.76, z + step * 0.2 - b.back * 0.02, b.thigh * 0.66],
        [x * 1.03, hip * 0.42 + up * 0.9, z + step * 0.68 + up * 0.5, b.shank * 1.22],
        [x * 1.02, hip * 0.17 + up * 1.1, footZ - up * 0.5 - b.back * 0.006, b.shank * 0.92],
        [x, footY, footZ, b.shank * 1.08],
      ] as const)
  return {
    skin: limb(knots),
    foot: ball(x, Math.max(b.shank * 0.55, footY - b.shank * 0.2), footZ + b.shank * 0.5, b.shank * 1.12, b.shank * 0.62, b.shank * 1.5, 6),
  }
}
