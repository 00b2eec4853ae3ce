import type { PicturePlan } from '@daedal/protocol/generation/plan'
import { joinCrew, RowsDone } from './crew.ts'
import { render } from './make.ts'

/**
 * Does rows of a picture that another thread finishes, until none is left.
 * @param memory what the finishing thread's crew shares, from `crewMemory`
 * @param shouldStop asked every few milliseconds; true ends it with `RenderStopped`
 */
export function doRows(plan: PicturePlan, seed: number, memory: SharedArrayBuffer, shouldStop?: () => boolean): void {
  const stop = shouldStop ? { shouldStop } : {}
  try {
    render(plan, seed, { ...stop, crew: joinCrew(memory, { lead: false, ...stop }) })
  } catch (error) {
    if (!(error instanceof RowsDone)) throw error
  }
}
