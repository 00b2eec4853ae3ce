import { mix, sin } from '../math/dmath.ts'
import { isHuman, type Traits } from './traits.ts'

const { abs } = Math

/** How a sitter is seen and holds the head. Angles in radians; the head stays where it is, the camera and the body turn about it. */
export type Pose = {
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  /** Half the height of the frame for a bare person, model units. */
  readonly half: number
  /** How high the frame reaches over the eyes of a bare person. */
  readonly over: number
  /** How far beside the middle of the frame the head stands, as a share of its half height. */
  readonly aside: number
  /** The body against the head: round its axis, to a side, forward. */
  readonly turn: number
  readonly lean: number
  readonly bow: number
  /** Where the eyes look, in radii of an eyeball from straight ahead. */
  readonly gaze: readonly [x: number, y: number]
}

/** Half heights of a frame that shows a face, a head, and a bust with arms. */
const FRAMES = { close: [0.94, 1.06], head: [1.1, 1.28], bust: [1.42, 1.72] } as const

/** Clothes that may stay below the frame. */
const PLAIN: ReadonlySet<Traits['clothes']> = new Set(['none', 't-shirt', 'stripes', 'sweater', 'hoodie', 'scarf'])

/** Whether a frame that shows little more than the face leaves out nothing that makes the sitter. */
const isAllFace = ({ clothes, hair, beard, features }: Traits): boolean =>
  PLAIN.has(clothes) && hair !== 'braids' && beard !== 'long' && !features.has('necklace')

/** In a chair or with an arm raised, which the frame is made for. */
export const isSeatedOrWaving = ({ features }: Traits): boolean =>
  features.has('waving') || features.has('prosthetic-arm') || features.has('wheelchair')

/** The pose that seed and sitter ask for. */
export function poseOf(traits: Traits): Pose {
  const human = isHuman(traits.being)
  const own = traits.random('view')
  const side = own.chance(0.5) ? 1 : -1
  // a muzzle is seen well from farther round than a face
  const yaw = own.range(0.04, human ? 0.52 : 0.62) * side
  const pitch = own.range(-0.13, 0.19)
  const roll = own.range(-0.09, 0.09)
  const framed = traits.random('framing')
  const free = human && !isSeatedOrWaving(traits)
  const [least, most] = FRAMES[free ? framed.pick([isAllFace(traits) ? 'close' : 'bust', 'head', 'head', 'bust', 'bust'] as const) : 'head']
  const half = framed.range(least, most)
  const held = traits.random('posture')
  // the shoulders lie farther round than the face, or square to the eye
  const turn = free ? -side * held.range(-0.15, 0.5) * (1 - 0.35 * abs(yaw)) : 0
  const looks = traits.random('look')
  const away = looks.chance(0.25)
  return {
    yaw,
    pitch,
    roll,
    half,
    over: mix(1.01, 1.14, (half - 0.94) / 0.78),
    aside: framed.range(-0.07, 0.07),
    turn,
    lean: free ? held.range(-0.13, 0.13) : 0,
    bow: free ? held.range(-0.06, 0.08) : 0,
    gaze: away ? [looks.range(-0.3, 0.3), looks.range(-0.1, 0.14)] : [0.62 * sin(yaw) + looks.range(-0.04, 0.04), 0.4 * sin(pitch)],
  }
}
