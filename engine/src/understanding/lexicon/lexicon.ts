import { lemmas } from '../lemmas.ts'
import { avatarSenses } from './avatar-senses.ts'
import { itemSenses } from './item-senses.ts'
import { type Neighbours, neighbours } from './neighbours.ts'
import { sceneBuilt } from './scene-built.ts'
import { sceneColours } from './scene-colours.ts'
import { sceneConditions, sceneMoods } from './scene-conditions.ts'
import { sceneDetails } from './scene-details.ts'
import { sceneInterior } from './scene-interior.ts'
import { sceneOpenSubjects } from './scene-open-subjects.ts'
import { sceneParts } from './scene-parts.ts'
import { sceneRuins } from './scene-ruins.ts'
import { sceneSubjects } from './scene-subjects.ts'
import { sceneThingSenses } from './scene-things.ts'
import type { Entry, Sense } from './sense.ts'
import { styleEntries } from './styles.ts'
import { worldSenses } from './world-senses.ts'

/** What a word or phrase means: in scenes, in items, in portraits, in worlds, or what comes near it. */
export type Meaning = { readonly key: string; readonly words: readonly string[]; readonly senses: Sense[]; near: Neighbours | null }

/** All words of scenes, items, portraits and worlds. Of two meanings of a word in one domain both count, such as crystal the thing and the material. */
export const entries: readonly Entry[] = [
  ...sceneSubjects,
  ...sceneOpenSubjects,
  ...sceneBuilt,
  ...sceneRuins,
  ...sceneInterior,
  ...sceneConditions,
  ...sceneMoods,
  ...sceneDetails,
  ...sceneThingSenses,
  ...sceneParts,
  ...sceneColours,
  ...styleEntries,
  ...itemSenses,
  ...avatarSenses,
  ...worldSenses,
]

const meanings = new Map<string, Meaning>()

function meaningOf(word: string): Meaning {
  const words = /\p{Script=Han}/u.test(word) ? [word] : word.split(/[\s-]+/).map((part) => lemmas(part)[0] ?? part)
  const key = words.join(' ')
  const known = meanings.get(key)
  if (known) return known
  const made: Meaning = { key, words, senses: [], near: null }
  meanings.set(key, made)
  return made
}
const namesSubject = (sense: Sense) =>
  (sense.domain === 'item' && sense.wish.item !== undefined) || (sense.domain === 'avatar' && sense.role === 'subject')

/** A phrase of one domain means in the other what its last words mean there: "at night" as "night". */
function borrow({ key, words, senses }: Meaning, domain: Sense['domain']): void {
  if (senses.some((sense) => sense.domain === domain)) return
  const isHan = /^\p{Script=Han}/u.test(key)
  const endings = isHan
    ? Array.from({ length: Math.max(0, key.length - 3) }, (_, at) => key.slice(at + 1, key.length))
    : words.slice(1).map((_, at) => words.slice(at + 1).join(' '))
  for (const ending of endings) {
    const found = meanings.get(ending)?.senses.filter((sense) => sense.domain === domain && !namesSubject(sense))
    if (found && found.length > 0) return void senses.push(...found)
  }
}

/** A plural that only some lists hold means in the others what its singular does: the flowers of a world are flowers of a scene. */
function takeSingular({ key, words, senses }: Meaning): void {
  if (words.length !== 1 || !/^[a-z]+s$/.test(key)) return
  const domains = new Set(senses.map(({ domain }) => domain))
  for (const form of lemmas(key).slice(1))
    for (const sense of meanings.get(form)?.senses ?? []) if (!domains.has(sense.domain)) senses.push(sense)
}

for (const { words, sense } of entries) for (const word of words) meaningOf(word).senses.push(sense)
for (const meaning of meanings.values())
  if (meaning.words.length > 1 || /^\p{Script=Han}{4}/u.test(meaning.key))
    for (const domain of ['scene', 'item', 'avatar', 'world'] as const) borrow(meaning, domain)
for (const meaning of meanings.values()) takeSingular(meaning)
for (const entry of neighbours) for (const word of entry.words) meaningOf(word).near ??= entry

/** Meanings by their first word, long phrases first. */
export const byFirstWord: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const found = new Map<string, Meaning[]>()
  for (const meaning of meanings.values()) {
    const first = meaning.words[0] as string
    found.set(first, [...(found.get(first) ?? []), meaning])
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
  return found
})()

/** A word as a whole. */
export const meaningAt = (key: string): Meaning | undefined => meanings.get(key)

/** Longest Chinese word. */
export const LONGEST_HAN = Math.max(...[...meanings.keys()].filter((key) => /^\p{Script=Han}+$/u.test(key)).map((key) => key.length))

/** Every word and phrase that is known, drawable or only near to something that is. */
export const allMeanings: readonly Meaning[] = [...meanings.values()]

/** Every drawable word, for what comes near a misspelt one. */
export const drawable: readonly Meaning[] = allMeanings.filter(({ senses }) => senses.length > 0)
