import type { Unit } from '../knowledge/knowledge.ts'
import type { Language } from '../text/language.ts'

/** A question or an offer of the persona that waits for the player's answer in the next turn. */
export type Pending =
  | { readonly kind: 'name' | 'job' | 'from' | 'like' | 'fact' | 'pet' | 'opinion' | 'howru' | 'sad' | 'quest'; readonly turn: number }
  | { readonly kind: 'offer'; readonly unit: Unit; readonly turn: number }
  | { readonly kind: 'deal'; readonly quantity: string; readonly item: string; readonly price: string; readonly turn: number }

/** What the talk is about: what "why?" and "tell me more" refer to. */
export type Topic = {
  readonly label: string
  readonly turn: number
  readonly unit: Unit | null
  /** The persona's own taste, fear, goal … it came up under. */
  readonly kind: 'like' | 'dislike' | 'fear' | 'goal' | 'past' | 'job' | 'age' | 'home' | 'stance' | null
  /** The fact's own words, in the card's language. */
  readonly fact: string
}

/** Something the player told about themselves, as a second-person clause. */
export type Memory = {
  readonly kind: string
  readonly value: string
  readonly clause: string
  readonly turn: number
  readonly language: Language
}

/** A conversation so far. Rebuilt from the history for each reply, never shared. */
export type State = {
  turn: number
  language: Language
  /** -1 hurt … 1 delighted; decays to the persona's own. */
  mood: number
  /** 0 stranger … 1 friend. */
  rapport: number
  playerName: string
  memories: Memory[]
  topics: string[]
  pending: Pending | null
  topic: Topic | null
  /** Turn in which a unit, a phrase or an action was last used. */
  readonly told: Map<string, number>
  readonly used: Map<string, number>
  readonly counts: Map<string, number>
  lines: { text: string; turn: number }[]
  lastLine: string
  lastInput: string
  lastIntents: readonly string[]
  lastGood: number | null
}

/** A conversation that has not begun. */
export const newState = (language: Language, mood: number): State => ({
  turn: 0,
  language,
  mood,
  rapport: 0,
  playerName: '',
  memories: [],
  topics: [],
  pending: null,
  topic: null,
  told: new Map(),
  used: new Map(),
  counts: new Map(),
  lines: [],
  lastLine: '',
  lastInput: '',
  lastIntents: [],
  lastGood: null,
})
