import { smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length3 } from '../../solid/field/shapes.ts'
import type { Features } from './features.ts'
import type { Skull } from './skull.ts'

const { abs, max } = Math

/** Eyes lie this deep in the head. */
export const EYE_Z = 0.44
/** Features reach no farther than this over the bare skull. */
const RELIEF = 0.24

/** A person's head, face, ears and neck as one surface. `pointed` ears stand out by that much, model units; covered ones, null, lie flat. */
export function headField(skull: Skull, features: Features, pointed: number | null): Field {
  const { cranium, jaw, jawLength, corner, cheek, cheekLift, chin, chinTaper, fullness, browRidge, neck, eyeX } = skull
  const [a, b, c] = cranium
  const face = faceField(features)
  const chinY = -0.2 - jawLength * 0.82
  return (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.17, z + 0.03, a, b, c)
    d = smoothMin(d, ellipsoid(x, y + 0.26, z - 0.1, jaw, jawLength, 0.43), 0.3)
    d = smoothMin(d, capsule(x, y, z, 0, -0.35, -0.1, 0, -1.1, -0.13, neck, neck + 0.03), 0.1)
    if (d > 0.45) return d - RELIEF
    d = smoothMin(d, length3(ax - 0.27, y + 0.2 - cheekLift, z - 0.33) - 0.15 - cheek * 0.06, 0.18)
    if (corner > 0) d = smoothMin(d, length3(ax - jaw * 0.72, y + 0.1 + jawLength * 0.75, z - 0.08) - corner * 0.13, 0.16)
    d = smoothMin(d, length3(x * chinTaper, y - chinY, z - 0.37) - 0.09 * chin, 0.16)
    if (fullness > 0) d = smoothMin(d, ellipsoid(x, y + 0.5, z - 0.1, 0.3 + fullness * 0.06, 0.1 + fullness * 0.08, 0.24), 0.14)
    d = smoothMax(d, -ellipsoid(ax - eyeX, y - 0.01, z - 0.66, 0.19, 0.13, 0.1), 0.14)
    if (browRidge > 0 && z > 0.2)
      d = smoothMin(d, capsule(ax, y, z, 0.1, 0.165, 0.53, 0.33, 0.16, 0.45, 0.045 * browRidge, 0.03 * browRidge), 0.12)
    if (z > 0.3 && ax < 0.4) d = face(d, x, y, z)
    if (pointed !== null && ax > 0.35) d = smoothMin(d, earField(ax - a, y, z, pointed), 0.04)
    return d
  }
}

function earField(x: number, y: number, z: number, pointed: number): number {
  let ear = ellipsoid(x - 0.01, y + 0.06 + (z + 0.05) * 0.2, z + 0.05, 0.06, 0.155, 0.1)
  ear = smoothMax(ear, -ellipsoid(x - 0.065, y + 0.05, z, 0.05, 0.095, 0.062), 0.03)
  if (pointed > 0)
    ear = smoothMin(ear, capsule(x, y, z, 0.02, 0.02, -0.05, 0.02 + pointed, 0.1 + pointed * 0.75, -0.14, 0.075, 0.012), 0.06)
  return ear
}

/** Adds nose and mouth to the distance of the bare head. */
function faceField(features: Features): (d: number, x: number, y: number, z: number) => number {
  const { nose, noseY, mouthY, mouthWidth, lips, open, seam, expression } = features
  const { smile, smirk } = expression
  const { tip, width, bridge, hump } = nose
  return (bare, x, y, z) => {
    const ax = abs(x)
    let d = smoothMin(bare, capsule(x, y, z, 0, 0.08, 0.5 + bridge, 0, noseY, 0.6 + tip * 0.8, 0.03 + tip * 0.15, 0.045 + tip * 0.35), 0.1)
    if (hump > 0) d = smoothMin(d, ellipsoid(x, y + 0.02, z - 0.58, 0.035, 0.08, 0.035 + hump), 0.06)
    d = smoothMin(d, ellipsoid(x, y - noseY, z - 0.62 - tip * 0.55, 0.055 + width, 0.055 + tip * 0.4, 0.05 + tip * 0.45), 0.05)
    d = smoothMin(d, length3(ax - 0.05 - width * 0.8, y - noseY + 0.015, z - 0.585 - tip * 0.2) - 0.035 - width * 0.25, 0.035)
    const yy = y - mouthY - smile * x * x * 1.7 - smirk * x * 0.18
    const inside = smooth(mouthWidth + 0.03, mouthWidth - 0.02, ax)
    if (inside > 0) {
      const bow = 1 - 0.25 * smooth(0.03, 0, ax) * (yy > 0 ? 1 : 0)
      d -= lips * 0.035 * inside * smooth(0.09, 0, abs(yy + 0.012)) * bow
      if (open < 0.05) d += seam * inside * smooth(0.024, 0, abs(yy))
    }
    if (open >= 0.05) {
      const hole = ellipsoid(x, yy + open * 0.35, z - 0.55, mouthWidth * 0.92, open, 0.2)
      d = smoothMax(d, -max(hole, yy - open * 0.06 - 0.005), 0.025)
    }
    return d
  }
}
