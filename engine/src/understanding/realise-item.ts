import {
  type ItemKind,
  type ItemPlan,
  type ItemStyle,
  itemBackdrops,
  itemMaterials,
  itemModifiers,
  itemStyles,
} from '@daedal/protocol/generation/item-plan'
import { canShowMaterial, canShowModifier, takesColour } from '../item/item-shows.ts'
import { type ItemWishes, planItem } from '../item/plan-item.ts'
import { itemNoun, itemSensesOf } from './decide-kind.ts'
import { meaningAt } from './lexicon/lexicon.ts'
import { valueOfNumeral } from './lexicon/numerals.ts'
import type { ItemSense } from './lexicon/sense.ts'
import type { Word } from './reading.ts'
import type { Verdict } from './verdict.ts'

type Realised = { readonly plan: ItemPlan; readonly verdictOf: (word: Word) => Verdict }

/** What is drawn when an item is asked for without saying which. */
const UNNAMED: ItemKind = 'crystal'

/** The plan that a prompt's words make of an item, and what it made of each word. */
export function realiseItem(words: readonly Word[], style: ItemStyle | undefined): Realised {
  const noun = itemNoun(words)
  const nounSense = noun && itemSensesOf(noun).find(({ wish }) => wish.item !== undefined)
  const kind = nounSense?.wish.item ?? nearKind(words) ?? UNNAMED
  // beside the item itself a noun counts by its other meanings: the crystal of a crystal sword
  const asides = (word: Word) => itemSensesOf(word).filter(({ wish }) => wish.item === undefined)
  const fits = ({ kinds }: ItemSense) => kinds === undefined || kinds.includes(kind)
  const asked = words.filter((word) => !word.negated && word !== noun).flatMap(narrowest(asides, fits))
  const refused = words.filter(({ negated }) => negated).flatMap(asides)
  const count = noun ? countOf(noun, words) : 1
  const plan = planItem({ ...wishesOf(kind, nounSense ?? null, asked, refused, style), count })
  return {
    plan,
    verdictOf(word) {
      if (word === noun && nounSense) return { understood: true, role: 'subject', concept: nounSense.concept }
      const senses = itemSensesOf(word)
      if (word.negated) {
        const honoured =
          word.meaning !== null &&
          senses.every(({ wish, kinds }) => (kinds ? !kinds.includes(kind) : wish.item !== kind && !shows(plan, wish)))
        return { understood: honoured, role: 'not', concept: senses[0]?.concept ?? word.key }
      }
      if (word.kind === 'number') return { understood: valueOfNumeral(word.key) === (plan.count ?? 1), role: 'count', concept: word.key }
      const again = senses.find(({ wish }) => wish.item === kind && (wish.form === undefined || wish.form === plan.form))
      const shown =
        again ?? asides(word).find((sense) => fits(sense) && isIntact(plan, sense) && shows(plan, sense.wish) && canShow(kind, sense.wish))
      const sense = shown ?? senses[0]
      return sense ? { understood: shown !== undefined, role: sense.role, concept: sense.concept } : { understood: false }
    },
  }
}

/** How many of it the number before a noun says. */
function countOf(noun: Word, words: readonly Word[]): number {
  const number = words.find(
    ({ kind, group, start, negated }) => kind === 'number' && !negated && group === noun.group && start < noun.start,
  )
  return (number && valueOfNumeral(number.key)) ?? 1
}

/** A word that names a part or a form of this very kind asks for nothing else: the flame of a lantern sets nothing on fire. */
const narrowest =
  (asides: (word: Word) => ItemSense[], fits: (sense: ItemSense) => boolean) =>
  (word: Word): ItemSense[] => {
    const fitting = asides(word).filter(fits)
    const own = fitting.filter(({ kinds, role }) => kinds !== undefined && role === 'detail')
    return own.length > 0 ? own : fitting
  }

/** What comes nearest to the first thing that nobody can draw. */
function nearKind(words: readonly Word[]): ItemKind | undefined {
  for (const { meaning, negated } of words) {
    if (negated || meaning?.near?.domain !== 'item') continue
    for (const near of meaning.near.en)
      for (const sense of meaningAt(near)?.senses ?? []) if (sense.domain === 'item' && sense.wish.item) return sense.wish.item
  }
  return undefined
}

function wishesOf(
  kind: ItemKind,
  noun: ItemSense | null,
  asked: readonly ItemSense[],
  refused: readonly ItemSense[],
  style: ItemStyle | undefined,
): ItemWishes {
  const pick = <K extends 'material' | 'backdrop' | 'style'>(key: K, list: readonly NonNullable<ItemWishes[K]>[]) =>
    list.findLast((value) => asked.some(({ wish }) => wish[key] === value) && !refused.some(({ wish }) => wish[key] === value))
  const material = pick(
    'material',
    itemMaterials.filter((value) => canShowMaterial(kind, value)),
  )
  const colour = asked
    .flatMap(({ wish }) => wish.colour ?? [])
    .filter((value) => !refused.some(({ wish }) => wish.colour === value))
    .sort()[0]
  const backdrop = pick('backdrop', itemBackdrops)
  const drawnIn = style ?? pick('style', itemStyles)
  const modifiers = itemModifiers.filter(
    (modifier) =>
      asked.some(({ wish }) => wish.modifiers?.includes(modifier)) && !refused.some(({ wish }) => wish.modifiers?.includes(modifier)),
  )
  const form = noun?.wish.form ?? asked.flatMap(({ wish }) => wish.form ?? []).sort()[0]
  return {
    item: kind,
    modifiers,
    ...(form && { form }),
    ...(material && { material }),
    ...(colour && { colour }),
    ...(backdrop && { backdrop }),
    ...(drawnIn && { style: drawnIn }),
  }
}

/** Rust and moss leave no shine. */
const isIntact = ({ modifiers }: ItemPlan, { unless }: ItemSense) => !unless?.some((modifier) => modifiers.includes(modifier))

/** A crystal item says so by itself. */
const shows = (plan: ItemPlan, { form, material, colour, modifiers, backdrop, style }: Partial<ItemWishes>): boolean =>
  (form === undefined || plan.form === form) &&
  (material === undefined || plan.material === material || (material === 'crystal' && plan.item === 'crystal')) &&
  (colour === undefined || plan.colour === colour) &&
  (backdrop === undefined || plan.backdrop === backdrop) &&
  (style === undefined || plan.style === style) &&
  (modifiers ?? []).every((modifier) => plan.modifiers.includes(modifier))

const canShow = (kind: ItemKind, { material, colour, modifiers }: Partial<ItemWishes>): boolean =>
  (material === undefined || (kind === 'crystal' && material === 'crystal') || canShowMaterial(kind, material)) &&
  (colour === undefined || takesColour(kind)) &&
  (modifiers ?? []).every((modifier) => canShowModifier(kind, modifier))
