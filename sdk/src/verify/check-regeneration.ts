import { parsePlan, render } from '@daedal/engine/engine'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass } from './check.ts'
import type { EngineMatch } from './check-engine.ts'
import type { Evidence } from './evidence.ts'
import type { Pixels } from './read-png.ts'
import { refuseCancelled } from './verify-failed.ts'
import { withRecord } from './with-record.ts'

/** A picture of 2048 × 2048 takes well under a minute; what takes longer is given up. */
const TIME_LIMIT_MS = 180_000
const UINT32 = 2 ** 32

export type RegenerationHooks = { signal: AbortSignal | undefined; onProgress(fraction: number): void }

/** Draws the picture again from plan and seed, and compares every pixel with the record and the file. */
export const checkRegeneration = (evidence: Evidence, pixels: Pixels | null, match: EngineMatch, hooks: RegenerationHooks): Finding =>
  withRecord(evidence, ({ core }) => {
    const { method, plan: recordedPlan, reproducible, seed } = core.generation
    if (method !== 'deterministic-local' && method !== 'plan-and-render') return notAssessed(`made by ${method}: nobody can draw it again`)
    if (reproducible !== 'bit-exact' || recordedPlan === null) return notAssessed('the record does not claim that it can be drawn again')
    if (match === 'other version' || match === 'none') return notAssessed('the engine version differs, so it was not drawn again')
    if (Number(seed) >= UINT32) return fail(`the seed ${seed} is no 32-bit number`)
    let plan: ReturnType<typeof parsePlan>
    try {
      plan = parsePlan(recordedPlan)
    } catch (cause) {
      return fail((cause as Error).message)
    }
    const started = performance.now()
    const late = () => performance.now() - started > TIME_LIMIT_MS
    try {
      const picture = render(plan, Number(seed), {
        onProgress: hooks.onProgress,
        shouldStop: () => hooks.signal?.aborted === true || late(),
      })
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      const total = counted(picture.width * picture.height, 'pixel')
      if (sha256Hex(picture.rgba) === core.asset.renderSha256) {
        const note = match === 'other code' ? ', with other engine code' : ''
        return pass(`${total} equal, seed ${seed}, in ${seconds} s${note}`)
      }
      const difference = pixels ? differenceOf(picture, pixels) : 'the drawing has another hash than the record'
      return match === 'other code' ? notAssessed(`the engine code differs, and so does the drawing: ${difference}`) : fail(difference)
    } catch (cause) {
      refuseCancelled(hooks.signal)
      return late()
        ? notAssessed(`given up after ${TIME_LIMIT_MS / 1_000} s`)
        : fail(`the plan cannot be drawn: ${(cause as Error).message}`)
    }
  })

/** Where two pictures differ. */
function differenceOf(drawn: Pixels, file: Pixels): string {
  if (drawn.width !== file.width || drawn.height !== file.height)
    return `drawn again it is ${drawn.width} × ${drawn.height}, the file ${file.width} × ${file.height}`
  let count = 0
  let first = -1
  for (let i = 0; i < drawn.rgba.length; i += 4) {
    const same =
      drawn.rgba[i] === file.rgba[i] &&
      drawn.rgba[i + 1] === file.rgba[i + 1] &&
      drawn.rgba[i + 2] === file.rgba[i + 2] &&
      drawn.rgba[i + 3] === file.rgba[i + 3]
    if (same) continue
    count += 1
    if (first < 0) first = i / 4
  }
  if (count === 0) return 'drawn again it equals the file, but not the hash in the record'
  return `${count.toLocaleString('en')} of ${counted(drawn.width * drawn.height, 'pixel')} differ, the first at (${first % drawn.width}, ${Math.floor(first / drawn.width)})`
}
