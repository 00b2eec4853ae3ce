import type { Reading } from './reading.ts'

const NAMING = new Set(['named', 'called', '名叫', '叫做', '名为', '名字叫', '取名', '叫'])
/** What a portrait is of stands behind one of these. */
const PORTRAYING = new Set(['of', 'meet', 'for'])
/** Longest Chinese name, in characters. */
const LONGEST = 4

const isCapital = ({ text }: Reading) => /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(text)
const isWord = ({ kind }: Reading) => kind === 'content' || kind === 'function'

/**
 * Marks proper names: what "named" or 名叫 announces, and a capital word that no list holds where someone is introduced ("Alice, a
 * software engineer"; "portrait of Alice"). A name asks for nothing that could be drawn.
 */
export function findNames(prompt: string, readings: readonly Reading[]): Reading[] {
  const found: Reading[] = []
  for (let at = 0; at < readings.length; at++) {
    const reading = readings[at] as Reading
    const before = found.at(-1)
    const length = before && NAMING.has(before.key) ? nameLength(readings, at) : introduces(readings, at) ? 1 : 0
    if (length === 0) {
      found.push(reading)
      continue
    }
    const last = readings[at + length - 1] as Reading
    found.push({ ...reading, text: prompt.slice(reading.start, last.end), end: last.end, kind: 'name', meaning: null })
    at += length - 1
  }
  return found
}

/** How many readings a name takes that is announced. */
function nameLength(readings: readonly Reading[], at: number): number {
  const first = readings[at] as Reading
  if (!isWord(first)) return 0
  if (!first.chinese) {
    if (!isCapital(first)) return first.meaning === null && first.kind === 'content' ? 1 : 0
    const second = readings[at + 1]
    return second && isWord(second) && isCapital(second) && second.start === first.end + 1 ? 2 : 1
  }
  let characters = 0
  let length = 0
  for (let next = at; next < readings.length; next++) {
    const reading = readings[next] as Reading
    if (!reading.chinese || !isWord(reading) || reading.key === '的' || characters + reading.text.length > LONGEST) break
    characters += reading.text.length
    length++
  }
  return length
}

/** A capital word without a meaning at the start of a sentence, before a comma or what makes someone, or behind "portrait of". */
function introduces(readings: readonly Reading[], at: number): boolean {
  const reading = readings[at] as Reading
  if (reading.kind !== 'content' || reading.meaning !== null || reading.chinese || !isCapital(reading)) return false
  const before = readings[at - 1]
  const after = readings[at + 1]
  const opens = before === undefined || (before.kind === 'break' && /[.!?\n]/.test(before.key)) || PORTRAYING.has(before.key)
  return opens && (after === undefined || after.kind === 'break' || ['is', 'the', 'wearing', 'with', 'holding', 'and'].includes(after.key))
}
