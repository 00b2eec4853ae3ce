import { randomUUID } from 'node:crypto'
import { createCard } from '@daedal/engine/persona/create-card'
import { languageOf } from '@daedal/engine/persona/text/language'
import type { CreatePersona } from '@daedal/protocol/generation/api'
import { parseCharacterCard } from '@daedal/protocol/generation/character-card'
import { AppError } from '../errors.ts'
import type { Persona, PersonaStore } from './persona-store.ts'
import { refusedBy } from './read-prompt.ts'

/** Control, private-use and unassigned characters and overrides of the writing direction. */
const forbidden = /[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

/** Makes a persona: its character card, which says at first contact that it is an AI. Throws PERSONA_CARD_INVALID, GENERATION_PROMPT_REFUSED. */
export function createCreatePersona({ store, now }: { store: PersonaStore; now(): Date }) {
  return async (request: CreatePersona): Promise<Persona> => {
    const name = lineOf('name', request.name)
    if (!/[\p{L}\p{N}]/u.test(name)) throw new AppError('PERSONA_CARD_INVALID', 'body/name has no letter or digit.')
    const occupation = lineOf('occupation', request.occupation ?? '')
    const description = lineOf('description', request.description ?? '')
    const traits = (request.traits ?? []).map((trait) => lineOf('traits', trait)).filter(Boolean)
    const everything = [name, occupation, description, ...traits].join('\n')
    const rule = refusedBy(request.age === undefined ? everything : `${everything}\n${request.age} years old`)
    if (rule) throw new AppError('GENERATION_PROMPT_REFUSED', `The persona asks for ${rule}.`)
    const language = request.language ?? languageOf(everything) ?? 'en'
    const card = createCard({ name, age: request.age, occupation, traits, description, language })
    const persona = { id: randomUUID(), card: parseCharacterCard(card) }
    await store.add(persona, now())
    return persona
  }
}

/** Text in form NFC, one line. */
function lineOf(field: string, text: string): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (forbidden.test(line)) throw new AppError('PERSONA_CARD_INVALID', `body/${field} holds control characters.`)
  return line
}
