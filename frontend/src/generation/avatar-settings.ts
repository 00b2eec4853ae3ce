import {
  AGE_PHRASES,
  BACKDROP_PHRASES,
  BEARD_PHRASES,
  BEING_PHRASES,
  CLOTHES_PHRASES,
  EXPRESSION_PHRASES,
  HAIR_PHRASES,
  HEAD_PHRASES,
  HEADWEAR_PHRASES,
  MOUTH_PHRASES,
  NOSE_PHRASES,
  READING_PHRASES,
  TRAIT_PHRASES,
} from '@daedal/engine/describe/avatar-words'
import {
  avatarAges,
  avatarBackdrops,
  avatarBeards,
  avatarBeings,
  avatarClothes,
  avatarExpressions,
  avatarFeatures,
  avatarHairs,
  avatarHeads,
  avatarHeadwear,
  avatarMouths,
  avatarNoses,
  avatarPresentations,
} from '@daedal/protocol/generation/avatar-plan'
import type { Language } from '../lib/text/language.ts'
import type { Text } from '../lib/text/use-text.ts'

/** Settings of a portrait with a list of values, as they are offered, and what their values are called. */
const LISTS = {
  being: [avatarBeings, BEING_PHRASES],
  expression: [avatarExpressions, EXPRESSION_PHRASES],
  age: [avatarAges, AGE_PHRASES],
  presentation: [avatarPresentations, READING_PHRASES],
  head: [avatarHeads, HEAD_PHRASES],
  nose: [avatarNoses, NOSE_PHRASES],
  mouth: [avatarMouths, MOUTH_PHRASES],
  hair: [avatarHairs, HAIR_PHRASES],
  beard: [avatarBeards, BEARD_PHRASES],
  clothes: [avatarClothes, CLOTHES_PHRASES],
  headwear: [avatarHeadwear, HEADWEAR_PHRASES],
  backdrop: [avatarBackdrops, BACKDROP_PHRASES],
} as const

export type AvatarSetting = keyof typeof LISTS
export const avatarSettings = Object.keys(LISTS) as AvatarSetting[]

/** Settings that are a colour; empty leaves the choice to the seed. */
export const avatarColours = ['skin', 'eyes', 'hairColour', 'clothesColour', 'headwearColour'] as const

type Option = { readonly value: string; readonly text: string }

/** The choices of a setting in the language of the page. */
export function optionsOf(setting: AvatarSetting, language: Language, t: Text): Option[] {
  const [values, phrases] = LISTS[setting]
  const named = phrases as Readonly<Record<string, { en: string; zh: string }>>
  return values.map((value) => ({
    value,
    text: value === 'any' ? t('create.plan.chance') : value === 'none' ? t('create.plan.none') : (named[value]?.[language] ?? value),
  }))
}

/** What can be seen of a sitter beside all that. */
export const featureOptions = (language: Language) => avatarFeatures.map((value) => ({ value, text: TRAIT_PHRASES[value][language] }))
