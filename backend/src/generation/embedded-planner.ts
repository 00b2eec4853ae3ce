import {
  derivePlan,
  ENGINE,
  fitNames,
  type MadeBefore,
  SourcesDiffer,
  seedsOf,
  settlePlan,
  understand,
  upgradePlan,
} from '@daedal/engine/engine'
import { releasedVersions } from '@daedal/engine/engine-of'
import type { PlanChanges } from '@daedal/protocol/generation/api'
import { formatSizes, type PictureFormat } from '@daedal/protocol/generation/origin'
import { changePlan, type GenerationPlan, PlanInvalid, parsePlan } from '@daedal/protocol/generation/plan'
import { canonicalBytes, sha256Hex } from '@daedal/protocol/provenance/core'
import { AppError } from '../errors.ts'
import type { Planner, SourcePlan } from './ports.ts'

/** Plans by the embedded engine: at once, without key and network, and the same for the same words. */
export const embeddedPlanner: Planner = {
  understand({ prompt, kind, style, changes = {}, format }) {
    const understanding = understand({ prompt, ...(kind && { kind }), ...(style && { style }) })
    return { understanding: { ...understanding, plan: formatted(changed(understanding.plan, changes), format) }, engine: ENGINE }
  },

  derive({ how, of, prompt, kind, style, changes = {}, format, seed: asked }) {
    const sources = of.map(sourceOf)
    const { kind: own } = sources[0]?.plan ?? {}
    if (kind !== undefined && kind !== own) throw new AppError('GENERATION_PLAN_INVALID', `What is made of a ${own} is no ${kind}.`)
    if (how === 'variation') refuseChanges(sources, { style, changes, format })
    const { understanding, seed } = named(() =>
      derivePlan({ how, of: sources, prompt, ...(style && { style }), ...(asked !== undefined && { seed: asked }) }),
    )
    const derived = changed(understanding.plan, changes)
    const plan = formatted(how === 'variation' ? derived : fitNames(derived), format)
    return { understanding: { ...understanding, plan }, engine: ENGINE, seed, repeats: repeatsOf(plan, of, sources) }
  },

  seeds: (seed, count, plan) => seedsOf(seed, count, parsePlan(plan)),
}

/** What was made before, as this engine makes it, at a size that is offered. */
function sourceOf({ plan: json, seed, engine: { name, version } }: SourcePlan): MadeBefore {
  if (version !== ENGINE.version && !releasedVersions.includes(version))
    throw new AppError('GENERATION_SOURCE_NO_PLAN', `${name} ${version} is not known here.`)
  try {
    const plan = upgradePlan(json)
    return { plan: formatted(plan, 'size' in plan && plan.kind === 'scene' && plan.size.w > plan.size.h ? 'wide' : 'square'), seed }
  } catch (error) {
    throw error instanceof PlanInvalid ? new AppError('GENERATION_SOURCE_NO_PLAN', error.message) : error
  }
}

/** A variation is the same plan: what asks for another one is a remix. */
function refuseChanges(
  [source]: readonly MadeBefore[],
  asked: { style: string | undefined; changes: PlanChanges; format: PictureFormat | undefined },
) {
  const { style, changes, format } = asked
  if (!source) return
  const isOther = (style && 'style' in source.plan && style !== source.plan.style) || Object.keys(changes).length > 0
  if (isOther || (format && digestOf(formatted(source.plan, format)) !== digestOf(source.plan)))
    throw new AppError('GENERATION_PLAN_INVALID', 'A variation keeps its plan; a remix changes it.')
}

/** Seeds of sources of this engine that the plan would draw as they are. */
const repeatsOf = (plan: GenerationPlan, of: readonly SourcePlan[], sources: readonly MadeBefore[]): number[] =>
  sources.flatMap(({ plan: other, seed }, at) =>
    of[at]?.engine.version === ENGINE.version && digestOf(settlePlan(plan, seed)) === digestOf(settlePlan(other, seed)) ? seed : [],
  )

const digestOf = (plan: GenerationPlan) => sha256Hex(canonicalBytes(plan))

/** The plan in a format; as it is where none is asked for. Only scenes are laid out for more than the square. */
function formatted(plan: GenerationPlan, format: PictureFormat | undefined): GenerationPlan {
  if (format === undefined || plan.kind === 'world') {
    if (format === 'wide') throw new AppError('GENERATION_PLAN_INVALID', 'Only a scene can be wide, not a world.')
    return plan
  }
  if (format === 'wide' && plan.kind !== 'scene')
    throw new AppError('GENERATION_PLAN_INVALID', `Only a scene can be wide, not an ${plan.kind}.`)
  return { ...plan, size: { ...formatSizes[format] } }
}

const changed = (plan: Record<string, unknown>, changes: PlanChanges): GenerationPlan => named(() => changePlan(plan, changes))

/** What the engine refuses, by its code. */
function named<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof PlanInvalid || error instanceof SourcesDiffer ? new AppError(error.code, error.message) : error
  }
}
