import {
  type ItemKind,
  type ItemModifier,
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
  const kind = (noun && namedBy(noun)?.wish.item) ?? nearKind(words) ?? UNNAMED
  return realiseAs(kind, noun, words, (wishes) => planItem({ ...wishes, ...(style && { style }) }))
}

/** What the words make of an item that is there already. It stays of its kind unless they name another, and that shows more of them. */
export function realiseOverItem(base: ItemPlan, words: readonly Word[], style: ItemStyle | undefined): Realised {
  const shownBy = ({ verdictOf }: Realised) => words.filter((word) => verdictOf(word).understood).length
  const over = (refused: Refused) => (wishes: ItemWishes) => planOver(base, { ...wishes, ...(style && { style }) }, refused)
  const refused = words.filter(({ negated }) => negated).flatMap(itemSensesOf)
  const stays = realiseAs(base.item, undefined, words, over(refused))
  const noun = itemNoun(words)
  const kind = noun && namedBy(noun)?.wish.item
  if (!kind) return stays
  const changed = realiseAs(kind, noun, words, over(refused))
  return shownBy(changed) > shownBy(stays) ? changed : stays
}

/** The meaning by which a noun names an item. */
const namedBy = (noun: Word) => itemSensesOf(noun).find(({ wish }) => wish.item !== undefined)

type Refused = readonly ItemSense[]

/** An earlier plan with what is wished instead; what the new item cannot show is left out. */
function planOver(base: ItemPlan, { item, modifiers = [], ...wishes }: ItemWishes, refused: Refused): ItemPlan {
  const isRefused = (wish: Partial<ItemWishes>) =>
    refused.some((sense) => Object.entries(wish).some(([key, value]) => sense.wish[key as keyof ItemWishes] === value))
  const isBarred = (modifier: ItemModifier) => refused.some(({ wish }) => wish.modifiers?.includes(modifier))
  const isUsual = base.backdrop === planItem({ item: base.item, modifiers: base.modifiers, style: base.style }).backdrop
  return planItem({
    size: base.size,
    style: isRefused({ style: base.style }) ? 'photo' : base.style,
    ...(!isUsual && !isRefused({ backdrop: base.backdrop }) && { backdrop: base.backdrop }),
    ...(item === base.item && { form: base.form }),
    ...(item === base.item && base.count !== undefined && { count: base.count }),
    ...(canShowMaterial(item, base.material) && !isRefused({ material: base.material }) && { material: base.material }),
    ...(takesColour(item) && !isRefused({ colour: base.colour }) && { colour: base.colour }),
    ...wishes,
    item,
    modifiers: [...base.modifiers.filter((modifier) => canShowModifier(item, modifier) && !isBarred(modifier)), ...modifiers],
  })
}

/** What the words make of an item of a kind that is settled, named by `noun` where one names it. */
function realiseAs(kind: ItemKind, noun: Word | undefined, words: readonly Word[], planFor: (wishes: ItemWishes) => ItemPlan): Realised {
  const nounSense = noun && namedBy(noun)
  // beside the item itself a noun counts by its other meanings: the crystal of a crystal sword
  const asides = (word: Word) => itemSensesOf(word).filter(({ wish }) => wish.item === undefined)
  const fits = ({ kinds }: ItemSense) => kinds === undefined || kinds.includes(kind)
  const asked = words.filter((word) => !word.negated && word !== noun).flatMap(narrowest(asides, fits))
  const refused = words.filter(({ negated }) => negated).flatMap(asides)
  const count = noun ? countOf(noun, words) : 1
  const named = { form: nounSense?.wish.form ?? formOf(kind, noun, words), colour: nounSense?.wish.colour }
  const wishes = wishesOf(kind, named, asked, refused)
  const plan = planFor({ ...wishes, ...(count > 1 && { count }) })
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

/** The form that another noun gives the same item: a potion in a heart shaped flask. */
const formOf = (kind: ItemKind, noun: Word | undefined, words: readonly Word[]): string | undefined =>
  words
    .filter((word) => word !== noun && !word.negated)
    .flatMap(itemSensesOf)
    .find(({ wish }) => wish.item === kind && wish.form)?.wish.form

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

/** What the noun says of itself: a red lantern is of paper. */
type Named = { readonly form: string | undefined; readonly colour: string | undefined }

function wishesOf(kind: ItemKind, named: Named, asked: readonly ItemSense[], refused: readonly ItemSense[]): ItemWishes {
  const pick = <K extends 'material' | 'backdrop' | 'style'>(key: K, list: readonly NonNullable<ItemWishes[K]>[]) =>
    list.findLast((value) => asked.some(({ wish }) => wish[key] === value) && !refused.some(({ wish }) => wish[key] === value))
  const material = pick(
    'material',
    itemMaterials.filter((value) => canShowMaterial(kind, value)),
  )
  const colour =
    asked
      .flatMap(({ wish }) => wish.colour ?? [])
      .filter((value) => !refused.some(({ wish }) => wish.colour === value))
      .sort()[0] ?? named.colour
  const backdrop = pick('backdrop', itemBackdrops)
  const drawnIn = pick('style', itemStyles)
  const modifiers = itemModifiers.filter(
    (modifier) =>
      asked.some(({ wish }) => wish.modifiers?.includes(modifier)) && !refused.some(({ wish }) => wish.modifiers?.includes(modifier)),
  )
  const form = named.form ?? asked.flatMap(({ wish }) => wish.form ?? []).sort()[0]
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
