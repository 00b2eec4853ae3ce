import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { type RenderItemOptions, renderItem } from './item/render-item.ts'
import type { Picture } from './picture.ts'
import { ENGINE_VERSION } from './version.ts'

export { parsePlan } from '@daedal/protocol/generation/plan'
export { seedsOf } from './seeds-of.ts'

/** Who drew a picture; part of its provenance. */
export const ENGINE = { name: 'daedal', version: ENGINE_VERSION } as const

/** Hooks a caller may hang on a render. */
export type RenderOptions = RenderItemOptions

/** Draws a plan. The same plan and seed (a uint32) give the same bytes on every machine. Throws `RenderStopped` when asked to stop. */
export const render = (plan: GenerationPlan, seed: number, options: RenderOptions = {}): Picture => renderItem(plan, seed, options)
