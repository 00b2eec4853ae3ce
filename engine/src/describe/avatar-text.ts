import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { isHuman } from '../avatar/traits.ts'
import {
  AGE_PHRASES,
  AVATAR_STYLE_PHRASES,
  BEARD_PHRASES,
  BEING_PHRASES,
  CLOTHES_PHRASES,
  EXPRESSION_PHRASES,
  HAIR_PHRASES,
  HEADWEAR_PHRASES,
  PRESENTATION_PHRASES,
  TRAIT_PHRASES,
} from './avatar-words.ts'
import { listed } from './listed.ts'
import type { Phrase } from './scene-words.ts'
import { toneWord } from './tone-word.ts'

const SOME_CLOTHES: Phrase = { en: 'clothes', zh: '衣服' }
const SKIN: Phrase = { en: 'skin', zh: '皮肤' }

type PlanLanguage = keyof Phrase

const said = <T extends string>(value: T | 'any' | 'none', table: Readonly<Record<T, Phrase>>): Phrase | null =>
  value === 'any' || value === 'none' ? null : table[value as T]

/** Who a portrait shows, as far as the plan says; without the mark at the end. */
export function avatarText(plan: AvatarPlan, language: PlanLanguage): string {
  const human = isHuman(plan.being)
  const own = plan.being === 'person' ? PRESENTATION_PHRASES[plan.presentation][plan.age === 'child' ? 1 : 0] : BEING_PHRASES[plan.being]
  const colour = human ? null : toneWord(plan.skin)
  const age = plan.being === 'person' && plan.age === 'child' ? null : human ? said(plan.age, AGE_PHRASES) : null
  const head = [said(plan.expression, EXPRESSION_PHRASES), age, colour, own].filter((phrase) => phrase !== null)
  const worn = wornOf(plan, language)
  const style = AVATAR_STYLE_PHRASES[plan.style]?.[language]
  if (language === 'zh')
    return [`${head.map(({ zh }) => zh).join('')}的肖像`, worn.length ? `有${worn.join('、')}` : '', style].filter(Boolean).join('，')
  const name = head.map(({ en }) => en).join(' ')
  const article = /^[aeiou]/.test(name) ? 'an' : 'a'
  return [`a portrait of ${article} ${name}${worn.length ? ` with ${listed(worn)}` : ''}`, style].filter(Boolean).join(', ')
}

/** Hair, beard, clothes, headwear and features, each with its colour. */
function wornOf(plan: AvatarPlan, language: PlanLanguage): string[] {
  const human = isHuman(plan.being)
  const tinted = (phrase: Phrase | null, colour: string, article: boolean): string | null => {
    const word = toneWord(colour)
    if (!phrase) return null
    if (language === 'zh') return `${word?.zh ?? ''}${phrase.zh}`
    const text = [word?.en, phrase.en].filter(Boolean).join(' ')
    return article ? `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}` : text
  }
  const hair = human ? hairOf(plan, language) : null
  const eyes = toneWord(plan.eyes)
  return [
    human && plan.skin !== '' ? tinted(SKIN, plan.skin, false) : null,
    hair,
    human ? (said(plan.beard, BEARD_PHRASES)?.[language] ?? null) : null,
    eyes ? (language === 'zh' ? `${eyes.zh}眼睛` : `${eyes.en} eyes`) : null,
    tinted(said(plan.headwear, HEADWEAR_PHRASES), plan.headwearColour, true),
    tinted(said(plan.clothes, CLOTHES_PHRASES), plan.clothesColour, true),
    plan.clothes === 'any' && plan.clothesColour !== '' ? tinted(SOME_CLOTHES, plan.clothesColour, false) : null,
    ...plan.features.map((feature) => TRAIT_PHRASES[feature][language]),
  ].filter((part) => part !== null)
}

function hairOf(plan: AvatarPlan, language: PlanLanguage): string | null {
  const style = said(plan.hair, HAIR_PHRASES)
  const colour = toneWord(plan.hairColour)
  if (!style) return colour ? (language === 'zh' ? `${colour.zh}头发` : `${colour.en} hair`) : null
  if (!colour) return style[language]
  if (language === 'zh') return `${colour.zh}${style.zh}`
  const bare = style.en.replace(/^an? /, '')
  if (bare === style.en) return `${colour.en} ${bare}`
  return `${/^[aeiou]/.test(colour.en) ? 'an' : 'a'} ${colour.en} ${bare}`
}
