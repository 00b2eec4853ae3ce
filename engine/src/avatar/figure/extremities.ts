import { cos, sin } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, ellipsoid, length3 } from '../../solid/field/shapes.ts'
import type { Frame } from './frame.ts'
import { FINGERS, PALM, THUMB_AT } from './skeleton.ts'

const { max, min } = Math

/** Hands and feet of the left side (x > 0), to be mirrored. Each overlaps its limb. */
type Extremity = (frame: Frame) => Field

/** Palm down, thumb forward. */
export const hand: Extremity = ({ wrist, shoulder, arm, z: middle }) => {
  const k = 0.78 + arm[2] * 1.9
  return (ax, py, pz) => {
    const x = ax - wrist
    if (x < -0.4 || x > 0.8) return max(-0.3 - x, x - 0.6)
    const y = py - shoulder.y
    const z = pz - middle
    let d = smoothMin(
      box(x - 0.125, y, z, 0.125, 0.052 * k, 0.13, 0.05),
      capsule(x, y, z, -0.2, 0, 0, 0.02, 0, 0, arm[2] * 1.02, arm[2] * 0.86),
      0.06,
    )
    for (const { z: from, lean, length } of FINGERS) {
      const run = length * cos(lean)
      d = smoothMin(d, capsule(x, y, z, PALM - 0.03, 0, from, PALM + run, -0.012, from + length * sin(lean), 0.043 * k, 0.035 * k), 0.022)
    }
    const [a, b, , c] = THUMB_AT
    d = smoothMin(d, capsule(x, y, z, a[0], a[1], a[2], b[0], b[1], b[2], 0.052 * k, 0.046 * k), 0.035)
    return smoothMin(d, capsule(x, y, z, b[0], b[1], b[2], c[0] - 0.02, c[1], c[2] - 0.012, 0.046 * k, 0.038 * k), 0.02)
  }
}

/** A mitten of fur with three short toes and a thumb. */
export const paw: Extremity = ({ wrist, shoulder, arm, z: middle }) => {
  const r = arm[2] * 1.25
  return (ax, py, pz) => {
    const x = ax - wrist
    const y = py - shoulder.y
    const z = pz - middle
    let d = ellipsoid(x - 0.13, y, z, 0.2, r * 0.86, r * 1.12)
    for (const at of [-0.085, 0, 0.085]) d = smoothMin(d, ellipsoid(x - 0.285, y, z - at, 0.075, 0.062, 0.055), 0.025)
    return smoothMin(d, capsule(x, y, z, 0.08, -0.01, r * 0.7, 0.15, -0.01, r * 1.32, 0.07, 0.055), 0.05)
  }
}

/** A hand with three claws, as lizards and frogs have. */
export const claw: Extremity = ({ wrist, shoulder, arm, z: middle }) => {
  const r = arm[2]
  return (ax, py, pz) => {
    const x = ax - wrist
    const y = py - shoulder.y
    const z = pz - middle
    let d = ellipsoid(x - 0.1, y, z, 0.16, r * 0.72, r * 1.1)
    for (const lean of [-0.42, 0, 0.42])
      d = smoothMin(d, capsule(x, y, z, 0.16, 0, lean * 0.2, 0.36, -0.015, lean * 0.46, 0.055, 0.052), 0.03)
    return smoothMin(d, capsule(x, y, z, 0.04, 0, 0.1, 0.13, -0.01, 0.23, 0.055, 0.048), 0.03)
  }
}

/** Where the wing of a bird reaches to. */
export const wing: Extremity = ({ wrist, shoulder, elbow, arm, z: middle }) => {
  const tip = wrist + 0.5
  return (ax, py, pz) => {
    const y = py - shoulder.y
    const z = pz - middle
    const long = tip - shoulder.x
    const half = long * 0.62
    let d = ellipsoid(ax - shoulder.x - half * 0.95, y + 0.12, z, half, 0.34, arm[1] * 0.62)
    for (const [at, low] of [
      [elbow, -0.42],
      [wrist, -0.36],
      [wrist + 0.3, -0.22],
    ] as const)
      d = smoothMin(d, capsule(ax, y, z, at - 0.12, -0.1, 0, at + 0.05, low, 0, 0.12, 0.075), 0.06)
    return d
  }
}

/** The foot of a person in nothing but socks, or a shoe when it is `grown`. */
export const foot =
  (grown: number, heel = 0): Extremity =>
  ({ hip, ankle, floor, leg, z: middle }) => {
    const x0 = hip.x + 0.02
    const r = leg[2]
    return (ax, y, z) => {
      const x = ax - x0 - (z - middle) * 0.08
      let d = ellipsoid(x, y - floor - 0.105, z - middle - 0.3, r * 1.02 + grown, 0.12 + grown, 0.23 + grown)
      d = smoothMin(d, ellipsoid(x, y - floor - 0.13, z - middle, r * 0.98 + grown, 0.17 + grown, 0.2 + grown), 0.14)
      d = smoothMin(d, capsule(x, y, z, 0, floor + 0.12, middle, 0, ankle + 0.04, middle, r + grown, r + grown), 0.08)
      return smoothMax(smoothMax(d, floor + heel - y, 0.03), y - ankle - 0.06, 0.03)
    }
  }

/** The sole under a shoe. */
export const sole =
  (grown: number, thick: number): Extremity =>
  ({ hip, floor, leg, z: middle }) => {
    const x0 = hip.x + 0.02
    const r = leg[2]
    return (ax, y, z) => {
      const x = ax - x0 - (z - middle) * 0.08
      const front = ellipsoid(x, 0, z - middle - 0.3, r * 1.04 + grown, 0.5, 0.245 + grown)
      const back = ellipsoid(x, 0, z - middle, r + grown, 0.5, 0.215 + grown)
      return smoothMax(smoothMin(front, back, 0.16), Math.abs(y - floor - thick / 2) - thick / 2, 0.02)
    }
  }

/** A large soft paw with three toes. */
export const hindPaw: Extremity = ({ hip, ankle, floor, leg, z: middle }) => {
  const x0 = hip.x + 0.03
  const r = leg[2]
  return (ax, y, z) => {
    const x = ax - x0
    const low = y - floor
    let d = ellipsoid(x, low - 0.12, z - middle - 0.14, r * 1.4, 0.16, 0.32)
    for (const at of [-0.11, 0, 0.11]) d = smoothMin(d, length3(x - at, low - 0.09, z - middle - 0.4 + at * at * 3) - 0.085, 0.03)
    d = smoothMin(d, capsule(x, y, z, 0, floor + 0.16, middle, 0, ankle + 0.15, middle, r * 1.1, r), 0.1)
    return smoothMax(d, -low, 0.03)
  }
}

/** Three webbed or clawed toes. */
export const birdFoot: Extremity = ({ hip, floor, z: middle }) => {
  const x0 = hip.x + 0.02
  return (ax, y, z) => {
    const x = ax - x0
    const low = y - floor
    let d = capsule(x, low, z, 0, 0.05, middle, 0, 0.5, middle, 0.075, 0.075)
    for (const lean of [-0.5, 0, 0.5])
      d = smoothMin(d, capsule(x, low, z, 0, 0.06, middle, lean * 0.42, 0.05, middle + 0.42 - lean * lean * 0.2, 0.08, 0.055), 0.1)
    d = smoothMin(d, capsule(x, low, z, 0, 0.06, middle, 0, 0.05, middle - 0.16, 0.06, 0.035), 0.06)
    return smoothMax(d, -low, 0.02)
  }
}

/** A hoof at the end of a limb: of an arm (`along` x) or of a leg. */
export const foreHoof: Extremity = ({ wrist, shoulder, arm, z: middle }) => {
  const r = arm[2]
  return (ax, y, z) => {
    const x = ax - wrist
    const taper = r * 1.02 + max(0, min(x, 0.3)) * 0.22
    const ring = Math.sqrt((y - shoulder.y) * (y - shoulder.y) + (z - middle) * (z - middle)) - taper
    const cleft = max(0, 0.03 - Math.abs(z - middle)) * (x > 0.1 ? 0.9 : 0)
    return smoothMax(ring * 0.95, Math.abs(x - 0.12) - 0.15, 0.06) + cleft
  }
}

export const hindHoof: Extremity = ({ hip, floor, leg, z: middle }) => {
  const x0 = hip.x + 0.02
  const r = leg[2]
  return (ax, y, z) => {
    const low = y - floor
    const x = ax - x0
    const taper = r * 1.28 - min(low, 0.3) * 0.5
    const zz = z - middle - 0.04
    const cleft = max(0, 0.03 - Math.abs(x)) * (zz > 0.05 ? 0.9 : 0)
    return smoothMax((Math.sqrt(x * x + zz * zz * 0.86) - taper) * 0.88, Math.abs(low - 0.14) - 0.14, 0.04) + cleft
  }
}
