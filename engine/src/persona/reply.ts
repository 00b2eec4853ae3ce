import type { CharacterCard } from '@daedal/protocol/generation/character-card'
import { type Answer, respond, type Speaker } from './dialogue/respond.ts'
import { newState, type State } from './dialogue/state.ts'
import { textSeed } from './dialogue/streams.ts'
import { buildKnowledge, cardLanguage } from './knowledge/build-knowledge.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { linesFor } from './phrases/phrases.ts'
import type { Language } from './text/language.ts'
import { cleaned } from './text/normalise.ts'

/** One line of a conversation. */
export type ChatMessage = { readonly role: 'user' | 'assistant'; readonly content: string }

/** How much of a conversation is looked at: the newest messages; what was told before them is forgotten. */
export const HISTORY_MAX = 400

/** A persona's answer; `intent` names what was understood, `open` when no pattern took it. */
export type Reply = { readonly text: string; readonly intent: string; readonly language: Language }

/**
 * Answers a message as the persona of the card: from the card, the history and the seed alone, so the same input gives the same text.
 * `seed` (uint32) is the conversation's and stays the same for each of its messages. The first answer of a conversation in which the
 * persona has not spoken yet says that it is an AI character.
 */
export function reply(input: { card: CharacterCard; history: readonly ChatMessage[]; message: string; seed: number }): Reply {
  const speaker = speakerOf(input.card, input.seed)
  const history = input.history.slice(-HISTORY_MAX)
  const state = newState(cardLanguage(input.card), 0)
  for (const [at, { role, content }] of history.entries()) {
    if (role === 'assistant') continue
    const answer = respond(speaker, state, content)
    const said = history[at + 1]
    if (said?.role === 'assistant' && said.content !== answer.text) heed(speaker, state, answer, said.content)
  }
  const answer = respond(speaker, state, input.message)
  const firstContact = !history.some(({ role }) => role === 'assistant')
  return {
    text: firstContact ? withDisclosure(answer, input.seed) : answer.text,
    intent: answer.intents[0] ?? 'open',
    language: answer.language,
  }
}

function speakerOf(card: CharacterCard, seed: number): Speaker {
  const built = new Map<Language, Knowledge>()
  const knowledgeIn = (language: Language) => {
    const known = built.get(language) ?? buildKnowledge(card, language)
    built.set(language, known)
    return known
  }
  return { name: card.data.name, seed: seed >>> 0, knowledgeIn }
}

/** Where the history holds another line than the engine's (another provider spoke, or a disclosure was added), that line counts. */
function heed(speaker: Speaker, state: State, answer: Answer, said: string): void {
  const line = cleaned(said)
  state.lines.push({ text: said, turn: state.turn })
  state.lastLine = said
  for (const unit of speaker.knowledgeIn(answer.language).units) if (line.includes(unit.text)) state.told.set(unit.key, state.turn)
}

/** Safety answers already say that no person speaks. */
function withDisclosure(answer: Answer, seed: number): string {
  if (answer.intents.some((intent) => /^(asksWhetherAi|asksModel|selfHarm|invitation)$/.test(intent))) return answer.text
  const lines = linesFor('disclosure', answer.language)
  const line = lines[textSeed(`${seed}|disclosure`) % lines.length] ?? ''
  return answer.language === 'zh' ? line + answer.text : `${line} ${answer.text}`
}
