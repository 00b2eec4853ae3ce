import { cardLanguage } from '@daedal/engine/persona/knowledge/build-knowledge'
import { systemPrompt } from '@daedal/engine/persona/system-prompt'
import type { PersonaChat, PersonaReply } from '@daedal/protocol/generation/api'
import { AppError } from '../errors.ts'
import type { PersonaStore } from './persona-store.ts'
import type { Speaker } from './ports.ts'

export type ChatDeps = {
  store: PersonaStore
  /** Who can speak here, the one that answers when none is asked for first. */
  speakers: readonly Speaker[]
}

/** What a chat yields: pieces of the answer, then the whole of it. */
export type ChatEvent = { type: 'token'; text: string } | { type: 'done'; reply: PersonaReply }

/**
 * Lets a persona answer. A speaker that fails is not replaced by another: its error is the answer.
 * Throws PERSONA_UNKNOWN, PERSONA_MESSAGE_EMPTY, REQUEST_INVALID (speaker) before, PERSONA_PROVIDER_* while it speaks.
 */
export function createChatWithPersona({ store, speakers }: ChatDeps) {
  return async (id: string, chat: PersonaChat, signal: AbortSignal): Promise<AsyncIterable<ChatEvent>> => {
    const persona = await store.find(id)
    if (!persona) throw new AppError('PERSONA_UNKNOWN', `There is no persona ${JSON.stringify(id.slice(0, 64))}.`)
    const message = chat.message.normalize('NFC').trim()
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(message)) throw new AppError('PERSONA_MESSAGE_EMPTY')
    const speaker = chat.speaker === undefined ? speakers[0] : speakers.find(({ name }) => name === chat.speaker)
    if (!speaker)
      throw new AppError(
        'REQUEST_INVALID',
        `body/speaker ${JSON.stringify(chat.speaker)} is none of ${speakers.map(({ name }) => name).join(', ')}.`,
      )
    const { card } = persona
    const language = chat.language ?? cardLanguage(card)
    const instruction = systemPrompt(card, language)
    return answer(speaker, speaker.speak({ card, instruction, message, history: chat.history, language, signal }))
  }
}

async function* answer(speaker: Speaker, pieces: AsyncIterable<string>): AsyncGenerator<ChatEvent> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    yield { type: 'token', text: piece }
  }
  yield { type: 'done', reply: { text: text.trim(), speaker: speaker.name, reproducible: speaker.reproducible } }
}
