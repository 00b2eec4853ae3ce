import { smooth } from '../../math/dmath.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { length2, rectangle } from '../../solid/field/shapes.ts'

const { abs, max, min } = Math

/** Half an outline, from its foot to its tip, made whole. */
const symmetric = (half: readonly number[]): Field2 => {
  const left: number[] = []
  for (let i = half.length - 4; i >= 0; i -= 2) left.push(-half[i]!, half[i + 1]!)
  return polygon([...half, ...left])
}

/** Ornaments of height 1 that stand on a rim, flat. */
const ORNAMENTS = {
  lily: symmetric([
    0.1, -0.1, 0.12, 0.16, 0.24, 0.2, 0.24, 0.3, 0.14, 0.33, 0.26, 0.5, 0.36, 0.5, 0.4, 0.36, 0.5, 0.4, 0.54, 0.56, 0.44, 0.7, 0.28, 0.68,
    0.19, 0.58, 0.21, 0.74, 0.13, 0.88, 0, 1.02,
  ]),
  cross: symmetric([0.17, -0.1, 0.08, 0.42, 0.46, 0.3, 0.46, 0.7, 0.08, 0.58, 0.2, 1, 0, 1]),
  leaf: (u, v) => min(length2(u, v - 0.76) - 0.23, length2(abs(u) - 0.28, v - 0.42) - 0.2, rectangle(u, v - 0.25, 0.09, 0.4, 0.02)),
  spade: symmetric([0.14, -0.1, 0.1, 0.2, 0.34, 0.34, 0.38, 0.5, 0.2, 0.7, 0, 1.05]),
} satisfies Record<string, Field2>

export type Ornament = keyof typeof ORNAMENTS

/** An ornament that stands at (`out`, `foot`, 0) and faces outwards along x, leaning out by `lean`. */
export function ornament(kind: Ornament, tall: number, out: number, foot: number, lean: number): Field {
  const flat = extrude((u, v) => ORNAMENTS[kind](u / tall, v / tall) * tall, 0.034, 0.022)
  return (x, y, z) => flat(z, y - foot, x - out - (y - foot) * lean) * 0.92
}

/** How high the edge of a crown rises over its rim: at 0 in the middle of a point, at 1 between two. */
export const EDGES = {
  spikes: (t: number) => max(0, 1 - t * 1.25) * (1 - 0.25 * t) + 0.12 * smooth(0.6, 1, t),
  slender: (t: number) => max(0, 1 - t * 1.15) * max(0, 1 - t * 1.15) + 0.06,
  scallops: (t: number) => 0.85 * (1 - t * t) + 0.1,
  merlons: (t: number) => 0.2 + 0.7 * smooth(0.56, 0.48, t),
  hollows: (t: number) => 0.1 + 0.9 * (1 - t) * (1 - t) * (1 - 0.3 * t),
} as const

export type Edge = keyof typeof EDGES
