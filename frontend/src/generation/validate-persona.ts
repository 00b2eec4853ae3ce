import type { CreatePersona } from '@daedal/protocol/generation/api'
import type { Language } from '../lib/text/language.ts'

/** A persona as it is typed. */
export type PersonaDraft = { name: string; age: string; occupation: string; traits: string; description: string; language: Language }

export const emptyPersona = (language: Language): PersonaDraft => ({
  name: '',
  age: '',
  occupation: '',
  traits: '',
  description: '',
  language,
})

/** The request of a draft, or which fields are wrong. */
export function validatePersona(draft: PersonaDraft): { request: CreatePersona | null; faults: ('name' | 'age')[] } {
  const faults: ('name' | 'age')[] = []
  const name = draft.name.trim()
  const age = draft.age.trim()
  if (!name) faults.push('name')
  if (age && !/^\d{1,5}$/.test(age)) faults.push('age')
  if (faults.length) return { request: null, faults }
  const traits = draft.traits
    .split(/[,，、;；]/)
    .map((trait) => trait.trim().slice(0, 80))
    .filter(Boolean)
    .slice(0, 12)
  const occupation = draft.occupation.trim()
  const description = draft.description.trim()
  return {
    faults,
    request: {
      name,
      language: draft.language,
      ...(age ? { age: Number(age) } : {}),
      ...(occupation ? { occupation } : {}),
      ...(traits.length ? { traits } : {}),
      ...(description ? { description } : {}),
    },
  }
}
