import { saturate } from '../../math/dmath.ts'
import { type Chord, rods } from '../../model/mesh/rods.ts'
import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Field } from '../../solid/field/field.ts'

const { sqrt } = Math

/** Half the thickness of a string. */
const R = 0.01

/** Strings from end to end. */
export function strings(chords: readonly Chord[], r = R): Field {
  const rows = Float64Array.from(
    chords.flatMap(([ax, ay, az, bx, by, bz]) => {
      const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
      return [ax, ay, az, dx, dy, dz, dx * dx + dy * dy + dz * dz]
    }),
  )
  return (x, y, z) => {
    let least = 81
    for (let o = 0; o < rows.length; o += 7) {
      const px = x - rows[o]!
      const py = y - rows[o + 1]!
      const pz = z - rows[o + 2]!
      const dx = rows[o + 3]!
      const dy = rows[o + 4]!
      const dz = rows[o + 5]!
      const h = saturate((px * dx + py * dy + pz * dz) / rows[o + 6]!)
      const ex = px - dx * h
      const ey = py - dy * h
      const ez = pz - dz * h
      const squared = ex * ex + ey * ey + ez * ez
      if (squared < least) least = squared
    }
    return sqrt(least) - r
  }
}

/** A hair wider than the string, as its edges lie on the round of it. */
const ROUND = 1.08

/** The same strings as a model has them. */
export const stringMesh = (chords: readonly Chord[], r = R): TriangleMesh => rods(chords, r * ROUND)
