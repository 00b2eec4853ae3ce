import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { type ScenePlan, sceneCompositions, sceneFeatures, sceneHeroes } from '@daedal/protocol/generation/scene-plan'
import { type WorldPlan, worldLayouts } from '@daedal/protocol/generation/world-plan'
import { canShowFeature, canShowSetting } from '../avatar/avatar-shows.ts'
import { type AvatarWishes, planAvatar } from '../avatar/plan-avatar.ts'
import { canShowMaterial, canShowModifier, takesColour } from '../item/item-shows.ts'
import { KINDS } from '../item/kinds.ts'
import { planItem } from '../item/plan-item.ts'
import { thingsWithRoom } from '../understanding/scene-room.ts'
import { compositionsFor } from '../understanding/scene-shows.ts'

const among = (list: readonly string[], name: string) => (list.includes(name) ? name : '')

/** The plan without names of another family, item or place: these it leaves to the seed. */
export function fitNames(plan: GenerationPlan): GenerationPlan {
  if (plan.kind === 'item') return { ...plan, form: among(KINDS[plan.item].forms, plan.form) }
  if (plan.kind === 'world') return { ...plan, layout: among(worldLayouts[plan.place], plan.layout) }
  if (plan.kind === 'avatar') return plan
  const { family, composition, hero } = plan
  return { ...plan, composition: among(sceneCompositions[family], composition), hero: among(sceneHeroes[family], hero) }
}

/** The plan without what its subject cannot show: a rusty apple, a beard of a cat, a ship where there is no water. */
export function fitPlan<P extends GenerationPlan>(plan: P): P
export function fitPlan(plan: GenerationPlan): GenerationPlan {
  const named = fitNames(plan)
  if (named.kind === 'scene') return fitScene(named)
  if (named.kind === 'item') return fitItem(named)
  return named.kind === 'avatar' ? fitAvatar(named) : (named satisfies WorldPlan)
}

/** Whether pictures of a family, framed so where that is said, can have a feature. */
function canShow({ family, composition }: ScenePlan, feature: ScenePlan['features'][number]): boolean {
  const where = compositionsFor(family, feature)
  return composition === '' ? where.length > 0 : where.includes('') || where.includes(composition)
}

function fitScene(plan: ScenePlan): ScenePlan {
  const has = new Set(plan.features.filter((feature) => canShow(plan, feature)))
  return {
    ...plan,
    features: sceneFeatures.filter((feature) => has.has(feature)),
    without: sceneFeatures.filter((feature) => plan.without.includes(feature) && !has.has(feature)),
    things: thingsWithRoom(plan.family, plan.composition, plan.things),
  }
}

const fitItem = ({ item, material, colour, modifiers, ...plan }: ItemPlan): ItemPlan =>
  planItem({
    ...plan,
    item,
    ...(canShowMaterial(item, material) && { material }),
    ...(takesColour(item) && { colour }),
    modifiers: modifiers.filter((modifier) => canShowModifier(item, modifier)),
  })

function fitAvatar(plan: AvatarPlan): AvatarPlan {
  const shown = Object.entries(plan).filter(([key]) => canShowSetting(plan.being, key as keyof AvatarWishes))
  const features = plan.features.filter((feature) => canShowFeature(plan.being, feature))
  const without = plan.without.filter((feature) => canShowFeature(plan.being, feature))
  return planAvatar({ ...(Object.fromEntries(shown) as AvatarWishes), features, without })
}
