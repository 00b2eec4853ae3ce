import { describe, parsePlan } from '@daedal/engine/engine'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'

/** One English sentence that says what a plan shows; '' for plans of another engine. */
export function sentenceOf(json: Record<string, unknown>): string {
  const plan = planOf(json)
  return plan ? describe(plan, 'en') : ''
}

/** What a record's plan shows, in every language of the engine, to be found by search; '' for plans of another engine. */
export function wordingOf({ generation }: ProvenanceCore): string {
  const plan = planOf(generation.plan)
  return plan ? `${describe(plan, 'en')} ${describe(plan, 'zh')}` : ''
}

/** Records are made by anyone, and jobs outlive a version: what is no plan of this engine has no words here. */
function planOf(plan: unknown): GenerationPlan | null {
  try {
    return parsePlan(plan)
  } catch {
    return null
  }
}
