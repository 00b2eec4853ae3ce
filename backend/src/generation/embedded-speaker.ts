import { createHash } from 'node:crypto'
import { reply } from '@daedal/engine/persona/reply'
import type { Speaker } from './ports.ts'

/** Name of the speaker that needs no key and no network. */
export const EMBEDDED = 'embedded'

/** Answers from the card by the embedded engine: the same conversation gives the same answer. */
export const embeddedSpeaker: Speaker = {
  name: EMBEDDED,
  reproducible: true,
  async *speak({ card, message, history }) {
    const opening = history.find(({ role }) => role === 'user')?.content ?? message
    const seed = createHash('sha256').update(`${card.data.name}\n${opening}`).digest().readUInt32BE(0)
    const { text } = reply({ card, history, message, seed })
    yield* piecesOf(text)
  },
}

/** Words with the space behind them; writing without spaces goes by a few characters. */
const piecesOf = (text: string): string[] => text.match(/[^\p{Script=Han}\s]+\s*|\p{Script=Han}{1,4}\s*|\s+/gu) ?? []
