import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import type { Family } from './family.ts'

/** Every family of scenes the plan can name. */
export const FAMILIES: Readonly<Partial<Record<SceneFamily, Family>>> = {}
