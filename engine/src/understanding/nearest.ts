import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import type { SceneFamily, SceneFeature } from '@daedal/protocol/generation/scene-plan'
import type { WorldPlace } from '@daedal/protocol/generation/world-plan'
import type { Kind } from './decide-kind.ts'
import { drawable, entries, type Meaning } from './lexicon/lexicon.ts'
import type { Word } from './reading.ts'
import { compositionsFor } from './scene-shows.ts'

/** Suggestions for one word. */
const MOST = 4
/** Longest word that is compared by its letters. */
const LONGEST = 32
/** Least share of letter triples in common. */
const ALIKE = 0.45

const triples = (word: string): string[] => {
  const padded = `^${word}$`
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3))
}

/** Drawable words by each triple of letters, and Chinese ones by each character. */
const { byTriple, byCharacter } = (() => {
  const byTriple = new Map<string, Meaning[]>()
  const byCharacter = new Map<string, Meaning[]>()
  for (const meaning of drawable) {
    const isHan = /^\p{Script=Han}/u.test(meaning.key)
    const [index, parts] = isHan ? ([byCharacter, [...meaning.key]] as const) : ([byTriple, triples(meaning.key)] as const)
    for (const part of new Set(parts)) index.set(part, [...(index.get(part) ?? []), meaning])
  }
  return { byTriple, byCharacter }
})()

/** Drawable words that come near one that is not drawn; the nearest first, none when nothing does. */
export function nearest(word: Word, plan: GenerationPlan): string[] {
  const { kind } = plan
  const near = word.meaning?.near
  if (near && (kind === 'scene' || kind === 'item')) return (word.chinese ? near.zh : near.en).slice(0, MOST)
  if (word.meaning && kind === 'scene') return inFamily(word, plan.family)
  if (word.meaning && kind === 'world') return inPlace(word, plan.place)
  if (word.meaning) return []
  return (word.chinese ? sharing(word.key) : alike(word.key))
    .filter((meaning) => fits(meaning, kind))
    .map(({ key }) => key)
    .slice(0, MOST)
}

const fits = (meaning: Meaning, kind: Kind) => meaning.senses.some(({ domain }) => domain === kind)

/** What the family can show of the same sort. */
function inFamily({ chinese }: Word, family: SceneFamily): string[] {
  const found: string[] = []
  for (const { words, sense } of entries) {
    if (sense.domain !== 'scene' || (sense.role !== 'subject' && sense.role !== 'detail')) continue
    const features = sense.within?.[family]?.features ?? []
    if (features.length === 0 || !features.every((feature: SceneFeature) => compositionsFor(family, feature).length > 0)) continue
    const shown = words.find((word) => /\p{Script=Han}/u.test(word) === chinese)
    if (shown) found.push(shown)
  }
  return found.slice(0, MOST)
}

/** What the place itself has, in whatever layout. */
function inPlace({ chinese }: Word, place: WorldPlace): string[] {
  const found: string[] = []
  for (const { words, sense } of entries) {
    if (sense.domain !== 'world' || sense.role === 'setting' || sense.within?.[place] === undefined) continue
    const shown = words.find((word) => /\p{Script=Han}/u.test(word) === chinese)
    if (shown) found.push(shown)
  }
  return found.slice(0, MOST)
}

function alike(key: string): Meaning[] {
  if (key.length < 4 || key.length > LONGEST) return []
  const own = new Set(triples(key))
  const shared = new Map<Meaning, number>()
  for (const triple of own) for (const meaning of byTriple.get(triple) ?? []) shared.set(meaning, (shared.get(meaning) ?? 0) + 1)
  return [...shared]
    .map(([meaning, count]) => ({ meaning, score: (2 * count) / (own.size + meaning.key.length) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.meaning.key < b.meaning.key ? -1 : 1))
    .map(({ meaning }) => meaning)
}

function sharing(key: string): Meaning[] {
  const found = new Set([...key].flatMap((character) => byCharacter.get(character) ?? []))
  return [...found].sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
}
