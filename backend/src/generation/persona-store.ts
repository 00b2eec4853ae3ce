import { samplePersonas } from '@daedal/engine/persona/sample-personas'
import { type CharacterCard, parseCharacterCard } from '@daedal/protocol/generation/character-card'
import { desc, eq } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { personas } from './tables.ts'

/** A persona with its id. */
export type Persona = { id: string; card: CharacterCard }

/** Newest personas of users that a list shows. */
const LISTED = 100

const samples: readonly Persona[] = Object.entries(samplePersonas).map(([id, card]) => ({ id, card }))

/** The samples, which are always there, and those that users made. */
export function createPersonaStore(db: Database) {
  return {
    async list(): Promise<Persona[]> {
      const rows = await db.select().from(personas).orderBy(desc(personas.createdAt), desc(personas.id)).limit(LISTED)
      return [...samples, ...rows.map((row) => ({ id: row.id, card: parseCharacterCard(row.card) }))]
    },
    async find(id: string): Promise<Persona | null> {
      const sample = samples.find((persona) => persona.id === id)
      if (sample) return sample
      const [row] = await db.select().from(personas).where(eq(personas.id, id))
      return row ? { id, card: parseCharacterCard(row.card) } : null
    },
    async add(persona: Persona, createdAt: Date): Promise<void> {
      await db.insert(personas).values({ id: persona.id, card: persona.card, createdAt })
    },
  }
}
export type PersonaStore = ReturnType<typeof createPersonaStore>
