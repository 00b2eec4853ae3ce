import type { ItemSense, SceneSense } from './lexicon/sense.ts'
import type { Reading, Word } from './reading.ts'

export type Kind = 'scene' | 'item'

/** Words that say outright what is wanted. */
const HINTS: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...'icon item prop asset inventory sprite 图标 道具 物品 装备'.split(' ').map((word) => [word, 'item']),
  ...'scene landscape wallpaper panorama vista environment view scenery backdrop 壁纸 风景 景色 场景 全景'
    .split(' ')
    .map((word) => [word, 'scene']),
])

export const sceneSensesOf = ({ meaning }: Word): SceneSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'scene')
export const itemSensesOf = ({ meaning }: Word): ItemSense[] => (meaning?.senses ?? []).filter((sense) => sense.domain === 'item')

const isItem = (word: Word) => itemSensesOf(word).some(({ wish }) => wish.item !== undefined)
const isPlace = (word: Word) =>
  sceneSensesOf(word).some(
    ({ home, within, role }) => home !== undefined || (within !== undefined && (role === 'subject' || role === 'setting')),
  )

/** The nouns that can be the subject: the last of each group, what stands somewhere before where it stands. */
export function subjects(words: readonly Word[], isNoun: (word: Word) => boolean = (word) => isItem(word) || isPlace(word)): Word[] {
  const heads = new Map<number, Word>()
  for (const word of words) if (!word.negated && isNoun(word)) heads.set(word.group, word)
  const found = [...heads.values()]
  return [...found.filter(({ located }) => !located), ...found.filter(({ located }) => located)]
}

/** The item that is asked for. */
export const itemNoun = (words: readonly Word[]): Word | undefined => subjects(words, isItem)[0]

/** Whether a prompt asks for a scene or an item: by a word that says so, by its subject, or by what more of its words mean. */
export function decideKind(words: readonly Word[], readings: readonly Reading[]): Kind {
  const nouns = subjects(words)
  const hasItem = nouns.some(isItem)
  const hasPlace = nouns.some(isPlace)
  for (const { key } of readings) {
    const hint = Object.hasOwn(HINTS, key) ? HINTS[key] : undefined
    if (hint === 'item' && (hasItem || !hasPlace)) return 'item'
    if (hint === 'scene' && (hasPlace || !hasItem)) return 'scene'
  }
  const [first] = nouns
  if (first) return isPlace(first) ? 'scene' : 'item'
  const near = words.find((word) => !word.negated && word.meaning?.near)?.meaning?.near
  if (near) return near.domain
  const count = (senses: (word: Word) => readonly unknown[]) => words.filter((word) => senses(word).length > 0).length
  return count(itemSensesOf) > count(sceneSensesOf) ? 'item' : 'scene'
}
