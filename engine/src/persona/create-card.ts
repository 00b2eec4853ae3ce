import type { CardTranslation, CharacterCard } from '@daedal/protocol/generation/character-card'
import { createPrng, type Prng } from '../math/prng.ts'
import { frameOf } from './create/frame.ts'
import { framesEn } from './create/frames-en.ts'
import { framesZh } from './create/frames-zh.ts'
import { occupationIn, openTraits, traitIn } from './create/words-in.ts'
import { textSeed } from './dialogue/streams.ts'
import { composeCard } from './personas/compose-card.ts'
import type { Language } from './text/language.ts'
import { sentences } from './text/sentences.ts'

/** What someone says of a persona they want to meet. Everything but the name may be left out. */
export type PersonaWishes = {
  readonly name: string
  /** Years. */
  readonly age?: number | undefined
  readonly occupation?: string | undefined
  readonly traits?: readonly string[] | undefined
  readonly description?: string | undefined
  /** The language of the card; the persona speaks the other one too. */
  readonly language: Language
}

/**
 * The character card of a persona. What was said stays as it is; what was left open (likes, habits, a wish, things to tell) is chosen
 * to suit the occupation, by the words alone: the same wishes give the same card.
 */
export function createCard(wishes: PersonaWishes): CharacterCard {
  const { name, age, language, description = '', occupation = '' } = wishes
  const given = (wishes.traits ?? []).filter((trait) => trait.trim() !== '')
  const seed = textSeed([name, age ?? '', occupation, given.join(','), description].join('|'))
  const traits = given.length > 0 ? given : taken(createPrng(seed, 'persona traits'), openTraits[language], 2)
  const own = tellingIn(language, { name, age, occupation, traits, description }, seed)
  const other = language === 'en' ? 'zh' : 'en'
  const told = {
    name,
    age,
    occupation: occupationIn(other, occupation),
    traits: traits.map((trait) => traitIn(other, trait)),
    description: '',
  }
  const { opening, lore, ...translated } = tellingIn(other, told, seed)
  const translation: CardTranslation = {
    ...translated,
    name,
    first_mes: opening,
    lore: lore.map(([keys, content]) => ({ keys: keys.split('|'), content })),
  }
  return composeCard({
    name,
    description: own.description,
    personality: own.personality,
    scenario: own.scenario,
    mes_example: '',
    tags: occupation === '' ? [] : [occupation],
    opening: own.opening,
    lore: own.lore,
    facts: {
      ...(age !== undefined && { age }),
      ...(occupation !== '' && { occupation }),
      traits,
      likes: own.likes,
      goals: own.goals,
      facts: own.facts,
      language,
    },
    translation,
  })
}

type Told = {
  readonly name: string
  readonly age: number | undefined
  readonly occupation: string
  readonly traits: readonly string[]
  readonly description: string
}

/** The telling of a persona in one language. Both languages draw the same places of their lists. */
function tellingIn(language: Language, { name, age, occupation, traits, description }: Told, seed: number) {
  const frame = (language === 'zh' ? framesZh : framesEn)[frameOf(occupation || description)]
  const likes = taken(createPrng(seed, 'persona likes'), frame.likes, 2)
  const goal = createPrng(seed, 'persona goal').pick(frame.goals)
  const habit = createPrng(seed, 'persona habit').pick(frame.habits)
  const turn = createPrng(seed, 'persona turn').pick(frame.turns)
  const greeting = createPrng(seed, 'persona greeting').next() < 0.5 ? 0 : 1
  const chinese = language === 'zh'
  return {
    description: description === '' ? whoItIs(chinese, name, age, occupation) : withName(chinese, name, description),
    personality: chinese ? `${traits.join('、')}。` : `${capitalised(traits.join(', '))}.`,
    scenario: chinese ? `{{user}}遇见了${name}，地点是${frame.place}。` : `{{user}} meets ${name} at ${frame.place}.`,
    opening: (chinese
      ? ['你好，来得正好，坐吧。你今天过得怎么样？', '你好！我正想歇一会儿。什么事找我？']
      : ['Hello! Good timing, do sit down. How’s your day going?', 'Hi there! I was about to take a break. What brings you here?'])[
      greeting
    ] as string,
    occupation,
    traits: [...traits],
    likes,
    goals: [goal],
    facts: [habit, turn],
    lore: [...frame.lore],
  }
}

function whoItIs(chinese: boolean, name: string, age: number | undefined, occupation: string): string {
  if (chinese)
    return `${name}${occupation && `是${occupation}`}${age === undefined ? '' : `${occupation && '，'}今年${age}岁`}${occupation || age !== undefined ? '。' : '喜欢跟人聊天。'}`
  const work =
    occupation && `${/^(an?|the)\s/i.test(occupation) ? occupation : `${/^[aeiou]/i.test(occupation) ? 'an' : 'a'} ${occupation}`}`
  if (age === undefined) return work ? `${name} is ${work}.` : `${name} likes to talk with people.`
  return work ? `${name} is ${work}, ${age} years old.` : `${name} is ${age} years old.`
}

/** A description that does not name its persona says so first. */
const withName = (chinese: boolean, name: string, description: string): string =>
  description.includes(name) || sentences(description).length === 0
    ? description
    : `${chinese ? `这是${name}。` : `This is ${name}. `}${description}`

function taken(random: Prng, list: readonly string[], count: number): string[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random.next() * left.length), 1)[0] as string)
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
