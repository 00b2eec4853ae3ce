import type { PersonaChat } from '@daedal/protocol/generation/api'

/** One thing that was said. `speaker` names who answered for the persona; null while it is not known, and for the person. */
export type Turn = { role: 'user' | 'assistant'; content: string; speaker: string | null }

/** Turns the service takes with a message. */
const HISTORY = 40
const KEPT = 200
const TURN_LENGTH = 4_000

/** What goes along with a message: the newest turns, greeting left out, oldest first. */
export const historyOf = (turns: readonly Turn[]): PersonaChat['history'] =>
  turns
    .filter(({ content }) => content.trim() !== '')
    .slice(-HISTORY)
    .map(({ role, content }) => ({ role, content: content.slice(0, TURN_LENGTH) }))

/** Reads a kept conversation; anything that is not one is nothing said. */
export function readTurns(value: unknown): Turn[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(
      (turn): turn is Turn =>
        (turn?.role === 'user' || turn?.role === 'assistant') &&
        typeof turn.content === 'string' &&
        (turn.speaker === null || typeof turn.speaker === 'string'),
    )
    .slice(-KEPT)
}

/** Where a conversation is kept in the browser. */
export const storedAs = (personaId: string): string => `talk.${personaId}`
