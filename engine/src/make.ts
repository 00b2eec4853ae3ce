import type { GenerationPlan, PicturePlan } from '@daedal/protocol/generation/plan'
import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { modelOfAvatar } from './avatar/model-of-avatar.ts'
import { renderAvatar } from './avatar/render-avatar.ts'
import { modelOfItem } from './item/model-of-item.ts'
import { renderItem } from './item/render-item.ts'
import type { BuiltModel } from './model/built-model.ts'
import type { Picture } from './picture.ts'
import type { RenderOptions } from './render-options.ts'
import { renderScene } from './scene/render-scene.ts'
import { renderWorld } from './world/render-world.ts'
import { stillOf } from './world/still/still-of.ts'

/** What comes of a plan: its picture, and the model that is made beside it, or that the picture is a still of. */
export type Made = { readonly picture: Picture; readonly model: BuiltModel | null }

type PlanOf<K extends PicturePlan['kind']> = Extract<PicturePlan, { kind: K }>

/** Kinds whose picture comes with a model. */
const MODELS: { readonly [K in PicturePlan['kind']]?: (plan: PlanOf<K>, seed: number, options: RenderOptions) => BuiltModel } = {
  avatar: modelOfAvatar,
  item: modelOfItem,
}

/** Share of the work that the picture is, where a model follows, and that a world is before its still. */
const PICTURE = 0.6
const WORLD = 0.85

/** Draws the plan of a picture. The same plan and seed (a uint32) give the same bytes on every machine. Throws `RenderStopped` when asked to stop. */
export function render(plan: PicturePlan, seed: number, options: RenderOptions = {}): Picture {
  if (plan.kind === 'scene') return renderScene(plan, seed, options)
  return plan.kind === 'item' ? renderItem(plan, seed, options) : renderAvatar(plan, seed, options)
}

/**
 * Makes all there is of a plan. The same plan and seed (a uint32) give the same pixels and vertices on every machine. Throws
 * `RenderStopped` when asked to stop and `WorldUnwalkable` for a world that cannot be walked.
 */
export function make(plan: GenerationPlan, seed: number, options: RenderOptions = {}): Made {
  if (plan.kind === 'world') return makeWorld(plan, seed, options)
  const modelOf = MODELS[plan.kind] as ((plan: PicturePlan, seed: number, options: RenderOptions) => BuiltModel) | undefined
  if (!modelOf) return { picture: render(plan, seed, options), model: null }
  const picture = render(plan, seed, stretch(options, 0, PICTURE))
  return { picture, model: modelOf(plan, seed, stretch(options, PICTURE, 1, 'model')) }
}

function makeWorld(plan: WorldPlan, seed: number, options: RenderOptions): Made {
  const world = renderWorld(plan, seed, stretch(options, 0, WORLD))
  const picture = stillOf(world, stretch(options, WORLD, 1))
  const { triangles, drawCalls } = world.counts
  return { picture, model: { role: 'world', glb: world.glb, canonical: world.canonical, counts: { triangles, drawCalls } } }
}

/** Hooks of one step of several: its progress runs from `from` to `to` of the whole, under a name of its own where it has one. */
const stretch = ({ onProgress, ...options }: RenderOptions, from: number, to: number, name?: string): RenderOptions => ({
  ...options,
  ...(onProgress && {
    onProgress: (fraction: number, stage: string) => {
      // only the whole is ever done
      if (stage !== 'done') onProgress(from + (to - from) * fraction, name ?? stage)
      else if (to === 1) onProgress(1, stage)
    },
  }),
})
