import type { SceneFamily, ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { type HeldThing, type SceneThing, THINGS_OF_A_KIND, type ThingPlace } from '@daedal/protocol/generation/scene-things'
import { OUTFITS, type Outfit } from '../scene/thing/outfits.ts'
import { THINGS, TOPS } from '../scene/thing/things.ts'
import { sceneSensesOf } from './decide-kind.ts'
import type { Relation } from './find-relations.ts'
import { canHold, heldOf } from './held-of.ts'
import { valueOfNumeral } from './lexicon/numerals.ts'
import { isPlural, type Word } from './reading.ts'
import { compositionsWithRoom, MOST_THINGS } from './scene-room.ts'

type Wanted = ScenePlan['things'][number]

/** Things that words ask for, and which words say how many there are and of what colour. */
export type AskedThings = {
  readonly things: readonly Wanted[]
  /** The words that are realised by a thing: the noun, its number and its colour. */
  readonly told: ReadonlySet<Word>
  /** How they stand to each other and what they hold, where the plan says so. */
  readonly related: ReadonlySet<Relation>
  /** Compositions that have room for all of them; every one when none is asked for. */
  readonly compositions: readonly string[]
}

/** The thing a word places; null where it has none. */
export const thingOf = (word: Word): SceneThing | null => sceneSensesOf(word).find(({ thing }) => thing !== undefined)?.thing ?? null

const colourOf = (word: Word): string | null =>
  sceneSensesOf(word).find(({ role, wish }) => role === 'colour' && wish?.accent)?.wish?.accent ?? null

/** How many an English plural without a number stands for. */
const SOME = 3

/** Compositions whose best ground is a pier or a bridge, with no room for two side by side. */
const NARROW = new Set(['lake pier', 'farm garden', 'mountain ridge'])
const isLevel = (family: SceneFamily, composition: string) => !NARROW.has(`${family} ${composition}`)

/** Whether a relation wants two things side by side on the ground. */
const onLand = ({ means, of }: Relation) => {
  const thing = thingOf(of)
  return means !== 'holds' && thing !== null && THINGS[thing].ground === 'land'
}

/** Whether one thing can be shown where a relation wants it. */
function canAct(thing: SceneThing, { means, to }: Relation): boolean {
  if (means === 'holds') return canHold(thing) && heldOf(to) !== null
  const by = thingOf(to)
  if (by === null || by === thing || means === 'under') return false
  if (means !== 'on') return THINGS[by].ground === THINGS[thing].ground
  const top = TOPS[by]
  return top !== undefined && THINGS[thing].ground === 'land' && THINGS[thing].radius <= top.radius
}

/** What someone of this name has in their hand unless the plan says otherwise. */
const usuallyHeld = (thing: SceneThing): string | null => {
  const outfit: Outfit | undefined = Object.hasOwn(OUTFITS, thing) ? OUTFITS[thing as keyof typeof OUTFITS] : undefined
  return outfit?.holds ?? null
}

/** Things with the relations that can act; a relation to what finds no room is given up. */
export function askThings(
  words: readonly Word[],
  family: SceneFamily,
  settled: readonly string[],
  isShown: (word: Word) => boolean,
  relations: readonly Relation[],
): AskedThings {
  const acting = relations.filter((relation) => {
    const thing = thingOf(relation.of)
    if (thing === null || !canAct(thing, relation)) return false
    return !onLand(relation) || settled.some((composition) => isLevel(family, composition))
  })
  const found = placeAll(words, family, settled, isShown, acting)
  const idle = acting.filter((relation) => !found.related.has(relation))
  return idle.length === 0
    ? found
    : askThings(
        words,
        family,
        settled,
        isShown,
        acting.filter((relation) => found.related.has(relation)),
      )
}

/**
 * Reads "three red foxes": words of number and colour that stand right before a thing belong to it. `settled` are the compositions that
 * other words leave open; things that none of them has room for are left out. `isShown` says what the picture has by itself.
 */
function placeAll(
  words: readonly Word[],
  family: SceneFamily,
  settled: readonly string[],
  isShown: (word: Word) => boolean,
  relations: readonly Relation[],
): AskedThings {
  const held = new Set(relations.flatMap(({ means, to }) => (means === 'holds' ? [to] : [])))
  const sources = new Map<Wanted, Word>()
  const wanted = (word: Word) => relations.some(({ of, to, means }) => of === word || (to === word && means !== 'holds'))
  const joins = (word: Word) => relations.some(({ of, means }) => of === word && means !== 'holds')
  const things: Wanted[] = []
  const told = new Set<Word>()
  const stands = relations.some(onLand)
  let compositions = stands ? settled.filter((composition) => isLevel(family, composition)) : settled
  for (const [at, word] of words.entries()) {
    if (word.negated || things.length === MOST_THINGS) continue
    const thing = thingOf(word)
    if (!thing || held.has(word) || (isShown(word) && !wanted(word)) || things.some((known) => known.thing === thing)) continue
    // what stands by another needs no spot of its own
    const alone = [...sources.values(), word].flatMap((each) => (joins(each) ? [] : [thingOf(each) as SceneThing]))
    const roomy = compositions.filter((composition) => compositionsWithRoom(family, alone).includes(composition))
    if (roomy.length === 0) continue
    compositions = roomy
    told.add(word)
    const made = { thing, ...described(words, at, told) }
    sources.set(made, word)
    things.push(made)
  }
  return relate(things, sources, words, relations, told, compositions)
}

/** Puts relations into the plan's things, where both of their nouns are there. */
function relate(
  things: readonly Wanted[],
  sources: ReadonlyMap<Wanted, Word>,
  words: readonly Word[],
  relations: readonly Relation[],
  told: Set<Word>,
  compositions: readonly string[],
): AskedThings {
  const related = new Set<Relation>()
  const names = new Set(things.map(({ thing }) => thing))
  const complete = things.map((wanted): Wanted => {
    const own = relations.filter(({ of }) => of === sources.get(wanted))
    const hold = own.find(({ means }) => means === 'holds')
    const near = own.find(({ means, to }) => means !== 'holds' && names.has(thingOf(to) as SceneThing))
    for (const relation of [hold, near]) if (relation) related.add(relation)
    const usual = usuallyHeld(wanted.thing)
    const isBarred = usual !== null && words.some((word) => word.negated && heldOf(word) === usual)
    const holds = hold
      ? { thing: heldOf(hold.to) as HeldThing, colour: described(words, words.indexOf(hold.to), told).colour }
      : isBarred && { thing: 'nothing' as const, colour: '' }
    if (hold) told.add(hold.to)
    const by = near && { place: near.means as ThingPlace, thing: thingOf(near.to) as SceneThing }
    return { ...wanted, ...(holds && { holds }), ...(by && { by }) }
  })
  return { things: complete, told, related, compositions }
}

/** How many and of which colour a noun's group says; notes the words that say so. */
function described(words: readonly Word[], at: number, told: Set<Word>): { readonly count: number; readonly colour: string } {
  const word = words[at] as Word
  let count = isPlural(word) ? SOME : 1
  let colour = ''
  for (let before = at - 1; before >= 0; before--) {
    const earlier = words[before] as Word
    if (earlier.group !== word.group || earlier.negated) break
    const number = earlier.kind === 'number' ? valueOfNumeral(earlier.key) : null
    const hue = colourOf(earlier)
    if (number !== null) count = Math.min(THINGS_OF_A_KIND, Math.max(1, number))
    if (number !== null && number <= THINGS_OF_A_KIND) told.add(earlier)
    if (hue !== null) {
      colour = hue
      told.add(earlier)
    }
    if (number !== null || thingOf(earlier)) break
  }
  return { count, colour }
}
