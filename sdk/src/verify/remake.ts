import { make, parsePlan, render } from '@daedal/engine/engine'
import { MODEL_MIME } from '@daedal/protocol/generation/model-file'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { type Finding, fail, notAssessed } from './check.ts'
import type { EngineMatch } from './check-engine.ts'
import type { Evidence } from './evidence.ts'
import { refuseCancelled } from './verify-failed.ts'

/** What takes longer is given up; a picture of 2048 × 2048 or a world takes well under a minute. */
const TIME_LIMIT_MS = 180_000
const UINT32 = 2 ** 32

export type RegenerationHooks = { signal: AbortSignal | undefined; onProgress(fraction: number): void }

/** What was made again of plan and seed, or the finding that says why nothing was. */
export type Remade = { made: ReturnType<typeof make>; seconds: number; finding: null } | { made: null; finding: Finding }

const unmade = (finding: Finding): Remade => ({ made: null, finding })

const hasModel = ({ asset }: ProvenanceCore) => [asset, ...(asset.renditions ?? [])].some(({ mime }) => mime === MODEL_MIME)

/** Makes picture and model again from plan and seed, as far as the record names them. */
export function remake({ record: { record, why } }: Evidence, match: EngineMatch, hooks: RegenerationHooks): Remade {
  if (!record) return unmade(notAssessed(`there is no record to judge: ${why}`))
  const { method, plan: recordedPlan, reproducible, seed } = record.core.generation
  if (method !== 'deterministic-local' && method !== 'plan-and-render')
    return unmade(notAssessed(`made by ${method}: nobody can draw it again`))
  if (reproducible !== 'bit-exact' || recordedPlan === null)
    return unmade(notAssessed('the record does not claim that it can be drawn again'))
  if (match === 'other version' || match === 'none') return unmade(notAssessed('the engine version differs, so it was not drawn again'))
  if (Number(seed) >= UINT32) return unmade(fail(`the seed ${seed} is no 32-bit number`))
  const started = performance.now()
  const late = () => performance.now() - started > TIME_LIMIT_MS
  const options = { onProgress: hooks.onProgress, shouldStop: () => hooks.signal?.aborted === true || late() }
  try {
    const plan = parsePlan(recordedPlan)
    const made =
      plan.kind === 'world' || hasModel(record.core)
        ? make(plan, Number(seed), options)
        : { picture: render(plan, Number(seed), options), model: null }
    return { made, seconds: (performance.now() - started) / 1_000, finding: null }
  } catch (cause) {
    refuseCancelled(hooks.signal)
    const { message, name } = cause as Error
    if (late()) return unmade(notAssessed(`given up after ${TIME_LIMIT_MS / 1_000} s`))
    return unmade(fail(name === 'PlanInvalid' ? message : `the plan cannot be drawn: ${message}`))
  }
}
