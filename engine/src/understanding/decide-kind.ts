import type { GeneratedKind } from '@daedal/protocol/generation/api'
import { PORTRAIT_WORDS } from '../avatar/lexicon/manner.ts'
import type { Relation } from './find-relations.ts'
import { valueOfNumeral } from './lexicon/numerals.ts'
import type { AvatarSense, ItemSense, SceneSense } from './lexicon/sense.ts'
import { isPlural, type Reading, type Word } from './reading.ts'

export type Kind = GeneratedKind

/** Words that ask for a place to walk in. */
const WORLD_WORDS =
  'world, walkable, explorable, metaverse, 3d world, virtual world, to explore, to walk in, to walk around, to walk around in, to walk through, to wander, 世界, 虚拟世界, 三维世界, 元宇宙, 可行走, 可以行走, 可以漫步, 可漫游, 漫游, 可探索, 可以探索'

/** Words that say outright what is wanted. */
const HINTS: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...'icon item prop asset inventory sprite 图标 道具 物品 装备'.split(' ').map((word) => [word, 'item']),
  ...'scene landscape wallpaper panorama vista environment view scenery backdrop 壁纸 风景 景色 场景 全景'
    .split(' ')
    .map((word) => [word, 'scene']),
  ...PORTRAIT_WORDS.split(/[,、]\s*/).map((word) => [word, 'avatar']),
  ...WORLD_WORDS.split(', ').map((word) => [word, 'world']),
])

export const sceneSensesOf = ({ meaning }: Word): SceneSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'scene')
export const itemSensesOf = ({ meaning }: Word): ItemSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'item')

export const avatarSensesOf = ({ meaning }: Word): AvatarSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'avatar')

const namesItem = (word: Word) => itemSensesOf(word).some(({ wish }) => wish.item !== undefined)
const isItem = (word: Word) => itemSensesOf(word).some(({ wish, quiet }) => wish.item !== undefined && !quiet)
const isPlace = (word: Word) =>
  sceneSensesOf(word).some(
    ({ home, within, role }) => home !== undefined || (within !== undefined && (role === 'subject' || role === 'setting')),
  )

/** What stands in pictures of places: trees, a bridge, a bench. */
const isFixture = (word: Word) => sceneSensesOf(word).some(({ seen, within, thing }) => seen || within || thing)

/**
 * Where something is, when that is no place: in the snow, under the stars, under a tree, in a cave that nobody can draw. That snow is a
 * colour as well says nothing.
 */
const isSurroundings = (word: Word) =>
  word.located &&
  !word.negated &&
  avatarSensesOf(word).every(({ role }) => role === 'colour') &&
  (sceneSensesOf(word).some(({ role }) => role === 'weather' || role === 'setting') ||
    isFixture(word) ||
    word.meaning?.near?.domain === 'scene')

/** A place in Chinese that says that something is on it or in it: 月球上. */
const isUpon = (word: Word) => word.chinese && !word.negated && /[上里中下]$/.test(word.key) && isPlace(word)

/** What can be placed in a scene. */
const isThing = (word: Word) => sceneSensesOf(word).some(({ thing }) => thing !== undefined)

/** Someone or some beast who could sit for a portrait. */
const isSitter = (word: Word) => avatarSensesOf(word).some(({ role }) => role === 'subject') && !isItem(word)

/** The nouns that can be the subject: the last of each group, what stands somewhere before where it stands. */
export function subjects(
  words: readonly Word[],
  isNoun: (word: Word) => boolean = (word) => isItem(word) || isPlace(word) || isSitter(word),
): Word[] {
  const heads = new Map<number | Word, Word>()
  // 夜市的灯笼 are two, as “lanterns of a night market” are
  for (const word of words) if (!word.negated && isNoun(word)) heads.set(word.attributive && isPlace(word) ? word : word.group, word)
  const found = [...heads.values()]
  const order = ({ located, attributive }: Word) => (located ? 2 : attributive ? 1 : 0)
  return found.sort((a, b) => order(a) - order(b))
}

/** The item that is asked for. */
export const itemNoun = (words: readonly Word[]): Word | undefined => subjects(words, isItem)[0] ?? subjects(words, namesItem)[0]

/** Several of it: a portrait has one sitter. */
const hasCompany = (noun: Word, words: readonly Word[]) =>
  words.some(
    (word) =>
      word.kind === 'number' &&
      !word.key.endsWith('岁') &&
      word.group === noun.group &&
      word.start < noun.start &&
      (valueOfNumeral(word.key) ?? 1) > 1,
  )

/** Score from which a word alone speaks for a place of worlds. */
const SURE = 3

/** A place that only worlds have. */
const isOnlyInWorlds = ({ meaning, negated }: Word) =>
  !negated &&
  (meaning?.senses ?? []).every(({ domain }) => domain === 'world') &&
  (meaning?.senses ?? []).some((sense) => sense.domain === 'world' && Object.values(sense.scores ?? {}).some((score) => score >= SURE))

/** What grows in a wood is part of the picture of one. */
const isPart = (first: Word, words: readonly Word[]) => isFixture(first) && subjects(words).some((noun) => noun !== first && isPlace(noun))

/**
 * Whether a prompt is of a place and what is there, not of one thing: flowers in a meadow, 森林里的蘑菇, but not a mushroom in a forest
 * or 森林里的一朵蘑菇. A knight on a horse is of both.
 */
export function isOfPlace(words: readonly Word[], readings: readonly Reading[], relations: readonly Relation[]): boolean {
  const [first] = subjects(words)
  if (!first) return false
  if (isSitter(first) && relations.some(({ of, to, means }) => means !== 'holds' && of === first && isThing(of) && isThing(to))) return true
  if (!isPart(first, words)) return false
  return first.chinese ? readings.every(({ kind, key }) => kind === 'content' || !/^[一1]/.test(key)) : isPlural(first)
}

/**
 * Kinds that the subject could be as well, where no word says outright what is wanted: a rocket is an item and stands in scenes. Which of
 * them it is, the other words tell.
 */
export function rivalsOf(words: readonly Word[], readings: readonly Reading[], kind: Kind, relations: readonly Relation[]): Kind[] {
  const [first] = subjects(words)
  if (!first || readings.some(({ key }) => Object.hasOwn(HINTS, key))) return []
  const rivals: Kind[] = []
  // a cat sits for a portrait and a fish swims in a lake, but as things the one sleeps and the other lies on a dish
  if (namesItem(first)) rivals.push('item')
  // who holds something, or stands by someone, is shown whole
  const isRelated = relations.some(({ of, to }) => isThing(of) && (of === first || to === first))
  if (isPlace(first) || isRelated || isPart(first, words)) rivals.push('scene')
  if (isSitter(first)) rivals.push('avatar')
  return rivals.filter((rival) => rival !== kind)
}

/** Whether a prompt asks for a scene, an item, a portrait or a world: by a word that says so, by its subject, or by what more of its words mean. */
export function decideKind(words: readonly Word[], readings: readonly Reading[]): Kind {
  const nouns = subjects(words)
  const hasItem = nouns.some(isItem)
  const hasPlace = nouns.some(isPlace)
  for (const { key } of readings) {
    const hint = Object.hasOwn(HINTS, key) ? HINTS[key] : undefined
    if (hint === 'avatar' || hint === 'world') return hint
    if (hint === 'item' && (hasItem || !hasPlace)) return 'item'
    if (hint === 'scene' && (hasPlace || !hasItem)) return 'scene'
  }
  const [first] = nouns
  const near = words.find((word) => !word.negated && avatarSensesOf(word).length === 0 && word.meaning?.near)
  // a castle with a dragon is a scene, though no castle can be drawn
  if (first && isSitter(first) && near?.meaning?.near && near.start < first.start) return near.meaning.near.domain
  // a place with someone or something in it is a scene
  const elsewhere =
    nouns.some((noun) => noun !== first && isPlace(noun) && !isSitter(noun)) || words.some((word) => isSurroundings(word) || isUpon(word))
  if (first && isThing(first) && isSitter(first) && hasCompany(first, words)) return 'scene'
  // a red car is a thing to own; cars, or one in the rain, are part of a street
  const isAlone =
    first && nouns.length === 1 && !elsewhere && !isPlural(first) && sceneSensesOf(first).every(({ home }) => home === undefined)
  if (first && isItem(first) && isAlone) return 'item'
  if (first && isSitter(first)) return elsewhere && (isPlace(first) || isThing(first)) ? 'scene' : 'avatar'
  if (first) return isPlace(first) || (elsewhere && isThing(first)) ? 'scene' : 'item'
  if (near?.meaning?.near) return near.meaning.near.domain
  if (!first && words.some(isOnlyInWorlds)) return 'world'
  const count = (senses: (word: Word) => readonly unknown[]) => words.filter((word) => senses(word).length > 0).length
  const portrait = count(avatarSensesOf)
  if (portrait > count(itemSensesOf) && portrait > count(sceneSensesOf)) return 'avatar'
  return count(itemSensesOf) > count(sceneSensesOf) ? 'item' : 'scene'
}
