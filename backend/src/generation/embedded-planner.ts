import { ENGINE, seedsOf, understand } from '@daedal/engine/engine'
import type { Planner } from './ports.ts'

/** Plans by the embedded engine: at once, without key and network, and the same for the same words. */
export const embeddedPlanner: Planner = {
  understand: ({ prompt, kind, style }) => ({
    understanding: understand({ prompt, ...(kind && { kind }), ...(style && { style }) }),
    engine: ENGINE,
  }),
  seeds: seedsOf,
}
