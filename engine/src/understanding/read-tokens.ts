import { lemmas } from './lemmas.ts'
import { FUNCTION_WORDS, NEGATORS } from './lexicon/function-words.ts'
import { byFirstWord, LONGEST_HAN, type Meaning, meaningAt } from './lexicon/lexicon.ts'
import { NUMERALS } from './lexicon/numerals.ts'
import { synonymOf } from './lexicon/synonyms.ts'
import type { Reading } from './reading.ts'
import type { Token } from './token.ts'

const HAN_NUMERALS = new Set('两二三四五六七八九十百千万')
const CLASSIFIERS = new Set('个座幅张把片栋只条艘棵朵瓶顶枚本双块间颗盏面辆架道群位名种件轮岁头匹辆队')
const LONGEST_UNKNOWN_HAN = 4

/** Chinese words by their first character, long ones first. */
function byFirst(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) if (/^\p{Script=Han}/u.test(word)) found.set(word.charAt(0), [...(found.get(word.charAt(0)) ?? []), word])
  for (const list of found.values()) list.sort((a, b) => b.length - a.length)
  return found
}
const contentByFirst = byFirst(byFirstWord.keys())
const littleByFirst = byFirst([...FUNCTION_WORDS, ...NEGATORS])

/** Reads tokens into words and phrases, the longest first. Every token is in exactly one reading. */
export function readTokens(prompt: string, tokens: readonly Token[]): Reading[] {
  const readings: Reading[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const { kind, meaning, count, key } =
      token.kind === 'han'
        ? readHan(tokens, at)
        : (numberOf(prompt, tokens, at) ?? (token.kind === 'word' ? readWord(tokens, at) : readOther(token)))
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

/** A number in a phrase, as in “8 bit”, or joined to a word, as in “three-masted”, says nothing of how many there are. */
function numberOf(prompt: string, tokens: readonly Token[], at: number): Read | null {
  const { kind, key, end } = tokens[at] as Token
  if (kind !== 'number' && !NUMERALS.has(key)) return null
  const phrase = longestAt(tokens, at, [key])
  if (phrase && phrase.words.length > 1) return { kind: 'content', meaning: phrase, key: phrase.key, count: phrase.words.length }
  const next = tokens[at + 1]
  if (next?.kind !== 'word' || next.start !== end + 1 || prompt[end] !== '-' || NUMERALS.has(next.key) || next.key === 'one') return null
  // “year old” says by itself what the number before it is
  if ((longestAt(tokens, at + 1, lemmas(next.key))?.words.length ?? 0) > 1) return null
  return { kind: 'content', meaning: null, key: `${key}-${next.key}`, count: 2 }
}

/** The longest word or phrase of the lexicon that begins with one of these forms. */
function longestAt(tokens: readonly Token[], at: number, forms: readonly string[]): Meaning | null {
  let best: Meaning | null = null
  for (const form of forms)
    for (const meaning of byFirstWord.get(form) ?? [])
      if (meaning.words.length > (best?.words.length ?? 0) && continues(tokens, at, meaning)) best = meaning
  return best
}

function readWord(tokens: readonly Token[], at: number): Read {
  const { key } = tokens[at] as Token
  const forms = lemmas(key)
  const best = longestAt(tokens, at, forms)
  if (best && best.words.length > 1) return { kind: 'content', meaning: best, key: best.key, count: best.words.length }
  const exact = meaningAt(key) ?? meaningAt(forms[0] as string)
  if (exact) return { kind: 'content', meaning: exact, key: exact.key, count: 1 }
  if (NEGATORS.has(key)) return { kind: 'negator', meaning: null, key, count: 1 }
  if (FUNCTION_WORDS.has(key) || FUNCTION_WORDS.has(forms[0] as string)) return { kind: 'function', meaning: null, key, count: 1 }
  if (NUMERALS.has(key)) return { kind: 'number', meaning: null, key, count: 1 }
  if (best) return { kind: 'content', meaning: best, key: best.key, count: 1 }
  const meant = meaningBySynonym(key, forms)
  if (meant) return { kind: 'content', meaning: meant, key: meant.key, count: 1 }
  return { kind: 'content', meaning: null, key: forms[0] as string, count: 1 }
}

/** By what the word is or is a kind of. Of its forms only plurals count: "flying" has nothing to do with a fly. */
function meaningBySynonym(key: string, forms: readonly string[]): Meaning | null {
  for (const form of forms) {
    if (form !== key && !key.endsWith('s')) continue
    const target = synonymOf(form)
    if (target) return meaningAt(target) ?? null
  }
  return null
}

function continues(tokens: readonly Token[], at: number, { words }: Meaning): boolean {
  for (let next = 1; next < words.length; next++) {
    const token = tokens[at + next]
    if (token?.kind !== 'word' || !lemmas(token.key).includes(words[next] as string)) return false
  }
  return true
}

function readHan(tokens: readonly Token[], at: number): Read {
  const run = hanRun(tokens, at)
  const word = longest(run, contentByFirst)
  const little = longest(run, littleByFirst)
  if (word.length > 1 && word.length >= little.length)
    return { kind: 'content', meaning: meaningAt(word) ?? null, key: word, count: [...word].length }
  const [first = ''] = run
  const number = /^[零一二两三四五六七八九十百千万]+/.exec(run)?.[0] ?? ''
  const counted = CLASSIFIERS.has(run.charAt(number.length)) ? number + run.charAt(number.length) : ''
  if (counted !== '' && (number.length > 1 || HAN_NUMERALS.has(number) || counted === '一岁'))
    return { kind: 'number', meaning: null, key: counted, count: counted.length }
  if (little !== '' && little.length >= word.length)
    return { kind: NEGATORS.has(little) ? 'negator' : 'function', meaning: null, key: little, count: [...little].length }
  if (word !== '') return { kind: 'content', meaning: meaningAt(word) ?? null, key: word, count: [...word].length }
  return unknownHan(tokens, at, first)
}

/** Characters until one begins a word that is known. */
function unknownHan(tokens: readonly Token[], at: number, first: string): Read {
  let key = first
  let count = 1
  for (; count < LONGEST_UNKNOWN_HAN; count++) {
    if (tokens[at + count - 1]?.end !== tokens[at + count]?.start) break
    const run = hanRun(tokens, at + count)
    if (run === '' || longest(run, contentByFirst) !== '' || longest(run, littleByFirst) !== '') break
    key += tokens[at + count]?.key
  }
  return { kind: 'content', meaning: null, key, count }
}

/** Characters that follow each other without a gap, as many as the longest word has. */
function hanRun(tokens: readonly Token[], at: number): string {
  let run = ''
  for (let next = at; next < at + LONGEST_HAN; next++) {
    const token = tokens[next]
    if (token?.kind !== 'han' || (next > at && tokens[next - 1]?.end !== token.start)) break
    run += token.key
  }
  return run
}

const longest = (run: string, words: ReadonlyMap<string, readonly string[]>): string =>
  words.get(run.charAt(0))?.find((word) => run.startsWith(word)) ?? ''
