import { CONJUNCTIONS, PREPOSITIONS } from './lexicon/function-words.ts'
import type { Reading, Word } from './reading.ts'

const determiners = new Set("a an the this that these those its their some any all each every both 's s one".split(' '))
const locative = /^(?:里|中|内|上|下|旁|边|前|后|之[中间上下]|上空)/

/** The words of content, with negation, place and grouping read off what stands between them. */
export function findWords(readings: readonly Reading[]): Word[] {
  const words: Word[] = []
  let negating = false
  let heardNegated = false
  let group = 0
  let located = false
  for (const [at, reading] of readings.entries()) {
    const { kind, key } = reading
    if (kind === 'content' || kind === 'number') {
      const opensPlace = PREPOSITIONS.has(reading.meaning?.words[0] ?? '') && (reading.meaning?.words.length ?? 0) > 1
      if (heardNegated && opensPlace) negating = false
      const next = readings[at + 1]
      const isPlace = located || opensPlace || (reading.chinese && next?.kind === 'function' && locative.test(next.key))
      const attributive = reading.chinese && next?.key === '的'
      words.push({ ...reading, negated: negating, located: isPlace, attributive, group })
      heardNegated ||= negating
      continue
    }
    // 白色的天鹅 is one group, as "white swans" is
    if (key !== '的') group++
    if (kind === 'negator') {
      negating = true
      heardNegated = false
      located = false
    } else if (kind === 'break') {
      located = false
      // a list goes on over 、 and ends with any other mark
      if (key !== '、') negating = false
    } else {
      located = PREPOSITIONS.has(key) || (located && determiners.has(key))
      const goesOn = CONJUNCTIONS.has(key) || determiners.has(key)
      if (heardNegated && !goesOn) negating = false
    }
  }
  return words
}
