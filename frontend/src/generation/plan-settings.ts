import type { PlanChanges } from '@daedal/protocol/generation/api'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import type { TextKey } from '../lib/text/en.ts'
import type { Language } from '../lib/text/language.ts'
import type { Text } from '../lib/text/use-text.ts'
import { avatarSettings } from './avatar-settings.ts'
import { itemSettings } from './item-settings.ts'
import { sceneSettings } from './scene-settings.ts'
import { worldSettings } from './world-settings.ts'

/** A value of a setting and what it is called on the page. */
export type Option = { readonly value: string; readonly text: string }

/** A setting that has one of some values. */
export type Choice = { readonly key: string; readonly label: TextKey; readonly options: readonly Option[] }

/** A setting that has any of some values, up to `most` of them. */
export type Several = Choice & { readonly most: number }

/** A setting that is a colour; empty leaves it to the seed. */
export type Colour = { readonly key: string; readonly label: TextKey }

/** The language of the page and its words. */
export type Words = { readonly language: Language; readonly t: Text }

/** What can be changed in the plans of a kind. Only what the plan's pictures can show is offered. */
export type KindSettings<Plan> = {
  choices(plan: Plan, words: Words): readonly Choice[]
  several(plan: Plan, words: Words): readonly Several[]
  colours(plan: Plan): readonly Colour[]
  /** One setting with a new value, and every other setting that has to change with it so that the plan holds together. */
  change(plan: Plan, key: string, value: unknown): PlanChanges
}

const kinds: { readonly [Kind in GenerationPlan['kind']]: KindSettings<Extract<GenerationPlan, { kind: Kind }>> } = {
  scene: sceneSettings,
  item: itemSettings,
  avatar: avatarSettings,
  world: worldSettings,
}

/** The settings of a plan's kind. */
export const settingsOf = (plan: GenerationPlan): KindSettings<GenerationPlan> => kinds[plan.kind] as KindSettings<GenerationPlan>
