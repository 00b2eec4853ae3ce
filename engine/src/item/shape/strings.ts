import type { Field } from '../../solid/field/field.ts'
import { capsule } from '../../solid/field/shapes.ts'

/** A string's two ends. */
export type Chord = readonly [ax: number, ay: number, az: number, bx: number, by: number, bz: number]

/** Half the thickness of a string: thinner ones cannot be meshed. */
const R = 0.01

/** Strings from end to end. */
export const strings =
  (chords: readonly Chord[], r = R): Field =>
  (x, y, z) => {
    let d = 9
    for (const [ax, ay, az, bx, by, bz] of chords) {
      const one = capsule(x, y, z, ax, ay, az, bx, by, bz, r, r)
      if (one < d) d = one
    }
    return d
  }
