import type { AvatarHead } from '@daedal/protocol/generation/avatar-plan'
import { mix } from '../../math/dmath.ts'
import type { Traits } from '../traits.ts'

/** Proportions of a head. Lengths in model units; the rest 0..1 and beyond. */
export type Skull = {
  /** Half axes of the cranium. */
  readonly cranium: readonly [number, number, number]
  /** Half width and half height of the lower face. */
  readonly jaw: number
  readonly jawLength: number
  /** How far the corners of the jaw stand out. */
  readonly corner: number
  readonly cheek: number
  /** Height of the cheeks over the usual. */
  readonly cheekLift: number
  readonly chin: number
  /** Narrower chins are above 1. */
  readonly chinTaper: number
  /** Soft flesh under the chin. */
  readonly fullness: number
  readonly browRidge: number
  readonly neck: number
  /** Half distance of the eyes, and their size, 1 usual. */
  readonly eyeX: number
  readonly eyeSize: number
}

type Archetype = Omit<Skull, 'browRidge' | 'neck' | 'eyeSize'>

const ARCHETYPES: Record<Exclude<AvatarHead, 'any'>, Archetype> = {
  oval: {
    cranium: [0.6, 0.62, 0.62],
    jaw: 0.41,
    jawLength: 0.375,
    corner: 0,
    cheek: 0.35,
    cheekLift: 0,
    chin: 1,
    chinTaper: 0.8,
    fullness: 0,
    eyeX: 0.235,
  },
  round: {
    cranium: [0.635, 0.6, 0.62],
    jaw: 0.485,
    jawLength: 0.335,
    corner: 0,
    cheek: 1.35,
    cheekLift: -0.02,
    chin: 0.85,
    chinTaper: 0.8,
    fullness: 0.35,
    eyeX: 0.245,
  },
  square: {
    cranium: [0.605, 0.6, 0.61],
    jaw: 0.46,
    jawLength: 0.365,
    corner: 1,
    cheek: 0.2,
    cheekLift: 0.02,
    chin: 1.25,
    chinTaper: 0.5,
    fullness: 0,
    eyeX: 0.24,
  },
  heart: {
    cranium: [0.625, 0.615, 0.62],
    jaw: 0.365,
    jawLength: 0.365,
    corner: 0,
    cheek: 0.75,
    cheekLift: 0.05,
    chin: 0.8,
    chinTaper: 1.25,
    fullness: 0,
    eyeX: 0.24,
  },
  long: {
    cranium: [0.56, 0.645, 0.6],
    jaw: 0.385,
    jawLength: 0.455,
    corner: 0.35,
    cheek: 0.1,
    cheekLift: 0.03,
    chin: 1.1,
    chinTaper: 0.85,
    fullness: 0,
    eyeX: 0.222,
  },
  heavy: {
    cranium: [0.585, 0.585, 0.62],
    jaw: 0.53,
    jawLength: 0.395,
    corner: 0.45,
    cheek: 1.0,
    cheekLift: -0.09,
    chin: 1,
    chinTaper: 0.6,
    fullness: 1,
    eyeX: 0.232,
  },
}

const HEADS = Object.keys(ARCHETYPES) as (keyof typeof ARCHETYPES)[]

/** An archetype with a share of another. */
function between(one: Archetype, other: Archetype, share: number): Archetype {
  const at = (key: Exclude<keyof Archetype, 'cranium'>) => mix(one[key], other[key], share)
  return {
    cranium: [
      mix(one.cranium[0], other.cranium[0], share),
      mix(one.cranium[1], other.cranium[1], share),
      mix(one.cranium[2], other.cranium[2], share),
    ],
    jaw: at('jaw'),
    jawLength: at('jawLength'),
    corner: at('corner'),
    cheek: at('cheek'),
    cheekLift: at('cheekLift'),
    chin: at('chin'),
    chinTaper: at('chinTaper'),
    fullness: at('fullness'),
    eyeX: at('eyeX'),
  }
}

/** The sitter's head: the archetype with a share of a second one, bent by age and presentation, and with what is the seed's own. */
export function skullOf({ head, age, feminine, being, random }: Traits): Skull {
  const own = random('skull')
  const base = between(ARCHETYPES[head], ARCHETYPES[random('second skull').pick(HEADS)], own.range(0, 0.4))
  const jitter = (span: number) => own.range(-span, span)
  const child = age === 'child' ? 1 : 0
  const old = age === 'old' ? 1 : 0
  const orc = being === 'orc' ? 1 : 0
  return {
    cranium: [base.cranium[0] + jitter(0.018), base.cranium[1] + jitter(0.02) + child * 0.02, base.cranium[2]],
    jaw: base.jaw + jitter(0.028) - feminine * 0.022 - child * 0.02 + orc * 0.07,
    jawLength: base.jawLength + jitter(0.032) - child * 0.075 - feminine * 0.008 + old * 0.012,
    corner: base.corner * (1 - 0.35 * feminine) * (1 - child * 0.7) + orc * 0.6,
    cheek: base.cheek + jitter(0.4) + child * 0.55 - old * 0.1,
    cheekLift: base.cheekLift + jitter(0.025) - old * 0.05 - child * 0.03,
    chin: base.chin + jitter(0.22) - child * 0.15 + orc * 0.35,
    chinTaper: base.chinTaper + jitter(0.18),
    fullness: base.fullness + old * 0.12 + (own.chance(0.3) ? own.range(0.1, 0.5) : 0),
    browRidge: mix(0.55, 0.1, feminine) * (1 - child) + old * 0.15 + orc * 0.6,
    neck: mix(0.225, 0.185, feminine) + jitter(0.016) - child * 0.035 + base.fullness * 0.03 + orc * 0.07,
    eyeX: base.eyeX + jitter(0.015) + child * 0.008,
    eyeSize: 0.98 + jitter(0.075) + child * 0.13 + feminine * 0.04 - old * 0.08 - orc * 0.12,
  }
}
