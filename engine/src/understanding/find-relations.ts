import type { ThingPlace } from '@daedal/protocol/generation/scene-things'
import type { Reading, Word } from './reading.ts'

/** What a word or phrase says of two nouns: how the one stands to the other. */
export type Relation = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly means: ThingPlace | 'holds' | 'under'
  /** The noun that is placed, or that holds. */
  readonly of: Word
  /** The noun that it is placed by, or that is held. */
  readonly to: Word
  /** Says something else as well, so that it counts only where it is realised: "with". */
  readonly loose: boolean
}

/** How many readings a noun may be away from what relates it. */
const REACH = 6
/** Most relations of a prompt. */
const MOST = 12

type Phrase = { readonly words: readonly string[]; readonly means: Relation['means']; readonly loose: boolean }

const phrases = (means: Relation['means'], list: string, loose = false): Phrase[] =>
  list.split(', ').map((phrase) => ({ words: phrase.split(' '), means, loose }))

/** Between its two nouns, in English or Chinese; longer phrases first. */
const BETWEEN: readonly Phrase[] = [
  ...phrases('front', 'in front of'),
  ...phrases('on', 'on top of'),
  ...phrases('beside', 'next to, close to, alongside, beside, near'),
  ...phrases('behind', 'behind'),
  ...phrases('on', 'on, upon, atop'),
  ...phrases('under', 'under, underneath, beneath'),
  ...phrases(
    'holds',
    'holding, holds, hold, carrying, carries, wielding, wields, clutching, raising, 手持, 手拿, 拿着, 举着, 提着, 撑着, 打着, 抱着, 握着, 捧着, 拿, 撑',
  ),
  ...phrases('holds', 'with', true),
]

/** Behind the noun that something is placed by: 马旁边. */
const BEHIND: readonly Phrase[] = [
  ...phrases('beside', '旁边, 旁, 身边, 边上, 身旁'),
  ...phrases('front', '前面, 前, 身前'),
  ...phrases('behind', '后面, 后, 身后'),
  ...phrases('on', '上面, 上, 之上'),
  ...phrases('under', '下面, 下, 之下'),
]

const STANDING = new Set(['在', '站在', '坐在', '停在', '走在', '位于'])

const startsAt = (readings: readonly Reading[], at: number, { words }: Phrase) =>
  words.every((word, i) => {
    const reading = readings[at + i]
    return reading?.kind === 'function' && reading.key === word
  })

/** Relations between nouns, in order. `isNoun` says which words can stand in one. */
export function findRelations(
  prompt: string,
  readings: readonly Reading[],
  words: readonly Word[],
  isNoun: (word: Word) => boolean,
): Relation[] {
  const found: Relation[] = []
  const byStart = new Map(words.map((word) => [word.start, word]))
  const nounAt = (at: number): Word | null => {
    const word = byStart.get(readings[at]?.start ?? -1)
    return word && !word.negated && isNoun(word) ? word : null
  }
  /** The nearest noun from a reading on, up to the end of the clause; of a group its last one. */
  const ahead = (from: number): Word | null => {
    let noun: Word | null = null
    for (let at = from; at < Math.min(readings.length, from + REACH); at++) {
      const next = nounAt(at)
      if (noun && next?.group !== noun.group) break
      if (next) noun = next
      if (readings[at]?.kind === 'break') break
    }
    return noun
  }
  const back = (from: number): Word | null => {
    for (let at = from; at >= Math.max(0, from - REACH); at--) {
      const noun = nounAt(at)
      if (noun) return noun
      if (/[.;!?。；！？\n]/.test(readings[at]?.kind === 'break' ? (readings[at]?.key ?? '') : '')) return null
    }
    return null
  }
  const note = (at: number, { words: { length }, means, loose }: Phrase, of: Word | null, to: Word | null) => {
    const first = readings[at] as Reading
    const last = readings[at + length - 1] as Reading
    // beside a man with a lantern is beside the man
    const holder = found.find((one) => one.means === 'holds' && one.to === of)?.of ?? of
    if (!holder || !to || holder === to || found.length === MOST) return
    found.push({ text: prompt.slice(first.start, last.end), start: first.start, end: last.end, means, of: holder, to, loose })
  }
  for (let at = 0; at < readings.length && found.length < MOST; at++) {
    if (readings[at]?.kind !== 'function') continue
    const between = BETWEEN.find((phrase) => startsAt(readings, at, phrase))
    if (between) {
      const of = back(at - 1)
      const to = ahead(at + between.words.length)
      // 拿着剑的骑士
      const follows = !of && readings[at]?.chinese && to ? ahead(at + 3) : null
      note(at, between, of ?? follows, to)
      at += between.words.length - 1
      continue
    }
    const behind = BEHIND.find((phrase) => startsAt(readings, at, phrase))
    const to = behind && nounAt(at - 1)
    if (!behind || !to) continue
    let standing = at - 1
    while (standing > at - REACH && !STANDING.has(readings[standing]?.key ?? '')) standing--
    note(at, behind, standing > at - REACH ? back(standing - 1) : ahead(at + 1), to)
  }
  return found
}
