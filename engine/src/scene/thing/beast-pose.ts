import { atan2, cos, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import type { Vec3 } from '../vector.ts'
import type { Beast } from './beast-build.ts'

/** How an animal on four legs holds itself. */
export type Stance = 'stand' | 'alert' | 'walk' | 'trot' | 'graze' | 'sit' | 'lie'

/** A leg from where it leaves the trunk to the foot: shoulder, elbow, knee, fetlock, or hip, stifle, hock, fetlock. */
export type Leg = { readonly hind: boolean; readonly joints: readonly [Vec3, Vec3, Vec3, Vec3]; readonly foot: Vec3 }

/** A knot of the trunk: height and place along the animal, and how thick it is there. */
type Along = readonly [y: number, z: number, radius: number]

/** Where the parts of an animal are, metres; it looks along +z. */
export type BeastPose = {
  readonly stance: Stance
  readonly trunk: readonly Along[]
  readonly legs: readonly Leg[]
  /** Where the neck leaves the shoulders, and the middle of the head. */
  readonly neck: Vec3
  readonly head: Vec3
  /** How far the head looks down and to its left, radians. */
  readonly pitch: number
  readonly turn: number
  /** Where the tail starts, and whether it lies on the ground. */
  readonly tail: readonly [y: number, z: number]
  readonly resting: boolean
}

/** Feet ahead of or behind where they hang, in strides: fore left and right, hind left and right; above zero they are lifted. */
const GAITS = {
  walk: { step: [0.95, -0.8, -0.9, 0.6], lift: [0.35, 0, 0, 0.15] },
  trot: { step: [1.2, -0.9, -1.1, 1], lift: [0.9, 0, 0.1, 0.6] },
  stand: { step: [0.12, -0.2, -0.3, 0.12], lift: [0, 0, 0, 0] },
} as const

/** How far a head turns to the eye, as shares of the way. */
const LOOKS = [0.75, 0.6, 0.35, 0] as const
const MOST_TURN = 1.1

/** Chooses how an animal holds itself; `eye` is where the viewer is from it, radians to its left. */
export function poseOf(b: Beast, random: Prng, eye: number): BeastPose {
  const stance = random.pick(b.poses)
  const stride = b.back * random.range(0.13, 0.19)
  const look = random.pick(LOOKS)
  const sway = random.range(-0.12, 0.12)
  const mirror = random.chance(0.5)
  const half = b.long / 2
  const trunk = trunkOf(b, stance)
  const shoulder = trunk[4]!
  const hip = trunk[1]!
  const legs = [1, -1].flatMap((side, at) => {
    const fore = mirror ? 1 - at : at
    return stance === 'sit' || stance === 'lie'
      ? [foldedFore(b, stance, side, shoulder), foldedHind(b, side, hip)]
      : [standingLeg(b, stance, side, fore, shoulder, stride), standingLeg(b, stance, side, 2 + fore, hip, stride)]
  })
  const base: Vec3 = [0, shoulder[0] + b.chest * 0.3, shoulder[1]]
  // the neck as it is carried, then raised or lowered about its base
  const [up, on] = [b.rise + b.chest * 0.6, half * 0.2 + b.reach]
  const long = Math.sqrt(up * up + on * on)
  const carried = atan2(up, on)
  const raised = { stand: 0, alert: 0.2, walk: -0.08, trot: 0.04, graze: 0, sit: 0.34, lie: 0.2 }[stance] * (b.rise > 1 ? 0.3 : 1)
  const lowest = b.grazes ? Math.max(-0.96, (b.head * 0.95 + b.nod * 0.4 + b.muzzle * 0.45 - base[1]) / (long * 1.08)) : -0.2
  const angle = stance === 'graze' ? atan2(lowest, Math.sqrt(1 - lowest * lowest)) : carried + raised
  const stretch = stance === 'graze' ? 1.08 : 1
  const turn = Math.max(-MOST_TURN, Math.min(MOST_TURN, eye * look * (stance === 'graze' ? 0.3 : 1))) + sway
  const out = cos(angle) * long * stretch
  const pitch = stance === 'graze' ? (b.grazes ? 0.62 : 0.3) : stance === 'alert' ? -0.04 : 0.04
  // the muzzle touches the ground and stays above it
  const mouth = (b.head * 0.22 + b.nod) * cos(pitch) + (b.head * 0.42 + b.muzzle) * sin(pitch) + b.head * 0.42
  const head: Vec3 = [
    sin(turn * 0.5) * out * 0.55,
    Math.max(mouth, base[1] + sin(angle) * long * stretch),
    base[2] + out * (1 - turn * turn * 0.13),
  ]
  const rump = trunk[0]!
  return {
    stance,
    trunk,
    legs,
    neck: base,
    head,
    pitch,
    turn,
    tail: [rump[0] + rump[2] * 0.45, rump[1] - rump[2] * 0.75],
    resting: stance === 'sit' || stance === 'lie',
  }
}

/** Rump, croup, loin, ribs, shoulders, breast. */
function trunkOf(b: Beast, stance: Stance): Along[] {
  const half = b.long / 2
  const top = b.back
  const loin = b.belly * b.tuck
  if (stance === 'sit') {
    const high = top * 0.97
    return [
      [b.belly * 0.6, -half * 0.6, b.belly * 0.6],
      [b.belly * 0.92, -half * 0.42, b.belly * 0.92],
      [high * 0.42, -half * 0.2, loin * 0.98],
      [high - b.chest * 1.45, half * 0.12, b.chest * 0.98],
      [high - b.chest * 0.92, half * 0.38, b.chest * 0.84],
      [high - b.chest * 1.1, half * 0.5, b.chest * 0.58],
    ]
  }
  const low = stance === 'lie' ? top - Math.max(b.chest, b.belly) * 1.96 : 0
  return [
    [top - b.belly * 0.74 - low, -half - b.belly * 0.16, b.belly * 0.52],
    [top - b.belly * 0.86 - low, -half * 0.72, b.belly * 0.86],
    [top - loin * 0.97 - low, -half * 0.12, loin * 0.95],
    [top - b.chest * 0.99 - low, half * 0.36, b.chest],
    [top - b.chest * 0.86 - low, half * 0.8, b.chest * 0.88],
    [top - b.chest * 1.02 - low, half * 0.8 + b.chest * 0.42, b.chest * 0.6],
  ]
}

function standingLeg(b: Beast, stance: Stance, side: number, at: number, [y, z]: Along, stride: number): Leg {
  const hind = at > 1
  const gait = GAITS[stance === 'walk' || stance === 'trot' ? stance : 'stand']
  const step = gait.step[at]! * stride
  const up = gait.lift[at]! * b.back * 0.12
  const wide = side * b.chest * 0.5
  if (!hind) {
    const elbow = b.back - b.chest * 1.6
    const foot: Vec3 = [wide * 0.95, up, z - b.chest * 0.2 + step]
    return {
      hind,
      joints: [
        [wide * 0.72, y + b.chest * 0.1, z + b.chest * 0.05],
        [wide * 0.98, elbow, z - b.chest * 0.3 + step * 0.12],
        [wide, elbow * 0.53 + up * 0.8, z - b.chest * 0.22 + step * 0.62 + up * 0.9],
        [wide * 0.96, elbow * 0.15 + up, foot[2] - b.back * 0.012 - up * 0.7],
      ],
      foot,
    }
  }
  const stifle = b.back - b.belly * 1.62
  const hock = b.back * { hoof: 0.34, paw: 0.26, sole: 0.15, pillar: 0.2 }[b.feet]
  const foot: Vec3 = [wide * 0.95, up, z - b.back * 0.05 + step]
  const back = { hoof: 0.075, paw: 0.085, sole: 0.04, pillar: 0 }[b.feet]
  return {
    hind,
    joints: [
      [wide * 0.66, y + b.belly * 0.05, z],
      [wide * 1.02, stifle, z + b.back * (b.feet === 'pillar' ? 0.03 : 0.1) + step * 0.3],
      [wide * 1, hock + up * 0.9, foot[2] - b.back * back - Math.max(0, up)],
      [wide * 0.97, b.back * 0.075 + up, foot[2] - b.back * 0.02 - up * 0.5],
    ],
    foot,
  }
}

/** A foreleg of someone that sits, straight, or lies: paws forward, hooves folded under. */
function foldedFore(b: Beast, stance: Stance, side: number, [y, z]: Along): Leg {
  const wide = side * b.chest * 0.5
  if (stance === 'sit') {
    const on = z + b.chest * 0.25
    const high = y - b.chest * 0.6
    return {
      hind: false,
      joints: [
        [wide * 0.75, y, z],
        [wide * 0.95, high, z - b.chest * 0.05],
        [wide * 0.92, high * 0.52, on - b.chest * 0.02],
        [wide * 0.88, high * 0.15, on],
      ],
      foot: [wide * 0.88, 0, on],
    }
  }
  const elbow: Vec3 = [wide * 1.12, b.shank * 1.9, z - b.chest * 0.35]
  if (b.feet === 'hoof')
    return {
      hind: false,
      joints: [
        [wide * 0.78, y - b.chest * 0.2, z],
        elbow,
        [wide * 1.1, b.shank * 1.35, z + b.back * 0.2],
        [wide * 0.78, b.shank, z + b.back * 0.02],
      ],
      foot: [wide * 0.7, b.shank * 0.2, z - b.back * 0.08],
    }
  return {
    hind: false,
    joints: [
      [wide * 0.78, y - b.chest * 0.2, z],
      elbow,
      [wide * 1.12, b.shank * 1.4, z + b.back * 0.14],
      [wide * 1.1, b.shank, z + b.back * 0.36],
    ],
    foot: [wide * 1.1, 0, z + b.back * 0.4],
  }
}

/** A hind leg folded beside the body, its foot forward. */
function foldedHind(b: Beast, side: number, [y, z]: Along): Leg {
  const wide = side * b.belly * 0.52
  return {
    hind: true,
    joints: [
      [wide * 0.8, y, z],
      [wide * 1.42, b.belly * 0.82, z + b.back * 0.26],
      [wide * 1.42, b.shank * 1.4, z - b.back * 0.04],
      [wide * 1.46, b.shank, z + b.back * 0.16],
    ],
    foot: [wide * 1.46, 0, z + b.back * 0.2],
  }
}
