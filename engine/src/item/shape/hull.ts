import { saturate, smooth } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'

const { abs, max } = Math

/** A hull along x, bow at +x: half its length and width, the keel's height, the rail's height at x, and where along it the bow begins to narrow, 0..1. */
export type Lines = {
  readonly half: number
  readonly beam: number
  readonly keel: number
  readonly sheer: (x: number) => number
  readonly bluff: number
}

/** Half the width of a hull at a place along it. */
export const beamAt = ({ half, beam, bluff }: Lines, x: number) => {
  const t = saturate((x / half) * 0.5 + 0.5)
  const bow = 1 - smooth(bluff, 1, t) * (0.35 + 0.65 * smooth(bluff, 1, t))
  return beam * bow * (0.72 + 0.28 * smooth(0, 0.35, t))
}

/** The hull of these lines, closed above. */
export function hull(lines: Lines): Field {
  const { half, keel, sheer } = lines
  return (x, y, z) => {
    const rail = sheer(x)
    const depth = saturate((rail - y) / (rail - keel))
    const rake = 0.16 * depth
    const wide = beamAt(lines, x + rake * 0.4) * Math.sqrt(max(0.0004, 1 - depth * depth * 0.92))
    const side = (abs(z) - wide) * 0.72
    return max(side, y - rail, (keel - y) * 0.9, (abs(x) - half + rake * (x > 0 ? 1.4 : 0.3)) * 0.8) * 0.72
  }
}

/** A square sail filled by wind from −x: about (x0, y0), half sides a (across z) and b. */
export const squareSail =
  (x0: number, y0: number, a: number, b: number): Field =>
  (x, y, z) => {
    const v = (y - y0) / b
    const wide = a * (1 - 0.09 * v)
    const belly = 0.2 * a * (1 - (z / a) * (z / a)) * (1 - v * v * 0.75)
    return max(abs(x - x0 - belly) - 0.014, abs(z) - wide, abs(y - y0 - 0.05 * (z / a) * (z / a) * (v < 0 ? 1 : 0)) - b) * 0.78
  }
