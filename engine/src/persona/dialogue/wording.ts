import { linesFor, type PhraseKey } from '../phrases/phrases.ts'
import { hasChinese } from '../text/language.ts'
import { withArticle } from '../text/phrasing.ts'
import { translated } from './glossary.ts'
import { manners } from './manner.ts'
import type { Turn } from './turn.ts'

/** Turns within which a line is not said twice while others are left. */
export const REPEAT_WINDOW = 24

/** Values for the {slots} of a line. */
export type Slots = Readonly<Record<string, string | number>>

/** Says something for a purpose: a line that fits the persona's manner and was not used lately. */
export function say(turn: Turn, key: PhraseKey, slots: Slots = {}): string {
  const { state, knowledge, streams, language } = turn
  const fitting = manners(knowledge)
  let best = { line: '', mark: '', weight: -1 }
  for (const [at, raw] of linesFor(key, language).entries()) {
    const guard = /^([a-z]{1,3})\|/.exec(raw)
    if (guard?.[1] && ![...guard[1]].every((letter) => fitting.has(letter))) continue
    const mark = `${language}|${key}|${at}`
    const used = state.used.get(mark)
    const age = used === undefined ? REPEAT_WINDOW + 1 : state.turn - used
    let weight = (guard ? 2.2 : 1) * (0.25 + streams.wording.next())
    if (age <= REPEAT_WINDOW) weight = age / 1000
    if (raw.includes('{v}') && state.playerName === '' && knowledge.address.length === 0) weight *= 0.9
    if (weight > best.weight) best = { line: raw.slice(guard?.[0].length ?? 0), mark, weight }
  }
  if (best.weight < 0) return ''
  state.used.set(best.mark, state.turn)
  return filled(turn, best.line, slots)
}

/** A line with its slots filled; a slot with a capital wants its value capitalised. */
function filled(turn: Turn, line: string, slots: Slots): string {
  return line
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const plain = name.charAt(0).toLowerCase() + name.slice(1)
      const value = String(slots[name] ?? slots[plain] ?? ownSlot(turn, plain))
      return plain !== name && value !== '' ? value.charAt(0).toUpperCase() + value.slice(1) : value
    })
    .replace(/([.!?])\1+(?=\s|$)/g, '$1')
    .replace(/([.!?…])\./g, '$1')
    .replace(/([。！？])。/g, '$1')
}

function ownSlot(turn: Turn, slot: string): string {
  const { name, facts } = turn.knowledge
  if (slot === 'name') return name
  if (slot === 'first') return hasChinese(name) ? name : (name.split(' ')[0] ?? name)
  if (slot === 'u') return turn.state.playerName
  if (slot === 'job') return translated(facts.job, turn.language)
  if (slot === 'ajob') return jobTitle(turn)
  return slot === 'v' ? vocative(turn) : ''
}

/** The occupation as it stands in a sentence: "a software engineer". */
export function jobTitle(turn: Turn): string {
  const job = translated(turn.knowledge.facts.job, turn.language)
  if (turn.language === 'zh' || job === '' || /^(the|a|an|my|head|chief) /i.test(job)) return job
  return withArticle(/^[A-Z][a-z]+( [A-Z][a-z]+)*$/.test(job) ? job.toLowerCase() : job)
}

/** ", Tom" or the card's own word of address, in less than half of the lines that have room for it. */
function vocative(turn: Turn): string {
  if (turn.addressed) return ''
  const chinese = turn.language === 'zh'
  const options = [turn.state.playerName, ...turn.knowledge.address.filter((word) => hasChinese(word) === chinese)].filter(
    (word) => word !== '',
  )
  if (options.length === 0 || !turn.streams.address.chance(0.45)) return ''
  turn.addressed = true
  return (chinese ? '，' : ', ') + turn.streams.address.pick(options)
}
