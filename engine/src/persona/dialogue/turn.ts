import type { Act } from '../intents/intent.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../text/language.ts'
import { chineseList, englishList } from '../text/phrasing.ts'
import type { Pending, State, Topic } from './state.ts'
import type { Streams } from './streams.ts'

/** One answer in the making: handlers push sentences, `finish` joins them. */
export type Turn = {
  readonly state: State
  readonly text: string
  readonly cardName: string
  readonly streams: Streams
  readonly knowledgeIn: (language: Language) => Knowledge
  readonly handle: (turn: Turn, intent: string | null, act: Act) => void
  language: Language
  knowledge: Knowledge
  /** What the persona waited for when the message came. */
  pending: Pending | null
  readonly parts: string[]
  /** A question back; at most one. */
  readonly questions: string[]
  readonly intents: string[]
  mayAsk: boolean
  /** Out of character: no tics, no actions, nothing cut. */
  plain: boolean
  /** The player was called by name already. */
  addressed: boolean
}

/** A handler answers one act by pushing sentences. */
export type Handler = (turn: Turn, act: Act) => void

/** Adds sentences; empty ones are left out. */
export function push(turn: Turn, ...sentences: readonly string[]): void {
  for (const sentence of sentences) if (sentence !== '') turn.parts.push(sentence.trim())
}

/** Switches the language of the answer and of the talk. */
export function switchLanguage(turn: Turn, language: Language): void {
  turn.language = turn.state.language = language
  turn.knowledge = turn.knowledgeIn(language)
}

/** The text of the turn's language. */
export const inLanguage = (turn: Turn, english: string, chinese: string): string => (turn.language === 'zh' ? chinese : english)

/** "a, b and c" in the turn's language. */
export const listed = (turn: Turn, items: readonly string[], conjunction?: 'or'): string => {
  const present = items.filter((item) => item !== '')
  return turn.language === 'zh' ? chineseList(present) : englishList(present, conjunction)
}

/** How often something has happened, this time included. */
export function counted(turn: Turn, what: string): number {
  const count = (turn.state.counts.get(what) ?? 0) + 1
  turn.state.counts.set(what, count)
  return count
}

/** Makes something the subject of the talk. */
export function setTopic(turn: Turn, label: string, kind: Topic['kind'] = null, fact = '', unit: Topic['unit'] = null): void {
  turn.state.topic = { label, turn: turn.state.turn, kind, fact, unit }
  noteTopic(turn, label)
}

/** Keeps a subject for "what have we talked about?". */
export function noteTopic(turn: Turn, label: string): void {
  const { topics } = turn.state
  if (label !== '' && !topics.includes(label)) topics.push(label)
  if (topics.length > 30) topics.shift()
}
