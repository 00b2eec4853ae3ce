import { hasChinese } from '../text/language.ts'
import { terms } from '../text/terms.ts'
import { translated } from './glossary.ts'
import type { Turn } from './turn.ts'

/** The fact of a list that the words mean: a term in common, or the same in the other language. */
export function matchingFact(turn: Turn, facts: readonly string[], words: string): string | undefined {
  const asked = new Set(terms(words))
  return facts.find((fact) => {
    if (terms(fact).some((term) => asked.has(term))) return true
    const core = fact.replace(/^[喝吃听看讲唱画养写读弹收集]+/, '')
    if (words !== '' && hasChinese(words) && (fact.includes(words) || (core !== '' && words.includes(core)))) return true
    return translated(fact, turn.language).toLowerCase() === words.toLowerCase()
  })
}
