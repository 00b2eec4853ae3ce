import { ENGINE, seedsOf, understand } from '@daedal/engine/engine'
import type { PlanChanges } from '@daedal/protocol/generation/api'
import { changePlan, PlanInvalid, parsePlan } from '@daedal/protocol/generation/plan'
import { AppError } from '../errors.ts'
import type { Planner } from './ports.ts'

/** Plans by the embedded engine: at once, without key and network, and the same for the same words. */
export const embeddedPlanner: Planner = {
  understand({ prompt, kind, style, changes = {} }) {
    const understanding = understand({ prompt, ...(kind && { kind }), ...(style && { style }) })
    return { understanding: { ...understanding, plan: changed(understanding.plan, changes) }, engine: ENGINE }
  },
  seeds: (seed, count, plan) => seedsOf(seed, count, parsePlan(plan)),
}

function changed(plan: Record<string, unknown>, changes: PlanChanges): Record<string, unknown> {
  try {
    return changePlan(plan, changes)
  } catch (error) {
    throw error instanceof PlanInvalid ? new AppError(error.code, error.message) : error
  }
}
