import type { GeneratedKind } from '@daedal/protocol/generation/api'
import { PORTRAIT_WORDS } from '../avatar/lexicon/manner.ts'
import type { AvatarSense, ItemSense, SceneSense } from './lexicon/sense.ts'
import type { Reading, Word } from './reading.ts'

export type Kind = GeneratedKind

/** Words that ask for a place to walk in. */
const WORLD_WORDS =
  'world, walkable, explorable, metaverse, 3d world, virtual world, 世界, 虚拟世界, 三维世界, 元宇宙, 可行走, 可漫游, 漫游'

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

const isItem = (word: Word) => itemSensesOf(word).some(({ wish }) => wish.item !== undefined)
const isPlace = (word: Word) =>
  sceneSensesOf(word).some(
    ({ home, within, role }) => home !== undefined || (within !== undefined && (role === 'subject' || role === 'setting')),
  )

/** Someone or some beast who could sit for a portrait. */
const isSitter = (word: Word) => avatarSensesOf(word).some(({ role }) => role === 'subject') && !isItem(word)

/** The nouns that can be the subject: the last of each group, what stands somewhere before where it stands. */
export function subjects(
  words: readonly Word[],
  isNoun: (word: Word) => boolean = (word) => isItem(word) || isPlace(word) || isSitter(word),
): Word[] {
  const heads = new Map<number, Word>()
  for (const word of words) if (!word.negated && isNoun(word)) heads.set(word.group, word)
  const found = [...heads.values()]
  return [...found.filter(({ located }) => !located), ...found.filter(({ located }) => located)]
}

/** The item that is asked for. */
export const itemNoun = (words: readonly Word[]): Word | undefined => subjects(words, isItem)[0]

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
  // a place with someone in it is a scene: there people are a detail
  if (first && isSitter(first)) return isPlace(first) && nouns.some((noun) => isPlace(noun) && !isSitter(noun)) ? 'scene' : 'avatar'
  if (first) return isPlace(first) ? 'scene' : 'item'
  if (near?.meaning?.near) return near.meaning.near.domain
  const count = (senses: (word: Word) => readonly unknown[]) => words.filter((word) => senses(word).length > 0).length
  const portrait = count(avatarSensesOf)
  if (portrait > count(itemSensesOf) && portrait > count(sceneSensesOf)) return 'avatar'
  return count(itemSensesOf) > count(sceneSensesOf) ? 'item' : 'scene'
}
