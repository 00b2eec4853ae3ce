import type { CreatePersona } from '@daedal/protocol/generation/api'
import type { Persona, PersonaStore } from './persona-store.ts'
export function createCreatePersona(_deps: { store: PersonaStore; now(): Date }) {
  return async (_request: CreatePersona): Promise<Persona> => { throw new Error('not there yet') }
}
