import { hasTouches, TOUCHES } from '@daedal/engine/avatar/touches'
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
  type AvatarPlan,
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
import { optionList } from './option-list.ts'
import type { KindSettings } from './plan-settings.ts'

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
const settings = Object.keys(LISTS) as (keyof typeof LISTS)[]
const colours = ['skin', 'eyes', 'hairColour', 'clothesColour', 'headwearColour'] as const

/** A portrait: who sits for it, and all that is seen of them. */
export const avatarSettings: KindSettings<AvatarPlan> = {
  choices: (_, words) =>
    settings.map((key) => {
      const [values, names] = LISTS[key]
      return { key, label: `create.plan.${key}`, options: optionList(values, names, words) }
    }),
  several: ({ being, without }, words) => [
    {
      key: 'features',
      label: 'create.plan.features',
      options: optionList(avatarFeatures, TRAIT_PHRASES, words),
      most: avatarFeatures.length,
    },
    {
      key: 'without',
      label: 'create.plan.without',
      // what a seed may add, and what is left out already
      options: optionList(
        avatarFeatures.filter((feature) => without.includes(feature) || (hasTouches(being) && TOUCHES.some((touch) => touch === feature))),
        TRAIT_PHRASES,
        words,
      ),
      most: avatarFeatures.length,
    },
  ],
  colours: () => colours.map((key) => ({ key, label: `create.plan.${key}` })),
  change(before, key, value) {
    const plan: AvatarPlan = { ...before, [key]: value }
    if (key === 'features') return { features: plan.features, without: plan.without.filter((each) => !plan.features.includes(each)) }
    if (key === 'without') return { without: plan.without, features: plan.features.filter((each) => !plan.without.includes(each)) }
    return { [key]: value }
  },
}
