import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { renderItem } from './item/render-item.ts'
import type { Picture } from './picture.ts'
import { renderScene } from './scene/render-scene.ts'
import { ENGINE_VERSION } from './version.ts'

export { parsePlan } from '@daedal/protocol/generation/plan'
export { describePlan as describe } from './describe/describe-plan.ts'
export { seedsOf } from './seeds-of.ts'
export { understand } from './understanding/understand.ts'

/** Who drew a picture; part of its provenance. */
export const ENGINE = { name: 'daedal', version: ENGINE_VERSION } as const

/** Hooks a caller may hang on a render. */
export type RenderOptions = {
  /** Share done, 0..1, and the stage's name: `shape`, `light`, `develop`, `done`. */
  readonly onProgress?: (fraction: number, stage: string) => void
  /** Rows `from` (inclusive) to `to` (exclusive) of the picture hold a preview. */
  readonly onRows?: (picture: Picture, from: number, to: number) => void
  /** Asked every few milliseconds; true ends the render with `RenderStopped`. */
  readonly shouldStop?: () => boolean
}

/** Draws a plan. The same plan and seed (a uint32) give the same bytes on every machine. Throws `RenderStopped` when asked to stop. */
export const render = (plan: GenerationPlan, seed: number, options: RenderOptions = {}): Picture =>
  plan.kind === 'scene' ? renderScene(plan, seed, options) : renderItem(plan, seed, options)
