import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Frame } from './frame.ts'

const { sqrt } = Math

/** Turns about x, then y, then z, in radians. */
export type Turn = readonly [x: number, y: number, z: number]

/** How a body is held at one moment; a bone that is left out is as at rest. */
export type Pose = { readonly turns: Readonly<Record<string, Turn>>; readonly hips: readonly [number, number, number] }

/** A motion that ends as it begins: its seconds, and the pose at a share of them. */
export type Motion = { readonly name: string; readonly seconds: number; readonly at: (t: number) => Pose }

/** Poses a motion is written with. */
export const KEYS = 25

export function quaternion([x, y, z]: Turn): [number, number, number, number] {
  const [cx, sx, cy, sy, cz, sz] = [cos(x / 2), sin(x / 2), cos(y / 2), sin(y / 2), cos(z / 2), sin(z / 2)]
  const q: [number, number, number, number] = [
    sx * cy * cz - cx * sy * sz,
    cx * sy * cz + sx * cy * sz,
    cx * cy * sz - sx * sy * cz,
    cx * cy * cz + sx * sy * sz,
  ]
  const length = sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
  return [q[0] / length, q[1] / length, q[2] / length, q[3] / length]
}

const SIDES = [
  ['left', 1],
  ['right', -1],
] as const

/** Arms that hang by `down` radians under the T, elbows a little bent, fingers curled. */
function hanging(down: number, bend: number, fingers: boolean): Record<string, Turn> {
  const turns: Record<string, Turn> = {}
  for (const [side, s] of SIDES) {
    turns[`${side}Shoulder`] = [0, 0, -s * 0.06]
    turns[`${side}UpperArm`] = [0.06, -s * 0.12, -s * down]
    turns[`${side}LowerArm`] = [0, -s * bend, 0]
    turns[`${side}Hand`] = [0, 0, -s * 0.08]
    if (!fingers) continue
    for (const [i, finger] of ['Index', 'Middle', 'Ring', 'Little'].entries())
      for (const joint of ['Proximal', 'Intermediate', 'Distal']) turns[`${side}${finger}${joint}`] = [0, 0, -s * (0.18 + i * 0.05)]
    turns[`${side}ThumbProximal`] = [0, s * 0.15, -s * 0.1]
  }
  return turns
}

/** Legs of one who sits. */
function seated(): Record<string, Turn> {
  const turns: Record<string, Turn> = {}
  for (const [side, s] of SIDES) {
    turns[`${side}UpperLeg`] = [-1.48, s * 0.08, 0]
    turns[`${side}LowerLeg`] = [1.42, 0, 0]
    turns[`${side}Foot`] = [0.06, 0, 0]
  }
  return turns
}

/** What one keeps to who sits in a wheelchair: where the hips are, from where they stand. */
export type Seat = readonly [number, number, number] | null

const ZERO: readonly [number, number, number] = [0, 0, 0]

/** Breathing, and weight that shifts from one leg to the other. */
function breathe(frame: Frame, seat: Seat): Motion {
  const down = downOf(frame)
  const fingers = frame.limbs === 'hands' || frame.limbs === 'grips'
  return {
    name: 'idle',
    seconds: 6,
    at(t) {
      const breath = sin(TAU * 2 * t)
      const sway = sin(TAU * t)
      const arms = hanging(down - breath * 0.015, seat ? 0.62 : 0.22, fingers)
      const turns: Record<string, Turn> = {
        ...arms,
        ...(seat ? seated() : {}),
        spine: [0.012 * breath, 0, sway * 0.02],
        chest: [-0.022 * breath, 0, sway * 0.018],
        upperChest: [-0.016 * breath, sway * 0.02, 0],
        neck: [0.01 * breath, 0, -sway * 0.03],
        head: [0.012 * sin(TAU * 2 * t + 0.6), sway * 0.06, -sway * 0.02],
      }
      if (seat) return { turns, hips: seat }
      for (const [side, s] of SIDES) {
        turns[`${side}UpperLeg`] = [0, 0, -sway * 0.022 + s * 0.03]
        turns[`${side}Foot`] = [0, 0, sway * 0.022 - s * 0.03]
      }
      turns.hips = [0, 0, -sway * 0.012]
      return { turns, hips: [sway * 0.045, -0.008 - 0.006 * breath, 0] }
    },
  }
}

/** A bump that rises from `a`, stays and falls until `b`. */
function span(t: number, a: number, b: number, soft = 0.08): number {
  const up = (t - a) / soft
  const down = (b - t) / soft
  const ease = (v: number) => (v <= 0 ? 0 : v >= 1 ? 1 : v * v * (3 - 2 * v))
  return ease(up) * ease(down)
}

/** Looks to both sides and waves with the left hand, then rests. */
function greet(frame: Frame, seat: Seat): Motion {
  const rest = breathe(frame, seat)
  return {
    name: 'greet',
    seconds: 6,
    at(t) {
      const pose = rest.at(t)
      const look = span(t, 0.02, 0.2) * 0.5 - span(t, 0.2, 0.38) * 0.5
      const wave = span(t, 0.42, 0.92, 0.1)
      const swing = sin(TAU * 7 * t) * 0.26 * wave
      const blend = (from: Turn, to: Turn): Turn => [
        from[0] + (to[0] - from[0]) * wave,
        from[1] + (to[1] - from[1]) * wave,
        from[2] + (to[2] - from[2]) * wave,
      ]
      const of = (bone: string) => pose.turns[bone] ?? ZERO
      const winged = frame.limbs === 'wings'
      const turns: Record<string, Turn> = {
        ...pose.turns,
        neck: [0, look * 0.4, 0],
        head: [-0.03 * wave, look * 0.8 - 0.12 * wave, 0.1 * wave],
        chest: [0, look * 0.15, 0.03 * wave],
        leftUpperArm: blend(of('leftUpperArm'), winged ? [0, 0, 0.25 + swing] : [0, 0, -0.3]),
        leftLowerArm: blend(of('leftLowerArm'), winged ? ZERO : [-1.35, 0, 1.35 + swing]),
        leftHand: blend(of('leftHand'), winged ? ZERO : [0, 0, swing * 0.5]),
      }
      for (const finger of ['Index', 'Middle', 'Ring', 'Little'])
        for (const joint of ['Proximal', 'Intermediate', 'Distal']) {
          const bone = `left${finger}${joint}`
          if (turns[bone]) turns[bone] = blend(turns[bone], ZERO)
        }
      return { turns, hips: pose.hips }
    },
  }
}

/** How far arms hang: a stout trunk holds them off. */
function downOf({ limbs, belly, chest }: Frame): number {
  const stout = Math.max(0, belly - 0.55)
  const most = limbs === 'wings' ? 1.22 : limbs === 'sheet' ? 0.7 : limbs === 'tentacles' ? 0.85 : 1.24
  return most - stout * 0.75 - (chest > 0.95 ? 0.06 : 0)
}

export const motionsOf = (frame: Frame, seat: Seat): Motion[] => [breathe(frame, seat), greet(frame, seat)]
