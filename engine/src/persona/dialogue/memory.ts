import { languageOf } from '../text/language.ts'
import { trimmed } from '../text/phrasing.ts'
import type { Turn } from './turn.ts'

/** Kinds of which a player has several; of the others the newest replaces the older. */
const plural = /^(like|dislike|have|fact)/

/** Keeps what the player told; `clause` is said back ("you’re a nurse"). */
export function remember(turn: Turn, kind: string, value: string, clause: string): void {
  const { state } = turn
  if (!plural.test(kind)) state.memories = state.memories.filter((memory) => memory.kind !== kind)
  if (!state.memories.some((memory) => memory.clause === clause))
    state.memories.push({
      kind,
      value: trimmed(value).slice(0, 60),
      clause,
      turn: state.turn,
      language: languageOf(clause) ?? turn.language,
    })
  if (state.memories.length > 60) state.memories.shift()
}

/** Whether something of a kind is known. */
export const remembers = (turn: Turn, kind: string): boolean => turn.state.memories.some((memory) => memory.kind === kind)
