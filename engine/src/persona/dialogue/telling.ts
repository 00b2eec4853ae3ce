import type { Knowledge, Unit } from '../knowledge/knowledge.ts'
import { retrieve } from '../knowledge/retrieve.ts'
import type { PhraseKey } from '../phrases/phrases.ts'
import { hasChinese } from '../text/language.ts'
import { terms } from '../text/terms.ts'
import { counted, inLanguage, push, setTopic, type Turn } from './turn.ts'
import { REPEAT_WINDOW, type Slots, say } from './wording.ts'

/** Whether something was not told lately. */
export function isFresh(turn: Turn, key: string): boolean {
  const told = turn.state.told.get(key)
  return told === undefined || turn.state.turn - told > REPEAT_WINDOW
}

/** A sentence of the card, marked as told and made the subject; `lead` names phrases with a {r} slot to put it in. */
export function tell(turn: Turn, unit: Unit, lead?: PhraseKey): string {
  turn.state.told.set(unit.key, turn.state.turn)
  setTopic(turn, labelOf(turn, unit), null, '', unit)
  return lead ? say(turn, lead, { r: spoken(turn, unit) }) : spoken(turn, unit)
}

/** The same, saying so when it was told before. */
export const tellAgain = (turn: Turn, unit: Unit): string =>
  isFresh(turn, unit.key) ? tell(turn, unit) : say(turn, 'mentioned') + tell(turn, unit)

/** The unit's text; quoted when the card has it in the other language only. */
export function spoken(turn: Turn, unit: Unit): string {
  if (unit.language === turn.language || !/[A-Za-z\u3400-\u9fff]/.test(unit.text)) return unit.text
  return inLanguage(turn, `In my own words, which are Chinese: “${unit.text}”`, `原话是这样：“${unit.text}”`)
}

const tagLabels = [
  ['family', 'my family', '我家里人'],
  ['friend', 'the company I keep', '我身边的伙伴'],
  ['past', 'my past', '我的过去'],
  ['home', 'where I live', '我住的地方'],
  ['job', 'my work', '我的工作'],
  ['like', 'what I love', '我喜欢的东西'],
  ['dislike', 'what I can’t stand', '我讨厌的东西'],
  ['goal', 'what I want', '我的心愿'],
  ['fear', 'what I fear', '我怕的东西'],
  ['skill', 'what I’m good at', '我的本事'],
] as const

/** What a unit is about, as the persona names it. */
export function labelOf(turn: Turn, unit: Unit): string {
  if (unit.lore !== null) return loreLabel(turn, unit.lore)
  const found = tagLabels.find(([tag]) => unit.tags.has(tag))
  return found ? inLanguage(turn, found[1], found[2]) : inLanguage(turn, 'my own story', '我自己的事')
}

/** The entry's first key with the article or the capitals its own sentences give it. */
function loreLabel(turn: Turn, at: number): string {
  const entry = turn.knowledge.lore[at]
  const key = entry?.keys.find((word) => hasChinese(word) === (turn.language === 'zh')) ?? entry?.keys[0] ?? ''
  if (turn.language === 'zh' || hasChinese(key)) return key
  const text = entry?.units.map((unit) => unit.text).join(' ') ?? ''
  const pattern = key.replace(/[^\w ]/g, '.')
  const withArticle = new RegExp(`\\b(?:the|my|our|its) (?:[a-z]+ )?(${pattern}\\w*)\\b`, 'i').exec(text)
  if (withArticle?.[1]) return `the ${/^[A-Z]/.test(withArticle[1]) ? withArticle[0].replace(/^\w+ /, '') : withArticle[1]}`
  const bare = new RegExp(`\\b${pattern}\\w*`, 'i').exec(text)
  if (!bare) return key
  return /^[A-Z]/.test(bare[0]) && bare.index === 0 ? key : bare[0]
}

/** The first sentence that fits, was not told lately and is in a language that can be quoted. */
export const freshUnit = (turn: Turn, fits: (unit: Unit) => boolean): Unit | null =>
  turn.knowledge.units.find(
    (unit) =>
      unit.source !== 'scenario' &&
      fits(unit) &&
      isFresh(turn, unit.key) &&
      (unit.language === turn.language || turn.knowledge.language !== turn.language),
  ) ?? null

/** A sentence that fits, a fresh one first. */
export function anyUnit(turn: Turn, fits: (unit: Unit) => boolean): Unit | null {
  const fitting = turn.knowledge.units.filter(fits)
  return fitting.find((unit) => isFresh(turn, unit.key)) ?? fitting[0] ?? null
}

/** What the card says to a question, null when nothing is near enough. */
export function findUnit(turn: Turn, question: string, least = 1.6): Unit | null {
  const matches = retrieve(turn.knowledge, question).filter(
    ({ score, lore, cover }) => score >= least && (lore > 0 || cover >= 0.34 || score > 4),
  )
  const best = matches[0]
  if (!best) return null
  return (matches.find(({ unit, score }) => isFresh(turn, unit.key) && score > best.score * 0.45) ?? best).unit
}

/** A sentence next to this one: of the same lore entry, or beside it or with a tag in common. */
export function sibling(turn: Turn, unit: Unit | null): Unit | null {
  if (!unit) return null
  const near =
    unit.lore === null
      ? turn.knowledge.units.filter(
          (other) =>
            other.source === unit.source && (Math.abs(other.at - unit.at) <= 1 || [...other.tags].some((tag) => unit.tags.has(tag))),
        )
      : (turn.knowledge.lore[unit.lore]?.units ?? [])
  return near.find((other) => other.key !== unit.key && isFresh(turn, other.key)) ?? null
}

/** After a lore sentence, the next of its entry: always for the talkative, never for the terse. */
export function tellNextOfLore(turn: Turn, unit: Unit): void {
  const { chatty } = turn.knowledge.style
  if (unit.lore === null || chatty < -0.3) return
  const next = turn.knowledge.lore[unit.lore]?.units.find((other) => other.key !== unit.key && isFresh(turn, other.key))
  if (next && (chatty > 0.3 || turn.streams.content.chance(0.55))) push(turn, tell(turn, next))
}

/** Sentences with a tag, up to `most`; says so and steers when there is none. */
export function tellTagged(
  turn: Turn,
  tag: Knowledge['units'][number]['tags'] extends ReadonlySet<infer T> ? T : never,
  none: PhraseKey,
  most = 1,
): boolean {
  const tagged = turn.knowledge.units.filter(
    (unit) => unit.tags.has(tag) && unit.source !== 'scenario' && (unit.source !== 'lore' || /\bI\b|我/.test(unit.text)),
  )
  const first = tagged[0]
  if (!first) {
    push(turn, say(turn, none), steer(turn))
    return false
  }
  const fresh = tagged.filter((unit) => isFresh(turn, unit.key)).slice(0, turn.knowledge.style.chatty < -0.3 ? 1 : most)
  if (fresh.length === 0) push(turn, tellAgain(turn, first))
  for (const unit of fresh) push(turn, tell(turn, unit))
  return true
}

/** Offers something the persona does know; "yes" then tells it. Empty when all is told. */
export function steer(turn: Turn): string {
  const { content } = turn.streams
  const fresh = turn.knowledge.units.filter((unit) => isFresh(turn, unit.key) && unit.source !== 'scenario' && !unit.tags.has('secret'))
  const lore = fresh.filter((unit) => unit.lore !== null)
  const pool = lore.length > 0 && content.chance(0.6) ? lore : fresh
  if (pool.length === 0) return ''
  const picked = pool[content.int(pool.length)] as Unit
  const repeats = turn.state.topic?.label === labelOf(turn, picked)
  const other = repeats ? fresh.find((unit) => labelOf(turn, unit) !== turn.state.topic?.label) : undefined
  const unit = other ?? picked
  turn.state.pending = { kind: 'offer', unit, turn: turn.state.turn }
  return say(turn, 'steer', { x: labelOf(turn, unit) })
}

/** The answer of the card's own example to a question like this; null when none is alike. */
export function exampleAnswer(turn: Turn, question: string): string | null {
  const asked = new Set(terms(question))
  let best: string | null = null
  let closest = 0.5
  for (const example of turn.knowledge.examples) {
    if (example.terms.length === 0 || example.language !== turn.language || !isFresh(turn, `example ${example.answer}`)) continue
    const likeness = example.terms.filter((term) => asked.has(term)).length / Math.max(example.terms.length, asked.size || 1)
    if (likeness > closest) {
      closest = likeness
      best = example.answer
    }
  }
  if (best) turn.state.told.set(`example ${best}`, turn.state.turn)
  return best
}

/** "As I said: " in front of an answer that was given before to the same question. */
export const repeatLead = (turn: Turn, question: string): string => (counted(turn, question) > 1 ? say(turn, 'already') : '')

/** Says a fact with a lead when it was asked before; the slots fill its phrase. */
export const sayFact = (turn: Turn, question: string, key: PhraseKey, slots: Slots): string =>
  repeatLead(turn, question) + say(turn, key, slots)
