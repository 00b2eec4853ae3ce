import type { PicturePlan } from '@daedal/protocol/generation/plan'
import { renderAvatar } from './avatar/render-avatar.ts'
import { renderItem } from './item/render-item.ts'
import type { Picture } from './picture.ts'
import type { RenderOptions } from './render-options.ts'
import { renderScene } from './scene/render-scene.ts'
import { ENGINE_VERSION } from './version.ts'

export { parsePlan } from '@daedal/protocol/generation/plan'
export { describePlan as describe } from './describe/describe-plan.ts'
export type { RenderOptions } from './render-options.ts'
export { seedsOf } from './seeds-of.ts'
export { understand } from './understanding/understand.ts'

/** Who drew a picture; part of its provenance. */
export const ENGINE = { name: 'daedal', version: ENGINE_VERSION } as const

/** Draws the plan of a picture. The same plan and seed (a uint32) give the same bytes on every machine. Throws `RenderStopped` when asked to stop. */
export function render(plan: PicturePlan, seed: number, options: RenderOptions = {}): Picture {
  if (plan.kind === 'scene') return renderScene(plan, seed, options)
  return plan.kind === 'item' ? renderItem(plan, seed, options) : renderAvatar(plan, seed, options)
}
