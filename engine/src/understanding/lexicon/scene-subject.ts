import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { type Role, type SceneSense, scene } from './sense.ts'

type Within = NonNullable<SceneSense['within']>

/** The same wish in several families. */
export const among = (families: string, wish: Within[SceneFamily] = {}): Within =>
  Object.fromEntries(families.split(' ').map((family) => [family, wish]))

/** The family that has it as its subject, and its rank there. */
export const home = (family: SceneFamily, rank: number, wish?: SceneSense['wish']) => ({ home: { family, rank, ...(wish && { wish }) } })

/** A word that names a place or what stands in it. */
export const subject = (concept: string, en: string, zh: string, rest: Parameters<typeof scene>[4], role: Role = 'subject') =>
  scene(concept, role, en, zh, rest)
