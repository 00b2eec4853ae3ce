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
  const asked = words.filter((word) => !word.negated && word !== noun).flatMap(asides)
  const refused = words.filter(({ negated }) => negated).flatMap(asides)
  const plan = planItem(wishesOf(kind, nounSense, asked, refused, style))
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
      if (word.kind === 'number') return { understood: word.key === '1', role: 'count', concept: word.key }
      const shown = asides(word).find(({ wish, kinds }) => (kinds?.includes(kind) ?? true) && shows(plan, wish) && canShow(kind, wish))
      const sense = shown ?? senses[0]
      return sense ? { understood: shown !== undefined, role: sense.role, concept: sense.concept } : { understood: false }
    },
  }
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
  noun: ItemSense | undefined,
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
  return {
    item: kind,
    modifiers,
    ...(noun?.wish.form && { form: noun.wish.form }),
    ...(material && { material }),
    ...(colour && { colour }),
    ...(backdrop && { backdrop }),
    ...(drawnIn && { style: drawnIn }),
  }
}

/** A crystal item says so by itself. */
const shows = (plan: ItemPlan, { material, colour, modifiers, backdrop, style }: Partial<ItemWishes>): boolean =>
  (material === undefined || plan.material === material || (material === 'crystal' && plan.item === 'crystal')) &&
  (colour === undefined || plan.colour === colour) &&
  (backdrop === undefined || plan.backdrop === backdrop) &&
  (style === undefined || plan.style === style) &&
  (modifiers ?? []).every((modifier) => plan.modifiers.includes(modifier))

const canShow = (kind: ItemKind, { material, colour, modifiers }: Partial<ItemWishes>): boolean =>
  (material === undefined || (kind === 'crystal' && material === 'crystal') || canShowMaterial(kind, material)) &&
  (colour === undefined || takesColour(kind)) &&
  (modifiers ?? []).every((modifier) => canShowModifier(kind, modifier))
