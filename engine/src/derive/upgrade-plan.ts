import { type GenerationPlan, PlanInvalid, parsePlan } from '@daedal/protocol/generation/plan'
import { planAvatar } from '../avatar/plan-avatar.ts'
import { planItem } from '../item/plan-item.ts'
import { OPEN_SCENE } from '../understanding/realise-scene.ts'
import { OPEN_WORLD } from '../understanding/realise-world.ts'
import { ENGINE_VERSION } from '../version.ts'
import { fitNames } from './fit-plan.ts'

/** What a setting is where a plan of an earlier version has none. Its subject every plan names. */
const DEFAULTS: Readonly<Record<GenerationPlan['kind'], object>> = {
  scene: OPEN_SCENE,
  item: planItem({ item: 'crystal' }),
  avatar: planAvatar({}),
  world: OPEN_WORLD,
}

/** Settings without which it is not known what a plan is of. */
const SUBJECTS: Readonly<Record<GenerationPlan['kind'], string>> = { scene: 'family', item: 'item', avatar: 'being', world: 'place' }

const isKind = (kind: unknown): kind is GenerationPlan['kind'] => typeof kind === 'string' && Object.hasOwn(DEFAULTS, kind)

/**
 * A plan of an earlier version as one of this engine: settings that came since are as usual. It shows the same subject and is drawn
 * anew, so its picture is another one. Throws {@link PlanInvalid} for what this engine cannot show.
 */
export function upgradePlan(json: unknown): GenerationPlan {
  const plan = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  if (!isKind(plan.kind)) return parsePlan(json)
  if (plan[SUBJECTS[plan.kind]] === undefined) throw new PlanInvalid(`The plan's ${SUBJECTS[plan.kind]} is missing.`)
  return fitNames(parsePlan({ ...DEFAULTS[plan.kind], ...plan, engineVersion: ENGINE_VERSION }))
}
