import { Value } from 'typebox/value'
import { AvatarPlan } from './avatar-plan.ts'
import { ItemPlan } from './item-plan.ts'
import { ScenePlan } from './scene-plan.ts'
import { WorldPlan } from './world-plan.ts'

/** What the embedded engine can make, by kind. With the engine's version and a seed a plan decides every pixel and vertex. */
export type GenerationPlan = AvatarPlan | ItemPlan | ScenePlan | WorldPlan

/** What is drawn as a picture first. A world is built, and its picture taken from inside. */
export type PicturePlan = Exclude<GenerationPlan, WorldPlan>

const schemas = { avatar: AvatarPlan, item: ItemPlan, scene: ScenePlan, world: WorldPlan } as const

/** Not a plan; the sentence names the first field that is wrong. */
export class PlanInvalid extends Error {
  override readonly name = 'PlanInvalid'
  readonly code = 'GENERATION_PLAN_INVALID'
}

/** Reads a plan. Throws {@link PlanInvalid}. */
export function parsePlan(json: unknown): GenerationPlan {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined
  const schema = typeof kind === 'string' && Object.hasOwn(schemas, kind) ? schemas[kind as keyof typeof schemas] : undefined
  if (!schema)
    throw new PlanInvalid(`The plan's kind ${JSON.stringify(kind) ?? 'undefined'} is none of ${Object.keys(schemas).join(', ')}.`)
  if (Value.Check(schema, json)) return json as GenerationPlan
  const [first] = Value.Errors(schema, json)
  throw new PlanInvalid(`The plan's ${first?.instancePath.slice(1) || 'content'} ${first?.message ?? 'is not valid'}.`)
}

/** What makes a plan the plan of a kind and of an engine, and what a picture may cost: nobody changes it. */
const FIXED = ['kind', 'engineVersion', 'size']

/** A plan with some of its settings changed. Throws {@link PlanInvalid}, also for a setting that is not one of the plan's. */
export function changePlan(plan: unknown, changes: Readonly<Record<string, unknown>>): GenerationPlan {
  const fixed = Object.keys(changes).find((key) => FIXED.includes(key))
  if (fixed !== undefined) throw new PlanInvalid(`The plan's ${fixed} cannot be changed.`)
  return parsePlan({ ...(plan as Record<string, unknown>), ...changes })
}
