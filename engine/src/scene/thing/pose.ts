import type { Prng } from '../../math/prng.ts'
import type { Vec3 } from '../vector.ts'
import type { Outfit } from './outfits.ts'

/** A leg from the hip to the ankle, or an arm from the shoulder to the hand. */
export type Joints = readonly [top: Vec3, middle: Vec3, end: Vec3]

/** Where the joints of someone of 1.75 m are, metres; they look along +z. */
export type Pose = {
  /** Left and right as the eye sees them that stands before them. */
  readonly legs: readonly [Joints, Joints]
  /** The first holds what is held. */
  readonly arms: readonly [Joints, Joints]
  readonly pelvis: Vec3
  readonly chest: Vec3
  /** How far the head is turned, radians. */
  readonly look: number
}

type Stand = 'stride' | 'rest' | 'wide' | 'turn' | 'sit'
type Gesture = 'hang' | 'hip' | 'wave' | 'point' | 'swing'

/** How those stand who always stand so. */
function standOf({ dress, stance }: Outfit, random: Prng): Stand {
  if (stance === 'dance') return 'turn'
  if (stance === 'sit') return 'sit'
  if (stance === 'ready') return random.chance(0.65) ? 'wide' : 'stride'
  if (stance === 'walk') return 'stride'
  if (dress === 'robe' || dress === 'gown') return 'rest'
  return random.pick(['stride', 'rest', 'rest', 'wide'])
}

/** Both legs under a pelvis, the first on the side the weight is on. */
function legsOf(stand: Stand, reach: number, side: 1 | -1, hip: number): readonly [Joints, Joints] {
  const at = (x: number, y: number, z: number): Vec3 => [side * x, y, z]
  switch (stand) {
    case 'stride':
      return [
        [at(0.095, hip, 0), at(0.1, 0.5, 0.13 + reach * 0.35), at(0.09, 0.1, 0.12 + reach)],
        [at(-0.095, hip, 0), at(-0.1, 0.5, 0.02 - reach * 0.3), at(-0.09, 0.17, -0.2 - reach)],
      ]
    case 'rest':
      return [
        [at(0.13, hip + 0.015, 0), at(0.125, 0.5, 0.01), at(0.085, 0.1, -0.03)],
        [at(-0.075, hip - 0.02, 0.01), at(-0.15, 0.49, 0.13), at(-0.2, 0.1, 0.08 + reach * 0.4)],
      ]
    case 'wide':
      return [
        [at(0.11, hip, 0), at(0.2, 0.5, 0.1 + reach * 0.3), at(0.27, 0.1, 0.06 + reach * 0.5)],
        [at(-0.11, hip, 0), at(-0.2, 0.49, 0.03), at(-0.28, 0.1, -0.12 - reach * 0.4)],
      ]
    case 'sit':
      return [
        [at(0.1, hip, 0), at(0.13, 0.52, 0.43), at(0.12, 0.1, 0.4 + reach)],
        [at(-0.1, hip, 0), at(-0.14, 0.52, 0.43), at(-0.12, 0.1, 0.34 - reach)],
      ]
    case 'turn':
      return [
        [at(0.05, hip + 0.02, 0), at(0.035, 0.5, 0.02), at(0.01, 0.12, 0)],
        [at(-0.12, hip, 0), at(-0.34, 0.62, 0.12), at(-0.5, 0.34, -0.14 - reach)],
      ]
  }
}

/** The arm that holds nothing, on the side where x is negative. */
function freeArm(gesture: Gesture, shoulder: Vec3, reach: number): Joints {
  const [x, y, z] = shoulder
  switch (gesture) {
    case 'hip':
      return [shoulder, [x - 0.21, y - 0.25, z - 0.09], [x + 0.02, y - 0.41, z + 0.1]]
    case 'wave':
      return [shoulder, [x - 0.23, y - 0.04, z + 0.05], [x - 0.24, y + 0.27, z + 0.12]]
    case 'point':
      return [shoulder, [x - 0.2, y - 0.12, z + 0.14], [x - 0.4, y - 0.01, z + 0.34]]
    case 'swing':
      return [shoulder, [x - 0.08, y - 0.27, z + 0.02 + reach * 0.3], [x - 0.05, y - 0.46, z + 0.19 + reach]]
    case 'hang':
      return [shoulder, [x - 0.09, y - 0.28, z - 0.05], [x - 0.08, y - 0.55, z + 0.05]]
  }
}

/** The arm that holds something: low before the body, out to the side, or raised. */
function holdingArm(o: Outfit, shoulder: Vec3, random: Prng): Joints {
  const [x, y, z] = shoulder
  const bent: Joints = [shoulder, [x + 0.12, y - 0.25, z - 0.02], [x + 0.17, y - 0.24 + random.range(-0.04, 0.06), z + 0.27]]
  const out: Joints = [shoulder, [x + 0.19, y - 0.2, z + 0.02], [x + 0.33, y - 0.13 + random.range(-0.06, 0.08), z + 0.2]]
  const high: Joints = [shoulder, [x + 0.24, y + 0.02, z + 0.02], [x + 0.26, y + 0.3, z + 0.08]]
  switch (o.holds) {
    case 'sword':
    case 'torch':
    case 'lantern':
    case 'flag':
      return random.pick([out, out, high])
    case 'staff':
    case 'spear':
    case 'fork':
      return random.pick([bent, out])
    default:
      return bent
  }
}

/** How someone stands, walks or gestures: another way under every seed. */
export function poseOf(o: Outfit, random: Prng): Pose {
  const stand = standOf(o, random)
  const side = random.chance(0.5) ? 1 : -1
  const reach = random.range(0.05, 0.14)
  const sink = stand === 'wide' || stand === 'stride' ? 0.035 : 0
  const shift = stand === 'rest' ? side * 0.045 : stand === 'turn' ? side * 0.02 : 0
  /** How far the hips are below where they are when someone stands. */
  const low = stand === 'sit' ? 0.4 : sink
  const pelvis: Vec3 = [shift, 0.94 - low, 0]
  const lean = stand === 'stride' ? 0.035 : stand === 'wide' ? 0.015 : stand === 'sit' ? 0.06 : -0.01
  const chest: Vec3 = [stand === 'rest' ? -shift * 0.3 : shift, 1.32 - low, lean]
  // shoulders tilt against the hips
  const tilt = stand === 'rest' ? -side * 0.022 : 0
  const twist = stand === 'stride' ? side * 0.04 : 0
  const right: Vec3 = [chest[0] + 0.185, chest[1] + 0.095 + tilt, chest[2] - twist]
  const left: Vec3 = [chest[0] - 0.185, chest[1] + 0.095 - tilt, chest[2] + twist]
  const raised: Joints = [right, [right[0] + 0.12, right[1] + 0.24, 0.04], [right[0] - 0.06, right[1] + 0.5, 0.06]]
  const spread: Joints = [left, [left[0] - 0.26, left[1] - 0.02, 0.06], [left[0] - 0.5, left[1] + 0.08, 0.14]]
  /** The same on the other side. */
  const mirrored = (joints: Joints): Joints => {
    const [, elbow, hand] = joints
    const over = (p: Vec3): Vec3 => [right[0] + left[0] - p[0], right[1] + p[1] - left[1], right[2] + p[2] - left[2]]
    return [right, over(elbow), over(hand)]
  }
  const lively: readonly Gesture[] = stand === 'stride' ? ['swing', 'swing', 'wave', 'point'] : ['hang', 'hip', 'hip', 'wave', 'point']
  const gesture = random.pick(o.calm ? lively.filter((one) => one !== 'wave' && one !== 'point') : lively)
  /** Forearms on a table. */
  const rests = ([x, y, z]: Vec3, to: number): Joints => [
    [x, y, z],
    [x + (x < 0 ? -0.06 : 0.06), y - 0.22, z + 0.16],
    [x * 0.5 + to, y - 0.2, z + 0.4 + reach],
  ]
  const arms: readonly [Joints, Joints] =
    stand === 'turn'
      ? [raised, spread]
      : stand === 'sit'
        ? [rests(right, 0.1), rests(left, random.range(-0.06, 0.06))]
        : [
            o.holds === undefined
              ? mirrored(freeArm(gesture === 'wave' || gesture === 'hang' ? 'hip' : 'hang', left, reach))
              : holdingArm(o, right, random),
            freeArm(o.back === 'shield' ? 'swing' : gesture, left, reach),
          ]
  return {
    legs: legsOf(stand, reach, side, pelvis[1] - 0.02),
    arms,
    pelvis,
    chest,
    look: random.range(0.15, 0.5) * (random.chance(0.5) ? 1 : -1),
  }
}
