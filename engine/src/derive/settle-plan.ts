import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { canShowSetting } from '../avatar/avatar-shows.ts'
import type { AvatarWishes } from '../avatar/plan-avatar.ts'
import { settleAvatar } from '../avatar/traits.ts'
import { KINDS } from '../item/kinds.ts'
import { lookOf } from '../item/look.ts'
import { briefOf } from '../scene/brief.ts'
import { FAMILIES } from '../scene/families.ts'
import { createStreams } from '../scene/streams.ts'
import { decide } from '../world/build-world.ts'

/**
 * The plan with what the seed decides of it written down: a composition, a time of day, a face. Under the same seed it makes the same
 * picture; under others what is written stays, which is what somebody means who says "this one, but".
 */
export function settlePlan<P extends GenerationPlan>(plan: P, seed: number): P
export function settlePlan(plan: GenerationPlan, seed: number): GenerationPlan {
  switch (plan.kind) {
    case 'scene': {
      const { composition, hero, mood } = briefOf(
        plan,
        FAMILIES[plan.family],
        seed,
        createStreams(seed, `scene ${plan.family}`),
        () => undefined,
      )
      return { ...plan, ...mood, composition, hero }
    }
    case 'item':
      return { ...plan, form: lookOf(plan, KINDS[plan.item], seed).form }
    case 'world': {
      const { layout, hour } = decide(plan, seed)
      return { ...plan, layout, time: hour }
    }
    case 'avatar': {
      const settled = Object.entries(settleAvatar(plan, seed))
      const shown = settled.filter(([key]) => canShowSetting(plan.being, key as keyof AvatarWishes))
      return { ...plan, ...(Object.fromEntries(shown) as Partial<AvatarPlan>) }
    }
  }
}
