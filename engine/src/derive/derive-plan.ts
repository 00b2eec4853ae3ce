import type { UnderstandAnswer } from '@daedal/protocol/generation/api'
import { type Derivation, sourcesOf } from '@daedal/protocol/generation/origin'
import { type GenerationPlan, PlanInvalid } from '@daedal/protocol/generation/plan'
import { understandNothing, understandOver } from '../understanding/understand.ts'
import { mixPlans } from './mix-plans.ts'
import { restylePlan } from './restyle-plan.ts'
import { settlePlan } from './settle-plan.ts'

/** What was made before: a plan of this engine (`upgradePlan` makes one of an earlier) and the seed (a uint32) under which it was drawn. */
export type MadeBefore = { readonly plan: GenerationPlan; readonly seed: number }

export type DeriveRequest = {
  readonly how: Derivation
  /** As many as `sourcesOf` says. */
  readonly of: readonly MadeBefore[]
  /** What is to be otherwise; may be empty. */
  readonly prompt: string
  readonly style?: string
  /** Decides what a mix takes of which; one that follows from its parents' when left out. */
  readonly seed?: number
}

/** A plan that comes of earlier ones, what became of the words, and the seed (a uint32) of its first picture. */
export type Derived = { readonly understanding: UnderstandAnswer; readonly seed: number }

/**
 * Makes a plan of earlier ones. A variation is the same plan under the next seed. A remix, a restyle and a mix are laid out as their
 * sources are drawn, then the words are laid over; a remix and a restyle keep the first one's seed, so that all else stays where it was.
 * Pure: the result stands for itself and needs its sources no more. Throws `PlanInvalid` and `SourcesDiffer`.
 */
export function derivePlan({ how, of, prompt, style, seed }: DeriveRequest): Derived {
  const [first, second] = of
  if (!first || of.length !== sourcesOf[how]) throw new PlanInvalid(`A ${how} has ${sourcesOf[how]} sources, not ${of.length}.`)
  if (how === 'variation') return { understanding: understandNothing(first.plan, prompt), seed: seed ?? (first.seed + 1) >>> 0 }
  const ask = { prompt, ...(style !== undefined && { style }) }
  const plan = settlePlan(first.plan, first.seed)
  if (!second) return { understanding: understandOver(plan, ask), seed: seed ?? first.seed }
  const other = settlePlan(second.plan, second.seed)
  if (how === 'restyle') return { understanding: understandOver(restylePlan(plan, other), ask), seed: seed ?? first.seed }
  const own = seed ?? (Math.imul(first.seed, 31) + second.seed) >>> 0
  return { understanding: understandOver(mixPlans(plan, other, own), ask), seed: own }
}
