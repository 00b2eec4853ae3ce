import { hasChinese } from '../text/language.ts'
import { escaped } from '../text/phrasing.ts'
import { terms } from '../text/terms.ts'
import type { Knowledge, Lore, Unit } from './knowledge.ts'

/** A sentence that fits a question: its score, the share of the question's terms it holds, the bonus of its lore entry. */
export type Match = { readonly unit: Unit; readonly score: number; readonly cover: number; readonly lore: number }

/** Sentences that fit, best first: BM25 over units plus a bonus where the question names a key of the unit's lore entry. */
export function retrieve(knowledge: Knowledge, question: string): Match[] {
  const asked = [...new Set(terms(question))]
  const lower = question.toLowerCase()
  const bonuses = knowledge.lore.map((entry) => loreBonus(entry, new Set(asked), lower))
  const matches: Match[] = []
  for (const unit of knowledge.units) {
    let score = 0
    let hits = 0
    for (const term of asked) {
      const count = unit.terms.filter((other) => other === term).length
      if (count === 0) continue
      hits++
      const length = 0.5 + (0.5 * unit.terms.length) / knowledge.averageLength
      score += (rarity(knowledge.units.length, knowledge.frequencies.get(term) ?? 1) * (count * 2.2)) / (count + 1.2 * length)
    }
    const lore = unit.lore === null ? 0 : (bonuses[unit.lore] ?? 0)
    if (lore > 0) score += lore + (knowledge.lore[unit.lore as number]?.units[0] === unit ? 0.6 : 0)
    if (score > 0) matches.push({ unit, score, cover: asked.length > 0 ? hits / asked.length : 0, lore })
  }
  return matches.sort((a, b) => b.score - a.score || a.unit.at - b.unit.at)
}

function loreBonus(entry: Lore, asked: ReadonlySet<string>, lower: string): number {
  let best = 0
  for (const [at, key] of entry.keys.entries()) {
    const keyTerms = entry.keyTerms[at] ?? []
    const chinese = hasChinese(key)
    const named =
      (keyTerms.length > 0 && keyTerms.every((term) => asked.has(term))) ||
      (chinese ? lower.includes(key) : key.length > 2 && new RegExp(`(^|[^a-z])${escaped(key)}`).test(lower))
    if (named) best = Math.max(best, 4 + keyTerms.length * 0.5 + Math.min(2, key.length * 0.1))
  }
  return best
}

/** Inverse document frequency with a floor; the logarithm is linear between powers of two, so every machine agrees. */
function rarity(units: number, frequency: number): number {
  let rest = 1 + (units - frequency + 0.5) / (frequency + 0.5)
  let doublings = 0
  while (rest >= 2) {
    rest /= 2
    doublings++
  }
  return 0.5 + Math.LN2 * (doublings + rest - 1)
}
