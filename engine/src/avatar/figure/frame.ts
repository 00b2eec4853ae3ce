import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'
import type { Fitting } from '../bust.ts'
import { isHuman, type Traits } from '../traits.ts'

/** What stands in for hands and feet. */
export type Limbs = 'hands' | 'paws' | 'hooves' | 'wings' | 'claws' | 'grips' | 'tentacles' | 'sheet'

/**
 * Proportions of a whole body in the bust's units: eyes at 0, y up, the left side at x > 0. Arms are held out along x, legs straight
 * down.
 */
export type Frame = {
  readonly limbs: Limbs
  /** Half width of the chest, the belly and the hips; half depth of the belly. */
  readonly chest: number
  readonly belly: number
  readonly hips: number
  readonly depth: number
  /** How much higher the trunk sits under the head than a person's. */
  readonly lift: number
  /** Middle of the trunk, from the front to the back. */
  readonly z: number
  readonly waist: number
  readonly shoulder: { readonly x: number; readonly y: number }
  readonly elbow: number
  readonly wrist: number
  /** Radii at shoulder, elbow and wrist. */
  readonly arm: readonly [number, number, number]
  readonly hip: { readonly x: number; readonly y: number }
  readonly knee: number
  readonly ankle: number
  readonly floor: number
  /** Radii at hip, knee and ankle. */
  readonly leg: readonly [number, number, number]
  /** Metres of one unit. */
  readonly metres: number
}

/** Height of the crown over the floor, in metres; 1.35 where nothing is said. */
const TALL: Partial<Record<AvatarBeing, number>> = {
  elf: 1.72,
  orc: 1.85,
  robot: 1.5,
  ghost: 1.35,
  dragon: 1.6,
  unicorn: 1.6,
  horse: 1.6,
  lion: 1.55,
  tiger: 1.5,
  bear: 1.6,
  'polar-bear': 1.65,
  elephant: 1.65,
  cow: 1.5,
  wolf: 1.5,
  mouse: 0.95,
  hedgehog: 0.95,
  chick: 0.9,
  rabbit: 1.15,
  koala: 1.1,
  duck: 1.1,
  frog: 1.1,
  octopus: 1.2,
}

/** Thickness of a trunk over a slim person's, 0..1. */
const STOUT: Partial<Record<AvatarBeing, number>> = {
  bear: 0.95,
  'polar-bear': 1,
  panda: 1,
  koala: 0.85,
  pig: 0.95,
  cow: 0.8,
  elephant: 1,
  hedgehog: 0.8,
  penguin: 0.95,
  chick: 0.9,
  owl: 0.85,
  duck: 0.7,
  turtle: 0.7,
  frog: 0.65,
  sheep: 0.8,
  cat: 0.3,
  fox: 0.3,
  deer: 0.25,
  horse: 0.35,
  unicorn: 0.3,
  goat: 0.3,
  monkey: 0.3,
  alien: 0,
}

const HOOVED: ReadonlySet<AvatarBeing> = new Set(['unicorn', 'pig', 'cow', 'sheep', 'goat', 'deer', 'horse'])
const WINGED: ReadonlySet<AvatarBeing> = new Set(['owl', 'penguin', 'chick', 'duck', 'eagle', 'parrot'])
const CLAWED: ReadonlySet<AvatarBeing> = new Set(['dragon', 'frog', 'turtle'])

/** Beings whose limbs are bent and gripped like ours. */
export function limbsOf(being: AvatarBeing): Limbs {
  if (isHuman(being) || being === 'alien' || being === 'monkey') return 'hands'
  if (being === 'robot') return 'grips'
  if (being === 'octopus') return 'tentacles'
  if (being === 'ghost') return 'sheet'
  if (HOOVED.has(being)) return 'hooves'
  if (WINGED.has(being)) return 'wings'
  return CLAWED.has(being) ? 'claws' : 'paws'
}

/** How much higher an animal's trunk sits that wears something: its collar just clears the chin. */
const DRESSED_LIFT = 0.2

/** The crown of a bare head. */
const CROWN = 0.79

/** The same body with its trunk at the height of a person's, for which clothes are cut. */
export function unlifted(frame: Frame): Frame {
  const { lift, shoulder, hip } = frame
  return {
    ...frame,
    lift: 0,
    waist: frame.waist - lift,
    shoulder: { ...shoulder, y: shoulder.y - lift },
    hip: { ...hip, y: hip.y - lift },
    knee: frame.knee - lift,
    ankle: frame.ankle - lift,
    floor: frame.floor - lift,
  }
}

/** How a sitter is built from the shoulders down. */
export function frameOf(traits: Traits, fit: Fitting): Frame {
  const { being, age, feminine, head } = traits
  const human = isHuman(being)
  const limbs = limbsOf(being)
  const own = traits.random('build')
  const child = human && age === 'child' ? 1 : 0
  const old = human && age === 'old' ? 1 : 0
  const heavy = { heavy: 0.75, round: 0.3, square: 0.1, oval: 0, heart: 0, long: -0.1 }[head]
  const stout = human ? Math.max(0, heavy + own.range(-0.08, 0.14) + old * 0.12 + child * 0.1) : (STOUT[being] ?? 0.5)
  const beast = !human && being !== 'alien' && being !== 'robot'
  const chest = fit.shoulders
  const shoulderX = chest * 0.78 - (beast ? 0.04 : 0)
  const lift = beast && limbs !== 'sheet' && limbs !== 'tentacles' ? (traits.clothes === 'none' ? 0.24 : DRESSED_LIFT) : 0
  const hipY = lift + (child ? -2.14 : beast ? -2.28 : -2.36)
  const legs = child ? 1.08 : beast ? (limbs === 'wings' ? 0.72 : 1.08) : 1.66 - old * 0.08 + (being === 'elf' ? 0.1 : 0) - heavy * 0.12
  const floor = hipY - legs
  const reach = child ? 0.84 : beast ? (limbs === 'wings' ? 1.0 : 0.9) : 1
  const bulk = 1 + stout * 0.22 - feminine * (human ? 0.14 : 0) - child * 0.14 + (being === 'orc' ? 0.3 : 0) - (being === 'alien' ? 0.3 : 0)
  const thick = beast ? 1.06 : 1
  const tall = TALL[being] ?? (human || being === 'alien' ? (child ? 1.15 : 1.66 - feminine * 0.05 - old * 0.03) : 1.35)
  const elbow = shoulderX + 0.6 * reach
  return {
    limbs,
    chest,
    belly: (0.53 - feminine * (human ? 0.07 : 0) + stout * 0.26 - child * 0.06) * (chest / 0.85 + 1) * 0.5,
    hips: 0.5 + feminine * (human ? 0.035 : 0) + stout * 0.2 - child * 0.09,
    depth: 0.35 + stout * 0.17 - child * 0.02,
    lift,
    z: -0.1,
    waist: lift - 2,
    shoulder: { x: shoulderX, y: lift - 1.27 },
    elbow,
    wrist: elbow + 0.52 * reach,
    arm: [0.205 * bulk * thick, 0.158 * bulk * thick, 0.118 * bulk * thick],
    hip: { x: 0.255 + stout * 0.09 - child * 0.03, y: hipY },
    knee: hipY - (legs - 0.2) * 0.5,
    ankle: floor + 0.2,
    floor,
    leg: [0.245 * bulk * thick, 0.185 * bulk * thick, 0.145 * bulk * thick],
    metres: tall / (CROWN - floor),
  }
}
