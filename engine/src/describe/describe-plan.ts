import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan, PicturePlan } from '@daedal/protocol/generation/plan'
import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { itemNouns } from '../item/lexicon/nouns.ts'
import { avatarText } from './avatar-text.ts'
import { colourWord } from './colour-word.ts'
import { describeWorld } from './describe-world.ts'
import { ITEM_PHRASES, MATERIAL_PHRASES, MODIFIER_PHRASES } from './item-words.ts'
import { listed } from './listed.ts'
import {
  COMPOSITION_PHRASES,
  FAMILY_PHRASES,
  FEATURE_PHRASES,
  type Phrase,
  PLACE_PHRASES,
  TIME_PHRASES,
  WEATHER_PHRASES,
} from './scene-words.ts'
import { thingText } from './thing-text.ts'

/** Languages a plan can be told in, ISO 639-1. */
export type PlanLanguage = 'en' | 'zh'

const STYLE_PHRASES: Readonly<Record<ScenePlan['style'], Phrase | null>> = {
  photo: null,
  painterly: { en: 'painted with broad strokes', zh: '油画笔触' },
  ink: { en: 'drawn in ink and wash', zh: '水墨风格' },
  pixel: { en: 'as pixel art', zh: '像素画风格' },
  'low-poly': { en: 'in low-poly facets', zh: '低多边形风格' },
  neon: { en: 'drawn in neon light', zh: '霓虹线条风格' },
  storybook: { en: 'as a picture-book page', zh: '绘本风格' },
}

/** One sentence that says what a picture of the plan shows, for people who cannot see it and for search. */
export function describePlan(plan: GenerationPlan, language: PlanLanguage): string {
  if (plan.kind === 'world') return describeWorld(plan, language)
  const text = textOf(plan, language)
  return language === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function textOf(plan: PicturePlan, language: PlanLanguage): string {
  if (plan.kind === 'avatar') return avatarText(plan, language)
  return plan.kind === 'scene' ? sceneText(plan, language) : itemText(plan, language)
}

/** What a scene has beyond its family's own parts. */
const extrasOf = (plan: ScenePlan, language: PlanLanguage) => [
  ...plan.things.map((thing) => thingText(thing, language)),
  ...plan.features
    .filter((feature) => !(feature === 'ruins' && plan.composition === 'ruins'))
    .map((feature) => FEATURE_PHRASES[feature][language]),
]

function sceneText(plan: ScenePlan, language: PlanLanguage): string {
  const family = (PLACE_PHRASES[plan.composition] ?? FAMILY_PHRASES[plan.family])[language]
  const time = plan.time === 'any' ? null : TIME_PHRASES[plan.time][language]
  const weather = plan.weather === 'any' ? null : WEATHER_PHRASES[plan.weather][language]
  const composition = COMPOSITION_PHRASES[plan.composition]?.[language] ?? null
  const extras = extrasOf(plan, language)
  const style = STYLE_PHRASES[plan.style]?.[language] ?? null
  if (language === 'zh')
    return [`${time ?? ''}${weather ?? ''}${family}`, composition, extras.length ? `有${extras.join('、')}` : null, style]
      .filter((part) => part !== null)
      .join('，')
  const main = [family, composition, time, weather].filter((part) => part !== null).join(' ')
  return [main, extras.length ? `with ${listed(extras)}` : null, style].filter((part) => part !== null).join(', ')
}

/** "bottle of wine" as "bottles of wine". */
const plural = (noun: string) => noun.replace(/^(.*?)(?= of |$)/, '$1s')

/** What a named form of an item is called, where it has a noun of its own. */
const formNoun = ({ item, form }: ItemPlan) =>
  form === '' ? undefined : itemNouns.find(({ concept }) => concept.item === item && concept.form === form)

function itemText(plan: ItemPlan, language: PlanLanguage): string {
  const colour = colourWord(plan.colour)?.[language]
  const material = plan.material === 'any' ? null : MATERIAL_PHRASES[plan.material][language]
  const modifiers = plan.modifiers.map((modifier) => MODIFIER_PHRASES[modifier][language])
  const { count = 1 } = plan
  const noun = formNoun(plan)?.[language][0] ?? ITEM_PHRASES[plan.item][language]
  const words = [...modifiers, colour, material, count > 1 && language === 'en' ? plural(noun) : noun].filter((word) => word)
  const style = STYLE_PHRASES[plan.style]?.[language]
  if (language === 'zh') return [`${count > 1 ? `${'一两三'.charAt(count - 1)}个` : ''}${words.join('')}`, style].filter(Boolean).join('，')
  const name = words.join(' ')
  return [`${count > 1 ? (count === 2 ? 'two' : 'three') : /^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`, style].filter(Boolean).join(', ')
}
