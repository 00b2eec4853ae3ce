import type { PicturePlan } from '@daedal/protocol/generation/plan'
import { joinCrew, RowsDone } from './crew.ts'
import { render } from './make.ts'

/**
 * Does rows of a picture that another thread finishes, until none is left.
 * @param memory what the finishing thread's crew shares, from `crewMemory`
 * @param hooks `shouldStop` ends it with `RenderStopped` in the middle of rows, for a picture that is given up; `shouldLeave` between two strips
 */
export function doRows(
  plan: PicturePlan,
  seed: number,
  memory: SharedArrayBuffer,
  hooks: { readonly shouldStop?: () => boolean; readonly shouldLeave?: () => boolean } = {},
): void {
  const { shouldStop } = hooks
  try {
    render(plan, seed, { ...(shouldStop && { shouldStop }), crew: joinCrew(memory, { lead: false, ...hooks }) })
  } catch (error) {
    if (!(error instanceof RowsDone)) throw error
  }
}
