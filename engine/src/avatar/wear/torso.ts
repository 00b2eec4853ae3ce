import { sin } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length3 } from '../../solid/field/shapes.ts'

const { abs } = Math

export const CHEST: Bound = [0, -1.5, 0, 1.75]

/** Chest and shoulders, `grown` by the thickness of a cloth; `width` is half that of the shoulders. */
export const torso =
  (width: number, grown: number): Field =>
  (x, y, z) => {
    const d = ellipsoid(x, y + 1.42, z + 0.1, width + grown, 0.58 + grown, 0.36 + grown)
    return smoothMin(d, length3(abs(x) - width * 0.78, y + 1.3, z + 0.1) - 0.25 - grown, 0.2)
  }

/** A bust: chest, shoulders and the arms that hang beside it, the raised one left out. `arms` is how thick they are. */
export const trunkWithArms =
  (width: number, arms: number, raised: boolean, grown: number): Field =>
  (x, y, z) => {
    // the chest goes on below as the trunk
    const below = y + 1.42
    const d = ellipsoid(x, below < 0 ? below * 0.4 : below, z + 0.1, width + grown, 0.58 + grown, 0.36 + grown)
    const trunk = smoothMin(d, length3(abs(x) - width * 0.78, y + 1.3, z + 0.1) - 0.25 - grown, 0.2)
    if (y > -1 || (raised && x > 0)) return trunk
    const arm = capsule(abs(x), y, z, width * 0.93, -1.4, -0.12, width + 0.18, -3.2, 0.05, arms + grown, arms * 0.85 + grown)
    return smoothMin(trunk, arm, 0.09)
  }

/** The hole a neck of some radius goes through. */
export const neckHole =
  (radius: number): Field =>
  (x, y, z) =>
    capsule(x, y, z, 0, -0.4, -0.06, 0, -0.88, -0.06, radius, radius)

/** Cloth that goes on from the chest to the collar round a neck that stands out before it. */
export const yoke =
  (neck: number, below: number): Field =>
  (x, y, z) =>
    smoothMax(capsule(x, y, z, 0, -0.88, -0.06, 0, -1.3, -0.06, neck, below), y + 0.87, 0.02)

export const cut =
  (from: Field, hole: Field, fillet: number): Field =>
  (x, y, z) => {
    const d = from(x, y, z)
    return d > 0.3 ? d : smoothMax(d, -hole(x, y, z), fillet)
  }

/** Soft folds on a cloth. */
export const folded =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.2 ? d - 0.02 : d + 0.014 * sin(x * 9 + y * 14 + 3 * noise3(x * 3, y * 3, z * 3))
  }
