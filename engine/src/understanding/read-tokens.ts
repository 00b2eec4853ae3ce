import { lemmas } from './lemmas.ts'
import { FUNCTION_WORDS, NEGATORS } from './lexicon/function-words.ts'
import { byFirstWord, LONGEST_HAN, type Meaning, meaningAt } from './lexicon/lexicon.ts'
import type { Reading } from './reading.ts'
import type { Token } from './token.ts'

const NUMERALS = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty fifty pair trio couple triple'.split(' '),
)
const HAN_NUMERALS = new Set('两二三四五六七八九十百千万')
const CLASSIFIERS = new Set('个座幅张把片栋只条艘棵朵瓶顶枚本双块间颗盏面辆架道群位名种件轮')
const LONGEST_FUNCTION_HAN = 5

/** Reads tokens into words and phrases, the longest first. Every token is in exactly one reading. */
export function readTokens(prompt: string, tokens: readonly Token[]): Reading[] {
  const readings: Reading[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const { kind, meaning, count, key } =
      token.kind === 'han' ? readHan(tokens, at) : token.kind === 'word' ? readWord(tokens, at) : readOther(token)
    const last = tokens[at + count - 1] as Token
    readings.push({
      text: prompt.slice(token.start, last.end),
      start: token.start,
      end: last.end,
      key,
      kind,
      chinese: token.kind === 'han',
      meaning,
    })
    at += count
  }
  return readings
}

type Read = Pick<Reading, 'kind' | 'meaning' | 'key'> & { readonly count: number }

function readOther(token: Token): Read {
  if (token.kind === 'break') return { kind: 'break', meaning: null, key: token.key, count: 1 }
  if (token.kind === 'number') return { kind: 'number', meaning: null, key: token.key, count: 1 }
  return { kind: 'content', meaning: meaningAt(token.key) ?? null, key: token.key, count: 1 }
}

function readWord(tokens: readonly Token[], at: number): Read {
  const { key } = tokens[at] as Token
  const forms = lemmas(key)
  let best: Meaning | null = null
  for (const form of forms)
    for (const meaning of byFirstWord.get(form) ?? [])
      if (meaning.words.length > (best?.words.length ?? 0) && continues(tokens, at, meaning)) best = meaning
  if (best && best.words.length > 1) return { kind: 'content', meaning: best, key: best.key, count: best.words.length }
  const exact = meaningAt(key) ?? meaningAt(forms[0] as string)
  if (exact) return { kind: 'content', meaning: exact, key: exact.key, count: 1 }
  if (NEGATORS.has(key)) return { kind: 'negator', meaning: null, key, count: 1 }
  if (FUNCTION_WORDS.has(key) || FUNCTION_WORDS.has(forms[0] as string)) return { kind: 'function', meaning: null, key, count: 1 }
  if (NUMERALS.has(key)) return { kind: 'number', meaning: null, key, count: 1 }
  if (best) return { kind: 'content', meaning: best, key: best.key, count: 1 }
  return { kind: 'content', meaning: null, key: forms[0] as string, count: 1 }
}

function continues(tokens: readonly Token[], at: number, { words }: Meaning): boolean {
  for (let next = 1; next < words.length; next++) {
    const token = tokens[at + next]
    if (token?.kind !== 'word' || !lemmas(token.key).includes(words[next] as string)) return false
  }
  return true
}

function readHan(tokens: readonly Token[], at: number): Read {
  const run = hanRun(tokens, at, LONGEST_HAN)
  const word = longest(run, (text) => meaningAt(text) !== undefined, LONGEST_HAN)
  const little = longest(run, (text) => FUNCTION_WORDS.has(text) || NEGATORS.has(text), LONGEST_FUNCTION_HAN)
  if (word.length > 1 && word.length >= little.length)
    return { kind: 'content', meaning: meaningAt(word) ?? null, key: word, count: [...word].length }
  if (HAN_NUMERALS.has(run[0] as string) && CLASSIFIERS.has(run[1] ?? ''))
    return { kind: 'number', meaning: null, key: run.slice(0, 2).join(''), count: 2 }
  if (little !== '' && little.length >= word.length)
    return { kind: NEGATORS.has(little) ? 'negator' : 'function', meaning: null, key: little, count: [...little].length }
  if (word !== '') return { kind: 'content', meaning: meaningAt(word) ?? null, key: word, count: [...word].length }
  return unknownHan(tokens, at)
}

/** Characters until one begins a word that is known. */
function unknownHan(tokens: readonly Token[], at: number): Read {
  let key = (tokens[at] as Token).key
  let count = 1
  for (; count < 4; count++) {
    const run = hanRun(tokens, at + count, LONGEST_HAN)
    const isNext = tokens[at + count - 1]?.end === tokens[at + count]?.start
    if (!isNext || run.length === 0 || longest(run, isKnown, LONGEST_HAN) !== '') break
    key += run[0]
  }
  return { kind: 'content', meaning: null, key, count }
}

const isKnown = (text: string) => meaningAt(text) !== undefined || FUNCTION_WORDS.has(text) || NEGATORS.has(text)

/** Characters that follow each other without a gap. */
function hanRun(tokens: readonly Token[], at: number, most: number): string[] {
  const run: string[] = []
  for (let next = at; next < at + most; next++) {
    const token = tokens[next]
    if (token?.kind !== 'han' || (next > at && tokens[next - 1]?.end !== token.start)) break
    run.push(token.key)
  }
  return run
}

function longest(run: readonly string[], accepts: (text: string) => boolean, most: number): string {
  for (let length = Math.min(run.length, most); length > 0; length--) {
    const text = run.slice(0, length).join('')
    if (accepts(text)) return text
  }
  return ''
}
