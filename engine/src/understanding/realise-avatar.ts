import {
  type AvatarFeature,
  type AvatarPlan,
  type AvatarStyle,
  avatarAges,
  avatarBackdrops,
  avatarBeards,
  avatarClothes,
  avatarExpressions,
  avatarHairs,
  avatarHeads,
  avatarHeadwear,
  avatarMouths,
  avatarNoses,
  avatarPresentations,
  avatarStyles,
} from '@daedal/protocol/generation/avatar-plan'
import { canShowFeature, canShowSetting } from '../avatar/avatar-shows.ts'
import type { ColourSlot, NamedColour } from '../avatar/lexicon/avatar-sense.ts'
import { type AvatarWishes, planAvatar } from '../avatar/plan-avatar.ts'
import { isHuman } from '../avatar/traits.ts'
import { avatarSensesOf, subjects } from './decide-kind.ts'
import { valueOfNumeral } from './lexicon/numerals.ts'
import type { AvatarSense } from './lexicon/sense.ts'
import type { Word } from './reading.ts'
import type { Verdict } from './verdict.ts'

type Realised = { readonly plan: AvatarPlan; readonly verdictOf: (word: Word) => Verdict }

/** Settings with a list of values; of two that are asked for, the one later in its list is taken, whatever the order of words. */
const CHOICES = {
  age: avatarAges,
  presentation: avatarPresentations,
  head: avatarHeads,
  nose: avatarNoses,
  mouth: avatarMouths,
  hair: avatarHairs,
  beard: avatarBeards,
  expression: avatarExpressions,
  clothes: avatarClothes,
  headwear: avatarHeadwear,
  backdrop: avatarBackdrops,
  style: avatarStyles,
} as const
type Choice = keyof typeof CHOICES

/** A colour word and what it is the colour of. */
type Bound = { readonly slot: ColourSlot; readonly value: string }

/** The plan that a prompt's words make of a portrait, and what it made of each word. */
export const realiseAvatar = (words: readonly Word[], style: AvatarStyle | undefined): Realised =>
  realiseAs(beingOf(words) ?? 'person', words, (wishes) => planAvatar({ ...wishes, ...(style && { style }) }))

/** What the words make of a sitter who is there already. */
export const realiseOverAvatar = (base: AvatarPlan, words: readonly Word[], style: AvatarStyle | undefined): Realised =>
  realiseAs(beingOf(words) ?? base.being, words, (wishes, refused) => planOver(base, { ...wishes, ...(style && { style }) }, refused))

function realiseAs(
  being: AvatarPlan['being'],
  words: readonly Word[],
  planFor: (wishes: AvatarWishes, refused: readonly AvatarSense[]) => AvatarPlan,
): Realised {
  const colours = bindColours(words, being)
  const wanted = words.filter(({ negated }) => !negated)
  const refused = words.filter(({ negated }) => negated).flatMap(avatarSensesOf)
  const plan = planFor(wishesOf(words, wanted, refused, being, colours), refused)
  return {
    plan,
    verdictOf(word) {
      const age = word.negated ? null : ageOf(word, words)
      if (age) return { understood: plan.age === age, role: 'detail', concept: age }
      return verdict(word, plan, wishOf(word, words), colours.get(word))
    },
  }
}

/** First ages of those who are no longer a child, young, in the middle of life. */
const GROWN = 14
const MATURE = 36
const AGED = 60

/** The age that a number tells: one that stands alone ("Alice, 25") or beside a word for years; how many there are is no age. */
function ageOf(word: Word, words: readonly Word[]): AvatarPlan['age'] | null {
  if (word.kind !== 'number') return null
  const years = valueOfNumeral(word.key)
  const next = words[words.indexOf(word) + 1]
  const alone = !next || next.group !== word.group
  const isTold = word.key.endsWith('岁') || next?.key === 'year old' || (alone && !word.chinese && years !== null && years >= 5)
  if (years === null || !isTold || years > 120) return null
  return years < GROWN ? 'child' : years < MATURE ? 'young' : years < AGED ? 'middle' : 'old'
}

/** Settings that are not kept beside another value of the first: a beard of a man, hair of another age, the colour of what was worn before. */
const GO_WITH = {
  being: ['skin', 'eyes'],
  presentation: ['beard'],
  age: ['hairColour'],
  clothes: ['clothesColour'],
  headwear: ['headwearColour'],
} as const satisfies Partial<Record<keyof AvatarPlan, readonly (keyof AvatarPlan)[]>>

/** An earlier plan with what is wished instead; what was ruled out, and what the new sitter cannot show, is left open. */
function planOver(base: AvatarPlan, { features = [], without = [], ...wishes }: AvatarWishes, refused: readonly AvatarSense[]): AvatarPlan {
  const being = wishes.being ?? base.being
  const gone = new Set<string>(['kind', 'engineVersion', 'features', 'without'])
  for (const [first, others] of Object.entries(GO_WITH) as [keyof typeof GO_WITH, readonly string[]][])
    if (wishes[first] !== undefined && wishes[first] !== base[first]) for (const other of others) gone.add(other)
  const stays = ([key, value]: [string, unknown]) =>
    !gone.has(key) &&
    canShowSetting(being, key as keyof AvatarWishes) &&
    !refused.some(({ wish }) => wish?.[key as keyof AvatarWishes] === value)
  const barred = new Set(without)
  const kept = base.features.filter((feature) => canShowFeature(being, feature) && !barred.has(feature))
  return planAvatar({
    ...(Object.fromEntries(Object.entries(base).filter(stays)) as AvatarWishes),
    ...wishes,
    features: [...kept, ...features],
    without: [...base.without.filter((feature) => canShowFeature(being, feature)), ...without],
  })
}

/** Whom the first noun that names one names; null when none does. */
function beingOf(words: readonly Word[]): AvatarPlan['being'] | null {
  const named = (word: Word) => avatarSensesOf(word).find(({ wish }) => wish?.being !== undefined)?.wish?.being
  const nouns = subjects(words, (word) => named(word) !== undefined)
  const all = words.filter((word) => !word.negated && named(word) !== undefined)
  const first = nouns[0] ?? all[0]
  return (first && named(first)) ?? null
}

/** All that a word asks for, with what the noun behind it makes of it. */
function wishOf(word: Word, words: readonly Word[]): AvatarWishes {
  let wish: AvatarWishes = {}
  for (const sense of avatarSensesOf(word)) {
    wish = { ...wish, ...sense.wish }
    if (!sense.of) continue
    const at = words.indexOf(word)
    for (const next of words.slice(at + 1, at + 4)) {
      if (next.group !== word.group) break
      const found = avatarSensesOf(next).flatMap(({ concept }) =>
        sense.of && Object.hasOwn(sense.of, concept) ? [sense.of[concept]] : [],
      )[0]
      if (found) return { ...wish, ...found }
    }
  }
  return wish
}

function wishesOf(
  words: readonly Word[],
  wanted: readonly Word[],
  refused: readonly AvatarSense[],
  being: AvatarPlan['being'],
  colours: ReadonlyMap<Word, Bound>,
): AvatarWishes {
  const hard = wanted.map((word) => wishOf(word, words))
  const soft = wanted.flatMap(avatarSensesOf).flatMap(({ soft }) => soft ?? [])
  const found: Record<string, unknown> = { being }
  for (const key of Object.keys(CHOICES) as Choice[]) {
    if (!canShowSetting(being, key)) continue
    const values: readonly string[] = CHOICES[key]
    const isRefused = (value: string) => refused.some(({ wish }) => wish?.[key] === value)
    const pick = (wishes: readonly AvatarWishes[]) =>
      values.findLast((value) => wishes.some((wish) => wish[key] === value) && !isRefused(value))
    const instead = refused.flatMap(({ without }) => without?.[key] ?? [])[0]
    const value = pick(hard) ?? instead ?? pick(soft)
    if (value !== undefined) found[key] = value
  }
  for (const [word, { slot, value }] of colours) {
    const before = found[slot] as string | undefined
    if (!word.negated && (before === undefined || value < before)) found[slot] = value
  }
  for (const slot of ['skin', 'hairColour'] as const) {
    const leaning = soft.find((wish) => wish[slot])?.[slot]
    if (found[slot] === undefined && leaning && isHuman(being)) found[slot] = leaning
  }
  const told = wanted.map((word) => ageOf(word, words)).find((age) => age !== null)
  if (told && isHuman(being)) found.age = told
  const features = [...hard, ...soft].flatMap(({ features }) => features ?? [])
  const barred = new Set(refused.flatMap(({ wish }) => wish?.features ?? []))
  const shown = (feature: AvatarFeature) => canShowFeature(being, feature)
  return { ...found, features: features.filter((feature) => !barred.has(feature) && shown(feature)), without: [...barred].filter(shown) }
}

/** What each colour is the colour of: the next thing of its group that has one, else the coat of a beast or what a person has of it. */
function bindColours(words: readonly Word[], being: AvatarPlan['being']): ReadonlyMap<Word, Bound> {
  const bound = new Map<Word, Bound>()
  const human = isHuman(being)
  for (const [at, word] of words.entries()) {
    const colour = avatarSensesOf(word).find((sense) => sense.colour)?.colour
    if (!colour) continue
    const behind = slotBehind(words, at, colour, human)
    // beasts have no hair of their own; a colour that cannot be that of the next thing stands for itself
    const slots = human ? [behind, ownSlot(colour, word.located)] : [behind === 'hairColour' ? 'skin' : behind, 'skin' as const]
    for (const slot of slots) {
      const value = slot && canShowSetting(being, slot) ? hexOf(colour, slot, human) : undefined
      if (!slot || !value) continue
      bound.set(word, { slot, value })
      break
    }
  }
  return bound
}

function slotBehind(words: readonly Word[], at: number, colour: NamedColour, human: boolean): ColourSlot | undefined {
  const { group } = words[at] as Word
  for (const next of words.slice(at + 1, at + 5)) {
    if (next.group !== group) return undefined
    const sense = avatarSensesOf(next).find(({ slot }) => slot)
    // "a red woman" is not one with red skin
    if (sense?.slot) return human && sense.slot === 'skin' && sense.role === 'subject' && !colour.skin ? undefined : sense.slot
  }
  return undefined
}

/** Where a colour goes that stands for itself: "a blonde, pale woman", "a girl in red". */
function ownSlot({ thing, hair, skin }: NamedColour, located: boolean): ColourSlot {
  if (thing && (located || !skin)) return 'clothesColour'
  return skin ? 'skin' : hair ? 'hairColour' : 'eyes'
}

function hexOf({ thing, skin, hair, eyes }: NamedColour, slot: ColourSlot, human: boolean): string | undefined {
  if (slot === 'skin') return human ? (skin ?? thing) : (thing ?? hair ?? skin)
  if (slot === 'hairColour') return hair ?? thing
  return slot === 'eyes' ? (eyes ?? thing) : thing
}

/** Whether everything of a wish is in the plan. */
function shows(plan: AvatarPlan, wish: AvatarWishes): boolean {
  return Object.entries(wish).every(([key, value]) =>
    key === 'features'
      ? (value as AvatarFeature[]).every((feature) => plan.features.includes(feature))
      : plan[key as keyof AvatarPlan] === value,
  )
}

/** Whether nothing of a wish can be in the plan's portraits: the seed does not choose it either. */
const rulesOut = (plan: AvatarPlan, wish: AvatarWishes): boolean =>
  Object.entries(wish).every(([key, value]) => {
    if (key === 'features')
      return (value as AvatarFeature[]).every((feature) => plan.without.includes(feature) || !canShowFeature(plan.being, feature))
    const setting = plan[key as keyof AvatarPlan]
    return setting !== value && !(setting === 'any' && canShowSetting(plan.being, key as keyof AvatarWishes))
  })

/** Styles that a long or a short one can be said of as well. */
const SAME_LENGTH: readonly ReadonlySet<string>[] = [
  new Set(['long', 'wavy', 'fringe', 'ponytail', 'braids', 'locs']),
  new Set(['crop', 'curly', 'bob', 'undercut', 'side-part', 'quiff', 'spiky', 'slick']),
]

const isEmpty = (wish: AvatarWishes) => Object.keys(wish).length === 0

function verdict(word: Word, plan: AvatarPlan, wish: AvatarWishes, colour: Bound | undefined): Verdict {
  const senses = avatarSensesOf(word)
  const [sense] = senses
  if (word.negated) {
    const honoured = senses.length > 0 && senses.every((each) => each.wish === undefined || rulesOut(plan, each.wish))
    return { understood: honoured, role: 'not', concept: sense?.concept ?? word.key }
  }
  if (word.kind === 'number') return { understood: word.key === '1', role: 'count', concept: word.key }
  if (!sense) return { understood: false }
  const { role, concept } = sense
  if (colour) return { understood: plan[colour.slot] === colour.value, role: 'colour', concept }
  if (role === 'colour') return { understood: false, role, concept }
  if (wish.hair !== undefined && SAME_LENGTH.some((list) => list.has(wish.hair ?? '') && list.has(plan.hair)) && sense.of)
    return { understood: true, role, concept }
  if (concept === 'beard') return { understood: plan.beard !== 'any' && plan.beard !== 'none', role, concept }
  if (!isEmpty(wish)) return { understood: shows(plan, wish), role, concept }
  const suggested = senses.find((each) => each.soft)?.soft
  if (suggested) return { understood: Object.entries(suggested).some(([key, value]) => shows(plan, { [key]: value })), role, concept }
  return { understood: namesWhatIsThere(sense, plan), role, concept }
}

/** Nouns that ask for nothing by themselves are true of whoever has the thing. */
function namesWhatIsThere({ concept, of }: AvatarSense, plan: AvatarPlan): boolean {
  if (of) return false
  if (concept === 'hair') return isHuman(plan.being) && plan.hair !== 'bald'
  return concept !== 'mouth' || plan.being !== 'ghost'
}
