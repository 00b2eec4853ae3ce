import { smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { box, capsule, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { torso } from '../wear/torso.ts'
import type { Frame } from './frame.ts'

const { abs, max, min } = Math

/** How a garment of the upper body is cut. */
export type Cut = {
  readonly sleeve: 'none' | 'short' | 'long' | 'wide'
  /** Where its hem is. */
  readonly hem: number
  /** Half width of a skirt at the hem; 0 for a garment that ends on the hips. */
  readonly skirt: number
}

/** Chest, belly and hips. */
export function trunk({ chest, belly, hips, depth, z: middle, hip }: Frame, grown: number): Field {
  const above = torso(chest, grown)
  return (x, y, z) => {
    let d = above(x, y, z)
    d = smoothMin(d, ellipsoid(x, y + 1.86, z - middle - 0.02, belly + grown, 0.56 + grown, depth + grown), 0.22)
    return smoothMin(d, ellipsoid(x, y - hip.y - 0.08, z - middle, hips + grown, 0.32 + grown, depth * 0.96 + grown), 0.24)
  }
}

/** One arm from the shoulder to `end`, at x > 0. */
export function armField({ shoulder, elbow, wrist, arm, z: middle }: Frame, grown: number): Field {
  const [a, b, c] = arm
  return (ax, y, z) =>
    min(
      capsule(ax, y, z, shoulder.x, shoulder.y, middle, elbow, shoulder.y, middle, a + grown, b + grown),
      capsule(ax, y, z, elbow, shoulder.y, middle, wrist, shoulder.y, middle, b + grown, c + grown),
    )
}

/** One leg from the hip to the ankle, at x > 0. */
export function legField({ hip, knee, ankle, leg, z: middle }: Frame, grown: number): Field {
  const [a, b, c] = leg
  return (ax, y, z) =>
    min(
      capsule(ax, y, z, hip.x, hip.y, middle, hip.x + 0.01, knee, middle, a + grown, b + grown),
      capsule(ax, y, z, hip.x + 0.01, knee, middle, hip.x + 0.02, ankle, middle, b + grown, c + grown),
    )
}

/** A sleeve that hangs open from the elbow on. */
function wideSleeve({ shoulder, elbow, wrist, arm, z: middle }: Frame, grown: number): Field {
  const end = wrist + 0.02
  return (ax, y, z) => {
    const t = smooth(shoulder.x, end, ax)
    const drop = 0.08 + 0.42 * t
    const upper = capsule(ax, y, z, shoulder.x, shoulder.y, middle, elbow, shoulder.y, middle, arm[0] + grown, arm[1] + 0.06)
    const bag = box(ax - (elbow + end) / 2 + 0.1, y - shoulder.y + drop * 0.45, z - middle, (end - elbow) / 2 + 0.22, drop * 0.62 + 0.1, 0.2, 0.16)
    return smoothMax(smoothMin(upper, bag * 0.9, 0.16), ax - end, 0.02)
  }
}

/**
 * A garment of some cut as a function of its thickness, for tailors that know a bust's torso only. Grown by nothing it is the skin
 * itself: the trunk and bare arms. `bareLeft` shows the left forearm whatever the sleeve.
 */
export function garment(frame: Frame, cut: Cut, bareLeft: boolean): (grown: number) => Field {
  return (grown) => {
    const body = trunk(frame, grown)
    const bare = grown === 0
    const sleeve = bare ? 'long' : cut.sleeve
    const { shoulder, elbow, wrist } = frame
    const arm = sleeve === 'wide' ? wideSleeve(frame, grown) : armField(frame, grown)
    const end = sleeve === 'short' ? shoulder.x + (elbow - shoulder.x) * 0.78 : sleeve === 'none' ? shoulder.x + 0.1 : wrist + 0.01
    const left = bareLeft && !bare ? Math.min(end, elbow - 0.02) : bareLeft ? elbow - 0.1 : end
    const hem = bare ? frame.hip.y - 0.1 : cut.hem
    const skirt = bare ? 0 : cut.skirt
    return (x, y, z) => {
      const ax = abs(x)
      let d = body(x, y, z)
      if (ax > 0.2 && y > -2.4) d = smoothMin(d, smoothMax(arm(ax, y, z), ax - (x > 0 ? left : end), 0.03), 0.16)
      if (skirt > 0) d = smoothMin(d, skirtField(frame, x, y, z, hem, skirt + grown), 0.2)
      return smoothMax(d, hem - y, 0.03)
    }
  }
}

/** A cone from the waist to past the hem. */
function skirtField({ belly, z: middle, waist, depth }: Frame, x: number, y: number, z: number, hem: number, wide: number): number {
  const t = (waist - y) / (waist - hem)
  const radius = belly * 0.86 + (wide - belly * 0.86) * max(-0.2, min(t, 1.1)) + 0.02
  const flat = 0.74 + 0.12 * smooth(0, 1, t)
  const slope = 0.85
  return max((length2(x, (z - middle) / flat) - radius) * flat * slope, y - waist - 0.1)
}

/** A skirt of its own, from the waist to the ankles. */
export function skirtOf(frame: Frame, wide: number): Field {
  const { hip, hips, depth, z: middle, waist, floor } = frame
  const hem = floor + 0.2
  return (x, y, z) => {
    const d = ellipsoid(x, y - hip.y - 0.08, z - middle, hips + 0.05, 0.36, depth + 0.04)
    const skirt = smoothMin(d, skirtField(frame, x, y, z, hem, wide), 0.2)
    return smoothMax(smoothMax(skirt, hem - y, 0.03), y - waist - 0.06, 0.03)
  }
}

/** The sphere round a whole figure below the head. */
export function wholeBound({ wrist, floor }: Frame): Bound {
  const middle = (floor - 0.8) / 2
  const tall = -0.7 - floor
  const wide = wrist + 0.75
  return [0, middle, 0, Math.sqrt(wide * wide + (tall * tall) / 4) * 0.98]
}
