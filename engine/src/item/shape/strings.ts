import { type Chord, rods } from '../../model/mesh/rods.ts'
import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule } from '../../solid/field/shapes.ts'

/** Half the thickness of a string. */
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

/** A hair wider than the string, as its edges lie on the round of it. */
const ROUND = 1.08

/** The same strings as a model has them. */
export const stringMesh = (chords: readonly Chord[], r = R): TriangleMesh => rods(chords, r * ROUND)
